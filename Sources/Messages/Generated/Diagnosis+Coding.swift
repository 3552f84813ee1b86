// Generated from proto/diagnosis.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension Alternative: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Alternative()
        unsafe baton__v1__alternative__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Alternative.self)
        self.text = unsafe Copy.string(c.pointee.text)
        self.confidence = unsafe c.pointee.confidence
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, float: confidence)
        writer.field(1, string: text)
    }
}

extension Speech: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Speech()
        unsafe baton__v1__speech__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Speech.self)
        self.alternatives = unsafe Copy.messages(c.pointee.n_alternatives, c.pointee.alternatives)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(1, messages: alternatives)
    }
}

extension Interruption: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Interruption()
        unsafe baton__v1__interruption__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Interruption.self)
        self.heard = unsafe Copy.string(c.pointee.heard)
        self.speech = unsafe c.pointee.speech.map { unsafe Speech($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let speech { writer.present(2, message: speech) }
        writer.field(1, string: heard)
    }
}

extension StructuredAnswer: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StructuredAnswer()
        unsafe baton__v1__structured_answer__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__StructuredAnswer.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.value = unsafe Copy.string(c.pointee.value)
        self.detail = unsafe Copy.string(c.pointee.detail)
        self.quote = unsafe Copy.string(c.pointee.quote)
        self.confidence = unsafe c.pointee.confidence
        self.notObtained = unsafe Copy.enumeration(c.pointee.not_obtained.rawValue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(6, enumeration: notObtained)
        writer.field(5, float: confidence)
        writer.field(4, string: quote)
        writer.field(3, string: detail)
        writer.field(2, string: value)
        writer.field(1, string: fact)
    }
}

extension StructuredAnswers: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StructuredAnswers()
        unsafe baton__v1__structured_answers__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__StructuredAnswers.self)
        self.answers = unsafe Copy.messages(c.pointee.n_answers, c.pointee.answers)
        self.acts = unsafe Copy.enumerations(c.pointee.n_acts, c.pointee.acts)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.question = unsafe Copy.string(c.pointee.question)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, string: question)
        writer.field(3, string: tree)
        writer.repeated(2, enumerations: acts)
        writer.repeated(1, messages: answers)
    }
}

extension Silence: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Silence()
        unsafe baton__v1__silence__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Silence.self)
        self.durationMs = unsafe c.pointee.duration_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, uint32: durationMs)
    }
}

extension HangUp: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__HangUp()
        unsafe baton__v1__hang_up__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
    }

    func write(to writer: inout ReverseWriter) {
    }
}

extension Input: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Input()
        unsafe baton__v1__input__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Input.self)
        switch unsafe c.pointee.kind_case.rawValue {
        case 1:
            self.kind = .speech(unsafe Speech(c.pointee.speech))
        case 2:
            self.kind = .digits(unsafe Copy.string(c.pointee.digits))
        case 3:
            self.kind = .answers(unsafe StructuredAnswers(c.pointee.answers))
        case 4:
            self.kind = .silence(unsafe Silence(c.pointee.silence))
        case 5:
            self.kind = .interruption(unsafe Interruption(c.pointee.interruption))
        case 6:
            self.kind = .hangUp(unsafe HangUp(c.pointee.hang_up))
        default: self.kind = nil
        }
    }

    func write(to writer: inout ReverseWriter) {
        switch kind {
        case .speech(let value):
            writer.present(1, message: value)
        case .digits(let value):
            writer.present(2, string: value)
        case .answers(let value):
            writer.present(3, message: value)
        case .silence(let value):
            writer.present(4, message: value)
        case .interruption(let value):
            writer.present(5, message: value)
        case .hangUp(let value):
            writer.present(6, message: value)
        case nil: break
        }
    }
}

extension ExpectedOption: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ExpectedOption()
        unsafe baton__v1__expected_option__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ExpectedOption.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.label = unsafe Copy.string(c.pointee.label)
        self.phrases = unsafe Copy.strings(c.pointee.n_phrases, c.pointee.phrases)
        self.nextPrompt = unsafe Copy.string(c.pointee.next_prompt)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, string: nextPrompt)
        writer.repeated(3, strings: phrases)
        writer.field(2, string: label)
        writer.field(1, string: id)
    }
}

extension Expectation: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Expectation()
        unsafe baton__v1__expectation__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Expectation.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.options = unsafe Copy.messages(c.pointee.n_options, c.pointee.options)
        self.entityClass = unsafe Copy.string(c.pointee.entity_class)
        self.unit = unsafe Copy.string(c.pointee.unit)
        self.confirming = unsafe c.pointee.confirming != 0
        self.waiting = unsafe c.pointee.waiting != 0
        self.waitMs = unsafe c.pointee.wait_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(8, uint32: waitMs)
        writer.field(7, bool: waiting)
        writer.field(6, bool: confirming)
        writer.field(5, string: unit)
        writer.field(4, string: entityClass)
        writer.repeated(3, messages: options)
        writer.field(2, enumeration: kind)
        writer.field(1, string: fact)
    }
}

extension Lookup: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Lookup()
        unsafe baton__v1__lookup__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Lookup.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.source = unsafe Copy.string(c.pointee.source)
        self.key = unsafe Copy.string(c.pointee.key)
        self.deadlineMs = unsafe c.pointee.deadline_ms
        self.with = unsafe Copy.messages(c.pointee.n_with, c.pointee.with)
        self.caller = unsafe Copy.string(c.pointee.caller)
        self.customer = unsafe Copy.string(c.pointee.customer)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(8, string: customer)
        writer.field(7, string: caller)
        writer.repeated(6, messages: with)
        writer.field(5, int64: deadlineMs)
        writer.field(4, string: key)
        writer.field(3, string: source)
        writer.field(2, string: callID)
        writer.field(1, string: fact)
    }
}

extension StartCallRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StartCallRequest()
        unsafe baton__v1__start_call_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__StartCallRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.caller = unsafe Copy.string(c.pointee.caller)
        self.customer = unsafe Copy.string(c.pointee.customer)
        self.language = unsafe Copy.string(c.pointee.language)
        self.timeZone = unsafe Copy.string(c.pointee.time_zone)
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.told = unsafe Copy.messages(c.pointee.n_told, c.pointee.told)
        self.overflow = unsafe c.pointee.overflow != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(8, bool: overflow)
        writer.repeated(7, messages: told)
        writer.field(6, int64: startedAtMs)
        writer.field(5, string: timeZone)
        writer.field(4, string: language)
        writer.field(3, string: customer)
        writer.field(2, string: caller)
        writer.field(1, string: callID)
    }
}

extension TurnRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TurnRequest()
        unsafe baton__v1__turn_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TurnRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.turn = unsafe c.pointee.turn
        self.input = unsafe c.pointee.input.map { unsafe Input($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let input { writer.present(3, message: input) }
        writer.field(2, uint32: turn)
        writer.field(1, string: callID)
    }
}

extension TurnReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TurnReply()
        unsafe baton__v1__turn_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TurnReply.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.turn = unsafe c.pointee.turn
        self.say = unsafe Copy.string(c.pointee.say)
        self.expects = unsafe c.pointee.expects.map { unsafe Expectation($0) }
        self.phase = unsafe Copy.enumeration(c.pointee.phase.rawValue)
        self.outcome = unsafe Copy.enumeration(c.pointee.outcome.rawValue)
        self.changes = unsafe Copy.messages(c.pointee.n_changes, c.pointee.changes)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.release = unsafe c.pointee.release
        self.node = unsafe Copy.string(c.pointee.node)
        self.lookups = unsafe Copy.messages(c.pointee.n_lookups, c.pointee.lookups)
        self.queue = unsafe Copy.string(c.pointee.queue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(12, string: queue)
        writer.repeated(11, messages: lookups)
        writer.field(10, string: node)
        writer.field(9, uint32: release)
        writer.field(8, string: tree)
        writer.repeated(7, messages: changes)
        writer.field(6, enumeration: outcome)
        writer.field(5, enumeration: phase)
        if let expects { writer.present(4, message: expects) }
        writer.field(3, string: say)
        writer.field(2, uint32: turn)
        writer.field(1, string: callID)
    }
}

extension StartCallReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StartCallReply()
        unsafe baton__v1__start_call_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__StartCallReply.self)
        self.toPerson = unsafe c.pointee.to_person != 0
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.reply = unsafe c.pointee.reply.map { unsafe TurnReply($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let reply { writer.present(3, message: reply) }
        writer.field(2, string: queue)
        writer.field(1, bool: toPerson)
    }
}

extension AddFactsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AddFactsRequest()
        unsafe baton__v1__add_facts_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AddFactsRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.requestID = unsafe Copy.string(c.pointee.request_id)
        self.system = unsafe Copy.string(c.pointee.system)
        self.facts = unsafe Copy.messages(c.pointee.n_facts, c.pointee.facts)
        self.measuredAtMs = unsafe c.pointee.measured_at_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, int64: measuredAtMs)
        writer.repeated(4, messages: facts)
        writer.field(3, string: system)
        writer.field(2, string: requestID)
        writer.field(1, string: callID)
    }
}

extension AddFactsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AddFactsReply()
        unsafe baton__v1__add_facts_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AddFactsReply.self)
        self.changes = unsafe Copy.messages(c.pointee.n_changes, c.pointee.changes)
        self.awaited = unsafe c.pointee.awaited != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, bool: awaited)
        writer.repeated(1, messages: changes)
    }
}

extension TakeLookupsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TakeLookupsRequest()
        unsafe baton__v1__take_lookups_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TakeLookupsRequest.self)
        self.worker = unsafe Copy.string(c.pointee.worker)
        self.sources = unsafe Copy.strings(c.pointee.n_sources, c.pointee.sources)
        self.maximum = unsafe c.pointee.maximum
        self.waitMs = unsafe c.pointee.wait_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, uint32: waitMs)
        writer.field(3, uint32: maximum)
        writer.repeated(2, strings: sources)
        writer.field(1, string: worker)
    }
}

extension TakeLookupsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TakeLookupsReply()
        unsafe baton__v1__take_lookups_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TakeLookupsReply.self)
        self.lookups = unsafe Copy.messages(c.pointee.n_lookups, c.pointee.lookups)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(1, messages: lookups)
    }
}

extension AwaitLookupsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AwaitLookupsRequest()
        unsafe baton__v1__await_lookups_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AwaitLookupsRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.waitMs = unsafe c.pointee.wait_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint32: waitMs)
        writer.field(1, string: callID)
    }
}

extension AwaitLookupsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__AwaitLookupsReply()
        unsafe baton__v1__await_lookups_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__AwaitLookupsReply.self)
        self.waiting = unsafe c.pointee.waiting != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, bool: waiting)
    }
}

extension GetCallRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__GetCallRequest()
        unsafe baton__v1__get_call_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__GetCallRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.withRecords = unsafe c.pointee.with_records != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, bool: withRecords)
        writer.field(1, string: callID)
    }
}

extension CallSummary: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__CallSummary()
        unsafe baton__v1__call_summary__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__CallSummary.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.caller = unsafe Copy.string(c.pointee.caller)
        self.customer = unsafe Copy.string(c.pointee.customer)
        self.language = unsafe Copy.string(c.pointee.language)
        self.timeZone = unsafe Copy.string(c.pointee.time_zone)
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.lastAtMs = unsafe c.pointee.last_at_ms
        self.phase = unsafe Copy.enumeration(c.pointee.phase.rawValue)
        self.outcome = unsafe Copy.enumeration(c.pointee.outcome.rawValue)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.release = unsafe c.pointee.release
        self.turns = unsafe c.pointee.turns
        self.endedSequence = unsafe c.pointee.ended_sequence
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.node = unsafe Copy.string(c.pointee.node)
        self.questions = unsafe c.pointee.questions
        self.offMap = unsafe c.pointee.off_map != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(17, bool: offMap)
        writer.field(16, uint32: questions)
        writer.field(15, string: node)
        writer.field(14, string: queue)
        writer.field(13, uint64: endedSequence)
        writer.field(12, uint32: turns)
        writer.field(11, uint32: release)
        writer.field(10, string: tree)
        writer.field(9, enumeration: outcome)
        writer.field(8, enumeration: phase)
        writer.field(7, int64: lastAtMs)
        writer.field(6, int64: startedAtMs)
        writer.field(5, string: timeZone)
        writer.field(4, string: language)
        writer.field(3, string: customer)
        writer.field(2, string: caller)
        writer.field(1, string: callID)
    }
}

extension FactView: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__FactView()
        unsafe baton__v1__fact_view__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__FactView.self)
        self.fact = unsafe c.pointee.fact.map { unsafe Fact($0) }
        self.section = unsafe Copy.string(c.pointee.section)
        self.label = unsafe Copy.string(c.pointee.label)
        self.line = unsafe Copy.string(c.pointee.line)
        self.mark = unsafe Copy.string(c.pointee.mark)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, string: mark)
        writer.field(4, string: line)
        writer.field(3, string: label)
        writer.field(2, string: section)
        if let fact { writer.present(1, message: fact) }
    }
}

extension ArticleReference: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ArticleReference()
        unsafe baton__v1__article_reference__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ArticleReference.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.title = unsafe Copy.string(c.pointee.title)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, string: title)
        writer.field(1, string: id)
    }
}

extension Conclusion: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Conclusion()
        unsafe baton__v1__conclusion__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Conclusion.self)
        self.issue = unsafe Copy.string(c.pointee.issue)
        self.product = unsafe Copy.string(c.pointee.product)
        self.diagnosis = unsafe Copy.string(c.pointee.diagnosis)
        self.confidence = unsafe c.pointee.confidence
        self.recommendation = unsafe Copy.string(c.pointee.recommendation)
        self.minutes = unsafe c.pointee.minutes
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.priority = unsafe c.pointee.priority
        self.articles = unsafe Copy.messages(c.pointee.n_articles, c.pointee.articles)
        self.node = unsafe Copy.string(c.pointee.node)
        self.issueTurn = unsafe c.pointee.issue_turn
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(11, uint32: issueTurn)
        writer.field(10, string: node)
        writer.repeated(9, messages: articles)
        writer.field(8, uint32: priority)
        writer.field(7, string: queue)
        writer.field(6, uint32: minutes)
        writer.field(5, string: recommendation)
        writer.field(4, float: confidence)
        writer.field(3, string: diagnosis)
        writer.field(2, string: product)
        writer.field(1, string: issue)
    }
}

extension TurnView: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TurnView()
        unsafe baton__v1__turn_view__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TurnView.self)
        self.turn = unsafe c.pointee.turn
        self.atMs = unsafe c.pointee.at_ms
        self.heard = unsafe Copy.string(c.pointee.heard)
        self.said = unsafe Copy.string(c.pointee.said)
        self.changes = unsafe Copy.messages(c.pointee.n_changes, c.pointee.changes)
        self.asked = unsafe Copy.string(c.pointee.asked)
        self.node = unsafe Copy.string(c.pointee.node)
        self.acts = unsafe Copy.enumerations(c.pointee.n_acts, c.pointee.acts)
        self.confirming = unsafe c.pointee.confirming.map { unsafe Fact($0) }
        self.article = unsafe Copy.string(c.pointee.article)
        self.lookups = unsafe Copy.messages(c.pointee.n_lookups, c.pointee.lookups)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(12, enumeration: kind)
        writer.repeated(11, messages: lookups)
        writer.field(10, string: article)
        if let confirming { writer.present(9, message: confirming) }
        writer.repeated(8, enumerations: acts)
        writer.field(7, string: node)
        writer.field(6, string: asked)
        writer.repeated(5, messages: changes)
        writer.field(4, string: said)
        writer.field(3, string: heard)
        writer.field(2, int64: atMs)
        writer.field(1, uint32: turn)
    }
}

extension GetCallReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__GetCallReply()
        unsafe baton__v1__get_call_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__GetCallReply.self)
        self.summary = unsafe c.pointee.summary.map { unsafe CallSummary($0) }
        self.facts = unsafe Copy.messages(c.pointee.n_facts, c.pointee.facts)
        self.notObtained = unsafe Copy.messages(c.pointee.n_not_obtained, c.pointee.not_obtained)
        self.superseded = unsafe Copy.messages(c.pointee.n_superseded, c.pointee.superseded)
        self.conclusion = unsafe c.pointee.conclusion.map { unsafe Conclusion($0) }
        self.records = unsafe Copy.messages(c.pointee.n_records, c.pointee.records)
        self.absent = unsafe Copy.messages(c.pointee.n_absent, c.pointee.absent)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(7, messages: absent)
        writer.repeated(6, messages: records)
        if let conclusion { writer.present(5, message: conclusion) }
        writer.repeated(4, messages: superseded)
        writer.repeated(3, messages: notObtained)
        writer.repeated(2, messages: facts)
        if let summary { writer.present(1, message: summary) }
    }
}

extension ListCallsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListCallsRequest()
        unsafe baton__v1__list_calls_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListCallsRequest.self)
        self.afterEndedSequence = unsafe c.pointee.after_ended_sequence
        self.live = unsafe c.pointee.live != 0
        self.maximum = unsafe c.pointee.maximum
        self.waitMs = unsafe c.pointee.wait_ms
        self.afterCallID = unsafe Copy.string(c.pointee.after_call_id)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, string: afterCallID)
        writer.field(4, uint32: waitMs)
        writer.field(3, uint32: maximum)
        writer.field(2, bool: live)
        writer.field(1, uint64: afterEndedSequence)
    }
}

extension ListCallsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ListCallsReply()
        unsafe baton__v1__list_calls_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ListCallsReply.self)
        self.calls = unsafe Copy.messages(c.pointee.n_calls, c.pointee.calls)
        self.lastEndedSequence = unsafe c.pointee.last_ended_sequence
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, uint64: lastEndedSequence)
        writer.repeated(1, messages: calls)
    }
}

extension SearchRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__SearchRequest()
        unsafe baton__v1__search_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__SearchRequest.self)
        self.query = unsafe Copy.string(c.pointee.query)
        self.language = unsafe Copy.string(c.pointee.language)
        self.products = unsafe Copy.strings(c.pointee.n_products, c.pointee.products)
        self.maximum = unsafe c.pointee.maximum
        self.release = unsafe c.pointee.release
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(5, uint32: release)
        writer.field(4, uint32: maximum)
        writer.repeated(3, strings: products)
        writer.field(2, string: language)
        writer.field(1, string: query)
    }
}

extension SearchHit: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__SearchHit()
        unsafe baton__v1__search_hit__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__SearchHit.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.title = unsafe Copy.string(c.pointee.title)
        self.score = unsafe c.pointee.score
        self.spoken = unsafe Copy.string(c.pointee.spoken)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, string: spoken)
        writer.field(3, double: score)
        writer.field(2, string: title)
        writer.field(1, string: id)
    }
}

extension SearchReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__SearchReply()
        unsafe baton__v1__search_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__SearchReply.self)
        self.hits = unsafe Copy.messages(c.pointee.n_hits, c.pointee.hits)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(1, messages: hits)
    }
}

extension EvaluateRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__EvaluateRequest()
        unsafe baton__v1__evaluate_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__EvaluateRequest.self)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.facts = unsafe Copy.messages(c.pointee.n_facts, c.pointee.facts)
        self.release = unsafe c.pointee.release
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, uint32: release)
        writer.repeated(2, messages: facts)
        writer.field(1, string: tree)
    }
}

extension EvaluateReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__EvaluateReply()
        unsafe baton__v1__evaluate_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__EvaluateReply.self)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.node = unsafe Copy.string(c.pointee.node)
        self.nodeKind = unsafe c.pointee.node_kind
        self.say = unsafe Copy.string(c.pointee.say)
        self.expects = unsafe c.pointee.expects.map { unsafe Expectation($0) }
        self.path = unsafe Copy.strings(c.pointee.n_path, c.pointee.path)
        self.conclusion = unsafe c.pointee.conclusion.map { unsafe Conclusion($0) }
        self.missing = unsafe Copy.strings(c.pointee.n_missing, c.pointee.missing)
        self.release = unsafe c.pointee.release
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(9, uint32: release)
        writer.repeated(8, strings: missing)
        if let conclusion { writer.present(7, message: conclusion) }
        writer.repeated(6, strings: path)
        if let expects { writer.present(5, message: expects) }
        writer.field(4, string: say)
        writer.field(3, uint32: nodeKind)
        writer.field(2, string: node)
        writer.field(1, string: tree)
    }
}

extension ConfirmRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ConfirmRequest()
        unsafe baton__v1__confirm_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ConfirmRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.withdrawn = unsafe c.pointee.withdrawn != 0
        self.engineer = unsafe Copy.string(c.pointee.engineer)
        self.atMs = unsafe c.pointee.at_ms
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, int64: atMs)
        writer.field(3, string: engineer)
        writer.field(2, bool: withdrawn)
        writer.field(1, string: callID)
    }
}

extension ConfirmReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ConfirmReply()
        unsafe baton__v1__confirm_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
    }

    func write(to writer: inout ReverseWriter) {
    }
}

extension ForgetRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ForgetRequest()
        unsafe baton__v1__forget_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ForgetRequest.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, string: callID)
    }
}

extension ForgetReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__ForgetReply()
        unsafe baton__v1__forget_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__ForgetReply.self)
        self.found = unsafe c.pointee.found != 0
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, bool: found)
    }
}
