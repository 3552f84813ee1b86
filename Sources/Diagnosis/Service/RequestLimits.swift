/// Bounds of requests, each with its reason; what a call may hold is in ``CallLimits``.
enum RequestLimits {
    /// Bytes of a language tag: RFC 5646 asks for 35 to be taken.
    static let languageBytes = 35

    /// Bytes of the name of a time zone; the longest one has 32.
    static let timeZoneBytes = 64

    /// Systems named by one worker.
    static let sourcesPerRequest = 64

    /// Lookups handed out at once: what one worker can begin within its lease.
    static let lookupsPerRequest: UInt32 = 256

    /// Calls in one list: about 200 KiB.
    static let callsPerRequest: UInt32 = 1_000

    /// Longest wait for a lookup or an ended call, in milliseconds; below the server's longest
    /// time-out.
    static let waitMilliseconds: UInt32 = 60_000

    /// Bytes of a search: a long paragraph.
    static let queryBytes = 2_000

    /// Products that a search may be held to.
    static let productsPerRequest = 64

    /// Articles in one answer to a search.
    static let hitsPerRequest: UInt32 = 100

    /// Bytes of an editor's name: an e-mail address has at most 254.
    static let editorBytes = 254

    /// Bytes of the reason for a release.
    static let noteBytes = 4_000

    /// The year 2200, in milliseconds since 1970: beyond, calendars are not computed.
    static let latestMilliseconds: Int64 = 7_258_118_400_000

    /// Bytes of a request of `baton.v1.Catalog`; below the largest frame by its envelope.
    static let catalogRequestBytes = 4 * 1_024 * 1_024 - 1_024
}
