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

    @Test func `a view of a request differs from the request`() throws {
        let frame = bytes(Self.requestHex)
        let view = try RPCRequestView(frame.span, limits: .request)
        #expect(Array(frame[view.service]) == Array("baton.v1.Server".utf8))
        #expect(Array(frame[view.method]) == Array("Ping".utf8))
        #expect(Array(frame[view.payload]) == [0x08, 0x01])
        #expect(view.timeoutNano == 5_000_000_000)
        #expect(view.metadata == Self.request.metadata)
    }

    @Test func `a view of an empty request has ranges`() throws {
        let empty: [UInt8] = []
        let view = try RPCRequestView(empty.span, limits: .request)
        #expect(view.service.isEmpty && view.method.isEmpty && view.payload.isEmpty)
        #expect(view.metadata.isEmpty && view.timeoutNano == 0)
    }

    @Test func `a view steps on fields of a newer peer`() throws {
        let frame = bytes("a006 01 a106 0102030405060708 a206 02 ffff a506 01020304 1a 01 09")
        let view = try RPCRequestView(frame.span, limits: .request)
        #expect(Array(frame[view.payload]) == [9])
    }

    @Test(arguments: ["12 01 ff", "12 02 61", "20 ff", "2a 03 0a 01 00", "08 01", "0b 0c"])
    func `a view accepts what decoding refuses`(hex: String) throws {
        let frame = bytes(hex)
        let refusal = try #require(throws: DecodeError.self) {
            try RPCRequest.decode(frame, limits: .request)
        }
        #expect(throws: refusal) { try RPCRequestView(frame.span, limits: .request) }
    }

    @Test func `a payload written in place has other bytes than one that is copied`() {
        for size in [0, 1, 100, 124, 125, 126, 127, 128, 16_000, 16_380, 16_384, 100_000, 3 << 20] {
            let payload = RPCKeyValue(key: String(repeating: "k", count: size))
            var request = Self.request
            var output: [UInt8] = [1, 2, 3]
            request.append(payload: payload, to: &output)
            request.payload = payload.encoded()
            #expect(output == [1, 2, 3] + request.encoded(), "\(size)")

            output = []
            RPCResponse.append(payload: payload, to: &output)
            #expect(output == RPCResponse(payload: payload.encoded()).encoded(), "\(size)")
        }
    }
}
