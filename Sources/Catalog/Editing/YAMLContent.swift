/// What stands in a YAML file, without where it stands.
indirect enum YAMLContent: Sendable, Equatable {
    /// A key of a mapping with its value.
    struct Entry: Sendable, Equatable {
        var key: String
        var value: YAMLContent

        init(_ key: String, _ value: YAMLContent) {
            self.key = key
            self.value = value
        }
    }

    case text(String)
    case list([YAMLContent])
    case map([Entry])
    case empty

    init(_ value: YAMLValue) {
        self =
            switch value {
            case .text(let text, _): .text(text)
            case .list(let elements, _): .list(elements.map(YAMLContent.init))
            case .map(let fields, _):
                .map(fields.map { Entry($0.key, YAMLContent($0.value)) })
            case .empty: .empty
            }
    }
}

// MARK: - Writing

extension YAMLContent {
    /// The content on one line, as it may stand in brackets too.
    var flow: String {
        switch self {
        case .text(let text):
            text.contains(",") ? YAMLWriting.quoted(text) : Self.scalar(text)
        case .list(let elements): "[\(elements.map(\.flow).joined(separator: ", "))]"
        case .map(let entries):
            "{\(entries.map { "\(Self.key($0.key)): \($0.value.flow)" }.joined(separator: ", "))}"
        case .empty: "~"
        }
    }

    /// The content as the value of a key that begins a line.
    private var inline: String {
        guard case .text(let text) = self else { return flow }
        return Self.scalar(text)
    }

    /// A text on a line of its own; here "true" is the word that a key wants, and "3" the number.
    static func scalar(_ text: String) -> String {
        let isNumber =
            text.first?.isNumber == true && text.last?.isNumber == true
            && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
        return isNumber || ["true", "false"].contains(text) ? text : YAMLWriting.scalar(text)
    }

    /// The lines of an element of a block list whose dash stands after `indentation` spaces.
    func element(indentation: Int) -> [String] {
        let margin = String(repeating: " ", count: indentation)
        guard case .map(let entries) = self, !entries.isEmpty else {
            return [margin + "- " + inline]
        }
        let lines = entries.flatMap { $0.lines(indentation: indentation + 2) }
        return [margin + "- " + lines[0].dropFirst(indentation + 2)] + lines.dropFirst()
    }

    static func key(_ key: String) -> String {
        let isPlain = key.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46
        }
        return isPlain && !key.isEmpty ? key : YAMLWriting.quoted(key)
    }
}

extension YAMLContent.Entry {
    /// The lines of a key of a block mapping: a mapping of mappings gets a line for each.
    func lines(indentation: Int) -> [String] {
        let margin = String(repeating: " ", count: indentation)
        let key = YAMLContent.key(key)
        guard case .map(let entries) = value,
            entries.contains(where: { if case .map = $0.value { true } else { false } })
        else {
            if case .text(let text) = value {
                return ["\(margin)\(key): \(YAMLContent.scalar(text))"]
            }
            return ["\(margin)\(key): \(value.flow)"]
        }
        return ["\(margin)\(key):"]
            + entries.map { "\(margin)  \(YAMLContent.key($0.key)): \($0.value.flow)" }
    }
}
