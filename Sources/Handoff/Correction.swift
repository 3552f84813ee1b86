internal import Messages
internal import RPC

/// What engineers say is never changed: a correction is a record of its own, which takes the place
/// of the one that it names.
protocol Correction: Message, Equatable {
    /// What the records are called.
    static var noun: String { get }
    var id: String { get }
    var engineer: String { get }
    var corrects: String { get set }
    var correctedBy: String { get set }
    /// Whether the record says what a stored one says, but for what the server fills in.
    func isSame(as stored: Self) -> Bool
}

extension Correction {
    /// The record with the id of the one that it corrects, where it says `last`: the last one of the same
    /// engineer, if there is any.
    func resolved(among stored: [Self]) -> Self {
        guard corrects == "last" else { return self }
        var record = self
        // One that is sent again is among them.
        record.corrects = stored.prefix { $0.id != id }.last { $0.engineer == engineer }?.id ?? ""
        return record
    }

    /// Whether a record is to be stored: false when it is there already, throws when it can't be.
    static func isNew(_ record: Self, among stored: [Self]) throws(Status) -> Bool {
        if let same = stored.first(where: { $0.id == record.id }) {
            guard record.isSame(as: same) else {
                throw Status(
                    .alreadyExists,
                    "\(noun) \(record.id) is there with other content: to correct it, send a new id "
                        + "with corrects set to \(record.id)"
                )
            }
            return false
        }
        guard !record.corrects.isEmpty else { return true }
        guard let corrected = stored.first(where: { $0.id == record.corrects }) else {
            throw Status(
                .failedPrecondition,
                "corrects: the handoff has no \(noun) \(record.corrects)"
            )
        }
        guard corrected.engineer == record.engineer else {
            throw Status(
                .failedPrecondition,
                "corrects: \(noun) \(record.corrects) is \(corrected.engineer)'s, and only "
                    + "\(corrected.engineer) can correct it: send your own without corrects"
            )
        }
        if let later = stored.first(where: { $0.corrects == record.corrects }) {
            throw Status(
                .failedPrecondition,
                "corrects: \(noun) \(record.corrects) is corrected by \(later.id) already: correct "
                    + "that one"
            )
        }
        return true
    }

    /// The records with what took their place.
    static func marked(_ stored: [Self]) -> [Self] {
        var marked = stored
        for index in marked.indices {
            marked[index].correctedBy = stored.first { $0.corrects == marked[index].id }?.id ?? ""
        }
        return marked
    }
}

extension Rating: Correction {
    static var noun: String { "rating" }
    var id: String { ratingID }

    func isSame(as stored: Self) -> Bool {
        var same = stored
        same.atMs = atMs
        same.rediagnosed = rediagnosed
        return self == same
    }
}

extension OutcomeRecord: Correction {
    static var noun: String { "outcome" }
    var id: String { outcomeID }

    func isSame(as stored: Self) -> Bool {
        var same = stored
        // Without a time it is the time of its first arrival.
        if atMs == 0 { same.atMs = 0 }
        return self == same
    }
}
