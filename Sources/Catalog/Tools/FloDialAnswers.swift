internal import Foundation

/// What customers are recorded to have answered at the nodes of flowcharts.
struct FloDialAnswers {
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

    private struct Place: Hashable {
        let flowchart: String
        let node: String
    }

    /// For each node the answers, with the option that each is for; none for an answer to two of them.
    private let options: [Place: [String: String?]]

    /// Reads lines of JSON, each with flowchart, node, user_utterance and label.
    ///
    /// - Throws: ``CatalogError/invalid(_:)`` with the line that is none.
    init(fromLines lines: [UInt8]) throws {
        let decoder = JSONDecoder()
        var options: [Place: [String: String?]] = [:]
        for (number, line) in lines.split(separator: 0x0a, omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0d }) { continue }
            let row: Row
            do {
                row = try decoder.decode(Row.self, from: Data(line))
            } catch {
                throw CatalogError.invalid(
                    "line \(number + 1) is no recorded answer: an object is needed with flowchart, "
                        + "node, user_utterance and label (\(error))"
                )
            }
            let text = row.utterance.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty, text.count <= CatalogLimits.exampleCharacters else { continue }
            let place = Place(flowchart: row.flowchart, node: row.node)
            let option = FloDial.option(ofLabel: row.label)
            let known = options[place]?[text]
            options[place, default: [:]].updateValue(
                known == nil || known == option ? option : nil,
                forKey: text
            )
        }
        self.options = options
    }

    /// The answers for an option of a node, in alphabetical order, so that they are always the same.
    func examples(_ flowchart: String, _ node: String, _ option: String) -> [String] {
        let answers = options[Place(flowchart: flowchart, node: node)] ?? [:]
        let own = answers.filter { $0.value == option }.map(\.key).sorted()
        return Array(own.prefix(CatalogLimits.examples))
    }
}
