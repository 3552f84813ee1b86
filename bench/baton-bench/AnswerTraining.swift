internal import ArgumentParser
internal import Foundation
internal import Language

/// Trains the answer model, and measures it on what it was not trained on.
struct AnswerTraining: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-answers",
        abstract:
            "Trains the model that tells yes from no; prints how it does on questions left out.",
        discussion: """
            Two ways of leaving out: whole flowcharts, for trees that the model has never seen, and whole edges (one \
            answer of one node), for ways through a tree that nobody took. The same data give the same file.
            """
    )

    @Option(help: "Folder with FloDial's answers.train.jsonl and flowcharts.json.")
    var data: String

    @Option(help: "Statements to learn from, too, such as ops/training/statements.en.jsonl.")
    var statements: String?

    @Option(
        help:
            "The weights to write, such as Sources/CModel/answers.en.bin; without it only figures are printed."
    )
    var output: String?

    func run() throws {
        let examples = try AnswerData.read(
            URL(filePath: data),
            statements: statements.map { URL(filePath: $0) }
        )
        let samples = Self.samples(examples)
        let flowcharts = Array(Set(examples.map(\.flowchart))).sorted()
        let charts = Self.validate(
            examples,
            samples,
            folds: examples.map { flowcharts.firstIndex(of: $0.flowchart) ?? 0 }
        )
        let edges = Self.validate(examples, samples, folds: examples.map(Self.edgeFold))
        let temperature = AnswerCalibration.temperature(of: charts + edges)
        let beside = Self.examplesOfAnswer.map { most in
            (most, outcomes: AnswerFolds(examples, most: most).outcomes(of: charts))
        }
        let report = Report(
            n: examples.count,
            flowchartsLeftOut: AnswerCalibration.figures(of: charts, temperature),
            edgesLeftOut: AnswerCalibration.figures(of: edges, temperature),
            flowchartsLeftOutBesideExamples: beside.map { most, outcomes in
                Report.Beside(
                    examplesOfAnswer: most,
                    figures: AnswerCalibration.figures(of: outcomes, temperature)
                )
            },
            weightsBesideExamples: ExampleWeights.fitted(
                to: beside.flatMap(\.outcomes),
                temperature
            ),
            temperature: temperature
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
        guard let output else { return }
        let trainer = AnswerTrainer(samples.flatMap { $0 })
        let fingerprint = AnswerModel.fingerprint(
            of: try statements.map { try AnswerData.utterances(URL(filePath: $0)) } ?? []
        )
        try Self.table(trainer.weights, fingerprint, temperature: temperature)
            .write(to: URL(filePath: output))
    }

    /// How many examples of an answer are known, at most.
    private static let examplesOfAnswer = [5, 15, 100]

    private struct Report: Encodable {
        struct Beside: Encodable {
            let examplesOfAnswer: Int
            let figures: AnswerCalibration.Figures
        }

        let n: Int
        let flowchartsLeftOut: AnswerCalibration.Figures
        let edgesLeftOut: AnswerCalibration.Figures
        let flowchartsLeftOutBesideExamples: [Beside]
        /// Of the model, of likelihoods and of counts, as ``AnswerScores`` has them.
        let weightsBesideExamples: [Double]
        let temperature: Float
    }

    /// Each example's samples: itself and then its variants.
    private static func samples(_ examples: [AnswerExample]) -> [[AnswerTrainer.Sample]] {
        let language = SpokenLanguage.of("en-US")
        var nodes: [[String]: Int] = [:]
        return examples.map { example in
            let key = [example.flowchart, example.node]
            let node = nodes[key] ?? nodes.count
            nodes[key] = node
            let question = language.tokens(of: example.question)
            return ([example] + AnswerAugmentation.variants(of: example)).map { variant in
                AnswerTrainer.Sample(
                    rows: AnswerModel.features(
                        question: question,
                        utterance: language.tokens(of: variant.utterance)
                    ),
                    label: variant.label,
                    weight: variant.weight,
                    node: node
                )
            }
        }
    }

    /// The fold of an example when all answers of one meaning to one node stay together.
    private static func edgeFold(of example: AnswerExample) -> Int {
        AnswerFolds.fold(of: "\(example.flowchart)/\(example.node)/\(example.label)")
    }

    /// What models say of the recorded answers at deciding nodes, each trained without the fold of the example.
    private static func validate(
        _ examples: [AnswerExample],
        _ samples: [[AnswerTrainer.Sample]],
        folds: [Int]
    ) -> [AnswerCalibration.Outcome] {
        var outcomes: [AnswerCalibration.Outcome] = []
        for fold in Set(folds).sorted() {
            let trainer = AnswerTrainer(
                samples.indices.filter { folds[$0] != fold }.flatMap { samples[$0] }
            )
            for (index, example) in examples.enumerated()
            where folds[index] == fold && example.isRecorded && example.decides {
                let sums = AnswerTrainer.sums(samples[index][0].rows, trainer.weights)
                outcomes.append(
                    AnswerCalibration.Outcome(sums: sums, label: example.label, example: index)
                )
            }
        }
        return outcomes
    }

    /// The table as the program embeds it; its layout is described in ops/training/README.md.
    private static func table(
        _ weights: [Float],
        _ fingerprint: UInt64,
        temperature: Float
    ) -> Data {
        let scale = (weights.map(abs).max() ?? 1) / 127
        var data = Data("BAN1".utf8)
        func append(_ value: some FixedWidthInteger) {
            for byte in 0..<value.bitWidth / 8 {
                data.append(UInt8(truncatingIfNeeded: value >> (8 * byte)))
            }
        }
        append(UInt32(weights.count / 3))
        append(fingerprint)
        append(scale.bitPattern)
        append(temperature.bitPattern)
        for weight in weights { append(Int8((weight / scale).rounded())) }
        return data
    }
}
