internal import Messages

/// Changes a YAML file where it must be changed, and nowhere else.
///
/// The author's comments, order, quotes and indentation stay: a change is text that is put in or taken
/// out at the places that the parser gives. What comes out is read again and compared with what the
/// change means, so a file in a form that this does not know is refused, never spoilt.
struct YAMLEditor {
    /// The file, for messages.
    let path: String
    private(set) var text: String

    init(_ file: SourceFile) throws(CatalogError) {
        path = file.path
        guard let text = file.text else {
            throw .invalid("\(file.path) is not UTF-8: save it as UTF-8")
        }
        self.text = text
    }

    /// What the file holds now.
    func root() throws(CatalogError) -> YAMLValue {
        let problems = Problems(path: path)
        guard let root = YAMLText.read(text, into: problems) else {
            throw .invalid(
                "\(path) can't be read as YAML: \(problems.list.first?.message ?? "it is damaged")"
            )
        }
        return root
    }

    /// Applies an edit.
    ///
    /// - Throws: ``CatalogError/invalid(_:)`` where the text is in a form in which this can't be done.
    mutating func apply(_ edit: YAMLEdit) throws(CatalogError) {
        let root = try root()
        guard let expected = YAMLContent(root).applying(edit) else { throw refusal }
        var lines = YAMLLines(text)
        guard lines.apply(edit, root: root) else { throw refusal }
        var changed = self
        changed.text = lines.text
        guard let after = try? changed.root(), YAMLContent(after) == expected else { throw refusal }
        self = changed
    }

    private var refusal: CatalogError {
        .invalid(
            "\(path) is written in a form that can't be changed by itself here: make the change in "
                + "an editor, and accept it from the folder"
        )
    }
}

/// The lines of a YAML file, and where its values begin and end in them.
struct YAMLLines {
    private var lines: [[Unicode.Scalar]]
    private let isWithReturns: Bool

    init(_ text: String) {
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map(Array.init)
        isWithReturns = lines.first?.last == "\r"
    }

    var text: String {
        var text = String.UnicodeScalarView()
        for (number, line) in lines.enumerated() {
            if number > 0 { text.append("\n") }
            text.append(contentsOf: line)
        }
        return String(text)
    }

    /// Whether a list or mapping is written in brackets.
    func isFlow(_ value: YAMLValue) -> Bool {
        switch (value, scalar(at: value.place)) {
        case (.list, "["), (.map, "{"): true
        default: false
        }
    }

    /// Puts the text of an edit in; false where that can't be done.
    mutating func apply(_ edit: YAMLEdit, root: YAMLValue) -> Bool {
        switch edit {
        case .insert(let path, let index, let element):
            guard let list = root.find(path, in: self)?.value else { return false }
            return insert(element, at: index, into: list)
        case .remove(let path, let index):
            guard let list = root.find(path, in: self)?.value else { return false }
            return remove(at: index, from: list)
        case .add(let path, let entry, let after):
            guard let map = root.find(path, in: self)?.value else { return false }
            return add(entry, after: after, to: map)
        case .replace(let path, let value):
            guard let found = root.find(path, in: self) else { return false }
            if case .empty = found.value, !isNull(at: found.value.place) {
                guard case .key(let key)? = path.last,
                    let field = root.find(path.dropLast(), in: self)?.value.fields
                        .first(where: { $0.key == key })
                else { return false }
                return fill(field, value)
            }
            return replace(found.value, isInFlow: found.isInFlow, value)
        }
    }

    // MARK: Lists

    private mutating func insert(_ element: YAMLContent, at index: Int, into list: YAMLValue)
        -> Bool
    {
        let elements = list.elements
        guard case .list(_, let place) = list, index <= elements.count else { return false }
        if isFlow(list) {
            if index == elements.count { return append(element.flow, toFlowAt: place) }
            guard let line = number(elements[index].place) else { return false }
            let column = elements[index].place.column - 1
            lines[line].insert(contentsOf: (element.flow + ", ").unicodeScalars, at: column)
            return true
        }
        let margin = place.column - 1
        guard !elements.isEmpty, let first = dash(of: elements[0], margin: margin) else {
            return false
        }
        let new = element.element(indentation: margin)
        if index == 0 {
            put(new + (isSpaced(elements, margin: margin) ? [""] : []), at: first)
            return true
        }
        guard let before = dash(of: elements[index - 1], margin: margin) else { return false }
        let end = end(from: before, margin: margin)
        put((isSpaced(elements, margin: margin) ? [""] : []) + new, at: end + 1)
        return true
    }

    private mutating func remove(at index: Int, from list: YAMLValue) -> Bool {
        let elements = list.elements
        guard case .list(_, let place) = list, !isFlow(list), elements.count > 1,
            elements.indices.contains(index),
            let start = dash(of: elements[index], margin: place.column - 1)
        else { return false }
        let end = end(from: start, margin: place.column - 1)
        lines.removeSubrange(start...end)
        if start > 0, start < lines.count, isBlank(start - 1), isBlank(start) {
            lines.remove(at: start)
        }
        return true
    }

    /// Whether a blank line stands between the first elements.
    private func isSpaced(_ elements: [YAMLValue], margin: Int) -> Bool {
        guard elements.count > 1, let first = dash(of: elements[0], margin: margin) else {
            return false
        }
        let after = end(from: first, margin: margin) + 1
        return after < lines.count && isBlank(after)
    }

    /// The line on which an element's dash stands.
    private func dash(of element: YAMLValue, margin: Int) -> Int? {
        guard var line = number(element.place) else { return nil }
        while true {
            if lines[line].count > margin, lines[line][margin] == "-" { return line }
            guard line > 0 else { return nil }
            line -= 1
        }
    }

    /// The last line of what begins on a line and is indented deeper than `margin`; comments that are
    /// indented so belong to it.
    private func end(from start: Int, margin: Int, takesDashes: Bool = false) -> Int {
        var end = start
        for line in lines.indices.dropFirst(start + 1) where !isBlank(line) {
            let indentation = lines[line].prefix { $0 == " " }.count
            let isComment = lines[line][indentation] == "#"
            let isDash = takesDashes && indentation == margin && lines[line][indentation] == "-"
            if indentation > margin || isDash {
                end = line
            } else if !isComment {
                return end
            }
        }
        return end
    }

    // MARK: Mappings

    private mutating func add(
        _ entry: YAMLContent.Entry,
        after key: String?,
        to map: YAMLValue
    ) -> Bool {
        guard case .map(let fields, let place) = map else { return false }
        if isFlow(map) {
            guard key == nil || key == fields.last?.key else { return false }
            return append("\(YAMLContent.key(entry.key)): \(entry.value.flow)", toFlowAt: place)
        }
        let before = fields.first { $0.key == key } ?? fields.last
        guard let before, let start = number(before.place) else { return false }
        let margin = place.column - 1
        var isList = false
        if case .list = before.value { isList = true }
        let end = end(from: start, margin: margin, takesDashes: isList)
        put(entry.lines(indentation: margin), at: end + 1)
        return true
    }

    /// Puts text at the end of what is written in brackets.
    private mutating func append(_ text: String, toFlowAt place: Place) -> Bool {
        guard let last = lastInFlow(from: place) else { return false }
        let isEmpty = last == (place.line - 1, place.column - 1)
        let joint = isEmpty ? "" : lines[last.line][last.column] == "," ? " " : ", "
        lines[last.line].insert(contentsOf: (joint + text).unicodeScalars, at: last.column + 1)
        return true
    }

    /// Where the last sign before the closing bracket stands.
    private func lastInFlow(from place: Place) -> (line: Int, column: Int)? {
        guard var line = number(place) else { return nil }
        var column = place.column - 1
        var last = (line: line, column: column)
        var depth = 0
        var quote: Unicode.Scalar?
        while line < lines.count {
            guard column < lines[line].count else {
                line += 1
                column = 0
                continue
            }
            let sign = lines[line][column]
            if let open = quote {
                if sign == "\\", open == "\"" {
                    column += 1
                } else if sign == open {
                    quote = nil
                }
                last = (line, min(column, lines[line].count - 1))
            } else if sign == "#",
                column == 0 || " \t".unicodeScalars.contains(lines[line][column - 1])
            {
                column = lines[line].count
                continue
            } else if sign == "]" || sign == "}" {
                depth -= 1
                if depth == 0 { return last }
                last = (line, column)
            } else if !" \t\r".unicodeScalars.contains(sign) {
                if sign == "[" || sign == "{" { depth += 1 }
                if (sign == "\"" || sign == "'") && isAtStart(line, column) { quote = sign }
                last = (line, column)
            }
            column += 1
        }
        return nil
    }

    /// Whether a quote here begins a text, rather than standing in one, as in `it's`.
    private func isAtStart(_ line: Int, _ column: Int) -> Bool {
        guard column > 0 else { return true }
        return " \t[{,:".unicodeScalars.contains(lines[line][column - 1])
    }

    // MARK: Texts

    private mutating func replace(_ value: YAMLValue, isInFlow: Bool, _ content: YAMLContent)
        -> Bool
    {
        guard let line = number(value.place),
            let end = endOfText(line, value.place.column - 1, isInFlow: isInFlow)
        else { return false }
        lines[line].replaceSubrange(
            value.place.column - 1..<end,
            with: content.flow.unicodeScalars
        )
        return true
    }

    /// Writes the value of a key that has none.
    private mutating func fill(_ field: YAMLField, _ content: YAMLContent) -> Bool {
        guard let line = number(field.place),
            let end = endOfText(line, field.place.column - 1, isInFlow: true),
            end < lines[line].count, lines[line][end] == ":"
        else { return false }
        lines[line].insert(contentsOf: (" " + content.flow).unicodeScalars, at: end + 1)
        return true
    }

    /// Whether "no value" is written out.
    private func isNull(at place: Place) -> Bool {
        guard let line = number(place) else { return false }
        let rest = lines[line].dropFirst(place.column - 1)
        return rest.first == "~" || rest.starts(with: "null".unicodeScalars)
    }

    /// Where a text that stands on one line ends; nil for other texts.
    private func endOfText(_ number: Int, _ start: Int, isInFlow: Bool) -> Int? {
        let line = lines[number]
        guard start < line.count else { return nil }
        let first = line[start]
        guard first != "|", first != ">" else { return nil }
        if first == "\"" || first == "'" {
            var index = start + 1
            while index < line.count {
                if line[index] == "\\", first == "\"" {
                    index += 2
                } else if line[index] != first {
                    index += 1
                } else if first == "'", index + 1 < line.count, line[index + 1] == "'" {
                    index += 2
                } else {
                    return index + 1
                }
            }
            return nil
        }
        var end = start
        for index in start..<line.count {
            let sign = line[index]
            if isInFlow, ",[]{}:".unicodeScalars.contains(sign) { break }
            if sign == "#", index > 0, line[index - 1] == " " { break }
            if !" \t\r".unicodeScalars.contains(sign) { end = index + 1 }
        }
        return end > start ? end : nil
    }

    // MARK: Lines

    private func number(_ place: Place) -> Int? {
        lines.indices.contains(place.line - 1) ? place.line - 1 : nil
    }

    private func scalar(at place: Place) -> Unicode.Scalar? {
        guard let line = number(place), lines[line].indices.contains(place.column - 1) else {
            return nil
        }
        return lines[line][place.column - 1]
    }

    private func isBlank(_ line: Int) -> Bool {
        lines[line].allSatisfy { " \t\r".unicodeScalars.contains($0) }
    }

    private mutating func put(_ new: [String], at index: Int) {
        let texts = new.map { Array($0.unicodeScalars) + (isWithReturns ? ["\r"] : []) }
        // The last line of a file may have no end; then the new last one has none either.
        let isAtEnd = index == lines.count
        lines.insert(contentsOf: texts, at: index)
        if isAtEnd, isWithReturns {
            lines[index - 1].append("\r")
            lines[lines.count - 1].removeLast()
        }
    }
}
