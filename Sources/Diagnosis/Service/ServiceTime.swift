internal import FoundationEssentials

/// The wall clock.
enum ServiceTime {
    /// Milliseconds since 1970-01-01 UTC.
    static func nowMilliseconds() -> Int64 {
        Int64(Date().timeIntervalSince1970 * 1_000)
    }
}
