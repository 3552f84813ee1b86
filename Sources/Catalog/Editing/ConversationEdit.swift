public import Messages

/// Changes of conversations that follow from a change of a tree.
public enum ConversationEdit {
    /// Lets the customer answer a question that is new after a turn.
    ///
    /// What that turn expected to be asked is expected after the answer.
    ///
    /// - Parameters:
    ///   - fact: The fact that is asked now.
    ///   - turn: The turn after which it is asked, by its index.
    ///   - says: What the customer says to it.
    /// - Throws: ``CatalogError`` where the file is written in a form that can't be changed by itself.
    public static func answer(
        to fact: String,
        after turn: Int,
        saying says: String,
        in file: SourceFile
    ) throws(CatalogError) -> SourceFile {
        var editor = try YAMLEditor(file)
        let root = try editor.root()
        let turns = root["turns"]?.elements ?? []
        guard turns.indices.contains(turn) else {
            throw .invalid("\(file.path) has no turn \(turn + 1)")
        }
        var entries: [YAMLContent.Entry] = [.init("says", .text(says))]
        if let asked = turns[turn]["expect"]?["asks"]?.text, asked != fact {
            let path: [YAMLStep] = [
                .key("turns"), .index(turn), .key("expect"), .key("asks"),
            ]
            try editor.apply(.replace(value: path, .text(fact)))
            entries.append(.init("expect", .map([.init("asks", .text(asked))])))
        }
        try editor.apply(.insert(list: [.key("turns")], at: turn + 1, .map(entries)))
        return SourceFile(path: file.path, content: Array(editor.text.utf8))
    }
}
