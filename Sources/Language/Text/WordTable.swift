internal import Synchronization

/// What is known of words: a look-up compares one or two hashes, which are hashed no further.
struct WordTable<Value: Sendable>: Sendable {
    private let keys: [WordHash]
    private let values: [Value?]
    private let mask: Int
    let isEmpty: Bool

    init(_ entries: [WordHash: Value]) {
        var size = 8
        while size < 2 * entries.count { size *= 2 }
        var keys = [WordHash](repeating: 0, count: size)
        var values = [Value?](repeating: nil, count: size)
        mask = size - 1
        for (key, value) in entries {
            var place = Self.place(of: key) & mask
            while values[place] != nil { place = (place + 1) & mask }
            keys[place] = key
            values[place] = value
        }
        isEmpty = entries.isEmpty
        self.keys = keys
        self.values = values
    }

    subscript(word: WordHash) -> Value? {
        var place = Self.place(of: word) & mask
        // At least half of the places are free, so that the search ends.
        while keys[place] != word {
            if keys[place] == 0 { return nil }
            place = (place + 1) & mask
        }
        return values[place]
    }

    /// The upper half of a hash, since keys of pairs differ there.
    private static func place(of word: WordHash) -> Int {
        Int(truncatingIfNeeded: word ^ word >> 32)
    }
}

/// What was worked out of words lately, for all threads: of two words that meet in one place, the later one stays.
///
/// It is of a fixed size, and no thread waits for another.
public final class WordCache: Sendable {
    private struct Slot: ~Copyable, Sendable {
        /// The word's hash and what is known of it, as one difference: halves of two writes don't make a word.
        let check = Atomic<UInt64>(0)
        let value = Atomic<UInt64>(0)
    }

    private static let count = 2_048
    private let slots: InlineArray<2_048, Slot>

    /// Creates a cache that knows nothing.
    public init() { slots = InlineArray { _ in Slot() } }

    /// The key of a text.
    public static func key(_ text: String) -> UInt64 { key(text.utf8Span.span) }

    /// The key of some bytes.
    public static func key(_ bytes: Span<UInt8>) -> UInt64 {
        var hash = Hashing.seed
        for index in bytes.indices { hash = Hashing.adding(bytes[index], to: hash) }
        return hash
    }

    /// What is known of the word of a key; nil for nothing.
    public subscript(word: UInt64) -> UInt64? {
        get {
            let slot = Int(word % UInt64(Self.count))
            let value = slots[slot].value.load(ordering: .relaxed)
            let check = slots[slot].check.load(ordering: .relaxed)
            return check ^ value == word ? value : nil
        }
        set {
            guard let newValue else { return }
            let slot = Int(word % UInt64(Self.count))
            slots[slot].value.store(newValue, ordering: .relaxed)
            slots[slot].check.store(newValue ^ word, ordering: .relaxed)
        }
    }
}
