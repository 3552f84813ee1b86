/// What a simulation supposes of people: every number in it that is not drawn or measured.
struct LoopAssumptions {
    /// Data points that engineers of a tree may need beyond what it asks, and those of a new issue.
    let pointsPerTree = 4
    let pointsPerIssue = 3
    /// The share of a tree's leaves at which each of them is needed.
    let neededAtLeaf = 0.6
    /// The share of leaves at which engineers need one question of the tree that other ways ask.
    let neededFromOtherWay = 0.35
    /// The share of customers who do not know what they are asked.
    let notKnowing = 0.05
    /// Answers with a word around them, and answers of which a word is left out.
    let hedged = 0.25
    let clipped = 0.05
    /// The share of look-ups that a system answers.
    let lookupsAnswered = 0.97
    /// The share of calls about new issues, each from its first day on.
    let newIssueShare = 0.04

    /// The share of handoffs that are rated, and of missing facts that a rating names.
    let rated = 0.6
    let noted = 0.85
    /// Of facts that the tree offers, the share named by key; of ratings, those that use the note's words.
    let namedByKey = 0.5
    let inNote = 0.3
    /// Who calls back for a missing fact asks each known answer again with this probability.
    let askedAgainOnCallback = 0.12
    /// Who misses nothing still asks something again with this probability.
    let askedAgainAnyway = 0.03
    /// The share of answers understood wrongly that engineers find out, and then ask again.
    let wrongFound = 0.5
    /// Questions asked again that a rating marks.
    let askedAgainMarked = 0.8

    /// Minutes of work on a handoff, where its leaf does not say; off the map.
    let minutesOfWork = 15.0
    let minutesOffMap = 30.0
    /// Minutes until the customer is reached for a missing fact, of each such question, of one asked again,
    /// and of finding out otherwise what the customer did not know.
    let minutesToReach = 25.0
    let minutesPerMissing = 4.0
    let minutesPerAskedAgain = 2.0
    let minutesPerUnknown = 6.0

    /// What editors decide on a working day, and how many of the decisions are rejections.
    let decisionsADay = 6
    var rejected = 0.1
    /// The calls on which a draft is replayed before it is published, as servers do it.
    let replayedCalls = 1_000

    /// In words, for who reads the result.
    var sentences: [String] {
        [
            "customers and engineers are drawn from the seed, the same ones in both runs: who calls, what is "
                + "true, who knows it and who rates depends on the call and never on the run; what an opening "
                + "says is true",
            "engineers of a tree need \(pointsPerTree) data points that no tree asks, each at "
                + "\(percent(neededAtLeaf)) of its leaves, and one question of the tree that only other ways "
                + "ask, at \(percent(neededFromOtherWay)) of its leaves; the trees are never told",
            "3 issues that no tree knows begin after about 2, 5 and 8 weeks, each \(percent(newIssueShare)) of "
                + "the calls and with \(pointsPerIssue) data points that engineers need",
            "customers speak: they choose among the phrases of the true option, \(percent(hedged)) with a word "
                + "around it, \(percent(clipped)) with a word left out; \(percent(notKnowing)) do not know what "
                + "they are asked; a new question is answered only if its words name the data point",
            "a fact is missing if the engineer needs it and the handoff does not have the customer's true "
                + "value, also where it was asked in vain; all handoffs count, not only those rated",
            "\(percent(rated)) of handoffs are rated; a rating names \(percent(noted)) of what is missing and "
                + "was not asked: facts of the tree by key in \(percent(namedByKey)) of cases, all else in one "
                + "of several wordings, \(percent(inNote)) of ratings in a sentence of the note",
            "an engineer who lacks something that nobody asked calls the customer back, and then asks each "
                + "answer of the call again with probability \(decimal(askedAgainOnCallback)); one who lacks "
                + "nothing asks one answer again with probability \(decimal(askedAgainAnyway)); of answers "
                + "that were understood wrongly, \(percent(wrongFound)) are found out and asked again",
            "minutes to resolution: those of the leaf (else \(whole(minutesOfWork)); off the map "
                + "\(whole(minutesOffMap))) times a factor of the call, \(whole(minutesToReach)) to reach the "
                + "customer if there is anything to ask, \(whole(minutesPerMissing)) for each missing fact, "
                + "\(whole(minutesPerAskedAgain)) for each asked again, \(whole(minutesPerUnknown)) for each "
                + "that the customer did not know",
            "editors look at the proposals once on each working day and decide about the first "
                + "\(decisionsADay), at most one a tree; they reject \(percent(rejected)) of them for reasons "
                + "of their own, change no wording, leave removals alone, and reject what validation or the "
                + "replay of the last \(replayedCalls) calls refuses",
        ]
    }

    /// What a result does not show.
    static let limits = [
        "that real customers understand the proposed wording, or speak as plainly as these do",
        "that real engineers note what they miss as often, or in words as near to one another",
        "how many minutes a missing fact costs: that is supposed, not measured",
        "how much a real desk lacks before the loop: the needs are drawn, and the level of the first week "
            + "follows from them",
    ]

    private func percent(_ share: Double) -> String { "\(whole(share * 100))%" }
    private func whole(_ number: Double) -> String { "\(Int(number.rounded()))" }
    private func decimal(_ number: Double) -> String { "\(number)" }
}
