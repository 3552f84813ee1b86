import Foundation
import TestSupport
import Testing

/// Runs `baton`, reads its JSON, and gives tests a catalog that they may change.
enum CommandRun {
    static func baton(_ arguments: String...) throws -> Programs.Result {
        try Programs.run("baton", arguments)
    }

    /// Publishes a catalog to the server at an address.
    static func publish(
        _ catalog: String = Programs.starterCatalog,
        to address: String,
        _ more: [String] = []
    ) throws {
        let arguments = ["catalog", "publish", catalog, "--address", address] + more
        let published = try Programs.run("baton", arguments)
        try #require(published.status == 0, "\(published)")
    }

    static func json<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(text.utf8))
    }

    /// A copy of the starter catalog that a test may change.
    static func copy(into folder: TemporaryFolder) throws -> URL {
        let url = folder.url.appending(path: "catalog")
        try FileManager.default.copyItem(at: URL(filePath: Programs.starterCatalog), to: url)
        return url
    }

    static func replace(_ text: String, by other: String, in file: URL) throws {
        let before = try String(contentsOf: file, encoding: .utf8)
        try #require(before.contains(text))
        let after = before.replacingOccurrences(of: text, with: other)
        try after.write(to: file, atomically: true, encoding: .utf8)
    }
}

/// What `baton catalog validate --json` prints.
struct ValidationOutput: Decodable {
    struct Problem: Decodable {
        let path, severity, code, message: String
        let line, column: Int
    }
    struct Report: Decodable {
        let tree: String
        let longestQuestions, paths: Int
    }
    let valid: Bool
    let errors: Int
    let problems: [Problem]
    let reports: [Report]
}
