internal import Foundation

// Values with intervals at 95%, each by a method that holds for few values too.

/// How many of how many.
struct Share {
    var hits = 0
    var count = 0

    mutating func add(_ isHit: Bool) {
        count += 1
        if isHit { hits += 1 }
    }

    var value: Double { count == 0 ? 0 : Double(hits) / Double(count) }

    /// Wilson's score interval.
    var interval: ClosedRange<Double>? {
        guard count > 0 else { return nil }
        let n = Double(count)
        let square = Statistics.normal * Statistics.normal
        let middle = (value + square / (2 * n)) / (1 + square / n)
        let spread =
            Statistics.normal / (1 + square / n)
            * (value * (1 - value) / n + square / (4 * n * n)).squareRoot()
        // None and all have an end of their own, which rounding must not miss.
        let low = hits == 0 ? 0 : middle - spread
        let high = hits == count ? 1 : middle + spread
        return low...high
    }
}

/// A mean of values that are never negative, from sums.
struct Mean {
    private(set) var count = 0
    private var sum = 0.0
    private var squares = 0.0

    mutating func add(_ value: Double) {
        count += 1
        sum += value
        squares += value * value
    }

    var value: Double { count == 0 ? 0 : sum / Double(count) }

    /// Student's t interval, cut at 0; none for fewer than two values.
    var interval: ClosedRange<Double>? {
        guard count > 1 else { return nil }
        let n = Double(count)
        // Rounding may bring equal values below 0.
        let variance = max(0, (squares - sum * sum / n) / (n - 1))
        let spread = Statistics.student(count - 1) * (variance / n).squareRoot()
        return max(0, value - spread)...value + spread
    }
}

/// Values in order.
struct Ordered {
    private let values: [Double]

    init(_ values: [Double]) { self.values = values.sorted() }

    var count: Int { values.count }

    /// The value below which a share of all lies, on a line between the two nearest.
    func quantile(_ share: Double) -> Double {
        guard let last = values.last else { return 0 }
        let place = share * Double(values.count - 1)
        let index = Int(place)
        guard index + 1 < values.count else { return last }
        return values[index] + (place - Double(index)) * (values[index + 1] - values[index])
    }

    /// The two values between which the quantile lies whatever the distribution; none where there are
    /// too few values.
    ///
    /// How many of n values lie below the quantile is binomial: the ranks are those whose tails have
    /// at most 2.5% each.
    func interval(ofQuantile share: Double) -> ClosedRange<Double>? {
        let count = values.count
        var logarithm = Double(count) * log1p(-share)
        var below = 0.0
        var low: Int?
        for hits in 0...count {
            below += exp(logarithm)
            if below <= 0.025 { low = hits }
            if below >= 0.975 {
                guard let low, hits < count else { return nil }
                return values[low]...values[hits]
            }
            logarithm += log(Double(count - hits) / Double(hits + 1) * share / (1 - share))
        }
        return nil
    }
}

/// Constants of intervals at 95%.
enum Statistics {
    /// The normal distribution's quantile at 97.5%.
    static let normal = 1.959_963_985

    /// Student's quantile at 97.5% for 1 to 30 degrees of freedom.
    private static let students = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042,
    ]

    /// Student's quantile at 97.5%.
    static func student(_ degrees: Int) -> Double {
        if degrees <= students.count { return students[degrees - 1] }
        // The first term of its expansion about the normal one's: 0.002 off at 31, less beyond.
        return normal + (normal * normal * normal + normal) / (4 * Double(degrees))
    }
}
