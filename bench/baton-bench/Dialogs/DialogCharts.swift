internal import Catalog
internal import Messages

/// Flowcharts as the catalog that the product imports, and where their parts are in it.
struct DialogCharts {
    private let files: [SourceFile]
    private let places: [String: FloDial.Places]

    /// - Parameter answers: Recorded answers, which become examples of the trees.
    init(json: [UInt8], answers: [UInt8] = []) throws {
        files = try FloDial.files(fromJSON: json, answers: answers)
        places = Dictionary(
            try FloDial.places(fromJSON: json).map { ($0.chart, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The ids of the trees.
    var trees: [String] { places.values.map(\.tree) }

    /// A release of the catalog whose calls ask at most so many times whether they understood.
    ///
    /// With none, the engine always takes its best guess. Each opening belongs to a flowchart, so that the
    /// best tree is taken however low its score is. Where it may ask, it does so below the other thresholds.
    ///
    /// - Parameter copies: How often each tree is there again, under another id.
    func release(confirmations: Int, copies: Int = 0) throws -> PublishedCatalog {
        let files = files.map { file in
            guard file.path == "catalog.yaml" else { return file }
            let settings = """
                confirmations: \(confirmations)
                thresholds: {routing: 0, answer: 0.8, volunteer: 0.9}

                """
            return SourceFile(path: file.path, content: file.content + Array(settings.utf8))
        }
        return try PublishedCatalog(files.withCopies(copies))
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
