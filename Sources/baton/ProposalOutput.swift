internal import Foundation
internal import Messages

/// Proposals in JSON.
struct ProposalListOutput: Encodable {
    let proposals: [ProposalOutput]
    let calls: UInt32
    let release: UInt32
    let decisions: [ProposalDecisionOutput]

    init(_ reply: ListProposalsReply) {
        proposals = reply.proposals.map(ProposalOutput.init)
        calls = reply.calls
        release = reply.release
        decisions = reply.decisions.map(ProposalDecisionOutput.init)
    }
}

/// A proposal in JSON.
struct ProposalOutput: Encodable {
    struct Question: Encodable {
        let fact, label, say: String
    }
    struct Place: Encodable {
        let before: String
        let calls, asked, handoffs: UInt32
        let questionSeconds, secondsPerCall, benefitSeconds: Double
    }
    struct Evidence: Encodable {
        let callID, quote, engineer: String
        let score: UInt32
    }

    let id, kind, title, tree, node, fact, option, state, reckoning: String
    let question: Question?
    let placements: [Place]
    let phrases: [String]
    let commonWords: [String]
    let evidenceCount: UInt32
    let evidence: [Evidence]
    let benefitSeconds: Double
    let decision: ProposalDecisionOutput?

    private enum CodingKeys: String, CodingKey {
        case id, kind, title, tree, node, fact, option, state, reckoning, question, placements,
            phrases
        case evidence, decision
        case commonWords = "common_words"
        case evidenceCount = "evidence_count"
        case benefitSeconds = "benefit_seconds"
    }

    init(_ proposal: Proposal) {
        id = proposal.id
        kind = proposal.kind.word
        title = proposal.title
        tree = proposal.tree
        node = proposal.node
        fact = proposal.fact
        option = proposal.option
        state = proposal.state.word
        reckoning = proposal.reckoning
        question = proposal.question.map { Question(fact: $0.fact, label: $0.label, say: $0.say) }
        placements = proposal.placements.map(Place.init)
        phrases = proposal.phrases
        commonWords = proposal.commonWords
        evidenceCount = proposal.evidenceCount
        evidence = proposal.evidence.map(Evidence.init)
        benefitSeconds = proposal.benefitSeconds
        decision = proposal.decision.map(ProposalDecisionOutput.init)
    }
}

extension ProposalOutput.Place {
    private enum CodingKeys: String, CodingKey {
        case before, calls, asked, handoffs
        case questionSeconds = "question_seconds"
        case secondsPerCall = "seconds_per_call"
        case benefitSeconds = "benefit_seconds"
    }

    init(_ place: Placement) {
        before = place.before
        calls = place.calls
        asked = place.asked
        handoffs = place.handoffs
        questionSeconds = place.questionSeconds
        secondsPerCall = place.secondsPerCall
        benefitSeconds = place.benefitSeconds
    }
}

extension ProposalOutput.Evidence {
    private enum CodingKeys: String, CodingKey {
        case quote, engineer, score
        case callID = "call_id"
    }

    init(_ evidence: ProposalEvidence) {
        callID = evidence.callID
        quote = evidence.quote
        engineer = evidence.engineer
        score = evidence.score
    }
}

/// A decision in JSON.
struct ProposalDecisionOutput: Encodable {
    let id, state, editor, why, at, title: String
    let evidenceCount, release: UInt32

    private enum CodingKeys: String, CodingKey {
        case id, state, editor, why, at, title, release
        case evidenceCount = "evidence_count"
    }

    init(_ decision: ProposalDecision) {
        id = decision.id
        state = decision.state.word
        editor = decision.editor
        why = decision.why
        at = timestamp(milliseconds: decision.atMs)
        title = decision.title
        evidenceCount = decision.evidenceCount
        release = decision.release
    }
}

/// What came of a decision, in JSON.
struct DecisionOutput: Encodable {
    let id, state: String
    let release: UInt32
    let files: [String]
    let problems: [ProblemOutput]

    init(_ reply: DecideProposalReply) {
        id = reply.proposal?.id ?? ""
        state = reply.proposal?.state.word ?? ""
        release = reply.release
        files = reply.files.map(\.path)
        problems = reply.problems.map(ProblemOutput.init)
    }
}

extension ProposalKind {
    var word: String {
        switch self {
        case .unspecified: ""
        case .ask: "ask"
        case .remove: "remove"
        case .phrases: "phrases"
        case .pattern: "pattern"
        }
    }
}

extension ProposalState {
    var word: String {
        switch self {
        case .unspecified, .open: "open"
        case .accepted: "accepted"
        case .rejected: "rejected"
        }
    }
}

/// A proposal as people read it.
struct ProposalText {
    /// Calls that are shown.
    private static let shown = 10

    let proposal: Proposal

    init(_ proposal: Proposal) {
        self.proposal = proposal
    }

    var lines: [String] {
        var lines = [proposal.title, "", "saves     \(span(seconds: proposal.benefitSeconds))"]
        if !proposal.reckoning.isEmpty { lines.append("          \(proposal.reckoning)") }
        if let question = proposal.question {
            lines.append("question  \(question.say)  (\(question.fact))")
        } else if !proposal.fact.isEmpty {
            lines.append("fact      \(proposal.fact)")
        }
        if !proposal.phrases.isEmpty {
            let what = proposal.kind == .pattern ? "symptoms" : "phrases"
            lines.append("\(what)  \(proposal.phrases.joined(separator: " | "))")
        }
        if !proposal.placements.isEmpty {
            lines.append("")
            var table = TextTable(["where", "asked", "completes", "seconds a call", "saves"])
            for place in proposal.placements {
                table.add([
                    place.before.isEmpty ? "before the escalation" : "before \(place.before)",
                    "\(place.asked) of \(place.calls) calls", "\(place.handoffs) handoffs",
                    String(format: "%.1f", place.secondsPerCall),
                    span(seconds: place.benefitSeconds),
                ])
            }
            lines += table.lines
        }
        lines += ["", "\(counted(UInt64(proposal.evidenceCount), "call")) speak for it:"]
        for evidence in proposal.evidence.prefix(Self.shown) {
            let who =
                evidence.engineer.isEmpty ? "" : " (\(evidence.engineer), \(evidence.score) of 5)"
            let quote = evidence.quote.isEmpty ? "" : ": \"\(evidence.quote)\""
            lines.append("  \(evidence.callID)\(quote)\(who)")
        }
        if let decision = proposal.decision { lines += ["", Self.line(of: decision)] }
        return lines.map(\.printable)
    }

    static func line(of decision: ProposalDecision) -> String {
        let release = decision.release > 0 ? ", release \(decision.release)" : ""
        let why = decision.why.isEmpty ? "" : ": \(decision.why)"
        return
            ("\(timestamp(milliseconds: decision.atMs)) \(decision.state.word) by \(decision.editor)"
            + "\(release), \(decision.id)\(why)").printable
    }
}
