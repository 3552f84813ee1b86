internal import Messages

/// Makes entities of a file of `vocabulary/`.
struct VocabularyCompiler {
    let problems: Problems

    struct Written {
        let entity: Entity
        let place: Place
    }

    /// The entities of a file whose shape is right.
    func entities(_ root: YAMLValue) -> [Written] {
        let name = root["class"]?.text ?? ""
        return (root["entities"]?.fields ?? []).map { field in
            var entity = Entity(id: field.key, className: name)
            entity.name = field.value.text ?? field.value["name"]?.text ?? ""
            entity.aliases = field.value["aliases"]?.elements.compactMap(\.text) ?? []
            return Written(entity: entity, place: field.place)
        }
    }
}
