internal import ArgumentParser
internal import Foundation
internal import Messages

/// `baton proposals`.
struct ProposalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals",
        abstract: "Changes of the trees that follow from calls and ratings: see, decide.",
        discussion: """
            Ranked by the seconds that each is expected to have saved over the past calls.

            Examples:
              baton proposals
              baton proposals show ask-vpn-router-firmware
              baton proposals accept ask-vpn-router-firmware
              baton proposals reject ask-vpn-router-firmware --why "customers can't find it"
            """,
        subcommands: [
            ProposalsList.self, ProposalsShow.self, ProposalsAccept.self, ProposalsEdit.self,
            ProposalsReject.self,
        ],
        defaultSubcommand: ProposalsList.self
    )
}

/// `baton proposals list`.
struct ProposalsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what is proposed, the greatest benefit first."
    )

    @Flag(help: "List what was decided as well.")
    var decided = false

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let reply = try server.explain {
            try link.proposals(ListProposalsRequest(decisions: decided))
        }
        if format.json { return try printJSON(ProposalListOutput(reply)) }
        // What rounds to no second is not worth a place in the list.
        let worthwhile = reply.proposals.filter { $0.benefitSeconds >= 0.5 }
        var table = TextTable(["saves", "calls", "proposal", "id"])
        for proposal in worthwhile {
            table.add([
                span(seconds: proposal.benefitSeconds), "\(proposal.evidenceCount)",
                proposal.title, proposal.id,
            ])
        }
        if !worthwhile.isEmpty { for line in table.lines { print(line) } }
        let others = reply.proposals.count - worthwhile.count
        print(
            "\(counted(UInt64(worthwhile.count), "proposal")) from "
                + "\(counted(UInt64(reply.calls), "call")), over release \(reply.release)"
                + (others > 0 ? "; --json has \(others) more that would save nothing" : "")
        )
        for decision in reply.decisions { print(ProposalText.line(of: decision)) }
    }
}

/// `baton proposals show`.
struct ProposalsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a proposal with its evidence, and what it would change."
    )

    @Argument(help: "The proposal.")
    var id: String

    @Flag(help: "Show the changed files as well.")
    var files = false

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let proposal = try server.explain {
            try link.proposals(ListProposalsRequest(id: id)).proposals.first
        }
        guard let proposal else { throw CommandFailure("there is no proposal \(id)") }
        if format.json { return try printJSON(ProposalOutput(proposal)) }
        for line in ProposalText(proposal).lines { print(line) }
        guard files else { return }
        let preview = try server.explain {
            try link.decide(DecideProposalRequest(id: id, decision: .preview))
        }
        for file in preview.files {
            print("\n# \(file.path)")
            print(String(decoding: file.content, as: UTF8.self))
        }
    }
}

/// How a question is worded otherwise than proposed.
struct WordingOptions: ParsableArguments {
    @Option(help: "The question, in other words than proposed.")
    var say: String?

    @Option(help: "The fact's name for people.")
    var label: String?

    @Option(help: "The fact's key.")
    var fact: String?

    @Option(
        help: ArgumentHelp(
            "The form of the answer: text, version, yes-no, number, date, ….",
            valueName: "kind"
        )
    )
    var kind: ValueKindArgument?

    /// nil where nothing is worded otherwise.
    var question: QuestionDraft? {
        guard say != nil || label != nil || fact != nil || kind != nil else { return nil }
        return QuestionDraft(
            fact: fact ?? "",
            label: label ?? "",
            say: say ?? "",
            kind: kind?.kind ?? .unspecified
        )
    }
}

/// The forms of answers that need nothing else.
enum ValueKindArgument: String, CaseIterable, ExpressibleByArgument {
    case text, number, version, duration, frequency, date
    case yesNo = "yes-no"

    var kind: ValueKind {
        switch self {
        case .text: .text
        case .number: .number
        case .version: .version
        case .duration: .duration
        case .frequency: .frequency
        case .date: .date
        case .yesNo: .yesNo
        }
    }
}

/// Seconds as people read them: `45 s`, `23 min`, `6 h`.
func span(seconds: Double) -> String {
    if seconds < 90 { return "\(Int(seconds.rounded())) s" }
    if seconds < 90 * 60 { return "\(Int((seconds / 60).rounded())) min" }
    return "\(Int((seconds / 3_600).rounded())) h"
}
