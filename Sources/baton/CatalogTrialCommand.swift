internal import ArgumentParser
internal import Foundation
internal import Messages

/// How a release is tried, as options.
struct TrialOptions: ParsableArguments {
    @Option(help: "Begin only this share of new calls on it, such as 10%.")
    var canary: String?

    @Flag(
        help: "Only evaluate it beside the current release, turn by turn, and speak nothing of it."
    )
    var shadow = false

    func validate() throws {
        guard canary == nil || !shadow else {
            throw ValidationError("a release is either a canary or a shadow")
        }
        _ = try perMille()
    }

    /// The share of calls in thousandths; 0 where none is given.
    func perMille() throws -> UInt32 {
        guard let canary else { return 0 }
        let number = canary.hasSuffix("%") ? Double(canary.dropLast()) : nil
        guard let number, (0.1...100).contains(number) else {
            throw ValidationError("--canary is a share from 0.1% to 100%, such as 10%")
        }
        return UInt32((number * 10).rounded())
    }
}

/// `baton catalog trial`.
struct CatalogTrialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial",
        abstract: "Show how the release that is tried goes beside the current one, or try another.",
        discussion: """
            Without a release, the figures of both are shown side by side; they count calls that began \
            during the trial, and all that go on. baton catalog promote lets all new calls begin on the release that is \
            tried, baton catalog rollback ends the trial.

            Examples:
              baton catalog trial
              baton catalog trial 8 --canary 25%
              baton catalog trial 8 --shadow
            """
    )

    @Argument(help: "The number of a release that is not current, to begin or change a trial.")
    var release: UInt32?

    @OptionGroup var trial: TrialOptions

    @Option(help: "Who tries it; $USER, or else the account, by default.")
    var editor: String?

    @Option(help: "Why.")
    var note = ""

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        let isTrying = trial.shadow || trial.canary != nil
        guard (release != nil) == isTrying else {
            throw ValidationError("to try a release, give its number and --canary or --shadow")
        }
    }

    func run() throws {
        let link = CatalogLink(try server.client())
        if let release {
            let request = TryRequest(
                release: release,
                canaryPerMille: try trial.perMille(),
                shadow: trial.shadow,
                editor: try server.person(editor, "--editor"),
                note: note
            )
            _ = try server.explain { try link.tryRelease(request) }
        }
        let reply = try server.explain { try link.trial() }
        if format.json { return try printJSON(TrialOutput(reply)) }
        for line in TrialText(reply).lines { print(line) }
    }
}

/// `baton catalog promote`.
struct CatalogPromoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote",
        abstract: "Let all new calls begin on the release that is tried.",
        discussion: "Example: baton catalog promote --note \"fewer facts missing\""
    )

    @Option(help: "Who promotes it; $USER, or else the account, by default.")
    var editor: String?

    @Option(help: "Why.")
    var note = ""

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = CatalogLink(try server.client())
        let request = PromoteRequest(editor: try server.person(editor, "--editor"), note: note)
        let reply = try server.explain { try link.promote(request) }
        if format.json {
            return try printJSON(["release": reply.release, "previous": reply.previous])
        }
        print("release \(reply.release) is current; before it was \(reply.previous)")
    }
}

/// A trial in JSON; the keys of `trial --json`.
private struct TrialOutput: Encodable {
    struct Side: Encodable {
        let release: UInt32
        let live, ended, resolved, escalated, abandoned, questions, turns, damaged: UInt64
        let wantsPerson, offMap, missingRequired: UInt64

        private enum CodingKeys: String, CodingKey {
            case release, live, ended, resolved, escalated, abandoned, questions, turns, damaged
            case wantsPerson = "wants_person"
            case offMap = "off_map"
            case missingRequired = "missing_required"
        }

        init(_ metrics: ReleaseMetrics) {
            release = metrics.release
            live = metrics.live
            ended = metrics.ended
            resolved = metrics.resolved
            escalated = metrics.escalated
            abandoned = metrics.abandoned
            questions = metrics.questions
            turns = metrics.turns
            damaged = metrics.damaged
            wantsPerson = metrics.wantsPerson
            offMap = metrics.offMap
            missingRequired = metrics.missingRequired
        }
    }

    struct Shadow: Encodable {
        struct Example: Encodable {
            let call: String
            let turn: UInt32
            let current, shadow: String
        }
        let turns, same, failed, skipped: UInt64
        let otherQuestion, otherDiagnosis: UInt64
        let examples: [Example]

        private enum CodingKeys: String, CodingKey {
            case turns, same, failed, skipped, examples
            case otherQuestion = "other_question"
            case otherDiagnosis = "other_diagnosis"
        }

        init(_ metrics: ShadowMetrics) {
            turns = metrics.turns
            same = metrics.same
            failed = metrics.failed
            skipped = metrics.skipped
            otherQuestion = metrics.otherQuestion
            otherDiagnosis = metrics.otherDiagnosis
            examples = metrics.examples.map {
                Example(call: $0.callID, turn: $0.turn, current: $0.current, shadow: $0.shadow)
            }
        }
    }

    let release: UInt32
    let canaryPerMille: UInt32
    let startedAt, editor, note: String
    let current, tried: Side?
    let shadow: Shadow?

    private enum CodingKeys: String, CodingKey {
        case release, editor, note, current, tried, shadow
        case canaryPerMille = "canary_per_mille"
        case startedAt = "started_at"
    }

    init(_ reply: GetTrialReply) {
        release = reply.trial?.release ?? 0
        canaryPerMille = reply.trial?.canaryPerMille ?? 0
        startedAt = timestamp(milliseconds: reply.trial?.startedAtMs ?? 0)
        editor = reply.trial?.editor ?? ""
        note = reply.trial?.note ?? ""
        current = reply.current.map(Side.init)
        tried = reply.tried.map(Side.init)
        shadow = reply.shadow.map(Shadow.init)
    }
}

/// A trial as people read it.
private struct TrialText {
    let reply: GetTrialReply

    init(_ reply: GetTrialReply) { self.reply = reply }

    var lines: [String] {
        guard let trial = reply.trial, let current = reply.current, let tried = reply.tried else {
            return ["no release is tried: baton catalog publish DIR --canary 10% begins a trial"]
        }
        let how =
            trial.shadow
            ? "as a shadow" : "with \(Double(trial.canaryPerMille) / 10)% of new calls"
        let since = timestamp(milliseconds: trial.startedAtMs)
        let heading =
            "release \(trial.release) is tried \(how) since \(since) by \(trial.editor.printable)"
        return [heading] + (trial.shadow ? shadowLines : Self.table(current, tried))
    }

    private var shadowLines: [String] {
        let shadow = reply.shadow ?? ShadowMetrics()
        func share(_ count: UInt64) -> String { Self.share(count, of: shadow.turns) }
        return [
            "\(counted(shadow.turns, "turn")) evaluated since the trial began, \(shadow.skipped) "
                + "passed over",
            "same \(share(shadow.same)), other question \(share(shadow.otherQuestion)), other diagnosis "
                + "\(share(shadow.otherDiagnosis)), could not be taken \(share(shadow.failed))",
        ]
            + shadow.examples.map { example in
                "  \(example.callID) turn \(example.turn): \(example.current) → \(example.shadow)"
                    .printable
            }
    }

    private static func table(_ current: ReleaseMetrics, _ tried: ReleaseMetrics) -> [String] {
        var table = TextTable(["", "current \(current.release)", "tried \(tried.release)"])
        func add(_ name: String, _ cell: (ReleaseMetrics) -> String) {
            table.add([name, cell(current), cell(tried)])
        }
        add("calls that go on") { "\($0.live)" }
        add("calls ended") { "\($0.ended)" }
        add("resolved") { share($0.resolved, of: $0.ended) }
        add("escalated") { share($0.escalated, of: $0.ended) }
        add("wants a person") { share($0.wantsPerson, of: $0.ended) }
        add("abandoned") { share($0.abandoned, of: $0.ended) }
        add("off the map") { share($0.offMap, of: $0.ended) }
        add("questions a call") { ratio($0.questions, $0.ended) }
        add("required facts missing a handoff") {
            ratio($0.missingRequired, $0.escalated + $0.wantsPerson)
        }
        return table.lines
    }

    private static func share(_ count: UInt64, of all: UInt64) -> String {
        guard all > 0 else { return "\(count)" }
        return "\(count) (\(String(format: "%.1f", 100 * Double(count) / Double(all)))%)"
    }

    private static func ratio(_ sum: UInt64, _ count: UInt64) -> String {
        count == 0 ? "-" : String(format: "%.2f", Double(sum) / Double(count))
    }
}
