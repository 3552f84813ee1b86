internal import Transport

/// What one loop counts.
///
/// Only its own thread writes them, so counting costs an addition and no lock.
struct Counters: Sendable {
    /// Upper bounds of the latency buckets, in nanoseconds, from 10 µs to 10 s; one more bucket has
    /// no bound.
    static let latencyBounds: [UInt64] = [
        10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000,
        10_000_000, 50_000_000, 250_000_000, 1_000_000_000, 10_000_000_000,
    ]
    static var bucketCount: Int { latencyBounds.count + 1 }

    /// One place more than there are methods: the last is for requests whose method was never
    /// known.
    private(set) var requests: [UInt64]
    private(set) var latencyNanoseconds: [UInt64]
    /// By method and bucket.
    private(set) var latencies: [UInt64]
    /// By method and status code.
    private(set) var failures: [UInt64]
    var openConnections = 0
    var requestsInFlight = 0
    var acceptedConnections: UInt64 = 0
    var receivedBytes: UInt64 = 0
    var sentBytes: UInt64 = 0
    var ignoredFrames: UInt64 = 0
    var brokenConnections: UInt64 = 0

    static let codeCount = Status.Code.allCases.count

    init(methodCount: Int) {
        requests = Array(repeating: 0, count: methodCount + 1)
        latencyNanoseconds = requests
        latencies = Array(repeating: 0, count: (methodCount + 1) * Self.bucketCount)
        failures = Array(repeating: 0, count: (methodCount + 1) * Self.codeCount)
    }

    mutating func count(method: Int, nanoseconds: UInt64, failure: Status.Code?) {
        requests[method] += 1
        latencyNanoseconds[method] += nanoseconds
        var bucket = 0
        while bucket < Self.latencyBounds.count, nanoseconds > Self.latencyBounds[bucket] {
            bucket += 1
        }
        latencies[method * Self.bucketCount + bucket] += 1
        if let failure { failures[method * Self.codeCount + Int(failure.rawValue)] += 1 }
    }

    mutating func add(_ other: Counters) {
        func add(_ left: inout [UInt64], _ right: [UInt64]) {
            for index in left.indices { left[index] += right[index] }
        }
        add(&requests, other.requests)
        add(&latencyNanoseconds, other.latencyNanoseconds)
        add(&latencies, other.latencies)
        add(&failures, other.failures)
        openConnections += other.openConnections
        requestsInFlight += other.requestsInFlight
        acceptedConnections += other.acceptedConnections
        receivedBytes += other.receivedBytes
        sentBytes += other.sentBytes
        ignoredFrames += other.ignoredFrames
        brokenConnections += other.brokenConnections
    }
}
