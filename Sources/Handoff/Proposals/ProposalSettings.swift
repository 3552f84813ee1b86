/// From how much on something is proposed, and what time is worth: every number behind a proposal.
public struct ProposalSettings: Sendable {
    /// Handoffs that must lack a fact before it is proposed to ask for it.
    public var handoffsLacking = 5
    /// Calls that must have passed a question before it is proposed to remove it.
    public var callsPassing = 30
    /// Answers to an option that had to be confirmed or put right before phrases are proposed.
    public var unsureAnswers = 3
    /// Calls off the map that must be alike before a pattern is proposed.
    public var callsOffMap = 5
    /// How alike, from 0 to 1, two notes must be to mean the same.
    public var noteSimilarity = 0.5
    /// How alike the words of notes and of a fact must be for the notes to mean that fact.
    public var factSimilarity = 0.6
    /// How alike two openings must be to belong to one pattern.
    public var openingSimilarity = 0.4
    /// Seconds that an engineer spends on getting a fact that a handoff lacks: calling the customer back.
    public var secondsPerMissingFact = 240.0
    /// Seconds that a confirmation takes: "Just to check: …?" and its answer.
    public var secondsPerConfirmation = 8.0
    /// Seconds that an engineer spends more on a call that no tree fits.
    public var secondsPerOffMapCall = 300.0
    /// Questions of one form that must have been timed before their median counts.
    public var timedQuestions = 20
    /// Words a second that are spoken, where nothing was timed: 150 a minute.
    public var wordsPerSecond = 2.5
    /// Seconds that an answer takes, where nothing was timed.
    public var secondsPerAnswer = 5.0
    /// How much more evidence than at its rejection brings a proposal back: twice as much.
    public var evidenceGrowth = 2

    /// The defaults.
    public init() {}
}
