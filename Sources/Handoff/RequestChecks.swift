internal import Messages
internal import RPC

// What comes from outside is refused with the field and the limit in the message.

extension AssembleRequest {
    func checked() throws(Status) -> Self {
        try Check.callID(callID, "AssembleRequest.call_id")
        return self
    }
}

extension ListHandoffsRequest {
    /// - Parameter caller: The name of the caller's token.
    func checked(caller: String) throws(Status) -> Self {
        try Check.length(queue, "ListHandoffsRequest.queue", Limits.queueBytes)
        guard maximum <= Limits.listed else {
            throw Check.refusal(
                "ListHandoffsRequest.maximum is \(maximum), the limit is \(Limits.listed)"
            )
        }
        if !beforeCallID.isEmpty {
            try Check.callID(beforeCallID, "ListHandoffsRequest.before_call_id")
            guard !open else {
                throw Check.refusal(
                    "ListHandoffsRequest.before_call_id goes without open: those come in another order"
                )
            }
        }
        var request = self
        if mine {
            request.engineer = try Check.engineer(engineer, caller, "ListHandoffsRequest.engineer")
        }
        return request
    }
}

extension ClaimRequest {
    /// - Parameter caller: The name of the caller's token, for a request without an engineer.
    func checked(caller: String) throws(Status) -> Self {
        try Check.callID(callID, "ClaimRequest.call_id")
        var request = self
        request.engineer = try Check.engineer(engineer, caller, "ClaimRequest.engineer")
        return request
    }
}

extension RateRequest {
    /// The rating with the engineer and the time filled in.
    func checked(caller: String, nowMilliseconds: Int64) throws(Status) -> Rating {
        try Check.callID(callID, "RateRequest.call_id")
        guard var rating else { throw Check.refusal("RateRequest.rating is missing") }
        try Check.id(rating.ratingID, "Rating.rating_id")
        rating.engineer = try Check.engineer(rating.engineer, caller, "Rating.engineer")
        guard (1...5).contains(rating.score) else {
            throw Check.refusal("Rating.score is \(rating.score), it is from 1 to 5")
        }
        try Check.entries(rating.missing, "Rating.missing")
        try Check.entries(rating.askedAgain, "Rating.asked_again")
        try Check.entries(rating.wrong, "Rating.wrong")
        try Check.length(rating.note, "Rating.note", Limits.noteBytes)
        guard rating.seconds <= Limits.readingSeconds else {
            throw Check.refusal(
                "Rating.seconds is \(rating.seconds), the limit is \(Limits.readingSeconds)"
            )
        }
        try Check.correction(rating.corrects, of: rating.ratingID, "Rating.corrects")
        rating.correctedBy = ""
        rating.rediagnosed = []
        rating.atMs = nowMilliseconds
        return rating
    }
}

extension RecordOutcomeRequest {
    /// The outcome with the engineer and the time filled in.
    func checked(caller: String, nowMilliseconds: Int64) throws(Status) -> OutcomeRecord {
        try Check.callID(callID, "RecordOutcomeRequest.call_id")
        guard var outcome else { throw Check.refusal("RecordOutcomeRequest.outcome is missing") }
        try Check.id(outcome.outcomeID, "OutcomeRecord.outcome_id")
        outcome.engineer = try Check.engineer(outcome.engineer, caller, "OutcomeRecord.engineer")
        guard outcome.resolution != .unspecified else {
            throw Check.refusal(
                "OutcomeRecord.resolution is missing: say resolved, bounced back or reopened"
            )
        }
        try Check.length(outcome.note, "OutcomeRecord.note", Limits.noteBytes)
        let latest = nowMilliseconds + Limits.clockSkewMilliseconds
        guard (0...latest).contains(outcome.atMs) else {
            throw Check.refusal(
                "OutcomeRecord.at_ms is \(outcome.atMs), it is from 0 to now (\(nowMilliseconds))"
            )
        }
        try Check.correction(outcome.corrects, of: outcome.outcomeID, "OutcomeRecord.corrects")
        outcome.correctedBy = ""
        return outcome
    }
}

/// The checks that requests share.
enum Check {
    static func callID(_ text: String, _ field: String) throws(Status) {
        try size(text, field, Limits.callIDBytes)
        guard Identifier.isWellFormed(text) else {
            throw refusal("\(field) may hold letters, digits, '-', '_', '.' and ':' only")
        }
    }

    /// The id that a correction names, which is another than its own.
    static func correction(_ text: String, of id: String, _ field: String) throws(Status) {
        try length(text, field, Limits.recordIDBytes)
        guard text != id else {
            throw refusal("\(field) is the record's own id: a correction has a new id")
        }
    }

    static func id(_ text: String, _ field: String) throws(Status) {
        try size(text, field, Limits.recordIDBytes)
    }

    /// The engineer that a request names, with the name of the token that came with it.
    static func engineer(
        _ text: String,
        _ caller: String,
        _ field: String
    ) throws(Status) -> String {
        let name = CallContext.name(text, by: caller)
        try size(name, field, Limits.engineerBytes)
        return name
    }

    static func entries(_ texts: [String], _ field: String) throws(Status) {
        guard texts.count <= Limits.ratingEntries else {
            throw refusal(
                "\(field) has \(texts.count) entries, the limit is \(Limits.ratingEntries)"
            )
        }
        for text in texts { try size(text, field, Limits.entryBytes) }
    }

    static func length(_ text: String, _ field: String, _ limit: Int) throws(Status) {
        guard text.utf8.count <= limit else {
            throw refusal("\(field) has \(text.utf8.count) bytes, the limit is \(limit)")
        }
    }

    static func refusal(_ message: String) -> Status { Status(.invalidArgument, message) }

    private static func size(_ text: String, _ field: String, _ limit: Int) throws(Status) {
        guard !text.isEmpty else {
            throw refusal("\(field) is missing: it has 1 to \(limit) bytes")
        }
        try length(text, field, limit)
    }
}
