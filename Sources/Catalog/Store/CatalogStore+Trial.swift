internal import LMDB
public import Messages
internal import Synchronization

extension CatalogStore {
    /// The release that is tried beside the current one; nil when none is.
    public var trial: Trial? { tried.withLock { $0 } }

    /// The release on which a call begins; 0 before the first was published.
    ///
    /// While a release is tried as a canary, the call's id alone decides, so that a call that is started
    /// again begins on the same one.
    public func release(forCall callID: String) -> UInt32 {
        guard let trial, !trial.shadow,
            Self.draw(callID, trial.release) < UInt64(trial.canaryPerMille)
        else { return currentRelease }
        return trial.release
    }

    /// A number from 0 to 999 that depends on the call and the release alone, so that each canary is met
    /// by other calls.
    private static func draw(_ callID: String, _ release: UInt32) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in callID.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(release)) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 32)) &* 0xBF58_476D_1CE4_E5B9
        return (hash ^ (hash >> 29)) % 1_000
    }

    /// A view of a release that shares nothing with the one that calls read, so that whoever reads a lot
    /// in the background is never in their way.
    public func separateView(of number: UInt32) throws -> CatalogView {
        if number == 0 { return .empty }
        _ = try release(number)
        return CatalogView(items(of: number), release: number)
    }

    /// Tries a release beside the current one, or changes how it is tried.
    ///
    /// - Parameters:
    ///   - now: Milliseconds since 1970-01-01 UTC.
    ///   - endedCalls: How many calls have ended, from where the trial is measured.
    /// - Throws: ``CatalogError`` where there is no such release, or another one is tried.
    @available(*, noasync, message: "a trial begins on disk")
    public func beginTrial(
        _ request: TryRequest,
        at now: Int64,
        endedCalls: UInt64
    ) throws -> TryReply {
        try editing.withLock { _ in
            _ = try release(request.release)
            if trial?.release != request.release { try checkNoTrial() }
            var publish = PublishRequest(editor: request.editor, note: request.note)
            publish.canaryPerMille = request.canaryPerMille
            publish.shadow = request.shadow
            let begun = try Self.trial(publish, at: now, endedCalls, current: currentRelease)
            guard var begun, request.release != currentRelease else {
                throw CatalogError.invalid(
                    "release \(request.release) can't be tried: name one that is not current, and "
                        + "either its share of calls or that it is a shadow"
                )
            }
            begun.release = request.release
            if let trial, trial.release == begun.release, trial.shadow == begun.shadow {
                // The same trial with another share of calls: what was counted of it counts on.
                begun.startedAtMs = trial.startedAtMs
                begun.afterEndedSequence = trial.afterEndedSequence
            }
            let bytes = begun.encoded()
            let pointer = pointer
            try writer.perform { transaction in
                try transaction.put(bytes.span, forKey: Self.trialKey, in: pointer)
            }
            trialChanged(to: begun)
            return TryReply(trial: begun)
        }
    }

    /// Begins all new calls on the release that is tried.
    ///
    /// - Parameter now: Milliseconds since 1970-01-01 UTC.
    /// - Throws: ``CatalogError/conflict(_:)`` where none is tried.
    @available(*, noasync, message: "promoting waits for the disk")
    public func promote(_ request: PromoteRequest, at now: Int64) throws -> PromoteReply {
        try editing.withLock { _ in
            guard let trial else {
                throw CatalogError.conflict(
                    "no release is tried: publish one with --canary or --shadow first"
                )
            }
            var release = try release(trial.release)
            let previous = currentRelease
            release.promoted = Rollback(
                atMs: now,
                editor: request.editor,
                note: request.note,
                previous: previous
            )
            try makeCurrent(release)
            return PromoteReply(release: trial.release, previous: previous)
        }
    }

    /// Ends a trial: all new calls begin on the current release.
    ///
    /// Called while editing.
    func endTrial(_ request: RollbackRequest, at now: Int64) throws -> RollbackReply {
        guard let trial else {
            throw CatalogError.conflict(
                "no release is tried: name the release to go back to, baton catalog releases lists them"
            )
        }
        var release = try release(trial.release)
        release.withdrawn = Rollback(
            atMs: now,
            editor: request.editor,
            note: request.note,
            previous: trial.release
        )
        let record = release.encoded()
        let (pointer, releases) = (pointer, releases)
        try writer.perform { transaction in
            try transaction.put(record.span, forKey: UInt64(trial.release), in: releases)
            try transaction.delete(Self.trialKey, in: pointer)
        }
        trialChanged(to: nil)
        return RollbackReply(release: currentRelease, previous: trial.release)
    }

    /// The trial that a release is published for; nil where all calls shall begin on it.
    ///
    /// Its release is the caller's to fill.
    static func trial(
        _ request: PublishRequest,
        at now: Int64,
        _ endedCalls: UInt64,
        current: UInt32
    ) throws -> Trial? {
        guard request.canaryPerMille > 0 || request.shadow else { return nil }
        guard request.canaryPerMille <= 1_000, request.canaryPerMille == 0 || !request.shadow else {
            throw CatalogError.invalid(
                "a release is tried with 1 to 1000 of a thousand calls, or as a shadow"
            )
        }
        guard current > 0 else {
            throw CatalogError.invalid(
                "there is no release beside which this one could be tried: publish it for all calls"
            )
        }
        return Trial(
            canaryPerMille: request.canaryPerMille,
            shadow: request.shadow,
            startedAtMs: now,
            editor: request.editor,
            note: request.note,
            afterEndedSequence: endedCalls
        )
    }

    func checkNoTrial() throws {
        guard let trial else { return }
        throw CatalogError.conflict(
            "release \(trial.release) is tried by \(trial.editor): end that first, with baton catalog "
                + "promote or baton catalog rollback"
        )
    }

    func trialChanged(to trial: Trial?) {
        tried.withLock { $0 = trial }
    }

    /// Beside the pointer, so that both change in one transaction.
    static let trialKey: UInt64 = 1

    /// What has come of a shadow, kept so that a restart does not lose it.
    private static let shadowKey: UInt64 = 2

    /// What had come of the shadow that is tried when it was kept last; nothing yet for a new trial.
    public func keptShadowMetrics() throws -> ShadowMetrics {
        guard let trial, trial.shadow else { return ShadowMetrics() }
        let kept: ShadowMetrics? = try environment.withRead { transaction in
            guard let bytes = try transaction.value(forKey: Self.shadowKey, in: pointer) else {
                return nil
            }
            return try Self.decode(ShadowMetrics.self, bytes, "what came of the shadow")
        }
        let isOfTrial = kept?.release == trial.release && kept?.startedAtMs == trial.startedAtMs
        return isOfTrial
            ? kept ?? ShadowMetrics()
            : ShadowMetrics(release: trial.release, startedAtMs: trial.startedAtMs)
    }

    /// Keeps what has come of a shadow in place of what was kept before.
    @available(*, noasync, message: "keeping waits for the disk")
    public func keep(_ metrics: ShadowMetrics) throws {
        let bytes = metrics.encoded()
        let pointer = pointer
        try writer.perform { transaction in
            try transaction.put(bytes.span, forKey: Self.shadowKey, in: pointer)
        }
    }

    static func storedTrial(
        _ environment: Environment,
        _ database: Database
    ) throws -> Trial? {
        try environment.withRead { transaction in
            guard let bytes = try transaction.value(forKey: trialKey, in: database) else {
                return nil
            }
            return try decode(Trial.self, bytes, "the record of the trial")
        }
    }
}
