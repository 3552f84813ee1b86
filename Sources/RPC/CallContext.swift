public import Messages
public import Transport

/// What is known of a call beside its request.
public struct CallContext: Sendable {
    /// Where the caller is.
    public let peer: Address
    /// The name that the token file gives the caller's token; "local" when no token is needed.
    public let caller: String
    /// What the caller may be.
    public let roles: Roles
    /// When the caller stops waiting; nil when it did not say.
    public let deadline: MonotonicTime?
    /// What else the caller sent with the request; `authorization` is not among it.
    public let metadata: [RPCKeyValue]

    /// The last value of a metadata key; nil when it did not come.
    public func metadata(_ key: String) -> String? {
        metadata.last { $0.key == key }?.value
    }
}
