internal import Catalog
internal import Crypto
internal import Dispatch
internal import Logging
internal import Messages
internal import RPC

/// Proposals, what editors decide about them, and patterns that people mark.
///
/// Proposals are derived anew each time: from the calls that were observed, the catalog that is current, and
/// the decisions so far. One decision is made at a time.
final class ProposalDesk: Sendable {
    let store: HandoffStore
    let catalog: CatalogSource
    private let settings: ProposalSettings
    let clock: @Sendable () -> Int64
    private let logger: Logger

    init(
        store: HandoffStore,
        link: DiagnosisLink,
        settings: ProposalSettings,
        clock: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.store = store
        catalog = CatalogSource(link)
        self.settings = settings
        self.clock = clock
        self.logger = logger
    }

    // MARK: Listing

    @available(*, noasync)
    func list(_ request: ListProposalsRequest) throws -> ListProposalsReply {
        try settle()
        let release = try catalog.current()
        let calls = try store.observedCalls(maximum: Limits.observedCalls)
        let decisions = try store.decisions()
        var proposals = try derive(calls, release, decisions)
        if !request.id.isEmpty {
            proposals = [try find(request.id, among: proposals, decisions)]
        }
        return ListProposalsReply(
            proposals: proposals,
            calls: UInt32(clamping: calls.count),
            release: release.number,
            decisions: request.decisions ? decisions : []
        )
    }

    private func derive(
        _ calls: [ObservedCall],
        _ release: CatalogSource.Release,
        _ decisions: [ProposalDecision]
    ) throws -> [Proposal] {
        try ProposalDerivation.proposals(
            from: calls,
            catalog: release.view,
            decisions: decisions,
            settings: settings
        )
    }

    /// An open proposal, or what was decided about one.
    private func find(
        _ id: String,
        among open: [Proposal],
        _ decisions: [ProposalDecision]
    ) throws -> Proposal {
        if let proposal = open.first(where: { $0.id == id }) { return proposal }
        guard let decision = decisions.last(where: { $0.id == id }) else {
            throw Status(
                .notFound,
                "there is no proposal '\(id)': list them, they follow from the calls and the current release"
            )
        }
        return Proposal(
            id: id,
            kind: decision.kind,
            title: decision.title,
            tree: decision.tree,
            evidenceCount: decision.evidenceCount,
            evidence: decision.calls.map { ProposalEvidence(callID: $0) },
            state: decision.state,
            decision: decision
        )
    }

    // MARK: Deciding

    @available(*, noasync)
    func decide(_ request: DecideProposalRequest) throws -> DecideProposalReply {
        try settle()
        let release = try catalog.current()
        let calls = try store.observedCalls(maximum: Limits.observedCalls)
        let decisions = try store.decisions()
        let open = try derive(calls, release, decisions)
        let proposal = try find(request.id, among: open, decisions)
        guard proposal.state == .open else { return try decided(proposal, request, release) }
        switch request.decision {
        case .preview: return try preview(proposal, request, release)
        case .accept: return try accept(proposal, request, release)
        case .reject:
            let pending = pending(proposal, request, .rejected, [])
            return try record(proposal, pending, files: [], release: 0)
        case .unspecified:
            throw Status(.invalidArgument, "DecideProposalRequest.decision is missing")
        }
    }

    /// The answer to a decision that is there already: to a retry the same, to another one a refusal.
    ///
    /// The changed files are given as long as their release is current: later ones may have changed them.
    private func decided(
        _ proposal: Proposal,
        _ request: DecideProposalRequest,
        _ current: CatalogSource.Release
    ) throws -> DecideProposalReply {
        let isSame =
            switch request.decision {
            case .accept: proposal.state == .accepted
            case .reject: proposal.state == .rejected
            case .preview, .unspecified: false
            }
        guard isSame else {
            let word = proposal.state == .accepted ? "accepted" : "rejected"
            throw Status(
                .failedPrecondition,
                "the proposal '\(proposal.id)' is \(word) already by \(proposal.decision?.editor ?? "")"
            )
        }
        let release = proposal.decision?.release ?? 0
        guard release > 0, release == current.number else {
            return DecideProposalReply(proposal: proposal, release: release)
        }
        let changed = try store.changedPaths(of: release)
        let before = try catalog.digests(of: current.base)
        return DecideProposalReply(
            proposal: proposal,
            files: current.files.filter { changed.contains($0.path) },
            release: release,
            replaced: changed.sorted().compactMap { path in
                before[path].map { SourceFile(path: path, sha256: $0) }
            }
        )
    }

    private func files(
        _ proposal: Proposal,
        _ request: DecideProposalRequest,
        _ release: CatalogSource.Release
    ) throws -> [SourceFile] {
        guard request.files.isEmpty else { return request.files }
        do {
            return try proposal.applied(
                to: release.files,
                in: release.view,
                wording: request.question
            )
        } catch let error as CatalogError {
            throw Status(.failedPrecondition, error.description)
        }
    }

    private func preview(
        _ proposal: Proposal,
        _ request: DecideProposalRequest,
        _ release: CatalogSource.Release
    ) throws -> DecideProposalReply {
        var files = try files(proposal, request, release)
        let staged = try catalog.stage(files, over: release.number, validating: true)
        // What the change does not fit, such as a conversation about a question that goes, is the editor's
        // to put right as well.
        let wrong = Set(staged.problems.filter { $0.severity == .error }.map(\.path))
        files += release.files.filter { file in
            wrong.contains(file.path) && !files.contains { $0.path == file.path }
        }
        return DecideProposalReply(
            proposal: proposal,
            files: files,
            problems: staged.problems,
            baseRelease: release.number
        )
    }

    /// Refuses files that were made from an earlier release, where others have published one of them since.
    private func checkBase(
        _ request: DecideProposalRequest,
        _ release: CatalogSource.Release
    ) throws {
        guard request.baseRelease > 0, request.baseRelease != release.number else { return }
        let before = try catalog.digests(of: request.baseRelease)
        let now = try catalog.digests(of: release.number)
        let changed = request.files.map(\.digest).filter { file in
            before[file.path] != now[file.path] && file.sha256 != now[file.path]
        }
        guard changed.isEmpty else {
            throw Status(
                .failedPrecondition,
                "since release \(request.baseRelease), from which these files were made, others have "
                    + "published \(changed.map(\.path).joined(separator: ", ")): preview the proposal "
                    + "again, and make your changes to what that gives"
            )
        }
    }

    /// Publishes what a proposal means, and records it.
    ///
    /// The decision is stored before anything is published: where this server ends in between, it finds out
    /// later whether the release was made, so that no change goes without its record.
    ///
    /// That handoffs show a fact no more is what a removal proposes and not what speaks against it: the
    /// release is then forced, with what the proposal says of it as the reason.
    private func accept(
        _ proposal: Proposal,
        _ request: DecideProposalRequest,
        _ release: CatalogSource.Release
    ) throws -> DecideProposalReply {
        try checkBase(request, release)
        let files = try files(proposal, request, release)
        let staged = try catalog.stage(files, over: release.number, validating: false)
        let note = "\(proposal.title) (\(proposal.id))"
        var pending = pending(proposal, request, .accepted, files)
        pending.baseRelease = release.number
        pending.note = note
        try store.perform { [pending] store, transaction in
            try store.hold(pending, in: &transaction)
        }
        var publish = PublishRequest(draft: staged.draft, editor: request.editor, note: note)
        publish.force = request.force
        publish.why = request.force ? request.why : ""
        var published: PublishReply
        do {
            published = try catalog.publish(publish)
            if published.release == 0, !request.force, proposal.foresees(published) {
                publish.force = true
                publish.why = request.why.isEmpty ? proposal.reckoning : request.why
                published = try catalog.publish(publish)
            }
        } catch {
            try settle()
            throw error
        }
        guard published.release > 0 else {
            try settle()
            return DecideProposalReply(
                proposal: proposal,
                files: files,
                problems: published.problems
            )
        }
        var reply = try record(proposal, pending, files: files, release: published.release)
        reply.problems = published.problems
        reply.replaced = release.files.filter { file in files.contains { $0.path == file.path } }
            .map(\.digest)
        return reply
    }

    /// Finds out what became of a decision that was being published when the answer was lost.
    @available(*, noasync)
    func settle() throws {
        guard let pending = try store.pendingDecision() else { return }
        let releases = try catalog.settledReleases()
        let made = releases.first { release in
            release.number > pending.baseRelease && release.note == pending.note
        }
        guard let made else {
            return try store.perform { store, transaction in
                try store.dropPendingDecision(in: &transaction)
            }
        }
        logger.notice("a published decision is recorded", metadata: ["release": "\(made.number)"])
        try store.perform { store, transaction in
            _ = try store.decide(pending, release: made.number, in: &transaction)
        }
    }

    private func pending(
        _ proposal: Proposal,
        _ request: DecideProposalRequest,
        _ state: ProposalState,
        _ files: [SourceFile]
    ) -> PendingDecision {
        let calls = proposal.evidence.map(\.callID)
        let now = clock()
        return PendingDecision(
            decision: ProposalDecision(
                id: proposal.id,
                state: state,
                editor: request.editor,
                why: request.why,
                atMs: now,
                evidenceCount: proposal.evidenceCount,
                title: proposal.title,
                kind: proposal.kind,
                tree: proposal.tree,
                calls: calls
            ),
            record: AuditRecord(
                atMs: now,
                editor: request.editor,
                action: state == .accepted ? "accept" : "reject",
                subject: proposal.id,
                title: proposal.title,
                why: request.why.isEmpty ? proposal.reckoning : request.why,
                calls: calls,
                evidenceCount: proposal.evidenceCount,
                files: files.map(\.digest)
            )
        )
    }

    private func record(
        _ proposal: Proposal,
        _ pending: PendingDecision,
        files: [SourceFile],
        release: UInt32
    ) throws -> DecideProposalReply {
        let stored = try store.perform { store, transaction in
            try store.decide(pending, release: release, in: &transaction)
        }
        logger.notice(
            "proposal decided",
            metadata: [
                "proposal": "\(proposal.id)", "action": "\(stored.action)",
                "editor": "\(stored.editor)", "release": "\(release)",
            ]
        )
        var decided = proposal
        decided.decision = pending.decision
        decided.decision?.release = release
        decided.state = pending.decision?.state ?? .open
        return DecideProposalReply(
            proposal: decided,
            files: files,
            release: release,
            audit: stored
        )
    }
}

extension Proposal {
    /// Whether nothing speaks against a release but that handoffs lack the fact whose question the proposal
    /// removes.
    fileprivate func foresees(_ refusal: PublishReply) -> Bool {
        let errors = refusal.problems.filter { $0.severity == .error }
        let lost = refusal.replay?.findings.filter { $0.change == .factLost } ?? []
        return kind == .remove
            && errors.allSatisfy { $0.code == ProblemCode.handoffsLoseFact.rawValue }
            && lost.allSatisfy { $0.fact == fact }
    }
}

extension SourceFile {
    /// The file without its content.
    var digest: SourceFile {
        SourceFile(
            path: path,
            sha256: Array(SHA256.hash(data: content)),
            size: UInt64(content.count)
        )
    }
}
