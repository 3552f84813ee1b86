/// What a customer says a call is about, where it went on about something else.
public struct Dispute {
    /// What is said to be meant.
    public let words: String
    /// Whether it is denied that it is about what was understood.
    public let isDenied: Bool
}

extension SpokenLanguage {
    /// What is said to be meant instead of a topic: "it's not the vpn it's the internet", "i was talking about the vpn".
    ///
    /// - Parameter title: The topic's words.
    public func dispute(in utterance: String, of title: String) -> Dispute? {
        let words = Words(tokens(of: utterance))
        let hits = phrases.hits(in: words, area: words.all)
        lazy var topic = tokens(of: title).items.filter(\.isContent).map(\.stem)
        for start in words.all {
            let hit = hits.first { $0.mark == .disputes && $0.range.lowerBound == start }
            guard let next = words.noun(after: hit?.range.upperBound ?? start + 1),
                hit != nil || words.deniesNoun(at: start, next),
                topic.contains(words.stems[next])
            else { continue }
            let end = (next..<words.count).first { !topic.contains(words.stems[$0]) }
            let rest = [0..<start, (end ?? words.count)..<words.count]
                .filter { $0.contains { words.items[$0].isContent } }
                .map(words.quote).joined(separator: " ")
            return rest.isEmpty ? nil : Dispute(words: rest, isDenied: true)
        }
        guard let meant = hits.last(where: { $0.mark == .means }),
            meant.range.upperBound < words.count
        else { return nil }
        let rest = words.quote(meant.range.upperBound..<words.count)
        return Dispute(words: rest, isDenied: false)
    }

    /// Whether some words name a topic by one of its own.
    public func names(_ title: String, in words: String) -> Bool {
        let said = tokens(of: words).items.map(\.stem)
        return tokens(of: title).items.contains { $0.isContent && said.contains($0.stem) }
    }
}

extension Words {
    /// The first word that leads to no noun: "vpn" in "the vpn".
    fileprivate func noun(after start: Int) -> Int? {
        guard start < count else { return nil }
        return (start..<count).first { index in
            items[index].classes.isDisjoint(with: [.article, .possessive])
        }
    }

    /// Whether a word denies a noun with an article, and no verb: "not the vpn", but not "no vpn".
    fileprivate func deniesNoun(at index: Int, _ noun: Int) -> Bool {
        items[index].classes.contains(.negation) && !items[index].classes.contains(.zero)
            && noun > index + 1
    }
}
