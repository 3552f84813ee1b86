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
        var table = DistanceTable(wanted, limit: edits)
        var steps = 0
        try index.walk(from: Array(sure)) { name in
            steps += 1
            guard name.starts(with: sure), steps < maximumSteps, found.count < maximumWords else {
                return .end
            }
            switch table.read(name) {
            case .near: found.append(String(decoding: name.array, as: UTF8.self))
            case .far: break
            case .hopeless(let next): return next.map { .skip(to: $0) } ?? .end
            }
            return .next
        }
        return found
    }
}

/// Edit distances (with neighbours changing places) between a word and names in order.
private struct DistanceTable {
    enum Result {
        case near
        case far
        /// No name before this one is near enough; nil for none at all.
        case hopeless([UInt8]?)
    }

    private let word: [UInt8]
    private let limit: Int
    /// Row n: distances between the first n bytes of the name and each beginning of the word, row after row.
    private var cells: [Int]
    /// The lowest of each row.
    private var lowest: [Int] = [0]
    private var name: [UInt8] = []

    init(_ word: [UInt8], limit: Int) {
        self.word = word
        self.limit = limit
        cells = Array(0...word.count)
        cells.reserveCapacity((word.count + limit + 3) * (word.count + 1))
    }

    private var width: Int { word.count + 1 }

    private func cell(_ row: Int, _ column: Int) -> Int { cells[row * width + column] }

    mutating func read(_ next: Span<UInt8>) -> Result {
        var common = 0
        let most = min(name.count, next.count, lowest.count - 1)
        while common < most, name[common] == next[common] { common += 1 }
        cells.removeLast(cells.count - (common + 1) * width)
        lowest.removeLast(lowest.count - 1 - common)
        name.removeLast(name.count - common)
        for index in common..<next.count { name.append(next[index]) }
        for index in common..<next.count {
            addRow(of: index)
            // Beyond this row comes only what two letters that changed places make of the row before, at one
            // edit more.
            if lowest[index + 1] > limit, lowest[index] >= limit {
                return .hopeless(beginning(after: index))
            }
        }
        return cell(next.count, word.count) <= limit ? .near : .far
    }

    /// The next beginning that can be of a near name, after the one that ends at an index and can't.
    private func beginning(after index: Int) -> [UInt8]? {
        var next: UInt8?
        func consider(_ byte: UInt8) {
            if byte > name[index], byte < next ?? .max { next = byte }
        }
        // All edits are spent, so that the letter must be one that goes on without.
        for column in word.indices {
            if cell(index, column) <= limit { consider(word[column]) }
            if index > 0, column + 1 < word.count, cell(index - 1, column) < limit,
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

    private mutating func addRow(of index: Int) {
        var left = index + 1
        var least = left
        cells.append(left)
        for column in 1...word.count {
            let isSame = name[index] == word[column - 1]
            var best = min(
                cell(index, column) + 1,
                left + 1,
                cell(index, column - 1) + (isSame ? 0 : 1)
            )
            if index > 0, column > 1, name[index] == word[column - 2],
                name[index - 1] == word[column - 1]
            {
                best = min(best, cell(index - 1, column - 2) + 1)
            }
            cells.append(best)
            left = best
            least = min(least, best)
        }
        lowest.append(least)
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
