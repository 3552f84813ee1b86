internal import Messages

/// What differs between two catalogs, in terms of trees, articles, vocabulary and settings.
///
/// Only files whose content differs are looked into, so comparing two releases of a large catalog costs
/// little more than listing their files.
public struct CatalogDiff: Sendable, Equatable {
    /// The changes by path; those of a tree from its beginning to its end.
    public let changes: [CatalogChange]

    /// Compares two views, which must have been compiled from files without errors.
    ///
    /// - Throws: What reading the views throws.
    public init(from old: CatalogView, to new: CatalogView) throws {
        let before = try Self.digests(of: old)
        let after = try Self.digests(of: new)
        let paths = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        var changes: [CatalogChange] = []
        for path in paths {
            var list = try Self.changes(of: path, from: old, to: new)
            if list.isEmpty {
                var rewritten = ChangeList(path: path)
                let isSame = try Self.isSame(path, in: old, and: new)
                let what =
                    isSame
                    ? "comments, order or spelling only" : "order, or what is not listed here"
                rewritten.add(.fileRewritten, "", "", "", "~ \(what)")
                list = rewritten.changes
            }
            changes += list
        }
        if paths.contains(where: { $0.hasPrefix("vocabulary/") }) {
            let entities = try Self.entityChanges(from: old, to: new)
            changes.removeAll { $0.path.hasPrefix("vocabulary/") && !entities.isEmpty }
            changes += entities
        }
        self.changes = changes
    }

    /// The changes as people read them: a heading a file, and a line a change below it.
    ///
    /// - Parameter maximum: Lines at most; the last one then says how many are left out.
    public func lines(maximum: Int = .max) -> [String] {
        var lines: [String] = []
        var path = ""
        for change in changes {
            if change.path != path {
                path = change.path
                lines.append(path)
            }
            lines.append("  " + change.text)
        }
        guard lines.count > maximum else { return lines }
        return lines.prefix(maximum - 1) + ["and \(lines.count - maximum + 1) lines more"]
    }

    // MARK: Files

    private static func digests(of view: CatalogView) throws -> [String: [UInt8]] {
        var digests: [String: [UInt8]] = [:]
        var last = ""
        while true {
            let page = try view.sourcePaths(after: last, maximum: CatalogLimits.pageFiles)
            for path in page { digests[path] = try view.source(path)?.sha256 }
            guard let end = page.last else { return digests }
            last = end
        }
    }

    private static func changes(
        of path: String,
        from old: CatalogView,
        to new: CatalogView
    ) throws -> [CatalogChange] {
        switch SourceKind(path: path) {
        case .settings: return try settingChanges(from: old, to: new, path)
        case .tree(let id): return try treeChanges(id, from: old, to: new, path)
        case .article(let id):
            return articleChanges(from: try old.article(id), to: try new.article(id), path)
        case .conversation(let id):
            let (was, now) = (try old.conversation(id), try new.conversation(id))
            return conversationChanges(id, from: was, to: now, path)
        case .vocabulary, nil: return []
        }
    }

    /// Whether what was made of a file is the same.
    private static func isSame(
        _ path: String,
        in old: CatalogView,
        and new: CatalogView
    ) throws -> Bool {
        switch SourceKind(path: path) {
        case .settings: try old.settings == new.settings && areIntakesSame(in: old, and: new)
        case .tree(let id): try old.compiledTree(id)?.tree == new.compiledTree(id)?.tree
        case .article(let id): try old.article(id) == new.article(id)
        case .conversation, .vocabulary, nil: true
        }
    }

    private static func areIntakesSame(in old: CatalogView, and new: CatalogView) throws -> Bool {
        try intakes(of: old, new).allSatisfy { id in
            try old.compiledTree(id)?.tree == new.compiledTree(id)?.tree
        }
    }

    /// The ids of the intakes of the catalogs and of their languages.
    private static func intakes(of old: CatalogView, _ new: CatalogView) throws -> [String] {
        let books = try old.settings.phrasebooks + new.settings.phrasebooks
        return [IntakeTree.id] + Set(books.map(\.intakeTree)).subtracting([""]).sorted()
    }

    private static func treeChanges(
        _ id: String,
        from old: CatalogView,
        to new: CatalogView,
        _ path: String
    ) throws -> [CatalogChange] {
        let before = try old.compiledTree(id)?.tree
        let after = try new.compiledTree(id)?.tree
        var list = ChangeList(path: path)
        switch (before, after) {
        case (let before?, let after?): return TreeDiff.changes(from: before, to: after, path: path)
        case (nil, let after?):
            list.add(.treeAdded, id, "", after.title, "+ tree \(summary(of: after))")
        case (let before?, nil):
            list.add(.treeRemoved, id, before.title, "", "- tree \(summary(of: before))")
        case (nil, nil): break
        }
        return list.changes
    }

    private static func summary(of tree: Tree) -> String {
        let questions = tree.nodes.count { [.ask, .check, .guide].contains($0.kind) }
        let leaves = tree.nodes.count { $0.kind == .diagnose }
        let parts = [
            "\(questions) question\(questions == 1 ? "" : "s")",
            "\(leaves) diagnos\(leaves == 1 ? "is" : "es")",
        ]
        return "\(ChangeList.quoted(tree.title)): \(parts.joined(separator: ", "))"
    }

    private static func articleChanges(
        from old: Article?,
        to new: Article?,
        _ path: String
    ) -> [CatalogChange] {
        var list = ChangeList(path: path)
        guard let old else {
            guard let new else { return [] }
            let text = "+ article \(ChangeList.quoted(new.title))"
            list.add(.articleAdded, new.id, "", new.title, text)
            return list.changes
        }
        guard let new else {
            let text = "- article \(ChangeList.quoted(old.title))"
            list.add(.articleRemoved, old.id, old.title, "", text)
            return list.changes
        }
        list.compare(.articleChanged, "title", old.title, new.title, "title")
        list.compare(.articleChanged, "spoken", old.spoken, new.spoken, "spoken")
        let kind = CatalogChange.Kind.articleChanged
        func compare(_ before: [String], _ after: [String], _ subject: String) {
            list.compare(before, after, subject: subject, added: kind, removed: kind, subject)
        }
        compare(old.products, new.products, "product")
        compare(old.symptoms, new.symptoms, "symptom")
        compare(old.tags, new.tags, "tag")
        if old.body != new.body { list.add(kind, "body", "", "", "~ body") }
        return list.changes
    }

    private static func conversationChanges(
        _ id: String,
        from old: Conversation?,
        to new: Conversation?,
        _ path: String
    ) -> [CatalogChange] {
        var list = ChangeList(path: path)
        switch (old, new) {
        case (nil, _?): list.add(.conversationAdded, id, "", id, "+ conversation")
        case (_?, nil): list.add(.conversationRemoved, id, id, "", "- conversation")
        case (let old?, let new?):
            if old != new { list.add(.conversationChanged, id, id, id, "~ conversation") }
        case (nil, nil): break
        }
        return list.changes
    }

    // MARK: Settings and vocabulary

    private static func settingChanges(
        from old: CatalogView,
        to new: CatalogView,
        _ path: String
    ) throws -> [CatalogChange] {
        let (before, after) = (try old.settings, try new.settings)
        var list = ChangeList(path: path)
        func compare(_ before: String, _ after: String, _ name: String) {
            list.compare(.settingChanged, name, before, after, name)
        }
        compare(before.timeZone, after.timeZone, "time-zone")
        compare("\(before.takesCalls)", "\(after.takesCalls)", "takes-calls")
        compare("\(before.hours.map(hours))", "\(after.hours.map(hours))", "hours")
        compare(before.personQueue, after.personQueue, "person-queue")
        compare("\(before.routingThreshold)", "\(after.routingThreshold)", "thresholds.routing")
        compare("\(before.answerThreshold)", "\(after.answerThreshold)", "thresholds.answer")
        compare(
            "\(before.volunteerThreshold)",
            "\(after.volunteerThreshold)",
            "thresholds.volunteer"
        )
        compare(confirmations(before), confirmations(after), "confirmations")
        for book in after.phrasebooks {
            let was = before.phrasebooks.first { $0.language == book.language } ?? Phrasebook()
            let texts = zip(texts(of: was), texts(of: book))
            for (was, now) in texts { compare(was.text, now.text, "\(book.language).\(now.name)") }
        }
        for book in before.phrasebooks
        where !after.phrasebooks.contains(where: { $0.language == book.language }) {
            compare(book.language, "", "languages")
        }
        return try list.changes
            + intakes(of: old, new).flatMap { try treeChanges($0, from: old, to: new, path) }
    }

    private static func confirmations(_ settings: Settings) -> String {
        settings.confirmationLimit == 0 ? "" : "\(settings.confirmationLimit - 1)"
    }

    private static func hours(_ hours: OpenHours) -> String {
        "day \(hours.weekday) \(hours.fromMinute)-\(hours.toMinute)"
    }

    private static func texts(of book: Phrasebook) -> [(name: String, text: String)] {
        [
            ("opening", book.opening), ("opening-again", book.openingAgain), ("which", book.which),
            ("confirm", book.confirm), ("wait", book.wait), ("looking-up", book.lookingUp),
            ("off-topic", book.offTopic), ("no-answer", book.noAnswer), ("silence", book.silence),
            ("availability", book.availability), ("escalated", book.escalated),
            ("wants-person", book.wantsPerson), ("resolved", book.resolved),
            ("goodbye", book.goodbye),
        ]
    }

    private static func entityChanges(
        from old: CatalogView,
        to new: CatalogView
    ) throws -> [CatalogChange] {
        let (before, after) = (try old.entityIDs(), try new.entityIDs())
        var changes: [CatalogChange] = []
        for id in Set(before).union(after).sorted() {
            let (was, now) = (try old.entity(id), try new.entity(id))
            guard was != now else { continue }
            var list = ChangeList(path: "vocabulary/\((now ?? was)?.className ?? "")")
            switch (was, now) {
            case (nil, let now?):
                list.add(.entityAdded, id, "", now.name, "+ \(id) \(ChangeList.quoted(now.name))")
            case (let was?, nil):
                list.add(.entityRemoved, id, was.name, "", "- \(id) \(ChangeList.quoted(was.name))")
            case (let was?, let now?):
                list.compare(.entityChanged, id, was.className, now.className, "class of \(id)")
                list.compare(.entityChanged, id, was.name, now.name, "name of \(id)")
                let kind = CatalogChange.Kind.entityChanged
                list.compare(
                    was.aliases,
                    now.aliases,
                    subject: id,
                    added: kind,
                    removed: kind,
                    "alias of \(id)"
                )
            case (nil, nil): break
            }
            changes += list.changes
        }
        return changes.sorted { ($0.path, $0.subject) < ($1.path, $1.subject) }
    }
}
