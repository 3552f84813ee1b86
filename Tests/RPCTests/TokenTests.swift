import Messages
import Testing
import Transport

@testable import RPC

@Suite struct TokenTests {
    @Test(arguments: [
        ("", "local", ""), ("kim", "local", "kim"), ("", "kim", "kim"), ("kim", "kim", "kim"),
        ("boss", "kim", "boss (kim)"), ("boss (kim)", "lee", "boss (kim) (lee)"),
    ])
    func `somebody acts under another's name`(given: String, token: String, kept: String) {
        #expect(CallContext.name(given, by: token) == kept)
    }

    /// SHA-256 of "editor-secret" and of "front-secret", by sha256sum.
    private static let editor = "2ab2be1f6eca11ec9aeb4cda517586091446724556c17637fadb27d0cee08173"
    private static let frontend = "c25611e1764ef067ad5c9f33153951ede111b6df613f990607ac67fb616c681f"
    private static let file = """
        # who      may what   name
        \(editor) editor,operator  Ada of the catalog

          \(frontend)\tfrontend\ttelephony
        """

    @Test func `a token is read with wrong roles or name`() throws {
        let tokens = try Tokens(parsing: Self.file)
        #expect(tokens.entries.map(\.roles) == [[.editor, .operator], .frontend])
        #expect(tokens.entries.map(\.name) == ["Ada of the catalog", "telephony"])
        #expect(tokens.entry(for: Array("editor-secret".utf8))?.name == "Ada of the catalog")
        #expect(tokens.entry(for: Array("front-secret".utf8))?.name == "telephony")
        #expect(tokens.entry(for: Array("front-secre".utf8)) == nil)
        #expect(tokens.entry(for: []) == nil)
    }

    @Test func `a mistake in a token file opens the server or is not found`() {
        let good = Self.editor
        let table: [(String, Int, String)] = [
            ("editor-secret editor Ada", 1, "the first word is not a SHA-256 in hex"),
            ("\n\n\(good.dropLast()) editor Ada", 3, "the first word is not a SHA-256 in hex"),
            ("\(good)0 editor Ada", 1, "the first word is not a SHA-256 in hex"),
            ("\(good.dropLast())g editor Ada", 1, "the first word is not a SHA-256 in hex"),
            ("# x\n\(good) edtor Ada", 2, "\"edtor\" is not a role; roles are frontend, worker"),
            ("\(good) editor, Ada", 1, "\"\" is not a role"),
            ("\(good) editor", 1, "write: SHA256-IN-HEX ROLE[,ROLE…] NAME"),
            ("\(good)", 1, "write: SHA256-IN-HEX ROLE[,ROLE…] NAME"),
            (
                "\(good) editor Ada\n\(good.uppercased()) worker Bob", 2,
                "the same token stands on an earlier line"
            ),
        ]
        for (text, line, problem) in table {
            do throws(TokenFileError) {
                _ = try Tokens(parsing: text)
                Issue.record("taken: \(text)")
            } catch {
                #expect(error.line == line, "\(text)")
                #expect(error.problem.hasPrefix(problem), "\(text): \(error)")
            }
        }
    }

    private func call(_ stream: UInt32, _ authorization: String?, _ method: String) -> [UInt8] {
        let more = authorization.map { metadata("authorization", $0) } ?? []
        return frame(stream, request("test.Roles", method, more: more))
    }

    private func register(_ server: Server) {
        for (method, roles) in [("Edit", Roles.editor), ("Turn", .frontend), ("Any", .anyone)] {
            server.register(service: "test.Roles", method: method, roles: roles) {
                (_: PingRequest, context: CallContext) throws(Status) -> PingReply in
                PingReply(payload: Array(context.caller.utf8))
            }
        }
    }

    @Test func `a token opens what it must not, or not what it must`() throws {
        let table: [(String?, String, Int32, String)] = [
            ("Bearer editor-secret", "Edit", 0, "Ada of the catalog"),
            ("editor-secret", "Edit", 0, "Ada of the catalog"),
            ("Bearer front-secret", "Turn", 0, "telephony"),
            ("Bearer editor-secret", "Any", 0, "Ada of the catalog"),
            (nil, "Any", 0, ""),
            (
                "Bearer front-secret", "Edit", 7,
                "test.Roles/Edit is for editor; the token telephony has frontend"
            ),
            (nil, "Edit", 16, "test.Roles/Edit needs a token in authorization"),
            ("Bearer editor-secrex", "Edit", 16, "the token in authorization is not known"),
            ("Bearer editor-secretx", "Edit", 16, "the token in authorization is not known"),
            ("Bearer ", "Any", 16, "the token in authorization is not known"),
            ("", "Any", 16, "the token in authorization is not known"),
            ("Bearer editor-secret", "Edit", 0, "Ada of the catalog"),
        ]
        try withServer(tokens: Tokens(parsing: Self.file), register: register) { _, address in
            var client = try RawClient(address)
            for (authorization, method, code, text) in table {
                try client.send(call(1, authorization, method))
                let response = try client.receiveResponse()
                #expect(response == (1, code, text), "\(authorization ?? "none") \(method)")
            }
        }
    }

    @Test func `a token that was taken away still works on an open connection`() throws {
        try withServer(tokens: Tokens(parsing: Self.file), register: register) { server, address in
            var client = try RawClient(address)
            try client.send(call(1, "editor-secret", "Edit"))
            #expect(try client.receiveResponse().code == 0)
            server.replaceTokens(try Tokens(parsing: "\(Self.frontend) frontend telephony"))
            try client.send(call(1, "editor-secret", "Edit") + call(3, "front-secret", "Turn"))
            #expect(try client.receiveResponse().code == 16)
            #expect(try client.receiveResponse() == (3, 0, "telephony"))
        }
    }

    @Test func `a stranger makes the server keep large frames, or an editor cannot send them`()
        throws
    {
        try withServer(tokens: Tokens(parsing: Self.file), register: register) { _, address in
            let large = frame(3, [UInt8](repeating: 0, count: 65_537))
            var stranger = try RawClient(address)
            try stranger.send(call(1, "wrong", "Any") + large + ping(5, "on"))
            #expect(try stranger.receiveResponse().code == 16)
            #expect(
                try stranger.receiveResponse()
                    == (
                        3, 8,
                        "the frame has 65537 bytes, the limit is 65536; "
                            + "it is 4194304 once a token was accepted on the connection"
                    )
            )
            #expect(try stranger.receiveResponse() == (5, 0, "on"))

            var editor = try RawClient(address)
            try editor.send(call(1, "editor-secret", "Any") + large)
            #expect(try editor.receiveResponse().code == 0)
            // Read as a whole, and found to be no Request.
            #expect(try editor.receiveResponse().code == 3)
        }
    }

    @Test func `clients do not announce a large request`() throws {
        func register(_ server: Server) {
            server.register(
                service: "test.Roles",
                method: "Size",
                roles: .editor,
                maximumRequestBytes: Limits.standard.catalogFrameBytes
            ) { (request: PingRequest, _) throws(Status) -> PingReply in
                PingReply(payload: Array("\(request.payload.count)".utf8))
            }
        }
        try withServer(tokens: Tokens(parsing: Self.file), register: register) { _, address in
            let options = ClientOptions(address: address, token: "editor-secret")
            let large = PingRequest(payload: [UInt8](repeating: 1, count: 3_000_000))
            let reply: PingReply = try BlockingClient(options).call(
                service: "test.Roles",
                method: "Size",
                large
            )
            #expect(reply.payload == Array("3000000".utf8))
            let client = try PipeliningClient(options)
            let result: Result<PingReply, Status> = client.wait(
                service: "test.Roles",
                method: "Size",
                large
            )
            #expect(try result.get().payload == Array("3000000".utf8))
            client.close()
        }
    }

    @Test func `a server without tokens can be reached from other machines`() throws {
        let server = try Server(.init(name: "test"), logger: quietLogger)
        let address = try Address("0.0.0.0:0")
        do throws(StartError) {
            _ = try server.start(listening: [address])
            Issue.record("started")
        } catch {
            #expect(
                error.description
                    == "0.0.0.0:0 can be reached from other machines and there is no token file; "
                    + "give one (--tokens FILE) or listen on 127.0.0.1, [::1] or a Unix socket"
            )
        }
    }
}
