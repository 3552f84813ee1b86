// Generated from proto/facts.proto by proto/generate. Do not edit.

/// A span of time in which the customer can be reached.
public struct TimeWindow: Message {
    /// First instant, in milliseconds since 1970-01-01 UTC.
    public var startMs: Int64

    /// First instant after the window; 0 when the window has no stated end.
    public var endMs: Int64

    /// IANA name of the zone in which the customer spoke of it, such as America/New_York.
    public var zone: String

    /// Creates a message: what is not given has its default value.
    public init(
        startMs: Int64 = 0,
        endMs: Int64 = 0,
        zone: String = ""
    ) {
        self.startMs = startMs
        self.endMs = endMs
        self.zone = zone
    }
}

/// The value of a fact.
public struct FactValue: Message {
    /// The form of the value.
    public var kind: ValueKind

    /// The canonical form that trees branch on.
    public var key: String

    /// The form that a person reads.
    public var text: String

    /// What was said beside the value: "after 30 seconds", "could not find the settings".
    public var detail: String

    /// The number of a number, duration or frequency.
    public var number: Double

    /// The unit of a number.
    public var unit: String

    /// The windows of an availability, in order of time.
    public var windows: [TimeWindow]

    /// Creates a message: what is not given has its default value.
    public init(
        kind: ValueKind = .unspecified,
        key: String = "",
        text: String = "",
        detail: String = "",
        number: Double = 0,
        unit: String = "",
        windows: [TimeWindow] = []
    ) {
        self.kind = kind
        self.key = key
        self.text = text
        self.detail = detail
        self.number = number
        self.unit = unit
        self.windows = windows
    }
}

/// The evidence for a fact.
///
/// Nothing enters a handoff without it.
public struct Provenance: Message {
    /// Who or what it comes from.
    public var source: Source

    /// The turn in which it was said or arrived; 0 is the start of the call.
    public var turn: UInt32

    /// The customer's words.
    public var quote: String

    /// The system that measured it, such as network-probe.
    public var system: String

    /// When it became known, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// The node that inferred it, as tree/node.
    public var node: String

    /// How sure the understanding is, from 0 to 1.
    public var confidence: Float

    /// Creates a message: what is not given has its default value.
    public init(
        source: Source = .unspecified,
        turn: UInt32 = 0,
        quote: String = "",
        system: String = "",
        atMs: Int64 = 0,
        node: String = "",
        confidence: Float = 0
    ) {
        self.source = source
        self.turn = turn
        self.quote = quote
        self.system = system
        self.atMs = atMs
        self.node = node
        self.confidence = confidence
    }
}

/// One thing known, or known to be missing, about a call.
public struct Fact: Message {
    /// Dotted name; its first part is its section: product, symptom, environment, test, fix,
    /// customer or context.
    public var key: String

    /// The value; absent when the fact was not obtained.
    public var value: Optional<FactValue>

    /// Where it comes from.
    public var provenance: Optional<Provenance>

    /// Why there is no value.
    public var notObtained: NotObtained

    /// Creates a message: what is not given has its default value.
    public init(
        key: String = "",
        value: FactValue? = nil,
        provenance: Provenance? = nil,
        notObtained: NotObtained = .unspecified
    ) {
        self.key = key
        self.value = value
        self.provenance = provenance
        self.notObtained = notObtained
    }
}

/// The form of a fact's value, and so of the answer that determines it.
public enum ValueKind: Int32, Sendable, CaseIterable {
    /// No form was given.
    case unspecified = 0
    /// One of the options of a node; the key is the option's id.
    case choice = 1
    /// "yes" or "no".
    case yesNo = 2
    /// Free text; the key is the text.
    case text = 3
    /// A number with an optional unit; the key is its shortest decimal form.
    case number = 4
    /// A version such as 4.2.1; the key is its dotted form.
    case version = 5
    /// An entity; the key is its id in the vocabulary, or the normal form of a name that stands in
    /// none.
    case entity = 6
    /// A length of time; number is in seconds and the key its shortest decimal form.
    case duration = 7
    /// How often; number is in events a day and the key its shortest decimal form.
    case frequency = 8
    /// A calendar day, YYYY-MM-DD, in the call's zone: since when something is so.
    case date = 9
    /// When the customer can be reached; see windows.
    case windows = 10
    /// The result of a diagnostic test: "pass", "fail" or "not-possible".
    case check = 11
    /// The result of a fix attempt: "fixed", "not-fixed" or "unable".
    case fix = 12
}

/// Where a fact comes from.
public enum Source: Int32, Sendable, CaseIterable {
    /// Unknown; never stored.
    case unspecified = 0
    /// The customer said it.
    case said = 1
    /// A system measured or held it.
    case measured = 2
    /// The front end told it.
    case told = 3
    /// A node of the tree derived it from another fact.
    case inferred = 4
}

/// Why a fact that was wanted is not there.
public enum NotObtained: Int32, Sendable, CaseIterable {
    /// The fact is there.
    case unspecified = 0
    /// The call ended before it was asked.
    case notAsked = 1
    /// The customer did not know.
    case didNotKnow = 2
    /// The customer would not say.
    case declined = 3
    /// The system that holds it did not answer in time.
    case timedOut = 4
    /// The answer was not understood.
    case notUnderstood = 5
    /// The system that holds it answered that it does not have it.
    case notHeld = 6
    /// The call ended before the system that holds it answered, and before its time was over.
    case callEnded = 7
    /// The customer took back what was said, and has not said yet what is right.
    case takenBack = 8
}
