/// A text with places for facts: `VPN fails[ after {context.trigger}]`.
///
/// `{name}` stands for a value. What is in `[ ]` is dropped when a value inside is empty; outside
/// of brackets an empty value reads as the language says "unknown". Brackets can't be nested, and there is no way to write
/// a bracket or brace itself: editors use parentheses.
public struct Template: Sendable, Equatable {
    enum Part: Sendable, Equatable {
        case text(String)
        case placeholder(String)
        case optional([Part])
    }

    let parts: [Part]

    /// Makes a template of parts known to be right.
    init(parts: [Part]) { self.parts = parts }

    /// Reads a template.
    ///
    /// - Throws: ``TemplateError`` with the column at which it can't be read.
    public init(_ text: String) throws(TemplateError) {
        var reader = TemplateReader(text)
        parts = try reader.read()
    }

    /// Whether a text has no places for facts, and is said as it stands.
    public static func isConstant(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        return !bytes.indices.contains { index in
            bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[")
        }
    }

    /// The names in `{ }`, in order, each as often as it stands there.
    public var placeholders: [String] {
        var names: [String] = []
        func gather(_ parts: [Part]) {
            for part in parts {
                switch part {
                case .text: break
                case .placeholder(let name): names.append(name)
                case .optional(let inner): gather(inner)
                }
            }
        }
        gather(parts)
        return names
    }

    /// The text with values filled in.
    ///
    /// - Parameters:
    ///   - unknown: What stands for an empty value outside of brackets.
    ///   - value: The value of a name; nil or empty where there is none.
    public func render(unknown: String, _ value: (String) -> String?) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .placeholder(let name):
                let value = value(name) ?? ""
                text += value.isEmpty ? unknown : value
            case .optional(let inner): text += Self.renderOptional(inner, value)
            }
        }
        return text
    }

    private static func renderOptional(_ parts: [Part], _ value: (String) -> String?) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .placeholder(let name):
                guard let value = value(name), !value.isEmpty else { return "" }
                text += value
            case .optional: break
            }
        }
        return text
    }
}

/// Why a template can't be read.
public struct TemplateError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Column in the text, from 1, counted in characters.
    public let column: Int
    /// What is wrong and what to do.
    public let description: String
}

/// The line of a fact in a handoff.
public enum FactLine {
    /// The template of a section's facts that have none of their own.
    ///
    /// The names are `label`, `value`, `detail` and `mark`.
    public static func standard(forSection section: String) -> Template {
        let label = Template.Part.placeholder("label")
        let value = Template.Part.placeholder("value")
        func optional(_ before: String, _ name: String, _ after: String = "") -> Template.Part {
            let inner: [Template.Part] = [.text(before), .placeholder(name), .text(after)]
            return .optional(inner.filter { $0 != .text("") })
        }
        switch section {
        case "test":
            return Template(parts: [
                label, .text(": "), value, optional(" ", "detail"), optional(" ", "mark"),
            ])
        case "environment":
            return Template(parts: [label, .text(" "), value, optional(" (", "detail", ")")])
        case "symptom":
            return Template(parts: [label, .text(" "), value, optional(" ", "detail")])
        case "fix":
            return Template(parts: [label, .text(": "), value, optional(", ", "detail")])
        default:
            return Template(parts: [label, .text(": "), value])
        }
    }

    static let placeholders = ["label", "value", "detail", "mark"]
}

private struct TemplateReader {
    private let characters: [Character]
    private var position = 0
    private var placeholders = 0

    init(_ text: String) { characters = Array(text) }

    mutating func read() throws(TemplateError) -> [Template.Part] {
        try parts(optionalFrom: nil)
    }

    private mutating func parts(optionalFrom start: Int?) throws(TemplateError) -> [Template.Part] {
        var parts: [Template.Part] = []
        var literal = ""
        func flush() {
            if !literal.isEmpty { parts.append(.text(literal)) }
            literal = ""
        }
        while position < characters.count {
            switch characters[position] {
            case "{":
                flush()
                parts.append(.placeholder(try name()))
            case "}":
                throw error("'}' without '{'", "put the fact's key between { and }")
            case "[":
                guard start == nil else {
                    throw error("'[' inside '['", "brackets can't be nested: close the first one")
                }
                flush()
                let opening = position
                position += 1
                parts.append(.optional(try self.parts(optionalFrom: opening)))
            case "]":
                guard start != nil else {
                    throw error("']' without '['", "put '[' before what may be dropped, or use ( )")
                }
                position += 1
                flush()
                return parts
            case let character:
                literal.append(character)
                position += 1
            }
        }
        if let start {
            position = start
            throw error("'[' is never closed", "put ']' after what may be dropped, or use ( )")
        }
        flush()
        return parts
    }

    private mutating func name() throws(TemplateError) -> String {
        let opening = position
        position += 1
        var name = ""
        while position < characters.count, characters[position] != "}" {
            let character = characters[position]
            guard character.isASCII,
                character.isLetter || character.isNumber || ".-".contains(character)
            else {
                position = opening
                throw error("'{' is not followed by a fact's key and '}'", "write {section.name}")
            }
            name.append(character)
            position += 1
        }
        guard position < characters.count, !name.isEmpty else {
            position = opening
            throw error("'{' is not followed by a fact's key and '}'", "write {section.name}")
        }
        position += 1
        placeholders += 1
        guard placeholders <= CatalogLimits.placeholders else {
            throw error("more than \(CatalogLimits.placeholders) places", "use fewer facts")
        }
        return name
    }

    private func error(_ message: String, _ advice: String) -> TemplateError {
        TemplateError(column: position + 1, description: "\(message): \(advice)")
    }
}
