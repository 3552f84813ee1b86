internal import Foundation
internal import Messages

/// JSON by ``HandoffSchema``, keys in the order of the alphabet.
///
/// It always has the evidence: programs pass over what they don't need.
enum JSONRenderer: Renderer {
    static let mediaType = "application/json"

    static func document(_ record: HandoffRecord, evidence: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(HandoffView(record)), as: UTF8.self) + "\n"
    }
}

/// A handoff as JSON shows it; what is absent has no key.
struct HandoffView: Encodable {
    let schema = HandoffSchema.identifier
    let callId: String
    let assembledAt: String
    let call: CallView
    let issue: ItemView?
    let product: ItemView?
    let symptoms: [ItemView]
    let environment: [ItemView]
    let diagnostics: [ItemView]
    let diagnosis: ItemView?
    let confidence: Float
    let articles: [ArticleView]
    let fixes: [ItemView]
    let recommendation: ItemView?
    let minutes: UInt32
    let queue: String
    let priority: UInt32
    let availability: ItemView?
    let windows: [WindowView]
    let notObtained: [ItemView]
    let superseded: [ItemView]
    let words: UInt32
    let readingSeconds: UInt32

    init(_ record: HandoffRecord) {
        let summary = record.call ?? CallSummary()
        let zone = summary.timeZone
        callId = record.callID
        assembledAt = Moment(milliseconds: record.assembledAtMs, zone: "UTC").internet
        call = CallView(summary)
        issue = record.issue.map { ItemView($0, zone: zone) }
        product = record.product.map { ItemView($0, zone: zone) }
        symptoms = record.symptoms.map { ItemView($0, zone: zone) }
        environment = record.environment.map { ItemView($0, zone: zone) }
        diagnostics = record.diagnostics.map { ItemView($0, zone: zone) }
        diagnosis = record.diagnosis.map { ItemView($0, zone: zone) }
        confidence = record.confidence.clampedToShare
        articles = record.articles.map { ArticleView(id: $0.id, title: $0.title) }
        fixes = record.fixes.map { ItemView($0, zone: zone) }
        recommendation = record.recommendation.map { ItemView($0, zone: zone) }
        minutes = record.minutes
        queue = record.queue
        priority = record.priority
        availability = record.availability.map { ItemView($0, zone: zone) }
        windows = record.windows.map { WindowView($0) }
        notObtained = record.notObtained.map { ItemView($0, zone: zone) }
        superseded = record.superseded.map { ItemView($0, zone: zone) }
        words = record.words
        readingSeconds = record.readingSeconds
    }
}

/// The call in a line.
struct CallView: Encodable {
    let caller: String
    let customer: String
    let language: String
    let timeZone: String
    let startedAt: String
    let lastAt: String
    let outcome: String
    let tree: String
    let node: String
    let release: UInt32
    let turns: UInt32

    init(_ summary: CallSummary) {
        caller = summary.caller
        customer = summary.customer
        language = summary.language
        timeZone = summary.timeZone
        startedAt = Moment(milliseconds: summary.startedAtMs, zone: timeZone).internet
        lastAt = Moment(milliseconds: summary.lastAtMs, zone: timeZone).internet
        outcome = summary.outcome.word
        tree = summary.tree
        node = summary.node
        release = summary.release
        turns = summary.turns
    }
}

/// A line with its evidence.
struct ItemView: Encodable {
    let fact: String
    let label: String
    let text: String
    let mark: String
    let evidence: [EvidenceView]

    init(_ item: HandoffItem, zone: String) {
        fact = item.fact
        label = item.label
        text = item.text
        mark = item.mark
        evidence = item.evidence.map { EvidenceView($0, zone: zone) }
    }
}

/// Where a line comes from.
struct EvidenceView: Encodable {
    let source: String
    let turn: UInt32
    let quote: String
    let system: String
    let at: String
    let node: String
    let confidence: Float

    init(_ provenance: Provenance, zone: String) {
        source =
            switch provenance.source {
            case .unspecified: "unknown"
            case .said: "said"
            case .measured: "measured"
            case .told: "told"
            case .inferred: "inferred"
            }
        turn = provenance.turn
        quote = provenance.quote
        system = provenance.system
        at = Moment(milliseconds: provenance.atMs, zone: zone).internet
        node = provenance.node
        confidence = provenance.confidence.clampedToShare
    }
}

/// An article behind the diagnosis.
struct ArticleView: Encodable {
    let id: String
    let title: String
}

/// A span of time in which the customer can be reached.
struct WindowView: Encodable {
    let start: String
    let end: String?
    let zone: String

    init(_ window: TimeWindow) {
        start = Moment(milliseconds: window.startMs, zone: window.zone).internet
        end =
            window.endMs == 0 ? nil : Moment(milliseconds: window.endMs, zone: window.zone).internet
        zone = window.zone
    }
}
