public import Messages

/// Turns what a customer said into an answer, facts beside it, corrections and acts.
///
/// Deterministic and pure: the same words in the same context are always understood the same way.
public struct Listener: Sendable {
    private let language: SpokenLanguage
    /// The most readings of speech recognition that are looked at.
    public static let maximumAlternatives = 5

    /// Creates a listener.
    public init(language: SpokenLanguage) {
        self.language = language
    }

    /// Understands what was said, from the readings of speech recognition, best first.
    ///
    /// `answer` is for `asked`. Its `notObtained` is never set; a customer who does not know, or
    /// declines, is told by the acts. When an answer is being confirmed, an answer with its value
    /// affirms it, one with another value replaces it, and one without a value denies it.
    /// `volunteered` holds facts of open nodes and new values of known ones; they may repeat what is
    /// known. One that was taken back, and of which no new value was said, says so. Facts have a value and a provenance (said, quote, confidence); turn and time are the
    /// caller's to fill. `article` and `routing` are left empty.
    ///
    /// - Throws: what the lexicon throws.
    public func listen(
        to alternatives: [Alternative],
        in context: ListeningContext
    ) throws -> Understanding {
        var best: Understanding?
        var bestScore = -Float.infinity
        for (rank, alternative) in alternatives.prefix(Self.maximumAlternatives).enumerated() {
            var reading = Reading(Words(language.tokens(of: alternative.text)), context: context)
            let (understanding, confidence) = try reading.understand()
            let score = confidence * Self.trust(in: alternative, rank: rank)
            guard score > bestScore else { continue }
            bestScore = score
            best = understanding
        }
        return best ?? Understanding()
    }

    /// How much a reading weighs: the recogniser's confidence counts half, and its order otherwise.
    private static func trust(in alternative: Alternative, rank: Int) -> Float {
        alternative.confidence > 0
            ? 0.5 + 0.5 * min(alternative.confidence, 1)
            : 1 - 0.03 * Float(rank)
    }
}
