// Generated from proto/ttrpc.proto by proto/generate. Do not edit.

/// One call of a method.
public struct RPCRequest: Message {
    /// Full name of the service, such as `baton.v1.Diagnosis`.
    public var service: String

    /// Name of the method, such as `Turn`.
    public var method: String

    /// The method's own request message.
    public var payload: [UInt8]

    /// Time the caller waits for the reply, in nanoseconds.
    ///
    /// 0 means without a limit.
    public var timeoutNano: Int64

    /// What belongs to the call but not to the method, such as the caller's token.
    public var metadata: [RPCKeyValue]

    /// Creates a message: what is not given has its default value.
    public init(
        service: String = "",
        method: String = "",
        payload: [UInt8] = [],
        timeoutNano: Int64 = 0,
        metadata: [RPCKeyValue] = []
    ) {
        self.service = service
        self.method = method
        self.payload = payload
        self.timeoutNano = timeoutNano
        self.metadata = metadata
    }
}

/// The reply to one call.
public struct RPCResponse: Message {
    /// Why the call failed.
    ///
    /// Absent, or with code 0, when it succeeded.
    public var status: Optional<RPCStatus>

    /// The method's own reply message.
    public var payload: [UInt8]

    /// Creates a message: what is not given has its default value.
    public init(
        status: RPCStatus? = nil,
        payload: [UInt8] = []
    ) {
        self.status = status
        self.payload = payload
    }
}

/// One entry of a call's metadata.
public struct RPCKeyValue: Message {
    /// Name of the entry, in lower case.
    public var key: String

    /// Value of the entry.
    ///
    /// A key may come more than once.
    public var value: String

    /// Creates a message: what is not given has its default value.
    public init(
        key: String = "",
        value: String = ""
    ) {
        self.key = key
        self.value = value
    }
}

/// The outcome of a call, as google.rpc.Status lays it out.
public struct RPCStatus: Message {
    /// One of the google.rpc.Code numbers.
    ///
    /// 0 is success.
    public var code: Int32

    /// What happened and what to do about it, for people.
    public var message: String

    /// Further messages about the failure.
    ///
    /// Baton sends none.
    public var details: [RPCAny]

    /// Creates a message: what is not given has its default value.
    public init(
        code: Int32 = 0,
        message: String = "",
        details: [RPCAny] = []
    ) {
        self.code = code
        self.message = message
        self.details = details
    }
}

/// A message together with the name of its type, as google.protobuf.Any lays it out.
public struct RPCAny: Message {
    /// URL whose last part is the full name of the type.
    public var typeURL: String

    /// The message's bytes.
    public var value: [UInt8]

    /// Creates a message: what is not given has its default value.
    public init(
        typeURL: String = "",
        value: [UInt8] = []
    ) {
        self.typeURL = typeURL
        self.value = value
    }
}
