/// Versions such as 4.2.1, read part by part.
public enum Version {
    /// Whether `one` comes before `other`; a part that is not there counts as 0.
    public static func isBefore(_ one: String, _ other: String) -> Bool {
        var ones = one.split(separator: ".").map { UInt64($0) ?? 0 }
        var others = other.split(separator: ".").map { UInt64($0) ?? 0 }
        while ones.count < others.count { ones.append(0) }
        while others.count < ones.count { others.append(0) }
        return ones.lexicographicallyPrecedes(others)
    }

    /// Whether `text` is digits with dots between.
    public static func isWellFormed(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 8
            && parts.allSatisfy { part in
                (1...9).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
            }
    }
}
