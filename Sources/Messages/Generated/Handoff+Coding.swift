// Generated from proto/handoff.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension HandoffItem: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__HandoffItem()
        unsafe baton__v1__handoff_item__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__HandoffItem.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.label = unsafe Copy.string(c.pointee.label)
        self.text = unsafe Copy.string(c.pointee.text)
        self.mark = unsafe Copy.string(c.pointee.mark)
        self.evidence = unsafe Copy.messages(c.pointee.n_evidence, c.pointee.evidence)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(5, messages: evidence)
        writer.field(4, string: mark)
        writer.field(3, string: text)
        writer.field(2, string: label)
        writer.field(1, string: fact)
    }
}

extension TreeFact: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TreeFact()
        unsafe baton__v1__tree_fact__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TreeFact.self)
        self.key = unsafe Copy.string(c.pointee.key)
        self.label = unsafe Copy.string(c.pointee.label)
        self.value = unsafe Copy.string(c.pointee.value)
        self.provenance = unsafe c.pointee.provenance.map { unsafe Provenance($0) }
        self.notObtained = unsafe Copy.enumeration(c.pointee.not_obtained.rawValue)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(6, enumeration: kind)
        writer.field(5, enumeration: notObtained)
        if let provenance { writer.present(4, message: provenance) }
        writer.field(3, string: value)
        writer.field(2, string: label)
        writer.field(1, string: key)
    }
}

extension HandoffRecord: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__HandoffRecord()
        unsafe baton__v1__handoff_record__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__HandoffRecord.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.assembledAtMs = unsafe c.pointee.assembled_at_ms
        self.call = unsafe c.pointee.call.map { unsafe CallSummary($0) }
        self.issue = unsafe c.pointee.issue.map { unsafe HandoffItem($0) }
        self.product = unsafe c.pointee.product.map { unsafe HandoffItem($0) }
        self.symptoms = unsafe Copy.messages(c.pointee.n_symptoms, c.pointee.symptoms)
        self.environment = unsafe Copy.messages(c.pointee.n_environment, c.pointee.environment)
        self.diagnostics = unsafe Copy.messages(c.pointee.n_diagnostics, c.pointee.diagnostics)
        self.diagnosis = unsafe c.pointee.diagnosis.map { unsafe HandoffItem($0) }
        self.confidence = unsafe c.pointee.confidence
        self.articles = unsafe Copy.messages(c.pointee.n_articles, c.pointee.articles)
        self.fixes = unsafe Copy.messages(c.pointee.n_fixes, c.pointee.fixes)
        self.recommendation = unsafe c.pointee.recommendation.map { unsafe HandoffItem($0) }
        self.minutes = unsafe c.pointee.minutes
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.priority = unsafe c.pointee.priority
        self.availability = unsafe c.pointee.availability.map { unsafe HandoffItem($0) }
        self.windows = unsafe Copy.messages(c.pointee.n_windows, c.pointee.windows)
        self.notObtained = unsafe Copy.messages(c.pointee.n_not_obtained, c.pointee.not_obtained)
        self.superseded = unsafe Copy.messages(c.pointee.n_superseded, c.pointee.superseded)
        self.words = unsafe c.pointee.words
        self.facts = unsafe Copy.messages(c.pointee.n_facts, c.pointee.facts)
        self.leaf = unsafe Copy.string(c.pointee.leaf)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(23, string: leaf)
        writer.repeated(22, messages: facts)
        writer.field(21, uint32: words)
        writer.repeated(20, messages: superseded)
        writer.repeated(19, messages: notObtained)
        writer.repeated(18, messages: windows)
        if let availability { writer.present(17, message: availability) }
        writer.field(16, uint32: priority)
        writer.field(15, string: queue)
        writer.field(14, uint32: minutes)
        if let recommendation { writer.present(13, message: recommendation) }
        writer.repeated(12, messages: fixes)
        writer.repeated(11, messages: articles)
        writer.field(10, float: confidence)
        if let diagnosis { writer.present(9, message: diagnosis) }
        writer.repeated(8, messages: diagnostics)
        writer.repeated(7, messages: environment)
        writer.repeated(6, messages: symptoms)
        if let product { writer.present(5, message: product) }
        if let issue { writer.present(4, message: issue) }
        if let call { writer.present(3, message: call) }
        writer.field(2, int64: assembledAtMs)
        writer.field(1, string: callID)
    }
}

extension Claim: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Claim()
        unsafe baton__v1__claim__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Claim.self)
        self.engineer = unsafe Copy.string(c.pointee.engineer)
        self.atMs = unsafe c.pointee.at_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, int64: atMs)
        writer.field(1, string: engineer)
    }
}

extension Rediagnosis: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Rediagnosis()
        unsafe baton__v1__rediagnosis__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Rediagnosis.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.label = unsafe Copy.string(c.pointee.label)
        self.value = unsafe Copy.string(c.pointee.value)
        self.turn = unsafe c.pointee.turn
        self.quote = unsafe Copy.string(c.pointee.quote)
        self.seenIn = unsafe Copy.string(c.pointee.seen_in)
        self.marked = unsafe c.pointee.marked != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, bool: marked)
        writer.field(6, string: seenIn)
        writer.field(5, string: quote)
        writer.field(4, uint32: turn)
        writer.field(3, string: value)
        writer.field(2, string: label)
        writer.field(1, string: fact)
    }
}

extension Rating: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Rating()
        unsafe baton__v1__rating__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Rating.self)
        self.ratingID = unsafe Copy.string(c.pointee.rating_id)
        self.engineer = unsafe Copy.string(c.pointee.engineer)
        self.score = unsafe c.pointee.score
        self.missing = unsafe Copy.strings(c.pointee.n_missing, c.pointee.missing)
        self.askedAgain = unsafe Copy.strings(c.pointee.n_asked_again, c.pointee.asked_again)
        self.wrong = unsafe Copy.strings(c.pointee.n_wrong, c.pointee.wrong)
        self.note = unsafe Copy.string(c.pointee.note)
        self.seconds = unsafe c.pointee.seconds
        self.atMs = unsafe c.pointee.at_ms
        self.corrects = unsafe Copy.string(c.pointee.corrects)
        self.correctedBy = unsafe Copy.string(c.pointee.corrected_by)
        self.rediagnosed = unsafe Copy.messages(c.pointee.n_rediagnosed, c.pointee.rediagnosed)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(12, messages: rediagnosed)
        writer.field(11, string: correctedBy)
        writer.field(10, string: corrects)
        writer.field(9, int64: atMs)
        writer.field(8, uint32: seconds)
        writer.field(7, string: note)
        writer.repeated(6, strings: wrong)
        writer.repeated(5, strings: askedAgain)
        writer.repeated(4, strings: missing)
        writer.field(3, uint32: score)
        writer.field(2, string: engineer)
        writer.field(1, string: ratingID)
    }
}

extension OutcomeRecord: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__OutcomeRecord()
        unsafe baton__v1__outcome_record__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__OutcomeRecord.self)
        self.outcomeID = unsafe Copy.string(c.pointee.outcome_id)
        self.engineer = unsafe Copy.string(c.pointee.engineer)
        self.resolution = unsafe Copy.enumeration(c.pointee.resolution.rawValue)
        self.note = unsafe Copy.string(c.pointee.note)
        self.atMs = unsafe c.pointee.at_ms
        self.corrects = unsafe Copy.string(c.pointee.corrects)
        self.correctedBy = unsafe Copy.string(c.pointee.corrected_by)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, string: correctedBy)
        writer.field(6, string: corrects)
        writer.field(5, int64: atMs)
        writer.field(4, string: note)
        writer.field(3, enumeration: resolution)
        writer.field(2, string: engineer)
        writer.field(1, string: outcomeID)
    }
}

extension HandoffDetail: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__HandoffDetail()
        unsafe baton__v1__handoff_detail__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__HandoffDetail.self)
        self.record = unsafe c.pointee.record.map { unsafe HandoffRecord($0) }
        self.claim = unsafe c.pointee.claim.map { unsafe Claim($0) }
        self.ratings = unsafe Copy.messages(c.pointee.n_ratings, c.pointee.ratings)
        self.outcomes = unsafe Copy.messages(c.pointee.n_outcomes, c.pointee.outcomes)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(4, messages: outcomes)
        writer.repeated(3, messages: ratings)
        if let claim { writer.present(2, message: claim) }
        if let record { writer.present(1, message: record) }
    }
}

extension AssembleRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AssembleRequest()
        unsafe baton__v1__assemble_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AssembleRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, string: callID)
    }
}

extension AssembleReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AssembleReply()
        unsafe baton__v1__assemble_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AssembleReply.self)
        self.kept = unsafe c.pointee.kept != 0
        self.record = unsafe c.pointee.record.map { unsafe HandoffRecord($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let record { writer.present(2, message: record) }
        writer.field(1, bool: kept)
    }
}

extension GetHandoffRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__GetHandoffRequest()
        unsafe baton__v1__get_handoff_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__GetHandoffRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, string: callID)
    }
}

extension ListHandoffsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListHandoffsRequest()
        unsafe baton__v1__list_handoffs_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListHandoffsRequest.self)
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.unclaimed = unsafe c.pointee.unclaimed != 0
        self.maximum = unsafe c.pointee.maximum
        self.beforeCallID = unsafe Copy.string(c.pointee.before_call_id)
        self.`open` = unsafe c.pointee.`open` != 0
        self.mine = unsafe c.pointee.mine != 0
        self.engineer = unsafe Copy.string(c.pointee.engineer)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, string: engineer)
        writer.field(6, bool: mine)
        writer.field(5, bool: `open`)
        writer.field(4, string: beforeCallID)
        writer.field(3, uint32: maximum)
        writer.field(2, bool: unclaimed)
        writer.field(1, string: queue)
    }
}

extension HandoffSummary: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__HandoffSummary()
        unsafe baton__v1__handoff_summary__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__HandoffSummary.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.issue = unsafe Copy.string(c.pointee.issue)
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.priority = unsafe c.pointee.priority
        self.assembledAtMs = unsafe c.pointee.assembled_at_ms
        self.engineer = unsafe Copy.string(c.pointee.engineer)
        self.score = unsafe c.pointee.score
        self.resolution = unsafe Copy.enumeration(c.pointee.resolution.rawValue)
        self.outcome = unsafe Copy.enumeration(c.pointee.outcome.rawValue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(9, enumeration: outcome)
        writer.field(8, enumeration: resolution)
        writer.field(7, uint32: score)
        writer.field(6, string: engineer)
        writer.field(5, int64: assembledAtMs)
        writer.field(4, uint32: priority)
        writer.field(3, string: queue)
        writer.field(2, string: issue)
        writer.field(1, string: callID)
    }
}

extension ListHandoffsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListHandoffsReply()
        unsafe baton__v1__list_handoffs_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListHandoffsReply.self)
        self.handoffs = unsafe Copy.messages(c.pointee.n_handoffs, c.pointee.handoffs)
        self.kept = unsafe Copy.strings(c.pointee.n_kept, c.pointee.kept)
        self.more = unsafe c.pointee.more != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, bool: more)
        writer.repeated(2, strings: kept)
        writer.repeated(1, messages: handoffs)
    }
}

extension RenderRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__RenderRequest()
        unsafe baton__v1__render_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__RenderRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.format = unsafe Copy.enumeration(c.pointee.format.rawValue)
        self.evidence = unsafe c.pointee.evidence != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, bool: evidence)
        writer.field(2, enumeration: format)
        writer.field(1, string: callID)
    }
}

extension RenderReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__RenderReply()
        unsafe baton__v1__render_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__RenderReply.self)
        self.document = unsafe Copy.string(c.pointee.document)
        self.mediaType = unsafe Copy.string(c.pointee.media_type)
        self.words = unsafe c.pointee.words
        self.readingSeconds = unsafe c.pointee.reading_seconds
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, uint32: readingSeconds)
        writer.field(3, uint32: words)
        writer.field(2, string: mediaType)
        writer.field(1, string: document)
    }
}

extension ClaimRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ClaimRequest()
        unsafe baton__v1__claim_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ClaimRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.engineer = unsafe Copy.string(c.pointee.engineer)
        self.takeOver = unsafe c.pointee.take_over != 0
        self.giveBack = unsafe c.pointee.give_back != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, bool: giveBack)
        writer.field(3, bool: takeOver)
        writer.field(2, string: engineer)
        writer.field(1, string: callID)
    }
}

extension RateRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__RateRequest()
        unsafe baton__v1__rate_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__RateRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.rating = unsafe c.pointee.rating.map { unsafe Rating($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let rating { writer.present(2, message: rating) }
        writer.field(1, string: callID)
    }
}

extension RecordOutcomeRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__RecordOutcomeRequest()
        unsafe baton__v1__record_outcome_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__RecordOutcomeRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.outcome = unsafe c.pointee.outcome.map { unsafe OutcomeRecord($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let outcome { writer.present(2, message: outcome) }
        writer.field(1, string: callID)
    }
}

extension FollowedCalls: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__FollowedCalls()
        unsafe baton__v1__followed_calls__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__FollowedCalls.self)
        self.endedSequence = unsafe c.pointee.ended_sequence
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, uint64: endedSequence)
    }
}

extension KeptRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__KeptRequest()
        unsafe baton__v1__kept_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__KeptRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.sinceMs = unsafe c.pointee.since_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, int64: sinceMs)
        writer.field(1, string: callID)
    }
}

extension CallRow: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__CallRow()
        unsafe baton__v1__call_row__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__CallRow.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.endedAtMs = unsafe c.pointee.ended_at_ms
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.release = unsafe c.pointee.release
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.leaf = unsafe Copy.string(c.pointee.leaf)
        self.outcome = unsafe Copy.enumeration(c.pointee.outcome.rawValue)
        self.offMap = unsafe c.pointee.off_map != 0
        self.questions = unsafe c.pointee.questions
        self.caller = unsafe Copy.bytes(c.pointee.caller)
        self.handedOff = unsafe c.pointee.handed_off != 0
        self.words = unsafe c.pointee.words
        self.notObtained = unsafe c.pointee.not_obtained
        self.scores = unsafe Copy.uint32s(c.pointee.n_scores, c.pointee.scores)
        self.missing = unsafe c.pointee.missing
        self.askedAgain = unsafe c.pointee.asked_again
        self.wrong = unsafe c.pointee.wrong
        self.readingSeconds = unsafe Copy.uint32s(
            c.pointee.n_reading_seconds,
            c.pointee.reading_seconds
        )
        self.bouncedBack = unsafe c.pointee.bounced_back != 0
        self.resolvedAtMs = unsafe c.pointee.resolved_at_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(21, int64: resolvedAtMs)
        writer.field(20, bool: bouncedBack)
        writer.repeated(19, uint32s: readingSeconds)
        writer.field(18, uint32: wrong)
        writer.field(17, uint32: askedAgain)
        writer.field(16, uint32: missing)
        writer.repeated(15, uint32s: scores)
        writer.field(14, uint32: notObtained)
        writer.field(13, uint32: words)
        writer.field(12, bool: handedOff)
        writer.field(11, bytes: caller)
        writer.field(10, uint32: questions)
        writer.field(9, bool: offMap)
        writer.field(8, enumeration: outcome)
        writer.field(7, string: leaf)
        writer.field(6, string: queue)
        writer.field(5, uint32: release)
        writer.field(4, string: tree)
        writer.field(3, int64: endedAtMs)
        writer.field(2, int64: startedAtMs)
        writer.field(1, string: callID)
    }
}

extension CallMetricsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__CallMetricsRequest()
        unsafe baton__v1__call_metrics_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__CallMetricsRequest.self)
        self.sinceMs = unsafe c.pointee.since_ms
        self.untilMs = unsafe c.pointee.until_ms
        self.metrics = unsafe Copy.enumerations(c.pointee.n_metrics, c.pointee.metrics)
        self.groupBy = unsafe Copy.enumerations(c.pointee.n_group_by, c.pointee.group_by)
        self.trees = unsafe Copy.strings(c.pointee.n_trees, c.pointee.trees)
        self.releases = unsafe Copy.uint32s(c.pointee.n_releases, c.pointee.releases)
        self.queues = unsafe Copy.strings(c.pointee.n_queues, c.pointee.queues)
        self.baselineSinceMs = unsafe c.pointee.baseline_since_ms
        self.baselineUntilMs = unsafe c.pointee.baseline_until_ms
        self.repeatDays = unsafe c.pointee.repeat_days
        self.timeZone = unsafe Copy.string(c.pointee.time_zone)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(11, string: timeZone)
        writer.field(10, uint32: repeatDays)
        writer.field(9, int64: baselineUntilMs)
        writer.field(8, int64: baselineSinceMs)
        writer.repeated(7, strings: queues)
        writer.repeated(6, uint32s: releases)
        writer.repeated(5, strings: trees)
        writer.repeated(4, enumerations: groupBy)
        writer.repeated(3, enumerations: metrics)
        writer.field(2, int64: untilMs)
        writer.field(1, int64: sinceMs)
    }
}

extension MetricDefinition: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__MetricDefinition()
        unsafe baton__v1__metric_definition__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__MetricDefinition.self)
        self.metric = unsafe Copy.enumeration(c.pointee.metric.rawValue)
        self.name = unsafe Copy.string(c.pointee.name)
        self.definition = unsafe Copy.string(c.pointee.definition)
        self.unit = unsafe Copy.string(c.pointee.unit)
        self.interval = unsafe Copy.string(c.pointee.interval)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, string: interval)
        writer.field(4, string: unit)
        writer.field(3, string: definition)
        writer.field(2, string: name)
        writer.field(1, enumeration: metric)
    }
}

extension MetricValue: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__MetricValue()
        unsafe baton__v1__metric_value__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__MetricValue.self)
        self.metric = unsafe Copy.enumeration(c.pointee.metric.rawValue)
        self.count = unsafe c.pointee.count
        self.value = unsafe c.pointee.value
        self.hasInterval = unsafe c.pointee.has_interval != 0
        self.low = unsafe c.pointee.low
        self.high = unsafe c.pointee.high
        self.baselineCount = unsafe c.pointee.baseline_count
        self.baseline = unsafe c.pointee.baseline
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(8, double: baseline)
        writer.field(7, uint32: baselineCount)
        writer.field(6, double: high)
        writer.field(5, double: low)
        writer.field(4, bool: hasInterval)
        writer.field(3, double: value)
        writer.field(2, uint32: count)
        writer.field(1, enumeration: metric)
    }
}

extension MetricGroup: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__MetricGroup()
        unsafe baton__v1__metric_group__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__MetricGroup.self)
        self.key = unsafe Copy.strings(c.pointee.n_key, c.pointee.key)
        self.calls = unsafe c.pointee.calls
        self.handoffs = unsafe c.pointee.handoffs
        self.rated = unsafe c.pointee.rated
        self.values = unsafe Copy.messages(c.pointee.n_values, c.pointee.values)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(5, messages: values)
        writer.field(4, uint32: rated)
        writer.field(3, uint32: handoffs)
        writer.field(2, uint32: calls)
        writer.repeated(1, strings: key)
    }
}

extension CallMetricsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__CallMetricsReply()
        unsafe baton__v1__call_metrics_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__CallMetricsReply.self)
        self.definitions = unsafe Copy.messages(c.pointee.n_definitions, c.pointee.definitions)
        self.groups = unsafe Copy.messages(c.pointee.n_groups, c.pointee.groups)
        self.sinceMs = unsafe c.pointee.since_ms
        self.untilMs = unsafe c.pointee.until_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, int64: untilMs)
        writer.field(3, int64: sinceMs)
        writer.repeated(2, messages: groups)
        writer.repeated(1, messages: definitions)
    }
}
