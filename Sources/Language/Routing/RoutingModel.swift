public import Messages

/// Tells which tree an opening belongs to, trained on the phrases of a catalog's trees.
///
/// It is made when a catalog is published that has many trees with many phrases each
/// (``train(_:unrelated:)``), and stored in the release.
public struct RoutingModel: Sendable {
    /// The model whose groups are trees, in the order of their ids.
    let phrases: PhraseModel

    /// The probability from which a tree is taken: chosen from the phrases, see ``RoutingTrainer``.
    public let threshold: Float

    /// The trees that an opening may belong to, best first, at most `maximum`.
    ///
    /// A score is a probability, drawn out so that the model's own threshold is at 0.5
    /// (``Router/defaultThreshold``): a catalog's author can ask for more or less without knowing it.
    public func scores(
        of opening: SpokenOpening,
        maximum: Int = Router.maximumTrees
    ) -> [RoutingScore] {
        let tokens = opening.tokens
        let probabilities = phrases.probabilities(of: tokens, in: 0..<tokens.count)
        guard !probabilities.isEmpty else { return [] }
        let stretch = Logarithm.natural(0.5) / Logarithm.natural(Double(threshold))
        let trees = phrases.groups
        let best = trees.indices.sorted { first, second in
            (-probabilities[first], first) < (-probabilities[second], second)
        }
        return best.prefix(maximum).map { index in
            let probability = max(1e-9, Double(probabilities[index]))
            let score = Logarithm.exponential(stretch * Logarithm.natural(probability))
            return RoutingScore(tree: trees[index], score: Float(score))
        }
    }

    /// The bytes in which a release keeps the model: those of the phrases' model, then the threshold.
    public func encoded() -> [UInt8] {
        var bytes = phrases.encoded()
        for shift: UInt32 in [0, 8, 16, 24] {
            bytes.append(UInt8(truncatingIfNeeded: threshold.bitPattern >> shift))
        }
        return bytes
    }

    init(_ phrases: PhraseModel, threshold: Float) {
        self.phrases = phrases
        self.threshold = threshold
    }

    /// Reads a model.
    ///
    /// - Throws: ``PhraseModel/Damaged`` where the bytes are not those of a model.
    public init(decoding bytes: Span<UInt8>) throws(PhraseModel.Damaged) {
        guard bytes.count > 4 else { throw PhraseModel.Damaged() }
        var pattern: UInt32 = 0
        for index in 0..<4 {
            pattern |= UInt32(bytes[bytes.count - 4 + index]) << UInt32(8 * index)
        }
        threshold = Float(bitPattern: pattern)
        guard threshold > 0, threshold < 1 else { throw PhraseModel.Damaged() }
        phrases = try PhraseModel(decoding: bytes.extracting(droppingLast: 4))
    }
}
