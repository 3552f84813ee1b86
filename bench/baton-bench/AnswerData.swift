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
    /// Whether the node has two sides; at a node that ends a call, nothing is answered.
    let decides: Bool
}

/// Reads FloDial's answers and flowcharts.
enum AnswerData {
    private struct Row: Decodable {
        let flowchart: String
        let node: String
        let question: String
        let utterance: String
        let label: String

        enum CodingKeys: String, CodingKey {
            case flowchart, node, question, label
            case utterance = "user_utterance"
        }
    }

    private struct Flowchart: Decodable {
        struct Node: Decodable { let kind: String }
        let id: String
        let nodes: [String: Node]
    }

    /// The distinct answers in `answers.train.jsonl` of a folder: it has many of them once for each setting.
    static func read(_ folder: URL) throws -> [AnswerExample] {
        let decoder = JSONDecoder()
        let flowcharts = try decoder.decode(
            [Flowchart].self,
            from: Data(contentsOf: folder.appending(path: "flowcharts.json"))
        )
        var deciding: Set<[String]> = []
        for flowchart in flowcharts {
            for (id, node) in flowchart.nodes where node.kind == "decision" {
                deciding.insert([flowchart.id, id])
            }
        }
        let text = try String(
            contentsOf: folder.appending(path: "answers.train.jsonl"),
            encoding: .utf8
        )
        var seen: Set<[String]> = []
        var examples: [AnswerExample] = []
        for line in text.split(separator: "\n") {
            let row = try decoder.decode(Row.self, from: Data(line.utf8))
            guard seen.insert([row.flowchart, row.node, row.utterance, row.label]).inserted,
                let label = ["yes": AnswerExample.Label.yes, "no": .no, "neutral": .neutral][
                    row.label
                ]
            else { continue }
            examples.append(
                AnswerExample(
                    flowchart: row.flowchart,
                    node: row.node,
                    question: row.question,
                    utterance: row.utterance,
                    label: label,
                    decides: deciding.contains([row.flowchart, row.node])
                )
            )
        }
        return examples
    }
}
