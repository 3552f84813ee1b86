internal import Foundation
internal import Handoff
internal import Messages

/// What an engineer makes of a handoff: what is missing in it, what is asked again, how long it takes.
struct SimulatedEngineer {
    /// What came of a handoff.
    struct Work {
        /// Needed facts that the handoff does not have.
        var missing = 0
        /// Whether something was asked again that the call had answered.
        var isRediagnosed = false
        var minutes = 0.0
        /// What the engineer says of the handoff; nil for one that is not rated.
        var rating: Rating?
        var outcome = OutcomeRecord()
    }

    let world: LoopWorld
    let caller: LoopWorld.Caller
    let record: HandoffRecord
    private var assumptions: LoopAssumptions { world.assumptions }

    /// Works on the handoff.
    func work() -> Work {
        var work = Work()
        var unasked: [LoopWorld.Need] = []
        var unknown = 0
        for need in world.needs(of: caller, at: record.leaf) where !has(need) {
            work.missing += 1
            if isAskedInVain(need) { unknown += 1 } else { unasked.append(need) }
        }
        let wrong = wronglyUnderstood()
        let again = askedAgain(calls: !unasked.isEmpty, wrong)
        work.isRediagnosed = !again.isEmpty
        work.minutes = minutes(unasked.count, again.count, unknown)
        var draws = Draws(world.seed, "rates", caller.id)
        if draws.happens(assumptions.rated) {
            work.rating = rating(unasked, again, wrong.map(\.key))
        }
        work.outcome = OutcomeRecord(
            outcomeID: "resolved",
            engineer: engineer,
            resolution: .resolved,
            atMs: (record.call?.lastAtMs ?? 0) + Int64(work.minutes * 60_000)
        )
        return work
    }

    private var engineer: String {
        var draws = Draws(world.seed, "engineer", caller.id)
        return draws.one(of: ["kim", "ana", "joe", "lee", "sam", "eva", "max", "ida"])
    }

    // MARK: Reading

    /// Whether the handoff has the customer's true value.
    private func has(_ need: LoopWorld.Need) -> Bool {
        switch need {
        case .fact(let fact):
            return record.facts.contains { $0.key == fact.key && !$0.value.isEmpty }
        case .point(let point):
            let said = Self.plain(world.value(of: point, caller))
            return record.facts.contains { fact in
                let value = Self.plain(fact.value)
                // A word that tells nothing, such as "just", may be left out.
                return value.contains(said) || said.contains(value) && 2 * value.count > said.count
            }
        }
    }

    /// Whether the handoff says that the customer was asked for it in vain.
    private func isAskedInVain(_ need: LoopWorld.Need) -> Bool {
        record.facts.contains { fact in
            guard fact.value.isEmpty, ![.unspecified, .notAsked].contains(fact.notObtained) else {
                return false
            }
            switch need {
            case .fact(let needed): return fact.key == needed.key
            case .point(let point):
                let words = Set(fact.label.lowercased().split { !$0.isLetter }.map(String.init))
                return point.heard.contains { words.isSuperset(of: $0) }
            }
        }
    }

    private static func plain(_ text: String) -> String {
        let text = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
        return text.hasPrefix("version") ? String(text.dropFirst("version".count)) : text
    }

    /// Facts of the handoff that are not true of the customer, as far as the engineer finds out.
    private func wronglyUnderstood() -> [TreeFact] {
        record.facts.filter { fact in
            guard fact.provenance?.source == .said, let known = world.facts[fact.key],
                let truth = world.truth(of: known, caller)
            else { return false }
            let label = known.options.first { $0.id == truth }?.label ?? truth
            let names = world.entities[known.entityClass]?.first { $0.id == truth }?.names ?? []
            guard !([truth, label] + names).contains(where: { Self.isSame($0, fact.value) }) else {
                return false
            }
            var draws = Draws(world.seed, "finds", caller.id, fact.key)
            return draws.happens(assumptions.wrongFound)
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        plain(one) == plain(other)
    }

    private func askedAgain(calls: Bool, _ wrong: [TreeFact]) -> [TreeFact] {
        let said = record.facts.filter { !$0.value.isEmpty && $0.provenance?.source == .said }
        if calls {
            return said.filter { fact in
                var draws = Draws(world.seed, "again", caller.id, fact.key)
                return wrong.contains { $0.key == fact.key }
                    || draws.happens(assumptions.askedAgainOnCallback)
            }
        }
        var draws = Draws(world.seed, "again", caller.id)
        guard draws.happens(assumptions.askedAgainAnyway), !said.isEmpty else { return wrong }
        return wrong + [draws.one(of: said)]
    }

    private func minutes(_ unasked: Int, _ again: Int, _ unknown: Int) -> Double {
        var draws = Draws(world.seed, "minutes", caller.id)
        let factor = draws.number(0.5...1.5)
        let isOffMap = record.call?.offMap ?? false
        let work =
            record.minutes > 0
            ? Double(record.minutes)
            : isOffMap ? assumptions.minutesOffMap : assumptions.minutesOfWork
        return work * factor + (unasked + again > 0 ? assumptions.minutesToReach : 0)
            + Double(unasked) * assumptions.minutesPerMissing
            + Double(again) * assumptions.minutesPerAskedAgain
            + Double(unknown) * assumptions.minutesPerUnknown
    }

    // MARK: Rating

    private func rating(
        _ unasked: [LoopWorld.Need],
        _ again: [TreeFact],
        _ wrong: [String]
    ) -> Rating {
        var draws = Draws(world.seed, "rating", caller.id)
        let score = max(1, 5 - unasked.count - (again.isEmpty ? 0 : 1))
        var rating = Rating(
            ratingID: "rating",
            engineer: engineer,
            score: UInt32(score),
            wrong: wrong,
            seconds: UInt32(draws.number(25...60))
        )
        var words: [String] = []
        for need in unasked {
            let name: String
            switch need {
            case .fact(let fact):
                var own = Draws(world.seed, "names", caller.id, fact.key)
                name =
                    own.happens(assumptions.namedByKey) || fact.label.isEmpty
                    ? fact.key : fact.label
                if own.happens(assumptions.noted) { words.append(name) }
            case .point(let point):
                var own = Draws(world.seed, "names", caller.id, point.wordings[0])
                name = own.one(of: point.wordings)
                if own.happens(assumptions.noted) { words.append(name) }
            }
        }
        let isKeyed = words.contains { world.facts[$0] != nil }
        if !isKeyed, draws.happens(assumptions.inNote) {
            rating.note = words.map { name in
                draws.one(of: [
                    "The \(name) was missing.", "Had to ask for the \(name).",
                    "No \(name) in the handoff.", "I needed the \(name).",
                ])
            }.joined(separator: " ")
        } else {
            rating.missing = words
        }
        for fact in again where draws.happens(assumptions.askedAgainMarked) {
            rating.askedAgain.append(draws.happens(0.5) ? fact.key : fact.label)
        }
        rating.rediagnosed = RediagnosisFinder(record).find(in: rating)
        return rating
    }
}
