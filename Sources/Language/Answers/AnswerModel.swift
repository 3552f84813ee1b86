internal import CModel

/// How likely an utterance affirms a question, denies it, or does neither, as one that asks back.
public struct AnswerScores: Sendable, Equatable {
    /// That it affirms, from 0 to 1.
    public var yes: Float
    /// That it denies.
    public var no: Float
    /// That it does neither.
    public var neutral: Float

    /// The classes of the model in the order of its weights.
    package init(_ yes: Float, _ no: Float, _ neutral: Float) {
        self.yes = yes
        self.no = no
        self.neutral = neutral
    }

    /// Makes likelihoods of the model's sums.
    package init(sums: (Float, Float, Float), temperature: Float) {
        let largest = max(sums.0, sums.1, sums.2)
        let yes = Logarithm.exponential((sums.0 - largest) / temperature)
        let no = Logarithm.exponential((sums.1 - largest) / temperature)
        let neutral = Logarithm.exponential((sums.2 - largest) / temperature)
        let whole = yes + no + neutral
        self.init(yes / whole, no / whole, neutral / whole)
    }
}

/// Tells yes from no by a linear model that was trained on questions and answers of real people.
///
/// Only English has one. Its weights are part of the program and read where they lie; ops/training says what they
/// were made of.
public enum AnswerModel {
    /// The base-two logarithm of the number of rows of weights.
    package static let bits = 17

    /// Reads an answer to a question with two sides; nil for a language that has no model.
    public static func score(question: Tokens, utterance: Tokens) -> AnswerScores? {
        guard let vocabulary = utterance.language.answers else { return nil }
        let asked = AskedQuestion(question, vocabulary)
        return score(asked, SpokenAnswer(utterance, question: asked, vocabulary))
    }

    static func score(_ question: AskedQuestion, _ spoken: SpokenAnswer) -> AnswerScores {
        var yes: Int32 = 0
        var no: Int32 = 0
        var neutral: Int32 = 0
        for row in AnswerFeatures(spoken, question, bits: bits).rows {
            let weights = baton_answer_weights(row)
            yes += Int32(weights.yes)
            no += Int32(weights.no)
            neutral += Int32(weights.neutral)
        }
        let scale = baton_answer_scale()
        return AnswerScores(
            sums: (Float(yes) * scale, Float(no) * scale, Float(neutral) * scale),
            temperature: baton_answer_temperature()
        )
    }

    /// What ``fingerprint(of:)`` was when the weights were trained.
    static var trainedFingerprint: UInt64 { baton_answer_fingerprint() }

    /// Of how many utterances one is looked at.
    private static let fingerprintStride = 8

    /// A hash over the features of some of the utterances that a model is trained on, beside one question.
    ///
    /// A change of the words' normal forms or of the features makes other rows of the same sentences, and weights that
    /// were trained before no longer fit.
    package static func fingerprint(of utterances: [String]) -> UInt64 {
        let language = SpokenLanguage.of("en-US")
        let question = language.tokens(
            of: "Before we begin: is the brake pedal's linkage loose, or only worn?"
        )
        let texts = Set(utterances).sorted()
        var hash = Hashing.seed
        for index in stride(from: 0, to: texts.count, by: fingerprintStride) {
            for row in features(question: question, utterance: language.tokens(of: texts[index])) {
                for shift in [0, 8, 16, 24] as [UInt32] {
                    hash = Hashing.adding(UInt8(truncatingIfNeeded: row >> shift), to: hash)
                }
            }
        }
        return hash
    }

    /// The features of an utterance, for training.
    package static func features(question: Tokens, utterance: Tokens) -> [UInt32] {
        guard let vocabulary = utterance.language.answers else { return [] }
        let asked = AskedQuestion(question, vocabulary)
        let spoken = SpokenAnswer(utterance, question: asked, vocabulary)
        return AnswerFeatures(spoken, asked, bits: bits).rows
    }
}
