// Generated from proto/catalog.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension SourceFile: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__SourceFile()
        unsafe baton__v1__source_file__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__SourceFile.self)
        self.path = unsafe Copy.string(c.pointee.path)
        self.content = unsafe Copy.bytes(c.pointee.content)
        self.sha256 = unsafe Copy.bytes(c.pointee.sha256)
        self.size = unsafe c.pointee.size
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, uint64: size)
        writer.field(3, bytes: sha256)
        writer.field(2, bytes: content)
        writer.field(1, string: path)
    }
}

extension Problem: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Problem()
        unsafe baton__v1__problem__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Problem.self)
        self.code = unsafe Copy.string(c.pointee.code)
        self.severity = unsafe Copy.enumeration(c.pointee.severity.rawValue)
        self.path = unsafe Copy.string(c.pointee.path)
        self.line = unsafe c.pointee.line
        self.column = unsafe c.pointee.column
        self.message = unsafe Copy.string(c.pointee.message)
        self.suggestion = unsafe Copy.string(c.pointee.suggestion)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, string: suggestion)
        writer.field(6, string: message)
        writer.field(5, uint32: column)
        writer.field(4, uint32: line)
        writer.field(3, string: path)
        writer.field(2, enumeration: severity)
        writer.field(1, string: code)
    }
}

extension TreeReport: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TreeReport()
        unsafe baton__v1__tree_report__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TreeReport.self)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.longestQuestions = unsafe c.pointee.longest_questions
        self.paths = unsafe c.pointee.paths
        self.leavesMissingFacts = unsafe Copy.strings(
            c.pointee.n_leaves_missing_facts,
            c.pointee.leaves_missing_facts
        )
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(4, strings: leavesMissingFacts)
        writer.field(3, uint64: paths)
        writer.field(2, uint32: longestQuestions)
        writer.field(1, string: tree)
    }
}

extension StageRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StageRequest()
        unsafe baton__v1__stage_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__StageRequest.self)
        self.draft = unsafe Copy.string(c.pointee.draft)
        self.baseRelease = unsafe c.pointee.base_release
        self.files = unsafe Copy.messages(c.pointee.n_files, c.pointee.files)
        self.removed = unsafe Copy.strings(c.pointee.n_removed, c.pointee.removed)
        self.validate = unsafe c.pointee.validate != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, bool: validate)
        writer.repeated(4, strings: removed)
        writer.repeated(3, messages: files)
        writer.field(2, uint32: baseRelease)
        writer.field(1, string: draft)
    }
}

extension StageReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StageReply()
        unsafe baton__v1__stage_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__StageReply.self)
        self.draft = unsafe Copy.string(c.pointee.draft)
        self.problems = unsafe Copy.messages(c.pointee.n_problems, c.pointee.problems)
        self.reports = unsafe Copy.messages(c.pointee.n_reports, c.pointee.reports)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(3, messages: reports)
        writer.repeated(2, messages: problems)
        writer.field(1, string: draft)
    }
}

extension PublishRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PublishRequest()
        unsafe baton__v1__publish_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PublishRequest.self)
        self.draft = unsafe Copy.string(c.pointee.draft)
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.note = unsafe Copy.string(c.pointee.note)
        self.force = unsafe c.pointee.force != 0
        self.why = unsafe Copy.string(c.pointee.why)
        self.canaryPerMille = unsafe c.pointee.canary_per_mille
        self.shadow = unsafe c.pointee.shadow != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, bool: shadow)
        writer.field(6, uint32: canaryPerMille)
        writer.field(5, string: why)
        writer.field(4, bool: force)
        writer.field(3, string: note)
        writer.field(2, string: editor)
        writer.field(1, string: draft)
    }
}

extension PublishReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PublishReply()
        unsafe baton__v1__publish_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PublishReply.self)
        self.release = unsafe c.pointee.release
        self.problems = unsafe Copy.messages(c.pointee.n_problems, c.pointee.problems)
        self.reports = unsafe Copy.messages(c.pointee.n_reports, c.pointee.reports)
        self.replay = unsafe c.pointee.replay.map { unsafe ReplayReport($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let replay { writer.present(4, message: replay) }
        writer.repeated(3, messages: reports)
        writer.repeated(2, messages: problems)
        writer.field(1, uint32: release)
    }
}

extension RollbackRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__RollbackRequest()
        unsafe baton__v1__rollback_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__RollbackRequest.self)
        self.release = unsafe c.pointee.release
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.note = unsafe Copy.string(c.pointee.note)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, string: note)
        writer.field(2, string: editor)
        writer.field(1, uint32: release)
    }
}

extension RollbackReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__RollbackReply()
        unsafe baton__v1__rollback_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__RollbackReply.self)
        self.release = unsafe c.pointee.release
        self.previous = unsafe c.pointee.previous
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint32: previous)
        writer.field(1, uint32: release)
    }
}

extension Rollback: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Rollback()
        unsafe baton__v1__rollback__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Rollback.self)
        self.atMs = unsafe c.pointee.at_ms
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.note = unsafe Copy.string(c.pointee.note)
        self.previous = unsafe c.pointee.previous
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, uint32: previous)
        writer.field(3, string: note)
        writer.field(2, string: editor)
        writer.field(1, int64: atMs)
    }
}

extension Release: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Release()
        unsafe baton__v1__release__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Release.self)
        self.number = unsafe c.pointee.number
        self.basedOn = unsafe c.pointee.based_on
        self.createdAtMs = unsafe c.pointee.created_at_ms
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.note = unsafe Copy.string(c.pointee.note)
        self.trees = unsafe c.pointee.trees
        self.articles = unsafe c.pointee.articles
        self.entities = unsafe c.pointee.entities
        self.conversations = unsafe c.pointee.conversations
        self.current = unsafe c.pointee.current != 0
        self.liveCalls = unsafe c.pointee.live_calls
        self.rolledBack = unsafe c.pointee.rolled_back.map { unsafe Rollback($0) }
        self.forced = unsafe c.pointee.forced.map { unsafe Forced($0) }
        self.trial = unsafe c.pointee.trial.map { unsafe Trial($0) }
        self.promoted = unsafe c.pointee.promoted.map { unsafe Rollback($0) }
        self.withdrawn = unsafe c.pointee.withdrawn.map { unsafe Rollback($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let withdrawn { writer.present(16, message: withdrawn) }
        if let promoted { writer.present(15, message: promoted) }
        if let trial { writer.present(14, message: trial) }
        if let forced { writer.present(13, message: forced) }
        if let rolledBack { writer.present(12, message: rolledBack) }
        writer.field(11, uint32: liveCalls)
        writer.field(10, bool: current)
        writer.field(9, uint32: conversations)
        writer.field(8, uint32: entities)
        writer.field(7, uint32: articles)
        writer.field(6, uint32: trees)
        writer.field(5, string: note)
        writer.field(4, string: editor)
        writer.field(3, int64: createdAtMs)
        writer.field(2, uint32: basedOn)
        writer.field(1, uint32: number)
    }
}

extension Forced: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Forced()
        unsafe baton__v1__forced__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Forced.self)
        self.why = unsafe Copy.string(c.pointee.why)
        self.problems = unsafe Copy.strings(c.pointee.n_problems, c.pointee.problems)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(2, strings: problems)
        writer.field(1, string: why)
    }
}

extension Trial: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Trial()
        unsafe baton__v1__trial__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Trial.self)
        self.release = unsafe c.pointee.release
        self.canaryPerMille = unsafe c.pointee.canary_per_mille
        self.shadow = unsafe c.pointee.shadow != 0
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.note = unsafe Copy.string(c.pointee.note)
        self.afterEndedSequence = unsafe c.pointee.after_ended_sequence
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, uint64: afterEndedSequence)
        writer.field(6, string: note)
        writer.field(5, string: editor)
        writer.field(4, int64: startedAtMs)
        writer.field(3, bool: shadow)
        writer.field(2, uint32: canaryPerMille)
        writer.field(1, uint32: release)
    }
}

extension TryRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TryRequest()
        unsafe baton__v1__try_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TryRequest.self)
        self.release = unsafe c.pointee.release
        self.canaryPerMille = unsafe c.pointee.canary_per_mille
        self.shadow = unsafe c.pointee.shadow != 0
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.note = unsafe Copy.string(c.pointee.note)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, string: note)
        writer.field(4, string: editor)
        writer.field(3, bool: shadow)
        writer.field(2, uint32: canaryPerMille)
        writer.field(1, uint32: release)
    }
}

extension TryReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TryReply()
        unsafe baton__v1__try_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TryReply.self)
        self.trial = unsafe c.pointee.trial.map { unsafe Trial($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let trial { writer.present(1, message: trial) }
    }
}

extension PromoteRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PromoteRequest()
        unsafe baton__v1__promote_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PromoteRequest.self)
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.note = unsafe Copy.string(c.pointee.note)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, string: note)
        writer.field(1, string: editor)
    }
}

extension PromoteReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PromoteReply()
        unsafe baton__v1__promote_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PromoteReply.self)
        self.release = unsafe c.pointee.release
        self.previous = unsafe c.pointee.previous
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint32: previous)
        writer.field(1, uint32: release)
    }
}

extension GetTrialRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__GetTrialRequest()
        unsafe baton__v1__get_trial_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
    }

    func write(to writer: inout ReverseWriter) {
    }
}

extension GetTrialReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__GetTrialReply()
        unsafe baton__v1__get_trial_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__GetTrialReply.self)
        self.trial = unsafe c.pointee.trial.map { unsafe Trial($0) }
        self.current = unsafe c.pointee.current.map { unsafe ReleaseMetrics($0) }
        self.tried = unsafe c.pointee.tried.map { unsafe ReleaseMetrics($0) }
        self.shadow = unsafe c.pointee.shadow.map { unsafe ShadowMetrics($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let shadow { writer.present(4, message: shadow) }
        if let tried { writer.present(3, message: tried) }
        if let current { writer.present(2, message: current) }
        if let trial { writer.present(1, message: trial) }
    }
}

extension ReleaseMetrics: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ReleaseMetrics()
        unsafe baton__v1__release_metrics__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ReleaseMetrics.self)
        self.release = unsafe c.pointee.release
        self.live = unsafe c.pointee.live
        self.ended = unsafe c.pointee.ended
        self.resolved = unsafe c.pointee.resolved
        self.escalated = unsafe c.pointee.escalated
        self.wantsPerson = unsafe c.pointee.wants_person
        self.abandoned = unsafe c.pointee.abandoned
        self.offMap = unsafe c.pointee.off_map
        self.questions = unsafe c.pointee.questions
        self.missingRequired = unsafe c.pointee.missing_required
        self.turns = unsafe c.pointee.turns
        self.damaged = unsafe c.pointee.damaged
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(12, uint64: damaged)
        writer.field(11, uint64: turns)
        writer.field(10, uint64: missingRequired)
        writer.field(9, uint64: questions)
        writer.field(8, uint64: offMap)
        writer.field(7, uint64: abandoned)
        writer.field(6, uint64: wantsPerson)
        writer.field(5, uint64: escalated)
        writer.field(4, uint64: resolved)
        writer.field(3, uint64: ended)
        writer.field(2, uint64: live)
        writer.field(1, uint32: release)
    }
}

extension ShadowMetrics: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ShadowMetrics()
        unsafe baton__v1__shadow_metrics__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ShadowMetrics.self)
        self.turns = unsafe c.pointee.turns
        self.same = unsafe c.pointee.same
        self.otherQuestion = unsafe c.pointee.other_question
        self.otherDiagnosis = unsafe c.pointee.other_diagnosis
        self.failed = unsafe c.pointee.failed
        self.skipped = unsafe c.pointee.skipped
        self.examples = unsafe Copy.messages(c.pointee.n_examples, c.pointee.examples)
        self.release = unsafe c.pointee.release
        self.startedAtMs = unsafe c.pointee.started_at_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(9, int64: startedAtMs)
        writer.field(8, uint32: release)
        writer.repeated(7, messages: examples)
        writer.field(6, uint64: skipped)
        writer.field(5, uint64: failed)
        writer.field(4, uint64: otherDiagnosis)
        writer.field(3, uint64: otherQuestion)
        writer.field(2, uint64: same)
        writer.field(1, uint64: turns)
    }
}

extension ShadowExample: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ShadowExample()
        unsafe baton__v1__shadow_example__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ShadowExample.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.turn = unsafe c.pointee.turn
        self.current = unsafe Copy.string(c.pointee.current)
        self.shadow = unsafe Copy.string(c.pointee.shadow)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, string: shadow)
        writer.field(3, string: current)
        writer.field(2, uint32: turn)
        writer.field(1, string: callID)
    }
}

extension ReplayRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ReplayRequest()
        unsafe baton__v1__replay_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ReplayRequest.self)
        self.job = unsafe Copy.string(c.pointee.job)
        self.draft = unsafe Copy.string(c.pointee.draft)
        self.release = unsafe c.pointee.release
        self.sinceMs = unsafe c.pointee.since_ms
        self.lastCalls = unsafe c.pointee.last_calls
        self.cancel = unsafe c.pointee.cancel != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(6, bool: cancel)
        writer.field(5, uint32: lastCalls)
        writer.field(4, int64: sinceMs)
        writer.field(3, uint32: release)
        writer.field(2, string: draft)
        writer.field(1, string: job)
    }
}

extension ReplayReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ReplayReply()
        unsafe baton__v1__replay_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ReplayReply.self)
        self.job = unsafe Copy.string(c.pointee.job)
        self.done = unsafe c.pointee.done != 0
        self.callsDone = unsafe c.pointee.calls_done
        self.callsTotal = unsafe c.pointee.calls_total
        self.report = unsafe c.pointee.report.map { unsafe ReplayReport($0) }
        self.problems = unsafe Copy.messages(c.pointee.n_problems, c.pointee.problems)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(6, messages: problems)
        if let report { writer.present(5, message: report) }
        writer.field(4, uint64: callsTotal)
        writer.field(3, uint64: callsDone)
        writer.field(2, bool: done)
        writer.field(1, string: job)
    }
}

extension ReplayFinding: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ReplayFinding()
        unsafe baton__v1__replay_finding__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ReplayFinding.self)
        self.change = unsafe Copy.enumeration(c.pointee.change.rawValue)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.before = unsafe Copy.string(c.pointee.before)
        self.after = unsafe Copy.string(c.pointee.after)
        self.calls = unsafe c.pointee.calls
        self.examples = unsafe Copy.strings(c.pointee.n_examples, c.pointee.examples)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(7, strings: examples)
        writer.field(6, uint64: calls)
        writer.field(5, string: after)
        writer.field(4, string: before)
        writer.field(3, string: fact)
        writer.field(2, string: tree)
        writer.field(1, enumeration: change)
    }
}

extension ReplayReport: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ReplayReport()
        unsafe baton__v1__replay_report__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ReplayReport.self)
        self.baseRelease = unsafe c.pointee.base_release
        self.calls = unsafe c.pointee.calls
        self.turns = unsafe c.pointee.turns
        self.handoffs = unsafe c.pointee.handoffs
        self.confirmed = unsafe c.pointee.confirmed
        self.damaged = unsafe c.pointee.damaged
        self.findings = unsafe Copy.messages(c.pointee.n_findings, c.pointee.findings)
        self.handoffsLosing = unsafe c.pointee.handoffs_losing
        self.handoffsGaining = unsafe c.pointee.handoffs_gaining
        self.longestBefore = unsafe c.pointee.longest_before
        self.longestBeforeCall = unsafe Copy.string(c.pointee.longest_before_call)
        self.longestAfter = unsafe c.pointee.longest_after
        self.longestAfterCall = unsafe Copy.string(c.pointee.longest_after_call)
        self.questionsBefore = unsafe c.pointee.questions_before
        self.questionsAfter = unsafe c.pointee.questions_after
        self.changes = unsafe Copy.strings(c.pointee.n_changes, c.pointee.changes)
        self.cpuUs = unsafe c.pointee.cpu_us
        self.elapsedUs = unsafe c.pointee.elapsed_us
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(18, uint64: elapsedUs)
        writer.field(17, uint64: cpuUs)
        writer.repeated(16, strings: changes)
        writer.field(15, uint64: questionsAfter)
        writer.field(14, uint64: questionsBefore)
        writer.field(13, string: longestAfterCall)
        writer.field(12, uint32: longestAfter)
        writer.field(11, string: longestBeforeCall)
        writer.field(10, uint32: longestBefore)
        writer.field(9, uint64: handoffsGaining)
        writer.field(8, uint64: handoffsLosing)
        writer.repeated(7, messages: findings)
        writer.field(6, uint64: damaged)
        writer.field(5, uint64: confirmed)
        writer.field(4, uint64: handoffs)
        writer.field(3, uint64: turns)
        writer.field(2, uint64: calls)
        writer.field(1, uint32: baseRelease)
    }
}

extension ListReleasesRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListReleasesRequest()
        unsafe baton__v1__list_releases_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListReleasesRequest.self)
        self.afterPublishing = unsafe c.pointee.after_publishing != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, bool: afterPublishing)
    }
}

extension ListReleasesReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListReleasesReply()
        unsafe baton__v1__list_releases_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListReleasesReply.self)
        self.releases = unsafe Copy.messages(c.pointee.n_releases, c.pointee.releases)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(1, messages: releases)
    }
}

extension GetReleaseRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__GetReleaseRequest()
        unsafe baton__v1__get_release_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__GetReleaseRequest.self)
        self.release = unsafe c.pointee.release
        self.afterPath = unsafe Copy.string(c.pointee.after_path)
        self.maximum = unsafe c.pointee.maximum
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, uint32: maximum)
        writer.field(2, string: afterPath)
        writer.field(1, uint32: release)
    }
}

extension GetReleaseReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__GetReleaseReply()
        unsafe baton__v1__get_release_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__GetReleaseReply.self)
        self.release = unsafe c.pointee.release.map { unsafe Release($0) }
        self.files = unsafe Copy.messages(c.pointee.n_files, c.pointee.files)
        self.more = unsafe c.pointee.more != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, bool: more)
        writer.repeated(2, messages: files)
        if let release { writer.present(1, message: release) }
    }
}

extension DownloadRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__DownloadRequest()
        unsafe baton__v1__download_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__DownloadRequest.self)
        self.release = unsafe c.pointee.release
        self.afterPath = unsafe Copy.string(c.pointee.after_path)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, string: afterPath)
        writer.field(1, uint32: release)
    }
}

extension DownloadReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__DownloadReply()
        unsafe baton__v1__download_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__DownloadReply.self)
        self.release = unsafe c.pointee.release
        self.files = unsafe Copy.messages(c.pointee.n_files, c.pointee.files)
        self.more = unsafe c.pointee.more != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, bool: more)
        writer.repeated(2, messages: files)
        writer.field(1, uint32: release)
    }
}

extension AliasRecord: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AliasRecord()
        unsafe baton__v1__alias_record__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AliasRecord.self)
        self.entities = unsafe Copy.strings(c.pointee.n_entities, c.pointee.entities)
        self.classes = unsafe Copy.strings(c.pointee.n_classes, c.pointee.classes)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(2, strings: classes)
        writer.repeated(1, strings: entities)
    }
}

extension IndexedDocument: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__IndexedDocument()
        unsafe baton__v1__indexed_document__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__IndexedDocument.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.language = unsafe Copy.string(c.pointee.language)
        self.products = unsafe Copy.strings(c.pointee.n_products, c.pointee.products)
        self.title = unsafe Copy.string(c.pointee.title)
        self.spoken = unsafe Copy.string(c.pointee.spoken)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, string: spoken)
        writer.field(4, string: title)
        writer.repeated(3, strings: products)
        writer.field(2, string: language)
        writer.field(1, string: id)
    }
}

extension IndexSums: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__IndexSums()
        unsafe baton__v1__index_sums__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__IndexSums.self)
        self.documents = unsafe c.pointee.documents
        self.nextDocument = unsafe c.pointee.next_document
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint32: nextDocument)
        writer.field(1, uint32: documents)
    }
}

extension Draft: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Draft()
        unsafe baton__v1__draft__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Draft.self)
        self.baseRelease = unsafe c.pointee.base_release
        self.changedAtMs = unsafe c.pointee.changed_at_ms
        self.files = unsafe Copy.messages(c.pointee.n_files, c.pointee.files)
        self.removed = unsafe Copy.strings(c.pointee.n_removed, c.pointee.removed)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(4, strings: removed)
        writer.repeated(3, messages: files)
        writer.field(2, int64: changedAtMs)
        writer.field(1, uint32: baseRelease)
    }
}
