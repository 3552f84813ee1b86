public import Messages

extension Server {
    /// Adds a method that is answered at once, on the connection's loop.
    ///
    /// For methods that neither wait nor take long: other connections of the loop wait meanwhile.
    public func register<Request: Message, Response: Message>(
        service: String,
        method: String,
        roles: Roles,
        maximumRequestBytes: Int = Limits.standard.frameBytes,
        _ handler: @escaping @Sendable (Request, CallContext) throws(Status) -> Response
    ) {
        let limits = Self.decodeLimits(maximumRequestBytes)
        registerBytes(
            service: service,
            method: method,
            roles: roles,
            maximumRequestBytes: maximumRequestBytes
        ) { bytes, context, output throws(Status) in
            let request = try Self.decode(Request.self, bytes, limits)
            try handler(request, context).append(to: &output)
        }
    }

    /// Adds a method that is answered later, through its ``Reply``; called on the connection's
    /// loop.
    ///
    /// A status that `handler` throws is the answer.
    public func registerDeferred<Request: Message, Response: Message>(
        service: String,
        method: String,
        roles: Roles,
        maximumRequestBytes: Int = Limits.standard.frameBytes,
        _ handler:
            @escaping @Sendable (Request, CallContext, Reply<Response>) throws(Status) -> Void
    ) {
        let limits = Self.decodeLimits(maximumRequestBytes)
        register(
            Method(
                service: Array(service.utf8),
                name: Array(method.utf8),
                roles: roles,
                maximumRequestBytes: maximumRequestBytes,
                handler: .deferred { bytes, context, pending throws(Status) in
                    let request = try Self.decode(Request.self, bytes, limits)
                    try handler(request, context, Reply(pending))
                }
            )
        )
    }

    /// Adds a method that reads the request's bytes where they lie and appends the reply's bytes
    /// itself.
    public func registerBytes(
        service: String,
        method: String,
        roles: Roles,
        maximumRequestBytes: Int = Limits.standard.frameBytes,
        _ handler:
            @escaping @Sendable (Span<UInt8>, CallContext, inout [UInt8]) throws(Status) -> Void
    ) {
        register(
            Method(
                service: Array(service.utf8),
                name: Array(method.utf8),
                roles: roles,
                maximumRequestBytes: maximumRequestBytes,
                handler: .immediate(handler)
            )
        )
    }

    private static func decodeLimits(_ maximumRequestBytes: Int) -> DecodeLimits {
        maximumRequestBytes > DecodeLimits.request.maximumBytes ? .catalog : .request
    }

    private static func decode<Request: Message>(
        _ type: Request.Type,
        _ bytes: Span<UInt8>,
        _ limits: DecodeLimits
    ) throws(Status) -> Request {
        do throws(DecodeError) {
            return try Request.decode(bytes, limits: limits)
        } catch {
            throw Status(error)
        }
    }
}

extension Status {
    /// What a request that cannot be read is answered with: RESOURCE_EXHAUSTED for a limit, else
    /// INVALID_ARGUMENT.
    init(_ error: DecodeError) {
        switch error.problem {
        case .tooLong, .tooManyElements, .tooMuchMemory: self.init(.resourceExhausted, "\(error)")
        default: self.init(.invalidArgument, "\(error)")
        }
    }
}
