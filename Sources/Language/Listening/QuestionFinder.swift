/// Finds the part of an utterance that is a question back.
///
/// Speech recognition writes no question mark, so a question is told by how it begins: "what is", "where do", at the
/// beginning of the utterance, after a word such as "okay" or "yes", or after "but" and "and".
struct QuestionFinder {
    let words: Words
    let hits: [PhraseHit]

    /// The words of the question; nil when there is none.
    func find() -> Range<Int>? {
        for hit in hits
        where begins(hit) && (hit.mark == .asks || mayBegin(at: hit.range.lowerBound)) {
            // "what" alone asks for the prompt again, and a question has words beyond its beginning.
            guard
                hit.range.upperBound < words.count || isMarked(from: hit.range.lowerBound)
                    || hit.range.count > 1 && hit.range.lowerBound == 0
            else {
                continue
            }
            return begin(of: hit.range.lowerBound)..<end(from: hit.range.lowerBound)
        }
        return writtenQuestion() ?? taggedQuestion()
    }

    /// The fewest words before a tag that make a question with it.
    private static let fewestTagged = 3

    /// A sentence with a tag at its end: "all the water will come out wont it", "the one on the front you mean".
    ///
    /// "on the right" says where.
    private func taggedQuestion() -> Range<Int>? {
        guard let tag = hits.last(where: { $0.mark == .tag }), tag.range.upperBound == words.count,
            tag.range.count > 1 && tag.range.lowerBound >= Self.fewestTagged
                || tag.range.lowerBound >= Self.fewestBeforeWord && isTag(tag.range.lowerBound)
        else { return nil }
        return 0..<words.count
    }

    /// The fewest words before a tag of one word, and how near before it a negation makes it belong to what is denied.
    private static let fewestBeforeWord = 3
    private static let reachOfDenial = 3

    /// Whether a single word at the end asks for agreement, and says not how or where something is: "it isnt charging right",
    /// "works right", "its on the right", but "i unplug it right".
    private func isTag(_ index: Int) -> Bool {
        let before = words.items[index - 1]
        let isDenied = words.items[max(0, index - Self.reachOfDenial)..<index].contains {
            $0.classes.contains(.negation)
        }
        let isVerdict = hits.contains { hit in
            switch hit.mark {
            case .works, .fails: hit.range.contains(index - 1)
            case .yes, .no: hit.range.lowerBound == 0
            default: false
            }
        }
        guard !isDenied, !isVerdict else { return false }
        if before.isContent || before.classes.contains(.object) { return true }
        // "the left one right".
        return if case .digit = words.language.info(of: before.word).number { true } else { false }
    }

    /// Where a question begins that has its question word later, such as "can you tell me how …?".
    ///
    /// What is denied before it, or ends at a "but", is an answer: "doesn't come on, what now?".
    private func begin(of index: Int) -> Int {
        guard index > 0, isMarked(from: index), let vocabulary = words.language.answers,
            !words.items[index - 1].classes.contains(.boundary),
            let start = words.sentences.firstIndex(of: words.sentences[index])
        else { return index }
        let first = words.items[start]
        let asks =
            vocabulary.role(of: first).contains(.auxiliary) && !first.classes.contains(.negation)
        return asks ? start : index
    }

    /// A sentence with a question mark that begins as questions for yes or no do, such as "is there …?", or has a question
    /// word: "and after that, what will I see?".
    private func writtenQuestion() -> Range<Int>? {
        guard let vocabulary = words.language.answers,
            let end = words.items.firstIndex(where: \.endsQuestion)
        else { return nil }
        let sentences = words.sentences
        guard let start = sentences.firstIndex(of: sentences[end]), start < end,
            vocabulary.role(of: words.items[start]).contains(.auxiliary)
                || hits.contains(where: { hit in
                    (hit.mark.beginsQuestion || hit.mark == .questionWord)
                        && (start...end).contains(hit.range.lowerBound)
                })
        else { return nil }
        return start..<end + 1
    }

    /// The most words of a question about a word that is told by its brevity: "what box".
    private static let briefWords = 3

    /// Whether a phrase begins a question: "what" alone only when what follows is short or marked.
    private func begins(_ hit: PhraseHit) -> Bool {
        switch hit.mark {
        case _ where isOfAct(hit): false
        case .question, .asks: true
        case .questionWord:
            asksAbout(hit.range.upperBound) || isMarked(from: hit.range.lowerBound)
                || words.count - hit.range.lowerBound <= Self.briefWords
                    && !isUnknown(at: hit.range.lowerBound)
        default: false
        }
    }

    /// Whether it is a part of what is said not to be known, or to be known: "i dont know whats wrong" asks nothing.
    private func isOfAct(_ hit: PhraseHit) -> Bool {
        hits.contains {
            ($0.mark == .wait || $0.mark == .doesNotKnow && hit.mark == .question)
                && $0.range.contains(hit.range)
        }
    }

    /// The most words of the thing that a question word asks about: "which side up do …".
    private static let thingWords = 3

    /// Whether an auxiliary and its subject follow a thing that is asked about: "which tap do you mean", "how long should i".
    private func asksAbout(_ start: Int) -> Bool {
        guard let vocabulary = words.language.answers,
            start < words.count, words.items[start].isContent,
            let auxiliary = (start + 1...start + Self.thingWords).first(where: { index in
                index + 1 < words.count
                    && vocabulary.role(of: words.items[index]).contains(.auxiliary)
            })
        else { return false }
        return words.items[auxiliary + 1].classes.contains(.common)
    }

    /// Whether it was just said that something is not known: "not sure when it began" asks nothing.
    private func isUnknown(at index: Int) -> Bool {
        hits.contains { $0.mark == .doesNotKnow && $0.range.upperBound == index }
    }

    private func mayBegin(at index: Int) -> Bool {
        if index == 0 || words.items[index - 1].endsQuestion { return true }
        if isMarked(from: index) { return true }
        if words.items[index - 1].classes.contains(.boundary) { return true }
        if words.language.times.meaning(of: words.stems[index - 1]) == .and { return true }
        return hits.contains { hit in
            guard hit.range.upperBound == index else { return false }
            switch hit.mark {
            case .acknowledges, .yes, .no, .echoesYes, .echoesNo, .softCorrection, .correction,
                .wait, .doesNotKnow, .unsure, .thanks:
                return true
            default: return false
            }
        }
    }

    /// Whether the sentence of a word ends with a question mark.
    private func isMarked(from index: Int) -> Bool {
        (index..<words.count).contains { other in
            words.items[other].endsQuestion && words.sentences[other] == words.sentences[index]
        }
    }

    private func end(from index: Int) -> Int {
        (words.items[index...].firstIndex { $0.endsQuestion } ?? words.count - 1) + 1
    }
}
