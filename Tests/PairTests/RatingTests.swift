import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// Ratings and metrics of a call, on real processes.
@Suite struct RatingTests {
    private struct State: Decodable {
        struct Rating: Decodable {
            struct Rediagnosis: Decodable {
                let fact, value: String
                let turn: Int
            }
            let ratingId, correctedBy: String
            let rediagnosed: [Rediagnosis]
        }
        let ratings: [Rating]
    }

    private struct Metrics: Decodable {
        struct Group: Decodable {
            struct Value: Decodable {
                let value, low, high, change: Double?
                let count: Int
            }
            let key: [String: String]
            let calls, handoffs, rated: Int
            let metrics: [String: Value]
        }
        struct Definition: Decodable { let name, definition, interval: String }
        let definitions: [Definition]
        let groups: [Group]
    }

    @Test func `what was asked again comes without the turn that had answered it`() throws {
        let pair = try Pair()
        let conversations = Programs.starterCatalog + "/conversations"
        let played = try pair.play("\(conversations)/vpn-after-router-swap.yaml", as: "swap")
        try #require(played.status == 0, "\(played)")
        let handoff = try pair.handoff(of: "swap")
        let provider = try #require(handoff.environment.first { $0.text == "ISP Comcast" })
        let turn = try #require(provider.evidence.first?.turn)
        let server = ["--address", pair.handoff.address]
        let rate = ["handoff", "rate", "swap", "--engineer", "kim"]
        let rated = try Programs.run(
            "baton",
            rate + ["--score", "3", "--id", "r1", "--note", "Asked again which ISP they have."]
                + server
        )
        #expect(rated.status == 0, "\(rated)")
        #expect(
            rated.output.contains(
                "asked again, and answered in turn \(turn) of the call: ISP: Comcast"
            ),
            "\(rated)"
        )
        let state = try Programs.run("baton", ["handoff", "show", "swap", "--json"] + server)
        let rating = try #require(try CommandRun.json(State.self, state.output).ratings.first)
        #expect(rating.rediagnosed.map(\.fact) == ["environment.provider"])
        #expect(rating.rediagnosed.map(\.turn) == [turn])

        let metrics = ["metrics", "rediagnosis_rate", "satisfaction_mean", "--by", "tree"] + server
        func value(_ name: String) throws -> Metrics.Group.Value? {
            let shown = try Programs.run("baton", metrics + ["--json"])
            let read = try CommandRun.json(Metrics.self, shown.output)
            #expect(read.groups.map(\.key) == [["tree": "vpn"]], "\(shown)")
            #expect(read.definitions.allSatisfy { !$0.definition.isEmpty && !$0.interval.isEmpty })
            return read.groups.first?.metrics[name]
        }
        #expect(try value("rediagnosis_rate")?.value == 1)
        // Wilson's interval of one of one.
        #expect(abs(try #require(try value("rediagnosis_rate")?.low) - 0.2065) < 0.0001)
        let corrected = try Programs.run(
            "baton",
            rate + ["--score", "5", "--corrects", "last"] + server
        )
        #expect(corrected.status == 0, "\(corrected)")
        #expect(try value("rediagnosis_rate")?.value == 0)
        #expect(try value("satisfaction_mean")?.value == 5)
        let shown = try Programs.run("baton", ["handoff", "show", "swap"] + server)
        #expect(shown.output.contains("rated 3 by kim") && shown.output.contains("(corrected by "))
    }

    @Test func `metrics for people come without definitions, or bars`() throws {
        let pair = try Pair()
        let conversations = Programs.starterCatalog + "/conversations"
        _ = try pair.play("\(conversations)/vpn-after-router-swap.yaml", as: "swap")
        _ = try pair.handoff(of: "swap")
        func metrics(_ arguments: String...) throws -> Programs.Result {
            try Programs.run(
                "baton",
                ["metrics"] + arguments + ["--address", pair.handoff.address]
            )
        }
        let all = try metrics()
        #expect(all.output.hasPrefix("1 calls, 1 handoffs, 0 of them rated\n"), "\(all)")
        #expect(
            all.output.contains("handoffs returned to Tier 1 / handoffs; Wilson score interval")
        )
        let csv = try metrics("containment", "--by", "queue", "--csv").output
            .split(separator: "\n").map(String.init)
        #expect(csv.count == 2)
        #expect(csv.first?.hasPrefix("queue,metric,value,low,high,count,") == true)
        #expect(csv.last?.hasPrefix("network,containment,0.0,0.0,0.79") == true, "\(csv)")
        let chart = try metrics("words-per-handoff", "--by", "tree", "--chart").output
        #expect(chart.contains("vpn " + String(repeating: "█", count: 40)), "\(chart)")
        #expect(chart.hasPrefix("words_per_handoff: mean words of the text form"))
        // Nothing ended so long ago.
        #expect(try metrics("--by", "day", "--until", "2020-01-01").output == "no calls\n")
        for (arguments, message) in [
            (["nothing"], "there is no metric nothing"),
            (["--since", "soon"], "--since soon is no time"),
            (["--baseline", "5d"], "--baseline 5d is no span"),
            (["--zone", "Mars"], "--zone Mars is not known"),
            (["--csv", "--chart"], "exclude each other"),
        ] {
            let refused = try Programs.run(
                "baton",
                ["metrics", "--address", pair.handoff.address] + arguments
            )
            #expect(refused.status != 0 && refused.errors.contains(message), "\(refused)")
        }
    }

    @Test func `metrics of a time to come are refused by the names of the protocol`() throws {
        let shown = try CommandRun.baton(
            "metrics",
            "--since",
            "2099-01-01",
            "--address",
            "127.0.0.1:1"
        )
        #expect(shown.errors.contains("--since 2099-01-01 is after now"), "\(shown)")
    }
}
