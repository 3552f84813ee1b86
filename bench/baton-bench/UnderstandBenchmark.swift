internal import ArgumentParser
internal import CAllocations
internal import Diagnosis
internal import Foundation
internal import Messages

/// What understanding a turn costs inside the engine, on a catalog and on one of ten times its trees.
struct UnderstandBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understand",
        abstract: "Latency of free-text turns in process, and how it grows with the catalog.",
        discussion: """
            Customers speak at each place of the catalog's own conversations where one does, and with --data also at \
            those of recorded dialogs over flowcharts: what was said there, and by turns what others say at such a \
            place. The releases are published to disk and read as a server reads them. A turn is from the words to \
            the record of what they change, with the reply.

            "kinds" has each kind of turn for itself: openings (the tree is sought), answers, corrections, questions \
            back, and others, such as those in which nothing was understood.
            """
    )

    @Option(help: "The catalog, with conversations.")
    var catalog = "ops/catalog"

    @Option(help: "Folder with FloDial's flowcharts.json, dialogs and answers.train.jsonl.")
    var data: String?

    @Option(help: "Different utterances at each place of a conversation.")
    var utterances = 100

    func validate() throws {
        guard (1...10_000).contains(utterances) else {
            throw ValidationError("utterances are 1 to 10000")
        }
    }

    func run() throws {
        let single = try measure(copies: 0)
        let tenfold = try measure(copies: 9)
        let report = Report(
            n: single.all.count,
            p50Us: single.all.microseconds(at: 0.5),
            p99Us: single.all.microseconds(at: 0.99),
            p50UsTenfold: tenfold.all.microseconds(at: 0.5),
            p99UsTenfold: tenfold.all.microseconds(at: 0.99),
            kinds: single.kinds.mapValues(Report.Part.init),
            kindsTenfold: tenfold.kinds.mapValues(Report.Part.init),
            growthKib: single.growthKiB,
            growthKibTenfold: tenfold.growthKiB
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private struct Report: Encodable {
        /// Turns of one kind.
        struct Part: Encodable {
            let n: Int
            let p50Us: Double
            let p99Us: Double
            /// How often a turn allocates memory, and how many bytes in all.
            let allocations: Int
            let allocatedBytes: Int

            init(_ turns: [TurnCost]) {
                n = turns.count
                p50Us = turns.microseconds(at: 0.5)
                p99Us = turns.microseconds(at: 0.99)
                allocations = turns.reduce(0) { $0 + $1.allocations } / max(1, n)
                allocatedBytes = turns.reduce(0) { $0 + $1.allocatedBytes } / max(1, n)
            }
        }

        let n: Int
        let p50Us: Double
        let p99Us: Double
        let p50UsTenfold: Double
        let p99UsTenfold: Double
        let kinds: [String: Part]
        let kindsTenfold: [String: Part]
        /// How much the memory that is held grew while all turns were measured.
        let growthKib: Int
        let growthKibTenfold: Int
    }

    private func measure(copies: Int) throws -> TurnCosts {
        var places = try SpeakingPlaces.ofConversations(in: catalog, copies: copies)
        if let data { places += try SpeakingPlaces.ofDialogs(in: data, copies: copies) }
        var costs = TurnCosts()
        var generator = SplitMix(state: 1)
        // The first round reads what is kept; it is not counted.
        for isCounted in [false, true] {
            let before = try BenchProcess.memory(of: "self").anonymousKiB
            for place in places {
                for number in 0..<utterances {
                    let said =
                        number.isMultiple(of: 2)
                        ? place.said : place.others.randomElement(using: &generator) ?? place.said
                    let (kind, cost) = try measure(said, at: place)
                    if isCounted { costs.add(cost, kind) }
                }
            }
            costs.growthKiB = try BenchProcess.memory(of: "self").anonymousKiB - before
        }
        return costs
    }

    private func measure(_ said: String, at place: SpeakingPlace) throws -> (String, TurnCost) {
        let input = Input(kind: .speech(Speech(alternatives: [Alternative(text: said)])))
        let allocations = bench_allocations()
        let allocatedBytes = bench_allocated_bytes()
        let start = ContinuousClock.now
        let record = try Engine.turn(
            place.state,
            input: input,
            atMilliseconds: place.state.lastAtMilliseconds + 1_000,
            view: place.catalog.view
        )
        let cost = TurnCost(
            nanoseconds: Int((ContinuousClock.now - start) / .nanoseconds(1)),
            allocations: Int(bench_allocations() - allocations),
            allocatedBytes: Int(bench_allocated_bytes() - allocatedBytes)
        )
        guard let heard = record.understanding else {
            throw BenchError("a turn was not understood as one")
        }
        return (Self.kind(of: heard, at: place), cost)
    }

    private static func kind(of heard: Understanding, at place: SpeakingPlace) -> String {
        if place.state.progress.phase == .routing { return "openings" }
        if heard.acts.contains(.correction) { return "corrections" }
        if heard.acts.contains(.questionBack) { return "questions_back" }
        return heard.answer == nil ? "others" : "answers"
    }
}

/// What a turn took.
private struct TurnCost {
    let nanoseconds: Int
    let allocations: Int
    let allocatedBytes: Int
}

/// What turns took, by their kinds.
private struct TurnCosts {
    private(set) var all: [TurnCost] = []
    private(set) var kinds: [String: [TurnCost]] = [:]
    var growthKiB = 0

    mutating func add(_ cost: TurnCost, _ kind: String) {
        all.append(cost)
        kinds[kind, default: []].append(cost)
    }
}

extension [TurnCost] {
    fileprivate func microseconds(at share: Double) -> Double {
        let sorted = map(\.nanoseconds).sorted()
        return Double(sorted[Swift.min(count - 1, Int(share * Double(count)))]) / 1_000
    }
}
