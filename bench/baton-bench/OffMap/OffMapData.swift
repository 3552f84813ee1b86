internal import Foundation
internal import Language

/// Sentences with the intents that they belong to.
struct OffMapData {
    /// A sentence.
    struct Row {
        let sentence: String
        let label: String
    }

    /// The label of what belongs to no intent.
    static let noIntent = "NO_NODES_DETECTED"

    let train: [Row]
    /// What is routed, part by part.
    let parts: [(name: String, rows: [Row])]

    init(train: [Row], parts: [(name: String, rows: [Row])]) {
        self.train = train
        self.parts = parts
    }

    /// Reads a file of CLINC150.
    init(clinc bytes: [UInt8]) throws {
        guard
            let file = try? JSONDecoder().decode([String: [[String]]].self, from: Data(bytes)),
            file.values.allSatisfy({ $0.allSatisfy { $0.count == 2 } })
        else {
            throw BenchError("the file is no JSON object of lists of [sentence, intent]")
        }
        func rows(_ part: String) -> [Row] {
            let inside = (file[part] ?? []).map { Row(sentence: $0[0], label: $0[1]) }
            let outside = (file["oos_" + part] ?? []).map {
                Row(sentence: $0[0], label: Self.noIntent)
            }
            return inside + outside
        }
        train = rows("train")
        parts = ["val", "test"].filter { file[$0] != nil }.map { ($0, rows($0)) }
    }

    /// Each intent as its tree's author would describe it.
    var examples: [RoutingExamples] {
        let intents = Dictionary(grouping: train.filter { $0.label != Self.noIntent }, by: \.label)
        return intents.map { label, rows in
            RoutingExamples(
                tree: label,
                language: "en-US",
                title: label.replacing("_", with: " "),
                phrases: rows.map(\.sentence)
            )
        }
    }

    /// What belongs to no intent.
    var unrelated: [String] {
        train.filter { $0.label == Self.noIntent }.map(\.sentence)
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw BenchError("\(path) can't be read: check the path and its permissions")
        }
        return [UInt8](content)
    }

    /// Reads rows of two fields after a heading; a field in quotes may hold commas and line breaks.
    static func rows(csv bytes: [UInt8]) throws -> [Row] {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var previous: Character = "\n"
        for character in text {
            switch character {
            case "\"":
                // Two in a row, in quotes, stand for one.
                if !isQuoted, previous == "\"" { field.append(character) }
                isQuoted.toggle()
            case "," where !isQuoted:
                record.append(field)
                field = ""
            case "\n" where !isQuoted:
                records.append(record + [field])
                record = []
                field = ""
            default: field.append(character)
            }
            previous = character
        }
        if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
        let rows = records.dropFirst().filter { $0 != [""] }
        guard !isQuoted, rows.allSatisfy({ $0.count == 2 }) else {
            throw BenchError("the file is no CSV of sentence and label, or a quote is not closed")
        }
        return rows.map { Row(sentence: $0[0], label: $0[1]) }
    }
}
