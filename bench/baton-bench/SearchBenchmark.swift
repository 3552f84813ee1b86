internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import LMDB
internal import Messages

/// Finding an article by its symptoms, beside SQLite's FTS5.
struct SearchBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract:
            "Whether articles are found by the first 14 words on their symptoms, and how fast.",
        discussion: """
            Weights were chosen on every fifth article; its query is left out here unless --tuning is given, which \
            leaves out all others.
            """
    )

    @Option(help: "Articles: one JSON object a line with title, description and body; may be .xz.")
    var articles: String

    @Option(help: "Queries at most, evenly spread over the articles.")
    var queries = 1_000

    @Option(help: "Runs; in each all queries are put to the index and to its peer.")
    var runs = 5

    @Flag(help: "Measures on the articles on which weights are chosen.")
    var tuning = false

    @Option(help: "The peer's program, bench/peers/fts5-search.c; without it there is no ratio.")
    var peer: String?

    @Option(help: "Folder for the data; removed afterwards.")
    var folder = ".build/bench-data"

    func validate() throws {
        guard (1...100).contains(runs), queries > 0 else {
            throw ValidationError("runs are 1 to 100, queries at least 1")
        }
    }

    func run() throws {
        let root = URL(filePath: folder).standardizedFileURL.path
        try? FileManager.default.removeItem(atPath: root)
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let collection = try ArticleCollection(path: articles)
        let chosen = chooseQueries(collection)
        let texts = chosen.map { $0.words.joined(separator: " ") }
        let catalog = try SearchCatalog(collection, folder: root + "/catalog")
        let peer = try peer.map {
            try SearchPeer($0, folder: root, articles: collection.items, queries: texts)
        }
        var own: [Ranking] = []
        var peers: [Ranking] = []
        for _ in 0..<runs {
            own.append(Ranking(try catalog.run(texts), wanted: chosen.map(\.article)))
            if let peer { peers.append(Ranking(try peer.run(), wanted: chosen.map(\.article))) }
        }
        print(report(catalog, collection.items.count, chosen.count, own, peers))
    }

    private func chooseQueries(
        _ collection: ArticleCollection
    ) -> [(article: Int, words: [Substring])] {
        let all = collection.items.indices.filter {
            $0.isMultiple(of: 5) == tuning && !collection.items[$0].symptoms.isEmpty
        }
        let count = min(queries, all.count)
        return (0..<count).map { index in
            let article = all[index * all.count / count]
            return (article, collection.items[article].symptoms)
        }
    }

    private func report(
        _ catalog: SearchCatalog,
        _ articles: Int,
        _ queries: Int,
        _ own: [Ranking],
        _ peers: [Ranking]
    ) -> String {
        var fields: [(String, Double)] = [
            ("articles", Double(articles)), ("n", Double(queries)), ("runs", Double(runs)),
            ("publish_seconds", catalog.publishSeconds),
            ("republish_ms", catalog.republishMilliseconds),
            ("r1", own[0].first), ("r10", own[0].ten),
            ("p50_us", own.map(\.time).median(\.p50)), ("p99_us", own.map(\.time).median(\.p99)),
        ]
        if !peers.isEmpty {
            let peerTimes = peers.map(\.time)
            fields += [
                ("peer_r1", peers[0].first), ("peer_r10", peers[0].ten),
                ("peer_p50_us", peerTimes.median(\.p50)), ("peer_p99_us", peerTimes.median(\.p99)),
                ("p50_ratio", own.map(\.time).median(\.p50) / peerTimes.median(\.p50)),
            ]
        }
        let texts = fields.map { "\"\($0.0)\": \(($0.1 * 10_000).rounded() / 10_000)" }
        return "{\"benchmark\": \"search\", \(texts.joined(separator: ", "))}"
    }
}

/// How one run over all queries came out.
private struct Ranking {
    /// Shares of the queries whose article was first, and among the first ten.
    let first: Double
    let ten: Double
    let time: Measurement

    init(_ results: [(nanoseconds: UInt64, found: [Int])], wanted: [Int]) {
        let pairs = zip(results, wanted)
        let count = Double(max(1, wanted.count))
        first = Double(pairs.count { $0.found.first == $1 }) / count
        ten = Double(pairs.count { $0.found.contains($1) }) / count
        let times = results.map(\.nanoseconds)
        time = Measurement(nanoseconds: times, seconds: Double(times.reduce(0, +)) / 1e9)
    }
}

/// A release of all articles, published as an editor would.
private final class SearchCatalog {
    private let writer: Writer
    private let store: CatalogStore
    private let view: CatalogView
    private let numbers: [String: Int]

    /// How long it took to compile and commit the release.
    let publishSeconds: Double
    /// How long it took to stage, compile and commit a change of one article over it, until it was found.
    let republishMilliseconds: Double

    init(_ collection: ArticleCollection, folder: String) throws {
        let environment = try Environment(
            path: folder,
            mapSizeBytes: 8 << 30,
            maximumReaders: 8,
            databases: CatalogStore.databases
        )
        let writer = try Writer(environment: environment, queueLimit: 64)
        let store = try CatalogStore(environment: environment, writer: writer)
        self.writer = writer
        self.store = store
        numbers = Dictionary(
            uniqueKeysWithValues: collection.items.indices.map { (ArticleCollection.id($0), $0) }
        )
        func publish(_ files: [SourceFile], base: UInt32) throws -> Duration {
            let start = ContinuousClock.now
            let staged = try store.stage(StageRequest(baseRelease: base, files: files), at: 0)
            let reply = try store.publish(PublishRequest(draft: staged.draft), at: 0)
            guard reply.release > 0 else {
                let errors = reply.problems.filter { $0.severity == .error }
                throw BenchError("the articles have problems: \(errors.prefix(3))")
            }
            return ContinuousClock.now - start
        }
        let files = collection.files()
        let settings = SourceFile(
            path: "catalog.yaml",
            content: Array(BenchCatalog.settings.utf8)
        )
        publishSeconds = try publish([settings] + files, base: 0) / .seconds(1)
        let before = try store.currentView()
        var changed = files[files.count / 2]
        changed.content += Array("\nRepublished zyzzyva.\n".utf8)
        let start = ContinuousClock.now
        _ = try publish([changed], base: before.release)
        let hits = try store.currentView().search("zyzzyva", language: "en-US", maximum: 1)
        republishMilliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        guard hits.first?.id == ArticleCollection.id(files.count / 2) else {
            throw BenchError("a change of one article is not found")
        }
        view = before
    }

    deinit { writer.close() }

    /// Runs all queries once; of each its time and the numbers of the articles found.
    func run(_ queries: [String]) throws -> [(nanoseconds: UInt64, found: [Int])] {
        try queries.map { query in
            let start = ContinuousClock.now
            let hits = try view.search(query, language: "en-US", maximum: 10)
            let time = (ContinuousClock.now - start) / .nanoseconds(1)
            return (UInt64(time), hits.map { numbers[$0.id] ?? -1 })
        }
    }
}
