internal import Foundation

/// A question, what was said to it, and what that means.
struct AnswerExample {
    /// What an answer means, in the order of the model's weights.
    enum Label: Int {
        case yes, no, neutral
    }

    let flowchart: String
    let node: String
    let question: String
    var utterance: String
    var label: Label
    var weight: Float = 1
    /// Whether somebody gave the answer; it was written for the training, otherwise.
    let isRecorded: Bool
    /// Whether the node has two sides; at a node that ends a call, nothing is answered.
    let decides: Bool
}

/// Reads FloDial's answers and flowcharts.
enum AnswerData {
    private struct Row: Decodable {
        let flowchart: String
        let node: String
        let utterance: String
        let label: String

        enum CodingKeys: String, CodingKey {
            case flowchart, node, label
            case utterance = "user_utterance"
        }
    }

    private struct Flowchart: Decodable {
        struct Node: Decodable {
            let kind: String
            let text: String
        }
        let id: String
        let nodes: [String: Node]
    }

    /// What a statement that was written for the training weighs beside an answer that somebody gave.
    private static let weightOfStatements: Float = 0.1

    /// The distinct answers in `answers.train.jsonl` of a folder: it has many of them once for each setting; then
    /// statements, where a file is named.
    ///
    /// An answer that has several labels beside one question tells nothing and is left
    /// out: some turns stand there beside another question than they were given to.
    static func read(_ folder: URL, statements: URL? = nil) throws -> [AnswerExample] {
        let flowcharts = try JSONDecoder().decode(
            [Flowchart].self,
            from: Data(contentsOf: folder.appending(path: "flowcharts.json"))
        )
        let charts = Dictionary(
            flowcharts.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let recorded = try rows(folder.appending(path: "answers.train.jsonl")).map { ($0, true) }
        let written = try statements.map(rows)?.map { ($0, false) } ?? []
        let labels = Dictionary(grouping: recorded.map(\.0)) {
            [$0.flowchart, $0.node, $0.utterance]
        }
        .mapValues { Set($0.map(\.label)).count }
        var seen: Set<[String]> = []
        return try (recorded + written).compactMap { row, isRecorded in
            guard let node = charts[row.flowchart]?.nodes[row.node] else {
                throw BenchError("node: the flowchart \(row.flowchart) has no node \(row.node)")
            }
            guard
                let label = ["yes": AnswerExample.Label.yes, "no": .no, "neutral": .neutral][
                    row.label
                ]
            else { throw BenchError("label: \(row.label) is none of yes, no and neutral") }
            let said = [row.flowchart, row.node, row.utterance]
            guard !isRecorded || labels[said] == 1, seen.insert(said + [row.label]).inserted
            else { return nil }
            return AnswerExample(
                flowchart: row.flowchart,
                node: row.node,
                question: node.text,
                utterance: row.utterance,
                label: label,
                weight: isRecorded ? 1 : weightOfStatements,
                isRecorded: isRecorded,
                decides: node.kind == "decision"
            )
        }
    }

    /// All that was said, in a file of answers or statements.
    static func utterances(_ file: URL) throws -> [String] { try rows(file).map(\.utterance) }

    private static func rows(_ file: URL) throws -> [Row] {
        let decoder = JSONDecoder()
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            try decoder.decode(Row.self, from: Data(line.utf8))
        }
    }
}
