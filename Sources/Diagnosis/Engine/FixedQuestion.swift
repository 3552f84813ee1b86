internal import Language
internal import Messages

/// A question that is the program's own and no tree's, prepared once for each language.
struct FixedQuestion: Sendable {
    private let nodes: [(tag: String, node: ListeningNode)]

    init(_ node: Node) {
        nodes = SpokenLanguage.all.map { ($0.tag, ListeningNode(node, language: $0)) }
    }

    func node(in language: SpokenLanguage) -> ListeningNode {
        (nodes.first { $0.tag == language.tag } ?? nodes[0]).node
    }
}
