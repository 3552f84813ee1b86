internal import Catalog
internal import LMDB
internal import Messages
internal import TestSupport

/// A catalog that was published to a folder of its own, which is removed with it: calls read it as a server does.
final class PublishedCatalog {
    /// The first release.
    let view: CatalogView
    /// Where further releases are made.
    let store: CatalogStore
    private let writer: Writer
    private let folder: TemporaryFolder

    /// - Parameter check: What else the draft must pass.
    init(_ files: [SourceFile], check: DraftCheck = { _ in [] }) throws {
        folder = try TemporaryFolder()
        let environment = try Environment(
            path: folder.path,
            mapSizeBytes: 1 << 30,
            maximumReaders: 8,
            databases: CatalogStore.databases
        )
        writer = try Writer(environment: environment, queueLimit: 64)
        store = try CatalogStore(environment: environment, writer: writer)
        let staged = try store.stage(StageRequest(files: files), at: 0)
        let reply = try store.publish(PublishRequest(draft: staged.draft), at: 0, check: check)
        guard reply.release > 0 else {
            throw BenchError("the files make no catalog: \(reply.problems.map(\.message))")
        }
        view = try store.currentView()
    }

    deinit { writer.close() }
}

extension [SourceFile] {
    /// The files with each tree so many times more, under other ids, so that nothing else changes.
    func withCopies(_ count: Int) -> [SourceFile] {
        var copies: [SourceFile] = []
        for file in self where file.path.hasPrefix("trees/") && count > 0 {
            let text = String(decoding: file.content, as: UTF8.self)
            for number in 1...count {
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map(String.init)
                guard let line = lines.firstIndex(where: { $0.hasPrefix("id: ") }) else { continue }
                lines[line] += "-\(number)"
                copies.append(
                    SourceFile(
                        path: file.path.replacing(".yaml", with: "-\(number).yaml"),
                        content: [UInt8](lines.joined(separator: "\n").utf8)
                    )
                )
            }
        }
        return self + copies
    }
}
