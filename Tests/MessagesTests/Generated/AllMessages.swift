// Generated from proto/*.proto by proto/generate. Do not edit.

@testable import Messages

/// Every message type, for the tests that hold for all of them.
let allMessages: [any WireMessage.Type] = [
    RPCRequest.self,
    RPCResponse.self,
    RPCKeyValue.self,
    RPCStatus.self,
    RPCAny.self,
]
