internal import Catalog
internal import Messages
internal import RPC

/// Refuses requests that are above a limit, with the field and the limit in the message.
///
/// Whether the tree can read what an answer or an utterance holds is checked by the engine.
enum RequestChecks {
    static func check(_ request: StartCallRequest) throws(Status) {
        try identifier(request.callID, "call_id")
        try text(request.caller, "caller", CallLimits.numberBytes)
        try text(request.customer, "customer", CallLimits.numberBytes)
        try text(request.language, "language", RequestLimits.languageBytes)
        try text(request.timeZone, "time_zone", RequestLimits.timeZoneBytes)
        try time(request.startedAtMs, "started_at_ms")
        try answers(request.told, "told")
    }

    static func check(_ request: TurnRequest) throws(Status) {
        try identifier(request.callID, "call_id")
        guard request.turn >= 1 else {
            throw Status(.invalidArgument, "turn: 0, the first turn is 1")
        }
        try number(request.turn, "turn", CallLimits.turnsPerCall)
        switch request.input?.kind {
        case nil: throw Status(.invalidArgument, "input: missing; give one of its kinds")
        case .speech(let speech): try check(speech, "input.speech")
        case .interruption(let interruption):
            try text(interruption.heard, "input.interruption.heard", CallLimits.utteranceBytes)
            if let speech = interruption.speech {
                try check(speech, "input.interruption.speech")
            }
        case .answers(let answers): try self.answers(answers.answers, "input.answers.answers")
        case .digits, .silence, .hangUp: break
        }
    }

    static func check(_ request: AddFactsRequest, from roles: Roles) throws(Status) {
        try identifier(request.callID, "call_id")
        try length(request.requestID, "request_id", CallLimits.identifierBytes)
        try text(request.system, "system", CallLimits.identifierBytes)
        try time(request.measuredAtMs, "measured_at_ms")
        try answers(request.facts, "facts")
        let mayMeasure = !roles.isDisjoint(with: [.worker, .operator])
        guard request.system.isEmpty || mayMeasure else {
            throw Status(
                .permissionDenied,
                "system: facts of a system need the role worker; the token has \(roles)"
            )
        }
        let mayTell = !roles.isDisjoint(with: [.frontend, .operator])
        guard !request.system.isEmpty || mayTell else {
            throw Status(
                .permissionDenied,
                "system: missing; facts without a system need the role frontend; "
                    + "the token has \(roles)"
            )
        }
    }

    static func check(_ request: TakeLookupsRequest) throws(Status) {
        try length(request.worker, "worker", CallLimits.identifierBytes)
        try count(request.sources.count, "sources", RequestLimits.sourcesPerRequest)
        for source in request.sources { try length(source, "sources", CallLimits.identifierBytes) }
        try number(request.maximum, "maximum", RequestLimits.lookupsPerRequest)
        try number(request.waitMs, "wait_ms", RequestLimits.waitMilliseconds)
    }

    static func check(_ request: AwaitLookupsRequest) throws(Status) {
        try identifier(request.callID, "call_id")
        try number(request.waitMs, "wait_ms", RequestLimits.waitMilliseconds)
    }

    static func check(_ request: ListCallsRequest) throws(Status) {
        try text(request.afterCallID, "after_call_id", CallLimits.identifierBytes)
        try number(request.maximum, "maximum", RequestLimits.callsPerRequest)
        try number(request.waitMs, "wait_ms", RequestLimits.waitMilliseconds)
    }

    static func check(_ request: SearchRequest) throws(Status) {
        try length(request.query, "query", RequestLimits.queryBytes)
        try text(request.language, "language", RequestLimits.languageBytes)
        try count(request.products.count, "products", RequestLimits.productsPerRequest)
        for product in request.products {
            try length(product, "products", CallLimits.identifierBytes)
        }
        try number(request.maximum, "maximum", RequestLimits.hitsPerRequest)
    }

    static func check(_ request: EvaluateRequest) throws(Status) {
        try length(request.tree, "tree", CallLimits.identifierBytes)
        try count(request.facts.count, "facts", CallLimits.factsPerCall)
        for (index, fact) in request.facts.enumerated() { try check(fact, "facts", index) }
    }

    static func check(_ request: PublishRequest) throws(Status) {
        try length(request.draft, "draft", CallLimits.identifierBytes)
        try check(editor: request.editor, note: request.note)
        try text(request.why, "why", RequestLimits.noteBytes)
        guard !request.force || request.why.contains(where: { !$0.isWhitespace }) else {
            throw Status(.invalidArgument, "why: missing; say why the release is forced")
        }
    }

    static func check(_ request: RollbackRequest) throws(Status) {
        try check(editor: request.editor, note: request.note)
    }

    static func check(_ request: TryRequest) throws(Status) {
        guard request.release > 0 else { throw Status(.invalidArgument, "release: missing") }
        try check(editor: request.editor, note: request.note)
    }

    static func check(_ request: PromoteRequest) throws(Status) {
        try check(editor: request.editor, note: request.note)
    }

    static func check(_ request: ReplayRequest) throws(Status) {
        guard request.job.isEmpty else {
            return try text(request.job, "job", CallLimits.identifierBytes)
        }
        try time(request.sinceMs, "since_ms")
        guard request.draft.isEmpty != (request.release == 0) else {
            throw Status(.invalidArgument, "draft: give either a draft or a release")
        }
        try text(request.draft, "draft", CallLimits.identifierBytes)
    }

    static func check(_ request: ConfirmRequest) throws(Status) {
        try identifier(request.callID, "call_id")
        try text(request.engineer, "engineer", RequestLimits.editorBytes)
        try time(request.atMs, "at_ms")
    }

    private static func check(editor: String, note: String) throws(Status) {
        try text(editor, "editor", RequestLimits.editorBytes)
        try text(note, "note", RequestLimits.noteBytes)
    }

    /// 1 to 128 bytes of letters, digits, '-', '_', '.', ':'.
    static func identifier(_ text: String, _ field: String) throws(Status) {
        try length(text, field, CallLimits.identifierBytes)
        guard Identifier.isWellFormed(text) else {
            throw Status(
                .invalidArgument,
                "\(field): only letters, digits, '-', '_', '.' and ':' may be in it"
            )
        }
    }

    private static func check(_ speech: Speech, _ field: String) throws(Status) {
        for alternative in speech.alternatives {
            try text(alternative.text, "\(field).alternatives.text", CallLimits.utteranceBytes)
            try confidence(alternative.confidence, "\(field).alternatives.confidence")
        }
    }

    private static func answers(_ list: [StructuredAnswer], _ field: String) throws(Status) {
        try count(list.count, field, CallLimits.answersPerRequest)
        for (index, answer) in list.enumerated() { try check(answer, field, index) }
    }

    private static func check(
        _ answer: StructuredAnswer,
        _ field: String,
        _ index: Int
    ) throws(Status) {
        let place = "\(field)[\(index)]"
        try length(answer.fact, place + ".fact", CatalogLimits.factBytes)
        try text(answer.value, place + ".value", CallLimits.valueBytes)
        try text(answer.detail, place + ".detail", CallLimits.valueBytes)
        try text(answer.quote, place + ".quote", CallLimits.utteranceBytes)
        try confidence(answer.confidence, place + ".confidence")
    }

    /// A number that is no number would not even equal itself when the request comes again.
    private static func confidence(_ value: Float, _ field: String) throws(Status) {
        guard value >= 0, value <= 1 else {
            throw Status(.invalidArgument, "\(field): \(value), it is from 0 to 1")
        }
    }

    private static func time(_ milliseconds: Int64, _ field: String) throws(Status) {
        guard (0...RequestLimits.latestMilliseconds).contains(milliseconds) else {
            throw Status(
                .invalidArgument,
                "\(field): \(milliseconds), it is milliseconds since 1970 and before 2200"
            )
        }
    }

    private static func length(_ text: String, _ field: String, _ limit: Int) throws(Status) {
        guard !text.isEmpty else { throw Status(.invalidArgument, "\(field): missing") }
        try self.text(text, field, limit)
    }

    private static func text(_ text: String, _ field: String, _ limit: Int) throws(Status) {
        guard text.utf8.count <= limit else {
            throw Status(
                .invalidArgument,
                "\(field): \(text.utf8.count) bytes, the limit is \(limit)"
            )
        }
    }

    private static func count(_ count: Int, _ field: String, _ limit: Int) throws(Status) {
        guard count <= limit else {
            throw Status(.invalidArgument, "\(field): \(count) elements, the limit is \(limit)")
        }
    }

    private static func number(_ number: UInt32, _ field: String, _ limit: UInt32) throws(Status) {
        guard number <= limit else {
            throw Status(.invalidArgument, "\(field): \(number), the limit is \(limit)")
        }
    }
}
