internal import Foundation
public import Logging

/// Writes each log message as one line to standard error, for people and for machines.
///
/// As text: `2026-11-23T09:30:00.123Z notice turns served count=3 peer="127.0.0.1:5"`; as JSON:
/// `{"time":"…","level":"notice","message":"turns served","count":"3"}`.
public struct LineLogHandler: LogHandler {
    /// How a line is written.
    public enum Format: String, Sendable, CaseIterable {
        /// Words and key=value.
        case text
        /// One JSON object a line.
        case json
    }

    /// Sent with each line.
    public var metadata = Logger.Metadata()
    /// Messages below it are dropped.
    public var logLevel: Logger.Level
    private let format: Format
    private let write: @Sendable (String) -> Void

    /// A handler that writes to standard error.
    public init(level: Logger.Level = .info, format: Format = .text) {
        self.init(level: level, format: format) { line in
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
        }
    }

    /// A handler that hands each line over, its line feed included.
    init(level: Logger.Level, format: Format, write: @escaping @Sendable (String) -> Void) {
        logLevel = level
        self.format = format
        self.write = write
    }

    /// Metadata by key.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let pairs = all.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        write(line(event.level, "\(event.message)", pairs, at: Date()))
    }

    func line(
        _ level: Logger.Level,
        _ message: String,
        _ pairs: [(String, String)],
        at date: Date
    ) -> String {
        let time = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        switch format {
        case .text:
            let fields = pairs.map { " \($0)=\(Self.isPlain($1) ? $1 : Self.quoted($1))" }
            return "\(time) \(level) \(Self.oneLine(message))\(fields.joined())\n"
        case .json:
            let head = [("time", time), ("level", "\(level)"), ("message", message)]
            let fields = (head + pairs).map { "\(Self.quoted($0)):\(Self.quoted($1))" }
            return "{\(fields.joined(separator: ","))}\n"
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value > 0x20 && scalar != "\"" && scalar != "=" && scalar != "\\"
                    && scalar.value != 0x7F
            }
    }

    /// What comes from outside must not make lines of its own.
    private static func oneLine(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        return needsQuotes ? quoted(text) : text
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
