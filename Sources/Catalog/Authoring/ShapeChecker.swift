internal import Messages

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
