internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Language
internal import Messages

/// Trains the weights of what openings say of a tree, and measures them on trees that they were not trained on.
struct OpeningTraining: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-openings",
        abstract:
            "Trains the weights that find where an opening takes a call; prints how they do on trees left out.",
        discussion: """
            The weights stand in Sources/Language/Openings/OpeningModel.swift. The same data give the same weights.
            """
    )

    @Option(help: "The file of flowcharts.")
    var flowcharts: String

    @Option(help: "The openings, such as ops/training/openings.en.jsonl.")
    var openings: String

    @Option(
        help:
            "What customers say for the answers, such as ops/training/statements.en.jsonl; may be given several times. Trains the weights for trees with examples."
    )
    var answers: [String] = []

    func run() throws {
        let charts = try DialogCharts(
            json: try BenchFile.read(flowcharts),
            answers: try BenchFile.lines(answers)
        )
        let rows = try DialogData.openings(openings, charts: charts)
        let view = try charts.release(confirmations: 0).view
        let samples = try rows.map { try sample($0, charts, view) }
        var counts = (right: 0, second: 0, loss: 0.0)
        for flowchart in Set(rows.map(\.flowchart)).sorted() {
            let isLeftOut = rows.map { $0.flowchart == flowchart }
            let weights = OpeningTrainer.weights(
                for: zip(samples, isLeftOut).filter { !$0.1 }.map(\.0)
            )
            for sample in zip(samples, isLeftOut).filter(\.1).map(\.0) {
                let likelihoods = OpeningModel.likelihoods(of: sample.places, weights: weights)
                let better = likelihoods.count { $0 > likelihoods[sample.right] }
                if better == 0 { counts.right += 1 }
                if better <= 1 { counts.second += 1 }
                counts.loss -= log(Double(max(likelihoods[sample.right], 1e-9)))
            }
        }
        let count = Double(samples.count)
        let report = Report(
            n: samples.count,
            atRoot: samples.count { $0.right == 0 },
            routed: Double(try rows.count { try isRouted($0, charts, view) }) / count,
            flowchartsLeftOut: Figures(
                right: Double(counts.right) / count,
                rightOrSecond: Double(counts.second) / count,
                logLoss: counts.loss / count
            ),
            weights: OpeningTrainer.weights(for: samples).map { ($0 * 1_000).rounded() / 1_000 }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private struct Figures: Encodable {
        let right: Double
        let rightOrSecond: Double
        let logLoss: Double
    }

    private struct Report: Encodable {
        let n: Int
        let atRoot: Int
        /// The share that comes to its flowchart's tree, among all.
        let routed: Double
        let flowchartsLeftOut: Figures
        let weights: [Float]
    }

    private func isRouted(
        _ row: DialogData.Opening,
        _ charts: DialogCharts,
        _ view: CatalogView
    ) throws -> Bool {
        try view.route(row.userUtterance, language: "en-US").first?.tree
            == charts.places(of: row.flowchart).tree
    }

    private func sample(
        _ row: DialogData.Opening,
        _ charts: DialogCharts,
        _ view: CatalogView
    ) throws -> OpeningTrainer.Sample {
        let places = try charts.places(of: row.flowchart)
        guard let tree = try view.compiledTree(places.tree), let meaning = tree.meaning else {
            throw BenchError("flowchart: \(row.flowchart) makes no tree that skips ahead")
        }
        guard meaning.hasExamples == !answers.isEmpty else {
            throw BenchError("answers: there are too few for the flowchart \(row.flowchart)")
        }
        let hypotheses = meaning.hypotheses(for: row.userUtterance)
        let answer = row.impliedAnswers.last.flatMap { step in
            places.nodes[step[0]].flatMap(tree.node(named:)).map { node in
                WayStep(node: node, key: FloDial.option(ofLabel: step[1]))
            }
        }
        guard let right = hypotheses.firstIndex(where: { $0.answer == answer }) else {
            throw BenchError(
                "implied_answers: \(row.impliedAnswers) lead nowhere in \(places.tree)"
            )
        }
        return OpeningTrainer.Sample(places: hypotheses.map(\.features), right: right)
    }
}

/// Weights by which the right place among several is the likeliest.
enum OpeningTrainer {
    struct Sample {
        /// The features of each place.
        let places: [[Float]]
        let right: Int
    }

    private static let steps = 1_500
    private static let rate: Float = 0.3
    private static let decay: Float = 0.0005

    /// Maximises the likelihood of the right places, by steps over all samples.
    static func weights(for samples: [Sample]) -> [Float] {
        var weights = Array(repeating: Float(0), count: samples.first?.places.first?.count ?? 0)
        var squares = weights
        for _ in 0..<steps {
            var gradient = weights.map { -decay * Float(samples.count) * $0 }
            for sample in samples {
                let likelihoods = OpeningModel.likelihoods(of: sample.places, weights: weights)
                for (place, features) in sample.places.enumerated() {
                    let share = (place == sample.right ? 1 : 0) - likelihoods[place]
                    for index in weights.indices { gradient[index] += share * features[index] }
                }
            }
            for index in weights.indices {
                squares[index] += gradient[index] * gradient[index]
                guard squares[index] > 0 else { continue }
                weights[index] += rate * gradient[index] / squares[index].squareRoot()
            }
        }
        return weights
    }
}
