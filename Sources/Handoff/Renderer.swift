public import Messages

/// Writes a handoff out in one form.
protocol Renderer {
    /// The form's media type.
    static var mediaType: String { get }

    /// The document.
    ///
    /// - Parameter evidence: Whether each line shows where it comes from.
    static func document(_ record: HandoffRecord, evidence: Bool) throws -> String
}

extension HandoffRecord {
    /// Words that a person reads in a minute.
    public static let wordsPerMinute = 240

    /// Writes the handoff out.
    ///
    /// Words are counted in the text form without evidence, names of fields included, since they
    /// are read too; the time is rounded up to whole seconds. Both are the same for every form.
    ///
    /// - Parameters:
    ///   - format: The form; unspecified means text.
    ///   - evidence: Whether each line shows where it comes from. JSON always has it.
    public func rendered(as format: Format, evidence: Bool) throws -> RenderReply {
        let renderer: any Renderer.Type =
            switch format {
            case .unspecified, .text: TextRenderer.self
            case .markdown: MarkdownRenderer.self
            case .html: HTMLRenderer.self
            case .json: JSONRenderer.self
            }
        return RenderReply(
            document: try renderer.document(self, evidence: evidence),
            mediaType: renderer.mediaType,
            words: words,
            readingSeconds: readingSeconds
        )
    }

    /// Seconds that reading takes, rounded up.
    var readingSeconds: UInt32 {
        let perMinute = UInt64(Self.wordsPerMinute)
        return UInt32(clamping: (UInt64(words) * 60 + perMinute - 1) / perMinute)
    }
}
