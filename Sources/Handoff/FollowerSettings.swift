internal import RPC

/// Times of following `baton-diagnosisd`.
struct FollowerSettings: Sendable {
    /// How long a poll for ended calls waits; kept requests wait no longer than that to be tried.
    var poll = Duration.seconds(10)
    /// How long a sign of life may take.
    var ping = Duration.seconds(1)
    /// How long GetCall may take, and ListCalls beyond its poll.
    var answer = Duration.seconds(3)
    /// Pauses between tries while `baton-diagnosisd` can't be reached.
    var backoff: Backoff
    /// Pauses between tries of kept requests that it answers, but not with the call.
    var keptBackoff: Backoff

    init() {
        backoff = Backoff()
        backoff.first = .milliseconds(200)
        backoff.longest = .seconds(10)
        keptBackoff = Backoff()
        keptBackoff.first = .seconds(1)
        keptBackoff.longest = .seconds(60)
    }
}
