import Catalog
import Messages
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct EngineStarterTests {
    private static func files() throws -> [SourceFile] {
        return try CatalogFolder.read(Programs.starterCatalog)
    }

    @Test func `a conversation of the starter catalog comes out otherwise`() throws {
        let compilation = try CatalogCompiler.compile(Self.files())
        let ids = try compilation.view.conversationIDs(maximum: 100)
        #expect(ids.count >= 9)
        let problems = try ConversationRunner.problems(in: compilation.view)
        #expect(problems.map { "\($0.path):\($0.line): \($0.message)" } == [])
    }

    @Test(arguments: [
        ("the router blocks UDP 1194; a port forwarding rule is needed", ["port-forwarding"]),
        ("it is not accepted; the password has to be reset", ["password-reset"]),
        ("no port forwarding is needed", []), ("the password was not reset", []),
        ("the company VPN uses other ports now", ["vpn-ports"]),
        // A port alone, or a reset of something else, is not what an article is about.
        ("the port is broken", []), ("the modem has to be reset", []), ("", []),
    ])
    func `a diagnosis is backed by an article about something else`(
        diagnosis: String,
        articles: [String]
    ) throws {
        let view = try CatalogCompiler.compile(Self.files()).view
        #expect(try view.articles(behind: diagnosis, language: "en-US").map(\.id) == articles)
        #expect(try view.articles(behind: diagnosis, language: "de-DE").isEmpty)
    }
}
