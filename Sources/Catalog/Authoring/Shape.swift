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

extension Form {
    /// Whether a value is of the kind (text, list, mapping) that the form takes.
    func takes(_ value: YAMLValue) -> Bool {
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
    var expectation: String {
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

    /// How a text of the form is written, for a message.
    var advice: String {
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
