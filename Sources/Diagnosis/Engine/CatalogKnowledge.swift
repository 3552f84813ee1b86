public import Catalog
internal import Language
public import Messages

extension CatalogView: Knowledge {
    /// How well an article must fit a question before it is spoken as its answer.
    private static let articleScore = 1.0

    /// The best article of the language that is near enough to the question and has words to speak.
    public func article(answering question: String, language: String) throws -> Article? {
        let hits = try search(question, language: language, maximum: 1)
        guard let best = hits.first, best.score >= Self.articleScore, !best.spoken.isEmpty else {
            return nil
        }
        return try article(best.id)
    }

    /// What the customer said, as the listener of the call's language understands it.
    public func understand(
        _ alternatives: [Alternative],
        in setting: Listening
    ) throws -> Understanding {
        let context = ListeningContext(
            asked: setting.asked,
            confirming: setting.confirming,
            open: setting.open,
            known: setting.known,
            lexicon: self,
            clock: CallClock(
                startedAtMilliseconds: setting.startedAtMilliseconds,
                zone: setting.timeZone
            ),
            volunteerThreshold: try settings.volunteerThreshold
        )
        return try Listener(language: setting.language).listen(to: alternatives, in: context)
    }
}

extension ConversationRunner {
    /// Plays every conversation of a catalog; its problems in order, at most `maximum`.
    ///
    /// - Throws: what reading the catalog throws.
    public static func problems(in view: CatalogView, maximum: Int = 100) throws -> [Problem] {
        var problems: [Problem] = []
        var last = ""
        while problems.count < maximum {
            let ids = try view.conversationIDs(after: last, maximum: 100)
            guard let end = ids.last else { break }
            for id in ids {
                guard let conversation = try view.conversation(id) else { continue }
                problems += try run(conversation, view: view)
            }
            last = end
        }
        return Array(problems.prefix(maximum))
    }
}
