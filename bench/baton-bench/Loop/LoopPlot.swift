/// The weeks of both runs as three line charts, one below the other.
struct LoopPlot {
    private let report: LoopReport

    private static let width = 720.0
    private static let chartHeight = 200.0
    private static let left = 60.0
    private static let right = 20.0
    private static let top = 60.0
    private static let gap = 60.0
    /// Colors that can be told apart without red and green.
    private static let colors = (withLoop: "#0072b2", withoutLoop: "#d55e00")

    init(_ report: LoopReport) { self.report = report }

    var svg: String {
        let charts: [(String, (LoopRun.Week) -> Double)] = [
            ("Missing facts a handoff", { $0.perHandoff(Double($0.missing)) }),
            ("Re-diagnosis rate, %", { $0.perHandoff(Double($0.rediagnosed)) * 100 }),
            ("Minutes to resolution", { $0.perHandoff($0.minutes) }),
        ]
        let height = Self.top + Double(charts.count) * (Self.chartHeight + Self.gap)
        var lines = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.short(Self.width)) \(Self.short(height))" \
            font-family="sans-serif" font-size="12">
            """,
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
            text(Self.left, 20, "Simulated update loop by week, seed \(report.seed)", size: 14),
            text(Self.left, 38, "with the loop", color: Self.colors.withLoop),
            text(Self.left + 110, 38, "without it", color: Self.colors.withoutLoop),
        ]
        for (index, chart) in charts.enumerated() {
            let top = Self.top + Double(index) * (Self.chartHeight + Self.gap) + 20
            lines += self.chart(chart.0, top, chart.1)
        }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private func chart(
        _ title: String,
        _ top: Double,
        _ value: (LoopRun.Week) -> Double
    ) -> [String] {
        let ones = report.withLoop.weeks.map(value)
        let others = report.withoutLoop.weeks.map(value)
        let greatest = (ones + others).filter(\.isFinite).max() ?? 1
        let step = Self.step(greatest)
        let ceiling = max(step, (greatest / step).rounded(.up) * step)
        let bottom = top + Self.chartHeight
        let span = Self.width - Self.left - Self.right
        func x(_ week: Int) -> Double {
            Self.left + span * (ones.count < 2 ? 0.5 : Double(week) / Double(ones.count - 1))
        }
        func y(_ value: Double) -> Double { bottom - Self.chartHeight * value / ceiling }
        var lines = [text(Self.left, top - 8, title, size: 13)]
        for mark in stride(from: 0, through: ceiling + step / 2, by: step) {
            let place = y(mark)
            lines.append(
                "<path d=\"M\(Self.short(Self.left)) \(Self.short(place))H"
                    + "\(Self.short(Self.width - Self.right))\" stroke=\"#ddd\"/>"
            )
            lines.append(text(Self.left - 8, place + 4, Self.short(mark), anchor: "end"))
        }
        for week in ones.indices {
            lines.append(text(x(week), bottom + 16, "\(week + 1)", anchor: "middle"))
        }
        for (values, color) in [(ones, Self.colors.withLoop), (others, Self.colors.withoutLoop)] {
            let points = values.enumerated().filter { $0.element.isFinite }
                .map { "\(Self.short(x($0.offset))),\(Self.short(y($0.element)))" }
            lines.append(
                "<polyline fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\" points=\""
                    + points.joined(separator: " ") + "\"/>"
            )
        }
        return lines
    }

    /// A distance of grid lines: one, two or five times a power of ten, for about five lines.
    private static func step(_ greatest: Double) -> Double {
        var power = 1.0
        while power * 10 <= greatest / 4 { power *= 10 }
        while power > greatest / 4, power > 1e-6 { power /= 10 }
        return [5, 2, 1].first { $0 * power <= greatest / 4 }.map { $0 * power } ?? 1
    }

    private static func short(_ number: Double) -> String {
        let rounded = (number * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }

    private func text(
        _ x: Double,
        _ y: Double,
        _ words: String,
        size: Int = 12,
        color: String = "#222",
        anchor: String = "start"
    ) -> String {
        "<text x=\"\(Self.short(x))\" y=\"\(Self.short(y))\" font-size=\"\(size)\" fill=\"\(color)\" "
            + "text-anchor=\"\(anchor)\">\(words)</text>"
    }
}
