internal import ArgumentParser
internal import Handoff

/// From how much on something is proposed, and what time is worth.
struct ProposalOptions: ParsableArguments {
    private static let usual = ProposalSettings()

    @Option(
        help: ArgumentHelp(
            "Handoffs that must lack a fact before it is proposed to ask for it.",
            valueName: "number"
        )
    )
    var proposeLacking = usual.handoffsLacking

    @Option(
        help: ArgumentHelp(
            "Calls that must have passed a question before it is proposed to remove it.",
            valueName: "number"
        )
    )
    var proposePassing = usual.callsPassing

    @Option(
        help: ArgumentHelp(
            "Answers to an option that must have been confirmed or put right before phrases are proposed.",
            valueName: "number"
        )
    )
    var proposeUnsure = usual.unsureAnswers

    @Option(
        help: ArgumentHelp(
            "Calls off the map that must be alike before a tree is proposed for them.",
            valueName: "number"
        )
    )
    var proposeOffMap = usual.callsOffMap

    @Option(
        help: ArgumentHelp(
            "Seconds that an engineer spends on getting a fact that a handoff lacks.",
            valueName: "seconds"
        )
    )
    var missingFactSeconds = usual.secondsPerMissingFact

    func validate() throws {
        let counts = [proposeLacking, proposePassing, proposeUnsure, proposeOffMap]
        guard counts.allSatisfy({ (1...1_000_000).contains($0) }) else {
            throw ValidationError("the numbers of --propose-… are from 1 to 1000000")
        }
        guard (0...86_400).contains(missingFactSeconds) else {
            throw ValidationError("--missing-fact-seconds is from 0 to 86400")
        }
    }

    /// The settings.
    var settings: ProposalSettings {
        var settings = Self.usual
        settings.handoffsLacking = proposeLacking
        settings.callsPassing = proposePassing
        settings.unsureAnswers = proposeUnsure
        settings.callsOffMap = proposeOffMap
        settings.secondsPerMissingFact = missingFactSeconds
        return settings
    }
}
