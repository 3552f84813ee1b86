import Messages
import Testing

@testable import Language

@Suite struct RoutingTests {
    private let english = SpokenLanguage.of("en-US")

    private let trees: [(id: String, symptoms: [String])] = [
        (
            "vpn",
            [
                "i can't get into the company vpn from home", "the vpn does not connect",
                "vpn connection timed out", "my vpn stopped working",
            ]
        ),
        (
            "sign-in",
            [
                "i can't sign in", "i forgot my password", "my account is locked",
                "it does not accept my password",
            ]
        ),
        (
            "internet-down",
            ["my internet is down", "no web page loads", "i have no internet at all"]
        ),
    ]

    private func makeIndex() throws -> TableIndex {
        let index = TableIndex()
        var builder = try IndexBuilder(base: index)
        for tree in trees {
            let texts = tree.symptoms.map { IndexText(.symptoms, $0) }
            try builder.replace(
                nil,
                by: IndexEntry(id: tree.id, language: "en-US", texts: texts)
            )
            index.symptoms[tree.id] = tree.symptoms
        }
        index.apply(builder.changes())
        return index
    }

    @Test(
        arguments: [
            (
                "hi um since i swapped my router yesterday i cant get into the company vpn from home "
                    + "anymore", "vpn"
            ),
            (
                "hi i cant get into the company vpn from home since i swapped my router yesterday its a "
                    + "t p link a x seventy three with comcast and i have windows eleven", "vpn"
            ),
            ("the v p n wont connect", "vpn"), ("vpn is not working", "vpn"),
            ("i forgot my password", "sign-in"), ("my account got locked", "sign-in"),
            ("my internet is down", "internet-down"), ("web pages dont load", "internet-down"),
        ]
    )
    func `an opening goes to another tree`(opening: String, tree: String) throws {
        let index = try makeIndex()
        let query = try RoutingQuery(SpokenOpening(opening, language: english), in: index)
        let scores = try Router.route(query, in: index)
        #expect(scores.first?.tree == tree)
        #expect((scores.first?.score ?? 0) >= Router.defaultThreshold)
        #expect(scores.count < 2 || scores[0].score - scores[1].score >= 0.1)
    }

    @Test(
        arguments: [
            "my smart doorbell keeps dropping off and rings at night by itself",
            "the doorbell on my porch rings all by itself", "the printer is out of paper",
            "hello", "", "its broken", "i have a question about my bill",
        ]
    )
    func `an opening that fits nothing is routed`(opening: String) throws {
        let index = try makeIndex()
        let query = try RoutingQuery(SpokenOpening(opening, language: english), in: index)
        let scores = try Router.route(query, in: index)
        #expect((scores.first?.score ?? 0) < Router.defaultThreshold)
    }
}
