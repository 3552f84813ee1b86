internal import ArgumentParser
internal import Catalog
internal import Diagnosis
internal import Foundation
internal import Messages

/// What understanding a turn costs inside the engine, on a catalog and on one of ten times its trees.
struct UnderstandBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understand",
        abstract: "Latency of free-text turns in process, and how it grows with the catalog.",
        discussion: """
            The catalog's own conversations are played. At each place where the customer speaks, what was said there \
            and answers of other customers, each of them once a round, are understood by the engine.
            """
    )

    @Option(help: "The catalog, with conversations.")
    var catalog = "ops/catalog"

    @Option(
        help:
            "Folder with FloDial's answers.train.jsonl and flowcharts.json: what else is said at each place."
    )
    var data: String?

    @Option(help: "Different utterances at each place of a conversation.")
    var utterances = 100

    func validate() throws {
        guard (1...10_000).contains(utterances) else {
            throw ValidationError("utterances are 1 to 10000")
        }
    }

    func run() throws {
        let files = try CatalogFolder.read(catalog)
        let others = try data.map { try AnswerData.read(URL(filePath: $0)).map(\.utterance) } ?? []
        let single = try measure(files, others)
        let tenfold = try measure(files + Self.copies(of: files, count: 9), others)
        let report = Report(
            n: single.nanoseconds.count,
            p50Us: single.microseconds(at: 0.5),
            p99Us: single.microseconds(at: 0.99),
            p50UsTenfold: tenfold.microseconds(at: 0.5),
            p99UsTenfold: tenfold.microseconds(at: 0.99),
            growthKib: single.growthKiB,
            growthKibTenfold: tenfold.growthKiB
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private struct Report: Encodable {
        let n: Int
        let p50Us: Double
        let p99Us: Double
        let p50UsTenfold: Double
        let p99UsTenfold: Double
        /// How much allocated memory grew while all turns were measured.
        let growthKib: Int
        let growthKibTenfold: Int
    }

    /// The trees under other ids, so that nothing else changes.
    private static func copies(of files: [SourceFile], count: Int) -> [SourceFile] {
        var copies: [SourceFile] = []
        for file in files where file.path.hasPrefix("trees/") {
            for number in 1...count {
                var lines = String(decoding: file.content, as: UTF8.self)
                    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                guard let line = lines.firstIndex(where: { $0.hasPrefix("id: ") }) else { continue }
                lines[line] += "-\(number)"
                var copy = file
                copy.path = file.path.replacing(".yaml", with: "-\(number).yaml")
                copy.content = Array(lines.joined(separator: "\n").utf8)
                copies.append(copy)
            }
        }
        return copies
    }

    private func measure(_ files: [SourceFile], _ others: [String]) throws -> Measured {
        let view = try CatalogCompiler.compile(files).view
        var places: [Place] = []
        for id in try view.conversationIDs(after: "", maximum: 1_000) {
            if let conversation = try view.conversation(id) {
                places += try Self.places(in: conversation, view: view)
            }
        }
        guard !places.isEmpty else {
            throw BenchError("\(catalog) has no conversation in which a customer speaks")
        }
        var measured = Measured()
        var generator = SplitMix(state: 1)
        // The first round fills caches; it is not counted.
        for isCounted in [false, true] {
            let before = try BenchProcess.memory(of: "self").anonymousKiB
            for place in places {
                for number in 0..<utterances {
                    let said =
                        number == 0 || others.isEmpty
                        ? place.said : others.randomElement(using: &generator) ?? place.said
                    let speech = Speech(alternatives: [Alternative(text: said)])
                    let start = ContinuousClock.now
                    let record = try Engine.turn(
                        place.state,
                        input: Input(kind: .speech(speech)),
                        atMilliseconds: place.state.lastAtMilliseconds + 1_000,
                        view: view
                    )
                    let duration = ContinuousClock.now - start
                    guard record.kind == .turn else { throw BenchError("a turn made no record") }
                    if isCounted { measured.add(duration) }
                }
            }
            measured.growthKiB = try BenchProcess.memory(of: "self").anonymousKiB - before
        }
        return measured
    }

    /// A call at a place where its customer speaks, and what was said there.
    private struct Place {
        let state: CallState
        let said: String
    }

    private static func places(in conversation: Conversation, view: CatalogView) throws -> [Place] {
        let request = StartCallRequest(
            callID: "bench",
            caller: conversation.caller,
            customer: conversation.customer,
            language: conversation.language,
            timeZone: conversation.timeZone,
            startedAtMs: conversation.startedAtMs
        )
        let decision = try Engine.start(
            request,
            release: 1,
            atMilliseconds: conversation.startedAtMs,
            view: view
        )
        guard case .call(let record) = decision, var state = CallState(first: record, sequence: 1)
        else { return [] }
        var places: [Place] = []
        for turn in conversation.turns {
            guard !state.isEnded else { break }
            let lookups = state.progress.lookups.map(\.fact)
            if !lookups.isEmpty {
                let record = try Engine.timeOut(
                    state,
                    facts: lookups,
                    atMilliseconds: state.lastAtMilliseconds,
                    view: view
                )
                state.apply(record, sequence: state.lastSequence + 1)
            }
            guard !turn.says.isEmpty else { continue }
            places.append(Place(state: state, said: turn.says))
            let speech = Speech(alternatives: [Alternative(text: turn.says)])
            let record = try Engine.turn(
                state,
                input: Input(kind: .speech(speech)),
                atMilliseconds: state.lastAtMilliseconds + 1_000,
                view: view
            )
            state.apply(record, sequence: state.lastSequence + 1)
        }
        return places
    }

    /// How long turns took.
    private struct Measured {
        var nanoseconds: [Int64] = []
        var growthKiB = 0

        mutating func add(_ duration: Duration) {
            nanoseconds.append(
                duration.components.seconds * 1_000_000_000 + duration.components.attoseconds
                    / 1_000_000_000
            )
        }

        func microseconds(at share: Double) -> Double {
            let sorted = nanoseconds.sorted()
            return Double(sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]) / 1_000
        }
    }
}
