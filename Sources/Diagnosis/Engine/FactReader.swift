internal import Catalog
internal import Language
internal import Messages

/// Reads what front ends and systems send as facts, and refuses what a tree could not understand.
struct FactReader {
    /// Trees whose facts may be given; empty while the tree is sought.
    let trees: [CompiledTree]

    let start: StartCallRequest
    let knowledge: any Knowledge

    private var language: SpokenLanguage { SpokenLanguage.of(start.language) }

    /// The fact that an answer gives.
    ///
    /// - Parameter field: Where the answer stands in its request, for errors.
    func fact(
        _ answer: StructuredAnswer,
        field: String,
        provenance: Provenance
    ) throws -> Fact {
        try check(answer, field)
        let known = try find(answer.fact, field)
        var provenance = provenance
        provenance.quote = answer.quote.cut(toBytes: CallLimits.quoteBytes)
        provenance.confidence = answer.confidence == 0 ? 1 : answer.confidence
        if answer.notObtained != .unspecified {
            return Fact(
                key: answer.fact,
                provenance: provenance,
                notObtained: answer.notObtained
            )
        }
        var value: FactValue
        if let known {
            value = try self.value(answer.value, of: known, field: field + ".value")
        } else {
            value = FactValue(key: answer.value, text: answer.value)
        }
        if !answer.detail.isEmpty { value.detail = answer.detail }
        return Fact(key: answer.fact, value: value, provenance: provenance)
    }

    /// How trees see a fact.
    struct Form {
        var kind: ValueKind
        var options: [Choice]
        var entityClass = ""
        var unit = ""
    }

    /// The form in which a tree wants the fact; nil while the tree is sought.
    private func find(_ key: String, _ field: String) throws -> Form? {
        if trees.isEmpty { return nil }
        for tree in trees where tree.knows(key) {
            let definition = tree.definition(of: key)
            if let index = tree.node(determining: key) {
                let node = tree.tree.nodes[index]
                return Form(
                    kind: node.valueKind,
                    options: node.options.isEmpty ? definition?.values ?? [] : node.options,
                    entityClass: node.entityClass,
                    unit: node.unit
                )
            }
            return Form(kind: definition?.kind ?? .text, options: definition?.values ?? [])
        }
        if key == Availability.fact { return Form(kind: .windows, options: []) }
        throw EngineError.invalid(
            field: field + ".fact",
            reason: "tree \"\(trees[0].tree.id)\" does not know \"\(key)\"; name a fact of the tree"
        )
    }

    private func check(_ answer: StructuredAnswer, _ field: String) throws {
        guard Names.isFact(answer.fact) else {
            throw EngineError.invalid(
                field: field + ".fact",
                reason:
                    "a fact is named by a section (\(Names.sections.joined(separator: ", "))),"
                    + " a dot and lower-case letters, digits, dots and dashes"
            )
        }
        for (name, text) in [("value", answer.value), ("detail", answer.detail)]
        where text.utf8.count > CallLimits.valueBytes {
            throw EngineError.tooMuch(field: "\(field).\(name)", limit: CallLimits.valueBytes)
        }
        guard (0...1).contains(answer.confidence) else {
            throw EngineError.invalid(field: field + ".confidence", reason: "it is from 0 to 1")
        }
        if answer.value.isEmpty == (answer.notObtained == .unspecified) {
            throw EngineError.invalid(
                field: field + ".value",
                reason: "give either a value or why there is none"
            )
        }
    }

    /// The value that a text stands for.
    func value(_ text: String, of form: Form, field: String) throws -> FactValue {
        switch form.kind {
        case .choice, .yesNo, .check, .fix:
            return try choice(text, of: form, field: field)
        case .text, .unspecified:
            return FactValue(kind: .text, key: text, text: text)
        case .number, .duration, .frequency:
            guard let number = Double(text), number.isFinite, abs(number) < 1e15 else {
                throw EngineError.invalid(field: field, reason: "\"\(text)\" is no number")
            }
            return FactValue(
                kind: form.kind,
                key: number.shortest,
                text: language.text(of: number, unit: form.unit),
                number: number,
                unit: form.unit
            )
        case .version:
            guard Version.isWellFormed(text) else {
                throw EngineError.invalid(
                    field: field,
                    reason: "\"\(text)\" is no version; write it as 4.2.1"
                )
            }
            return FactValue(kind: .version, key: text, text: text)
        case .date:
            guard ValueForms.isDate(text) else {
                throw EngineError.invalid(
                    field: field,
                    reason: "\"\(text)\" is no day; write it as 2026-11-18"
                )
            }
            return FactValue(kind: .date, key: text, text: language.text(ofDay: text))
        case .entity:
            return try entity(text, of: form, field: field)
        case .windows:
            return try windows(text, field: field)
        }
    }

    private func choice(_ text: String, of form: Form, field: String) throws -> FactValue {
        let allowed =
            form.options.isEmpty ? ValueForms.fixedValues(of: form.kind) : form.options.map(\.id)
        guard allowed.isEmpty || allowed.contains(text) else {
            throw EngineError.invalid(
                field: field,
                reason: "\"\(text)\" is not one of \(allowed.joined(separator: ", "))"
            )
        }
        let label = form.options.first { $0.id == text }?.label ?? ""
        return FactValue(kind: form.kind, key: text, text: label.isEmpty ? text : label)
    }

    private func entity(_ text: String, of form: Form, field: String) throws -> FactValue {
        let fitting = try knowledge.entities(named: text, language: start.language)
            .filter { form.entityClass.isEmpty || $0.className == form.entityClass }
        guard let entity = fitting.first else {
            let what = form.entityClass.isEmpty ? "the vocabulary" : "class \(form.entityClass)"
            throw EngineError.invalid(
                field: field,
                reason: "\"\(text)\" is nothing of \(what); add it there, or name what is"
            )
        }
        return FactValue(kind: .entity, key: entity.id, text: entity.name)
    }

    /// Times are said in words by people and by language models alike, so they are listened to.
    private func windows(_ text: String, field: String) throws -> FactValue {
        let heard = try knowledge.understand(
            [Alternative(text: text)],
            in: Listening(
                asked: Availability.question.node(in: language),
                confirming: nil,
                open: [],
                known: [],
                language: language,
                timeZone: start.timeZone,
                startedAtMilliseconds: start.startedAtMs,
                volunteerThreshold: 1
            )
        )
        guard let value = heard.answer?.value, value.kind == .windows else {
            throw EngineError.invalid(
                field: field,
                reason: "\"\(text)\" is not understood; write it as now, or tomorrow nine to noon"
            )
        }
        return value
    }
}

/// When the customer can be reached: asked at the end of every call that goes to Tier 2.
enum Availability {
    static let fact = "customer.availability"

    static let id = FactID(fact)

    /// The question, where no tree has its own.
    static let node = Node(id: "availability", kind: .ask, fact: fact, valueKind: .windows)

    /// The question as it is listened to.
    static let question = FixedQuestion(node)
}

extension String {
    /// The longest beginning of at most `count` bytes that does not split a character.
    func cut(toBytes count: Int) -> String {
        if utf8.count <= count { return self }
        var end = startIndex
        var bytes = 0
        while end < endIndex {
            let next = index(after: end)
            bytes += self[end..<next].utf8.count
            if bytes > count { break }
            end = next
        }
        return String(self[..<end])
    }
}
