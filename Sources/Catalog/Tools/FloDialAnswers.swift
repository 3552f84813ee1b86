internal import Foundation

/// What customers are recorded to have said at the nodes of flowcharts: answers to their questions, and openings.
struct FloDialAnswers {
    private enum CodingKeys: String, CodingKey {
        case flowchart, node, label
        case utterance = "user_utterance"
        case impliedAnswers = "implied_answers"
    }

    /// An answer to a node's question, or an opening with the answers that it gave.
    private struct Row: Decodable {
        let flowchart: String
        let utterance: String
        let isOpening: Bool
        /// The answer that was given, and of an opening the last one; nil for an opening that gave none.
        let answer: Answer?

        init(from decoder: any Decoder) throws {
            let row = try decoder.container(keyedBy: CodingKeys.self)
            flowchart = try row.decode(String.self, forKey: .flowchart)
            utterance = try row.decode(String.self, forKey: .utterance)
            let way = try row.decodeIfPresent([[String]].self, forKey: .impliedAnswers)
            isOpening = way != nil
            guard let way else {
                answer = Answer(
                    node: try row.decode(String.self, forKey: .node),
                    option: FloDial.option(ofLabel: try row.decode(String.self, forKey: .label))
                )
                return
            }
            guard way.allSatisfy({ $0.count == 2 }) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .impliedAnswers,
                    in: row,
                    debugDescription: "each implied answer is a pair of a node and a label"
                )
            }
            answer = way.last.map { step in
                Answer(node: step[0], option: FloDial.option(ofLabel: step[1]))
            }
        }
    }

    private struct Answer: Hashable {
        let node: String
        let option: String
    }

    private struct Place: Hashable {
        let flowchart: String
        let node: String
    }

    /// For each node the answers, with the option that each is for; none for an answer to two of them.
    private var options: [Place: [String: String?]] = [:]
    /// For each flowchart the openings that gave an answer, and those that gave none.
    private var openings: [String: [Answer?: Set<String>]] = [:]

    /// Reads lines of JSON, each with flowchart, user_utterance, and either node and label or implied_answers.
    ///
    /// - Throws: ``CatalogError/invalid(_:)`` with the line that is none.
    init(fromLines lines: [UInt8]) throws {
        let decoder = JSONDecoder()
        for (number, line) in lines.split(separator: 0x0a, omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0d }) { continue }
            do {
                add(try decoder.decode(Row.self, from: Data(line)))
            } catch {
                throw CatalogError.invalid(
                    "line \(number + 1) is no recorded answer: an object is needed with flowchart, user_utterance, and node "
                        + "and label or, of an opening, implied_answers (\(error))"
                )
            }
        }
    }

    private mutating func add(_ row: Row) {
        let text = row.utterance.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { return }
        if row.isOpening {
            guard text.count <= CatalogLimits.openingCharacters else { return }
            openings[row.flowchart, default: [:]][row.answer, default: []].insert(text)
            return
        }
        guard let answer = row.answer, text.count <= CatalogLimits.exampleCharacters else { return }
        let place = Place(flowchart: row.flowchart, node: answer.node)
        let known = options[place]?[text]
        options[place, default: [:]].updateValue(
            known == nil || known == answer.option ? answer.option : nil,
            forKey: text
        )
    }

    /// The answers for an option of a node, in alphabetical order, so that they are always the same.
    func examples(_ flowchart: String, _ node: String, _ option: String) -> [String] {
        let answers = options[Place(flowchart: flowchart, node: node)] ?? [:]
        let own = answers.filter { $0.value == option }.map(\.key).sorted()
        return Array(own.prefix(CatalogLimits.examples))
    }

    /// The openings that gave an option of a node last, likewise.
    func openings(_ flowchart: String, _ node: String, _ option: String) -> [String] {
        openings(flowchart, Answer(node: node, option: option))
    }

    /// The openings that gave no answer, likewise.
    func openings(_ flowchart: String) -> [String] { openings(flowchart, nil) }

    private func openings(_ flowchart: String, _ answer: Answer?) -> [String] {
        Array((openings[flowchart]?[answer] ?? []).sorted().prefix(CatalogLimits.examples))
    }
}
