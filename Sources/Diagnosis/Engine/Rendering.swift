internal import Catalog
internal import Language
internal import Messages

/// Fills templates with facts.
enum Rendering {
    /// The text with the places of `template` filled in; what stands for an empty value is the language's.
    static func fill(
        _ template: String,
        in language: SpokenLanguage,
        _ value: (String) -> String?
    ) -> String {
        // Most texts have no places: they are not read.
        guard !Template.isConstant(template) else { return template }
        // The catalog refuses a template that can't be read.
        return (try? Template(template))?.render(unknown: language.fixedWords.unknown, value)
            ?? template
    }
}

extension Walk {
    /// The fact, known or inferred; nil when it has no value.
    func fact(_ key: String, _ known: Known) -> Fact? {
        let direct = known.fact(key)
        if let value = direct?.value, value.kind != .unspecified { return direct }
        return inferences.first { $0.fact == key }?.fact(known)
            ?? (direct?.value == nil ? nil : direct)
    }

    /// What is said at the node that the walk has come to.
    func said(_ known: Known) -> String {
        let words = tree.tree.nodes[index].say
        return tree.areConstant[index] ? words : rendered(words, known)
    }

    /// A text of the tree with facts filled in: `{fact}` or `{fact.detail}`.
    func rendered(_ template: String, _ known: Known) -> String {
        Rendering.fill(template, in: SpokenLanguage.of(tree.tree.language)) { name in
            if let value = fact(name, known)?.value { return readable(value, of: name) }
            guard name.hasSuffix(".detail") else { return nil }
            return fact(String(name.dropLast(".detail".utf8.count)), known)?.value?.detail
        }
    }

    /// How a value reads: as the tree labels it, else as it was understood.
    func readable(_ value: FactValue, of fact: String) -> String {
        let language = SpokenLanguage.of(tree.tree.language)
        for tree in trees {
            guard let definition = tree.definition(of: fact) else { continue }
            if let label = definition.values.first(where: { $0.id == value.key })?.label,
                !label.isEmpty
            {
                return language.words(of: value, labelled: label)
            }
        }
        return language.words(of: value, labelled: value.text.isEmpty ? value.key : value.text)
    }
}

extension SpokenLanguage {
    /// The label of a value, or the language's own words where it is but the key of a value that every tree has: "ja"
    /// for "yes".
    func words(of value: FactValue, labelled label: String) -> String {
        guard let words = fixedWords.values[value.key],
            ValueForms.fixedValues(of: value.kind).contains(value.key),
            label == value.key || label.replacing(" ", with: "-") == value.key
        else { return label }
        return words
    }
}
