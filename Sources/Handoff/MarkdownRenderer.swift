internal import Messages

/// Markdown, for tickets and chats: a heading, then each field as a bold name with its lines.
enum MarkdownRenderer: Renderer {
    static let mediaType = "text/markdown; charset=utf-8"

    static func document(_ record: HandoffRecord, evidence: Bool) -> String {
        let page = Page(record, evidence: evidence)
        var text = "# \(escaped(page.title))\n\n"
        text += (page.standing + page.call).map(escaped).joined(separator: " · ") + "\n"
        for field in page.fields {
            text += "\n**\(field.label)**\n\n"
            for line in field.lines {
                text += "- \(escaped(line.text))\n"
                for evidence in line.evidence { text += "  - _\(escaped(evidence))_\n" }
            }
        }
        return text
    }

    /// The text without a meaning of its own to Markdown, or to HTML that Markdown may hold.
    static func escaped(_ text: String) -> String {
        var output = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$":
                output += "\\"
            case "-", "+", "=":
                // At the start of a line these make lists and headings.
                if output.isEmpty { output += "\\" }
            case ".", ")":
                // "1." at the start of a line makes a list.
                if !output.isEmpty, output.allSatisfy(\.isNumber) { output += "\\" }
            default:
                break
            }
            output.append(character)
        }
        return output
    }
}
