internal import Foundation

/// Recorded dialogs over flowcharts, as they lie in a folder of lines of JSON.
struct DialogData {
    /// A dialog as a whole.
    struct Dialog: Decodable {
        let dialog: String
        let split: String
        let flowchart: String
        /// The nodes on the way that the dialog took, each with the label of its answer.
        let goldPath: [[String]]

        enum CodingKeys: String, CodingKey {
            case dialog, split, flowchart
            case goldPath = "gold_path"
        }
    }

    /// The first thing that a customer said.
    struct Opening: Decodable {
        let dialog: String
        let flowchart: String
        let userUtterance: String
        let firstNode: String
        /// Answers that the opening gave before they were asked.
        let impliedAnswers: [[String]]
        /// The recorded answer that an opening was made of; nil for others.
        let answer: String?

        enum CodingKeys: String, CodingKey {
            case dialog, flowchart, answer
            case userUtterance = "user_utterance"
            case firstNode = "first_node"
            case impliedAnswers = "implied_answers"
        }
    }

    /// What a customer said later.
    struct Turn: Decodable {
        enum Kind: String, Decodable {
            case answer
            case digression
            case digressionAtSolution = "digression_at_solution"
        }

        let dialog: String
        let turn: Int
        let node: String
        let userUtterance: String
        let kind: Kind
        let goldNextNode: String?
        let goldFaq: String?

        enum CodingKeys: String, CodingKey {
            case dialog, turn, node, kind
            case userUtterance = "user_utterance"
            case goldNextNode = "gold_next_node"
            case goldFaq = "gold_faq"
        }
    }

    /// A dialog with all that its customer said.
    struct Recording {
        let dialog: Dialog
        let opening: Opening
        let turns: [Turn]
    }

    /// The dialogs of a setting, in the order of their file.
    let recordings: [Recording]

    /// Reads the dialogs of a setting and checks that they stay within some flowcharts.
    ///
    /// - Throws: ``BenchError`` with file, line and field of what is wrong.
    init(folder: String, setting: String, charts: DialogCharts) throws {
        let dialogs = try Self.rows(Dialog.self, folder + "/dialogs.jsonl") {
            try charts.check($0.goldPath, of: $0.flowchart, field: "gold_path")
        }
        let openings = try Self.openings(folder + "/openings.jsonl", charts: charts)
        let flowcharts = Dictionary(
            dialogs.map { ($0.dialog, $0.flowchart) },
            uniquingKeysWith: { first, _ in first }
        )
        let turns = try Self.rows(Turn.self, folder + "/turns.jsonl") {
            guard let chart = flowcharts[$0.dialog] else {
                throw BenchError("dialog: dialogs.jsonl has no dialog \($0.dialog)")
            }
            try charts.check($0, of: chart)
        }
        let openingsByDialog = Dictionary(
            openings.map { ($0.dialog, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let turnsByDialog = Dictionary(grouping: turns, by: \.dialog)
        recordings = try dialogs.filter { [setting, "both"].contains($0.split) }.map { dialog in
            guard let opening = openingsByDialog[dialog.dialog] else {
                throw BenchError("\(folder)/openings.jsonl: dialog \(dialog.dialog) has no opening")
            }
            let turns = (turnsByDialog[dialog.dialog] ?? []).sorted { $0.turn < $1.turn }
            return Recording(dialog: dialog, opening: opening, turns: turns)
        }
        guard !recordings.isEmpty else {
            throw BenchError("\(folder)/dialogs.jsonl: split: no dialog is of \(setting) or both")
        }
    }

    /// Reads openings and checks that they stay within some flowcharts.
    static func openings(_ path: String, charts: DialogCharts) throws -> [Opening] {
        try rows(Opening.self, path) {
            try charts.check($0.firstNode, of: $0.flowchart, field: "first_node")
            try charts.check($0.impliedAnswers, of: $0.flowchart, field: "implied_answers")
        }
    }

    private static func rows<Row: Decodable>(
        _ type: Row.Type,
        _ path: String,
        check: (Row) throws -> Void
    ) throws -> [Row] {
        let decoder = JSONDecoder()
        let lines = try BenchFile.read(path).split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        var rows: [Row] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do {
                let row = try decoder.decode(Row.self, from: Data(line))
                try check(row)
                rows.append(row)
            } catch let error as DecodingError {
                throw BenchError("\(path):\(index + 1): \(BenchFile.words(for: error))")
            } catch let error as BenchError {
                throw BenchError("\(path):\(index + 1): \(error.description)")
            }
        }
        return rows
    }
}

/// A file that a benchmark reads.
enum BenchFile {
    static func read(_ path: String) throws -> [UInt8] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw BenchError("\(path) can't be read: check the path and its permissions")
        }
        return [UInt8](content)
    }

    /// The lines of several files.
    static func lines(_ paths: [String]) throws -> [UInt8] {
        Array(try paths.map(read).joined(separator: [0x0a]))
    }

    /// What is wrong with JSON, beginning with the field.
    static func words(for error: DecodingError) -> String {
        func field(_ path: [any CodingKey]) -> String {
            path.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            let name = field(context.codingPath + [key])
            return "\(name): the field is missing"
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            return "\(field(context.codingPath)): a \(type) is needed"
        case .dataCorrupted(let context):
            let name = field(context.codingPath)
            return name.isEmpty ? "this is no JSON object" : "\(name): \(context.debugDescription)"
        @unknown default:
            return "\(error)"
        }
    }
}
