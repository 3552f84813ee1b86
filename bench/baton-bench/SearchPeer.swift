internal import Foundation

/// SQLite's FTS5 in a process of its own, over the same articles.
final class SearchPeer {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let queries: Int
    private var pending = Data()

    /// Starts the program of bench/peers/fts5-search.c and waits until it has taken the articles in.
    init(
        _ program: String,
        folder: String,
        articles: [ArticleCollection.Item],
        queries: [String]
    ) throws {
        self.queries = queries.count
        let lines = articles.map { item in
            [item.title, item.description, item.body].map(Self.line).joined(separator: "\t") + "\n"
        }
        try lines.joined().write(toFile: folder + "/articles", atomically: false, encoding: .utf8)
        try queries.map { $0 + "\n" }.joined()
            .write(toFile: folder + "/queries", atomically: false, encoding: .utf8)
        process.executableURL = URL(filePath: program)
        process.arguments = ["fts5", "articles", "queries"].map { "\(folder)/\($0)" }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        guard try readLine() == "ready" else { throw BenchError("\(program) did not start") }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Runs all queries once; of each its time and the numbers of the articles found.
    func run() throws -> [(nanoseconds: UInt64, found: [Int])] {
        try input.fileHandleForWriting.write(contentsOf: Data("run\n".utf8))
        return try (0..<queries).map { _ in
            let numbers = try readLine().split(separator: " ").compactMap { Int($0) }
            guard let time = numbers.first else { throw BenchError("the peer ended") }
            return (UInt64(time), Array(numbers.dropFirst()))
        }
    }

    private func readLine() throws -> String {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                defer { pending.removeSubrange(...end) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw BenchError("the peer ended") }
            pending.append(more)
        }
    }

    private static func line(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" || $0 == "\0" ? " " : $0 })
    }
}
