internal import ArgumentParser
internal import Foundation
internal import Messages

/// Recorded answers, each said to the engine where its question was asked.
struct RecordedAnswers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recorded-answers",
        abstract:
            "What the engine makes of recorded answers to the flowcharts' questions; prints JSON.",
        discussion: """
            The answer model was trained on these answers, so the figures are no measure of it: they show what the \
            engine makes of customers' words beside it, such as an act that swallows an answer. About half of the \
            answers that come out wrong have labels that do not fit them; --verbose lists them.
            """
    )

    @Option(help: "A folder with answers.train.jsonl and flowcharts.json.")
    var data: String

    @Flag(help: "Also print each answer that comes out otherwise than its label says.")
    var verbose = false

    private struct Report: Encodable {
        let benchmark = "recorded-answers"
        /// Answers, and of these the shares that come to their label, to the other one, and to none.
        var answers = 0
        var right = 0.0
        var other = 0.0
        var none = 0.0
        /// What is neither yes nor no, mostly questions back, and of these the share that is taken for an answer.
        var neutral = 0
        var answered = 0.0
    }

    private static func said(_ example: AnswerExample) -> [String] {
        [example.flowchart, example.node, example.utterance]
    }

    func run() throws {
        let folder = URL(filePath: data)
        let charts = try DialogCharts(
            json: try BenchFile.read(folder.appending(path: "flowcharts.json").path)
        )
        let view = try charts.release(confirmations: 0).view
        let examples = try AnswerData.read(folder).filter(\.decides)
        var report = Report()
        var labels: [[String]: Int] = [:]
        for example in examples { labels[Self.said(example), default: 0] += 1 }
        // What stands there with two labels tells nothing.
        for example in examples where labels[Self.said(example)] == 1 {
            var call = try DialogCall(
                view,
                at: example.node,
                of: try charts.places(of: example.flowchart)
            )
            let place = call.position
            let understood = try call.say(example.utterance).answer?.value?.key
            // What is not sure waits beside a question back.
            let heard = call.position == place ? nil : understood
            let label: String? =
                switch example.label {
                case .yes: "yes"
                case .no: "no"
                case .neutral: nil
                }
            if label == nil { report.neutral += 1 } else { report.answers += 1 }
            switch (label, heard) {
            case (nil, nil): continue
            case (nil, _): report.answered += 1
            case (_, nil): report.none += 1
            default:
                if label == heard {
                    report.right += 1
                    continue
                }
                report.other += 1
            }
            if verbose {
                let line =
                    "\(label ?? "neutral") -> \(heard ?? "none") | \(example.question) | \(example.utterance)"
                print(line)
            }
        }
        let answers = Double(report.answers)
        report.right /= answers
        report.other /= answers
        report.none /= answers
        report.answered /= Double(report.neutral)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
}
