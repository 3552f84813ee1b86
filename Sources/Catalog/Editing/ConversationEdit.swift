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
    ///   - value: What that is taken for; empty where the conversation does not say.
    /// - Throws: ``CatalogError`` where the file is written in a form that can't be changed by itself.
    public static func answer(
        to fact: String,
        after turn: Int,
        saying says: String,
        takenFor value: String = "",
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
            var expected = [YAMLContent.Entry("asks", .text(asked))]
            if !value.isEmpty {
                expected.append(.init("facts", .map([.init(fact, .text(value))])))
            }
            entries.append(.init("expect", .map(expected)))
        }
        try editor.apply(.insert(list: [.key("turns")], at: turn + 1, .map(entries)))
        return SourceFile(path: file.path, content: Array(editor.text.utf8))
    }

    /// An answer that was taken out of a conversation.
    public struct Withdrawn: Sendable, Equatable {
        /// The conversation without it.
        public let file: SourceFile
        /// What the customer said.
        public let says: String
        /// What that was taken for; empty where the conversation does not say, or says more than a value.
        public let value: String
    }

    /// Takes out the customer's answer to a question that is not asked after a turn any more.
    ///
    /// What the answer expected to be asked is expected after that turn.
    ///
    /// - Parameters:
    ///   - fact: The fact that was asked.
    ///   - turn: The turn after which it was asked, by its index.
    /// - Throws: ``CatalogError`` where the answer says more than this fact, or the file is written in a form
    ///   that can't be changed by itself.
    public static func withdraw(
        answerTo fact: String,
        after turn: Int,
        in file: SourceFile
    ) throws(CatalogError) -> Withdrawn {
        var editor = try YAMLEditor(file)
        let turns = try editor.root()["turns"]?.elements ?? []
        let asks = turns.indices.contains(turn) ? turns[turn]["expect"]?["asks"]?.text : nil
        guard asks == nil || asks == fact, turns.indices.contains(turn + 1),
            let says = turns[turn + 1]["says"]?.text
        else {
            throw .invalid("\(file.path) does not answer \(fact) in the turn after it is asked")
        }
        let expected = turns[turn + 1]["expect"]
        let next = expected?["asks"]?.text
        let taken = expected?["facts"]?.fields ?? []
        guard taken.allSatisfy({ $0.key == fact }), asks == nil || next != nil && next != fact
        else {
            throw .invalid("\(file.path) says more in its answer to \(fact) than that")
        }
        try editor.apply(.remove(list: [.key("turns")], at: turn + 1))
        if asks != nil, let next {
            let path: [YAMLStep] = [
                .key("turns"), .index(turn), .key("expect"), .key("asks"),
            ]
            try editor.apply(.replace(value: path, .text(next)))
        }
        return Withdrawn(
            file: SourceFile(path: file.path, content: Array(editor.text.utf8)),
            says: says,
            value: taken.first?.value.text ?? ""
        )
    }
}
