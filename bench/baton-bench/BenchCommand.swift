internal import ArgumentParser

/// The load harness: measures Baton beside its peers in the same run.
@main
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baton-bench",
        abstract: "Measures Baton beside its peers; prints one JSON object.",
        discussion: "bench/run builds the peers and runs everything.",
        subcommands: [
            TurnBenchmark.self, ReplayBenchmark.self, MetricsBenchmark.self, LoopBenchmark.self,
            AnswerTraining.self, OpeningTraining.self, QuestionBackTraining.self,
            UnderstandBenchmark.self, DialogsBenchmark.self, RecordedAnswers.self,
            OffMapBenchmark.self, SearchBenchmark.self,
        ]
    )
}
