internal import ArgumentParser
internal import Catalog
internal import Diagnosis
internal import Foundation
internal import Language
internal import Messages

/// Trains the weights that choose the article which answers a question back, and plays the questions through the engine.
struct QuestionBackTraining: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-questions-back",
        abstract:
            "Trains the weights that choose the article for a question back; prints how they do on flowcharts left out.",
        discussion: """
            The weights stand in Sources/Language/Search/ArticleChoice.swift. The same data give the same weights. What \
            the engine makes of the questions with the weights that it has is counted, too: "articles".
            """
    )

    @Option(help: "The file of flowcharts.")
    var flowcharts: String

    @Option(help: "The questions, such as ops/training/questions-back.en.jsonl.")
    var questions: String

    @Flag(
        help: "Also print each question that the engine answers from another article or not at all."
    )
    var verbose = false

    /// A question that a customer asked back, and the articles that answer it, the best first.
    private struct Row: Decodable {
        let flowchart: String
        let node: String
        let userUtterance: String
        let goldFaqs: [String]
    }

    private struct Report: Encodable {
        var n = 0
        /// Of how many the right article comes first, with weights that know nothing of the flowchart.
        var right = 0.0
        /// What the engine does with the questions: the share that it answers from the right article, from another one, with
        /// none, and that it takes for an answer.
        var articles: [String: Double] = [:]
        /// For how many an article is found where those of their flowchart are not there.
        var foundAmongOthers = 0.0
        var weights: [Float] = []
    }

    func run() throws {
        let charts = try DialogCharts(json: try BenchFile.read(flowcharts))
        let catalog = try charts.release(confirmations: 0)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var report = Report()
        var samples: [(flowchart: String, sample: OpeningTrainer.Sample)] = []
        var found = 0
        for line in try BenchFile.read(questions).split(separator: UInt8(ascii: "\n")) {
            let row = try decoder.decode(Row.self, from: Data(line))
            let places = try charts.places(of: row.flowchart)
            let right = row.goldFaqs.compactMap { places.articles[$0] }
            guard right.count == row.goldFaqs.count, !right.isEmpty else {
                throw BenchError("gold_faqs: \(row.flowchart) has no questions \(row.goldFaqs)")
            }
            report.n += 1
            let (outcome, question) = try ask(row, right, places, catalog.view)
            report.articles[outcome, default: 0] += 1
            if verbose, outcome != "right" { print(outcome, row.node, row.userUtterance) }
            let near = try catalog.view.articleTexts(near: question, language: Self.language)
            let language = SpokenLanguage.of(Self.language)
            let others = near.filter { !$0.article.id.hasPrefix(places.tree + "-") }
            if ArticleChoice.best(for: question, among: others, language: language) != nil {
                report.foundAmongOthers += 1
            }
            guard let place = near.firstIndex(where: { right.contains($0.article.id) }) else {
                continue
            }
            let features = ArticleChoice.features(of: near, for: question, language: language)
            samples.append((row.flowchart, OpeningTrainer.Sample(places: features, right: place)))
        }
        for flowchart in Set(samples.map(\.flowchart)).sorted() {
            let weights = OpeningTrainer.weights(
                for: samples.filter { $0.flowchart != flowchart }.map(\.sample)
            )
            found += samples.count { owner, sample in
                let likelihoods = OpeningModel.likelihoods(of: sample.places, weights: weights)
                return owner == flowchart && likelihoods.max() == likelihoods[sample.right]
            }
        }
        report.right = Double(found) / Double(report.n)
        report.foundAmongOthers /= Double(report.n)
        report.articles = report.articles.mapValues { $0 / Double(report.n) }
        report.weights = OpeningTrainer.weights(for: samples.map(\.sample))
            .map { ($0 * 1_000).rounded() / 1_000 }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private static let language = "en-US"

    /// What the engine makes of a question at its node, and the question as it looks for articles.
    private func ask(
        _ row: Row,
        _ right: [String],
        _ places: FloDial.Places,
        _ view: CatalogView
    ) throws -> (outcome: String, question: QuestionBack) {
        var call = try DialogCall(view, at: row.node, of: places)
        let tree = try view.compiledTree(places.tree)
        let node = places.nodes[row.node].flatMap { tree?.node(named: $0) }
        let place = call.position
        let understanding = try call.say(row.userUtterance)
        let question = QuestionBack(
            words: understanding.question.isEmpty ? row.userUtterance : understanding.question,
            utterance: row.userUtterance,
            tree: tree?.tree.title ?? "",
            said: node.flatMap { tree?.tree.nodes[$0].say } ?? ""
        )
        let outcome =
            if call.position != place {
                "answer"
            } else if understanding.article.isEmpty {
                "none"
            } else {
                right.contains(understanding.article) ? "right" : "other"
            }
        return (outcome, question)
    }
}
