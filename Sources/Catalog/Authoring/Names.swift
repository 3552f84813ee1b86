/// The rules for names.
public enum Names {
    /// The sections of facts.
    public static let sections = [
        "product", "symptom", "environment", "test", "fix", "customer", "context",
    ]

    /// Whether a text can be the id of a tree, a node or an option.
    public static func isID(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.count <= CatalogLimits.idBytes else { return false }
        return isWordByte(first) && bytes.allSatisfy { isWordByte($0) || $0 == 45 || $0 == 46 }
    }

    /// Whether a text can be the key of a fact.
    public static func isFact(_ key: String) -> Bool {
        guard key.utf8.count <= CatalogLimits.factBytes else { return false }
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, sections.contains(String(parts[0])) else { return false }
        return parts.dropFirst().allSatisfy { part in
            guard let first = part.utf8.first else { return false }
            return isWordByte(first) && part.utf8.allSatisfy { isWordByte($0) || $0 == 45 }
        }
    }

    static func isName(_ text: String) -> Bool {
        let bytes = text.utf8.count
        guard bytes > 0, bytes <= CatalogLimits.nameBytes, text.first != " ", text.last != " "
        else {
            return false
        }
        return text.allSatisfy { $0.isLetter || $0.isNumber || " .-_/%°+".contains($0) }
    }

    /// The section of a fact's key.
    public static func section(of fact: String) -> String {
        String(fact.prefix { $0 != "." })
    }

    /// The name in a fact's key as words: "previous router" of `environment.previous-router`.
    public static func words(of fact: String) -> String {
        let name = fact.drop { $0 != "." }.dropFirst()
        return String(name.map { $0 == "-" || $0 == "." ? " " : $0 })
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }
}
