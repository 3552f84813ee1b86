internal import Messages

/// What answers the question beside words with which the customer does something else: goes to look, or does not know.
extension Reading {
    /// The answer after a while: "hang on … okay yeah its on".
    func afterWait(_ asked: ListeningNode, _ entities: [AssignedEntity]) throws
        -> FoundValue?
    {
        let wait = hits.last { $0.mark == .wait && area.contains($0.range) }
        guard let wait, !isSearch(wait), wait.range.upperBound < area.upperBound else { return nil }
        let start = wait.range.upperBound
        var later = restarted(at: start)
        let begins = later.hits.first { $0.range.lowerBound == start }
        switch asked.valueKind {
        case .yesNo, .check, .fix:
            let matches = later.optionMatches(asked).contains { $0.match.isFull }
            guard matches || later.hits.contains(where: { Self.tellsSide($0.mark) }) else {
                return nil
            }
        case .text:
            guard let begins, begins.mark == .acknowledges || begins.mark == .yes else {
                return nil
            }
            later = later.restarted(at: begins.range.upperBound)
        default: break
        }
        guard let found = try later.found(asked, entities), found.confidence >= 0.6 else {
            return nil
        }
        return found
    }

    /// Where the customer goes to find something out, of which what follows is no answer: "let me check if
    /// its on".
    var beginningOfSearch: Int? {
        hits.first { $0.mark == .wait && area.contains($0.range) && isSearch($0) }?.range.lowerBound
    }

    /// The most words of a thing that is looked at, in which nothing is said of it.
    private static let mostWordsSought = 3

    /// Whether what is to be found out, or something to be looked at, follows: "let me check if its on", "let me check the tv".
    private func isSearch(_ hit: PhraseHit) -> Bool {
        let next = hit.range.upperBound
        guard next < area.upperBound else { return false }
        let classes = words.items[next].classes
        return classes.contains(.condition)
            || area.upperBound - next <= Self.mostWordsSought
                && !classes.isDisjoint(with: [.article, .possessive])
                && words.meanings[next - 1] == nil
                && words.items[hit.range].contains {
                    !$0.classes.isDisjoint(with: [.speaker, .object])
                }
    }

    /// The answer that is told in a clause of its own beside one in which the customer goes to look, or says what is not known:
    /// "im looking but i dont see it", "its out of range and im not sure if its on".
    func besideActs(_ asked: ListeningNode, _ entities: [AssignedEntity]) throws -> FoundValue? {
        guard asked.hasTwoSides,
            let act = hits.first(where: { hit in
                (hit.mark == .wait || hit.mark == .doesNotKnow) && area.contains(hit.range)
            })
        else { return nil }
        let clause = clause(of: act.range)
        let (before, behind) = (
            area.lowerBound..<clause.lowerBound, clause.upperBound..<area.upperBound
        )
        for range in [behind, before] {
            let told = alone(in: words.withoutJoint(range))
            guard told.tellsWithoutAct, let found = try told.found(asked, entities),
                found.confidence >= Self.sureBesideMark
            else { continue }
            if range == before, act.mark == .wait, isUnable(found, asked) { break }
            // Of "yes i do", the act says what was meant; "yeah im looking at it and the switch seems to be on" goes on.
            let isYes = found.value.key == Self.sides(of: asked.valueKind).yes
            let goesOn =
                range == behind
                && (told.echo()?.basis == .bareEcho
                    || act.mark == .wait && opening.map { ($0.mark == .yes) == isYes } == true)
            if goesOn || told.tellsOfQuestion { return found }
        }
        return nil
    }

    /// The clause in which some words stand: up to a sentence's ends, or an "and" or a "but" before someone or something else.
    private func clause(of range: Range<Int>) -> Range<Int> {
        let sentence = words.sentences[range.lowerBound]
        func ends(_ index: Int) -> Bool {
            words.sentences[index] != sentence || words.items[index].classes.contains(.boundary)
                || words.meanings[index] == .and && index + 1 < area.upperBound
                    && !words.items[index + 1].classes.isDisjoint(with: [
                        .subject, .speaker, .article, .possessive,
                    ])
        }
        let start = (area.lowerBound..<range.lowerBound).last(where: ends)
        let end = (range.upperBound..<area.upperBound).first(where: ends)
        return (start.map { $0 + 1 } ?? area.lowerBound)..<(end ?? area.upperBound)
    }

    /// Whether nothing is done, wanted or supposed in some words.
    private var tellsWithoutAct: Bool {
        guard let first = area.first, !words.items[first].classes.contains(.condition) else {
            return false
        }
        return !hits.contains { hit in
            switch hit.mark {
            case .wait, .doesNotKnow, .repeats, .declines, .intends: true
            default: false
            }
        }
    }

    /// Whether words beside an act tell how something is: they speak of what was asked or deny something, and not of what the
    /// customer does.
    private var tellsOfQuestion: Bool {
        if has(.unseen) { return true }
        guard let first = area.first, !words.items[first].classes.contains(.speaker) else {
            return false
        }
        // "its not", "there are none", but not "my wife has no time".
        let isOfIt =
            words.items[first].classes.contains(.common)
            && words.items[first].classes.isDisjoint(with: [.article, .possessive])
        return isOfIt && negations.first(in: area) != nil || area.contains(where: isOfQuestion)
            || hits.contains { Self.tellsSide($0.mark) && !$0.mark.isYesOrNo }
    }
}

extension Words {
    /// Some words without the "and" or "but" that joins them to others.
    fileprivate func withoutJoint(_ range: Range<Int>) -> Range<Int> {
        func joins(_ index: Int) -> Bool {
            items[index].classes.contains(.boundary) || meanings[index] == .and
        }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, joins(start) { start += 1 }
        while start < end, joins(end - 1) { end -= 1 }
        return start..<end
    }
}
