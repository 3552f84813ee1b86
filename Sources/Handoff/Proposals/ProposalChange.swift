public import Catalog
internal import Diagnosis
internal import Language
public import Messages

extension Proposal {
    /// The change of the source files that the proposal means.
    ///
    /// - Parameters:
    ///   - wording: What an editor words otherwise; what is empty stays as proposed.
    ///   - intake: The tree of the intake in the proposal's language, for a new tree.
    /// - Throws: ``CatalogError/invalid(_:)`` for a proposal of no known kind.
    public func change(
        wording: QuestionDraft? = nil,
        intake: Tree
    ) throws(CatalogError) -> CatalogEdit {
        guard wording == nil || question != nil else {
            throw .invalid(
                "the proposal '\(id)' adds no question whose words could be other: write its files to a "
                    + "folder and edit them"
            )
        }
        switch kind {
        case .ask:
            var draft = question ?? QuestionDraft(fact: fact)
            if let wording { draft.take(wording) }
            let before = placements.first?.before ?? ""
            return before.isEmpty
                ? .require(draft, tree: tree) : .ask(draft, tree: tree, before: before)
        case .remove: return .remove(node: node, tree: tree, next: next)
        case .phrases: return .addPhrases(phrases, option: option, node: node, tree: tree)
        case .pattern:
            let draft = PatternDraft(
                name: tree,
                title: commonWords.isEmpty ? tree : commonWords.joined(separator: " "),
                calls: evidence.map(\.callID),
                openings: phrases,
                language: language
            )
            return .add(draft.file(intake: intake))
        case .unspecified: throw .invalid("the proposal '\(id)' is of no known kind")
        }
    }

    /// The source files that are other than before once the proposal is accepted: those of the change, and
    /// conversations in which the question is asked elsewhere, or no more.
    ///
    /// - Parameters:
    ///   - files: The source files, without articles where those are many.
    ///   - view: The files compiled; nil where they are not yet.
    ///   - wording: What an editor words otherwise.
    /// - Throws: ``CatalogError`` where the files can't be changed so; what compiling throws.
    public func applied(
        to files: [SourceFile],
        in view: CatalogView? = nil,
        wording: QuestionDraft? = nil
    ) throws -> [SourceFile] {
        let view = try view ?? CatalogCompiler.compile(files).view
        let intakeTree = try view.settings.intakeTree(in: language)
        guard let intake = try view.compiledTree(intakeTree)?.tree else {
            throw CatalogError.invalid("the catalog has no intake: it can't be read")
        }
        let change = try change(wording: wording, intake: intake)
        let changed = try change.applied(to: files)
        guard kind == .ask || kind == .remove else { return changed }
        let asked = wording.flatMap { $0.fact.isEmpty ? nil : $0.fact } ?? fact
        return try changed + conversations(asking: asked, after: changed, of: files, in: view)
    }

    /// Conversations in which the question is asked only after the change, with a customer who does not
    /// know; those in which it is asked earlier, with the answer there; and those in which it is asked no
    /// more, without the answer.
    private func conversations(
        asking fact: String,
        after changed: [SourceFile],
        of files: [SourceFile],
        in base: CatalogView
    ) throws -> [SourceFile] {
        let view = try CatalogCompiler.compile(changed, over: base).view
        return try files.compactMap { file in
            guard file.path.hasPrefix("conversations/") else { return nil }
            let id = String(file.path.dropFirst("conversations/".count).dropLast(".yaml".count))
            guard let conversation = try view.conversation(id) else { return nil }
            let now = try ConversationRunner.turn(asking: fact, in: conversation, view: view)
            // One that was asked it before, on another tree, has its answer.
            let was = try ConversationRunner.turn(asking: fact, in: conversation, view: base)
            guard now != was else { return nil }
            if let was { return Self.moving(fact, from: was, to: now, in: file) }
            guard let now else { return nil }
            let language = SpokenLanguage.of(
                conversation.language.isEmpty
                    ? try view.settings.phrasebooks.first?.language ?? "" : conversation.language
            )
            return try ConversationEdit.answer(
                to: fact,
                after: now,
                saying: language.notKnowing,
                in: file
            )
        }
    }

    /// A conversation with the answer to a question where it is asked now; nil where that takes an editor, to
    /// whom the check of conversations then says what came otherwise.
    private static func moving(
        _ fact: String,
        from was: Int,
        to now: Int?,
        in file: SourceFile
    ) -> SourceFile? {
        if let now, now > was { return nil }
        do {
            let answer = try ConversationEdit.withdraw(answerTo: fact, after: was, in: file)
            guard let now else { return answer.file }
            return try ConversationEdit.answer(
                to: fact,
                after: now,
                saying: answer.says,
                takenFor: answer.value,
                in: answer.file
            )
        } catch {
            return nil
        }
    }
}

extension QuestionDraft {
    /// Takes what an editor words otherwise.
    mutating func take(_ wording: QuestionDraft) {
        if !wording.fact.isEmpty { fact = wording.fact }
        if !wording.label.isEmpty { label = wording.label }
        if !wording.say.isEmpty { say = wording.say }
        if wording.kind != .unspecified { kind = wording.kind }
        if !wording.entityClass.isEmpty { entityClass = wording.entityClass }
        if !wording.unit.isEmpty { unit = wording.unit }
        if !wording.options.isEmpty { options = wording.options }
    }
}
