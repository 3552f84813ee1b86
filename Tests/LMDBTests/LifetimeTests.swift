import Foundation
import TestSupport
import Testing

/// Mistakes that the compiler must refuse, since at run time they would read freed pages.
@Suite struct LifetimeTests {
    struct Snippet: Sendable, CustomTestStringConvertible {
        let name: String
        let code: String
        let expectedError: String?

        var testDescription: String { name }
    }

    static let snippets = [
        Snippet(
            name: "a sound use compiles",
            code: """
                func read(_ environment: Environment, _ database: Database) throws -> Int {
                    let transaction = try environment.beginRead()
                    let value = try transaction.value(forKey: 1, in: database)
                    var cursor = try transaction.cursor(in: database)
                    let first = try cursor.first()
                    _ = try cursor.next()
                    return (value?.count ?? 0) + (first?.value.count ?? 0)
                }
                func write(_ environment: Environment, _ database: Database) throws {
                    var transaction = try environment.beginWrite()
                    let count = try transaction.value(forKey: 1, in: database)?.count ?? 0
                    try transaction.put([UInt8(count)].span, forKey: 1, in: database)
                    try transaction.commit()
                }
                """,
            expectedError: nil
        ),
        Snippet(
            name: "a span outlives its transaction",
            code: """
                func read(_ environment: Environment, _ database: Database) throws -> Int {
                    var value: Span<UInt8>?
                    do {
                        let transaction = try environment.beginRead()
                        value = try transaction.value(forKey: 1, in: database)
                    }
                    return value?.count ?? 0
                }
                """,
            expectedError: "lifetime-dependent"
        ),
        Snippet(
            name: "a span is carried out of the closure of its transaction",
            code: """
                func read(_ environment: Environment, _ database: Database) throws -> Int {
                    var value: Span<UInt8>?
                    try environment.withRead { transaction in
                        value = try transaction.value(forKey: 1, in: database)
                    }
                    return value?.count ?? 0
                }
                """,
            expectedError: "lifetime-dependent"
        ),
        Snippet(
            name: "a view outlives its transaction",
            code: """
                func read(_ environment: Environment, _ database: Database) throws -> Int {
                    let view: TransactionView
                    do {
                        let transaction = try environment.beginRead()
                        view = transaction.view
                    }
                    return try view.count(in: database)
                }
                """,
            expectedError: "lifetime-dependent"
        ),
        Snippet(
            name: "a cursor's record outlives its transaction",
            code: """
                func read(_ environment: Environment, _ database: Database) throws -> Int {
                    var record: Record?
                    do {
                        let transaction = try environment.beginRead()
                        var cursor = try transaction.cursor(in: database)
                        record = try cursor.first()
                    }
                    return record?.value.count ?? 0
                }
                """,
            expectedError: "lifetime-dependent"
        ),
        Snippet(
            name: "a span is used after a change that may have moved it",
            code: """
                func write(_ environment: Environment, _ database: Database) throws -> Int {
                    var transaction = try environment.beginWrite()
                    let value = try transaction.value(forKey: 1, in: database)
                    try transaction.put([1].span, forKey: 1, in: database)
                    return value?.count ?? 0
                }
                """,
            expectedError: "overlapping accesses"
        ),
        Snippet(
            name: "a transaction outlives its environment",
            code: """
                func read() throws {
                    let transaction: ReadTransaction
                    do {
                        let environment = try Environment(
                            path: "", mapSizeBytes: 1, maximumReaders: 1, databases: []
                        )
                        transaction = try environment.beginRead()
                    }
                    _ = transaction.view
                }
                """,
            expectedError: "lifetime-dependent"
        ),
        Snippet(
            name: "a transaction is carried out of its closure",
            code: """
                func read(_ environment: Environment) throws {
                    var kept: ReadTransaction?
                    try environment.withRead { transaction in kept = consume transaction }
                    _ = kept == nil
                }
                """,
            expectedError: "borrowed and cannot be consumed"
        ),
        Snippet(
            name: "a cursor is open while its transaction is committed",
            code: """
                func write(_ environment: Environment, _ database: Database) throws {
                    let transaction = try environment.beginWrite()
                    let view = transaction.view
                    var cursor = try view.cursor(in: database)
                    _ = try cursor.next()
                    try transaction.commit()
                }
                """,
            expectedError: "cannot be consumed"
        ),
        Snippet(
            name: "a transaction is used after its commit",
            code: """
                func write(_ environment: Environment, _ database: Database) throws {
                    var transaction = try environment.beginWrite()
                    try transaction.commit()
                    try transaction.put([1].span, forKey: 1, in: database)
                }
                """,
            expectedError: "used after consume"
        ),
        Snippet(
            name: "a read transaction is begun where it could be held over an await",
            code: """
                func read(_ environment: Environment) async throws {
                    let transaction = try environment.beginRead()
                    await Task.yield()
                    _ = transaction.view
                }
                """,
            expectedError: "noasync\\|asynchronous"
        ),
    ]

    @Test(arguments: snippets)
    func `the compiler refuses what would read freed memory`(_ snippet: Snippet) throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/snippet.swift"
        try "import LMDB\n\(snippet.code)\n".write(toFile: file, atomically: true, encoding: .utf8)
        let result = try compile(file)
        guard let expected = snippet.expectedError else {
            #expect(result.status == 0, "\(result.errors)")
            return
        }
        #expect(result.status != 0)
        let alternatives = expected.components(separatedBy: "\\|")
        #expect(alternatives.contains { result.errors.contains($0) }, "\(result.errors)")
        // An error of another kind would mean that the snippet was refused for the wrong reason.
        for other in ["cannot find", "no such module"] {
            #expect(!result.errors.contains(other), "\(result.errors)")
        }
    }

    /// Compiles as far as the checks of lifetimes go; they come after the types are checked.
    private func compile(_ file: String) throws -> Programs.Result {
        let build = Programs.folder.path
        return try Programs.run(
            URL(filePath: "/usr/bin/env"),
            [
                "swiftc", "-emit-sil", "-o", "/dev/null",
                "-swift-version", "6", "-I", build + "/Modules",
                "-Xcc", "-fmodule-map-file=\(build)/CShims.build/module.modulemap", "-Xcc",
                "-fmodule-map-file=\(Programs.repository.path)/Sources/CLMDB/module.modulemap",
                file,
            ],
            seconds: 600
        )
    }
}
