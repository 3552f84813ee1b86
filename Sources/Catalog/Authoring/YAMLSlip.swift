/// A slip of the pen that makes a file no YAML, where it was made.
///
/// A parser notices most of them lines later, in words about its own inside. This looks at the lines
/// that it has read for what people do: a tab, a colon without its space, a quote that is not closed.
struct YAMLSlip {
    let place: Place
    let message: String
    let suggestion: String

    /// The last slip up to the line at which the parser gave up, both counted from 1.
    static func find(in text: String, upTo last: Int) -> YAMLSlip? {
        var finder = YAMLSlipFinder(text)
        return finder.last(upTo: last)
    }
}

private struct YAMLSlipFinder {
    /// A level of indentation: a mapping whose keys, or a list whose dashes, stand in this column.
    private struct Level {
        let column: Int
        let isList: Bool
        let line: Int
    }

    /// Lines in which the parser may not yet have noticed a slip.
    private static let patience = 8

    private let lines: [[Character]]
    private var slips: [YAMLSlip] = []
    private var levels: [Level] = []
    /// Whether the last key or dash has its value on lines of its own.
    private var isOpen = true
    /// The column of the key whose block text (`|`, `>`) goes on.
    private var block: Int?

    init(_ text: String) {
        // A Character may be "\r\n", which is a newline as well.
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(Array.init)
    }

    mutating func last(upTo last: Int) -> YAMLSlip? {
        var number = 0
        while number < min(last, lines.count) {
            number = read(number)
        }
        guard let slip = slips.last, last - slip.place.line <= Self.patience || isUnclosed(slip)
        else { return nil }
        return slip
    }

    private func isUnclosed(_ slip: YAMLSlip) -> Bool { slip.message.hasSuffix("never closed") }

    private mutating func add(_ line: Int, _ column: Int, _ message: String, _ suggestion: String) {
        let place = Place(line: line + 1, column: column + 1)
        slips.append(YAMLSlip(place: place, message: message, suggestion: suggestion))
    }

    /// Reads a line; the index of the next one to read.
    private mutating func read(_ number: Int) -> Int {
        let line = lines[number]
        guard line.contains(where: { !$0.isWhitespace }),
            let start = line.firstIndex(where: { $0 != " " }), line[start] != "#"
        else { return number + 1 }
        if let block, start > block { return number + 1 }
        block = nil
        guard !hasStrangeSpace(line, number) else { return number + 1 }
        var column = start
        while column + 1 < line.count, line[column] == "-", line[column + 1] == " " {
            enter(column, isList: true, number)
            column = line[column...].dropFirst().firstIndex { $0 != " " } ?? line.count
        }
        guard column < line.count, line[column] != "#" else { return number + 1 }
        if line[column] == "-", column + 1 < line.count, line[column + 1].isLetter {
            add(
                number,
                column,
                "an entry of a list begins with a dash and a space",
                "write '- \(shown(line[(column + 1)...]))'"
            )
            return number + 1
        }
        guard let colon = colon(of: line, from: column) else {
            if column == start, !isOpen { return number + 1 }  // A text that goes on.
            return readValue(number, from: column, indent: column)
        }
        let isBare = colon + 1 == line.count
        guard isBare || line[colon + 1] == " " else {
            let key = String(line[column..<colon])
            add(
                number,
                colon,
                "there is no space after the colon of '\(key)'",
                "write '\(key): \(shown(line[(colon + 1)...]))'"
            )
            return number + 1
        }
        enter(column, isList: false, number)
        let value = line[(colon + 1)...].firstIndex { $0 != " " } ?? line.count
        isOpen = value == line.count || line[value] == "#"
        return isOpen ? number + 1 : readValue(number, from: value, indent: column)
    }

    /// Where the colon of the key stands that a line has here, with its space or without.
    private func colon(of line: [Character], from start: Int) -> Int? {
        guard start < line.count, line[start] != "[", line[start] != "{" else { return nil }
        if line[start] == "\"" || line[start] == "'" {
            guard let end = closing(line[start], line, from: start + 1), end + 1 < line.count,
                line[end + 1] == ":"
            else { return nil }
            return end + 1
        }
        if let colon = wordColon(of: line, from: start) { return colon }
        let mark = line.indices[start...].first { index in
            line[index] == ":" && (index + 1 == line.count || line[index + 1] == " ")
                || line[index] == "#" && index > start && line[index - 1] == " "
        }
        return mark.flatMap { line[$0] == ":" ? $0 : nil }
    }

    /// The same where the key is a plain word, as those of the format are.
    private func wordColon(of line: [Character], from start: Int) -> Int? {
        let end = line.indices[start...].first { index in
            let character = line[index]
            let isPart = character.isASCII && (character.isLetter || character.isNumber)
            return !isPart && character != "-" && character != "." && character != "_"
        }
        guard let end, end > start, line[end] == ":" else { return nil }
        guard end + 1 < line.count, line[end + 1] != " " else { return end }
        // "12:30" and "http://…" are no keys.
        let isKey = line[start..<end].allSatisfy { !$0.isNumber }
        return isKey && line[end + 1] != "/" ? end : nil
    }

    private mutating func hasStrangeSpace(_ line: [Character], _ number: Int) -> Bool {
        let leading = line.prefix { $0.isWhitespace || "\u{200B}\u{FEFF}".contains($0) }
        if let tab = leading.firstIndex(of: "\t") {
            add(
                number,
                tab,
                "a tab stands before the text, and only spaces may",
                "replace the tab by spaces, two for each level"
            )
            return true
        }
        let marks = line.indices.dropFirst().filter { ":-".contains(line[$0 - 1]) }
        let places = leading.indices.map { $0 } + marks
        guard
            let place = places.first(where: {
                "\u{A0}\u{202F}\u{2007}\u{3000}\u{200B}".contains(line[$0])
            })
        else { return false }
        add(
            number,
            place,
            "what looks like a space here is a special one, as web pages and word processors have it",
            "delete it and type a space"
        )
        return true
    }

    /// Takes a key or a dash in a column: it stands in a level that there is, or begins one.
    private mutating func enter(_ column: Int, isList: Bool, _ number: Int) {
        let above = levels.last
        while let level = levels.last,
            level.column > column || level.column == column && level.isList && !isList
        {
            levels.removeLast()
        }
        defer { isOpen = true }
        if let level = levels.last, level.column == column, level.isList == isList { return }
        if let above, let level = levels.last, column < above.column {
            // Fewer spaces than the line before, and as many as none that it could belong to.
            let isNearer = above.column - column <= column - level.column
            let likely = above.isList == level.isList ? isNearer : above.isList == isList
            let meant = likely ? above : level
            add(
                number,
                column,
                "\(spaces(column)) before this line are as many as before none that it could belong to",
                "put \(meant.column) there, as in line \(meant.line + 1)"
            )
        } else if let above, column > above.column, !isOpen {
            add(
                number,
                column,
                "\(spaces(column)) before this line are more than before the one that it follows",
                "put \(above.column) there, as in line \(above.line + 1)"
            )
        }
        levels.append(Level(column: column, isList: isList, line: number))
    }

    private func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }
}

// MARK: - Values

extension YAMLSlipFinder {
    /// Reads the value that begins here; the index of the next line to read.
    private mutating func readValue(_ number: Int, from start: Int, indent: Int) -> Int {
        let line = lines[number]
        isOpen = false
        switch line[start] {
        case "|", ">":
            block = indent
        case "\"", "'":
            return readQuoted(number, from: start)
        case "[", "{":
            return readBrackets(number, from: start)
        case "@", "`", "%", "!", "*", "&":
            add(
                number,
                start,
                "a text can't begin with \(line[start]) without quotes",
                "write \(quoted(line[start...]))"
            )
        default:
            let text = line[start...]
            let colon = text.indices.first { index in
                line[index] == ":" && (index + 1 == line.count || line[index + 1] == " ")
            }
            let note = text.indices.first { line[$0] == "#" && line[$0 - 1] == " " }
            if let colon, note.map({ colon < $0 }) ?? true {
                add(
                    number,
                    colon,
                    "': ' stands in a text that has no quotes",
                    "write \(quoted(text))"
                )
            }
        }
        return number + 1
    }

    private mutating func readQuoted(_ number: Int, from start: Int) -> Int {
        let quote = lines[number][start]
        var place = (line: number, column: start + 1)
        while place.line < lines.count {
            let line = lines[place.line]
            if let end = closing(quote, line, from: place.column) {
                let rest = line[(end + 1)...].drop { $0 == " " }
                if let first = rest.first, first != "#" {
                    let hasRoom = quote == "'"
                    add(
                        place.line,
                        rest.startIndex,
                        "a text goes on after the quote that closes it",
                        hasRoom
                            ? "put the text between \" and \", where ' is an ordinary letter"
                            : "put the whole text between the quotes, and write \\\" for one within it"
                    )
                }
                return place.line + 1
            }
            // A text over several lines is indented; a key or an entry is the next thing.
            let next = place.line + 1
            guard next < lines.count, !isNextEntry(lines[next]) else { break }
            place = (next, 0)
        }
        add(
            number,
            start,
            "the quote that begins here is never closed",
            "write \(quote) at the end of the text"
        )
        return lines.count
    }

    private func closing(_ quote: Character, _ line: [Character], from start: Int) -> Int? {
        var index = start
        while index < line.count {
            if quote == "\"", line[index] == "\\" {
                index += 2
                continue
            }
            if line[index] == quote {
                guard quote == "'", index + 1 < line.count, line[index + 1] == "'" else {
                    return index
                }
                index += 1
            }
            index += 1
        }
        return nil
    }

    private func isNextEntry(_ line: [Character]) -> Bool {
        let text = line.drop { $0 == " " }
        if text.starts(with: "- ") { return true }
        guard let colon = wordColon(of: line, from: text.startIndex) else { return false }
        return colon + 1 == line.count || line[colon + 1] == " "
    }

    private mutating func readBrackets(_ number: Int, from start: Int) -> Int {
        var depth = 0
        var place = (line: number, column: start)
        while place.line < lines.count {
            let line = lines[place.line]
            while place.column < line.count {
                let character = line[place.column]
                let before = place.column > 0 ? line[place.column - 1] : " "
                switch character {
                case "\"", "'":
                    guard " [{,:".contains(before) else { break }
                    place.column =
                        closing(character, line, from: place.column + 1) ?? line.count
                case "#":
                    if before == " " { place.column = line.count }
                case "[", "{": depth += 1
                case "]", "}": depth -= 1
                default: break
                }
                place.column += 1
                guard depth == 0 else { continue }
                readAfterBrackets(number, start, place)
                return place.line + 1
            }
            let next = place.line + 1
            let isGoingOn = line.last.map { ",[{".contains($0) } ?? true
            guard next < lines.count, isGoingOn || !isNextEntry(lines[next]) else { break }
            place = (next, 0)
        }
        let bracket = lines[number][start]
        let end = bracket == "[" ? "]" : "}"
        add(
            number,
            start,
            "the bracket that begins here is never closed",
            "write \(end) at the end; a text that begins with \(bracket) needs quotes"
        )
        return lines.count
    }

    private mutating func readAfterBrackets(
        _ number: Int,
        _ start: Int,
        _ end: (line: Int, column: Int)
    ) {
        let rest = lines[end.line][min(end.column, lines[end.line].count)...].drop { $0 == " " }
        guard let first = rest.first, first != "#", end.line == number else { return }
        add(
            number,
            start,
            "a text that begins with \(lines[number][start]) needs quotes",
            "write \(quoted(lines[number][start...]))"
        )
    }

    private func quoted(_ text: some Collection<Character>) -> String {
        "\"\(shown(text).replacing("\"", with: "\\\""))\""
    }

    private func shown(_ text: some Collection<Character>) -> String {
        var text = String(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text.count > 60 ? text.prefix(60) + "…" : text
    }
}
