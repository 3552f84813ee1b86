import Testing

@testable import Messages

/// The envelope of calls, against bytes written by hand from ttrpc's definition.
@Suite struct EnvelopeTests {
    static let request = RPCRequest(
        service: "baton.v1.Server",
        method: "Ping",
        payload: [0x08, 0x01],
        timeoutNano: 5_000_000_000,
        metadata: [RPCKeyValue(key: "a", value: "é"), RPCKeyValue(key: "b", value: "")]
    )
    static let requestHex = """
        0a 0f 6261746f6e2e76312e536572766572
        12 04 50696e67
        1a 02 0801
        20 80e497d012
        2a 07 0a 01 61 12 02 c3a9
        2a 03 0a 01 62
        """

    @Test func `a request has other bytes than ttrpc's`() throws {
        #expect(Self.request.encoded() == bytes(Self.requestHex))
        #expect(try RPCRequest.decode(bytes(Self.requestHex), limits: .request) == Self.request)
    }

    @Test func `a response has other bytes than ttrpc's`() throws {
        let response = RPCResponse(
            status: RPCStatus(
                code: -5,
                message: "no",
                details: [RPCAny(typeURL: "t/x", value: [0xff])]
            ),
            payload: [0, 0x80]
        )
        let golden = bytes(
            "0a 19 08 fbffffffffffffffff01 12 02 6e6f 1a 08 0a 03 742f78 12 01 ff 12 02 0080"
        )
        #expect(response.encoded() == golden)
        #expect(try RPCResponse.decode(golden, limits: .request) == response)
    }
}
