internal import Catalog
internal import Diagnosis
internal import Messages

/// What a simulated customer says.
struct CustomerSpeech {
    let world: LoopWorld
    let caller: LoopWorld.Caller
    private var turn = 0

    init(_ world: LoopWorld, _ caller: LoopWorld.Caller) {
        self.world = world
        self.caller = caller
    }

    /// A sentence about the listener as one about the speaker.
    static func told(_ text: String) -> String {
        let words = ["you": "i", "your": "my", "you're": "i'm", "yourself": "myself"]
        var told: [String] = []
        for word in text.lowercased().split(separator: " ") {
            let plain = String(word)
            if plain == "are", told.last == "i" {
                told.append("am")
            } else {
                told.append(words[plain] ?? plain)
            }
        }
        return told.joined(separator: " ")
    }

    /// The answer to what the engine has said.
    mutating func answer(_ state: CallState, titles: [String: String]) -> String {
        turn += 1
        var draws = Draws(world.seed, "speech", caller.id, "\(turn)")
        let progress = state.progress
        if progress.confirming == nil, !progress.candidates.isEmpty {
            let right = world.tree(of: caller)?.id
            let chosen = progress.candidates.first { $0 == right }
            return chosen.flatMap { titles[$0] } ?? "neither of them"
        }
        let reply = state.lastReply
        switch reply.phase {
        case .routing: return world.opening(of: caller, turn: turn)
        case .closing: return "no, thank you"
        case .unspecified, .diagnosing, .collecting, .ended: break
        }
        let asked = reply.expects?.fact ?? ""
        if let confirming = progress.confirming {
            return isTrue(confirming, in: progress.tree) ? "yes" : "no"
        }
        if asked == "customer.availability" {
            return draws.one(of: ["right now", "tomorrow after three pm", "tomorrow morning"])
        }
        if let fact = world.facts[asked] { return answer(to: fact, &draws) }
        guard let point = world.point(in: reply.say, of: reply.tree, caller),
            world.knows(point.wordings[0], caller)
        else { return "i don't know" }
        return world.value(of: point, caller)
    }

    private func isTrue(_ fact: Fact, in tree: String) -> Bool {
        guard let known = world.facts[fact.key], let truth = world.truth(of: known, caller) else {
            return world.tree(of: caller).map { $0.id == tree } ?? true
        }
        return fact.value?.key == truth
    }

    private func answer(to fact: LoopWorld.KnownFact, _ draws: inout Draws) -> String {
        if fact.kind != .fix, !world.knows(fact.key, caller) { return "i don't know" }
        guard let truth = world.truth(of: fact, caller) else { return freely(fact.kind, &draws) }
        var words: String
        if let option = fact.options.first(where: { $0.id == truth }) {
            let phrases = option.phrases + [option.confirm].filter { !$0.isEmpty }
            words = draws.one(of: phrases.isEmpty ? [option.label] : phrases)
        } else if fact.kind == .yesNo {
            let ways =
                truth == "yes"
                ? ["yes", "yes it does", "yeah", "yes, that is so"]
                : ["no", "no it doesn't", "nope", "no, not at all"]
            words = draws.one(of: ways)
        } else {
            let things = world.entities[fact.entityClass] ?? []
            words = draws.one(of: things.first { $0.id == truth }?.names ?? [truth])
        }
        if draws.happens(world.assumptions.clipped) { words = clipped(words, &draws) }
        if draws.happens(world.assumptions.hedged) {
            words = draws.one(of: ["well, ", "um, ", "i think ", "let me see, "]) + words
        }
        return words
    }

    private func clipped(_ words: String, _ draws: inout Draws) -> String {
        var parts = words.split(separator: " ")
        guard parts.count > 2 else { return words }
        parts.remove(at: Int(draws.share() * Double(parts.count)))
        return parts.joined(separator: " ")
    }

    private func freely(_ kind: ValueKind, _ draws: inout Draws) -> String {
        switch kind {
        case .date: draws.one(of: ["since yesterday", "since last monday", "since three days ago"])
        case .duration: draws.one(of: ["about two hours", "half an hour"])
        case .frequency: draws.one(of: ["every day", "twice a week"])
        case .version: draws.one(of: ["version 4.2.1", "version 2.0"])
        case .number: draws.one(of: ["three", "twelve"])
        default:
            draws.one(of: [
                "it is the one in the living room", "a colleague set it up for me",
                "we moved house last week", "i switched it off and on again",
            ])
        }
    }
}
