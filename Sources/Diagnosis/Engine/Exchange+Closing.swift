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
        guard let root = try root() else { return false }
        let before = try Walk(root, known, in: knowledge)
        guard try takeVolunteered(), before.end == .leaf, before.node.resolved else { return false }
        if case .resolved = try Walk(root, known, in: knowledge).course(known) { return false }
        progress.phase = .diagnosing
        try settle()
        return true
    }
}
