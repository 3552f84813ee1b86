internal import CShims
internal import Glibc

/// A moment on the clock that never jumps; comparable within one boot of the machine only.
public struct MonotonicTime: Comparable, Hashable, Sendable {
    /// Nanoseconds since some fixed moment.
    public let nanoseconds: UInt64

    /// A moment that never comes.
    public static let distantFuture = MonotonicTime(nanoseconds: .max)

    /// The moment at the given number of nanoseconds.
    public init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    /// The present moment.
    public static var now: MonotonicTime {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(
            nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        )
    }

    /// Lets the calling thread sleep; never called on a loop.
    public static func sleep(for duration: Duration) {
        let nanoseconds = max(0, duration.nanoseconds)
        var time = timespec(
            tv_sec: Int(nanoseconds / 1_000_000_000),
            tv_nsec: Int(nanoseconds % 1_000_000_000)
        )
        var rest = timespec()
        while unsafe nanosleep(&time, &rest) != 0, errno == EINTR { time = rest }
    }

    /// Earlier than.
    public static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The moment that much later; a negative duration leads to the past, and neither end is
    /// overrun.
    public func advanced(by duration: Duration) -> MonotonicTime {
        let step = duration.nanoseconds
        let magnitude = UInt64(step.magnitude)
        guard step >= 0 else {
            return MonotonicTime(nanoseconds: nanoseconds - min(nanoseconds, magnitude))
        }
        let (sum, overflow) = nanoseconds.addingReportingOverflow(magnitude)
        return MonotonicTime(nanoseconds: overflow ? .max : sum)
    }

    /// How long after `earlier` this is, in nanoseconds; 0 when it is not after it.
    public func nanoseconds(since earlier: MonotonicTime) -> UInt64 {
        nanoseconds > earlier.nanoseconds ? nanoseconds - earlier.nanoseconds : 0
    }

    /// How long after `earlier` this is; zero when it is not after it.
    public func duration(since earlier: MonotonicTime) -> Duration {
        .nanoseconds(Int64(clamping: nanoseconds(since: earlier)))
    }
}

extension Duration {
    /// The whole duration in nanoseconds, held to what 64 bits can say (292 years).
    public var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        let (sum, sumOverflow) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        return sumOverflow ? (seconds < 0 ? .min : .max) : sum
    }
}
