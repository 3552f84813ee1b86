internal import Catalog
internal import Foundation
internal import LMDB
internal import Messages

/// Flowcharts as the catalog that the product imports, and where their parts are in it.
struct DialogCharts {
    private let files: [SourceFile]
    private let places: [String: FloDial.Places]

    init(json: [UInt8]) throws {
        files = try FloDial.files(fromJSON: json)
        places = Dictionary(
            try FloDial.places(fromJSON: json).map { ($0.chart, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A release of the catalog whose calls ask at most so many times whether they understood.
    ///
    /// With none, the engine always takes its best guess. Each opening belongs to a flowchart, so that the
    /// best tree is taken however low its score is. Where it may ask, it does so below the other thresholds.
    func release(confirmations: Int) throws -> DialogRelease {
        let files = files.map { file in
            guard file.path == "catalog.yaml" else { return file }
            let settings = """
                confirmations: \(confirmations)
                thresholds: {routing: 0, answer: 0.8, volunteer: 0.9}

                """
            return SourceFile(path: file.path, content: file.content + Array(settings.utf8))
        }
        return try DialogRelease(files)
    }

    /// Where the parts of a flowchart are; it has been checked that there is one.
    func places(of chart: String) throws -> FloDial.Places {
        guard let places = places[chart] else {
            throw BenchError("flowchart: there is no flowchart \(chart)")
        }
        return places
    }

    // MARK: Checks

    func check(_ turn: DialogData.Turn, of chart: String) throws {
        try check(turn.node, of: chart, field: "node")
        switch turn.kind {
        case .answer:
            guard let next = turn.goldNextNode else {
                throw BenchError("gold_next_node: an answer leads somewhere")
            }
            try check(next, of: chart, field: "gold_next_node")
        case .digression, .digressionAtSolution:
            guard let question = turn.goldFaq,
                try places(of: chart).articles[question] != nil
            else {
                throw BenchError("gold_faq: \(chart) has no question \(turn.goldFaq ?? "null")")
            }
        }
    }

    func check(_ node: String, of chart: String, field: String) throws {
        guard try places(of: chart).nodes[node] != nil else {
            throw BenchError("\(field): the flowchart \(chart) has no node \(node)")
        }
    }

    func check(_ answers: [[String]], of chart: String, field: String) throws {
        for answer in answers {
            guard answer.count == 2 else {
                throw BenchError("\(field): pairs of node and label are needed")
            }
            try check(answer[0], of: chart, field: field)
        }
    }
}

/// A catalog that was published to a folder of its own, which is removed with it: calls read it as a server does.
final class DialogRelease {
    let view: CatalogView
    private let store: CatalogStore
    private let writer: Writer
    private let folder: String

    init(_ files: [SourceFile]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let environment = try Environment(
            path: folder,
            mapSizeBytes: 1 << 28,
            maximumReaders: 8,
            databases: CatalogStore.databases
        )
        writer = try Writer(environment: environment, queueLimit: 64)
        store = try CatalogStore(environment: environment, writer: writer)
        let staged = try store.stage(StageRequest(files: files), at: 0)
        let reply = try store.publish(PublishRequest(draft: staged.draft), at: 0)
        guard reply.release > 0 else {
            throw BenchError("the flowcharts make no catalog: \(reply.problems)")
        }
        view = try store.currentView()
    }

    deinit {
        writer.close()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
