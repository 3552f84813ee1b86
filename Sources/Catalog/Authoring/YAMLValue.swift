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
