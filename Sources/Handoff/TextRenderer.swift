internal import Messages

/// A table for a terminal: names of fields on the left, their lines on the right.
enum TextRenderer: Renderer {
    static let mediaType = "text/plain; charset=utf-8"

    /// Columns of the whole table.
    static let width = 100
    /// Columns of the names; the longest has 21.
    private static let labelWidth = 23

    static func document(_ record: HandoffRecord, evidence: Bool) -> String {
        let page = Page(record, evidence: evidence)
        var text = ""
        for head in [[page.title] + page.standing, page.call] {
            for row in wrapped(head.joined(separator: ", "), width: width, indent: 0) {
                text += row + "\n"
            }
        }
        text += String(repeating: "─", count: width) + "\n"
        for field in page.fields { append(field, to: &text) }
        return text
    }

    /// Words of the document without evidence: runs of characters with a letter or digit in them.
    static func wordCount(of record: HandoffRecord) -> Int {
        document(record, evidence: false)
            .split(whereSeparator: \.isWhitespace)
            .count { word in word.contains { $0.isLetter || $0.isNumber } }
    }

    private static func append(_ field: Page.Field, to text: inout String) {
        var label = field.label
        for line in field.lines {
            let rows = wrapped(line.text, width: width - labelWidth, indent: 2)
            let evidence = line.evidence.flatMap {
                wrapped("  — \($0)", width: width - labelWidth, indent: 4)
            }
            for row in rows + evidence {
                text += label + String(repeating: " ", count: labelWidth - label.count)
                text += row + "\n"
                label = ""
            }
        }
    }

    /// Breaks a text between words; a word that is longer than a row is broken too.
    ///
    /// - Parameter indent: Columns left free at the start of each row but the first.
    static func wrapped(_ text: String, width: Int, indent: Int) -> [String] {
        precondition(indent < width)
        var rows: [String] = []
        var row = ""
        var isEmpty = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var rest = word
            if !isEmpty, row.count + 1 + rest.count > width {
                rows.append(row)
                row = String(repeating: " ", count: indent)
                isEmpty = true
            } else if !isEmpty {
                row += " "
            }
            while row.count + rest.count > width {
                let head = rest.prefix(width - row.count)
                rows.append(row + head)
                rest = rest.dropFirst(head.count)
                row = String(repeating: " ", count: indent)
            }
            row += rest
            isEmpty = false
        }
        return rows + [row]
    }
}
