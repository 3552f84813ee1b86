/// One thing that differs between two catalogs, in terms of what editors think of.
public struct CatalogChange: Sendable, Equatable {
    /// What kind of change it is; its name is part of the output of `baton catalog diff --json`.
    public enum Kind: String, Sendable, CaseIterable {
        case treeAdded = "tree-added"
        case treeRemoved = "tree-removed"
        case titleChanged = "title-changed"
        case issueChanged = "issue-changed"
        case languageChanged = "language-changed"
        case symptomAdded = "symptom-added"
        case symptomRemoved = "symptom-removed"
        case requiredAdded = "required-added"
        case requiredRemoved = "required-removed"
        case lineChanged = "line-changed"
        case questionAdded = "question-added"
        case questionRemoved = "question-removed"
        case questionReworded = "question-reworded"
        case questionChanged = "question-changed"
        case lookupAdded = "lookup-added"
        case lookupRemoved = "lookup-removed"
        case lookupChanged = "lookup-changed"
        case diagnosisAdded = "diagnosis-added"
        case diagnosisRemoved = "diagnosis-removed"
        case diagnosisChanged = "diagnosis-changed"
        case gotoAdded = "goto-added"
        case gotoRemoved = "goto-removed"
        case gotoChanged = "goto-changed"
        case nodeRenamed = "node-renamed"
        case firstNodeChanged = "first-node-changed"
        case branchChanged = "branch-changed"
        case optionAdded = "option-added"
        case optionRemoved = "option-removed"
        case optionChanged = "option-changed"
        case phraseAdded = "phrase-added"
        case phraseRemoved = "phrase-removed"
        case articleAdded = "article-added"
        case articleRemoved = "article-removed"
        case articleChanged = "article-changed"
        case entityAdded = "entity-added"
        case entityRemoved = "entity-removed"
        case entityChanged = "entity-changed"
        case conversationAdded = "conversation-added"
        case conversationRemoved = "conversation-removed"
        case conversationChanged = "conversation-changed"
        case settingChanged = "setting-changed"
        case fileRewritten = "file-rewritten"
    }

    /// The kind.
    public let kind: Kind
    /// The file that it stands in, such as `trees/vpn.yaml`.
    public let path: String
    /// What has changed in it: a node, a fact, a setting; empty for the whole.
    public let subject: String
    /// How it was; empty for what is new.
    public let before: String
    /// How it is; empty for what is gone.
    public let after: String
    /// The change as a line without its place.
    public let text: String
}

/// Collects the changes of one file.
struct ChangeList {
    let path: String
    private(set) var changes: [CatalogChange] = []

    init(path: String) { self.path = path }

    mutating func add(
        _ kind: CatalogChange.Kind,
        _ subject: String,
        _ before: String,
        _ after: String,
        _ text: String
    ) {
        changes.append(
            CatalogChange(
                kind: kind,
                path: path,
                subject: subject,
                before: before,
                after: after,
                text: text
            )
        )
    }

    /// Adds a change where two texts differ.
    mutating func compare(
        _ kind: CatalogChange.Kind,
        _ subject: String,
        _ before: String,
        _ after: String,
        _ what: String
    ) {
        guard before != after else { return }
        add(
            kind,
            subject,
            before,
            after,
            "~ \(what): \(Self.quoted(before)) → \(Self.quoted(after))"
        )
    }

    /// Adds what one list has and the other has not.
    mutating func compare(
        _ before: [String],
        _ after: [String],
        subject: String = "",
        added: CatalogChange.Kind,
        removed: CatalogChange.Kind,
        _ what: String
    ) {
        let (had, has) = (Set(before), Set(after))
        for text in after where !had.contains(text) {
            add(added, subject.isEmpty ? text : subject, "", text, "+ \(what) \(Self.quoted(text))")
        }
        for text in before where !has.contains(text) {
            let name = subject.isEmpty ? text : subject
            add(removed, name, text, "", "- \(what) \(Self.quoted(text))")
        }
    }

    /// A text in quotes, cut where nobody would read on.
    static func quoted(_ text: String) -> String {
        let shown = text.prefix(120)
        return "\"\(shown)\(shown.endIndex < text.endIndex ? "…" : "")\""
    }
}
