internal import Catalog
internal import Foundation
internal import Messages
internal import RPC

/// A folder's changes over a release, sent to the server as a draft.
struct CatalogDraft {
    let changes: CatalogChanges
    /// The release that it changes; 0 where there is none yet.
    let base: UInt32
    private let link: CatalogLink

    /// Compares a folder's files with the release that they were made from.
    ///
    /// - Parameter base: That release; nil where the folder does not say, which means the current one.
    init(_ files: [SourceFile], base: UInt32?, _ link: CatalogLink) throws {
        self.link = link
        if let base {
            self.base = base
            changes = CatalogChanges(local: files, released: try link.digests(of: base))
        } else {
            let current = try link.current()
            self.base = current?.number ?? 0
            changes = CatalogChanges(local: files, released: current?.files ?? [:])
        }
    }

    /// Sends the changes; the draft's id.
    func stage() throws -> String {
        var draft = ""
        var staged = 0
        let batches = changes.batches()
        for batch in batches {
            draft = try link.stage(batch, draft: draft, base: base)
            staged += batch.files.count
            if batches.count > 1 { printNote("sent \(staged) of \(changes.files.count) files") }
        }
        return draft
    }
}

/// Beside the output: progress is for who watches.
func printNote(_ words: String) {
    try? FileHandle.standardError.write(contentsOf: Data((words + "\n").utf8))
}
