/// A word as it stands in the text: lower-cased bytes and where they come from.
struct ScannedWord {
    /// Where the word stands in the scanner's bytes.
    var text: Range<Int>
    /// Where it stands in the original, in bytes of UTF-8.
    var source: Range<Int>
    /// Its hash.
    var hash: WordHash
    /// Whether a question mark follows it.
    var endsQuestion: Bool
}

/// Splits text into lower-cased words in one pass over its scalars.
///
/// Apostrophes are dropped ("can't" is "cant"), dots between digits are kept ("4.2.1"), commas
/// and colons between digits are dropped ("1,000" is "1000", "9:30" is "930"), and everything else
/// that is no letter or digit ends a word.
struct WordScanner {
    private(set) var bytes: [UInt8] = []
    private(set) var words: [ScannedWord] = []
    private var start = -1
    private var sourceStart = 0
    private var sourceEnd = 0
    private var pending: UInt8 = 0

    init(_ text: String, maximumBytes: Int, maximumWords: Int) {
        bytes.reserveCapacity(min(text.utf8.count, maximumBytes) + 16)
        words.reserveCapacity(24)
        var offset = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            // A word that the limit would cut in two is dropped whole.
            if offset + width > maximumBytes || words.count >= maximumWords {
                if start >= 0 { bytes.removeSubrange(start...) }
                start = -1
                break
            }
            take(scalar, at: offset, width: width)
            offset += width
        }
        endWord()
    }

    private mutating func take(_ scalar: Unicode.Scalar, at offset: Int, width: Int) {
        switch scalar.value {
        case 0x61...0x7a, 0x30...0x39:
            append(UInt8(truncatingIfNeeded: scalar.value), at: offset)
        case 0x41...0x5a:
            append(UInt8(truncatingIfNeeded: scalar.value) | 0x20, at: offset)
        case 0x27, 0x2019, 0x02bc:
            break
        case 0x2e, 0x2c, 0x3a:
            if start >= 0, let last = bytes.last, Self.isDigit(last), pending == 0 {
                pending = UInt8(truncatingIfNeeded: scalar.value)
            } else {
                endWord()
            }
        case 0x3f:
            endWord()
            if !words.isEmpty { words[words.count - 1].endsQuestion = true }
        case 0x80...:
            takeOther(scalar, at: offset, width: width)
        default:
            endWord()
        }
    }

    /// Takes a scalar beyond ASCII: a letter of another script or an accented one.
    private mutating func takeOther(_ scalar: Unicode.Scalar, at offset: Int, width: Int) {
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else {
            // A combining accent belongs to the word that it stands in.
            if properties.canonicalCombiningClass == .notReordered || start < 0 {
                endWord()
            }
            return
        }
        for byte in properties.lowercaseMapping.utf8 { append(byte, at: offset) }
        sourceEnd = offset + width
    }

    private mutating func append(_ byte: UInt8, at offset: Int) {
        if pending != 0 {
            let joins = Self.isDigit(byte)
            if joins, pending == 0x2e { bytes.append(0x2e) }
            pending = 0
            if !joins { endWord() }
        }
        if start < 0 {
            start = bytes.count
            sourceStart = offset
        }
        bytes.append(byte)
        sourceEnd = offset + 1
    }

    private mutating func endWord() {
        pending = 0
        guard start >= 0 else { return }
        let text = start..<bytes.count
        words.append(
            ScannedWord(
                text: text,
                source: sourceStart..<sourceEnd,
                hash: Hashing.of(bytes[text]),
                endsQuestion: false
            )
        )
        start = -1
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
