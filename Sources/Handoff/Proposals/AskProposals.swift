internal import Catalog
internal import Diagnosis
internal import Messages

/// Where on the way a fact should be asked: each place is tried on the past calls.
final class AskProposals {
    private let calls: [ObservedCall]
    private let catalog: ProposalCatalog
    private let settings: ProposalSettings
    private let times: QuestionTimes
    /// Calls by the tree of their leaf.
    private let callsByTree: [String: [Int]]
    /// Nodes on the way of each call through the tree of its leaf, worked out when first wanted.
    private var paths: [[Int]?]

    init(_ calls: [ObservedCall], _ catalog: ProposalCatalog, _ settings: ProposalSettings) {
        self.calls = calls
        self.catalog = catalog
        self.settings = settings
        times = QuestionTimes(calls, catalog, settings)
        callsByTree = Dictionary(grouping: calls.indices) { calls[$0].leafTree }
        paths = Array(repeating: nil, count: calls.count)
    }

    /// The proposal to ask for a missing fact; nil where the tree asks for it by now in each call that
    /// lacked it, or where asking costs more than it saves.
    func proposal(for missing: MissingFact) throws -> Proposal? {
        guard let tree = try catalog.tree(missing.tree) else { return nil }
        let lacking = try missing.mentions.filter { mention in
            try !isAsked(missing.fact, in: tree, mention.call)
        }
        guard lacking.count >= settings.handoffsLacking else { return nil }
        let label =
            missing.question?.label ?? tree.definition(of: missing.fact)?.label ?? missing.fact
        let seconds = times.seconds(
            kind: missing.question?.kind
                ?? tree.node(determining: missing.fact).map { tree.tree.nodes[$0].valueKind }
                ?? .text,
            say: missing.question?.say
                ?? tree.node(determining: missing.fact).map { tree.tree.nodes[$0].say } ?? ""
        )
        let places = try placements(missing, lacking.map(\.call), in: tree, seconds)
        guard let best = places.first, best.benefitSeconds > 0 else { return nil }
        let place = best.before.isEmpty ? "before the escalation" : "before '\(best.before)'"
        return Proposal(
            id: "ask-\(missing.tree)-\(missing.fact.drop { $0 != "." }.dropFirst())",
            kind: .ask,
            title: "ask for \(label) in \(missing.tree), \(place)",
            tree: missing.tree,
            fact: missing.fact,
            question: missing.question,
            placements: places,
            evidenceCount: UInt32(lacking.count),
            evidence: Proposal.listed(lacking.map(\.evidence)),
            benefitSeconds: best.benefitSeconds,
            reckoning: reckoning(best, answered(missing.fact))
        )
    }

    private func reckoning(_ place: Placement, _ answered: Double) -> String {
        let worth = Int(settings.secondsPerMissingFact)
        return
            "\(place.handoffs) handoffs completed × \(Int((answered * 100).rounded()))% answered × "
            + "\(worth) s − asked in \(place.asked) of \(place.calls) calls × "
            + "\(Proposal.decimal(place.questionSeconds)) s"
    }

    // MARK: Places

    private func placements(
        _ missing: MissingFact,
        _ lacking: [Int],
        in tree: CompiledTree,
        _ seconds: Double
    ) throws -> [Placement] {
        /// Places that are shown beside the best one.
        let shown = 5
        let all = callsByTree[missing.tree] ?? []
        let lackers = Set(lacking)
        var asked = [Int](repeating: 0, count: tree.tree.nodes.count)
        var served = asked
        var required = (asked: 0, served: 0)
        for index in all where isReached(calls[index]) && !calls[index].knows(missing.fact) {
            let isLacking = lackers.contains(index)
            for node in try path(of: index, in: tree) {
                asked[node] += 1
                if isLacking { served[node] += 1 }
            }
            if calls[index].observation.outcome == .escalated {
                required.asked += 1
                if isLacking { required.served += 1 }
            }
        }
        func place(_ before: String, _ asked: Int, _ served: Int) -> Placement {
            let saved = Double(served) * answered(missing.fact) * settings.secondsPerMissingFact
            return Placement(
                before: before,
                calls: UInt32(all.count),
                asked: UInt32(asked),
                handoffs: UInt32(served),
                questionSeconds: seconds,
                secondsPerCall: Double(asked) * seconds / Double(max(1, all.count)),
                benefitSeconds: saved - Double(asked) * seconds
            )
        }
        var places = [place("", required.asked, required.served)]
        // What the intake ends with is not written in a file, so nothing can stand before it.
        for index in tree.tree.nodes.indices
        where !IntakeTree.isIntake(missing.tree) && served[index] > 0
            && !tree.tree.nodes[index].onlyWhenRequired
        {
            places.append(place(tree.tree.nodes[index].id, asked[index], served[index]))
        }
        let isOneLeaf = Set(lacking.map { calls[$0].observation.leaf }).count == 1
        let order = Dictionary(
            uniqueKeysWithValues: tree.tree.nodes.indices.map { (tree.tree.nodes[$0].id, $0) }
        )
        // Alike for past calls: at the leaf that lacks it, if there is one such leaf; else before any
        // escalation; else as late as can be.
        func preference(_ place: Placement) -> Int {
            guard let index = order[place.before] else { return isOneLeaf ? 1 : 0 }
            let isLeaf = tree.tree.nodes[index].kind == .diagnose
            return isLeaf && isOneLeaf ? 0 : 2 + tree.tree.nodes.count - index
        }
        return Array(
            places.sorted { one, other in
                one.benefitSeconds == other.benefitSeconds
                    ? preference(one) < preference(other)
                    : one.benefitSeconds > other.benefitSeconds
            }
            .prefix(shown)
        )
    }

    /// Whether the call came to an end that a question on the way would have been asked before.
    private func isReached(_ call: ObservedCall) -> Bool {
        [.escalated, .resolved].contains(call.observation.outcome)
    }

    /// Whether the tree, as it is now, would ask for the fact in the call.
    private func isAsked(_ fact: String, in tree: CompiledTree, _ call: Int) throws -> Bool {
        guard let node = tree.node(determining: fact), tree.tree.nodes[node].kind != .lookup else {
            return false
        }
        if tree.tree.requires.contains(fact) { return true }
        return try path(of: call, in: tree).contains { tree.tree.nodes[$0].fact == fact }
    }

    private func path(of call: Int, in tree: CompiledTree) throws -> [Int] {
        if let path = paths[call] { return path }
        let path = try Engine.path(of: calls[call].facts, from: tree, view: catalog.view)
            .compactMap { tree.node(named: $0) }
        paths[call] = path
        return path
    }

    /// The share of customers who could answer, where the fact was asked often enough; else 1.
    private func answered(_ fact: String) -> Double {
        /// Answers from which a share is believed.
        let enough = 10
        if let known = shares[fact] { return known }
        let wanted = calls.count { $0.facts[fact] != nil && ($0.knows(fact) || $0.wanted(fact)) }
        let share =
            wanted >= enough ? Double(calls.count { $0.knows(fact) }) / Double(wanted) : 1
        shares[fact] = share
        return share
    }
    private var shares: [String: Double] = [:]
}

/// How many seconds questions take: the median of those of the same form that were timed, else by their
/// words.
struct QuestionTimes {
    private let medians: [ValueKind: Double]
    private let settings: ProposalSettings

    init(_ calls: [ObservedCall], _ catalog: ProposalCatalog, _ settings: ProposalSettings) {
        var kinds: [String: ValueKind] = [:]
        for tree in catalog.trees.values {
            for node in tree.tree.nodes where !node.fact.isEmpty {
                kinds[node.fact] = node.valueKind
            }
        }
        var timed: [ValueKind: [UInt32]] = [:]
        for call in calls {
            for question in call.observation.questions {
                guard let kind = kinds[question.fact] else { continue }
                timed[kind, default: []].append(question.durationMs)
            }
        }
        medians = timed.filter { $0.value.count >= settings.timedQuestions }
            .mapValues { durations in
                let sorted = durations.sorted()
                let upper = sorted[sorted.count / 2]
                let lower = sorted[(sorted.count - 1) / 2]
                return (Double(upper) + Double(lower)) / 2_000
            }
        self.settings = settings
    }

    func seconds(kind: ValueKind, say: String) -> Double {
        if let median = medians[kind] { return median }
        let words = Double(say.split(separator: " ").count)
        return words / settings.wordsPerSecond + settings.secondsPerAnswer
    }
}
