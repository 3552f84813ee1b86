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

    /// Compares a folder with the release that it was made from.
    ///
    /// - Parameter base: That release; nil where the folder does not say, which means the current one.
    init(_ folder: String, base: UInt32?, _ link: CatalogLink) throws {
        let files = try CatalogFolder.read(folder)
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

/// The release that a downloaded folder was made from, kept in the folder, so that what others publish
/// meanwhile is not undone by publishing it.
struct CatalogBase: Equatable {
    private static let name = ".baton-base"

    let release: UInt32
    /// When that release was made: another server's release of this number is another one.
    let createdAtMs: Int64

    init(_ release: Release) {
        self.release = release.number
        createdAtMs = release.createdAtMs
    }

    /// What a folder says; nil where it was not downloaded.
    init?(folder: String) {
        let path = ProblemText.join(folder, Self.name)
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let release = UInt32(parts[0]), let createdAt = Int64(parts[1])
        else {
            return nil
        }
        self.release = release
        createdAtMs = createdAt
    }

    func write(to folder: String) throws {
        let text = "\(release) \(createdAtMs)\n"
        let path = ProblemText.join(folder, Self.name)
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure("\(path) can't be written: \(error.localizedDescription)")
        }
    }
}

/// Beside the output: progress is for who watches.
func printNote(_ words: String) {
    try? FileHandle.standardError.write(contentsOf: Data((words + "\n").utf8))
}
