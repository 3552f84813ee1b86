internal import Messages

/// A page that needs nothing but itself: for a browser, light or dark, and for paper.
enum HTMLRenderer: Renderer {
    static let mediaType = "text/html; charset=utf-8"

    static func document(_ record: HandoffRecord, evidence: Bool) -> String {
        let page = Page(record, evidence: evidence)
        let rows = page.fields.map(row).joined()
        return """
            <!DOCTYPE html>
            <html lang="\(page.language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(escaped(page.title))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(escaped(page.title))</h1>
            <p class="standing">\(escaped(page.standing.joined(separator: " · ")))</p>
            <p class="call">\(escaped(page.call.joined(separator: " · ")))</p>
            <dl>
            \(rows)</dl>
            </main>
            </body>
            </html>

            """
    }

    private static func row(_ field: Page.Field) -> String {
        "<dt>\(escaped(field.label))</dt>\n<dd>\n" + field.lines.map(line).joined() + "</dd>\n"
    }

    private static func line(_ line: Page.Line) -> String {
        let result =
            switch line.mark {
            case "✓": " class=\"pass\""
            case "✗": " class=\"fail\""
            default: ""
            }
        var text = "<p\(result)>\(escaped(line.text))</p>\n"
        guard !line.evidence.isEmpty else { return text }
        text += "<ul>\n"
        for evidence in line.evidence { text += "<li>\(escaped(evidence))</li>\n" }
        return text + "</ul>\n"
    }

    /// The text without a meaning of its own to HTML, in content and in quoted attributes.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --soft: #5b6570; --line: #d9dee3;
          --paper: #ffffff; --pass: #1a7f37; --fail: #b3261e; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e9ec; --soft: #9aa4ae; --line: #333b43; --paper: #14181c;
            --pass: #4ac26b; --fail: #ff7b72; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        main { max-width: 54rem; margin: 2rem auto; padding: 0 1.25rem; }
        h1 { font-size: 1.375rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
        .standing { font-weight: 600; margin: 0; }
        .call { color: var(--soft); margin: 0 0 1.25rem; }
        dl { display: grid; grid-template-columns: 12rem 1fr; margin: 0;
          border-bottom: 1px solid var(--line); }
        dt, dd { margin: 0; padding: .55rem 0; border-top: 1px solid var(--line); }
        dt { font-weight: 600; color: var(--soft); }
        dd { overflow-wrap: anywhere; }
        dd p { margin: 0; }
        dd ul { margin: .1rem 0 .35rem; padding-left: 1.1rem; color: var(--soft);
          font-size: .875rem; list-style: "— "; }
        .pass { color: var(--pass); }
        .fail { color: var(--fail); }
        @media (max-width: 40rem) {
          dl { grid-template-columns: 1fr; }
          dt { padding-bottom: 0; }
          dd { border-top: 0; padding-top: .15rem; } }
        @media print {
          :root { --ink: #000; --soft: #333; --line: #999; --paper: #fff; --pass: #000;
            --fail: #000; }
          main { max-width: none; margin: 0; padding: 0; }
          body { font-size: 10.5pt; }
          dt, dd { break-inside: avoid; } }
        """
}
