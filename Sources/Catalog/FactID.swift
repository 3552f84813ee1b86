internal import Language

/// A fact's key by its hash: comparing two costs one comparison, however long the keys are.
public struct FactID: Sendable, Equatable {
    private let hash: UInt64

    /// The id of a key.
    public init(_ key: String) { hash = WordCache.key(key) }
}
