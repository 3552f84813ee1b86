import Catalog
import LMDB
import Messages
import TestSupport

/// Small catalogs, written as an editor would.
enum Fixture {
    static let settings =
        CatalogText.head + """
            intake:
              nodes:
                - ask: symptom.description
                  say: Please describe it.
            """

    static func tree(
        _ id: String,
        say: String = "Is the light on?",
        symptom: String = "the light is off"
    ) -> String {
        """
        id: \(id)
        title: lights of \(id)
        issue: "the light is {test.light}"
        symptoms: [\(symptom)]
        nodes:
          - ask: test.light
            kind: yes-no
            say: \(say)
            branches: {yes: fine}
          - diagnose: broken
            diagnosis: it is broken
          - diagnose: fine
            diagnosis: it is fine
            resolved: true
        """
    }

    static func article(_ title: String, body: String = "Look at it.") -> String {
        "---\ntitle: \(title)\n---\n\(body)\n"
    }

    static func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, content: Array(text.utf8))
    }

    static var catalog: [SourceFile] {
        [file("catalog.yaml", settings), file("trees/light.yaml", tree("light"))]
    }
}

/// A store in a folder of its own, removed at the end.
final class TemporaryStore {
    private let folder: TemporaryFolder
    let environment: Environment
    let writer: Writer
    let store: CatalogStore

    init(kept: Int = 20) throws {
        folder = try TemporaryFolder()
        environment = try Environment(
            path: folder.path,
            mapSizeBytes: 256 << 20,
            maximumReaders: 32,
            databases: CatalogStore.databases
        )
        writer = try Writer(environment: environment, queueLimit: 64)
        store = try CatalogStore(environment: environment, writer: writer, keptReleases: kept)
    }

    deinit { writer.close() }

    /// Stages and publishes in one go.
    @discardableResult
    func publish(
        _ files: [SourceFile],
        removing removed: [String] = [],
        base: UInt32? = nil
    ) throws -> PublishReply {
        var request = StageRequest(baseRelease: base ?? store.currentRelease, files: files)
        request.removed = removed
        let draft = try store.stage(request, at: 1_000).draft
        let publish = PublishRequest(draft: draft, editor: "ed", note: "why")
        return try store.publish(publish, at: 2_000)
    }

    /// What the database of items holds, for comparing sizes.
    func entries(_ database: String) throws -> Int {
        try environment.statistics().entries[database] ?? 0
    }
}
