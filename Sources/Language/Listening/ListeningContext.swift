public import Messages

/// What the listener must know of a call to understand an utterance.
///
/// A class, since every part of the reading refers to the same one.
public final class ListeningContext {
    /// The node whose question was asked; nil when none was.
    ///
    /// For a question that no node asks, such as
    /// availability, a node made for it: its fact and the form of its value are enough.
    public let asked: ListeningNode?
    /// The answer that the customer was asked to confirm; nil when none was.
    ///
    /// `asked` is then the
    /// node that the answer belongs to.
    public let confirming: Fact?
    /// The test or fix by whose result the issue is gone, while it is asked whether there is anything else.
    public let settled: ListeningNode?
    /// Nodes whose facts are not known yet, in the order of the tree; `asked` may be among them.
    public let open: [ListeningNode]
    /// Nodes whose facts are known, which the customer may correct.
    public let known: [ListeningNode]
    /// What is known, by the names of facts.
    public let facts: [String: Fact]
    /// The vocabulary.
    public let lexicon: any Lexicon
    /// The start and the zone of the call.
    public let clock: CallClock
    /// Confidence from which a volunteered fact is taken, from 0 to 1.
    public let volunteerThreshold: Float

    /// Creates a context.
    public init(
        asked: ListeningNode? = nil,
        confirming: Fact? = nil,
        settled: ListeningNode? = nil,
        open: [ListeningNode] = [],
        known: [ListeningNode] = [],
        facts: [String: Fact] = [:],
        lexicon: any Lexicon,
        clock: CallClock,
        volunteerThreshold: Float = 0.8
    ) {
        self.asked = asked
        self.confirming = confirming
        self.settled = settled
        self.open = open
        self.known = known
        self.facts = facts
        self.lexicon = lexicon
        self.clock = clock
        self.volunteerThreshold = volunteerThreshold
    }
}
