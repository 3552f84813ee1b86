/// What an operator or a test may set of the service; limits on requests are in `Limits`.
struct ServiceSettings: Sendable {
    /// Live calls kept in memory; over it the longest idle ones are put aside.
    ///
    /// A call takes about 5 KiB.
    var liveCalls = 200_000

    /// Turns and facts of one call that may wait for the one in flight.
    var waitingPerCall = 8

    /// How long a call may be left idle before the server ends it, in milliseconds.
    var idleMilliseconds: Int64 = 4 * 3_600_000

    /// How long after its end a call is kept, in milliseconds; nil for ever.
    var keepMilliseconds: Int64?

    /// Ended calls, the last ones, that each publish replays; 0 for none.
    var replayedCalls: UInt32 = 1_000

    /// How long a worker has a lookup for itself, in milliseconds.
    var leaseMilliseconds: Int64 = 5_000

    /// Records that recovery may have to read; calls that began before are put aside.
    var tailRecords: UInt64 = 2_000_000

    /// Pause between rounds of housekeeping, in milliseconds.
    var housekeepingMilliseconds = 30_000

    /// The most that the file of calls may grow to; it takes address space only.
    var callsMapBytes = 1 << 40

    /// The most that the file of the catalog may grow to; it takes address space only.
    var catalogMapBytes = 1 << 36

    /// Read transactions at once: each loop has one at a time, background work a few.
    var maximumReaders = 512

    /// Records that may wait to be written; more are refused.
    var writeQueueLimit = 65_536
}
