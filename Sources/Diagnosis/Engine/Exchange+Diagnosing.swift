internal import Catalog
internal import Language
internal import Messages

extension Exchange {
    /// How many turns in a row may bring nothing new before the call goes off the map.
    static let turnsWithoutProgress: UInt32 = 3

    /// Answers a turn of a call that is on a tree.
    func diagnose() throws {
        let asked = try askedNode()
        var hasGained = try takeVolunteered()
        var unsure: Fact?
        var isGuessDenied = false
        if let answer = understanding.answer, let asked {
            switch reading(of: answer, to: asked) {
            case .taken(let fact):
                hasGained = takeSaid(fact) || hasGained
                if progress.isGuessing { try takeEarlier(fact) }
            case .unsure: unsure = answer
            case .denied:
                isGuessDenied = progress.isGuessing
                // What is said again from here on is the question, and not the guess.
                if !isGuessDenied { dropGuess() }
            }
        }
        if has(.wantsPerson) { return try end(.wantsPerson, saying: phrases.wantsPerson) }
        if has(.fixed), isFixed(asked) {
            return try closeFixed(asked)
        }
        if isGuessDenied { return try takeOtherGuess() }
        if let asked, understanding.answer == nil, unsure == nil, !isUnheard {
            // Who does not know how to find out asks for just that.
            if has(.questionBack), has(.doesNotKnow), try sayArticle() {
                return try repeatQuestion()
            }
            hasGained = recordLack(of: asked) || hasGained
        }
        if hasGained { progress.withoutProgress = 0 }
        if try isSettled(asked, hasGained: hasGained) {
            // What was asked back beside the answer is answered, too.
            try sayArticle()
            return try settle()
        }
        if try changeTopic() { return }
        // Who asks back has not answered yet, where it only might be an answer, too.
        if let unsure, let asked, mayConfirm, mayAskAbout(unsure, asked), !has(.questionBack) {
            dropGuess()
            return try confirm(unsure, asked)
        }
        try answerActs(asked, hasGained: hasGained)
    }

    /// Goes on in the tree that the customer says to have meant, or asks which of two it is; false where nothing of the kind
    /// was said.
    private func changeTopic() throws -> Bool {
        // Who asks for time, to hear it again, or does not know speaks of no other topic; these are most of such turns.
        guard !has(.wait), !has(.repeat), !has(.doesNotKnow), !progress.offMap, !isUnheard,
            progress.confirming == nil, let root = try root(),
            let current = try askedTree() ?? Optional(root),
            let dispute = language.dispute(in: understanding.utterance, of: current.tree.title)
        else { return false }
        let scores = try routes(of: dispute.words)
        guard let best = scores.first, best.score >= settings.routingThreshold,
            best.tree != current.tree.id, let tree = try tree(best.tree),
            dispute.isDenied || language.names(tree.tree.title, in: dispute.words)
        else { return false }
        understanding.routing = [best]
        if dispute.isDenied || !mayConfirm {
            _ = try enter(tree, hearing: [(dispute.words, turn)])
            try settle()
            return true
        }
        progress.tree = ""
        progress.phase = .routing
        progress.asked = ""
        progress.timesAsked = 0
        askWhich([best.tree, current.tree.id], dispute.words)
        return true
    }

    /// What an answer to the question comes to.
    private enum Reading {
        case taken(Fact)
        case unsure
        case denied
    }

    private func reading(of answer: consuming Fact, to asked: ListeningNode) -> Reading {
        answer.key = asked.node.fact
        if answer.notObtained != .unspecified { return .taken(answer) }
        guard let value = answer.value else { return contrary(to: answer, of: asked) }
        let confidence = answer.provenance?.confidence ?? 1
        if let confirming = progress.confirming, confirming.value?.key == value.key {
            guard isSure(confidence, after: confirming.provenance?.confidence ?? 0) else {
                return .unsure
            }
            var confirmed = confirming
            confirmed.provenance?.confidence = 1
            return .taken(confirmed)
        }
        let isBestGuess = !mayConfirm && progress.confirming == nil && !has(.questionBack)
        return confidence >= settings.answerThreshold || isBestGuess ? .taken(answer) : .unsure
    }

    /// What a denied guess leaves.
    ///
    /// Who denies one has mostly meant a third thing and is asked again: a test may not have been possible, and "no" agrees
    /// with "it does not work?" as much as it denies it. Only a "yes" to a question of two answers has one contrary.
    private func contrary(to denied: Fact, of asked: ListeningNode) -> Reading {
        guard asked.node.valueKind == .yesNo, !progress.isGuessing,
            progress.confirming?.value?.key == "yes",
            denied.provenance?.confidence ?? 1 >= settings.answerThreshold
        else { return .denied }
        let label = asked.node.options.first { $0.id == "no" }?.label ?? "no"
        var answer = denied
        answer.value = FactValue(kind: .yesNo, key: "no", text: label)
        // The words that were to be confirmed said the contrary.
        answer.provenance?.turn = turn
        answer.provenance?.quote = understanding.utterance
        return .taken(answer)
    }

    /// Whether an answer is sure enough that was heard with a confidence before and is now heard again: any words may
    /// sound a little like one.
    private func isSure(_ confidence: Float, after earlier: Float) -> Bool {
        let right = earlier * confidence
        let wrong = (1 - earlier) * (1 - confidence)
        // A guess was not sure enough to be volunteered, and must now be.
        let least = progress.isGuessing ? settings.volunteerThreshold : settings.answerThreshold
        return max(confidence, right / max(right + wrong, 1e-6)) >= least
    }

    /// Takes what was said beside the answer; whether it was news.
    func takeVolunteered() throws -> Bool {
        var isNews = false
        for fact in understanding.volunteered
        where (fact.provenance?.confidence ?? 1) >= settings.volunteerThreshold {
            isNews = takeSaid(fact) || isNews
        }
        return isNews
    }

    /// Records why the question has no answer, when the customer says so.
    private func recordLack(of asked: ListeningNode) -> Bool {
        if has(.doesNotKnow) {
            return giveUp(asked.node.fact, .didNotKnow, quote: understanding.utterance)
        }
        if has(.declines) {
            return giveUp(asked.node.fact, .declined, quote: understanding.utterance)
        }
        return false
    }

    /// Whether what was asked is settled, so that the call goes on from where it now stands.
    private func isSettled(_ asked: ListeningNode?, hasGained: Bool) throws -> Bool {
        guard let asked else { return hasGained }
        switch known.standing(of: asked.node.fact) {
        case .known, .missing: return true
        case .absent, .pending: break
        }
        // The walk does not stand at a guess: it goes on only with news.
        if progress.isGuessing { return hasGained }
        guard let root = try root() else { return true }
        switch try Walk(root, known, in: knowledge).course(known) {
        case .question(let tree, let index): return tree.tree.nodes[index].fact != asked.node.fact
        case .availability: return asked.node.fact != Availability.fact
        case .waiting, .resolved, .escalated: return true
        }
    }

    /// How many guesses of an answer may fail before the question is asked again, or given up.
    private static let mostGuesses = 3

    /// Whether an unsure answer may be asked about: not one that was denied or not agreed with before, and none beside a guess
    /// about the opening.
    private func mayAskAbout(_ unsure: Fact, _ asked: ListeningNode) -> Bool {
        let failed = progress.denied.filter { $0.key == asked.node.fact }
        return !progress.isGuessing && progress.confirming?.value?.key != unsure.value?.key
            && failed.count < Self.mostGuesses
            && !failed.contains { $0.value?.key == unsure.value?.key }
            && asks(of: asked) <= asksAllowed(of: asked)
    }

    /// Drops the guess that was not agreed with: it was no asking of the question, and is not asked about again.
    private func dropGuess() {
        guard let confirming = progress.confirming else { return }
        progress.denied.append(Fact(key: confirming.key, value: confirming.value))
        progress.confirming = nil
    }

    /// How often the question was asked, without guesses that were not agreed with.
    private func asks(of asked: ListeningNode) -> UInt32 {
        let denied = progress.denied.count { $0.key == asked.node.fact }
        let isFailing = progress.confirming == nil ? 0 : 1
        return timesAsked(asked.node.fact)
            - min(timesAsked(asked.node.fact), UInt32(denied + isFailing))
    }

    // MARK: Fixed

    private func isFixed(_ asked: ListeningNode?) -> Bool {
        // "It works" answers a check; it ends a call when a fix was asked about, or nothing else.
        guard let key = understanding.answer?.value?.key else { return true }
        return asked?.node.kind == .guide && key == "fixed"
    }

    private func closeFixed(_ asked: ListeningNode?) throws {
        if let asked = asked?.node, asked.kind == .guide, !isUnheard {
            let label = asked.options.first { $0.id == "fixed" }?.label ?? "fixed"
            takeSaid(
                Fact(
                    key: asked.fact,
                    value: FactValue(kind: .fix, key: "fixed", text: label),
                    provenance: Provenance(
                        source: .said,
                        quote: understanding.utterance,
                        confidence: 1
                    )
                )
            )
            return try settle()
        }
        close()
    }

    // MARK: Acts

    /// Answers a turn that left the question open.
    private func answerActs(_ asked: ListeningNode?, hasGained: Bool) throws {
        if has(.wait) { return try hold() }
        if has(.questionBack), try sayArticle() { return try repeatQuestion() }
        // The question has come between turns: the customer has not heard it yet.
        if isUnheard { return try repeatQuestion() }
        if has(.silence) {
            // While a system is awaited, and after "hang on", silence is what was to be expected.
            if asked == nil { return try settle() }
            say(phrases.silence)
            if state?.isHeld ?? false { return try repeatQuestion() }
        } else if has(.offTopic) {
            say(phrases.offTopic)
        } else if has(.questionBack), asked?.node.kind != .guide, asked?.hasSteps != true {
            say(phrases.noAnswer)
        }
        // Nothing was asked: whatever is said while a system is awaited is no failure to answer.
        if asked == nil { return try settle() }
        if !hasGained {
            progress.withoutProgress += 1
            if progress.withoutProgress >= Self.turnsWithoutProgress, progress.phase == .diagnosing,
                !progress.offMap
            {
                parts = []
                return try leaveMap()
            }
        }
        // Who asks back has not tried to answer; mostly the step itself says what they want to know.
        let asksBack = has(.questionBack) && progress.withoutProgress < Self.turnsWithoutProgress
        if has(.repeat) || asksBack { return try repeatQuestion() }
        // Who says something else that is news has not failed to answer.
        if hasGained { return try repeatQuestion() }
        try askOnceMore(asked)
    }

    /// How often a question may be asked in a row, its confirmations not counted: twice, and once where no tree fits, unless
    /// nothing was said to it that the call may end with.
    private func asksAllowed(of asked: ListeningNode) -> UInt32 {
        progress.offMap && asked.node.fact != Availability.fact && !isUnanswered ? 1 : 2
    }

    /// Whether nothing was said to a question with which the call may end.
    private var isUnanswered: Bool {
        progress.phase == .collecting
            && (has(.silence) || has(.offTopic) || has(.questionBack))
    }

    private func askOnceMore(_ asked: ListeningNode?) throws {
        // A guess that is neither right nor wrong is dropped.
        guard let asked, !progress.isGuessing else { return try settle() }
        if asks(of: asked) < asksAllowed(of: asked) {
            dropGuess()
            return try askAgain(asked)
        }
        // "Are you still there?" is no goodbye.
        if isUnanswered { parts = [] }
        giveUp(asked.node.fact, .notUnderstood, quote: understanding.utterance)
        try settle()
    }

    private func questionBack(_ words: String) throws -> QuestionBack {
        let tree = try askedTree()
        let said = tree?.node(named: progress.node).map { tree?.tree.nodes[$0].say ?? "" }
        return QuestionBack(
            words: words,
            utterance: understanding.utterance,
            tree: tree?.tree.title ?? "",
            said: said ?? ""
        )
    }

    /// Says the article that answers a question back; whether there is one.
    @discardableResult
    private func sayArticle() throws -> Bool {
        guard has(.questionBack) else { return false }
        let question =
            understanding.question.isEmpty ? understanding.utterance : understanding.question
        guard !question.isEmpty,
            let article = try knowledge.article(
                answering: try questionBack(question),
                language: start.language
            ),
            !article.spoken.isEmpty,
            // Who still does not know after hearing it is not told again.
            !has(.doesNotKnow) || state?.lastReply.say.hasPrefix(article.spoken) != true
        else { return false }
        understanding.article = article.id
        say(article.spoken)
        return true
    }
}
