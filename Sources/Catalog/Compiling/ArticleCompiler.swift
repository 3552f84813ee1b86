internal import Messages

/// Makes an ``Article`` of a Markdown file with front matter.
struct ArticleCompiler {
    let problems: Problems
    let context: CompileContext

    func compile(_ text: String, id: String) -> Article? {
        guard let (header, body, bodyLine) = split(text) else { return nil }
        guard let root = YAMLText.read(header, firstLine: 2, into: problems) else { return nil }
        ShapeChecker(problems: problems).check(root, .object(CatalogShapes.article), "article")
        guard !problems.hasErrors else { return nil }
        func texts(_ key: String) -> [String] { root[key]?.elements.compactMap(\.text) ?? [] }
        var article = Article(id: id, title: root["title"]?.text ?? "")
        article.language = root["language"]?.text ?? context.language
        context.check(root["language"]?.located, problems)
        article.products = texts("products")
        article.symptoms = texts("symptoms")
        article.tags = texts("tags")
        article.body = body
        article.spoken = root["spoken"]?.text ?? Self.firstParagraph(of: body)
        if article.spoken.isEmpty {
            problems.add(
                .missingKey,
                at: Place(line: bodyLine, column: 1),
                "the article has no text that could be said",
                suggestion: "write 'spoken' into the front matter, or a first paragraph"
            )
        }
        return article
    }

    private func split(_ text: String) -> (header: String, body: String, bodyLine: Int)? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            problems.add(
                .unreadable,
                at: Place(line: 1, column: 1),
                "an article begins with its front matter between two lines '---'",
                suggestion: "begin with ---, then title: …, then ---"
            )
            return nil
        }
        let header = lines[1..<end].joined(separator: "\n")
        let body = lines[(end + 1)...].joined(separator: "\n")
        return (header, String(body.drop { $0.isNewline }), end + 2)
    }

    /// The first paragraph that is no heading, list, quote or code, up to the last sentence that
    /// can be said.
    private static func firstParagraph(of body: String) -> String {
        var paragraph: [Substring] = []
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.drop { $0.isWhitespace }
            if line.isEmpty {
                if paragraph.isEmpty { continue }
                break
            }
            let isText = !["#", ">", "-", "*", "|", "`", "<", "!"].contains(line.first)
            if isText { paragraph.append(line) } else if !paragraph.isEmpty { break }
        }
        let text = paragraph.joined(separator: " ").filter { $0 != "`" && $0 != "*" }
        guard text.count > CatalogLimits.sayCharacters else { return text }
        let start = text.prefix(CatalogLimits.sayCharacters)
        guard let stop = start.lastIndex(where: { ".!?".contains($0) }) else {
            return String(start)
        }
        return String(start[...stop])
    }
}
