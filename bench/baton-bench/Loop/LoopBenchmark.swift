internal import ArgumentParser
internal import Catalog
internal import Dispatch
internal import Foundation
internal import Messages
internal import Transport

/// A simulation of the update loop: calls, handoffs, ratings, proposals and releases, day by day.
struct LoopBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loop",
        abstract: "Simulates the update loop over months, with it and without it.",
        discussion: """
            Simulated customers call, the engine walks each call on the trees as they are on that day, \
            simulated engineers rate the handoffs, and an editor decides about the proposals that follow. \
            The same customers and engineers are simulated without an editor. Printed are, by week, the \
            facts that a handoff lacks, how often engineers ask again what was answered, and minutes to \
            resolution.

            What it supposes:

            \(LoopAssumptions().sentences.map { "- \($0)" }.joined(separator: "\n"))

            What it does not show:

            \(LoopAssumptions.limits.map { "- \($0)" }.joined(separator: "\n"))
            """
    )

    @Option(help: "Days, from a Monday on.")
    var days = 90

    @Option(help: "The seed of all that is drawn.")
    var seed: UInt64 = 1

    @Option(help: "Calls in all.")
    var calls = 21_000

    @Option(help: "The catalog to begin with.")
    var catalog = "ops/catalog"

    @Option(
        help: """
            A file of flowcharts that are imported beside it; by default flodial/flowcharts.json below \
            the folder that BATON_DATA names.
            """
    )
    var flowcharts: String?

    @Option(help: "The share of decisions that are rejections whatever is proposed.")
    var rejected = LoopAssumptions().rejected

    @Option(help: "Where to draw the weeks, as SVG.")
    var plot: String?

    @Flag(help: "Print JSON instead of tables.")
    var json = false

    func validate() throws {
        guard (1...366).contains(days), (days...1_000_000).contains(calls),
            (0...1).contains(rejected)
        else {
            throw ValidationError(
                "days are 1 to 366, calls at least one a day and at most 1000000, rejected is a share"
            )
        }
    }

    func run() throws {
        let files = try files()
        var assumptions = LoopAssumptions()
        assumptions.rejected = rejected
        let world = try LoopWorld(
            seed: seed,
            days: days,
            calls: calls,
            view: CatalogCompiler.compile(files).view,
            assumptions: assumptions
        )
        let results = Locked<[Result<LoopResult, any Error>?]>([nil, nil])
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            let hasLoop = index == 0
            let name = hasLoop ? "with the loop" : "without it"
            let result = Result {
                let run = try LoopRun(files, world: world, hasLoop: hasLoop)
                try run.run { Self.note("\(name): \($0)") }
                return LoopResult(run)
            }
            results.withLock { $0[index] = result }
        }
        let both = try results.withLock { $0 }.compactMap { try $0?.get() }
        let report = LoopReport(
            seed: seed,
            world: world,
            withLoop: both[0],
            withoutLoop: both[1],
            hasFlowcharts: flowchartsPath != nil
        )
        if let plot {
            try Data(LoopPlot(report).svg.utf8).write(to: URL(filePath: plot))
        }
        print(json ? try report.json() : report.text)
    }

    private static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    private var flowchartsPath: String? {
        flowcharts
            ?? ProcessInfo.processInfo.environment["BATON_DATA"].map {
                $0 + "/flodial/flowcharts.json"
            }
    }

    /// The catalog with the trees and articles of the flowcharts.
    private func files() throws -> [SourceFile] {
        let files = try CatalogFolder.read(catalog)
        guard let path = flowchartsPath else {
            Self.note(
                "no flowcharts: give --flowcharts or BATON_DATA; the catalog alone is simulated"
            )
            return files
        }
        let imported = try FloDial.files(fromJSON: try BenchFile.read(path))
        return files + imported.filter { $0.path != "catalog.yaml" }
    }
}

/// What came of a run.
struct LoopResult: Sendable {
    let weeks: [LoopRun.Week]
    let measured: [MetricGroup]
    let releases: UInt32
    let decisions: SimulatedEditor.Decisions

    init(_ run: LoopRun) {
        weeks = run.weeks
        measured = run.measured()
        releases = run.editor.release
        decisions = run.editor.decisions
    }
}
