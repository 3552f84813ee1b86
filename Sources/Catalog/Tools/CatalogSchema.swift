internal import Language

/// JSON Schemas (draft 2020-12) of the authoring files, for editors that complete and check while
/// one writes.
///
/// They are made of the same shapes that files are checked against.
public enum CatalogSchema {
    /// `trees/*.yaml`.
    public static var tree: String { text(of: TreeShapes.tree) }
    /// `catalog.yaml`.
    public static var catalog: String { text(of: CatalogShapes.catalog) }
    /// `vocabulary/*.yaml`.
    public static var vocabulary: String { text(of: CatalogShapes.vocabulary) }
    /// The front matter of `articles/*.md`.
    public static var article: String { text(of: CatalogShapes.article) }
    /// `conversations/*.yaml`.
    public static var conversation: String { text(of: CatalogShapes.conversation) }

    /// All of them by name: catalog, tree, vocabulary, article, conversation.
    public static var all: [(name: String, text: String)] {
        [
            ("catalog", catalog), ("tree", tree), ("vocabulary", vocabulary), ("article", article),
            ("conversation", conversation),
        ]
    }

    private static func text(of shape: Shape) -> String {
        let schema = JSONText.object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string(shape.about)),
        ])
        return schema.merging(shape.schema).written(indent: 0) + "\n"
    }
}

/// JSON in an order of our own, so that a schema reads like the guide.
private indirect enum JSONText {
    case string(String)
    case literal(String)
    case array([JSONText])
    case object([(key: String, value: JSONText)])

    static func number(_ number: Int) -> JSONText { .literal(String(number)) }
    static func number(_ number: Double) -> JSONText { .literal(number.shortest) }

    func merging(_ other: JSONText) -> JSONText {
        guard case .object(let first) = self, case .object(let second) = other else { return self }
        return .object(first + second)
    }

    func written(indent: Int) -> String {
        let margin = String(repeating: "  ", count: indent + 1)
        let end = "\n" + String(repeating: "  ", count: indent)
        switch self {
        case .string(let text): return Self.quoted(text)
        case .literal(let text): return text
        case .array(let elements):
            let lines = elements.map { margin + $0.written(indent: indent + 1) }
            return "[\n" + lines.joined(separator: ",\n") + end + "]"
        case .object(let fields):
            guard !fields.isEmpty else { return "{}" }
            let lines = fields.map { key, value in
                margin + Self.quoted(key) + ": " + value.written(indent: indent + 1)
            }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text.unicodeScalars {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }
}

extension Shape {
    fileprivate var schema: JSONText {
        let properties = fields.map { field in
            (
                field.key,
                JSONText.object([("description", .string(field.about))])
                    .merging(field.form.schema)
            )
        }
        let required = fields.filter(\.isRequired).map { JSONText.string($0.key) }
        var schema: [(String, JSONText)] = [
            ("type", .string("object")), ("properties", .object(properties)),
        ]
        if !required.isEmpty { schema.append(("required", .array(required))) }
        schema.append(("additionalProperties", .literal("false")))
        return .object(schema)
    }
}

extension Form {
    fileprivate var schema: JSONText {
        switch self {
        case .text(let maximum):
            // A text may be written without quotes, and then be a number or a boolean to YAML.
            return .object([
                ("type", .array(["string", "number", "boolean"].map { .string($0) })),
                ("maxLength", .number(maximum)),
            ])
        case .id:
            return pattern("^[a-z0-9][a-z0-9.-]*$", CatalogLimits.idBytes)
        case .fact:
            let sections = Names.sections.joined(separator: "|")
            return pattern("^(\(sections))(\\.[a-z0-9][a-z0-9-]*)+$", CatalogLimits.factBytes)
        case .name:
            return .object([
                ("type", .array(["string", "number"].map { .string($0) })),
                ("maxLength", .number(CatalogLimits.nameBytes)),
            ])
        case .flag:
            return .object([("type", .string("boolean"))])
        case .integer(let range):
            return .object([
                ("type", .string("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ])
        case .number(let range):
            return .object([
                ("type", .string("number")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ])
        case .quantity(let range):
            let duration = JSONText.object([
                ("type", .string("string")), ("pattern", .string(WrittenDuration.pattern)),
            ])
            return .object([("anyOf", .array([Form.number(range).schema, duration]))])
        case .word(let words):
            return .object([("enum", .array(words.map { .string($0) }))])
        case .list(let element, let maximum):
            return .object([
                ("type", .string("array")), ("maxItems", .number(maximum)),
                ("items", element.schema),
            ])
        case .map(let keys, let values, let maximum):
            return .object([
                ("type", .string("object")), ("maxProperties", .number(maximum)),
                ("propertyNames", keys.nameSchema), ("additionalProperties", values.schema),
            ])
        case .object(let shape):
            return shape.schema
        case .variants(let shapes):
            return .object([("oneOf", .array(shapes.map(\.schema)))])
        case .either(let forms):
            return .object([("anyOf", .array(forms.map(\.schema)))])
        case .optional(let form):
            return .object([("anyOf", .array([.object([("type", .string("null"))]), form.schema]))])
        }
    }

    /// The schema of a mapping's keys, which are strings whatever they look like.
    private var nameSchema: JSONText {
        guard case .text(let maximum) = self else { return schema }
        return .object([("maxLength", .number(maximum))])
    }

    private func pattern(_ pattern: String, _ maximum: Int) -> JSONText {
        .object([
            ("type", .string("string")), ("pattern", .string(pattern)),
            ("maxLength", .number(maximum)),
        ])
    }
}
