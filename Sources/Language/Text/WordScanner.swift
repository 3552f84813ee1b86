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
/// that is no letter or digit ends a word. Where a language writes decimals with a comma, "1,5" is "1.5" and "120.000" is
/// "120000".
struct WordScanner {
    private(set) var bytes: [UInt8] = []
    private(set) var words: [ScannedWord] = []
    private var start = -1
    private var hash = Hashing.seed
    private var sourceStart = 0
    private var sourceEnd = 0
    private var pending: UInt8 = 0
    private let hasDecimalComma: Bool
    private var commas = 0

    init(
        _ text: String,
        maximumBytes: Int,
        maximumWords: Int,
        hasDecimalComma: Bool = false
    ) {
        self.hasDecimalComma = hasDecimalComma
        // Normal forms are appended to what was said.
        bytes.reserveCapacity(min(text.utf8.count, maximumBytes) * 2 + 16)
        words.reserveCapacity(24)
        let utf8 = text.utf8Span.span
        var offset = 0
        while offset < utf8.count {
            let width = Self.width(utf8[offset])
            // A word that the limit would cut in two is dropped whole.
            if offset + width > maximumBytes || words.count >= maximumWords {
                if start >= 0 { bytes.removeSubrange(start...) }
                start = -1
                break
            }
            if width == 1 {
                take(utf8[offset], at: offset)
            } else {
                take(Self.scalar(utf8, at: offset, width: width), at: offset, width: width)
            }
            offset += width
        }
        endWord()
    }

    /// How many bytes the scalar has that begins with a byte; the text is known to be UTF-8.
    private static func width(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    }

    private static func scalar(_ utf8: Span<UInt8>, at offset: Int, width: Int) -> Unicode.Scalar {
        var value = UInt32(utf8[offset]) & (0xff >> UInt32(width + 1))
        for index in 1..<width { value = value << 6 | UInt32(utf8[offset + index] & 0x3f) }
        return Unicode.Scalar(value) ?? "\u{fffd}"
    }

    /// Takes a byte of ASCII.
    private mutating func take(_ byte: UInt8, at offset: Int) {
        switch byte {
        case 0x61...0x7a, 0x30...0x39: append(byte, at: offset)
        case 0x41...0x5a: append(byte | 0x20, at: offset)
        case 0x27: break
        case 0x2e, 0x2c, 0x3a:
            if start >= 0, let last = bytes.last, Self.isDigit(last), pending == 0 {
                pending = byte
            } else {
                endWord()
            }
        case 0x3f:
            endWord()
            if !words.isEmpty { words[words.count - 1].endsQuestion = true }
        default: endWord()
        }
    }

    /// Takes a scalar beyond ASCII.
    private mutating func take(_ scalar: Unicode.Scalar, at offset: Int, width: Int) {
        switch scalar.value {
        // Apostrophes.
        case 0x2019, 0x02bc: break
        default: takeOther(scalar, at: offset, width: width)
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
            let isComma = hasDecimalComma && pending == 0x2c
            if joins, pending == 0x2e || isComma { add(0x2e) }
            if isComma { commas += 1 }
            pending = 0
            if !joins { endWord() }
        }
        if start < 0 {
            start = bytes.count
            hash = Hashing.seed
            sourceStart = offset
        }
        add(byte)
        sourceEnd = offset + 1
    }

    private mutating func add(_ byte: UInt8) {
        bytes.append(byte)
        hash = Hashing.adding(byte, to: hash)
    }

    private mutating func endWord() {
        pending = 0
        guard start >= 0 else { return }
        if hasDecimalComma, commas == 0 { joinThousands() }
        commas = 0
        let text = start..<bytes.count
        words.append(
            ScannedWord(
                text: text,
                source: sourceStart..<sourceEnd,
                hash: hash,
                endsQuestion: false
            )
        )
        start = -1
    }

    /// The most groups of three digits that a number is written with: an address of a network has more dots.
    private static let maximumGroups = 2

    /// Reads "3.500" as "3500", where no group is missing a digit: "11.3" and "4.2.1" stay as they are.
    private mutating func joinThousands() {
        let parts = bytes[start...].split(separator: 0x2e, omittingEmptySubsequences: false)
        guard (1...Self.maximumGroups).contains(parts.count - 1), (1...3).contains(parts[0].count),
            parts[0].first != 0x30, parts.dropFirst().allSatisfy({ $0.count == 3 }),
            parts.joined().allSatisfy(Self.isDigit)
        else { return }
        let digits = Array(parts.joined())
        bytes.replaceSubrange(start..., with: digits)
        hash = Hashing.of(digits)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
