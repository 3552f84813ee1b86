/// What the answer model looks at in an utterance beside a question, as rows of its table of weights.
package struct AnswerFeatures {
    /// The rows, some of them more than once.
    package private(set) var rows: [UInt32] = []
    private let bits: UInt64

    /// The kinds of features; each number stands in trained weights and is never given to another kind.
    enum Kind: UInt64 {
        case bias = 1
        case asks, length, negations, word, firstWord, firstTwo, firstThree, two
        case kept, denied, keptWord, deniedWord, keptOther, deniedOther
        case alignment, coverage, coverageNegated, others, opposite
        case questionDenies, questionAlternatives, questionRestricted, questionWide, auxiliary
        case auxiliaryNegated
        case valence, valenceNegated, unsure
        case firstAligned, firstValence, firstAsks, firstBegin
        case lastAligned, lastValence, lastAsks, lastBegin
    }

    /// Looks at an utterance; `bits` is the base-two logarithm of the number of rows.
    init(_ utterance: SpokenAnswer, _ question: AskedQuestion, bits: Int) {
        self.bits = UInt64(64 - bits)
        rows.reserveCapacity(utterance.words.count * 6 + 48)
        add(.bias)
        addWords(utterance)
        addSequence(utterance)
        addSpans(utterance, question)
        addSentences(utterance)
    }

    private mutating func add(
        _ kind: Kind,
        _ first: UInt64 = 0,
        _ second: UInt64 = 0,
        _ third: UInt64 = 0
    ) {
        var hash = kind.rawValue &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ first ^ hash >> 29) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ second ^ hash >> 31) &* 0x94d0_49bb_1331_11eb
        hash = (hash ^ third ^ hash >> 30) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
        rows.append(UInt32(truncatingIfNeeded: hash >> bits))
    }

    private mutating func addWords(_ utterance: SpokenAnswer) {
        let words = utterance.words
        if utterance.asks { add(.asks) }
        add(.length, UInt64(min(words.count / 4, 6)))
        add(.negations, UInt64(min(utterance.negations, 2)))
        for word in words where !word.isContent || word.sign == .none {
            add(.word, word.stem)
        }
        if words.count > 0 { add(.firstWord, words[0].stem) }
        if words.count > 1 { add(.firstTwo, words[0].stem, words[1].stem) }
        if words.count > 2 { add(.firstThree, words[0].stem, words[1].stem, words[2].stem) }
    }

    /// Neighbours in the sequence of words, in which words of the question stand as signs.
    private mutating func addSequence(_ utterance: SpokenAnswer) {
        let frame: UInt64 = 11
        var before = frame
        func signs(_ word: SpokenAnswer.Word) -> UInt64 {
            word.sign == .none ? word.stem : word.sign.rawValue
        }
        for word in utterance.words {
            let sign = signs(word)
            // A run of words of the question counts as one.
            if sign == before, word.sign != .none { continue }
            add(.two, before, sign)
            before = sign
        }
        add(.two, before, frame)
    }

    /// What stands in the scope of a negation and what outside of it.
    private mutating func addSpans(_ utterance: SpokenAnswer, _ question: AskedQuestion) {
        for word in utterance.words where !word.isNegator {
            let sign = word.sign
            switch sign {
            case .asked, .told: add(word.isDenied ? .denied : .kept, sign.rawValue)
            case .opposite, .near:
                add(word.isDenied ? .denied : .kept, sign.rawValue)
                add(word.isDenied ? .deniedWord : .keptWord, sign.rawValue, word.stem)
            case .none where word.isContent:
                add(word.isDenied ? .deniedOther : .keptOther, word.stem)
            case .none: continue
            }
        }
        let tally = utterance.tally
        let negated = UInt64(min(utterance.negations, 2))
        let signature = UInt64(min(tally.kept, 2) * 16 + min(tally.denied, 2) * 4) + negated
        let coverage = UInt64(utterance.coverage(of: question))
        add(.alignment, signature)
        add(.coverage, coverage)
        add(.coverageNegated, coverage, negated)
        add(.others, UInt64(min(tally.others, 3)), negated, tally.kept > 0 ? 1 : 0)
        add(.opposite, UInt64(min(tally.opposites, 2)), negated)
        if question.denies { add(.questionDenies, signature) }
        if question.hasAlternatives { add(.questionAlternatives, signature) }
        if question.isRestricted { add(.questionRestricted, signature) }
        if question.isWide { add(.questionWide, signature) }
        add(.auxiliary, question.auxiliary, signature)
        add(.auxiliaryNegated, question.auxiliary, negated)
        let valences = UInt64((question.valence + 1) * 4 + tally.valence + 1)
        add(.valence, valences)
        add(.valenceNegated, valences, negated, tally.kept > 0 ? 1 : 0)
        if tally.unsure { add(.unsure, negated) }
    }

    /// The first and the last of several sentences for themselves.
    private mutating func addSentences(_ utterance: SpokenAnswer) {
        guard let last = utterance.words.last?.sentence, last > 0 else { return }
        let first = SpokenAnswer.Tally(utterance.words.lazy.filter { $0.sentence == 0 })
        let final = SpokenAnswer.Tally(utterance.words.lazy.filter { $0.sentence == last })
        let begin = utterance.words.first { $0.sentence == last }?.stem ?? 0
        add(.firstAligned, first.signature)
        add(.firstValence, UInt64(first.valence + 1))
        if utterance.asks(in: 0) { add(.firstAsks) }
        add(.firstBegin, utterance.words[0].stem)
        add(.lastAligned, final.signature)
        add(.lastValence, UInt64(final.valence + 1))
        if utterance.asks(in: last) { add(.lastAsks) }
        add(.lastBegin, begin)
    }
}
