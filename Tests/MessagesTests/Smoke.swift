import Messages
import Testing

@Test func smoke() throws {
    let r = RPCRequest(
        service: "a.b",
        method: "Turn",
        payload: [1, 2, 3],
        timeoutNano: -1,
        metadata: [RPCKeyValue(key: "k", value: "v")]
    )
    let b = r.encoded()
    print(b)
    #expect(try RPCRequest.decode(b, limits: .request) == r)
}
