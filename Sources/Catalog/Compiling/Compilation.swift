public import Messages

/// What came of compiling a draft.
public struct Compilation: Sendable {
    /// What is wrong, in order of path and line; where it is too much, errors rather than warnings.
    public let problems: [Problem]
    /// Reports of the trees that were compiled.
    public let reports: [TreeReport]
    /// The catalog with the draft's changes, on which conversations can be tried.
    public let view: CatalogView
    /// The items that the changes make, by key; empty bytes for items that are gone.
    let changes: [ItemKey: [UInt8]]

    /// Whether the draft can't be published.
    public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// The kinds of source files, by their paths.
enum SourceKind: Equatable {
    case settings
    case tree(String)
    case vocabulary(String)
    case article(String)
    case conversation(String)

    /// What to do with a file whose path is none of a catalog.
    static func advice(path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let known = ["trees", "vocabulary", "articles", "conversations"]
        if parts.count == 2, known.contains(String(parts[0])), let dot = parts[1].lastIndex(of: ".")
        {
            let isArticle = parts[0] == "articles"
            let (ending, near) =
                isArticle ? ("md", ["md", "markdown"]) : ("yaml", ["yaml", "yml"])
            let name = String(parts[1][..<dot])
            let id = Suggestion.id(for: name) ?? name
            if near.contains(parts[1][dot...].dropFirst().lowercased()), Names.isID(id) {
                return "rename it to \(parts[0])/\(id).\(ending)"
            }
            return
                "\(parts[0])/ holds only ID.\(ending), with an id of the letters a to z, digits, "
                + "'-' and '.': rename it, or move it out of \(parts[0])/"
        }
        return "it has catalog.yaml, trees/ID.yaml, vocabulary/NAME.yaml, articles/ID.md and "
            + "conversations/ID.yaml, with ids of the letters a to z, digits, '-' and '.'"
    }

    /// nil where the path is none of a catalog.
    init?(path: String) {
        if path == "catalog.yaml" {
            self = .settings
            return
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, path.utf8.count <= CatalogLimits.pathBytes else { return nil }
        let ending = parts[0] == "articles" ? ".md" : ".yaml"
        guard parts[1].hasSuffix(ending) else { return nil }
        let id = String(parts[1].dropLast(ending.count))
        guard Names.isID(id) else { return nil }
        switch parts[0] {
        case "trees": self = .tree(id)
        case "vocabulary": self = .vocabulary(id)
        case "articles": self = .article(id)
        case "conversations": self = .conversation(id)
        default: return nil
        }
    }
}
