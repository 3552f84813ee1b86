internal import Catalog
internal import Messages

/// Compares what two catalogs make of past calls.
///
/// Both are asked, rather than the draft and the record alone: a call may have been held on an older
/// release, and what has changed since then is not the draft's doing.
struct ReplayComparison {
    private let base: CatalogView
    private let draft: CatalogView
    private let isRoutingChanged: Bool
    /// Whether a tree, and every tree that it may go on in, is the same in both.
    private var unchanged: [String: Bool] = [:]
    /// What became of the ids of options, by tree.
    private var renames: [String: OptionRenames] = [:]
    private(set) var tally = ReplayTally()

    /// - Parameter diff: What differs between the two.
    init(base: CatalogView, draft: CatalogView, diff: CatalogDiff) {
        self.base = base
        self.draft = draft
        isRoutingChanged = diff.changes.contains { change in
            switch change.kind {
            case .treeAdded, .treeRemoved, .symptomAdded, .symptomRemoved, .titleChanged,
                .languageChanged:
                true
            case .settingChanged: change.subject.hasPrefix("thresholds.routing")
            default: false
            }
        }
    }

    /// Takes a call that can't be read.
    mutating func takeDamaged() { tally.countDamaged() }

    /// Walks a call on both.
    ///
    /// - Throws: What reading the catalogs throws.
    mutating func take(_ call: PastCall) throws {
        tally.count(call)
        let tree = call.state.progress.tree
        // One that was never on a tree, or on one that has gone long ago, has nothing to compare.
        guard !tree.isEmpty, let root = try base.compiledTree(tree) else { return }
        let before: PastCourse
        do {
            before = try PastCourse(call, root: root, in: base)
        } catch is EngineError {
            return
        }
        guard try !isMoved(call, from: tree, before) else { return }
        if try isUnchanged(tree) {
            let count = before.asked.count
            return tally.countQuestions(before: count, after: count, call: call.id)
        }
        guard let draftRoot = try draft.compiledTree(tree) else { return }
        do {
            let renamed = try renames(of: root).applied(to: call)
            let after = try PastCourse(call, renamed: renamed, root: draftRoot, in: draft)
            try compare(before, after, call, tree)
        } catch let error as EngineError {
            tally.add(.cannotGoOn, tree: tree, after: "\(error)", call: call.id)
        }
    }

    // MARK: Trees

    private mutating func isUnchanged(_ id: String) throws -> Bool {
        if let known = unchanged[id] { return known }
        guard let one = try base.compiledTree(id), let other = try draft.compiledTree(id) else {
            return false
        }
        let ones = try one.reachable(in: base).map(\.tree)
        let others = try? other.reachable(in: draft).map(\.tree)
        unchanged[id] = ones == others
        return ones == others
    }

    private mutating func renames(of root: CompiledTree) throws -> OptionRenames {
        if let known = renames[root.tree.id] { return known }
        let found = try OptionRenames(root.reachable(in: base), in: draft)
        renames[root.tree.id] = found
        return found
    }

    /// Whether the draft would have put the call on another tree, which then is all there is to say.
    private mutating func isMoved(
        _ call: PastCall,
        from tree: String,
        _ before: PastCourse
    ) throws -> Bool {
        let isGone = try draft.compiledTree(tree) == nil
        guard isGone || (isRoutingChanged && !call.opening.isEmpty) else { return false }
        let now = try taken(call, by: draft)
        if !isGone {
            let was = try taken(call, by: base)
            guard was != now, now != tree else { return false }
        }
        let wasOff = IntakeTree.isIntake(tree)
        switch (wasOff, now) {
        case (true, nil): return false
        case (true, let now?):
            tally.add(.newlyOnMap, tree: now, before: tree, after: now, call: call.id)
        case (false, nil): tally.add(.newlyOffMap, tree: tree, before: tree, call: call.id)
        case (false, let now?):
            tally.add(.otherTree, tree: tree, before: tree, after: now, call: call.id)
        }
        if call.isConfirmed, !wasOff, before.leaf != nil {
            tally.add(
                .confirmedDiagnosisChanged,
                tree: tree,
                before: before.walk.nodeName,
                after: try now ?? draft.settings.intakeTree(in: call.state.start.language),
                call: call.id
            )
        }
        return true
    }

    /// The tree that takes the words of the call's opening; nil where none does.
    private func taken(_ call: PastCall, by view: CatalogView) throws -> String? {
        guard !call.opening.isEmpty else { return nil }
        let scores = try view.route(call.opening, language: call.state.start.language)
        guard let best = scores.first, best.score >= (try view.settings.routingThreshold) else {
            return nil
        }
        return best.tree
    }

    // MARK: The same tree

    private mutating func compare(
        _ before: PastCourse,
        _ after: PastCourse,
        _ call: PastCall,
        _ tree: String
    ) throws {
        tally.countQuestions(before: before.asked.count, after: after.asked.count, call: call.id)
        let added = after.added.subtracting(before.added)
        for fact in added {
            tally.add(.questionAdded, tree: tree, fact: fact, call: call.id)
        }
        for fact in before.asked.subtracting(after.asked) where !before.added.contains(fact) {
            tally.add(.noLongerAsked, tree: tree, fact: fact, call: call.id)
        }
        if call.isHandedOff {
            let lost = before.obtained.subtracting(after.obtained)
            let gained = after.obtained.subtracting(before.obtained).union(added)
            for fact in lost { tally.add(.factLost, tree: tree, fact: fact, call: call.id) }
            for fact in gained { tally.add(.factGained, tree: tree, fact: fact, call: call.id) }
            tally.countHandoff(losing: !lost.isEmpty, gaining: !gained.isEmpty)
        }
        try compareDiagnoses(before, after, call, tree)
    }

    private mutating func compareDiagnoses(
        _ before: PastCourse,
        _ after: PastCourse,
        _ call: PastCall,
        _ tree: String
    ) throws {
        guard let leaf = before.leaf else { return }
        let name = before.walk.nodeName
        let place = after.walk.nodeName
        if let other = after.leaf {
            guard !PastCourse.isSame(leaf, name, other, place) else { return }
        } else if try after.mayReach(leaf, name, in: draft) {
            return tally.add(.diagnosisOpen, tree: tree, before: name, after: place, call: call.id)
        }
        tally.add(.diagnosisChanged, tree: tree, before: name, after: place, call: call.id)
        guard call.isConfirmed else { return }
        tally.add(.confirmedDiagnosisChanged, tree: tree, before: name, after: place, call: call.id)
    }
}
