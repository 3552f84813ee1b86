import Messages
import Testing

@testable import Language

/// An index in memory, made of the changes that builders give.
private final class TableIndex: RoutingReader {
    var terms: [String: Postings] = [:]
    var documents: [UInt32: IndexedDocument] = [:]
    var total = IndexSums()
    var symptoms: [String: [String]] = [:]
    var reads = 0

    func apply(_ changes: IndexChanges) {
        for (term, postings) in changes.postings { terms[term] = postings }
        for (number, document) in changes.documents { documents[number] = document }
        total = changes.sums
    }

    func postings(of term: String) throws -> Postings? { terms[term] }
    func document(_ number: UInt32) throws -> IndexedDocument? {
        reads += 1
        return documents[number]
    }
    func sums() throws -> IndexSums { total }
    func symptoms(ofTree id: String) throws -> [String] { symptoms[id] ?? [] }
}

@Suite struct SearchTests {
    private let english = SpokenLanguage.of("en-US")

    private let articles: [(id: String, title: String, body: String)] = [
        (
            "port-forwarding", "What port forwarding is",
            "A router drops traffic that nobody asked for. A port forwarding rule lets it pass."
        ),
        ("vpn-ports", "Ports of the company VPN", "The VPN uses UDP port 1194 and TCP port 443."),
        ("hotspot", "Using a phone as a hotspot", "Switch the hotspot on in the phone's settings."),
        ("password", "Resetting a password", "Open the portal and choose a new password."),
    ]

    private func texts(_ article: (id: String, title: String, body: String)) -> [IndexText] {
        [IndexText(.title, article.title), IndexText(.body, article.body)]
    }

    private func makeIndex() throws -> TableIndex {
        let index = TableIndex()
        var builder = try IndexBuilder(base: index)
        for article in articles {
            try builder.add(
                id: article.id,
                language: "en-US",
                products: [],
                texts: texts(article)
            )
        }
        index.apply(builder.changes())
        return index
    }

    @Test(
        arguments: [
            ("what is port forwarding", "port-forwarding"),
            ("which ports does the vpn use", "vpn-ports"),
            ("i forgot my passwords", "password"), ("hot spot", "hotspot"),
            ("eleven ninety four", "vpn-ports"), ("v p n", "vpn-ports"),
        ]
    )
    func `the article that answers is not the first`(query: String, id: String) throws {
        let hits = try TextIndex.search(query, language: english, in: makeIndex(), maximum: 3)
        #expect(hits.first?.document.id == id)
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
    }

    @Test(arguments: ["", "the of and", "doorbell"])
    func `something is found for words that no article has`(query: String) throws {
        #expect(
            try TextIndex.search(query, language: english, in: makeIndex(), maximum: 3).isEmpty
        )
    }

    @Test func `a score is not that of the formula`() throws {
        // One term in one of four documents: idf ln(1 + 3.5/1.5). "hotspot" stands once in the title (5) and
        // once in the body (1).
        let index = try makeIndex()
        let hit = try #require(
            try TextIndex.search("hotspot", language: english, in: index, maximum: 1).first
        )
        let length = Double(hit.document.length) / 16
        let mean = Double(index.total.length) / 16 / 4
        let idf = 1.203_972_804_325_936
        let expected = idf * 6 * 2.2 / (6 + 1.2 * (0.25 + 0.75 * length / mean))
        #expect(abs(hit.score - expected) < 1e-9)
    }

    @Test func `an unwanted document is found, or hides others`() throws {
        let index = try makeIndex()
        let hits = try TextIndex.search("port", language: english, in: index, maximum: 1) {
            $0.id != "port-forwarding"
        }
        #expect(hits.map(\.document.id) == ["vpn-ports"])
    }

    @Test func `a changed index differs from one that is built anew`() throws {
        let index = try makeIndex()
        var builder = try IndexBuilder(base: index)
        #expect(try builder.remove(id: "hotspot", language: "en-US", texts: texts(articles[2])))
        #expect(try !builder.remove(id: "absent", language: "en-US", texts: texts(articles[2])))
        let changed = (id: "hotspot", title: "Tethering", body: "Share the phone's connection.")
        try builder.add(
            id: "hotspot",
            language: "en-US",
            products: ["phone"],
            texts: texts(changed)
        )
        let changes = builder.changes()
        index.apply(changes)
        // What no other document has is gone, and what did not change is not among the changes.
        #expect(changes.postings["hotspot"] == .some(nil))
        #expect(changes.postings["password"] == nil)
        #expect(index.total.documents == 4)
        #expect(
            index.total.length == index.documents.values.reduce(0) { $0 + UInt64($1.length) }
        )
        #expect(try TextIndex.search("hotspot", language: english, in: index, maximum: 3).isEmpty)
        let hits = try TextIndex.search("phone", language: english, in: index, maximum: 3)
        #expect(hits.map(\.document.id) == ["hotspot"])
        #expect(hits.map(\.document.products) == [["phone"]])
    }

    @Test func `documents that can't be among the best are read`() throws {
        let index = TableIndex()
        var builder = try IndexBuilder(base: index)
        for number in 0..<200 {
            let text = number < 3 ? "printer printer printer" : "printer " + filler(number)
            try builder.add(
                id: "\(number)",
                language: "en-US",
                products: [],
                texts: [IndexText(.body, text)]
            )
        }
        index.apply(builder.changes())
        let hits = try TextIndex.search("printer", language: english, in: index, maximum: 3)
        #expect(Set(hits.map(\.document.id)) == ["0", "1", "2"])
        #expect(index.reads <= 3)
    }

    private func filler(_ number: Int) -> String {
        (0..<20).map { "word\(number)x\($0)" }.joined(separator: " ")
    }
}

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
            try builder.add(
                id: tree.id,
                language: "en-US",
                products: [],
                texts: tree.symptoms.map { IndexText(.symptoms, $0) }
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
        let scores = try Router.route(opening, language: english, in: makeIndex())
        #expect(scores.first?.tree == tree)
        #expect((scores.first?.score ?? 0) >= Router.defaultThreshold)
        #expect(scores.count < 2 || scores[0].score - scores[1].score >= Router.margin)
    }

    @Test(
        arguments: [
            "my smart doorbell keeps dropping off and rings at night by itself",
            "the doorbell on my porch rings all by itself", "the printer is out of paper",
            "hello", "", "its broken", "i have a question about my bill",
        ]
    )
    func `an opening that fits nothing is routed`(opening: String) throws {
        let scores = try Router.route(opening, language: english, in: makeIndex())
        #expect((scores.first?.score ?? 0) < Router.defaultThreshold)
    }
}
