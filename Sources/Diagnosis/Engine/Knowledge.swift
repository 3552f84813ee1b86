public import Catalog
public import Language
public import Messages

/// What the engine reads of a release or a draft, and all that it reads beside the call itself.
public protocol Knowledge: Sendable {
    /// The settings of the catalog.
    var settings: Settings { get throws }

    /// A tree; nil when there is none of this id.
    func compiledTree(_ id: String) throws -> CompiledTree?

    /// An article; nil when there is none of this id.
    func article(_ id: String) throws -> Article?

    /// Entities that go by this name, as an id or as a customer says it.
    func entities(named name: String, language: String) throws -> [Entity]

    /// Entities of a class whose names begin with some words, such as a maker's.
    func entities(beginningWith name: String, className: String, language: String) throws
        -> [Entity]

    /// Trees that an opening may belong to, best first, with scores from 0 to 1.
    func route(_ opening: SpokenOpening, language: String) throws -> [RoutingScore]

    /// The article that answers a question back best; nil when none is near enough.
    func article(answering question: QuestionBack, language: String) throws -> Article?

    /// The articles that are about what a diagnosis and its recommendation say, best first.
    func articles(behind conclusion: String, language: String) throws -> [ArticleReference]

    /// What the customer said, understood where it was said.
    func understand(_ alternatives: [Alternative], in setting: Listening) throws -> Understanding
}

/// Where something is said: what the customer may be answering, and when and how the call is held.
public struct Listening: Sendable {
    /// The node whose question was asked; nil when none was.
    public var asked: ListeningNode?

    /// An answer that the customer is asked to confirm.
    public var confirming: Fact?

    /// The test or fix by whose result the issue is gone, while it is asked whether there is anything else.
    public var settled: ListeningNode?

    /// Nodes whose facts are not known yet.
    public var open: [ListeningNode]

    /// Nodes whose facts are known and may be corrected.
    public var known: [ListeningNode]

    /// What is known, by the names of facts.
    public var facts: [String: Fact] = [:]

    /// The language of the call.
    public var language: SpokenLanguage

    /// IANA zone of the call.
    public var timeZone: String

    /// Start of the call, in milliseconds since 1970-01-01 UTC.
    public var startedAtMilliseconds: Int64

    /// Confidence from which a volunteered fact is taken, from 0 to 1.
    public var volunteerThreshold: Float
}
