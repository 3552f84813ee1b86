/// A word by its FNV-1a hash, so that comparing words costs one comparison.
///
/// 64 bits: among the words of a language pack and an utterance two never meet by chance.
typealias WordHash = UInt64

/// Computes word hashes byte by byte.
enum Hashing {
    /// The hash of no bytes.
    static let seed: WordHash = 0xcbf2_9ce4_8422_2325

    /// Adds one byte to a hash.
    @inline(__always)
    static func adding(_ byte: UInt8, to hash: WordHash) -> WordHash {
        (hash ^ WordHash(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The hash of some bytes.
    static func of(_ bytes: some Sequence<UInt8>) -> WordHash {
        var hash = seed
        for byte in bytes { hash = adding(byte, to: hash) }
        return hash
    }

    /// The key of two words in a row.
    static func pair(_ first: WordHash, _ second: WordHash) -> WordHash {
        (first &* 0x9e37_79b9_7f4a_7c15) ^ second
    }
}
