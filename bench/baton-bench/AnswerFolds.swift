internal import Foundation
internal import Language

/// Recorded answers in ten parts: what the examples of nine tell of the answers of the tenth.
struct AnswerFolds {
    private static let count = 10

    /// The part of a text: what is alike comes to one.
    static func fold(of text: String) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return Int((hash >> 20) % UInt64(count))
    }

    private let examples: [AnswerExample]
    private let most: Int

    /// - Parameter most: How many examples of an answer are known, at most.
    init(_ examples: [AnswerExample], most: Int) {
        self.examples = examples
        self.most = most
    }

    /// The same outcomes with what examples of the same answers tell, that are no copies of the one in question.
    func outcomes(of outcomes: [AnswerCalibration.Outcome]) -> [AnswerCalibration.Outcome] {
        let language = SpokenLanguage.of("en-US")
        let charts = Dictionary(grouping: outcomes) { examples[$0.example].flowchart }
        return charts.sorted { $0.key < $1.key }.flatMap { chart, outcomes in
            let nodes = Array(Set(outcomes.map { examples[$0.example].node })).sorted()
            return (0..<Self.count).flatMap { fold in
                let sides = sides(of: nodes, in: chart, without: fold)
                let known = AnswerExamples(
                    sides,
                    model: AnswerExamples.model(of: sides, headings: [], language: language),
                    language: language
                )
                return outcomes.filter { self.fold(of: examples[$0.example]) == fold }.map {
                    var outcome = $0
                    let example = examples[outcome.example]
                    outcome.evidence = known.flatMap { known in
                        nodes.firstIndex(of: example.node).flatMap {
                            QuestionExamples(known, question: $0, answers: ["yes", "no"])
                        }
                    }?.evidence(language.tokens(of: example.utterance))
                    return outcome
                }
            }
        }
    }

    private func sides(
        of nodes: [String],
        in chart: String,
        without fold: Int
    ) -> [[AnswerExamples.Side]] {
        nodes.map { node in
            [AnswerExample.Label.yes, .no].map { label in
                let known = examples.filter { example in
                    example.isRecorded && example.flowchart == chart && example.node == node
                        && example.label == label && self.fold(of: example) != fold
                }
                return AnswerExamples.Side(
                    name: "\(node)/\(label)",
                    examples: known.prefix(most).map(\.utterance)
                )
            }
        }
    }

    private func fold(of example: AnswerExample) -> Int {
        Self.fold(of: example.utterance.lowercased())
    }
}

/// Fits what the answer model and examples count beside each other.
enum ExampleWeights {
    private static let steps = 1_000
    private static let rate = 0.1

    /// The weights of logistic regression, by gradient descent from 0, over the outcomes that are yes or no and of which
    /// examples tell something.
    static func fitted(
        to outcomes: [AnswerCalibration.Outcome],
        _ temperature: Float
    ) -> [Double] {
        let rows = outcomes.compactMap { outcome -> (signs: [Double], isYes: Double)? in
            guard let evidence = outcome.evidence, outcome.label != .neutral else { return nil }
            return (
                [
                    Double((outcome.sums.0 - outcome.sums.1) / temperature),
                    Double(evidence.likelihoods), Double(evidence.counts),
                ], outcome.label == .yes ? 1 : 0
            )
        }
        var weights = [0.0, 0.0, 0.0]
        for _ in 0..<steps {
            var slopes = [0.0, 0.0, 0.0]
            for row in rows {
                let odds = zip(weights, row.signs).reduce(0) { $0 + $1.0 * $1.1 }
                let error = row.isYes - 1 / (1 + exp(-odds))
                for index in slopes.indices { slopes[index] += error * row.signs[index] }
            }
            for index in weights.indices {
                weights[index] += rate * slopes[index] / Double(max(1, rows.count))
            }
        }
        return weights
    }
}
