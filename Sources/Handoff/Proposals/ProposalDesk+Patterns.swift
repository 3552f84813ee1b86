internal import Catalog
internal import Messages
internal import RPC

// Calls that people mark as a new issue.
extension ProposalDesk {
    @available(*, noasync)
    func flag(_ request: FlagPatternRequest) throws -> FlagPatternReply {
        let release = try catalog.current()
        let observed = try store.observedCalls(maximum: Limits.observedCalls)
        let byID = Dictionary(
            observed.map { ($0.observation.callID, $0.observation) },
            uniquingKeysWith: { _, last in last }
        )
        let marked = try request.callIDs.map { id in
            guard let call = byID[id] else {
                throw Status(
                    .notFound,
                    "there is no ended call \(id) among the last \(observed.count)"
                )
            }
            return call
        }
        let settings = try release.view.settings
        let languages = Set(marked.map { settings.phrases(in: $0.language).language })
        guard languages.count == 1, let language = languages.first else {
            throw Status(
                .invalidArgument,
                "the calls are in \(languages.sorted().joined(separator: " and ")), and a tree is in one "
                    + "language: mark those of each language under a name of their own"
            )
        }
        let intakeTree = settings.intakeTree(in: language)
        guard let intake = try release.view.compiledTree(intakeTree)?.tree else {
            throw Status(.failedPrecondition, "the current release has no intake")
        }
        let title =
            request.title.isEmpty
            ? String(request.name.map { $0 == "-" || $0 == "." ? " " : $0 }) : request.title
        let draft = PatternDraft(
            name: request.name,
            title: title,
            calls: request.callIDs,
            openings: marked.map(\.opening).filter { !$0.isEmpty },
            language: language
        )
        let pattern = Pattern(
            name: request.name,
            title: title,
            callIDs: request.callIDs,
            editor: request.editor,
            atMs: clock(),
            tree: draft.file(intake: intake)
        )
        let (problems, reports) = try validate(pattern, over: release)
        let record = AuditRecord(
            atMs: pattern.atMs,
            editor: request.editor,
            action: "flag",
            subject: request.name,
            title: title,
            why: request.why,
            calls: Array(request.callIDs.prefix(Proposal.listedEvidence)),
            evidenceCount: UInt32(clamping: request.callIDs.count),
            files: [pattern.tree?.digest].compactMap(\.self)
        )
        let stored = try store.perform { store, transaction in
            try store.add(pattern, record, in: &transaction)
        }
        return FlagPatternReply(pattern: stored, problems: problems, reports: reports)
    }

    private func validate(
        _ pattern: Pattern,
        over release: CatalogSource.Release
    ) throws -> ([Problem], [TreeReport]) {
        guard let file = pattern.tree, try release.view.source(file.path) == nil else {
            throw Status(
                .alreadyExists,
                "release \(release.number) has a tree '\(pattern.name)': give the pattern another name"
            )
        }
        let compilation = try CatalogCompiler.compile([file], over: release.view)
        return (
            compilation.problems.filter { $0.path == file.path },
            compilation.reports.filter { $0.tree == pattern.name }
        )
    }

    @available(*, noasync)
    func callers(_ request: ListCallersRequest) throws -> ListCallersReply {
        guard let pattern = try store.pattern(request.name), let file = pattern.tree else {
            throw Status(
                .notFound,
                "there is no pattern '\(request.name)': mark calls with FlagPattern"
            )
        }
        let release = try catalog.current()
        // Once the tree is published, it may be better than its draft.
        let isPublished = try release.view.source(file.path) != nil
        let view =
            isPublished
            ? release.view : try CatalogCompiler.compile([file], over: release.view).view
        let threshold = try view.settings.routingThreshold
        let marked = Set(pattern.callIDs)
        var reply = ListCallersReply()
        for call in try store.observedCalls(maximum: Limits.observedCalls) {
            let observation = call.observation
            guard observation.startedAtMs >= request.sinceMs else { continue }
            reply.calls += 1
            let routes = try view.route(observation.opening, language: observation.language)
            let isMarked = marked.contains(observation.callID)
            let fits =
                routes.first.map { $0.tree == pattern.name && $0.score >= threshold } ?? false
            guard fits || isMarked else { continue }
            let summary = try store.callSummary(of: observation.callID)
            reply.callers.append(
                PatternCaller(
                    callID: observation.callID,
                    caller: summary?.caller ?? "",
                    customer: summary?.customer ?? "",
                    startedAtMs: observation.startedAtMs,
                    opening: observation.opening,
                    score: routes.first { $0.tree == pattern.name }?.score ?? 0,
                    outcome: observation.outcome,
                    marked: isMarked
                )
            )
        }
        reply.callers.sort { ($1.score, $0.startedAtMs) < ($0.score, $1.startedAtMs) }
        reply.callers = Array(reply.callers.prefix(Limits.listedCallers))
        return reply
    }
}
