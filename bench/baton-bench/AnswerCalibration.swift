internal import Foundation
internal import Language

/// How right the answer model is, and how well it knows that.
enum AnswerCalibration {
    /// What a model said of an answer that it was not trained on, and what the answer means.
    struct Outcome {
        let sums: (Float, Float, Float)
        let label: AnswerExample.Label
        /// The answer, by its place among the examples.
        let example: Int
        /// What examples of the question's answers tell of it.
        var evidence: QuestionExamples.Evidence?

        /// The confidence in the likeliest meaning, and whether that is the right one.
        func confidence(_ temperature: Float) -> (chance: Float, isRight: Bool) {
            let chances = self.chances(temperature)
            let best = chances.indices.max { chances[$0] < chances[$1] } ?? 0
            return (chances[best], best == label.rawValue)
        }

        func chances(_ temperature: Float) -> [Float] {
            var scores = AnswerScores(sums: sums, temperature: temperature)
            if let evidence { scores = scores.beside(evidence) }
            return [scores.yes, scores.no, scores.neutral]
        }
    }

    /// The figures of some outcomes.
    struct Figures: Encodable {
        let n: Int
        let accuracy: Double
        /// Mean distance between confidence and share of right answers, over ten bands of confidence.
        let calibrationError: Double
        /// The share of right answers among those of a confidence of 0.9 and more, and how many those are.
        let rightWhenSure: Double
        let shareSure: Double
        /// The share of questions back that are told as such.
        let neutralRecall: Double
    }

    /// The temperature at which the right meanings are likeliest.
    static func temperature(of outcomes: [Outcome]) -> Float {
        let candidates = stride(from: Float(0.5), through: 4, by: 0.05)
        func surprise(_ temperature: Float) -> Double {
            outcomes.reduce(0) {
                $0 - log(Double($1.chances(temperature)[$1.label.rawValue]) + 1e-9)
            }
        }
        return candidates.map { ($0, surprise($0)) }.min { $0.1 < $1.1 }?.0 ?? 1
    }

    static func figures(of outcomes: [Outcome], _ temperature: Float) -> Figures {
        let all = outcomes.map { $0.confidence(temperature) }
        func share(_ some: [(chance: Float, isRight: Bool)]) -> Double {
            some.isEmpty ? 0 : Double(some.count { $0.isRight }) / Double(some.count)
        }
        var error = 0.0
        for band in 0..<10 {
            let inside = all.filter { min(Int($0.chance * 10), 9) == band }
            guard !inside.isEmpty else { continue }
            let mean = inside.reduce(0) { $0 + Double($1.chance) } / Double(inside.count)
            error += abs(mean - share(inside)) * Double(inside.count) / Double(all.count)
        }
        let sure = all.filter { $0.chance >= 0.9 }
        let neutral = zip(outcomes, all).filter { $0.0.label == .neutral }.map(\.1)
        return Figures(
            n: all.count,
            accuracy: share(all),
            calibrationError: error,
            rightWhenSure: share(sure),
            shareSure: Double(sure.count) / Double(all.count),
            neutralRecall: share(neutral)
        )
    }
}
