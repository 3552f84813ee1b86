internal import CModel

/// How alike words are in meaning, by a table that was trained beforehand.
///
/// Only English has one; words that it does not have are like themselves only, and words of other languages are not
/// sought in it (`SpokenLanguage.row`). The table is part of the program: nothing is loaded at start, and a look-up reads two rows where they lie. Its making is
/// described in ops/training.
struct WordVectors: Sendable {
    /// A word of the table.
    struct Row: Sendable, Equatable {
        fileprivate let index: UInt32
    }

    /// How many numbers stand for a word.
    static let dimensions = Int(baton_word_dimensions())

    /// The word in the table, by the hash of its written form; nil when it is not there.
    static func row(of word: WordHash) -> Row? {
        let index = baton_word_row(word)
        return index < baton_words() ? Row(index: index) : nil
    }

    /// The cosine of two words' vectors, from -1 to 1: above 0.7 they mean nearly the same, or the opposite.
    static func similarity(_ left: Row, _ right: Row) -> Float {
        baton_word_similarity(left.index, right.index)
    }

    /// On which side of zero each number of a vector stands, a bit each: vectors that differ in many of them are
    /// not alike, which a count of bits tells at a fraction of the cost of a cosine.
    struct Signs: Sendable, Equatable {
        fileprivate var bits: (UInt64, UInt64) = (0, 0)

        /// Bits in which vectors of a cosine of 0.35 or more differ hardly ever: as a rule it is about 36 of 96.
        private static let mostOfAlike = 46

        /// Whether two words may be alike enough for their cosine to be worth computing.
        func mayBeLike(_ other: Signs) -> Bool {
            (bits.0 ^ other.bits.0).nonzeroBitCount + (bits.1 ^ other.bits.1).nonzeroBitCount
                <= Self.mostOfAlike
        }

        static func == (left: Signs, right: Signs) -> Bool { left.bits == right.bits }
    }

    /// The signs of a word's vector.
    static func signs(of row: Row) -> Signs {
        let bits = baton_word_signs(row.index)
        return Signs(bits: (bits.low, bits.high))
    }

    /// How two words are related by a dictionary.
    enum Relation {
        /// They are forms of one word.
        case same
        case opposites
        /// They have a meaning in common.
        case synonyms
        case none
    }

    /// How two words are related by a dictionary; a likeness of vectors does not tell opposites from synonyms.
    static func relation(_ left: Row, _ right: Row) -> Relation {
        let left = baton_word_base(left.index)
        let right = baton_word_base(right.index)
        if left == right { return .same }
        switch baton_word_relation(left, right) {
        case -1: return .opposites
        case 1: return .synonyms
        default: return .none
        }
    }

    /// A number of a word's vector, from -1 to 1.
    static func component(_ row: Row, _ dimension: Int) -> Float {
        Float(baton_word_component(row.index, UInt32(dimension))) / 127
    }

    /// How much a word tells of a sentence, whatever the sentences are about: from 0 to 1, which two of five words reach.
    static func telling(_ row: Row) -> Float {
        (Float(baton_word_telling(row.index)) / 255).squareRoot()
    }
}

extension SpokenLanguage {
    /// The word in the table, by the hash of its written form; nil when it is not there, or of another language.
    func row(of word: WordHash) -> WordVectors.Row? {
        pack.forms == nil ? nil : WordVectors.row(of: word)
    }
}
