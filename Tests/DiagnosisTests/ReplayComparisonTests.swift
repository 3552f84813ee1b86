import Catalog
import Messages
import Testing

@testable import Diagnosis

/// One call walked on drafts of its catalog; what must come out is worked out by hand.
@Suite struct ReplayComparisonTests {
    /// An edit of the printer's tree, and what the call then would have been.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let edits: [(String, String)]
        let expected: [String]
        var confirmed = false
        var testDescription: String { name }
    }

    static let paper = """
          - ask: environment.paper
            id: paper
            kind: yes-no
            say: Is there paper in it?
            BRANCHES
          - diagnose: broken
        """
    static let cases = [
        Case(
            name: "only words",
            edits: [("Is the light on?", "Do you see a light?")],
            expected: []
        ),
        Case(
            name: "a diagnosis put better",
            edits: [("diagnosis: the printer is broken", "diagnosis: the printer has a defect")],
            expected: []
        ),
        Case(
            name: "a leaf with another name",
            edits: [("diagnose: broken", "diagnose: defect"), (": broken\n", ": defect\n")],
            expected: []
        ),
        Case(
            name: "a question that goes",
            edits: [
                ("requires: [test.light]", "requires: []"), ("unknown: light", "unknown: broken"),
                ("otherwise: light", "otherwise: broken"),
                (Self.lightNode, ""),
            ],
            expected: ["factLost test.light", "noLongerAsked test.light"]
        ),
        Case(
            name: "a lookup that goes",
            edits: [(Self.tonerNode, ""), (Self.emptyLeaf, "")],
            expected: ["factLost test.toner"]
        ),
        Case(
            name: "a question on the way",
            edits: [
                ("otherwise: broken", "otherwise: paper"), ("unknown: broken", "unknown: paper"),
                ("  - diagnose: broken", paper.replacing("BRANCHES", with: "next: broken")),
            ],
            expected: ["factGained environment.paper", "questionAdded environment.paper"]
        ),
        Case(
            name: "a question that decides",
            edits: [
                ("otherwise: broken", "otherwise: paper"), ("unknown: broken", "unknown: paper"),
                (
                    "  - diagnose: broken",
                    paper.replacing("BRANCHES", with: "branches: {no: empty}\n    next: broken")
                ),
            ],
            expected: [
                "diagnosisOpen printer/broken → printer/paper", "factGained environment.paper",
                "questionAdded environment.paper",
            ]
        ),
        Case(
            name: "a required fact",
            edits: [
                ("requires: [test.light]", "requires: [test.light, environment.paper]"),
                (
                    "  - diagnose: broken",
                    paper.replacing("BRANCHES", with: "only-when-required: true")
                ),
            ],
            expected: ["factGained environment.paper", "questionAdded environment.paper"]
        ),
        Case(
            name: "an answer that leads elsewhere",
            edits: [("otherwise: broken", "branches: {fail: empty}\n    otherwise: broken")],
            expected: ["diagnosisChanged printer/broken → printer/empty"]
        ),
        Case(
            name: "a confirmed answer that leads elsewhere",
            edits: [("otherwise: broken", "branches: {fail: empty}\n    otherwise: broken")],
            expected: [
                "confirmedDiagnosisChanged printer/broken → printer/empty",
                "diagnosisChanged printer/broken → printer/empty",
            ],
            confirmed: true
        ),
        Case(
            name: "an option with another id",
            edits: [
                ("full: full}", "filled: full}"),
                (
                    "branches: {empty: empty}\n    otherwise: light\n    unknown: light",
                    "branches: {empty: empty, filled: light}\n    otherwise: empty\n    unknown: light"
                ),
            ],
            expected: [],
            confirmed: true
        ),
        Case(
            name: "an option that goes",
            edits: [
                ("full: full}", "filled: up to the brim}"),
                (
                    "branches: {empty: empty}\n    otherwise: light\n    unknown: light",
                    "branches: {empty: empty, filled: light}\n    otherwise: empty\n    unknown: light"
                ),
            ],
            // The light is asked all the same: it is required.
            expected: ["diagnosisChanged printer/broken → printer/empty"]
        ),
        Case(
            name: "symptoms that fit no more",
            edits: [("[the printer does not print, my printer is broken]", "[smoke comes out]")],
            expected: ["newlyOffMap printer → "]
        ),
        Case(
            name: "more symptoms",
            edits: [
                ("[the printer does not print,", "[nothing is printed, the printer does not print,")
            ],
            expected: []
        ),
    ]

    private static let lightNode = """
          - check: test.light
            id: light
            label: light
            say: Is the light on?
            results:
              pass: {label: "on", phrases: [it is on, the light is on], confirm: the light is on}
              fail: {label: "off", phrases: [it is off, the light is off], confirm: the light is off}
            otherwise: broken
            unknown: broken

        """
    private static let tonerNode = """
          - lookup: test.toner
            id: test.toner
            label: toner
            kind: choice
            source: print-server
            key: toner
            seconds: 30
            values: {empty: empty, full: full}
            branches: {empty: empty}
            otherwise: light
            unknown: light

        """
    private static let emptyLeaf = """
          - diagnose: empty
            diagnosis: the toner is empty
            recommendation: replace the toner
            minutes: 5
            queue: printers
            priority: 4
            confidence: 0.9

        """

    @Test(arguments: cases)
    func `a call on a draft comes out otherwise than it must`(_ example: Case) throws {
        let draft = try ReplayFixture.view(example.edits)
        let call = try ReplayFixture.call(
            "the printer does not print",
            isConfirmed: example.confirmed
        )
        let report = try ReplayFixture.report([call], on: draft)
        #expect(report.calls == 1 && report.handoffs == 1 && report.turns == 4)
        #expect(ReplayFixture.lines(report) == example.expected)
        #expect(report.findings.allSatisfy { $0.calls == 1 && $0.examples == ["a"] })
    }

    @Test func `a call that was off the map stays there when a tree takes its opening`() throws {
        let files = TestCatalog.files + [ReplayFixture.lampTree]
        let draft = try ReplayFixture.view(files)
        let call = try ReplayFixture.offMapCall("the lamp on my desk stays dark")
        let report = try ReplayFixture.report([call], on: draft)
        #expect(ReplayFixture.lines(report) == ["newlyOnMap intake → lamp"])
        let removed = try ReplayFixture.report(
            [try ReplayFixture.call("the printer does not print", isConfirmed: true)],
            on: try ReplayFixture.view([TestCatalog.files[0], ReplayFixture.lampTree])
        )
        #expect(
            ReplayFixture.lines(removed) == [
                "confirmedDiagnosisChanged printer/broken → intake", "newlyOffMap printer → ",
            ]
        )
    }

    @Test func `a German call off the map keeps the tree for its like from being published`() throws
    {
        let words = "die lampe auf meinem tisch bleibt dunkel"
        let base = try ReplayFixture.view(ReplayFixture.germanFiles)
        let lamp = String(decoding: ReplayFixture.lampTree.content, as: UTF8.self)
            .replacing("issue:", with: "language: de-DE\nissue:")
            .replacing("the lamp on my desk stays dark", with: words)
        let tree = SourceFile(path: "trees/lamp.yaml", content: Array(lamp.utf8))
        let call = try ReplayFixture.offMapCall(words, in: base, "de-DE", isConfirmed: true)
        let report = try ReplayFixture.report(
            [call],
            from: base,
            on: try ReplayFixture.view(ReplayFixture.germanFiles + [tree])
        )
        #expect(ReplayFixture.lines(report) == ["newlyOnMap intake-de-de → lamp"])
    }

    @Test func `a replay counts questions or calls wrongly, or keeps every call`() throws {
        let draft = try ReplayFixture.view(Self.cases[5].edits)
        let calls = try (0..<25).map { number in
            try ReplayFixture.call("the printer does not print", id: "call-\(number)")
        }
        let report = try ReplayFixture.report(calls, on: draft)
        #expect(report.calls == 25 && report.turns == 100)
        // The light; then the paper, too. When the customer can be reached is no question of a tree.
        #expect(report.questionsBefore == 25 && report.questionsAfter == 50)
        #expect(report.longestBefore == 1 && report.longestAfter == 2)
        #expect(report.handoffsGaining == 25 && report.handoffsLosing == 0)
        #expect(report.findings.allSatisfy { $0.calls == 25 && $0.examples.count == 10 })
    }
}

/// Calls held in process on the test's catalog, and drafts of it.
enum ReplayFixture {
    static let lampTree = SourceFile(
        path: "trees/lamp.yaml",
        content: Array(
            """
            id: lamp
            title: the lamp
            issue: The lamp stays dark
            symptoms: [the lamp on my desk stays dark]
            nodes:
              - diagnose: bulb
                diagnosis: the bulb is broken
                recommendation: send a bulb
                queue: lamps
            """.utf8
        )
    )

    static func view(_ edits: [(String, String)]) throws -> CatalogView {
        var text = String(decoding: TestCatalog.files[1].content, as: UTF8.self)
        // Its name is its fact's when none is given.
        text = text.replacing(
            "lookup: test.toner\n",
            with: "lookup: test.toner\n    id: test.toner\n"
        )
        for (part, other) in edits {
            try #require(text.contains(part), "\(part)")
            text = text.replacing(part, with: other)
        }
        let tree = SourceFile(path: TestCatalog.files[1].path, content: Array(text.utf8))
        return try view([TestCatalog.files[0], tree])
    }

    static func view(_ files: [SourceFile]) throws -> CatalogView {
        let compilation = try CatalogCompiler.compile(files)
        try #require(!compilation.hasErrors, "\(compilation.problems)")
        return compilation.view
    }

    /// The test's catalog with German beside English, and an intake of its own.
    static var germanFiles: [SourceFile] {
        let settings = String(decoding: TestCatalog.files[0].content, as: UTF8.self)
        let parts = settings.split(separator: "time-zone:", maxSplits: 1).map(String.init)
        let english = parts[0].replacing("languages:\n  en-US:\n", with: "")
        let intake = "    intake:\n      nodes: [{ask: symptom.description, say: Was ist los?}]\n"
        let german = parts[0] + "  de-DE:\n" + english + intake + "time-zone:" + parts[1]
        return [
            SourceFile(path: "catalog.yaml", content: Array(german.utf8)), TestCatalog.files[1],
        ]
    }

    static func report(
        _ calls: [PastCall],
        from base: CatalogView = TestCatalog.view,
        on draft: CatalogView
    ) throws -> ReplayReport {
        var comparison = ReplayComparison(
            base: base,
            draft: draft,
            diff: try CatalogDiff(from: base, to: draft)
        )
        for call in calls { try comparison.take(call) }
        return comparison.tally.finished()
    }

    /// The findings as words, in the order of the alphabet.
    static func lines(_ report: ReplayReport) -> [String] {
        report.findings.map { finding in
            let what = finding.fact.isEmpty ? "\(finding.before) → \(finding.after)" : finding.fact
            return "\(finding.change) \(what)"
        }.sorted()
    }

    /// A call of four turns about a printer whose light is off, handed off at `broken`.
    static func call(
        _ opening: String,
        id: String = "a",
        isConfirmed: Bool = false
    ) throws -> PastCall {
        var held = try HeldCall(id)
        try held.turn(.says(opening))
        try held.add("test.toner", "full", system: "print-server")
        try held.turn(Input(kind: .silence(Silence())))
        try held.turn(.answers(["test.light": "fail"]))
        try held.turn(.answers(["customer.availability": "now"]))
        #expect(held.state.progress.outcome == .escalated)
        #expect(held.state.progress.node == "printer/broken")
        return try PastCall(held.records, isConfirmed: isConfirmed)
    }

    /// A call that no tree of a catalog takes.
    static func offMapCall(
        _ opening: String,
        in view: CatalogView = TestCatalog.view,
        _ language: String = "",
        isConfirmed: Bool = false
    ) throws -> PastCall {
        var held = try HeldCall("a", in: view, language)
        try held.turn(.says(opening))
        try held.turn(.says(opening))
        try held.turn(.answers(["customer.availability": language == "de-DE" ? "jetzt" : "now"]))
        #expect(held.state.progress.offMap)
        return try PastCall(held.records, isConfirmed: isConfirmed)
    }
}

/// A call held by the engine alone.
private struct HeldCall {
    private(set) var records: [StoredRecord] = []
    private(set) var state: CallState
    private let view: CatalogView
    private var now: Int64 = 1_795_000_000_000

    init(_ id: String, in view: CatalogView = TestCatalog.view, _ language: String = "") throws {
        self.view = view
        let request = StartCallRequest(callID: id, language: language)
        let decision = try Engine.start(request, release: 1, atMilliseconds: now, view: view)
        guard case .call(let record) = decision else { throw EngineError.ended }
        records = [StoredRecord(sequence: 1, record: record)]
        state = try #require(CallState(first: record, sequence: 1))
    }

    mutating func turn(_ input: Input) throws {
        now += 1_000
        append(try Engine.turn(state, input: input, atMilliseconds: now, view: view))
    }

    mutating func add(_ fact: String, _ value: String, system: String) throws {
        let request = AddFactsRequest(
            callID: state.start.callID,
            requestID: "\(records.count)",
            system: system,
            facts: [StructuredAnswer(fact: fact, value: value)]
        )
        append(try Engine.addFacts(state, request: request, atMilliseconds: now, view: view))
    }

    private mutating func append(_ record: JournalRecord) {
        let sequence = UInt64(records.count + 1)
        records.append(StoredRecord(sequence: sequence, record: record))
        state.apply(record, sequence: sequence)
    }
}
