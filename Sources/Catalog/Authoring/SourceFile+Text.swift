internal import Messages

extension SourceFile {
    /// The file as text; nil where it is not UTF-8.
    ///
    /// Without the mark that some editors put before a text in UTF-8.
    var text: String? {
        guard let text = String(validating: content, as: UTF8.self) else { return nil }
        return text.unicodeScalars.first == "\u{FEFF}"
            ? String(text.unicodeScalars.dropFirst()) : text
    }
}
