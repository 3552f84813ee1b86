internal import Catalog
internal import Diagnosis
internal import Handoff
internal import Messages

/// The catalog of a run, and the editor who changes it as the proposals say.
///
/// Changes go the way of the servers: source files are changed, staged over the current release, validated,
/// their conversations held, past calls replayed, and published in a store of their own.
final class SimulatedEditor {
    /// What became of proposals, by their kind.
    struct Decisions {
        var accepted: [ProposalKind: Int] = [:]
        var rejected = 0
        /// Those that could not be published: what validation and replay refused.
        var refused: [String] = []
    }

    private(set) var decisions = Decisions()
    private(set) var view: CatalogView
    private let world: LoopWorld
    private var files: [String: SourceFile]
    private var made: [ProposalDecision] = []
    private let catalog: PublishedCatalog

    init(_ files: [SourceFile], world: LoopWorld) throws {
        self.world = world
        self.files = Dictionary(
            files.map { ($0.path, $0) },
            uniquingKeysWith: { _, last in last }
        )
        catalog = try PublishedCatalog(files) { try ConversationRunner.problems(in: $0) }
        view = catalog.view
    }

    /// The current release.
    var release: UInt32 { view.release }

    /// Decides about the first proposals that follow from the calls, at most one a tree.
    func review(_ calls: [ObservedCall], replaying past: [[JournalRecord]], day: Int) throws {
        let proposals = try ProposalDerivation.proposals(
            from: calls,
            catalog: view,
            decisions: made
        )
        var trees: Set<String> = []
        let taken = proposals.filter { $0.kind != .remove && trees.insert($0.tree).inserted }
        for proposal in taken.prefix(world.assumptions.decisionsADay) {
            try decide(proposal, replaying: past, day)
        }
    }

    private func decide(
        _ proposal: Proposal,
        replaying past: [[JournalRecord]],
        _ day: Int
    ) throws {
        var draws = Draws(world.seed, "decides", proposal.id, "\(proposal.evidenceCount)", "\(day)")
        if draws.happens(world.assumptions.rejected) {
            decisions.rejected += 1
            return keep(proposal, .rejected, day)
        }
        if let problem = try publish(proposal, replaying: past, day) {
            decisions.refused.append("\(proposal.id): \(problem)")
            return keep(proposal, .rejected, day)
        }
        decisions.accepted[proposal.kind, default: 0] += 1
        keep(proposal, .accepted, day)
    }

    private func keep(_ proposal: Proposal, _ state: ProposalState, _ day: Int) {
        made.append(
            ProposalDecision(
                id: proposal.id,
                state: state,
                editor: "editor",
                atMs: LoopWorld.startMilliseconds + Int64(day) * LoopWorld.dayMilliseconds,
                evidenceCount: proposal.evidenceCount,
                release: state == .accepted ? release : 0,
                title: proposal.title,
                kind: proposal.kind,
                tree: proposal.tree,
                calls: proposal.evidence.map(\.callID)
            )
        )
    }

    /// Publishes what a proposal means; what keeps it from that, or nil.
    private func publish(
        _ proposal: Proposal,
        replaying past: [[JournalRecord]],
        _ day: Int
    ) throws -> String? {
        let changed: [SourceFile]
        do {
            changed = try proposal.applied(
                to: files.values.sorted { $0.path < $1.path },
                in: view
            )
        } catch let error as CatalogError {
            return error.description
        }
        let now = LoopWorld.startMilliseconds + Int64(day) * LoopWorld.dayMilliseconds
        let staged = try catalog.store.stage(
            StageRequest(baseRelease: release, files: changed),
            at: now
        )
        let reply = try catalog.store.publish(
            PublishRequest(draft: staged.draft, editor: "editor", note: proposal.title),
            at: now
        ) { draft in
            try ConversationRunner.problems(in: draft)
                + PublishGate.problems(replaying: past, from: self.view, on: draft)
        }
        guard reply.release > 0 else {
            return reply.problems.first { $0.severity == .error }?.message ?? "refused"
        }
        for file in changed { files[file.path] = file }
        view = try catalog.store.currentView()
        return nil
    }
}
