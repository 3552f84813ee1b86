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

    @Option(
        help: "The openings, such as ops/training/openings.en.jsonl; may be given several times."
    )
    var openings: [String]

    @Option(
        help: """
            What customers say for the answers, such as ops/training/statements.en.jsonl; may be given several times. \
            Trains the weights for trees with examples: of one file, and of several the first alone and all together, \
            for the weights are to fit trees with more examples and with fewer.
            """
    )
    var answers: [String] = []

    @Option(
        help: """
            Openings that the trees know beside these answers, of the same form; may be given several times. Trains the \
            weights for trees with openings.
            """
    )
    var known: [String] = []

    func validate() throws {
        guard known.isEmpty || !answers.isEmpty else {
            throw ValidationError("known: openings count beside answers; name some with --answers")
        }
        guard !openings.isEmpty else { throw ValidationError("openings: a file of them is needed") }
    }

    func run() throws {
        let json = try BenchFile.read(flowcharts)
        let sets = (answers.count > 1 ? [[answers[0]], answers] : [answers]).map { $0 + known }
        let plain = try DialogCharts(json: json)
        let files = try openings.map { try DialogData.openings($0, charts: plain) }
        var groups: [Group] = []
        for set in sets {
            let charts = try DialogCharts(json: json, answers: try BenchFile.lines(set))
            let view = try charts.release(confirmations: 0).view
            for (file, rows) in zip(openings, files) {
                let samples = try rows.compactMap { row in
                    try sample(row, charts, view).map { (row.flowchart, $0) }
                }
                groups.append(Group(openings: file, answers: set, samples: samples))
            }
        }
        let charts = try DialogCharts(json: json, answers: try BenchFile.lines(answers + known))
        let view = try charts.release(confirmations: 0).view
        let routed = try files.map { rows in
            let right = try rows.count { try isRouted($0, charts, view) }
            return Double(right) / Double(rows.count)
        }
        var figures = groups.map { Figures(openings: $0.openings, answers: $0.answers) }
        for flowchart in Set(groups.flatMap(\.samples).map(\.flowchart)).sorted() {
            let weights = OpeningTrainer.weights(
                for: groups.flatMap(\.samples).filter { $0.flowchart != flowchart }.map(\.sample)
            )
            for (index, group) in groups.enumerated() {
                for (owner, sample) in group.samples where owner == flowchart {
                    figures[index].add(sample, weights)
                }
            }
        }
        let report = Report(
            routed: Dictionary(zip(openings, routed), uniquingKeysWith: { first, _ in first }),
            flowchartsLeftOut: figures.filter { $0.n > 0 },
            weights: OpeningTrainer.weights(for: groups.flatMap(\.samples).map(\.sample))
                .map { ($0 * 1_000).rounded() / 1_000 }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    /// The openings of a file, with trees that know the answers of some others.
    private struct Group {
        let openings: String
        let answers: [String]
        let samples: [(flowchart: String, sample: OpeningTrainer.Sample)]
    }

    /// How weights do on openings of flowcharts that they were not trained on.
    private struct Figures: Encodable {
        let openings: String
        /// What the trees know of what customers say.
        let answers: [String]
        var n = 0
        var atRoot = 0
        var right = 0.0
        var rightOrSecond = 0.0
        var logLoss = 0.0

        mutating func add(_ sample: OpeningTrainer.Sample, _ weights: [Float]) {
            let likelihoods = OpeningModel.likelihoods(of: sample.places, weights: weights)
            let better = likelihoods.count { $0 > likelihoods[sample.right] }
            n += 1
            atRoot += sample.right == 0 ? 1 : 0
            let share = 1 / Double(n)
            right += share * ((better == 0 ? 1 : 0) - right)
            rightOrSecond += share * ((better <= 1 ? 1 : 0) - rightOrSecond)
            logLoss += share * (-log(Double(max(likelihoods[sample.right], 1e-9))) - logLoss)
        }
    }

    private struct Report: Encodable {
        /// For each file of openings the share that comes to its flowchart's tree, among all.
        let routed: [String: Double]
        /// For each file of openings with each set of answers.
        let flowchartsLeftOut: [Figures]
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

    /// What an opening is to be trained on; nil for one that the tree knows, or that was made of an answer that it knows, which
    /// would be too easy.
    private func sample(
        _ row: DialogData.Opening,
        _ charts: DialogCharts,
        _ view: CatalogView
    ) throws -> OpeningTrainer.Sample? {
        let places = try charts.places(of: row.flowchart)
        guard let tree = try view.compiledTree(places.tree), let meaning = tree.meaning else {
            throw BenchError("flowchart: \(row.flowchart) makes no tree that skips ahead")
        }
        guard meaning.hasExamples == !answers.isEmpty else {
            throw BenchError("answers: there are too few for the flowchart \(row.flowchart)")
        }
        guard meaning.hasOpenings == !known.isEmpty else {
            throw BenchError("known: there are too few openings of the flowchart \(row.flowchart)")
        }
        if tree.tree.openings.contains(row.userUtterance)
            || tree.tree.nodes.contains(where: { node in
                node.options.contains { $0.openings.contains(row.userUtterance) }
            })
        {
            return nil
        }
        if let answer = row.answer,
            tree.tree.nodes.contains(where: { $0.options.contains { $0.examples.contains(answer) } }
            )
        {
            return nil
        }
        let hypotheses = meaning.hypotheses(
            for: SpokenOpening(row.userUtterance, language: .of(tree.tree.language))
        )
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
