internal import ArgumentParser
internal import Foundation

/// Recorded dialogs over flowcharts, played through the engine.
struct DialogsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialogs",
        abstract: "Recorded dialogs over flowcharts, played through the engine; prints JSON.",
        discussion: """
            A dialog is a success when every turn of the engine is right: the opening comes, among \
            all flowcharts, to the right first question, each answer to the right next node, each \
            question back is answered from the right article, and nothing is put right after an \
            error. In the setting s-flo the trees know what other customers answered to the same \
            questions. Without clarifications the engine takes its best guess. Single turns are also \
            counted from where the recorded dialog stood: openings, answers, questions_back.
            """
    )

    /// Where the dialogs are from.
    enum Setting: String, CaseIterable, ExpressibleByArgument {
        case seen = "s-flo"
        case unseen = "u-flo"

        /// The success that is published for dialogs of the setting, found by a trained neural model.
        var publishedSuccess: Double { self == .seen ? 0.535 : 0.297 }
    }

    @Option(help: "The file of flowcharts.")
    var flowcharts: String

    @Option(help: "The folder with dialogs.jsonl, openings.jsonl and turns.jsonl.")
    var dialogs: String

    @Option(help: "The dialogs to play.")
    var setting: Setting

    @Option(
        help: """
            What customers said elsewhere for the trees' answers, which become examples of them in the \
            setting s-flo; may be given several times. Without it answers.train.jsonl beside the \
            flowcharts and \(Self.written.joined(separator: ", ")), where they are. Lines with \
            implied_answers become openings of the trees.
            """
    )
    var answers: [String] = []

    @Option(help: "How often the engine may ask in a dialog whether it understood.")
    var clarifications = 0

    @Flag(help: "Also print a line for each dialog: its name and how it came out.")
    var verbose = false

    /// What was written for the flowcharts: those that the tables are trained on, and the two that they are not.
    private static let written = [
        "ops/training/statements.en.jsonl", "ops/training/statements-of-owners.en.jsonl",
        "ops/training/statements-held-out.en.jsonl",
        "ops/training/openings.en.jsonl", "ops/training/openings-of-complaints.en.jsonl",
        "ops/training/openings-of-answers.en.jsonl", "ops/training/openings-of-owners.en.jsonl",
        "ops/training/openings-held-out.en.jsonl",
    ]

    func validate() throws {
        guard (0...20).contains(clarifications) else {
            throw ValidationError("clarifications are 0 to 20")
        }
        guard answers.isEmpty || setting == .seen else {
            throw ValidationError("answers: the flowcharts of u-flo are to be unseen; leave it out")
        }
    }

    func run() throws {
        let charts = try DialogCharts(
            json: try BenchFile.read(flowcharts),
            answers: try recordedAnswers()
        )
        let data = try DialogData(folder: dialogs, setting: setting.rawValue, charts: charts)
        let player = try DialogPlayer(charts: charts, clarifications: clarifications)
        var report = DialogReport()
        for recording in data.recordings {
            let outcome = try player.play(recording)
            if verbose {
                FileHandle.standardError.write(
                    Data("\(recording.dialog.dialog): \(outcome.rawValue)\n".utf8)
                )
            }
            report.add(outcome)
            report.add(try player.open(recording))
            for turn in recording.turns {
                report.add(try player.take(turn, of: recording))
            }
        }
        let heading = [
            "\"benchmark\": \"dialogs\"", "\"setting\": \"\(setting.rawValue)\"",
            "\"clarifications\": \(clarifications)", "\"examples\": \(try player.examples())",
        ]
        let figures = report.figures(publishedSuccess: setting.publishedSuccess)
        print("{\((heading + figures).joined(separator: ", "))}")
    }

    /// What other customers answered; nothing where the flowcharts are to be unseen.
    private func recordedAnswers() throws -> [UInt8] {
        guard setting == .seen else { return [] }
        let beside = URL(filePath: flowcharts).deletingLastPathComponent()
            .appending(path: "answers.train.jsonl").path
        guard answers.isEmpty else { return try BenchFile.lines(answers) }
        let files = [beside] + Self.written.map(Self.path)
        let missing = files.filter { !FileManager.default.fileExists(atPath: $0) }
        for file in missing {
            let text = "\(file) is not there; --answers names other files\n"
            FileHandle.standardError.write(Data(text.utf8))
        }
        return try BenchFile.lines(files.filter { !missing.contains($0) })
    }

    /// Where a file of the repository is, also where the program runs in another folder.
    private static func path(of file: String) -> String {
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while !FileManager.default.fileExists(atPath: folder.appending(path: file).path),
            folder.path != "/"
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: file).path
    }
}

/// What came of all dialogs.
struct DialogReport {
    private var outcomes: [DialogOutcome: Int] = [:]
    private var openings: [OpeningResult] = []
    private var turns: [TurnResult] = []

    mutating func add(_ outcome: DialogOutcome) { outcomes[outcome, default: 0] += 1 }
    mutating func add(_ opening: OpeningResult) { openings.append(opening) }
    mutating func add(_ turn: TurnResult) { turns.append(turn) }

    /// The members of the JSON object.
    func figures(publishedSuccess: Double) -> [String] {
        let dialogs = outcomes.values.reduce(0, +)
        let answers = turns.filter(\.isAnswer)
        let times = Measurement(nanoseconds: openings.map(\.nanoseconds), seconds: 1)
        var fields: [(String, Double)] = [
            ("success", share(outcomes[.success] ?? 0, of: dialogs)),
            ("published_success", publishedSuccess),
            ("n", Double(dialogs)),
            ("openings", share(openings, \.isRight)),
            ("openings_at_root", share(openings.filter { !$0.skips }, \.isRight)),
            ("openings_skipping", share(openings.filter(\.skips), \.isRight)),
            ("routing", share(openings, \.isRouted)),
            ("answers", share(answers, \.isRight)),
            ("questions_back", share(turns.filter { !$0.isAnswer }, \.isRight)),
            ("calibration_error", calibrationError(of: answers)),
            ("n_answers", Double(answers.count)),
            ("n_questions_back", Double(turns.count - answers.count)),
            ("opening_p50_us", times.p50), ("opening_p99_us", times.p99),
        ]
        for outcome in DialogOutcome.allCases where outcome != .success {
            fields.append(("failed_by_\(outcome.rawValue)", Double(outcomes[outcome] ?? 0)))
        }
        return fields.map { name, value in
            "\"\(name)\": \(value.isNaN ? "null" : "\((value * 1_000).rounded() / 1_000)")"
        }
    }

    private func share(_ count: Int, of all: Int) -> Double {
        all == 0 ? .nan : Double(count) / Double(all)
    }

    private func share<Row>(_ rows: [Row], _ isRight: (Row) -> Bool) -> Double {
        share(rows.count(where: isRight), of: rows.count)
    }

    /// The mean distance between how sure answers were and how many were right, over ten bins of
    /// confidence, each by its answers.
    private func calibrationError(of answers: [TurnResult]) -> Double {
        var bins = Array(repeating: (count: 0, sure: 0.0, right: 0), count: 10)
        for answer in answers {
            guard let confidence = answer.confidence else { continue }
            let bin = min(9, Int(confidence * 10))
            bins[bin].count += 1
            bins[bin].sure += confidence
            bins[bin].right += answer.isRight ? 1 : 0
        }
        let all = bins.reduce(0) { $0 + $1.count }
        guard all > 0 else { return .nan }
        return bins.reduce(0) { $0 + abs($1.sure - Double($1.right)) } / Double(all)
    }
}
