internal import Messages

extension Reading {
    /// What the customer does by what was said.
    ///
    /// - Parameters:
    ///   - answer: The answer to what was asked.
    ///   - denies: Whether what was to be confirmed is denied, without another answer.
    ///   - volunteered: What was said beside it.
    func acts(
        given answer: FoundValue?,
        denies: Bool,
        _ volunteered: Volunteered
    ) -> [Act] {
        var acts = answer != nil || denies ? [Act.answer] : []
        let isWeak = (answer?.confidence ?? 0) < Self.sureBesideMark
        if check != nil, context.asked != nil {
            // Only the question itself says what is meant.
            if acts.isEmpty { acts.append(.repeat) }
        } else if question != nil || isWeak && isMarked
            || answer == nil && (seemsToAskBack || wantsToKnow || isChoice)
        {
            acts.append(.questionBack)
        }
        if has(.repeats), answer == nil, question == nil || words.count <= 5 {
            acts.removeAll { $0 == .questionBack }
            acts.append(.repeat)
        }
        if has(.wait), question == nil || answer != nil { acts.append(.wait) }
        if has(.doesNotKnow), answer == nil { acts.append(.doesNotKnow) }
        // Who goes for want of time refuses no answer.
        if has(.declines), !has(.leaves), answer == nil { acts.append(.declines) }
        if wantsPerson { acts.append(.wantsPerson) }
        if isOver { acts.append(.fixed) }
        if has(.thanks) || has(.leaves) { acts.append(.thanks) }
        if has(.leaves), leaves(acts) { acts.append(.hangUp) }
        if volunteered.corrects { acts.append(.correction) }
        if acts.allSatisfy({ $0 == .questionBack }), volunteered.facts.isEmpty, !isChoice,
            isOffTopic()
        {
            // What was asked may still have an answer.
            return has(.offTopic) || !isMarked ? [.offTopic] : [.questionBack, .offTopic]
        }
        return acts
    }

    /// Whether who says goodbye ends the call: not beside an answer, nor where nothing was asked.
    private func leaves(_ acts: [Act]) -> Bool {
        context.asked?.fact.isEmpty == false
            && acts.allSatisfy { $0 == .thanks || $0 == .wait || $0 == .repeat }
    }

    /// Whether nothing but a choice was said, and no act.
    private var isChoice: Bool {
        context.asked != nil && context.confirming == nil && asksWhich
            && !hits.contains { hit in
                switch hit.mark {
                case .question, .questionWord, .works, .fails, .acknowledges, .asks: false
                default: true
                }
            }
    }

    /// How sure an answer must be that is written as a question not to be one.
    static let sureBesideMark = 0.6
    /// The fewest words of what asks for something and is no "really?".
    private static let fewestAsking = 3

    /// Whether it is written as a question, however it begins.
    private var isMarked: Bool {
        words.count >= Self.fewestAsking && words.items.contains { $0.endsQuestion }
    }

    /// Whether what is not known is how to find out, or what is meant: "I don't know where that light is", "I am not
    /// aware of the password".
    ///
    /// Of a question with two sides only: "I don't know when it began" lacks the answer itself.
    private var wantsToKnow: Bool {
        guard let asked = context.asked, asked.hasTwoSides,
            let unknown = hits.first(where: { $0.mark == .doesNotKnow })
        else { return false }
        return (unknown.range.upperBound..<words.count).contains { index in
            guard let hit = hits.first(where: { $0.range.contains(index) }) else {
                return words.tokens.tellingWords(in: index..<index + 1).contains { $0.share == 1 }
            }
            return hit.mark.beginsQuestion || hit.mark == .questionWord
        }
    }

    /// A wish for a person that is not denied: "i dont want to talk to a person".
    ///
    /// What declines denies it, too: "id rather not", "no need".
    private var wantsPerson: Bool {
        func denies(_ index: Int) -> Bool {
            guard words.items[index].classes.contains(.negation) else { return false }
            return !hits.contains { hit in
                guard hit.range.contains(index) else { return false }
                switch hit.mark {
                case .no, .doesNotKnow, .wait, .repeats, .correction, .idiom: return true
                default: return false
                }
            }
        }
        return hits.contains { hit in
            let start = hit.range.lowerBound
            return hit.mark == .wantsPerson
                && !(max(0, start - Self.denialReach)..<start).contains { index in
                    denies(index)
                        && !words.items[index..<start].contains { $0.classes.contains(.boundary) }
                        && !isAnotherWish(from: index, to: start)
                }
        }
    }

    /// Whether who wishes is named anew behind a noun that is denied: "no callback i want someone".
    private func isAnotherWish(from denial: Int, to wish: Int) -> Bool {
        let speaker = (denial..<wish).last { words.items[$0].classes.contains(.speaker) }
        return speaker.map { (denial + 1..<$0).contains(where: isTelling) } ?? false
    }

    /// How far before the wish for a person it may be denied: "i dont want to talk to a person".
    private static let denialReach = 4
}
