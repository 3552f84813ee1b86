/// A way into a YAML file.
enum YAMLStep: Sendable, Equatable {
    case key(String)
    case index(Int)
}

/// One change of what a YAML file holds.
enum YAMLEdit: Sendable {
    /// Puts an element into a list, before the one that stands at the index now.
    case insert(list: [YAMLStep], at: Int, YAMLContent)
    /// Takes an element out of a list.
    case remove(list: [YAMLStep], at: Int)
    /// Gives a mapping one more key, after another or at its end.
    case add(map: [YAMLStep], YAMLContent.Entry, after: String?)
    /// Puts something in place of a text, or where there is no value yet.
    case replace(value: [YAMLStep], YAMLContent)
}

extension YAMLContent {
    /// The content after an edit; nil where the edit does not fit it.
    func applying(_ edit: YAMLEdit) -> YAMLContent? {
        switch edit {
        case .insert(let path, let index, let element):
            changing(path[...]) { content in
                guard case .list(var elements) = content, index <= elements.count else {
                    return nil
                }
                elements.insert(element, at: index)
                return .list(elements)
            }
        case .remove(let path, let index):
            changing(path[...]) { content in
                guard case .list(var elements) = content, elements.indices.contains(index) else {
                    return nil
                }
                elements.remove(at: index)
                return .list(elements)
            }
        case .add(let path, let entry, let after):
            changing(path[...]) { content in
                guard case .map(var entries) = content,
                    !entries.contains(where: { $0.key == entry.key })
                else { return nil }
                let place = after.flatMap { key in entries.firstIndex { $0.key == key } }
                entries.insert(entry, at: place.map { $0 + 1 } ?? entries.count)
                return .map(entries)
            }
        case .replace(let path, let value):
            changing(path[...]) { content in
                switch content {
                case .text, .empty: value
                case .list, .map: nil
                }
            }
        }
    }

    private func changing(
        _ path: ArraySlice<YAMLStep>,
        _ change: (YAMLContent) -> YAMLContent?
    ) -> YAMLContent? {
        guard let step = path.first else { return change(self) }
        switch (self, step) {
        case (.list(var elements), .index(let index)) where elements.indices.contains(index):
            guard let changed = elements[index].changing(path.dropFirst(), change) else {
                return nil
            }
            elements[index] = changed
            return .list(elements)
        case (.map(var entries), .key(let key)):
            guard let index = entries.firstIndex(where: { $0.key == key }),
                let changed = entries[index].value.changing(path.dropFirst(), change)
            else { return nil }
            entries[index].value = changed
            return .map(entries)
        default: return nil
        }
    }
}

extension YAMLValue {
    /// The value at the end of a way, with whether it stands in brackets; nil where there is none.
    func find(_ path: [YAMLStep], in lines: YAMLLines) -> (value: YAMLValue, isInFlow: Bool)? {
        var value = self
        var isInFlow = false
        for step in path {
            isInFlow = isInFlow || lines.isFlow(value)
            switch (value, step) {
            case (.list(let elements, _), .index(let index)) where elements.indices.contains(index):
                value = elements[index]
            case (.map(let fields, _), .key(let key)):
                guard let field = fields.first(where: { $0.key == key }) else { return nil }
                value = field.value
            default: return nil
            }
        }
        return (value, isInFlow)
    }
}
