// Generated from proto/journal.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension RoutingScore: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__RoutingScore()
        unsafe baton__v1__routing_score__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__RoutingScore.self)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.score = unsafe c.pointee.score
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, float: score)
        writer.field(1, string: tree)
    }
}

extension Understanding: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Understanding()
        unsafe baton__v1__understanding__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Understanding.self)
        self.utterance = unsafe Copy.string(c.pointee.utterance)
        self.acts = unsafe Copy.enumerations(c.pointee.n_acts, c.pointee.acts)
        self.answer = unsafe c.pointee.answer.map { unsafe Fact($0) }
        self.volunteered = unsafe Copy.messages(c.pointee.n_volunteered, c.pointee.volunteered)
        self.question = unsafe Copy.string(c.pointee.question)
        self.article = unsafe Copy.string(c.pointee.article)
        self.routing = unsafe Copy.messages(c.pointee.n_routing, c.pointee.routing)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(7, messages: routing)
        writer.field(6, string: article)
        writer.field(5, string: question)
        writer.repeated(4, messages: volunteered)
        if let answer { writer.present(3, message: answer) }
        writer.repeated(2, enumerations: acts)
        writer.field(1, string: utterance)
    }
}

extension CallProgress: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__CallProgress()
        unsafe baton__v1__call_progress__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__CallProgress.self)
        self.phase = unsafe Copy.enumeration(c.pointee.phase.rawValue)
        self.outcome = unsafe Copy.enumeration(c.pointee.outcome.rawValue)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.node = unsafe Copy.string(c.pointee.node)
        self.asked = unsafe Copy.string(c.pointee.asked)
        self.confirming = unsafe c.pointee.confirming.map { unsafe Fact($0) }
        self.withoutProgress = unsafe c.pointee.without_progress
        self.timesAsked = unsafe c.pointee.times_asked
        self.candidates = unsafe Copy.strings(c.pointee.n_candidates, c.pointee.candidates)
        self.opening = unsafe Copy.string(c.pointee.opening)
        self.offMap = unsafe c.pointee.off_map != 0
        self.lookups = unsafe Copy.messages(c.pointee.n_lookups, c.pointee.lookups)
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.confirmations = unsafe c.pointee.confirmations
        self.denied = unsafe Copy.messages(c.pointee.n_denied, c.pointee.denied)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(17, messages: denied)
        writer.field(15, uint32: confirmations)
        writer.field(13, string: queue)
        writer.repeated(12, messages: lookups)
        writer.field(11, bool: offMap)
        writer.field(10, string: opening)
        writer.repeated(9, strings: candidates)
        writer.field(8, uint32: timesAsked)
        writer.field(7, uint32: withoutProgress)
        if let confirming { writer.present(6, message: confirming) }
        writer.field(5, string: asked)
        writer.field(4, string: node)
        writer.field(3, string: tree)
        writer.field(2, enumeration: outcome)
        writer.field(1, enumeration: phase)
    }
}

extension JournalRecord: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__JournalRecord()
        unsafe baton__v1__journal_record__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__JournalRecord.self)
        self.callID = unsafe Copy.string(c.pointee.call_id)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.turn = unsafe c.pointee.turn
        self.previous = unsafe c.pointee.previous
        self.atMs = unsafe c.pointee.at_ms
        self.start = unsafe c.pointee.start.map { unsafe StartCallRequest($0) }
        self.release = unsafe c.pointee.release
        self.input = unsafe c.pointee.input.map { unsafe Input($0) }
        self.understanding = unsafe c.pointee.understanding.map { unsafe Understanding($0) }
        self.changes = unsafe Copy.messages(c.pointee.n_changes, c.pointee.changes)
        self.progress = unsafe c.pointee.progress.map { unsafe CallProgress($0) }
        self.reply = unsafe c.pointee.reply.map { unsafe TurnReply($0) }
        self.requestID = unsafe Copy.string(c.pointee.request_id)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(13, string: requestID)
        if let reply { writer.present(12, message: reply) }
        if let progress { writer.present(11, message: progress) }
        writer.repeated(10, messages: changes)
        if let understanding { writer.present(9, message: understanding) }
        if let input { writer.present(8, message: input) }
        writer.field(7, uint32: release)
        if let start { writer.present(6, message: start) }
        writer.field(5, int64: atMs)
        writer.field(4, uint64: previous)
        writer.field(3, uint32: turn)
        writer.field(2, enumeration: kind)
        writer.field(1, string: callID)
    }
}

extension CallIndex: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__CallIndex()
        unsafe baton__v1__call_index__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__CallIndex.self)
        self.lastSequence = unsafe c.pointee.last_sequence
        self.summary = unsafe c.pointee.summary.map { unsafe CallSummary($0) }
        self.ended = unsafe c.pointee.ended != 0
        self.detail = unsafe c.pointee.detail.map { unsafe GetCallReply($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let detail { writer.present(4, message: detail) }
        writer.field(3, bool: ended)
        if let summary { writer.present(2, message: summary) }
        writer.field(1, uint64: lastSequence)
    }
}
