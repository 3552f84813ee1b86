import Catalog
import Messages
import TestSupport
import Testing

@testable import Diagnosis

/// A tree of choices without circles, with a walk of its own to compare with.
struct RandomTree {
    let tree: Tree
    private let questions: Int

    init(_ numbers: inout SeededGenerator) {
        questions = Int.random(in: 3...9, using: &numbers)
        let leaves = Int.random(in: 2...5, using: &numbers)
        var nodes: [Node] = []
        for index in 0..<questions {
            let later = UInt32(index + 1)...UInt32(questions + leaves - 1)
            let options = ["a", "b", "c"].prefix(Int.random(in: 1...3, using: &numbers))
            nodes.append(
                Node(
                    id: "q\(index)",
                    kind: .ask,
                    fact: "context.q\(index)",
                    valueKind: .choice,
                    say: "Q\(index)",
                    options: ["a", "b", "c"].map { Choice(id: $0) },
                    branches: options.map {
                        Branch(value: $0, next: UInt32.random(in: later, using: &numbers))
                    },
                    otherwise: UInt32.random(in: later, using: &numbers),
                    unknown: UInt32.random(in: later, using: &numbers)
                )
            )
        }
        for index in 0..<leaves {
            nodes.append(Node(id: "leaf\(index)", kind: .diagnose, queue: "q"))
        }
        tree = Tree(id: "random", title: "random", language: "en-US", nodes: nodes)
    }

    /// Where the answers lead: the index of the first question without one, or of a leaf.
    ///
    /// An answer that is "?" was not obtained.
    func position(_ answers: [String: String]) -> Int {
        var index = 0
        while index < questions {
            guard let answer = answers["context.q\(index)"] else { return index }
            let node = tree.nodes[index]
            let branch = node.branches.first { $0.value == answer }
            index = Int(answer == "?" ? node.unknown : branch?.next ?? node.otherwise)
        }
        return index
    }

    /// Every way from the root to a leaf, as the answers in order.
    func paths() -> [[(fact: String, answer: String)]] {
        var paths: [[(fact: String, answer: String)]] = []
        func follow(_ path: [(fact: String, answer: String)]) {
            let known = Dictionary(uniqueKeysWithValues: path.map { ($0.fact, $0.answer) })
            let index = position(known)
            guard index < questions else { return paths.append(path) }
            for answer in ["a", "b", "c", "?"] {
                follow(path + [("context.q\(index)", answer)])
            }
        }
        follow([])
        return paths
    }
}

@Suite struct EnginePropertyTests {
    private static func answer(_ fact: String, _ answer: String) -> StructuredAnswer {
        answer == "?"
            ? StructuredAnswer(fact: fact, notObtained: .didNotKnow)
            : StructuredAnswer(fact: fact, value: answer)
    }

    @Test(arguments: 1...12)
    func `a path from the root to a leaf ends elsewhere`(_ seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let random = RandomTree(&numbers)
        let knowledge = FixtureKnowledge([random.tree])
        for path in random.paths().shuffled(using: &numbers).prefix(60) {
            var play = try Play(knowledge)
            try play.answer(tree: "random")
            for (fact, answer) in path {
                #expect(play.reply.expects?.fact == fact, "seed \(seed)")
                try play.answer(Self.answer(fact, answer))
            }
            #expect(play.standing == "customer.availability", "seed \(seed)")
            let known = Dictionary(uniqueKeysWithValues: path.map { ($0.fact, $0.answer) })
            let leaf = random.tree.nodes[random.position(known)].id
            #expect(play.state.progress.node == "random/\(leaf)", "seed \(seed)")
            let evaluated = try Engine.evaluate(
                EvaluateRequest(tree: "random", facts: path.map(Self.answer)),
                view: knowledge
            )
            #expect(evaluated.node == leaf && evaluated.path.count == path.count + 1)
        }
    }

    @Test(arguments: 1...200)
    func `a correction leads elsewhere than its value given at first`(_ seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let random = RandomTree(&numbers)
        let knowledge = FixtureKnowledge([random.tree])
        var play = try Play(knowledge)
        try play.answer(tree: "random")
        var known: [String: String] = [:]
        for _ in 0..<Int.random(in: 1...8, using: &numbers) {
            let asked = play.reply.expects?.fact ?? ""
            if asked.hasPrefix("context.q") {
                known[asked] = ["a", "b", "c"].randomElement(using: &numbers)
                try play.answer(Self.answer(asked, known[asked] ?? ""))
            }
            // Coming back to a question for the third time gives it up, which is another rule.
            guard play.state.timesAsked.values.allSatisfy({ $0 < 2 }),
                let fact = known.keys.sorted().randomElement(using: &numbers)
            else { continue }
            let value = ["a", "b", "c"].randomElement(using: &numbers) ?? "a"
            if value == known[fact] { continue }
            known[fact] = value
            try play.answer(Self.answer(fact, value))
        }
        let expected = random.tree.nodes[random.position(known)].id
        #expect(play.state.progress.node == "random/\(expected)", "seed \(seed): \(known)")
        let fresh = try Engine.evaluate(
            EvaluateRequest(
                tree: "random",
                facts: known.sorted { $0.key < $1.key }.map(Self.answer)
            ),
            view: knowledge
        )
        #expect(fresh.node == expected, "seed \(seed): \(known)")
    }

    /// What a caller might bring up next: words that the fixture understands, and noise.
    private static func noise(_ numbers: inout SeededGenerator, patient: Bool) -> InputKind {
        let facts = [
            "context.trigger=swapped", "context.trigger=nothing", "environment.router=ax73",
            "environment.router=r7000", "test.internet=pass", "test.internet=fail",
            "symptom.message=timed-out", "symptom.message=connected", "fix.panel=unable",
            "environment.light=yes", "environment.light=no", "environment.provider=comcast",
            "customer.availability=now", "product.version=4.2.1",
        ]
        var words = [
            "noise", "=pass", "=pass~0.3", "=swapped~0.4", "yes", "no", "@vpn", "@modem~0.55",
        ]
        words += ["#offTopic", "#doesNotKnow", "#declines", "#correction"]
        if patient { words += ["#wait", "#repeat", "#questionBack ports", "#fixed", "#thanks"] }
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0: return .silence(Silence(durationMs: 5_000))
        case 1: return .digits(String(Int.random(in: 0...4, using: &numbers)))
        case 2 where patient: return .interruption(Interruption(heard: "x"))
        case 3 where patient && Int.random(in: 0..<20, using: &numbers) == 0:
            return .hangUp(HangUp())
        case 4...10:
            let said = (0...Int.random(in: 0...2, using: &numbers)).compactMap { _ in
                facts.randomElement(using: &numbers)
            }
            return .speech(Speech(alternatives: [Alternative(text: said.joined(separator: " "))]))
        default:
            let said = words.randomElement(using: &numbers) ?? ""
            return .speech(Speech(alternatives: [Alternative(text: said)]))
        }
    }

    private func playOn(_ play: inout Play, _ numbers: inout SeededGenerator, patient: Bool) throws
    {
        switch Int.random(in: 0..<12, using: &numbers) {
        case 0:
            let lookup = play.state.progress.lookups.randomElement(using: &numbers)
            let value = lookup?.fact == "test.udp" ? "blocked" : "4.2.1"
            if let lookup { try play.measure(lookup.fact, value, system: lookup.source) }
        case 1:
            let facts = play.state.progress.lookups.map(\.fact)
            play.apply(
                try Engine.timeOut(
                    play.state,
                    facts: facts,
                    atMilliseconds: play.now,
                    view: play.knowledge
                )
            )
        default: break
        }
        if !play.state.isEnded {
            try play.take(
                Self.noise(&numbers, patient: patient),
                after: Int64.random(in: 0...9_000, using: &numbers)
            )
        }
    }

    @Test(arguments: 1...40)
    func `the fold of the stored records is another state than the live one`(_ seed: UInt64) throws
    {
        var numbers = SeededGenerator(seed: seed)
        var play = try Play()
        for _ in 0..<50 where !play.state.isEnded {
            try playOn(&play, &numbers, patient: true)
        }
        let limits = DecodeLimits(maximumBytes: 1 << 20, maximumElements: 10_000)
        var folded: CallState?
        for (index, record) in play.records.enumerated() {
            let stored = try JournalRecord.decode(record.encoded(), limits: limits)
            #expect(stored == record, "seed \(seed), record \(index)")
            #expect(record.previous == UInt64(index))
            if index == 0 {
                folded = CallState(first: stored, sequence: 1)
            } else {
                folded?.apply(stored, sequence: UInt64(index + 1))
            }
        }
        #expect(folded == play.state, "seed \(seed)")
    }

    @Test(arguments: 1...20)
    func `the same input gives another record`(_ seed: UInt64) throws {
        var first = SeededGenerator(seed: seed)
        var second = SeededGenerator(seed: seed)
        var one = try Play()
        var other = try Play()
        for _ in 0..<40 where !one.state.isEnded {
            try playOn(&one, &first, patient: true)
            try playOn(&other, &second, patient: true)
        }
        #expect(one.records == other.records, "seed \(seed)")
    }

    @Test func `a noisy caller is asked without end`() throws {
        let seed: UInt64 = 20_261_119
        var numbers = SeededGenerator(seed: seed)
        var turns = 0
        var calls = 0
        while turns < 2_000 {
            var play = try Play()
            var asked: [String: Int] = [:]
            var news = 0
            while !play.state.isEnded {
                try playOn(&play, &numbers, patient: false)
                turns += 1
                let expects = play.reply.expects
                if play.records.last?.changes.isEmpty == false { news += 1 }
                if play.records.last?.kind == .turn, let fact = expects?.fact, !fact.isEmpty,
                    expects?.waiting == false
                {
                    asked[fact, default: 0] += 1
                }
                try #require(play.state.turn < CallLimits.turnsPerCall, "seed \(seed)")
            }
            calls += 1
            for (fact, times) in asked {
                // Two questions and one confirmation, beside answers to what was not asked.
                #expect(times <= 3 + news, "seed \(seed), call \(calls): \(fact)")
            }
            #expect(play.state.facts.count <= CallLimits.factsPerCall)
        }
        #expect(calls > 20, "calls end")
    }

    @Test func `a caller who only asks for patience holds the line for ever`() throws {
        var play = try Play()
        try play.say("@vpn")
        for _ in 1..<Int(CallLimits.turnsPerCall) where !play.state.isEnded {
            try play.say("#wait")
        }
        #expect(play.standing == "ended wants-person")
        #expect(play.state.turn == CallLimits.turnsPerCall)
        #expect(play.reply.say == "PERSON" && play.reply.queue == "front-desk")
    }
}
