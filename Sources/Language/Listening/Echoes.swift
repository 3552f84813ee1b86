internal import Messages

extension Reading {
    /// The most verbs that are looked at: who says more of them says the same.
    private static let mostEchoes = 4

    /// Yes or no by the question's own verb: "it is", "i never did".
    ///
    /// Nothing may follow that tells more, unless it repeats the question: "its purple" does not
    /// affirm "is it green", "its green" does.
    func echo() -> Polarity? {
        guard !has(.doesNotKnow), !has(.declines), !has(.repeats) else { return nil }
        let echoes = hits.lazy.filter { $0.mark.isEcho && area.contains($0.range) }
        for hit in echoes.prefix(Self.mostEchoes) {
            let isYes = hit.mark == .echoesYes && !negations.standBefore(hit.range, reach: 2)
            let place = hit.range.lowerBound <= area.lowerBound + 1 ? 0.95 : 0.8
            switch rest(after: hit) {
            case .nothing where answersOther(hit):
                return Polarity(isYes: isYes, confidence: 0.5, range: hit.range, basis: .echo)
            case .nothing:
                return Polarity(
                    isYes: isYes,
                    confidence: place,
                    range: hit.range,
                    basis: .bareEcho
                )
            case .question:
                return Polarity(isYes: isYes, confidence: 0.85, range: hit.range, basis: .echo)
            case .other where hit.mark == .echoesNo:
                // "it isnt flashing" is no sure answer to "is it green".
                return Polarity(isYes: false, confidence: 0.55, range: hit.range, basis: .echo)
            case .other: continue
            }
        }
        return nil
    }

    /// What follows a verb that may echo the question.
    private enum EchoRest {
        case nothing
        /// Words of the question itself.
        case question
        case other
    }

    private func rest(after hit: PhraseHit) -> EchoRest {
        let rest = (hit.range.upperBound..<area.upperBound).filter { index in
            !words.items[index].classes.contains(.afterEcho) && !isAside(index)
        }
        guard !rest.isEmpty else { return .nothing }
        let asked = askedWords
        let stems = words.stems
        guard rest.allSatisfy({ asked.contains(stems[$0]) }) else { return .other }
        // The question's verb is another one: "it has a cable" does not echo "is it …".
        if hit.range.count > 1, hit.mark == .echoesYes,
            !asked.contains(stems[hit.range.upperBound - 1])
        {
            return .other
        }
        // A question of alternatives, or one that denies, is not affirmed by a part of it.
        let language = words.language
        let needed = asked.filter { stem in
            language.times.meaning(of: stem) == .or
                || language.info(of: stem).classes.contains(.negation)
        }
        return needed.isSubset(of: rest.map { stems[$0] }) ? .question : .other
    }

    /// Whether a verb speaks of what the customer did where the question is for what came of it: "i did".
    func answersOther(_ hit: PhraseHit) -> Bool {
        guard let asked = context.asked, asked.wording.instructs, hit.mark == .echoesYes else {
            return false
        }
        // "i did", "im there".
        if words.items[hit.range].contains(where: { $0.classes.contains(.speaker) }) {
            return !asked.wording.addresses
        }
        return hit.range.count > 1
            && !hit.range.contains { asked.wording.askedStems.contains(words.stems[$0]) }
    }

    /// Whether a word belongs to a phrase that adds nothing to an answer: "i think", "thanks".
    private func isAside(_ index: Int) -> Bool {
        hits.contains { hit in
            switch hit.mark {
            case .yes, .unsure, .thanks, .acknowledges, .echoesYes: hit.range.contains(index)
            default: false
            }
        }
    }

    /// The words of the question that was asked.
    var askedWords: Set<WordHash> {
        context.asked?.wording.askedStems ?? []
    }
}
