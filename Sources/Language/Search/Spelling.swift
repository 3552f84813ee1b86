/// Finds words of an index that are spelled nearly like one that it does not have.
///
/// The names of the lists are walked in order, with the table of edit distances kept for the letters that a name
/// has in common with the one before. Where no name that begins like this one can be near enough, the walk goes
/// on at the next beginning that can: a look at an index of any size visits some hundred names.
enum Spelling {
    /// Shorter words have too many neighbours to guess.
    private static let minimumBytes = 4
    /// From this length on two edits are allowed where one finds nothing.
    private static let bytesForTwoEdits = 8
    /// The first letter of a word is seldom wrong, nor are the first three where two others are.
    private static let sureBytes = [1: 1, 2: 3]
    /// The most words that are gathered.
    static let maximumWords = 32
    /// The most names that are looked at, so that one odd word costs little in any index.
    private static let maximumSteps = 500

    /// The nearest words, and how many edits away they are: a letter left out, put in, replaced, or two that
    /// changed places.
    static func near(
        _ word: String,
        in index: any IndexReader
    ) throws -> (words: [String], edits: Int) {
        let wanted = Array(word.utf8)
        guard wanted.count >= minimumBytes, !wanted.contains(where: WordScanner.isDigit) else {
            return ([], 0)
        }
        let words = try self.words(wanted, edits: 1, in: index)
        guard words.isEmpty, wanted.count >= bytesForTwoEdits else { return (words, 1) }
        return (try self.words(wanted, edits: 2, in: index), 2)
    }

    private static func words(
        _ wanted: [UInt8],
        edits: Int,
        in index: any IndexReader
    ) throws -> [String] {
        let sure = wanted.prefix(sureBytes[edits] ?? 1)
        var found: [String] = []
        var names = NearNames(to: wanted, limit: edits)
        var steps = 0
        try index.walk(from: Array(sure)) { name in
            steps += 1
            guard name.starts(with: sure), steps < maximumSteps, found.count < maximumWords else {
                return .end
            }
            switch names.read(name) {
            case .near: found.append(String(decoding: name.array, as: UTF8.self))
            case .far: break
            case .hopeless(let next): return next.map { .skip(to: $0) } ?? .end
            }
            return .next
        }
        return found
    }
}

/// Which of names in order are near enough to a word.
private struct NearNames {
    enum Result {
        case near
        case far
        /// No name before this one is near enough; nil for none at all.
        case hopeless([UInt8]?)
    }

    private let limit: Int
    /// Kept from one name to the next, as far as they begin alike.
    private var distances: EditDistances

    init(to word: [UInt8], limit: Int) {
        self.limit = limit
        distances = EditDistances(to: word, letters: word.count + limit + 2)
    }

    mutating func read(_ next: Span<UInt8>) -> Result {
        var common = 0
        let most = min(distances.name.count, next.count)
        while common < most, distances.name[common] == next[common] { common += 1 }
        distances.keep(common)
        for index in common..<next.count {
            distances.read(next[index])
            // Beyond this letter comes only what two letters that changed places make of the row before, at one
            // edit more.
            if distances.lowest[index + 1] > limit, distances.lowest[index] >= limit {
                return .hopeless(beginning(after: index))
            }
        }
        return distances.ofName <= limit ? .near : .far
    }

    /// The next beginning that can be of a near name, after the one that ends at an index and can't.
    private func beginning(after index: Int) -> [UInt8]? {
        let (word, name) = (distances.word, distances.name)
        var next: UInt8?
        func consider(_ byte: UInt8) {
            if byte > name[index], byte < next ?? .max { next = byte }
        }
        // All edits are spent, so that the letter must be one that goes on without.
        for column in word.indices {
            if distances.distance(index, column) <= limit { consider(word[column]) }
            if index > 0, column + 1 < word.count, distances.distance(index - 1, column) < limit,
                name[index - 1] == word[column + 1]
            {
                consider(word[column])
            }
        }
        if let next { return name[..<index] + [next] }
        var bytes = Array(name[..<index])
        while let last = bytes.popLast() {
            if last < .max { return bytes + [last + 1] }
        }
        return nil
    }
}

extension Span<UInt8> {
    /// A copy of the bytes.
    package var array: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in indices { bytes.append(self[index]) }
        return bytes
    }

    package func starts(with beginning: some Collection<UInt8>) -> Bool {
        guard count >= beginning.count else { return false }
        var index = 0
        for byte in beginning {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }
}
