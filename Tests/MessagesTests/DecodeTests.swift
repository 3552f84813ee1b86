import Testing

@testable import Messages

/// What is refused, and what is not.
@Suite struct DecodeTests {
    /// Bytes of a message and why they are refused.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let type: any WireMessage.Type
        let hex: String
        let place: (message: String, field: String?)
        let problem: DecodeError.Problem
        var limits = DecodeLimits.request

        var testDescription: String { "\(type) \(hex)" }
    }

    static let refusals: [Refusal] = [
        // Wire types that are not the field's.
        Refusal(
            type: RPCRequest.self,
            hex: "08 01",
            place: ("Request", "service"),
            problem: .wrongWireType(0)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0d 00000000",
            place: ("Request", "service"),
            problem: .wrongWireType(5)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "22 00",
            place: ("Request", "timeout_nano"),
            problem: .wrongWireType(2)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "21 0000000000000000",
            place: ("Request", "timeout_nano"),
            problem: .wrongWireType(1)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "28 01",
            place: ("Request", "metadata"),
            problem: .wrongWireType(0)
        ),
        Refusal(
            type: FactValue.self,
            hex: "2d 00000000",
            place: ("FactValue", "number"),
            problem: .wrongWireType(5)
        ),
        // Groups, and wire types that do not exist.
        Refusal(
            type: RPCRequest.self,
            hex: "0b 0c",
            place: ("Request", nil),
            problem: .unsupportedWireType(3)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0c",
            place: ("Request", nil),
            problem: .unsupportedWireType(4)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0e",
            place: ("Request", nil),
            problem: .unsupportedWireType(6)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0f",
            place: ("Request", nil),
            problem: .unsupportedWireType(7)
        ),
        // Tags.
        Refusal(
            type: RPCRequest.self,
            hex: "00 01",
            place: ("Request", nil),
            problem: .fieldNumberOutOfRange
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "02 00",
            place: ("Request", nil),
            problem: .fieldNumberOutOfRange
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "ffffffff7f",
            place: ("Request", nil),
            problem: .numberTooLong
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "8a8080808000 00",
            place: ("Request", nil),
            problem: .numberTooLong
        ),
        // What ends too early.
        Refusal(type: RPCRequest.self, hex: "8a", place: ("Request", nil), problem: .truncated),
        Refusal(
            type: RPCRequest.self,
            hex: "0a",
            place: ("Request", "service"),
            problem: .truncated
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0a 02 61",
            place: ("Request", "service"),
            problem: .truncated
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0a ffffffff0f 61",
            place: ("Request", "service"),
            problem: .truncated
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "20",
            place: ("Request", "timeout_nano"),
            problem: .truncated
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "20 ff",
            place: ("Request", "timeout_nano"),
            problem: .truncated
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "a206 05 61",
            place: ("Request", nil),
            problem: .truncated
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "a106 00",
            place: ("Request", nil),
            problem: .truncated
        ),
        Refusal(
            type: FactValue.self,
            hex: "29 00000000000000",
            place: ("FactValue", "number"),
            problem: .truncated
        ),
        Refusal(
            type: Provenance.self,
            hex: "3d 000000",
            place: ("Provenance", "confidence"),
            problem: .truncated
        ),
        Refusal(
            type: CallMetricsRequest.self,
            hex: "32 02 01",
            place: ("CallMetricsRequest", "releases"),
            problem: .truncated
        ),
        Refusal(
            type: CallMetricsRequest.self,
            hex: "32 01 80 30 01",
            place: ("CallMetricsRequest", "releases"),
            problem: .truncated
        ),
        // A field that reaches beyond the message around it, into bytes that are there.
        Refusal(
            type: RPCResponse.self,
            hex: "0a 03 12 03 61 12 02 62 63",
            place: ("Status", "message"),
            problem: .truncated
        ),
        // Numbers and lengths of too many bits.
        Refusal(
            type: RPCRequest.self,
            hex: "20 ffffffffffffffffff02",
            place: ("Request", "timeout_nano"),
            problem: .numberTooLong
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "20 8080808080808080808000",
            place: ("Request", "timeout_nano"),
            problem: .numberTooLong
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0a 808080808000",
            place: ("Request", "service"),
            problem: .numberTooLong
        ),
        // Text.
        Refusal(
            type: RPCRequest.self,
            hex: "0a 01 ff",
            place: ("Request", "service"),
            problem: .invalidUTF8
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0a 02 c0af",
            place: ("Request", "service"),
            problem: .invalidUTF8
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0a 03 eda080",
            place: ("Request", "service"),
            problem: .invalidUTF8
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "0a 02 e282",
            place: ("Request", "service"),
            problem: .invalidUTF8
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "12 03 610062",
            place: ("Request", "method"),
            problem: .containsNUL
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "12 01 00",
            place: ("Request", "method"),
            problem: .containsNUL
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "2a 05 0a 03 6100ff",
            place: ("KeyValue", "key"),
            problem: .containsNUL
        ),
        // Enumerations.
        Refusal(
            type: FactValue.self,
            hex: "08 0d",
            place: ("FactValue", "kind"),
            problem: .unknownEnumerationValue(13)
        ),
        Refusal(
            type: FactValue.self,
            hex: "08 ffffffffffffffffff01",
            place: ("FactValue", "kind"),
            problem: .unknownEnumerationValue(-1)
        ),
        Refusal(
            type: FactValue.self,
            hex: "08 8180808010",
            place: ("FactValue", "kind"),
            problem: .unknownEnumerationValue(1 << 32 + 1)
        ),
        Refusal(
            type: Fact.self,
            hex: "20 63",
            place: ("Fact", "not_obtained"),
            problem: .unknownEnumerationValue(99)
        ),
        // A submessage that comes twice, also in a oneof.
        Refusal(
            type: RPCResponse.self,
            hex: "0a 00 0a 00",
            place: ("Response", "status"),
            problem: .repeatedSubmessage
        ),
        Refusal(
            type: RPCResponse.self,
            hex: "0a 00 12 01 61 0a 00",
            place: ("Response", "status"),
            problem: .repeatedSubmessage
        ),
        Refusal(
            type: Input.self,
            hex: "0a 00 12 01 31 0a 00",
            place: ("Input", "speech"),
            problem: .repeatedSubmessage
        ),
        // Limits.
        Refusal(
            type: RPCRequest.self,
            hex: "20 01 20 01",
            place: ("Request", nil),
            problem: .tooLong(bytes: 4, limit: 3),
            limits: DecodeLimits(maximumBytes: 3, maximumElements: 9)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "20 01 20 01 20 01",
            place: ("Request", nil),
            problem: .tooManyElements(limit: 2),
            limits: DecodeLimits(maximumBytes: 99, maximumElements: 2)
        ),
        Refusal(
            type: RPCRequest.self,
            hex: "a006 01 a006 01 a006 01",
            place: ("Request", nil),
            problem: .tooManyElements(limit: 2),
            limits: DecodeLimits(maximumBytes: 99, maximumElements: 2)
        ),
        Refusal(
            type: CallMetricsRequest.self,
            hex: "32 03 010203",
            place: ("CallMetricsRequest", "releases"),
            problem: .tooManyElements(limit: 3),
            limits: DecodeLimits(maximumBytes: 99, maximumElements: 3)
        ),
        Refusal(
            type: RPCResponse.self,
            hex: "0a 02 1a 00",
            place: ("Any", nil),
            problem: .tooDeep(limit: 2),
            limits: DecodeLimits(maximumBytes: 99, maximumElements: 9, maximumDepth: 2)
        ),
    ]

    @Test(arguments: refusals)
    func `bytes that must be refused are accepted`(_ refusal: Refusal) {
        let expected = DecodeError(
            message: refusal.place.message,
            field: refusal.place.field,
            refusal.problem
        )
        #expect(throws: expected) {
            try refusal.type.decode(bytes(refusal.hex), limits: refusal.limits)
        }
    }

    @Test func `numbers that are not packed are refused or read otherwise`() throws {
        let expected = CallMetricsRequest(releases: [1, 300, 4_294_967_295])
        for hex in [
            "32 08 01 ac02 ffffffff0f", "30 01 30 ac02 30 ffffffff0f",
            "30 01 32 07 ac02 ffffffff0f",
        ] {
            #expect(try CallMetricsRequest.decode(bytes(hex), limits: .request) == expected)
        }
    }

    @Test func `what a newer peer adds is refused`() throws {
        let hex = "a006 01 a106 0102030405060708 a206 02 ffff a506 01020304 12 04 54 75 72 6e"
        #expect(try RPCRequest.decode(bytes(hex), limits: .request) == RPCRequest(method: "Turn"))
    }

    @Test func `an empty message is not one of default values`() throws {
        #expect(try RPCRequest.decode([], limits: .request) == RPCRequest())
        #expect(RPCRequest().encoded().isEmpty)
    }

    @Test func `an empty submessage is taken for an absent one`() throws {
        let response = try RPCResponse.decode(bytes("0a 00"), limits: .request)
        #expect(response == RPCResponse(status: RPCStatus()))
        #expect(response.encoded() == bytes("0a 00"))
    }

    @Test func `the last of several values of a field is not the one that counts`() throws {
        let decoded = try RPCRequest.decode(
            bytes("12 01 61 20 01 12 01 62 20 02"),
            limits: .request
        )
        #expect(decoded == RPCRequest(method: "b", timeoutNano: 2))
        let input = try Input.decode(bytes("12 01 31 22 00"), limits: .request)
        #expect(input == Input(kind: .silence(Silence())))
    }

    @Test func `one submessage repeated through a mebibyte takes quadratic time`() {
        let attack = [[UInt8]](repeating: [0x0a, 0], count: 1 << 19).flatMap(\.self)
        let expected = DecodeError(message: "Response", field: "status", .repeatedSubmessage)
        #expect(throws: expected) { try RPCResponse.decode(attack, limits: .catalog) }
    }

    @Test func `empty submessages fill the memory`() {
        let attack = [[UInt8]](repeating: [0x1a, 0], count: 1 << 19).flatMap(\.self)
        let limits = DecodeLimits(maximumBytes: 1 << 20, maximumElements: 1 << 20)
        let expected = DecodeError(
            message: "Status",
            field: nil,
            .tooMuchMemory(limit: 16 << 20 + 64 << 10)
        )
        #expect(throws: expected) { try RPCStatus.decode(attack, limits: limits) }
        // The arena serves the next message as if nothing had happened.
        #expect(throws: Never.self) {
            try RPCStatus.decode(attack.prefix(64).map(\.self), limits: limits)
        }
    }

    @Test func `an error does not say where and what the limit is`() {
        let inField = DecodeError(message: "TurnRequest", field: "call_id", .containsNUL)
        #expect(inField.description == "TurnRequest.call_id: contains a NUL character")
        let ofMessage = DecodeError(
            message: "Request",
            field: nil,
            .tooLong(bytes: 70_000, limit: 65_536)
        )
        #expect(ofMessage.description == "Request: 70000 bytes, the limit is 65536")
    }
}

/// The bytes that hexadecimal digits, with spaces between, stand for.
func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
