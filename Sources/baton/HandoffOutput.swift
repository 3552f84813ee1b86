internal import Foundation
internal import Handoff
internal import Messages

/// A handoff in a line, in JSON.
struct HandoffSummaryOutput: Encodable {
    let callID: String
    let issue: String
    let queue: String
    let priority: UInt32
    let assembledAt: String
    let engineer: String
    let score: UInt32
    let resolution: String
    let outcome: String

    private enum CodingKeys: String, CodingKey {
        case issue, queue, priority, engineer, score, resolution, outcome
        case callID = "call_id"
        case assembledAt = "assembled_at"
    }

    init(_ summary: HandoffSummary) {
        callID = summary.callID
        issue = summary.issue
        queue = summary.queue
        priority = summary.priority
        assembledAt = timestamp(milliseconds: summary.assembledAtMs)
        engineer = summary.engineer
        score = summary.score
        resolution = summary.resolution.word
        outcome = summary.outcome.word
    }
}

/// Handoffs in JSON.
struct HandoffListOutput: Encodable {
    let handoffs: [HandoffSummaryOutput]
    let kept: [String]
    let more: Bool

    init(_ reply: ListHandoffsReply) {
        handoffs = reply.handoffs.map(HandoffSummaryOutput.init)
        kept = reply.kept
        more = reply.more
    }
}

/// What engineers said of a handoff, in JSON.
struct HandoffStateOutput: Encodable {
    let callID: String
    let engineer: String
    let claimedAt: String
    let ratings: [RatingOutput]
    let outcomes: [OutcomeOutput]

    private enum CodingKeys: String, CodingKey {
        case engineer, ratings, outcomes
        case callID = "call_id"
        case claimedAt = "claimed_at"
    }

    init(_ callID: String, _ detail: HandoffDetail) {
        self.callID = callID
        engineer = detail.claim?.engineer ?? ""
        claimedAt = timestamp(milliseconds: detail.claim?.atMs ?? 0)
        ratings = detail.ratings.map(RatingOutput.init)
        outcomes = detail.outcomes.map(OutcomeOutput.init)
    }

    /// The same for people.
    var lines: [String] {
        let claim = engineer.isEmpty ? [] : ["claimed by \(engineer) since \(claimedAt)"]
        let rated = ratings.flatMap(lines(of:))
        let closed = outcomes.map { outcome in
            "\(outcome.resolution) by \(outcome.engineer) at \(outcome.at)"
                + history(outcome.correctedBy) + Self.words(outcome.note)
        }
        return (claim + rated + closed).map(\.printable)
    }

    private func lines(of rating: RatingOutput) -> [String] {
        let head = "rated \(rating.score) by \(rating.engineer) at \(rating.at)"
        var lines = [head + history(rating.correctedBy) + Self.words(rating.note)]
        lines += Self.list("missing", rating.missing)
        lines += Self.list("asked again", rating.askedAgain)
        lines += Self.list("wrong", rating.wrong)
        return lines + rating.rediagnosed.map(\.line)
    }

    /// What took the place of a rating or an outcome: by when it was said, which people can find.
    private func history(_ correctedBy: String) -> String {
        guard !correctedBy.isEmpty else { return "" }
        let at =
            ratings.first { $0.ratingID == correctedBy }?.at
            ?? outcomes.first { $0.outcomeID == correctedBy }?.at
        return at.map { " (corrected by the one of \($0))" } ?? " (corrected by \(correctedBy))"
    }

    private static func words(_ note: String) -> String { note.isEmpty ? "" : ": \(note)" }

    private static func list(_ name: String, _ entries: [String]) -> [String] {
        // Without the spaces at the beginning a line would look like another rating.
        entries.isEmpty ? [] : ["  \(name): \(entries.joined(separator: ", "))"]
    }
}

/// A rating in JSON.
struct RatingOutput: Encodable {
    let ratingID: String
    let engineer: String
    let score: UInt32
    let missing: [String]
    let askedAgain: [String]
    let wrong: [String]
    let note: String
    let seconds: UInt32
    let at: String
    let corrects: String
    let correctedBy: String
    let rediagnosed: [RediagnosisOutput]

    private enum CodingKeys: String, CodingKey {
        case engineer, score, missing, wrong, note, seconds, at, corrects, rediagnosed
        case ratingID = "rating_id"
        case askedAgain = "asked_again"
        case correctedBy = "corrected_by"
    }

    init(_ rating: Rating) {
        ratingID = rating.ratingID
        engineer = rating.engineer
        score = rating.score
        missing = rating.missing
        askedAgain = rating.askedAgain
        wrong = rating.wrong
        note = rating.note
        seconds = rating.seconds
        at = timestamp(milliseconds: rating.atMs)
        corrects = rating.corrects
        correctedBy = rating.correctedBy
        rediagnosed = rating.rediagnosed.map(RediagnosisOutput.init)
    }
}

/// Something that the call had answered and that was asked again, in JSON.
struct RediagnosisOutput: Encodable {
    let fact: String
    let label: String
    let value: String
    let turn: UInt32
    let quote: String
    let seenIn: String
    let marked: Bool

    private enum CodingKeys: String, CodingKey {
        case fact, label, value, turn, quote, marked
        case seenIn = "seen_in"
    }

    init(_ rediagnosis: Rediagnosis) {
        fact = rediagnosis.fact
        label = rediagnosis.label
        value = rediagnosis.value
        turn = rediagnosis.turn
        quote = rediagnosis.quote
        seenIn = rediagnosis.seenIn
        marked = rediagnosis.marked
    }

    /// The same for people.
    var line: String {
        let place = turn == 0 ? "at the start" : "in turn \(turn)"
        return "  asked again, and answered \(place) of the call: \(label): \(value)".printable
    }
}

/// An outcome in JSON.
struct OutcomeOutput: Encodable {
    let outcomeID: String
    let engineer: String
    let resolution: String
    let note: String
    let at: String
    let corrects: String
    let correctedBy: String

    private enum CodingKeys: String, CodingKey {
        case engineer, resolution, note, at, corrects
        case outcomeID = "outcome_id"
        case correctedBy = "corrected_by"
    }

    init(_ outcome: OutcomeRecord) {
        outcomeID = outcome.outcomeID
        engineer = outcome.engineer
        resolution = outcome.resolution.word
        note = outcome.note
        at = timestamp(milliseconds: outcome.atMs)
        corrects = outcome.corrects
        correctedBy = outcome.correctedBy
    }
}

extension Resolution {
    /// The word that people and JSON read; empty while there is none.
    var word: String {
        switch self {
        case .unspecified: ""
        case .resolved: "resolved"
        case .bouncedBack: "bounced-back"
        case .reopened: "reopened"
        }
    }
}
