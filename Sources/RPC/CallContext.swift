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

    /// The name that is kept of who acts: that of the token, behind the name that its owner gives.
    ///
    /// So nobody's word passes for another's, and nobody can correct what another has said.
    public static func name(_ given: String, by caller: String) -> String {
        // Without tokens every caller has the same name, which is nobody's.
        guard caller != Caller.local.name else { return given }
        return given.isEmpty || given == caller ? caller : "\(given) (\(caller))"
    }

    /// The last value of a metadata key; nil when it did not come.
    public func metadata(_ key: String) -> String? {
        metadata.last { $0.key == key }?.value
    }
}
