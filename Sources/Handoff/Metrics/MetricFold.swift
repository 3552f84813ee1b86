package import Messages

/// Puts calls together and counts, row by row in the order in which the calls ended.
package struct MetricFold {
    /// Calls of one caller on one tree.
    private struct Course: Hashable {
        let caller: MetricTally.Caller
        let tree: String
    }

    private let request: CallMetricsRequest
    private let span: Range<Int64>
    private let groupBy: [GroupBy]
    private let repeatMilliseconds: Int64
    private let trees: Set<String>
    private let releases: Set<UInt32>
    private let queues: Set<String>

    private var tallies: [MetricTally] = []
    private var indices: [[String]: Int] = [:]
    private var lastCalls: [Course: (endedAt: Int64, tally: Int)] = [:]
    private var dates: [Int64: (day: String, monday: String)] = [:]

    /// - Parameters:
    ///   - request: A request that has passed its checks.
    ///   - span: The calls that count.
    ///   - groupBy: What to group by.
    package init(_ request: CallMetricsRequest, span: Range<Int64>, groupBy: [GroupBy]) {
        self.request = request
        self.span = span
        self.groupBy = groupBy
        repeatMilliseconds = Int64(request.repeatDays) * 86_400_000
        trees = Set(request.trees)
        releases = Set(request.releases)
        queues = Set(request.queues)
        // Without groups there is one, of no calls where there are none.
        if groupBy.isEmpty { _ = tally(of: []) }
    }

    /// The rows to look at: beyond the span, calls may follow that repeat one in it.
    var rows: Range<Int64> {
        let (end, isFar) = span.upperBound.addingReportingOverflow(repeatMilliseconds + 1)
        return span.lowerBound..<(isFar ? .max : end)
    }

    /// Takes the next call.
    package mutating func take(_ row: CallRow) {
        let caller = row.tree.isEmpty ? nil : MetricTally.Caller(row.caller)
        let course = caller.map { Course(caller: $0, tree: row.tree) }
        if let course, let last = lastCalls[course],
            row.endedAtMs - last.endedAt <= repeatMilliseconds
        {
            tallies[last.tally].repeats(course.caller)
        }
        guard span.contains(row.endedAtMs), isWanted(row) else { return }
        var key: [String] = []
        for group in groupBy { key.append(part(of: row, group)) }
        let index = tally(of: key)
        tallies[index].add(row)
        if let course {
            tallies[index].add(course.caller)
            lastCalls[course] = (row.endedAtMs, index)
        }
    }

    /// The groups in order.
    package var keys: [[String]] { indices.keys.sorted(by: Self.isBefore) }

    package subscript(key: [String]) -> MetricTally? { indices[key].map { tallies[$0] } }

    private func isWanted(_ row: CallRow) -> Bool {
        (trees.isEmpty || trees.contains(row.tree))
            && (releases.isEmpty || releases.contains(row.release))
            && (queues.isEmpty || queues.contains(row.queue))
    }

    private mutating func tally(of key: [String]) -> Int {
        if let index = indices[key] { return index }
        indices[key] = tallies.count
        tallies.append(MetricTally())
        return tallies.count - 1
    }

    private mutating func part(of row: CallRow, _ group: GroupBy) -> String {
        switch group {
        case .unspecified: ""
        case .day: dates(row.endedAtMs).day
        case .week: dates(row.endedAtMs).monday
        case .month: String(dates(row.endedAtMs).day.prefix(7))
        case .tree: row.tree
        case .release: "\(row.release)"
        case .queue: row.queue
        }
    }

    private mutating func dates(_ milliseconds: Int64) -> (day: String, monday: String) {
        // No zone changes its clocks within a quarter of an hour.
        let quarter = milliseconds / 900_000
        if let known = dates[quarter] { return known }
        let moment = Moment(milliseconds: milliseconds, zone: request.timeZone)
        let new = (moment.day, moment.monday)
        dates[quarter] = new
        return new
    }

    /// Numbers by their size, other parts by the alphabet.
    private static func isBefore(_ left: [String], _ right: [String]) -> Bool {
        for (one, other) in zip(left, right) where one != other {
            if let one = UInt32(one), let other = UInt32(other) { return one < other }
            return one < other
        }
        return false
    }
}
