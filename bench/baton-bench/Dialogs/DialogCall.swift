internal import Catalog
internal import Diagnosis
internal import Language
internal import Messages
internal import Transport

/// A call with the engine, in process: what a server does of a turn but for keeping it.
struct DialogCall {
    private let view: CatalogView
    private(set) var state: CallState
    private var sequence: UInt64 = 1

    /// How long the last turn took.
    private(set) var nanoseconds: UInt64 = 0

    /// The recorded calls have no times; any day will do.
    private static let startMilliseconds: Int64 = 1_750_000_000_000

    init(_ view: CatalogView) throws {
        self.view = view
        let decision = try Engine.start(
            StartCallRequest(callID: "dialog"),
            release: 1,
            atMilliseconds: Self.startMilliseconds,
            view: view
        )
        guard case .call(let record) = decision,
            let state = CallState(first: record, sequence: sequence)
        else { throw BenchError("the call is not taken") }
        self.state = state
    }

    /// A call that stands at a node of a flowchart, as if the answers on the way there had been given.
    init(_ view: CatalogView, at node: String, of places: FloDial.Places) throws {
        guard let tree = try view.compiledTree(places.tree),
            let index = places.nodes[node].flatMap(tree.node(named:))
        else { throw BenchError("node: the tree \(places.tree) has no node \(node)") }
        try self.init(view)
        try bring(
            to: places.tree,
            tree.ways[index].map { step in
                StructuredAnswer(fact: tree.tree.nodes[step.node].fact, value: step.key)
            }
        )
    }

    /// Where the call stands, as tree/node.
    var position: String { state.isEnded ? "" : state.progress.node }

    /// Whether the customer is asked if something was understood rightly.
    var isConfirming: Bool {
        state.progress.confirming != nil || !state.progress.candidates.isEmpty
    }

    /// Takes a turn of the customer's words; gives what was understood.
    mutating func say(_ words: String) throws -> Understanding {
        try take(.speech(Speech(alternatives: [Alternative(text: words)])))
    }

    /// Brings the call to where some answers lead in a tree.
    mutating func bring(to tree: String, _ answers: [StructuredAnswer]) throws {
        _ = try take(.answers(StructuredAnswers(answers: answers, tree: tree)))
    }

    private mutating func take(_ kind: InputKind) throws -> Understanding {
        let began = MonotonicTime.now
        let record = try Engine.turn(
            state,
            input: Input(kind: kind),
            atMilliseconds: Self.startMilliseconds,
            view: view
        )
        nanoseconds = MonotonicTime.now.nanoseconds(since: began)
        sequence += 1
        state.apply(record, sequence: sequence)
        return record.understanding ?? Understanding()
    }
}
