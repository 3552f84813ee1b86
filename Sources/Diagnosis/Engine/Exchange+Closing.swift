internal import Catalog
internal import Messages

extension Exchange {
    /// Answers a turn of a call whose issue is gone.
    func finish() throws {
        if has(.wantsPerson) { return try end(.wantsPerson, saying: phrases.wantsPerson) }
        if try reopen() { return }
        // What was asked last, and the words before it, have come between turns.
        if isUnheard { return sayUnheard() }
        let answer = understanding.answer?.value?.key
        let isSure =
            understanding.answer?.provenance?.confidence ?? 1 >= settings.answerThreshold
        if answer == "no" && isSure || has(.thanks) || has(.silence) || has(.fixed)
            || has(.doesNotKnow)
        {
            return try end(.resolved, saying: phrases.goodbye)
        }
        if answer == "yes" { return try end(.wantsPerson, saying: phrases.wantsPerson) }
        if has(.wait) { say(phrases.wait) }
        if has(.wait) || has(.repeat) { return askForMore() }
        // Another issue is not begun in the same call: a person takes it.
        if !understanding.utterance.isEmpty,
            let best = try routes(of: understanding.utterance).first,
            best.score >= settings.routingThreshold
        {
            understanding.routing = [best]
            return try end(.wantsPerson, saying: phrases.wantsPerson)
        }
        progress.withoutProgress += 1
        if progress.withoutProgress >= 2 {
            return try end(.resolved, saying: phrases.goodbye)
        }
        askForMore()
    }

    private func sayUnheard() {
        if has(.wait) { say(phrases.wait) }
        say(state?.lastReply.say ?? "")
        expects = Expectation(kind: .yesNo)
    }

    /// Asks once more whether there is anything else.
    func askForMore() {
        if !has(.wait) { say(phrases.resolved) }
        expects = Expectation(kind: .yesNo)
    }

    /// Goes on with the diagnosis when a correction leads away from the fix; whether it does.
    private func reopen() throws -> Bool {
        guard let root = try root() else {
            guard isTakenBack else { return false }
            progress.phase = .routing
            askOpening()
            return true
        }
        let before = try Walk(root, known, in: knowledge)
        let isResolved = before.end == .leaf && before.node.resolved
        if isTakenBack {
            try forgetResult()
        } else {
            guard try takeVolunteered(), isResolved else { return false }
            if case .resolved = try Walk(root, known, in: knowledge).course(known) { return false }
        }
        progress.phase = .diagnosing
        try settle()
        return true
    }

    /// Whether the customer takes back that the issue is gone, and nothing else.
    private var isTakenBack: Bool { has(.correction) && understanding.volunteered.isEmpty }

    /// Lets the question be asked anew by whose answer the issue was gone.
    private func forgetResult() throws {
        guard let (tree, index) = try settledPlace() else { return }
        takeSaid(
            Fact(
                key: tree.tree.nodes[index].fact,
                value: FactValue(),
                provenance: Provenance(
                    source: .said,
                    quote: understanding.utterance,
                    confidence: 1
                )
            )
        )
    }
}
