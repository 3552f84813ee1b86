internal import ArgumentParser
internal import Foundation
internal import Messages

/// Whether a command writes for people or for programs.
struct FormatOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false
}

/// Prints JSON on standard output, keys in the order of the alphabet.
func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// Rows in columns that are as wide as their widest cell.
struct TextTable {
    private let head: [String]
    private var rows: [[String]] = []

    /// A table with the given names of columns.
    init(_ head: [String]) {
        self.head = head
    }

    /// Adds a row with a cell for each column; nothing in it steers the terminal.
    mutating func add(_ row: [String]) {
        precondition(row.count == head.count)
        rows.append(row.map(\.printable))
    }

    /// The rows under their head, each as one line.
    var lines: [String] {
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

/// A moment as JSON shows it: 2026-11-19T21:40:00Z; empty for 0.
func timestamp(milliseconds: Int64) -> String {
    guard milliseconds != 0 else { return "" }
    return Date(timeIntervalSince1970: Double(milliseconds) / 1_000).formatted(.iso8601)
}
