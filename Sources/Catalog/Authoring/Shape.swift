internal import Messages

/// What a mapping of an authoring file may hold: the one description from which files are checked
/// and JSON Schemas are made.
struct Shape: Sendable {
    let name: String
    let about: String
    let fields: [Field]
    /// What to do where a mapping has none of the keys.
    let advice: String

    init(_ name: String, _ about: String, _ fields: [Field], advice: String = "") {
        self.name = name
        self.about = about
        self.fields = fields
        self.advice = advice
    }

    func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}

/// A key of a ``Shape``.
struct Field: Sendable {
    let key: String
    let form: Form
    let about: String
    let isRequired: Bool

    init(_ key: String, _ form: Form, _ about: String, isRequired: Bool = false) {
        self.key = key
        self.form = form
        self.about = about
        self.isRequired = isRequired
    }
}

/// The form of a value.
indirect enum Form: Sendable {
    /// Text of at most so many characters.
    case text(Int)
    /// `[a-z0-9][a-z0-9.-]*`.
    case id
    /// A section, a dot and a name, such as `environment.router`.
    case fact
    /// A short name: a queue, a unit, a language.
    case name
    /// `true` or `false`.
    case flag
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    /// A number, or a duration with its unit, such as `90 days`.
    case quantity(ClosedRange<Double>)
    /// One of some words.
    case word([String])
    /// A list of at most so many.
    case list(Form, Int)
    /// A mapping with keys of one form and values of another, at most so many.
    case map(Form, Form, Int)
    case object(Shape)
    /// Mappings told apart by their one key out of the first keys of the shapes.
    case variants([Shape])
    /// Alternatives told apart by whether they are texts, lists or mappings.
    case either([Form])
    /// A key without a value stands for the default.
    case optional(Form)
}

/// Checks values against their forms, and reports what does not fit.
struct ShapeChecker {
    let problems: Problems

    /// Whether the value has the form; problems are reported otherwise.
    func check(_ value: YAMLValue, _ form: Form, _ name: String) {
        switch form {
        case .optional(let inner):
            if case .empty = value { return }
            check(value, inner, name)
        case .list(let element, let maximum):
            checkList(value, element, maximum, name)
        case .map(let keys, let values, let maximum):
            checkMap(value, keys, values, maximum, name)
        case .object(let shape):
            checkObject(value, shape, name)
        case .variants(let shapes):
            checkVariants(value, shapes, name)
        case .either(let forms):
            guard let fitting = forms.first(where: { $0.takes(value) }) else {
                let expected = forms.map(\.expectation).joined(separator: ", or ")
                return bad(value.place, "'\(name)' must be \(expected)")
            }
            check(value, fitting, name)
        default:
            checkText(value, form, name)
        }
    }

    private func checkText(_ value: YAMLValue, _ form: Form, _ name: String) {
        guard let text = value.text else {
            if case .empty = value {
                return bad(value.place, "'\(name)' has no value", "give one or remove the key")
            }
            return bad(value.place, "'\(name)' must be \(form.expectation)", meant(value))
        }
        if case .text(let maximum) = form {
            if text.count > maximum {
                problems.add(
                    .textTooLong,
                    at: value.place,
                    "'\(name)' has \(text.count) characters, at most \(maximum) are allowed",
                    suggestion: "shorten it, or split it over two nodes"
                )
            } else if text.unicodeScalars.contains("\0") {
                bad(value.place, "'\(name)' contains a NUL character", "remove it")
            } else if !text.contains(where: { !$0.isWhitespace }) {
                bad(value.place, "'\(name)' is empty", "give a text or remove the key")
            }
            return warn(of: text, value.place, name)
        }
        guard !form.fits(text) else { return }
        var suggestion = form.advice
        if case .word(let words) = form {
            suggestion = Suggestion.nearestOrAll(to: text, among: words)
        } else if case .id = form, let id = Suggestion.id(for: text) {
            suggestion = "write \(id), or another id: \(suggestion)"
        }
        bad(
            value.place,
            "'\(name)' must be \(form.expectation), not '\(shortened(text))'",
            suggestion
        )
    }

    private func checkList(_ value: YAMLValue, _ element: Form, _ maximum: Int, _ name: String) {
        guard case .list(let elements, let place) = value else {
            return bad(value.place, "'\(name)' must be a list", Self.asList(value, name))
        }
        if elements.count > maximum {
            problems.add(
                .tooLarge,
                at: place,
                "'\(name)' has \(elements.count) entries, at most \(maximum) are allowed"
            )
        }
        for value in elements.prefix(maximum) { check(value, element, name) }
    }

    private func checkMap(
        _ value: YAMLValue,
        _ keys: Form,
        _ values: Form,
        _ maximum: Int,
        _ name: String
    ) {
        guard case .map(let fields, let place) = value else {
            return bad(value.place, "'\(name)' must be a mapping (key: value)", Self.belowKey)
        }
        if fields.count > maximum {
            problems.add(
                .tooLarge,
                at: place,
                "'\(name)' has \(fields.count) entries, at most \(maximum) are allowed"
            )
        }
        for field in fields.prefix(maximum) {
            if !keys.fits(field.key) {
                bad(
                    field.place,
                    "a key of '\(name)' must be \(keys.expectation), not '\(shortened(field.key))'",
                    Suggestion.id(for: field.key).map {
                        "write \($0), or another id: \(keys.advice)"
                    }
                        ?? keys.advice
                )
            }
            check(field.value, values, field.key)
        }
    }

    private func checkObject(_ value: YAMLValue, _ shape: Shape, _ name: String) {
        guard case .map(let fields, let place) = value else {
            return bad(value.place, "'\(name)' must be a mapping (key: value)", Self.belowKey)
        }
        if !shape.advice.isEmpty, !fields.contains(where: { shape.field($0.key) != nil }) {
            let keys = shape.fields.map(\.key).joined(separator: ", ")
            return problems.add(
                .unknownKey,
                at: place,
                "\(shape.name) has the keys \(keys)",
                suggestion: shape.advice
            )
        }
        for given in fields {
            guard let field = shape.field(given.key) else {
                problems.add(
                    .unknownKey,
                    at: given.place,
                    "\(shape.name) has no key '\(shortened(given.key))'",
                    suggestion: Suggestion.nearestOrAll(
                        to: given.key,
                        among: shape.fields.map(\.key)
                    )
                )
                continue
            }
            check(given.value, field.form, field.key)
        }
        for field in shape.fields where field.isRequired && value[field.key] == nil {
            problems.add(
                .missingKey,
                at: place,
                "\(shape.name) needs the key '\(field.key)'",
                suggestion: "add '\(field.key)': \(field.about)"
            )
        }
    }

    private func checkVariants(_ value: YAMLValue, _ shapes: [Shape], _ name: String) {
        let names = shapes.compactMap { $0.fields.first?.key }
        guard case .map(let fields, let place) = value else {
            return bad(value.place, "an entry of '\(name)' must be a mapping (key: value)")
        }
        let given = shapes.filter { shape in fields.contains { $0.key == shape.fields.first?.key } }
        guard given.count == 1, let shape = given.first else {
            let all = names.joined(separator: ", ")
            let wrong = fields.first.map { Suggestion.nearest(to: $0.key, among: names) } ?? ""
            return problems.add(
                given.isEmpty ? .missingKey : .badValue,
                at: place,
                "an entry of '\(name)' needs exactly one of the keys \(all)",
                suggestion: wrong
            )
        }
        checkObject(value, shape, name)
    }

    private static let belowKey =
        "write its keys on lines of their own below it, two spaces further to the right"

    /// How a list is written of what stands there instead.
    private static func asList(_ value: YAMLValue, _ name: String) -> String {
        switch value {
        case .text(let text, _) where text.first == "-": "begin each entry with a dash and a space"
        case .text(let text, _): "write \(name): [\(text)]"
        case .empty: "write \(name): [one, another], or remove the key"
        default: "begin each entry with '- ', on a line of its own"
        }
    }

    /// The text that a mapping may have been meant as: `it says: cold`.
    private func meant(_ value: YAMLValue) -> String {
        guard case .map(let fields, _) = value, fields.count == 1, let field = fields.first,
            let text = field.value.text
        else { return "" }
        return "put it into quotes: \"\(shortened("\(field.key): \(text)"))\""
    }

    /// What is allowed in a text and hardly ever meant.
    private func warn(of text: String, _ place: Place, _ name: String) {
        if let note = problems.notes[place] {
            problems.add(
                .badValue,
                at: place,
                "'\(name)' is '\(shortened(text))': after ' #' stands a note, which is not part of it",
                suggestion: "if it is part of the text, write \"\(shortened("\(text) \(note)"))\"; "
                    + "else put the note on a line of its own",
                severity: .warning
            )
        }
        if let first = text.first, "\u{201C}\u{201D}\u{201E}".contains(first) {
            problems.add(
                .badValue,
                at: place,
                "the quotes \(first) of '\(name)' are part of the text",
                suggestion: "write \" instead, at both ends",
                severity: .warning
            )
        }
    }

    private func bad(_ place: Place, _ message: String, _ suggestion: String = "") {
        problems.add(.badValue, at: place, message, suggestion: suggestion)
    }

    private func shortened(_ text: String) -> String {
        text.count > 40 ? text.prefix(40) + "…" : text
    }
}

extension Form {
    /// Whether a value is of the kind (text, list, mapping) that the form takes.
    fileprivate func takes(_ value: YAMLValue) -> Bool {
        switch (self, value) {
        case (.list, .list): true
        case (.map, .map), (.object, .map), (.variants, .map): true
        case (.list, _), (.map, _), (.object, _), (.variants, _): false
        case (.optional, .empty): true
        case (.optional(let inner), _): inner.takes(value)
        case (_, .text): true
        default: false
        }
    }

    /// Whether a text is of the form.
    func fits(_ text: String) -> Bool {
        switch self {
        case .text(let maximum): !text.isEmpty && text.count <= maximum
        case .id: Names.isID(text)
        case .fact: Names.isFact(text)
        case .name: Names.isName(text)
        case .flag: text == "true" || text == "false"
        case .integer(let range): Int(text).map(range.contains) ?? false
        case .number(let range): Double(text).map(range.contains) ?? false
        case .quantity(let range):
            (Double(text) ?? WrittenDuration.seconds(text)).map(range.contains) ?? false
        case .word(let words): words.contains(text)
        case .either(let forms): forms.contains { $0.fits(text) }
        case .optional(let inner): inner.fits(text)
        case .list, .map, .object, .variants: false
        }
    }

    /// What is expected, for a message.
    fileprivate var expectation: String {
        switch self {
        case .text: "a text"
        case .id: "an id"
        case .fact: "a fact key"
        case .name: "a name"
        case .flag: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range):
            "a number from \(decimal(range.lowerBound)) to \(decimal(range.upperBound))"
        case .quantity: "a number, or a duration such as 90 days"
        case .word: "one of the known words"
        case .list: "a list"
        case .map, .object, .variants: "a mapping (key: value)"
        case .either(let forms): forms.map(\.expectation).joined(separator: ", or ")
        case .optional(let inner): inner.expectation
        }
    }

    fileprivate var advice: String {
        switch self {
        case .id:
            "it has the letters a to z, digits, '-' and '.', begins with a letter or digit, and has "
                + "at most \(CatalogLimits.idBytes)"
        case .fact:
            "write section.name, with a section out of "
                + "\(Names.sections.joined(separator: ", ")), and the letters a to z, digits and '-'"
        case .name:
            "use at most \(CatalogLimits.nameBytes) letters, digits and . - _ / % ° without spaces "
                + "at the ends"
        case .quantity:
            "write a number, such as 2.5, or a duration with its unit: 30 seconds, 1.5 hours, 90 days, 3 months"
        default: ""
        }
    }

    private func decimal(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}

/// The rules for names.
public enum Names {
    /// The sections of facts.
    public static let sections = [
        "product", "symptom", "environment", "test", "fix", "customer", "context",
    ]

    /// Whether a text can be the id of a tree, a node or an option.
    public static func isID(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.count <= CatalogLimits.idBytes else { return false }
        return isWordByte(first) && bytes.allSatisfy { isWordByte($0) || $0 == 45 || $0 == 46 }
    }

    /// Whether a text can be the key of a fact.
    public static func isFact(_ key: String) -> Bool {
        guard key.utf8.count <= CatalogLimits.factBytes else { return false }
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, sections.contains(String(parts[0])) else { return false }
        return parts.dropFirst().allSatisfy { part in
            guard let first = part.utf8.first else { return false }
            return isWordByte(first) && part.utf8.allSatisfy { isWordByte($0) || $0 == 45 }
        }
    }

    static func isName(_ text: String) -> Bool {
        let bytes = text.utf8.count
        guard bytes > 0, bytes <= CatalogLimits.nameBytes, text.first != " ", text.last != " "
        else {
            return false
        }
        return text.allSatisfy { $0.isLetter || $0.isNumber || " .-_/%°+".contains($0) }
    }

    /// The section of a fact's key.
    public static func section(of fact: String) -> String {
        String(fact.prefix { $0 != "." })
    }

    /// The name in a fact's key as words: "previous router" of `environment.previous-router`.
    public static func words(of fact: String) -> String {
        let name = fact.drop { $0 != "." }.dropFirst()
        return String(name.map { $0 == "-" || $0 == "." ? " " : $0 })
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }
}
