/// Who sent a request.
struct Caller: Equatable {
    let name: String
    let roles: Roles

    /// A caller on a server without tokens: whoever reaches it may do everything.
    static let local = Caller(name: "local", roles: .all)
    /// A caller that sent no token.
    static let unknown = Caller(name: "", roles: [])
}

/// Finds out who sent a request, and remembers the last token that was accepted on its connection.
///
/// Each request carries its token. Hashing and comparing it again each time would cost more than
/// many a method does.
struct Authorizer {
    static let key = Array("authorization".utf8)
    private static let scheme = Array("Bearer ".utf8)

    private var generation = -1
    private var token: [UInt8] = []
    private var remembered = Caller.unknown

    /// The caller; ``Caller/unknown`` without a token.
    ///
    /// Throws UNAUTHENTICATED for one that is not known.
    mutating func caller(
        _ envelope: RequestEnvelope,
        _ frame: Span<UInt8>,
        _ tokens: Tokens,
        generation: Int
    ) throws(Status) -> Caller {
        guard let range = Self.token(envelope, frame) else { return .unknown }
        if generation == self.generation, isRemembered(frame, range) { return remembered }
        let bytes = range.map { frame[$0] }
        guard let entry = tokens.entry(for: bytes) else {
            throw Status(.unauthenticated, "the token in authorization is not known")
        }
        self.generation = generation
        token = bytes
        remembered = Caller(name: entry.name, roles: entry.roles)
        return remembered
    }

    static func check(_ caller: Caller, may method: Method) throws(Status) {
        guard !method.roles.contains(.anyone), caller.roles.isDisjoint(with: method.roles) else {
            return
        }
        guard caller != .unknown else {
            throw Status(.unauthenticated, "\(method.path) needs a token in authorization")
        }
        throw Status(
            .permissionDenied,
            "\(method.path) is for \(method.roles); the token \(caller.name) has \(caller.roles)"
        )
    }

    private static func token(_ envelope: RequestEnvelope, _ frame: Span<UInt8>) -> Range<Int>? {
        guard let entry = envelope.metadata.last(where: { frame.equals($0.key, key) }) else {
            return nil
        }
        let head = entry.value.prefix(scheme.count)
        return frame.equals(head, scheme) ? head.upperBound..<entry.value.upperBound : entry.value
    }

    /// Compares in full, so that the time taken does not tell how much of a guess was right.
    private func isRemembered(_ frame: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count == token.count else { return false }
        var difference: UInt8 = 0
        for index in token.indices { difference |= token[index] ^ frame[range.lowerBound + index] }
        return difference == 0
    }
}
