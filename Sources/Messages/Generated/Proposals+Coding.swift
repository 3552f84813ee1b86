// Generated from proto/proposals.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension ObservedAnswer: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ObservedAnswer()
        unsafe baton__v1__observed_answer__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ObservedAnswer.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.value = unsafe Copy.string(c.pointee.value)
        self.quote = unsafe Copy.string(c.pointee.quote)
        self.confirmed = unsafe c.pointee.confirmed != 0
        self.corrected = unsafe c.pointee.corrected != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, bool: corrected)
        writer.field(4, bool: confirmed)
        writer.field(3, string: quote)
        writer.field(2, string: value)
        writer.field(1, string: fact)
    }
}

extension ObservedQuestion: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ObservedQuestion()
        unsafe baton__v1__observed_question__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ObservedQuestion.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.durationMs = unsafe c.pointee.duration_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint32: durationMs)
        writer.field(1, string: fact)
    }
}

extension CallObservation: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__CallObservation()
        unsafe baton__v1__call_observation__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__CallObservation.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.language = unsafe Copy.string(c.pointee.language)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.leaf = unsafe Copy.string(c.pointee.leaf)
        self.release = unsafe c.pointee.release
        self.outcome = unsafe Copy.enumeration(c.pointee.outcome.rawValue)
        self.opening = unsafe Copy.string(c.pointee.opening)
        self.facts = unsafe Copy.messages(c.pointee.n_facts, c.pointee.facts)
        self.questions = unsafe Copy.messages(c.pointee.n_questions, c.pointee.questions)
        self.answers = unsafe Copy.messages(c.pointee.n_answers, c.pointee.answers)
        self.endedAtMs = unsafe c.pointee.ended_at_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(12, int64: endedAtMs)
        writer.repeated(11, messages: answers)
        writer.repeated(10, messages: questions)
        writer.repeated(9, messages: facts)
        writer.field(8, string: opening)
        writer.field(7, enumeration: outcome)
        writer.field(6, uint32: release)
        writer.field(5, string: leaf)
        writer.field(4, string: tree)
        writer.field(3, string: language)
        writer.field(2, int64: startedAtMs)
        writer.field(1, string: callID)
    }
}

extension QuestionDraft: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__QuestionDraft()
        unsafe baton__v1__question_draft__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__QuestionDraft.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.label = unsafe Copy.string(c.pointee.label)
        self.say = unsafe Copy.string(c.pointee.say)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.entityClass = unsafe Copy.string(c.pointee.entity_class)
        self.unit = unsafe Copy.string(c.pointee.unit)
        self.options = unsafe Copy.messages(c.pointee.n_options, c.pointee.options)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(7, messages: options)
        writer.field(6, string: unit)
        writer.field(5, string: entityClass)
        writer.field(4, enumeration: kind)
        writer.field(3, string: say)
        writer.field(2, string: label)
        writer.field(1, string: fact)
    }
}

extension QuestionOption: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__QuestionOption()
        unsafe baton__v1__question_option__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__QuestionOption.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.label = unsafe Copy.string(c.pointee.label)
        self.phrases = unsafe Copy.strings(c.pointee.n_phrases, c.pointee.phrases)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(3, strings: phrases)
        writer.field(2, string: label)
        writer.field(1, string: id)
    }
}

extension Placement: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Placement()
        unsafe baton__v1__placement__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Placement.self)
        self.before = unsafe Copy.string(c.pointee.before)
        self.calls = unsafe c.pointee.calls
        self.asked = unsafe c.pointee.asked
        self.handoffs = unsafe c.pointee.handoffs
        self.questionSeconds = unsafe c.pointee.question_seconds
        self.secondsPerCall = unsafe c.pointee.seconds_per_call
        self.benefitSeconds = unsafe c.pointee.benefit_seconds
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, double: benefitSeconds)
        writer.field(6, double: secondsPerCall)
        writer.field(5, double: questionSeconds)
        writer.field(4, uint32: handoffs)
        writer.field(3, uint32: asked)
        writer.field(2, uint32: calls)
        writer.field(1, string: before)
    }
}

extension ProposalEvidence: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ProposalEvidence()
        unsafe baton__v1__proposal_evidence__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ProposalEvidence.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.quote = unsafe Copy.string(c.pointee.quote)
        self.engineer = unsafe Copy.string(c.pointee.engineer)
        self.score = unsafe c.pointee.score
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, uint32: score)
        writer.field(3, string: engineer)
        writer.field(2, string: quote)
        writer.field(1, string: callID)
    }
}

extension Proposal: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Proposal()
        unsafe baton__v1__proposal__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Proposal.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.title = unsafe Copy.string(c.pointee.title)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.node = unsafe Copy.string(c.pointee.node)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.question = unsafe c.pointee.question.map { unsafe QuestionDraft($0) }
        self.placements = unsafe Copy.messages(c.pointee.n_placements, c.pointee.placements)
        self.option = unsafe Copy.string(c.pointee.option)
        self.phrases = unsafe Copy.strings(c.pointee.n_phrases, c.pointee.phrases)
        self.commonWords = unsafe Copy.strings(c.pointee.n_common_words, c.pointee.common_words)
        self.evidenceCount = unsafe c.pointee.evidence_count
        self.evidence = unsafe Copy.messages(c.pointee.n_evidence, c.pointee.evidence)
        self.benefitSeconds = unsafe c.pointee.benefit_seconds
        self.reckoning = unsafe Copy.string(c.pointee.reckoning)
        self.state = unsafe Copy.enumeration(c.pointee.state.rawValue)
        self.decision = unsafe c.pointee.decision.map { unsafe ProposalDecision($0) }
        self.next = unsafe Copy.string(c.pointee.next)
        self.language = unsafe Copy.string(c.pointee.language)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(19, string: language)
        writer.field(18, string: next)
        if let decision { writer.present(17, message: decision) }
        writer.field(16, enumeration: state)
        writer.field(15, string: reckoning)
        writer.field(14, double: benefitSeconds)
        writer.repeated(13, messages: evidence)
        writer.field(12, uint32: evidenceCount)
        writer.repeated(11, strings: commonWords)
        writer.repeated(10, strings: phrases)
        writer.field(9, string: option)
        writer.repeated(8, messages: placements)
        if let question { writer.present(7, message: question) }
        writer.field(6, string: fact)
        writer.field(5, string: node)
        writer.field(4, string: tree)
        writer.field(3, string: title)
        writer.field(2, enumeration: kind)
        writer.field(1, string: id)
    }
}

extension ProposalDecision: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ProposalDecision()
        unsafe baton__v1__proposal_decision__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ProposalDecision.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.state = unsafe Copy.enumeration(c.pointee.state.rawValue)
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.why = unsafe Copy.string(c.pointee.why)
        self.atMs = unsafe c.pointee.at_ms
        self.evidenceCount = unsafe c.pointee.evidence_count
        self.release = unsafe c.pointee.release
        self.title = unsafe Copy.string(c.pointee.title)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.calls = unsafe Copy.strings(c.pointee.n_calls, c.pointee.calls)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(11, strings: calls)
        writer.field(10, string: tree)
        writer.field(9, enumeration: kind)
        writer.field(8, string: title)
        writer.field(7, uint32: release)
        writer.field(6, uint32: evidenceCount)
        writer.field(5, int64: atMs)
        writer.field(4, string: why)
        writer.field(3, string: editor)
        writer.field(2, enumeration: state)
        writer.field(1, string: id)
    }
}

extension ListProposalsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListProposalsRequest()
        unsafe baton__v1__list_proposals_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListProposalsRequest.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.decisions = unsafe c.pointee.decisions != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, bool: decisions)
        writer.field(1, string: id)
    }
}

extension ListProposalsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListProposalsReply()
        unsafe baton__v1__list_proposals_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListProposalsReply.self)
        self.proposals = unsafe Copy.messages(c.pointee.n_proposals, c.pointee.proposals)
        self.calls = unsafe c.pointee.calls
        self.release = unsafe c.pointee.release
        self.decisions = unsafe Copy.messages(c.pointee.n_decisions, c.pointee.decisions)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(4, messages: decisions)
        writer.field(3, uint32: release)
        writer.field(2, uint32: calls)
        writer.repeated(1, messages: proposals)
    }
}

extension DecideProposalRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__DecideProposalRequest()
        unsafe baton__v1__decide_proposal_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__DecideProposalRequest.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.decision = unsafe Copy.enumeration(c.pointee.decision.rawValue)
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.why = unsafe Copy.string(c.pointee.why)
        self.question = unsafe c.pointee.question.map { unsafe QuestionDraft($0) }
        self.files = unsafe Copy.messages(c.pointee.n_files, c.pointee.files)
        self.force = unsafe c.pointee.force != 0
        self.baseRelease = unsafe c.pointee.base_release
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(8, uint32: baseRelease)
        writer.field(7, bool: force)
        writer.repeated(6, messages: files)
        if let question { writer.present(5, message: question) }
        writer.field(4, string: why)
        writer.field(3, string: editor)
        writer.field(2, enumeration: decision)
        writer.field(1, string: id)
    }
}

extension DecideProposalReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__DecideProposalReply()
        unsafe baton__v1__decide_proposal_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__DecideProposalReply.self)
        self.proposal = unsafe c.pointee.proposal.map { unsafe Proposal($0) }
        self.files = unsafe Copy.messages(c.pointee.n_files, c.pointee.files)
        self.release = unsafe c.pointee.release
        self.problems = unsafe Copy.messages(c.pointee.n_problems, c.pointee.problems)
        self.audit = unsafe c.pointee.audit.map { unsafe AuditRecord($0) }
        self.baseRelease = unsafe c.pointee.base_release
        self.replaced = unsafe Copy.messages(c.pointee.n_replaced, c.pointee.replaced)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(7, messages: replaced)
        writer.field(6, uint32: baseRelease)
        if let audit { writer.present(5, message: audit) }
        writer.repeated(4, messages: problems)
        writer.field(3, uint32: release)
        writer.repeated(2, messages: files)
        if let proposal { writer.present(1, message: proposal) }
    }
}

extension AuditRecord: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AuditRecord()
        unsafe baton__v1__audit_record__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AuditRecord.self)
        self.number = unsafe c.pointee.number
        self.atMs = unsafe c.pointee.at_ms
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.action = unsafe Copy.string(c.pointee.action)
        self.subject = unsafe Copy.string(c.pointee.subject)
        self.title = unsafe Copy.string(c.pointee.title)
        self.why = unsafe Copy.string(c.pointee.why)
        self.calls = unsafe Copy.strings(c.pointee.n_calls, c.pointee.calls)
        self.evidenceCount = unsafe c.pointee.evidence_count
        self.release = unsafe c.pointee.release
        self.files = unsafe Copy.messages(c.pointee.n_files, c.pointee.files)
        self.previousHash = unsafe Copy.bytes(c.pointee.previous_hash)
        self.hash = unsafe Copy.bytes(c.pointee.hash)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(13, bytes: hash)
        writer.field(12, bytes: previousHash)
        writer.repeated(11, messages: files)
        writer.field(10, uint32: release)
        writer.field(9, uint32: evidenceCount)
        writer.repeated(8, strings: calls)
        writer.field(7, string: why)
        writer.field(6, string: title)
        writer.field(5, string: subject)
        writer.field(4, string: action)
        writer.field(3, string: editor)
        writer.field(2, int64: atMs)
        writer.field(1, uint64: number)
    }
}

extension PendingDecision: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PendingDecision()
        unsafe baton__v1__pending_decision__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PendingDecision.self)
        self.decision = unsafe c.pointee.decision.map { unsafe ProposalDecision($0) }
        self.record = unsafe c.pointee.record.map { unsafe AuditRecord($0) }
        self.baseRelease = unsafe c.pointee.base_release
        self.note = unsafe Copy.string(c.pointee.note)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, string: note)
        writer.field(3, uint32: baseRelease)
        if let record { writer.present(2, message: record) }
        if let decision { writer.present(1, message: decision) }
    }
}

extension ListAuditRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListAuditRequest()
        unsafe baton__v1__list_audit_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListAuditRequest.self)
        self.after = unsafe c.pointee.after
        self.maximum = unsafe c.pointee.maximum
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint32: maximum)
        writer.field(1, uint64: after)
    }
}

extension ListAuditReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListAuditReply()
        unsafe baton__v1__list_audit_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListAuditReply.self)
        self.records = unsafe Copy.messages(c.pointee.n_records, c.pointee.records)
        self.more = unsafe c.pointee.more != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, bool: more)
        writer.repeated(1, messages: records)
    }
}

extension FlagPatternRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__FlagPatternRequest()
        unsafe baton__v1__flag_pattern_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__FlagPatternRequest.self)
        self.name = unsafe Copy.string(c.pointee.name)
        self.title = unsafe Copy.string(c.pointee.title)
        self.callIDs = unsafe Copy.strings(c.pointee.n_call_ids, c.pointee.call_ids)
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.why = unsafe Copy.string(c.pointee.why)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, string: why)
        writer.field(4, string: editor)
        writer.repeated(3, strings: callIDs)
        writer.field(2, string: title)
        writer.field(1, string: name)
    }
}

extension Pattern: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Pattern()
        unsafe baton__v1__pattern__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Pattern.self)
        self.name = unsafe Copy.string(c.pointee.name)
        self.title = unsafe Copy.string(c.pointee.title)
        self.callIDs = unsafe Copy.strings(c.pointee.n_call_ids, c.pointee.call_ids)
        self.editor = unsafe Copy.string(c.pointee.editor)
        self.atMs = unsafe c.pointee.at_ms
        self.tree = unsafe c.pointee.tree.map { unsafe SourceFile($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let tree { writer.present(6, message: tree) }
        writer.field(5, int64: atMs)
        writer.field(4, string: editor)
        writer.repeated(3, strings: callIDs)
        writer.field(2, string: title)
        writer.field(1, string: name)
    }
}

extension FlagPatternReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__FlagPatternReply()
        unsafe baton__v1__flag_pattern_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__FlagPatternReply.self)
        self.pattern = unsafe c.pointee.pattern.map { unsafe Pattern($0) }
        self.problems = unsafe Copy.messages(c.pointee.n_problems, c.pointee.problems)
        self.reports = unsafe Copy.messages(c.pointee.n_reports, c.pointee.reports)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(3, messages: reports)
        writer.repeated(2, messages: problems)
        if let pattern { writer.present(1, message: pattern) }
    }
}

extension ListCallersRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListCallersRequest()
        unsafe baton__v1__list_callers_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListCallersRequest.self)
        self.name = unsafe Copy.string(c.pointee.name)
        self.sinceMs = unsafe c.pointee.since_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, int64: sinceMs)
        writer.field(1, string: name)
    }
}

extension PatternCaller: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PatternCaller()
        unsafe baton__v1__pattern_caller__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PatternCaller.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.caller = unsafe Copy.string(c.pointee.caller)
        self.customer = unsafe Copy.string(c.pointee.customer)
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.opening = unsafe Copy.string(c.pointee.opening)
        self.score = unsafe c.pointee.score
        self.outcome = unsafe Copy.enumeration(c.pointee.outcome.rawValue)
        self.marked = unsafe c.pointee.marked != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(8, bool: marked)
        writer.field(7, enumeration: outcome)
        writer.field(6, float: score)
        writer.field(5, string: opening)
        writer.field(4, int64: startedAtMs)
        writer.field(3, string: customer)
        writer.field(2, string: caller)
        writer.field(1, string: callID)
    }
}

extension ListCallersReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListCallersReply()
        unsafe baton__v1__list_callers_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListCallersReply.self)
        self.callers = unsafe Copy.messages(c.pointee.n_callers, c.pointee.callers)
        self.calls = unsafe c.pointee.calls
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint32: calls)
        writer.repeated(1, messages: callers)
    }
}
