internal import Language
internal import Messages

/// Checks what a front end sends to start a call.
enum StartCheck {
    /// The request with language, zone and start filled in.
    static func checked(
        _ request: StartCallRequest,
        atMilliseconds: Int64,
        knowledge: any Knowledge
    ) throws -> StartCallRequest {
        try identifier(request.callID, field: "call_id")
        for (name, text) in [("caller", request.caller), ("customer", request.customer)]
        where text.utf8.count > CallLimits.numberBytes {
            throw EngineError.tooMuch(field: name, limit: CallLimits.numberBytes)
        }
        guard request.told.count <= CallLimits.answersPerRequest else {
            throw EngineError.tooMuch(field: "told", limit: CallLimits.answersPerRequest)
        }
        let settings = try knowledge.settings
        var checked = request
        if request.language.isEmpty {
            checked.language = settings.phrasebooks.first?.language ?? ""
        } else if !settings.speaks(request.language) {
            let languages = settings.phrasebooks.map(\.language).joined(separator: ", ")
            throw EngineError.invalid(
                field: "language",
                reason: "\"\(request.language)\" is none of the catalog's: \(languages)"
            )
        }
        if request.timeZone.isEmpty {
            checked.timeZone = settings.timeZone
        } else if !CallClock.isZone(request.timeZone) {
            throw EngineError.invalid(
                field: "time_zone",
                reason: "\"\(request.timeZone)\" is no IANA zone; write it as America/New_York"
            )
        }
        guard request.startedAtMs >= 0 else {
            throw EngineError.invalid(field: "started_at_ms", reason: "it is not before 1970")
        }
        if request.startedAtMs == 0 { checked.startedAtMs = atMilliseconds }
        return checked
    }

    /// Refuses a name that can't be one.
    static func identifier(_ text: String, field: String) throws {
        guard text.utf8.count <= CallLimits.identifierBytes else {
            throw EngineError.tooMuch(field: field, limit: CallLimits.identifierBytes)
        }
        guard Identifier.isWellFormed(text) else {
            throw EngineError.invalid(
                field: field,
                reason: "it is made of letters, digits and - _ . : and is not empty"
            )
        }
    }
}

extension Settings {
    /// Whether the catalog has phrases for the language or its first part.
    func speaks(_ language: String) -> Bool {
        let part = language.prefix { $0 != "-" }
        return phrasebooks.contains { $0.language.prefix { $0 != "-" } == part }
    }
}
