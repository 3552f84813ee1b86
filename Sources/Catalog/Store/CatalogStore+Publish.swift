internal import LMDB
public import Messages
internal import Synchronization

extension CatalogStore {
    /// Makes a release of a draft and begins new calls on it, or says what keeps it from that.
    ///
    /// While the draft is checked, which may take minutes, calls can be rolled back; the draft is then refused.
    ///
    /// - Parameters:
    ///   - now: Milliseconds since 1970-01-01 UTC.
    ///   - endedCalls: How many calls have ended, from where a trial is measured.
    ///   - check: What is checked beside the files themselves, such as conversations; its errors are
    ///     warnings of a release that is forced.
    /// - Returns: The release's number; 0 where a problem is an error.
    /// - Throws: ``CatalogError/conflict(_:)`` where the draft is not based on the current release, or
    ///   another release is on trial.
    @available(*, noasync, message: "publishing waits for the disk")
    public func publish(
        _ request: PublishRequest,
        at now: Int64,
        endedCalls: UInt64 = 0,
        check: DraftCheck = { _ in [] }
    ) throws -> PublishReply {
        let draft = try draft(request.draft)
        try checkNoTrial()
        try checkBase(of: draft)
        let trial = try Self.trial(request, at: now, endedCalls, current: currentRelease)
        let (compilation, found) = try validate(draft, check)
        let (problems, forced) = Self.judged(found, compilation, request)
        var reply = PublishReply(problems: problems, reports: compilation.reports)
        guard !problems.contains(where: { $0.severity == .error }) else { return reply }
        return try editing.withLock { _ in
            try checkNoTrial()
            try checkBase(of: draft)
            guard try header(of: draft.id) == draft.header else {
                throw CatalogError.conflict(
                    "the draft was changed while it was checked: publish it again"
                )
            }
            let newest = try newestRelease()
            let writes = try self.writes(of: compilation, over: draft.header.baseRelease, newest)
            guard !writes.isEmpty else {
                throw CatalogError.invalid(
                    "the draft changes nothing: release \(currentRelease) has the same files"
                )
            }
            var release = try counts(of: compilation, over: draft.header.baseRelease)
            release.number = newest + 1
            release.createdAtMs = now
            release.editor = request.editor
            release.note = request.note
            release.forced = forced
            var started = trial
            started?.release = release.number
            try write(writes, release, trial: started, draftKeys: draftKeys(draft.id))
            if let started { trialChanged(to: started) } else { pointerMoved(to: release.number) }
            reply.release = release.number
            return reply
        }
    }

    /// What was found with what a forced release passes over as warnings, and the record of that.
    ///
    /// What is wrong with the files themselves can't be forced: there would be nothing to call on.
    private static func judged(
        _ found: [Problem],
        _ compilation: Compilation,
        _ request: PublishRequest
    ) -> ([Problem], Forced?) {
        let errors = found.filter { $0.severity == .error }
        guard request.force, !errors.isEmpty, !compilation.hasErrors else { return (found, nil) }
        let problems = found.map { problem in
            var problem = problem
            problem.severity = .warning
            return problem
        }
        let sentences = errors.prefix(CatalogLimits.forcedProblems).map { problem in
            problem.path.isEmpty ? problem.message : "\(problem.path): \(problem.message)"
        }
        return (problems, Forced(why: request.why, problems: Array(sentences)))
    }

    /// Begins new calls on an earlier release, or a later one again, and ends a trial.
    ///
    /// Without a number, only the trial is ended.
    ///
    /// - Parameter now: Milliseconds since 1970-01-01 UTC.
    /// - Throws: ``CatalogError/notFound(_:)`` where there is none of this number.
    @available(*, noasync, message: "rolling back waits for the disk")
    public func rollback(_ request: RollbackRequest, at now: Int64) throws -> RollbackReply {
        try editing.withLock { _ in
            if request.release == 0 { return try endTrial(request, at: now) }
            var release = try release(request.release)
            let previous = currentRelease
            // It is done already: the request was sent again.
            if request.release == previous, trial == nil, let done = release.rolledBack,
                done.editor == request.editor, done.note == request.note
            {
                return RollbackReply(release: previous, previous: done.previous)
            }
            release.rolledBack = Rollback(
                atMs: now,
                editor: request.editor,
                note: request.note,
                previous: previous
            )
            try makeCurrent(release)
            return RollbackReply(release: request.release, previous: previous)
        }
    }

    /// Begins all new calls on a release, whose record says why, and tries none any more.
    ///
    /// Called while editing.
    func makeCurrent(_ release: Release) throws {
        let record = release.encoded()
        let current = Release(number: release.number).encoded()
        let (pointer, releases) = (pointer, releases)
        try writer.perform { transaction in
            try transaction.put(record.span, forKey: UInt64(release.number), in: releases)
            try transaction.put(current.span, forKey: Self.pointerKey, in: pointer)
            try transaction.delete(Self.trialKey, in: pointer)
        }
        pointerMoved(to: release.number)
        trialChanged(to: nil)
    }

    private func checkBase(of draft: StoredDraft) throws {
        let base = draft.header.baseRelease
        let current = currentRelease
        guard base != current else { return }
        let old = base == 0 ? CatalogView.empty : try view(of: base)
        let lines = try CatalogDiff(from: old, to: view(of: current)).lines(maximum: 30)
        throw CatalogError.conflict(
            "the draft is based on release \(base), and calls begin on release \(current): make the "
                + "changes again on release \(current) and publish those (baton catalog diff "
                + "\(base) \(current) shows what changed since). Since then:\n"
                + lines.joined(separator: "\n")
        )
    }

    func items(of release: UInt32) -> any ItemReader {
        release == 0
            ? NoItems()
            : StoredItems(environment: environment, database: items, release: release)
    }

    private func bytes(_ key: ItemKey, _ reader: any ItemReader) throws -> [UInt8] {
        try reader.item(key) { bytes in
            var copy: [UInt8] = []
            copy.reserveCapacity(bytes.count)
            for index in bytes.indices { copy.append(bytes[index]) }
            return copy
        } ?? []
    }

    /// Items that releases brought, of those after one and up to another.
    private func changedItems(after first: UInt32, through last: UInt32) throws -> Set<ItemKey> {
        Set(try changeKeys(after: first, through: last).map(\.key))
    }

    /// What the new release must store so that it shows the draft: the draft's own changes, and,
    /// where calls were rolled back, what is undone of the releases since.
    private func writes(
        of compilation: Compilation,
        over base: UInt32,
        _ newest: UInt32
    ) throws -> [ItemKey: [UInt8]] {
        var writes = compilation.changes
        guard newest > base, !writes.isEmpty else { return writes }
        let baseItems = items(of: base)
        let newestItems = items(of: newest)
        for key in try changedItems(after: base, through: newest) where writes[key] == nil {
            let bytes = try bytes(key, baseItems)
            if try bytes != self.bytes(key, newestItems) { writes[key] = bytes }
        }
        return writes
    }

    /// A release with the numbers of what it holds.
    private func counts(of compilation: Compilation, over base: UInt32) throws -> Release {
        // What became of its base is not told of it.
        let old = base == 0 ? Release() : try self.release(base)
        var release = Release(basedOn: base)
        let baseItems = items(of: base)
        var differences: [ItemKind: Int] = [:]
        for (key, bytes) in compilation.changes
        where key.kind != .tree || !IntakeTree.isIntake(key.id) {
            let wasThere = try baseItems.item(key) { _ in true } ?? false
            differences[key.kind, default: 0] += (bytes.isEmpty ? 0 : 1) - (wasThere ? 1 : 0)
        }
        func sum(_ count: UInt32, _ kind: ItemKind) -> UInt32 {
            UInt32(clamping: Int(count) + (differences[kind] ?? 0))
        }
        release.trees = sum(old.trees, .tree)
        release.articles = sum(old.articles, .article)
        release.entities = sum(old.entities, .entity)
        release.conversations = sum(old.conversations, .conversation)
        guard release.trees <= CatalogLimits.trees else {
            throw CatalogError.exhausted(
                "the catalog would have \(release.trees) trees, at most \(CatalogLimits.trees) are "
                    + "allowed"
            )
        }
        return release
    }

    private func write(
        _ writes: [ItemKey: [UInt8]],
        _ release: Release,
        trial: Trial?,
        draftKeys: [[UInt8]]
    ) throws {
        let (items, changes, releases) = (items, changes, releases)
        let (drafts, pointer) = (drafts, pointer)
        let number = release.number
        // In the order of their keys neighbouring pages are written together.
        let sorted = writes.map { ($0.key.stored(release: number), $0) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        try writer.perform { transaction in
            for (stored, write) in sorted {
                try transaction.put(write.value.span, forKey: stored.span, in: items)
                let change = ChangeKey(release: number, key: write.key).bytes
                try transaction.put([UInt8]().span, forKey: change.span, in: changes)
            }
            let record = release.encoded()
            try transaction.insert(record.span, forKey: UInt64(number), in: releases)
            if let trial {
                try transaction.put(trial.encoded().span, forKey: Self.trialKey, in: pointer)
            } else {
                let current = Release(number: number).encoded()
                try transaction.put(current.span, forKey: Self.pointerKey, in: pointer)
            }
            for key in draftKeys { try transaction.delete(key.span, in: drafts) }
        }
    }
}

/// A key of the database of changes: the release, most significant byte first, and the item.
struct ChangeKey {
    let release: UInt32
    let key: ItemKey

    init(release: UInt32, key: ItemKey) {
        self.release = release
        self.key = key
    }

    init(_ bytes: Span<UInt8>) throws {
        guard bytes.count >= 5, let kind = ItemKind(rawValue: bytes[4]) else {
            throw CatalogError.damaged("a list of changes can't be read")
        }
        var number: UInt32 = 0
        for index in 0..<4 { number = number << 8 | UInt32(bytes[index]) }
        release = number
        key = ItemKey(kind, DraftKey.text(bytes, from: 5))
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        ItemKey.append(release, to: &bytes)
        return bytes + key.prefix
    }
}
