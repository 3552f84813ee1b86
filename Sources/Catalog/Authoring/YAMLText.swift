internal import Yams

/// Reads YAML into ``YAMLValue``, bounded in depth and number, without anchors and aliases.
struct YAMLText {
    /// Why a text can't be read.
    private struct Refusal: Error {
        let code: ProblemCode
        let place: Place
        let message: String
        var suggestion = ""
    }

    /// What a file holds, and what is written behind its texts.
    private struct Content {
        let value: YAMLValue
        /// What stands after ` #` behind a text, by the text's place.
        let notes: [Place: String]
    }

    private let firstLine: Int
    private let lines: [Substring]
    private var values = 0
    private var notes: [Place: String] = [:]

    private init(_ text: String, firstLine: Int) {
        self.firstLine = firstLine
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The value of a file; nil after a problem was reported.
    ///
    /// - Parameter firstLine: The line of the file on which the text begins.
    static func read(_ text: String, firstLine: Int = 1, into problems: Problems) -> YAMLValue? {
        let parse: @Sendable () -> Result<Content, Refusal> = {
            do throws(Refusal) {
                return .success(try Self.parse(text, firstLine: firstLine))
            } catch {
                return .failure(error)
            }
        }
        let result = mayNestDeeply(text) ? DeepStack.run(parse) : parse()
        switch result {
        case .success(let content):
            problems.notes = content.notes
            return content.value
        case .failure(let refusal):
            problems.add(
                refusal.code,
                at: refusal.place,
                refusal.message,
                suggestion: refusal.suggestion
            )
        case nil:
            problems.add(.unreadable, at: .none, "the file can't be read as YAML")
        }
        return nil
    }

    /// The parser calls itself for each level, so a file of brackets could use up a thread's stack.
    ///
    /// A level takes a bracket, or a column more at the beginning of a line, where a list may stand
    /// at the column of its key.
    private static func mayNestDeeply(_ text: String) -> Bool {
        var brackets = 0
        var column = 0
        var longest = 0
        var isLeading = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                column = 0
                isLeading = true
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                isLeading = false
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"),
                UInt8(ascii: "\t"):
                break
            default:
                isLeading = false
            }
            if isLeading {
                column += 1
                longest = max(longest, column)
            }
        }
        return brackets + 2 * longest > 64
    }

    private static func parse(_ text: String, firstLine: Int) throws(Refusal) -> Content {
        if let place = anchor(in: text, firstLine: firstLine) {
            throw Refusal(
                code: .unreadable,
                place: place,
                message: "anchors (&name) and aliases (*name) are not part of the format",
                suggestion: "write the text out where it is needed; in a sentence, put a space "
                    + "after &"
            )
        }
        var reader = YAMLText(text, firstLine: firstLine)
        do {
            let parser = try Parser(yaml: text, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                throw reader.refusal(.unreadable, nil, "the file is empty")
            }
            let value = try reader.convert(root, depth: 1)
            return Content(value: value, notes: reader.notes)
        } catch let error as YamlError {
            throw reader.refusal(error, text)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw reader.refusal(.unreadable, nil, "the file can't be read as YAML")
        }
    }

    private mutating func convert(_ node: Yams.Node, depth: Int) throws(Refusal) -> YAMLValue {
        values += 1
        guard depth <= CatalogLimits.yamlDepth else {
            let limit = CatalogLimits.yamlDepth
            throw refusal(
                .tooLarge,
                node.mark,
                "mappings and lists are nested deeper than \(limit)"
            )
        }
        guard values <= CatalogLimits.yamlValues else {
            let limit = CatalogLimits.yamlValues
            throw refusal(.tooLarge, node.mark, "the file has more than \(limit) values")
        }
        let place = place(node.mark)
        switch node {
        case .scalar(let scalar):
            let isBare = scalar.style == .plain || scalar.style == .any
            let isEmpty = isBare && ["", "~", "null"].contains(scalar.string)
            if isBare, !isEmpty { notes[place] = note(behind: scalar.string, node.mark) }
            return isEmpty ? .empty(place) : .text(scalar.string, place)
        case .sequence(let sequence):
            var elements: [YAMLValue] = []
            for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
            return .list(elements, place)
        case .mapping(let mapping):
            var fields: [YAMLField] = []
            for (key, value) in mapping {
                guard case .scalar(let scalar) = key else {
                    let message = "a key must be a word, not a list or mapping"
                    throw refusal(.unreadable, key.mark, message)
                }
                let converted = try convert(value, depth: depth + 1)
                let keyPlace = self.place(key.mark)
                fields.append(YAMLField(key: scalar.string, place: keyPlace, value: converted))
            }
            return .map(fields, place)
        case .alias:
            throw refusal(.unreadable, node.mark, "aliases (*name) are not part of the format")
        }
    }

    /// What YAML takes for a note behind a text on one line, where it may have been meant as a part of it.
    ///
    /// Two spaces before the `#` and one after it are how notes are written.
    private func note(behind text: String, _ mark: Mark?) -> String? {
        guard let mark, lines.indices.contains(mark.line - 1) else { return nil }
        let line = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1)
        guard line.starts(with: text.unicodeScalars) else { return nil }
        let rest = line.dropFirst(text.unicodeScalars.count)
        let note = rest.drop { $0 == " " }
        guard note.first == "#", note.count > 1 else { return nil }
        let isNote = rest.count - note.count > 1 && [" ", "#"].contains(note.dropFirst().first)
        return isNote ? nil : String(Substring(note))
    }

    private func place(_ mark: Mark?) -> Place {
        guard let mark else { return Place(line: firstLine, column: 1) }
        return Place(line: mark.line + firstLine - 1, column: mark.column)
    }

    private func refusal(_ code: ProblemCode, _ mark: Mark?, _ message: String) -> Refusal {
        Refusal(code: code, place: place(mark), message: message)
    }

    private func refusal(_ error: YamlError, _ text: String) -> Refusal {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            if let slip = YAMLSlip.find(in: text, upTo: mark.line) {
                let line = slip.place.line + firstLine - 1
                return Refusal(
                    code: .unreadable,
                    place: Place(line: line, column: slip.place.column),
                    message: slip.message,
                    suggestion: slip.suggestion
                )
            }
            let about = context.map { " (\($0.text), line \($0.mark.line + firstLine - 1))" } ?? ""
            return Refusal(
                code: .unreadable,
                place: place(mark),
                message: "not YAML: \(problem)\(about)",
                suggestion: "check the indentation, and put texts with ': ' or ' #' into quotes"
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            return refusal(ofKeys: duplicates, context.mark, text)
        case .reader(let problem, _, _, _):
            return refusal(.unreadable, nil, "not YAML: \(problem)")
        default:
            return refusal(.unreadable, nil, "the file can't be read as YAML")
        }
    }

    /// Keys that a mapping has twice, at the second of the first one where it has a line of its own.
    private func refusal(ofKeys keys: [String], _ mark: Mark, _ text: String) -> Refusal {
        let names = keys.joined(separator: "', '")
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let margin = mark.column - 1
        var places: [Int] = []
        for number in max(mark.line - 1, 0)..<max(lines.count, mark.line - 1) {
            let line = lines[number]
            let before = line.prefix(margin)
            // The mapping's first line may begin with the dash of a list.
            let isWithin = number == mark.line - 1 || before.allSatisfy { $0 == " " }
            guard isWithin else { break }
            let isKey = keys.first.map { line.dropFirst(margin).hasPrefix($0 + ":") } ?? false
            if isKey { places.append(number + firstLine) }
        }
        guard places.count > 1 else {
            return refusal(.duplicateID, mark, "the key '\(names)' is given twice")
        }
        return Refusal(
            code: .duplicateID,
            place: Place(line: places[1], column: mark.column),
            message: "the key '\(names)' is given twice: here, and on line \(places[0])",
            suggestion: "remove one of them"
        )
    }

    /// The first `&name` where YAML could take it for an anchor.
    ///
    /// Aliases are expanded by the parser, so a file of a few lines can stand for millions of
    /// values; without an anchor there is no alias. This looks at the text before it is parsed and
    /// refuses a little more than anchors, such as `R &D`.
    private static func anchor(in text: String, firstLine: Int) -> Place? {
        var place = Place(line: firstLine, column: 0)
        var before: Unicode.Scalar = " "
        var isCandidate = false
        var candidate = place
        for scalar in text.unicodeScalars {
            place.column += 1
            if isCandidate, scalar.properties.isAlphabetic || isAnchorSign(scalar) {
                return candidate
            }
            isCandidate = scalar == "&" && mayStandBeforeAnchor(before)
            candidate = place
            before = scalar
            if scalar == "\n" { place = Place(line: place.line + 1, column: 0) }
        }
        return nil
    }

    private static func isAnchorSign(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
    }

    private static func mayStandBeforeAnchor(_ scalar: Unicode.Scalar) -> Bool {
        " \t\r\n[]{},:-?\"'".unicodeScalars.contains(scalar)
    }
}
