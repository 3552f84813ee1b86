import Messages
import Testing

@testable import Language

@Suite struct SearchTests {
    private let english = SpokenLanguage.of("en-US")

    private let articles: [(id: String, title: String, body: String, products: [String])] = [
        (
            "port-forwarding", "What port forwarding is",
            "A router drops traffic that nobody asked for. A port forwarding rule lets it pass.",
            ["router"]
        ),
        (
            "vpn-ports", "Ports of the company VPN", "The VPN uses UDP port 1194 and TCP port 443.",
            ["vpn"]
        ),
        (
            "hotspot", "Using a phone as a hotspot",
            "Switch the hotspot on in the phone's settings.",
            ["phone"]
        ),
        ("password", "Resetting a password", "Open the portal and choose a new password.", []),
        ("outlook-365", "Outlook 365 does not start", "Repair the installation.", ["outlook"]),
        (
            "outlook-2016", "Outlook 2016 beside Office 365",
            "Outlook 2016 and Office 365 may be installed side by side.", ["outlook"]
        ),
        ("ax73", "TP-Link AX73 administration", "The pages are at tplinkwifi.net.", ["router"]),
        ("ax", "Dynamics AX reports", "Reports of AX are made at night.", ["dynamics"]),
        ("drucker", "Der Drucker druckt nicht", "Der Drucker ist aus.", []),
    ]

    private func entry(_ index: Int) -> IndexEntry {
        let article = articles[index]
        return IndexEntry(
            id: article.id,
            language: article.id == "drucker" ? "de-DE" : "en-US",
            products: article.products,
            title: article.title,
            texts: [IndexText(.title, article.title), IndexText(.body, article.body)]
        )
    }

    private func makeIndex() throws -> TableIndex {
        let index = TableIndex()
        try index.replace(articles.indices.map { (nil, entry($0)) })
        return index
    }

    private func find(_ query: String, _ filter: IndexFilter = IndexFilter()) throws -> [IndexHit] {
        try TextIndex.search(
            query,
            language: SpokenLanguage.of(filter.language),
            in: makeIndex(),
            maximum: 3,
            filter: filter
        )
    }

    @Test(
        arguments: [
            ("what is port forwarding", "port-forwarding"),
            ("which ports does the vpn use", "vpn-ports"),
            ("i forgot my passwords", "password"), ("hot spot", "hotspot"),
            ("eleven ninety four", "vpn-ports"), ("v p n", "vpn-ports"),
            // Words in a row.
            ("outlook 365", "outlook-365"), ("outlook 2016", "outlook-2016"),
            // The beginning of a name, even where it is a word of its own.
            ("tp link ax", "ax73"), ("tp-link ax7", "ax73"), ("administ", "ax73"),
            ("dynamics ax", "ax"),
            // Other spellings.
            ("pasword", "password"), ("passwrod", "password"), ("fowarding", "port-forwarding"),
            ("instalation", "outlook-365"), ("my hotspto is slow", "hotspot"),
        ]
    )
    func `the article that answers is not the first`(query: String, id: String) throws {
        let hits = try find(query)
        #expect(hits.first?.document.id == id)
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
    }

    @Test(
        arguments: [
            "", "the of and", "doorbell", "pxot", "pxyword", "xassword", "a1194b", "ptl", "p",
        ]
    )
    func `something is found for words that no article has`(query: String) throws {
        #expect(try find(query).map(\.document.id) == [])
    }

    @Test(
        arguments: [
            ("outlook", IndexFilter(products: ["router"]), []),
            ("port", IndexFilter(products: ["vpn"]), ["vpn-ports"]),
            ("port hotspot", IndexFilter(products: ["vpn", "phone"]), ["hotspot", "vpn-ports"]),
            ("port drucker", IndexFilter(language: "de"), ["drucker"]),
            ("port drucker", IndexFilter(language: "en-GB", products: ["vpn"]), ["vpn-ports"]),
            ("port", IndexFilter(language: "fr"), []),
            ("port", IndexFilter(products: ["absent"]), []),
        ]
    )
    func `an unwanted document is found, or hides others`(
        query: String,
        filter: IndexFilter,
        ids: [String]
    ) throws {
        #expect(try find(query, filter).map(\.document.id).sorted() == ids)
    }

    @Test func `a changed index differs from one that is built anew`() throws {
        let index = try makeIndex()
        var changed = entry(2)
        changed.texts = [IndexText(.title, "Tethering"), IndexText(.body, "Share the connection.")]
        let changes = try index.replace([(entry(2), changed), (entry(3), nil)])
        // What no other document has is gone, and what did not change is not among the changes.
        #expect(changes.lists["hotspot"] == .some(nil))
        #expect(changes.lists["port"] == nil)
        #expect(index.documents[2]?.id == "hotspot")
        #expect(index.documents[3] == nil)

        let anew = TableIndex()
        let rest = articles.indices.filter { $0 != 3 }.map { $0 == 2 ? changed : entry($0) }
        try anew.replace(rest.map { (nil, $0) })
        #expect(Set(index.lists.keys) == Set(anew.lists.keys))
        #expect(index.total.documents == anew.total.documents)
        for query in ["tethering", "connection", "port outlook", "password", "ax router"] {
            let found = try TextIndex.search(query, language: english, in: index, maximum: 9)
            let wanted = try TextIndex.search(query, language: english, in: anew, maximum: 9)
            #expect(found.map(\.document.id) == wanted.map(\.document.id), "\(query)")
            #expect(found.map(\.score) == wanted.map(\.score), "\(query)")
        }
    }

    @Test func `an article that hardly changes rewrites the lists of its words`() throws {
        let index = try makeIndex()
        let words = (0..<300).map { "word\($0)" }.joined(separator: " ")
        func entry(_ more: String) -> IndexEntry {
            IndexEntry(id: "long", language: "en", texts: [IndexText(.body, words + more)])
        }
        try index.replace([(nil, entry(""))])
        let changes = try index.replace([(entry(""), entry(" firmware"))])
        #expect(changes.lists.keys.sorted() == ["firmwar"])
    }

    @Test func `a document that is not there is replaced`() throws {
        let index = try makeIndex()
        let absent = IndexEntry(id: "absent", language: "en-US", texts: [])
        #expect(throws: DamagedPostings.self) { try index.replace([(absent, nil)]) }
    }
}
