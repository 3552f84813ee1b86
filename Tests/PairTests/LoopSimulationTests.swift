import Foundation
import TestSupport
import Testing

/// The simulation of the update loop, over few calls on the starter catalog.
@Suite struct LoopSimulationTests {
    private struct Report: Decodable, Equatable {
        struct Run: Decodable, Equatable {
            struct Week: Decodable, Equatable {
                let week, calls: Int
                let missingPerHandoff, rediagnosisRate, minutesToResolution: Double

                enum CodingKeys: String, CodingKey {
                    case week, calls
                    case missingPerHandoff = "missing_per_handoff"
                    case rediagnosisRate = "rediagnosis_rate"
                    case minutesToResolution = "minutes_to_resolution"
                }
            }
            let weeks: [Week]
            let releases, rejected: Int
            let accepted: [String: Int]
            let refused: [String]
        }
        let seed: UInt64
        let withLoop, withoutLoop: Run
        let assumptions: [String]

        enum CodingKeys: String, CodingKey {
            case seed, assumptions
            case withLoop = "with_loop"
            case withoutLoop = "without_loop"
        }
    }

    private func run(_ arguments: String...) throws -> (report: Report, output: String) {
        // Without the data's flowcharts, whose many trees need many calls. Of fewer calls it is chance what the first week asks for.
        let run = try Programs.run(
            URL(filePath: "/usr/bin/env"),
            [
                "-u", "BATON_DATA", Programs.folder.appending(path: "baton-bench").path, "loop",
                "--days", "14", "--calls", "300", "--catalog", Programs.starterCatalog, "--json",
            ] + arguments,
            seconds: 300
        )
        try #require(run.status == 0, "\(run)")
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        return (report, run.output)
    }

    @Test func `the loop does not lower what handoffs lack, or it falls without the loop`() throws {
        let folder = try TemporaryFolder()
        let plot = folder.path + "/loop.svg"
        let (report, output) = try run("--seed", "4", "--plot", plot)
        #expect(report.seed == 4)
        for weeks in [report.withLoop.weeks, report.withoutLoop.weeks] {
            #expect(weeks.map(\.week) == [1, 2])
            #expect(weeks.map(\.calls).reduce(0, +) == 300)
        }
        let (with, without) = (report.withLoop, report.withoutLoop)
        #expect(with.weeks.map(\.calls) == without.weeks.map(\.calls))
        #expect(without.releases == 1 && without.accepted.isEmpty)
        #expect(with.accepted.values.reduce(1, +) == with.releases)
        #expect(with.refused.isEmpty, "\(with.refused)")
        // Far from what months bring: this is for what breaks.
        let (last, other) = (with.weeks[1], without.weeks[1])
        #expect(last.missingPerHandoff < 0.5 * other.missingPerHandoff, "\(output)")
        #expect(last.rediagnosisRate < other.rediagnosisRate)
        #expect(last.minutesToResolution < other.minutesToResolution)
        #expect(other.missingPerHandoff > 0.8 * without.weeks[0].missingPerHandoff)
        #expect(!report.assumptions.isEmpty)
        let svg = try String(contentsOfFile: plot, encoding: .utf8)
        #expect(svg.hasPrefix("<svg ") && svg.split(separator: "<polyline").count == 7)

        #expect(try run("--seed", "4").output == output)
    }

    @Test func `what handoffs lack falls although no proposal is accepted`() throws {
        let report = try run("--seed", "4", "--rejected", "1").report
        #expect(report.withLoop.rejected > 0)
        #expect(report.withLoop.releases == 1)
        #expect(report.withLoop.weeks == report.withoutLoop.weeks)
    }
}
