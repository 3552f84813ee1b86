public import Messages

/// A change of a catalog's source files, as a proposal means it.
public enum CatalogEdit: Sendable, Equatable {
    /// Asks a question before a node, on every way into it.
    case ask(QuestionDraft, tree: String, before: String)
    /// Asks a question before every escalation, since Tier 2 requires its fact.
    ///
    /// The question is written only where the tree has none for the fact.
    case require(QuestionDraft, tree: String)
    /// Removes a node, so that what led to it leads to another.
    case remove(node: String, tree: String, next: String)
    /// Adds phrases to an option or a result of a node.
    case addPhrases([String], option: String, node: String, tree: String)
    /// Adds a file.
    case add(SourceFile)

    /// The files that are other than before, with their new content.
    ///
    /// What the author wrote stays as it is; only what the change means is put in or taken out.
    ///
    /// - Throws: ``CatalogError`` where the files do not have what is changed, or are written in a form
    ///   that can't be changed by itself.
    public func applied(to files: [SourceFile]) throws(CatalogError) -> [SourceFile] {
        switch self {
        case .add(let file):
            guard !files.contains(where: { $0.path == file.path }) else {
                throw .conflict("\(file.path) is there already: give the new one another name")
            }
            return [SourceFile(path: file.path, content: file.content)]
        case .ask(let question, let tree, let node):
            return try Self.edit(tree, files) { (source) throws(CatalogError) in
                try source.ask(question, before: node)
            }
        case .require(let question, let tree):
            return try Self.edit(tree, files) { (source) throws(CatalogError) in
                try source.require(question)
            }
        case .remove(let node, let tree, let next):
            return try Self.edit(tree, files) { (source) throws(CatalogError) in
                try source.remove(node, next: next)
            }
        case .addPhrases(let phrases, let option, let node, let tree):
            return try Self.edit(tree, files) { (source) throws(CatalogError) in
                try source.add(phrases, option: option, node: node)
            }
        }
    }

    /// The file that holds a tree.
    public static func path(ofTree id: String) -> String {
        IntakeTree.isIntake(id) ? "catalog.yaml" : "trees/\(id).yaml"
    }

    private static func edit(
        _ tree: String,
        _ files: [SourceFile],
        _ change: (inout TreeSource) throws(CatalogError) -> Void
    ) throws(CatalogError) -> [SourceFile] {
        let path = path(ofTree: tree)
        guard let file = files.first(where: { $0.path == path }) else {
            throw .notFound("the catalog has no \(path)")
        }
        var source = try TreeSource(file, tree: tree)
        try change(&source)
        return [SourceFile(path: path, content: Array(source.editor.text.utf8))]
    }
}

/// The source of a tree while it is changed.
struct TreeSource {
    private(set) var editor: YAMLEditor
    private let prefix: [YAMLStep]

    init(_ file: SourceFile, tree: String) throws(CatalogError) {
        editor = try YAMLEditor(file)
        guard IntakeTree.isIntake(tree) else {
            prefix = []
            return
        }
        let languages = try editor.root()["languages"]?.fields ?? []
        let own = languages.first { IntakeTree.id(in: $0.key) == tree }
        guard own != nil || tree == IntakeTree.id else {
            throw .notFound("no language of \(file.path) has the intake '\(tree)' any more")
        }
        prefix = (own.map { [.key("languages"), .key($0.key)] } ?? []) + [.key("intake")]
    }

    private func tree() throws(CatalogError) -> YAMLValue {
        var value = try editor.root()
        for case .key(let key) in prefix {
            guard let inner = value[key] else {
                throw .notFound("\(editor.path) has no '\(key)' any more: list the proposals again")
            }
            value = inner
        }
        return value
    }

    private func nodes() throws(CatalogError) -> [YAMLValue] {
        try tree()["nodes"]?.elements ?? []
    }

    private func index(of node: String) throws(CatalogError) -> Int {
        guard let index = try nodes().firstIndex(where: { Self.id(of: $0) == node }) else {
            throw .notFound(
                "\(editor.path) has no node '\(node)' any more: list the proposals again"
            )
        }
        return index
    }

    private var nodesPath: [YAMLStep] { prefix + [.key("nodes")] }

    // MARK: Asking

    mutating func ask(_ question: QuestionDraft, before node: String) throws(CatalogError) {
        let id = try freeID(for: question.fact)
        let index = try index(of: node)
        try lead(from: node, to: id)
        let content = Self.content(of: question, id: id, onlyWhenRequired: false)
        try editor.apply(.insert(list: nodesPath, at: index, content))
    }

    mutating func require(_ question: QuestionDraft) throws(CatalogError) {
        let tree = try tree()
        let nodes = tree["nodes"]?.elements ?? []
        let isAsked = nodes.contains { node in
            ["ask", "check", "guide"].contains { node[$0]?.text == question.fact }
        }
        let fact = YAMLContent.text(question.fact)
        if let required = tree["requires"], case .list(let elements, _) = required {
            if !elements.contains(where: { $0.text == question.fact }) {
                let list = prefix + [.key("requires")]
                try editor.apply(.insert(list: list, at: elements.count, fact))
            }
        } else {
            let entry = YAMLContent.Entry("requires", .list([fact]))
            let keys = tree.fields.map(\.key)
            let after = ["symptoms", "issue"].first { keys.contains($0) }
            try editor.apply(.add(map: prefix, entry, after: after))
        }
        guard !isAsked else { return }
        let id = try freeID(for: question.fact)
        let content = Self.content(of: question, id: id, onlyWhenRequired: true)
        // Among the questions: leaves stand at the end by custom.
        let leaf = nodes.firstIndex { $0["diagnose"] != nil } ?? nodes.count
        let place = leaf == 0 ? nodes.count : leaf
        try editor.apply(.insert(list: nodesPath, at: place, content))
    }

    private func freeID(for fact: String) throws(CatalogError) -> String {
        let taken = Set(try nodes().map(Self.id))
        let short = String(fact.drop { $0 != "." }.dropFirst())
        for id in [short, fact] where Names.isID(id) && !taken.contains(id) { return id }
        var number = 2
        while taken.contains("\(short)-\(number)") { number += 1 }
        return "\(short)-\(number)"
    }

    static func content(
        of question: QuestionDraft,
        id: String,
        onlyWhenRequired: Bool
    ) -> YAMLContent {
        var entries: [YAMLContent.Entry] = [.init("ask", .text(question.fact))]
        func add(_ key: String, _ text: String) {
            if !text.isEmpty { entries.append(.init(key, .text(text))) }
        }
        if id != question.fact { add("id", id) }
        if let kind = ValueForms.kinds.first(where: { $0.value == question.kind })?.key {
            add("kind", kind)
        }
        add("of", question.entityClass)
        add("unit", question.unit)
        add("label", question.label)
        add("say", question.say)
        if !question.options.isEmpty {
            let options = question.options.map { option in
                YAMLContent.Entry(option.id, Self.content(of: option))
            }
            entries.append(.init("options", .map(options)))
        }
        if onlyWhenRequired { add("only-when-required", "true") }
        return .map(entries)
    }

    private static func content(of option: QuestionOption) -> YAMLContent {
        var entries: [YAMLContent.Entry] = []
        if !option.label.isEmpty { entries.append(.init("label", .text(option.label))) }
        if !option.phrases.isEmpty {
            entries.append(.init("phrases", .list(option.phrases.map(YAMLContent.text))))
        }
        return .map(entries)
    }

    // MARK: Removing

    mutating func remove(_ node: String, next: String) throws(CatalogError) {
        let nodes = try nodes()
        let index = try index(of: node)
        guard nodes.count > 1, nodes.contains(where: { Self.id(of: $0) == next }) else {
            throw .notFound(
                "\(editor.path) has no node '\(next)' any more: list the proposals again"
            )
        }
        let after = nodes.dropFirst(index + 1).first { !Self.isOnlyWhenRequired($0) }
        guard index > 0 || after.map(Self.id) == next else {
            throw .invalid(
                "'\(node)' is the first node of \(editor.path): move '\(next)' to the front in an "
                    + "editor"
            )
        }
        if after.map(Self.id) != next {
            // What fell through to it would go on at the node that comes after it in the file.
            for (place, other) in nodes.enumerated().prefix(index)
            where other["next"] == nil && other["diagnose"] == nil && other["goto"] == nil {
                let following = nodes.dropFirst(place + 1).first { !Self.isOnlyWhenRequired($0) }
                guard following.map(Self.id) == node, !Self.isOnlyWhenRequired(other) else {
                    continue
                }
                let path = nodesPath + [.index(place)]
                let entry = YAMLContent.Entry("next", .text(next))
                try editor.apply(.add(map: path, entry, after: nil))
            }
        }
        try lead(from: node, to: next)
        try editor.apply(.remove(list: nodesPath, at: index))
    }

    /// Lets every way that names a node name another.
    private mutating func lead(from node: String, to other: String) throws(CatalogError) {
        for path in try ways(to: node) {
            try editor.apply(.replace(value: path, .text(other)))
        }
    }

    private func ways(to node: String) throws(CatalogError) -> [[YAMLStep]] {
        var ways: [[YAMLStep]] = []
        for (index, value) in try nodes().enumerated() {
            let path = nodesPath + [.index(index)]
            for key in ["next", "otherwise", "unknown"] where value[key]?.text == node {
                ways.append(path + [.key(key)])
            }
            let branches = value["branches"]
            for field in branches?.fields ?? [] where field.value.text == node {
                ways.append(path + [.key("branches"), .key(field.key)])
            }
            for (number, branch) in (branches?.elements ?? []).enumerated()
            where branch["next"]?.text == node {
                ways.append(path + [.key("branches"), .index(number), .key("next")])
            }
        }
        return ways
    }

    // MARK: Phrases

    mutating func add(_ phrases: [String], option: String, node: String) throws(CatalogError) {
        let values = try nodes()
        var index = try index(of: node)
        // A node without words takes its options from another one of the same fact.
        if values[index]["say"] == nil, let fact = Self.fact(of: values[index]),
            let source = values.firstIndex(where: { Self.fact(of: $0) == fact && $0["say"] != nil })
        {
            index = source
        }
        let value = values[index]
        let path = nodesPath + [.index(index)]
        let key = value["ask"] == nil ? "results" : "options"
        let list = YAMLContent.list(phrases.map(YAMLContent.text))
        let entry = YAMLContent.Entry("phrases", list)
        guard let options = value[key] else {
            let whole = YAMLContent.Entry(key, .map([.init(option, .map([entry]))]))
            return try editor.apply(.add(map: path, whole, after: nil))
        }
        let optionPath = path + [.key(key), .key(option)]
        switch options[option] {
        case nil:
            let whole = YAMLContent.Entry(option, .map([entry]))
            try editor.apply(.add(map: path + [.key(key)], whole, after: nil))
        case .text(let label, _)?:
            let whole = YAMLContent.map([.init("label", .text(label)), entry])
            try editor.apply(.replace(value: optionPath, whole))
        case .map(let fields, _)?:
            guard let known = fields.first(where: { $0.key == "phrases" })?.value else {
                return try editor.apply(.add(map: optionPath, entry, after: nil))
            }
            for phrase in phrases where !known.elements.contains(where: { $0.text == phrase }) {
                let count = try tree()["nodes"]?.elements[index][key]?[option]?["phrases"]?
                    .elements.count
                let list = optionPath + [.key("phrases")]
                try editor.apply(.insert(list: list, at: count ?? 0, .text(phrase)))
            }
        case .empty?: try editor.apply(.replace(value: optionPath, .map([entry])))
        case .list?:
            throw .invalid("'\(option)' of '\(node)' in \(editor.path) is no option")
        }
    }

    // MARK: Nodes

    private static func fact(of node: YAMLValue) -> String? {
        ["ask", "check", "guide", "lookup"].lazy.compactMap { node[$0]?.text }.first
    }

    private static func id(of node: YAMLValue) -> String {
        node["id"]?.text ?? node["diagnose"]?.text ?? node["goto"]?.text ?? fact(of: node) ?? ""
    }

    private static func isOnlyWhenRequired(_ node: YAMLValue) -> Bool {
        node["only-when-required"]?.text == "true"
    }
}
