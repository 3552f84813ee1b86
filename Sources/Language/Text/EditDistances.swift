/// The edit distances between a word and each beginning of a name that is read letter by letter.
///
/// An edit puts a letter in, leaves one out, replaces one, or swaps it with the next.
struct EditDistances {
    let word: [UInt8]
    /// The letters that have been read.
    private(set) var name: [UInt8] = []
    /// Row n: the distances between the first n letters of the name and each beginning of the word, row after row.
    private var cells: [Int]
    /// The lowest distance of each row.
    private(set) var lowest = [0]

    /// - Parameter letters: How many letters of names there is room for at first.
    init(to word: [UInt8], letters: Int) {
        self.word = word
        cells = Array(0...word.count)
        cells.reserveCapacity((letters + 1) * (word.count + 1))
    }

    /// The distance of two words.
    static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var distances = EditDistances(to: right, letters: left.count)
        for letter in left { distances.read(letter) }
        return distances.ofName
    }

    /// The distance of the name as far as it has been read.
    var ofName: Int { cells[cells.count - 1] }

    /// The distance between the first letters of the name and those of the word.
    func distance(_ letters: Int, _ lettersOfWord: Int) -> Int {
        cells[letters * (word.count + 1) + lettersOfWord]
    }

    /// Takes back all letters but the first ones.
    mutating func keep(_ letters: Int) {
        name.removeLast(name.count - letters)
        cells.removeLast(cells.count - (letters + 1) * (word.count + 1))
        lowest.removeLast(lowest.count - 1 - letters)
    }

    /// Reads one more letter of the name.
    mutating func read(_ letter: UInt8) {
        let row = name.count
        var left = row + 1
        var least = left
        cells.append(left)
        for column in word.indices {
            var best = min(
                distance(row, column + 1) + 1,
                left + 1,
                distance(row, column) + (letter == word[column] ? 0 : 1)
            )
            if row > 0, column > 0, letter == word[column - 1], name[row - 1] == word[column] {
                best = min(best, distance(row - 1, column - 1) + 1)
            }
            cells.append(best)
            left = best
            least = min(least, best)
        }
        name.append(letter)
        lowest.append(least)
    }
}
