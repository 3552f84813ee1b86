import Testing

@testable import Handoff

/// Values and intervals, against published tables and sums done by hand.
@Suite struct StatisticsTests {
    @Test(arguments: [
        // Wilson's limits as Newcombe (1998) prints them for 81/263 and 15/148, others by hand.
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718), (1, 3, 0.0615, 0.7923), (1, 1, 0.2065, 1),
    ])
    func `a share's interval is not Wilson's`(hits: Int, count: Int, low: Double, high: Double)
        throws
    {
        let interval = try #require(Share(hits: hits, count: count).interval)
        #expect(abs(interval.lowerBound - low) < 0.000_06, "\(interval)")
        #expect(abs(interval.upperBound - high) < 0.000_06, "\(interval)")
    }

    @Test func `nothing has a share, a mean or a quantile with an interval`() {
        #expect(Share().interval == nil && Share().value == 0)
        #expect(Mean().interval == nil && Mean().value == 0)
        #expect(Ordered([]).interval(ofQuantile: 0.5) == nil && Ordered([]).quantile(0.5) == 0)
        var one = Mean()
        one.add(3)
        #expect(one.interval == nil && one.value == 3)
    }

    @Test func `a mean's interval is not Student's`() throws {
        var mean = Mean()
        // Deviations of 2, 4, 4, 4, 5, 5, 7, 9 from 5: squares sum to 32; 2.365 · √(32 / 7 / 8).
        for value in [2.0, 4, 4, 4, 5, 5, 7, 9] { mean.add(value) }
        let interval = try #require(mean.interval)
        #expect(mean.value == 5)
        #expect(abs(interval.lowerBound - 3.2122) < 0.0005, "\(interval)")
        #expect(abs(interval.upperBound - 6.7878) < 0.0005, "\(interval)")
    }

    @Test func `a mean of what is never negative may be negative`() throws {
        var mean = Mean()
        for value in [0.0, 0, 12] { mean.add(value) }
        #expect(try #require(mean.interval).lowerBound == 0)
    }

    @Test(arguments: [
        (1, 12.706), (10, 2.228), (30, 2.042), (40, 2.021), (60, 2.000), (120, 1.980),
    ])
    func `Student's quantile is not the table's`(degrees: Int, quantile: Double) {
        #expect(abs(Statistics.student(degrees) - quantile) < 0.002)
    }

    @Test(arguments: [
        // Ranks as tables of the sign test give them: 1 and 6 of 6, 2 and 9 of 10, 6 and 15 of 20.
        (6, 0.5, 1.0, 6.0), (10, 0.5, 2, 9), (20, 0.5, 6, 15),
        // 100 values: the median's are 40 and 61; of the 90th percentile 84 and 96 by the binomial.
        (100, 0.5, 40, 61),
    ])
    func `a quantile lies between other ranks`(
        count: Int,
        share: Double,
        low: Double,
        high: Double
    ) throws {
        let values = Ordered((1...count).reversed().map(Double.init))
        let interval = try #require(values.interval(ofQuantile: share))
        #expect(interval == low...high)
    }

    @Test func `too few values bound a quantile`() {
        #expect(Ordered([1, 2, 3, 4, 5]).interval(ofQuantile: 0.5) == nil)
        // Below 36 values all lie under the 90th percentile with more than 2.5%: 0.9^35 = 0.02503.
        #expect(Ordered((1...35).map(Double.init)).interval(ofQuantile: 0.9) == nil)
        #expect(Ordered((1...36).map(Double.init)).interval(ofQuantile: 0.9) != nil)
    }

    @Test(arguments: [(0.5, 30.0), (0.9, 102), (0, 10), (1, 120)])
    func `a percentile is another than a spreadsheet's`(share: Double, value: Double) {
        #expect(abs(Ordered([120, 10, 30]).quantile(share) - value) < 1e-9)
    }
}
