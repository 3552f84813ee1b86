/// Finds words of an index that are spelled nearly like one that it does not have.
///
/// The names of the lists are walked in order from the word's first letter on, with the table of edit
/// distances kept for the letters that a name has in common with the one before; where no name that begins
/// like this one can be near enough, all of them are jumped over.
enum Spelling {
    /// Shorter words have too many neighbours to guess.
    private static let minimumBytes = 4
    /// From this length on two edits are allowed.
    private static let bytesForTwoEdits = 8
    /// The most words that are gathered.
    static let maximumWords = 32
    /// The most names that are looked at, so that one odd word costs little in any index.
    private static let maximumSteps = 2_000

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
        var found: [String] = []
        var table = DistanceTable(wanted, limit: wanted.count < bytesForTwoEdits ? 1 : 2)
        var steps = 0
        try index.walk(from: [wanted[0]]) { name in
            steps += 1
            guard name.first == wanted[0], steps < maximumSteps else { return nil }
            switch table.read(name) {
            case .distance(let distance):
                if distance < table.limit {
                    table.limit = distance
                    found.removeAll()
                }
                if found.count < maximumWords {
                    found.append(String(decoding: name, as: UTF8.self))
                }
                return name + [1]
            case .tooFar:
                return name + [1]
            case .hopeless(let count):
                return successor(of: name[..<count])
            }
        }
        return (found, found.isEmpty ? 0 : table.limit)
    }

    /// The first name that does not begin with some bytes and follows all that do.
    private static func successor(of bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes = Array(bytes)
        while let last = bytes.popLast() {
            if last < .max { return bytes + [last + 1] }
        }
        return nil
    }
}

/// Edit distances (with neighbours changing places) between a word and names in order.
private struct DistanceTable {
    enum Result {
        case distance(Int)
        case tooFar
        /// No name that has so many first bytes in common with this one is near enough.
        case hopeless(Int)
    }

    private let word: [UInt8]
    /// The most edits that are of interest.
    var limit: Int
    /// Row n: distances between the first n bytes of the name and each beginning of the word.
    private var rows: [[Int]]
    private var name: [UInt8] = []

    init(_ word: [UInt8], limit: Int) {
        self.word = word
        self.limit = limit
        rows = [Array(0...word.count)]
    }

    mutating func read(_ next: [UInt8]) -> Result {
        let common = zip(name, next).prefix { $0 == $1 }.count
        rows.removeLast(max(0, rows.count - 1 - common))
        name = next
        for index in (rows.count - 1)..<next.count {
            let row = row(of: index)
            rows.append(row)
            // A later change of places can still mend one edit of this row, never two.
            if min(row.min() ?? 0, rows[index].min() ?? 0) > limit { return .hopeless(index + 1) }
        }
        let distance = rows[next.count][word.count]
        return distance <= limit ? .distance(distance) : .tooFar
    }

    private func row(of index: Int) -> [Int] {
        let above = rows[index]
        var row = [index + 1]
        row.reserveCapacity(word.count + 1)
        for column in 1...word.count {
            let isSame = name[index] == word[column - 1]
            var best = min(
                above[column] + 1,
                row[column - 1] + 1,
                above[column - 1] + (isSame ? 0 : 1)
            )
            if index > 0, column > 1, name[index] == word[column - 2],
                name[index - 1] == word[column - 1]
            {
                best = min(best, rows[index - 1][column - 2] + 1)
            }
            row.append(best)
        }
        return row
    }
}
