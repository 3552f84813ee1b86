internal import Foundation
internal import Messages

/// Articles of a knowledge base, and the questions for which they are the answer.
struct ArticleCollection {
    /// A line of the file.
    private struct Line: Decodable {
        let title: String
        let description: String
        let body: String
    }

    /// An article as both search engines get it.
    struct Item {
        let title: String
        let description: String
        let body: String
        /// The first words of its section on symptoms; empty where it has none.
        let symptoms: [Substring]
    }

    /// How many words of a section are a query.
    private static let queryWords = 14

    let items: [Item]

    /// Reads one JSON object a line, from a file that may be packed by xz.
    init(path: String) throws {
        let data =
            path.hasSuffix(".xz")
            ? try Self.unpack(path) : try Data(contentsOf: URL(filePath: path))
        let decoder = JSONDecoder()
        items = try data.split(separator: UInt8(ascii: "\n")).map { line in
            let line = try decoder.decode(Line.self, from: line)
            return Item(
                title: String(line.title.prefix(120)),
                description: line.description,
                body: line.body,
                symptoms: Self.symptoms(of: line.body)
            )
        }
        guard !items.isEmpty else { throw BenchError("\(path) holds no articles") }
    }

    private static func unpack(_ path: String) throws -> Data {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xz", "-dc", path]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError("xz could not unpack \(path): install xz-utils, or unpack it yourself")
        }
        return data
    }

    private static func symptoms(of body: String) -> [Substring] {
        let lines = body.split(separator: "\n")
        let heading = lines.firstIndex { line in
            let title = line.drop { $0 == "#" || $0 == " " }.lowercased()
            return line.first == "#" && (title == "symptoms" || title == "symptom")
        }
        guard let heading else { return [] }
        let section = lines[(heading + 1)...].prefix { $0.first != "#" }.joined(separator: " ")
        let words = section.split { !$0.isLetter && !$0.isNumber }.prefix(queryWords)
        return Array(words)
    }

    /// The articles as files of a catalog.
    func files() -> [SourceFile] {
        items.indices.map { index in
            let item = items[index]
            let symptoms = Self.pieces(item.description).map(Self.quoted).joined(separator: ", ")
            let text = """
                ---
                title: \(Self.quoted(item.title))
                symptoms: [\(symptoms)]
                spoken: \(Self.quoted(String(item.description.prefix(300))))
                ---
                \(item.body)
                """
            return SourceFile(path: "articles/\(Self.id(index)).md", content: Array(text.utf8))
        }
    }

    /// The id of an article in the catalog.
    static func id(_ index: Int) -> String { "a\(index)" }

    /// A description in pieces that are short enough for a symptom.
    private static func pieces(_ text: String) -> [String] {
        var pieces = [""]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let last = pieces[pieces.count - 1]
            if last.count + word.count < 150 {
                pieces[pieces.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
            } else {
                pieces.append(String(word.prefix(150)))
            }
        }
        return pieces.filter { !$0.isEmpty }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case _ where character.isNewline || character == "\t": " "
            default: String(character)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
