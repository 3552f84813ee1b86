/// What a customer asks back, and where.
public struct QuestionBack: Sendable {
    /// The words that ask.
    public var words: String

    /// All that the customer said in the turn.
    public var utterance: String

    /// The title of the tree that the call is on; empty while it is sought.
    public var tree: String

    /// What was said to the customer at the node, without the values of facts.
    public var said: String

    /// Creates a question back.
    public init(words: String, utterance: String, tree: String, said: String) {
        self.words = words
        self.utterance = utterance
        self.tree = tree
        self.said = said
    }
}
