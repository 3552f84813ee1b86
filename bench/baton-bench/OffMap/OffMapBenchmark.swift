internal import ArgumentParser
internal import Foundation
internal import Language
internal import Messages

/// Routing among many trees, and the edge of the map.
struct OffMapBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offmap",
        abstract: "Routing of openings, and what belongs to no tree; prints JSON.",
        discussion: """
            Each intent becomes a tree with its phrases as symptoms and its name as title, and the model is \
            trained that a catalog of these trees would get when it is published. Then the test's rows are \
            routed. in_scope_accuracy: rows of an intent that are routed to it and not refused. oos_recall: \
            rows of no intent that are refused. The threshold is chosen from the training rows.
            """
    )

    @Option(help: "Rows of sentence and label to train on, CSV with a heading.")
    var train: String?

    @Option(
        help: "Rows to route, in the same form; \(OffMapData.noIntent) marks those of no intent."
    )
    var test: String?

    @Option(
        help:
            "A file of CLINC150: JSON with train, oos_train, val, oos_val and maybe test, oos_test."
    )
    var clinc: String?

    func validate() throws {
        guard (clinc != nil) != (train != nil), (train != nil) == (test != nil) else {
            throw ValidationError("give --train and --test, or --clinc")
        }
    }

    func run() throws {
        if let train, let test {
            let data = OffMapData(
                train: try OffMapData.rows(csv: OffMapData.read(train)),
                parts: [("test", try OffMapData.rows(csv: OffMapData.read(test)))]
            )
            return try measure(data)
        }
        try measure(try OffMapData(clinc: OffMapData.read(clinc ?? "")))
    }

    private func measure(_ data: OffMapData) throws {
        let clock = ContinuousClock()
        var model: RoutingModel?
        let seconds = clock.measure {
            model = RoutingModel.train(data.examples, unrelated: data.unrelated)
        }
        guard let model else {
            throw BenchError(
                "there are too few rows: at least \(RoutingModel.fewestTrees) intents with "
                    + "\(RoutingModel.fewestPhrases) rows each on average are needed"
            )
        }
        // What is measured is what a release would read.
        let stored = try RoutingModel(decoding: model.encoded().span)
        for part in data.parts {
            let fields = figures(of: part.rows, stored)
            let heading = [
                "\"benchmark\": \"offmap\"", "\"part\": \"\(part.name)\"",
                "\"threshold\": \(rounded(Double(model.threshold)))",
            ]
            let training = [
                "\"trees\": \(data.examples.count)",
                "\"train_seconds\": \(rounded(seconds / .seconds(1)))",
                "\"model_bytes\": \(model.encoded().count)",
            ]
            print("{\((heading + fields + training).joined(separator: ", "))}")
        }
    }

    private func figures(of rows: [OffMapData.Row], _ model: RoutingModel) -> [String] {
        let english = SpokenLanguage.of("en-US")
        var right = 0
        var rightOfAny = 0
        var refused = 0
        var times: [UInt64] = []
        let clock = ContinuousClock()
        for row in rows {
            let start = clock.now
            let best = model.scores(of: SpokenOpening(row.sentence, language: english)).first
            times.append(UInt64((clock.now - start) / .nanoseconds(1)))
            let isRefused = (best?.score ?? 0) < Router.defaultThreshold
            if row.label == OffMapData.noIntent {
                refused += isRefused ? 1 : 0
            } else if best?.tree == row.label {
                rightOfAny += 1
                right += isRefused ? 0 : 1
            }
        }
        let outside = rows.count { $0.label == OffMapData.noIntent }
        let inside = rows.count - outside
        let time = Measurement(nanoseconds: times, seconds: 1)
        let fields = [
            ("in_scope_accuracy", share(right, of: inside)),
            ("oos_recall", share(refused, of: outside)),
            ("accuracy_without_threshold", share(rightOfAny, of: inside)),
            ("p50_us", time.p50), ("p99_us", time.p99),
        ]
        return ["\"n\": \(inside)", "\"n_oos\": \(outside)"]
            + fields.map { "\"\($0)\": \(rounded($1))" }
    }

    private func share(_ count: Int, of all: Int) -> Double {
        all == 0 ? .nan : Double(count) / Double(all)
    }

    private func rounded(_ value: Double) -> String {
        value.isNaN ? "null" : "\((value * 10_000).rounded() / 10_000)"
    }
}
