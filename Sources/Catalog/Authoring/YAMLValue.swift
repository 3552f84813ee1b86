internal import Yams

/// A value of a YAML file and where it stands.
///
/// Everything that is not a list or a mapping is text: what a text means is decided by the key that
/// it stands under.
indirect enum YAMLValue: Sendable {
    case text(String, Place)
    case list([YAMLValue], Place)
    case map([YAMLField], Place)
    /// A key without a value.
    case empty(Place)

    var place: Place {
        switch self {
        case .text(_, let place), .list(_, let place), .map(_, let place), .empty(let place): place
        }
    }

    /// The value under a key; nil where this is no mapping or has no such key.
    subscript(_ key: String) -> YAMLValue? {
        fields.first { $0.key == key }?.value
    }

    var fields: [YAMLField] {
        guard case .map(let fields, _) = self else { return [] }
        return fields
    }

    var elements: [YAMLValue] {
        guard case .list(let elements, _) = self else { return [] }
        return elements
    }

    var text: String? {
        guard case .text(let text, _) = self else { return nil }
        return text
    }

    var located: Located<String>? { text.map { Located(value: $0, place: place) } }
}

/// A key of a mapping with its value.
struct YAMLField: Sendable {
    let key: String
    let place: Place
    let value: YAMLValue
}

/// Reads YAML into ``YAMLValue``, bounded in depth and number, without anchors and aliases.
struct YAMLText {
    private let problems: Problems
    private let firstLine: Int
    private var values = 0

    private init(problems: Problems, firstLine: Int) {
        self.problems = problems
        self.firstLine = firstLine
    }

    /// The value of a file; nil after a problem was reported.
    ///
    /// - Parameter firstLine: The line of the file on which the text begins.
    static func read(_ text: String, firstLine: Int = 1, into problems: Problems) -> YAMLValue? {
        if let place = anchor(in: text, firstLine: firstLine) {
            problems.add(
                .unreadable,
                at: place,
                "anchors (&name) and aliases (*name) are not part of the format",
                suggestion: "write the text out where it is needed; in a sentence, put a space "
                    + "after &"
            )
            return nil
        }
        var reader = YAMLText(problems: problems, firstLine: firstLine)
        return reader.read(text)
    }

    private mutating func read(_ text: String) -> YAMLValue? {
        do {
            let parser = try Parser(yaml: text, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                problems.add(.unreadable, at: place(nil), "the file is empty")
                return nil
            }
            return convert(root, depth: 1)
        } catch let error as YamlError {
            report(error)
        } catch {
            problems.add(.unreadable, at: place(nil), "the file can't be read as YAML")
        }
        return nil
    }

    private mutating func convert(_ node: Yams.Node, depth: Int) -> YAMLValue? {
        let place = place(node.mark)
        values += 1
        guard depth <= CatalogLimits.yamlDepth else {
            let limit = CatalogLimits.yamlDepth
            problems.add(.tooLarge, at: place, "mappings and lists are nested deeper than \(limit)")
            return nil
        }
        guard values <= CatalogLimits.yamlValues else {
            let limit = CatalogLimits.yamlValues
            problems.add(.tooLarge, at: place, "the file has more than \(limit) values")
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let isBare = scalar.style == .plain || scalar.style == .any
            let isEmpty = isBare && ["", "~", "null"].contains(scalar.string)
            return isEmpty ? .empty(place) : .text(scalar.string, place)
        case .sequence(let sequence):
            var elements: [YAMLValue] = []
            for element in sequence {
                guard let value = convert(element, depth: depth + 1) else { return nil }
                elements.append(value)
            }
            return .list(elements, place)
        case .mapping(let mapping):
            return convert(mapping, at: place, depth: depth)
        case .alias:
            problems.add(.unreadable, at: place, "aliases (*name) are not part of the format")
            return nil
        }
    }

    private mutating func convert(
        _ mapping: Yams.Node.Mapping,
        at place: Place,
        depth: Int
    ) -> YAMLValue? {
        var fields: [YAMLField] = []
        for (key, value) in mapping {
            let keyPlace = self.place(key.mark)
            guard case .scalar(let scalar) = key else {
                problems.add(
                    .unreadable,
                    at: keyPlace,
                    "a key must be a word, not a list or mapping"
                )
                return nil
            }
            guard let converted = convert(value, depth: depth + 1) else { return nil }
            fields.append(YAMLField(key: scalar.string, place: keyPlace, value: converted))
        }
        return .map(fields, place)
    }

    private func place(_ mark: Mark?) -> Place {
        guard let mark else { return Place(line: firstLine, column: 1) }
        return Place(line: mark.line + firstLine - 1, column: mark.column)
    }

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let about = context.map { " (\($0.text), line \($0.mark.line + firstLine - 1))" } ?? ""
            problems.add(
                .unreadable,
                at: place(mark),
                "not YAML: \(problem)\(about)",
                suggestion: "check the indentation, and put texts with ': ' or ' #' into quotes"
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: "', '")
            problems.add(.duplicateID, at: place(context.mark), "the key '\(names)' is given twice")
        case .reader(let problem, _, _, _):
            problems.add(.unreadable, at: place(nil), "not YAML: \(problem)")
        default:
            problems.add(.unreadable, at: place(nil), "the file can't be read as YAML")
        }
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
            if isCandidate,
                scalar.properties.isAlphabetic || "0123456789-_".contains(Character(scalar))
            {
                return candidate
            }
            isCandidate = scalar == "&" && " \t\r\n[]{},:-?\"'".unicodeScalars.contains(before)
            candidate = place
            before = scalar
            if scalar == "\n" { place = Place(line: place.line + 1, column: 0) }
        }
        return nil
    }
}
