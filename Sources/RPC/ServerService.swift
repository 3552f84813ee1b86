public import Messages

/// `baton.v1.Server`: what every server answers beside its own service.
public enum ServerService {
    /// The service's full name.
    public static let name = "baton.v1.Server"

    /// Bytes of a Ping's payload.
    public static let maximumPingBytes = 1_024

    /// Adds Ping, Status and Metrics to a server.
    ///
    /// `status` is called for each Status request and `gauges` for each Metrics request, on a loop;
    /// neither may wait.
    public static func register(
        on server: Server,
        status: @escaping @Sendable () -> StatusReply,
        gauges: @escaping @Sendable () -> [Gauge]
    ) {
        server.register(service: name, method: "Ping", roles: .anyone) {
            (request: PingRequest, _) throws(Status) -> PingReply in
            guard request.payload.count <= maximumPingBytes else {
                throw Status(
                    .resourceExhausted,
                    "PingRequest.payload has \(request.payload.count) bytes, "
                        + "the limit is \(maximumPingBytes)"
                )
            }
            return PingReply(payload: request.payload)
        }
        server.register(service: name, method: "Status", roles: .all) {
            (_: StatusRequest, _) throws(Status) -> StatusReply in status()
        }
        server.registerDeferred(service: name, method: "Metrics", roles: .operator) {
            [weak server] (_: MetricsRequest, _, reply: Reply<MetricsReply>) throws(Status) in
            guard let server else { throw Status(.unavailable, "the server is shutting down") }
            server.collectCounters { counters in
                let text = PrometheusText.render(counters, gauges: gauges())
                reply.succeed(MetricsReply(text: text))
            }
        }
    }
}
