internal import Messages

/// What is said of steps that a question wants done, beside what they came to.
extension Reading {
    /// Whether more is told beside "yes" than the result that was asked for: "yes i unplugged it" may speak of what was to be
    /// done.
    func tellsMore(of asked: ListeningNode) -> Bool {
        guard asked.wording.instructs else { return false }
        let isResult: Set<PhraseMark> = [
            .yes, .no, .works, .fails, .fixed, .worksNow, .thanks, .unsure, .acknowledges,
            .correction, .softCorrection, .wantsPerson,
        ]
        if hits.contains(where: answersOther) { return true }
        return area.contains { index in
            words.items[index].kind == .word
                && words.items[index].classes.isDisjoint(with: [.common, .negation, .everyday])
                && words.meanings[index] == nil
                && !asked.wording.askedStems.contains(words.stems[index])
                && !asked.optionPatterns.contains { $0.holds([words.stems[index]]) }
                && !hits.contains { isResult.contains($0.mark) && $0.range.contains(index) }
        }
    }

    /// Whether what was said may speak of the steps, and not of what they came to: "okay im connected to the hotspot", "the
    /// modem is back on".
    func speaksOfSteps(_ asked: ListeningNode, _ side: Polarity) -> Bool {
        let told = asked.wording.toldStems
        guard !told.isEmpty else { return false }
        let steps = area.filter { told.contains(words.stems[$0]) }
        // A phrase of the node may name them.
        let isOwn =
            side.isFull
            && steps.allSatisfy { step in
                !side.range.contains(step)
                    || asked.optionPatterns.contains { $0.holds([words.stems[step]]) }
            }
        guard !steps.isEmpty, !isOwn else { return false }
        return !hits.contains { hit in
            guard area.contains(hit.range), Self.isResult(hit.mark),
                hit.range.contains(where: isTelling)
            else { return false }
            return steps.allSatisfy { step in
                if step >= hit.range.upperBound { return !isAim(step) }
                if step >= hit.range.lowerBound { return true }
                return (step..<hit.range.lowerBound).contains { index in
                    words.meanings[index] == .and || words.items[index].classes.contains(.boundary)
                }
            }
        }
    }

    private static func isResult(_ mark: PhraseMark) -> Bool {
        mark == .works || mark == .fixed || mark == .worksNow
    }

    /// Whether a word is what something is done to: "the hotspot" in "connected to the hotspot".
    private func isAim(_ index: Int) -> Bool {
        let before = (area.lowerBound..<index).last {
            words.items[$0].classes.isDisjoint(with: [.article])
        }
        return before.map { words.meanings[$0] == .to } ?? false
    }
}
