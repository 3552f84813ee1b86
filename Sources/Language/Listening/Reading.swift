internal import Messages

/// A value that was understood, before it becomes a fact.
struct FoundValue {
    var value: FactValue
    var confidence: Double
    /// The words that it was read from.
    var range: Range<Int>
}

/// One reading of an utterance in its context.
///
/// First the phrases of the language are found, then the part that is a question back is set apart, then the
/// rest is read for an answer, facts beside it and corrections.
struct Reading {
    let words: Words
    let context: ListeningContext
    private(set) var hits: [PhraseHit]
    /// The words that are no question back.
    private(set) var area: Range<Int>
    /// What a number without a unit counts, where the value told it that this one replaces.
    var restUnit: TimeUnit?
    /// The words of the question back.
    let question: Range<Int>?
    /// Words that are spoken for by phrases whose negation denies nothing else: "no idea".
    private(set) var consumed: [Range<Int>]
    /// Where names of the vocabulary stand, once they are known.
    private(set) var names: [Range<Int>] = []

    init(_ words: Words, context: ListeningContext) {
        self.words = words
        self.context = context
        hits = Self.hits(in: words, area: words.all, asked: context.asked)
        question = QuestionFinder(words: words, hits: hits).find()
        area = words.all
        if let question, context.asked != nil {
            area = Self.rest(of: words, beside: question, hits)
        }
        consumed = Self.consumed(by: hits, of: words, start: 0)
    }

    /// The words beside a question back that may answer what was asked.
    private static func rest(
        of words: Words,
        beside question: Range<Int>,
        _ hits: [PhraseHit]
    ) -> Range<Int> {
        let rest =
            question.lowerBound > 0
            ? 0..<question.lowerBound : question.upperBound..<words.count
        // Another question answers nothing, either: "the what nut? where is that?".
        let other = rest.last { words.items[$0].endsQuestion }
        let start = other.map { $0 + 1 } ?? rest.lowerBound
        let next = hits.first { $0.mark == .question && $0.range.lowerBound >= start }
        let end = min(rest.upperBound, next?.range.lowerBound ?? words.count)
        // What is only supposed is not so: "if it did, what would that mean?".
        guard start < end, !words.items[start].classes.contains(.condition) else {
            return start..<start
        }
        return start..<end
    }

    /// Where what is said begins, after words that only lead to it: "okay no its off".
    private static func begin(of hits: [PhraseHit], start: Int) -> Int {
        var begin = start
        for hit in hits where hit.range.lowerBound == begin {
            if hit.mark == .acknowledges || hit.mark == .softCorrection {
                begin = hit.range.upperBound
            }
        }
        return begin
    }

    /// The most words between a wish and the person that is wished for: "i want to talk with an actual human".
    private static let wishReach = 5

    /// The phrases of the language in their context: a person who is named is wanted only where that is wished, and who
    /// does what was said wants time only where something is to be done.
    private static func hits(
        in words: Words,
        area: Range<Int>,
        asked: ListeningNode?
    ) -> [PhraseHit] {
        var hits = words.language.phrases.hits(in: words, area: area)
        // "it works for a moment" asks for no time.
        hits.removeAll { hit in
            hit.mark == .wait && hit.range.lowerBound > area.lowerBound
                && words.meanings[hit.range.lowerBound - 1] == .during
        }
        if asked?.wording.instructs == true {
            for index in hits.indices where hits[index].mark == .complies {
                hits[index].mark = .wait
            }
        }
        guard hits.contains(where: { $0.mark == .person }) else { return hits }
        let wishes = hits.filter { $0.mark == .wishes }.map(\.range)
        for index in hits.indices where hits[index].mark == .person {
            let start = hits[index].range.lowerBound
            let wish = wishes.first { wish in
                wish.upperBound <= start && start - wish.upperBound <= wishReach
                    && !words.items[wish.upperBound..<start].contains {
                        !$0.classes.isDisjoint(with: [.boundary, .condition, .negation])
                    }
            }
            guard let wish else { continue }
            hits[index].mark = .wantsPerson
            hits[index].range = wish.lowerBound..<hits[index].range.upperBound
        }
        return hits
    }

    /// The "yes" or "no" with which the customer begins.
    var opening: PhraseHit? {
        let begin = Self.begin(of: hits, start: area.lowerBound)
        return hits.first { hit in
            hit.range.lowerBound == begin && (hit.mark == .yes || hit.mark == .no)
        }
    }

    /// The same words where a "no" before a noun is no answer, but denies what follows: "no stripes".
    func withoutDeterminer(_ no: PhraseHit) -> Reading? {
        let next = no.range.upperBound
        guard next < area.upperBound, words.items[next].isContent,
            words.items[no.range.lowerBound].classes.contains(.zero),
            words.areJoined(no.range.lowerBound),
            !hits.contains(where: { $0.range.lowerBound == next }),
            negation(in: next..<firstClause.upperBound) == nil
        else { return nil }
        var bare = self
        bare.hits.removeAll { $0.mark == .no && $0.range == no.range }
        bare.consumed.removeAll { $0 == no.range }
        return bare
    }

    /// The words before those that begin another clause: "it is but …".
    var firstClause: Range<Int> {
        let end = area.dropFirst().first { words.items[$0].classes.contains(.boundary) }
        return area.lowerBound..<(end ?? area.upperBound)
    }

    /// The first negation that belongs to no phrase of its own.
    func negation(in range: Range<Int>) -> Int? {
        range.first { index in
            words.items[index].classes.contains(.negation)
                && !consumed.contains { $0.contains(index) }
        }
    }

    private static func consumed(
        by hits: [PhraseHit],
        of words: Words,
        start: Int
    ) -> [Range<Int>] {
        let begin = begin(of: hits, start: start)
        return hits.filter { hit in
            switch hit.mark {
            case .doesNotKnow, .declines, .wait, .repeats, .correction, .wantsPerson: true
            case .no:
                hit.range.count == 1
                    && (hit.range.lowerBound == begin || words.isInterjected(hit.range.lowerBound))
            // "it lasts all day no problem".
            case .works: true
            default: false
            }
        }.map(\.range)
    }

    var matcher: PatternMatcher { PatternMatcher(words, area: area, consumed: consumed) }

    /// What was understood, and how sure that is.
    mutating func understand() throws -> (Understanding, confidence: Float) {
        var understanding = Understanding(utterance: words.tokens.original)
        guard words.count > 0 else { return (understanding, 0) }
        let entities = try EntityAssignment(self).assign()
        names = entities.map(\.entity.range)
        var answer = try answer(entities)
        let volunteered = try volunteered(entities, answer: answer)
        if volunteered.corrects {
            answer = try besideCorrection(answer, of: volunteered.corrected, entities)
        }
        var acts = acts(given: answer)
        if let answer, let asked = context.asked {
            understanding.answer = fact(answer, of: asked, quote: words.all)
            acts.insert(.answer, at: 0)
        } else if let denial = denial() {
            understanding.answer = denial
            acts.insert(.answer, at: 0)
        }
        understanding.volunteered = volunteered.facts
        if volunteered.corrects { acts.append(.correction) }
        if acts.allSatisfy({ $0 == .questionBack }), volunteered.facts.isEmpty, !isChoice,
            isOffTopic()
        {
            // What was asked may still have an answer.
            acts =
                has(.offTopic) || !isMarked ? [.offTopic] : [.questionBack, .offTopic]
        }
        if acts.contains(.questionBack) {
            understanding.question = words.quote(question ?? words.all)
        }
        understanding.acts = acts
        let sure = understanding.answer?.provenance?.confidence ?? 0
        let beside: Float = acts.isEmpty ? (volunteered.facts.isEmpty ? 0.1 : 0.6) : 0.75
        return (understanding, max(sure, beside))
    }

    /// Makes a fact of a value, with the details that its node listens for.
    func fact(_ found: FoundValue, of node: ListeningNode, quote: Range<Int>) -> Fact {
        var value = found.value
        if value.detail.isEmpty { value.detail = detail(for: node) }
        return Fact(
            key: node.fact,
            value: value,
            provenance: Provenance(
                source: .said,
                quote: words.quote(quote),
                confidence: Float(found.confidence)
            )
        )
    }

    /// The details of a node that were said, joined by commas; empty for none.
    private func detail(for node: ListeningNode) -> String {
        guard !node.details.isEmpty else { return "" }
        var labels: [String] = []
        let matcher = matcher
        for (index, detail) in node.details.enumerated() {
            switch detail.captures {
            case .duration:
                if let found = TimeReader(words).duration() {
                    labels.append(detail.label.filling(found.text))
                }
            case .frequency:
                if let found = TimeReader(words).frequency() {
                    labels.append(detail.label.filling(found.text))
                }
            case .number:
                if let index = area.first(where: { words.items[$0].kind == .number }) {
                    let number = NumberText.shortest(words.items[index].number)
                    labels.append(detail.label.filling(number))
                }
            default:
                if matcher.firstFull(node.detailPatterns[index]) != nil {
                    labels.append(detail.label)
                }
            }
        }
        return labels.joined(separator: ", ")
    }

    /// Leaves out of account what stands outside of some words.
    mutating func narrow(to range: Range<Int>) {
        area = range
    }

    /// What stands from a word on, as if the customer had begun there.
    func restarted(at start: Int) -> Reading {
        var later = self
        later.area = start..<area.upperBound
        later.hits = Self.hits(in: words, area: later.area, asked: context.asked)
        later.consumed += Self.consumed(by: later.hits, of: words, start: start)
        return later
    }

    func has(_ mark: PhraseMark) -> Bool { hits.contains { $0.mark == mark } }

    // MARK: Acts

    private func acts(given answer: FoundValue?) -> [Act] {
        var acts: [Act] = []
        let isWeak = (answer?.confidence ?? 0) < Self.sureBesideMark
        if question != nil || isWeak && isMarked
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
        if has(.declines), answer == nil { acts.append(.declines) }
        if wantsPerson { acts.append(.wantsPerson) }
        if isFixed { acts.append(.fixed) }
        if has(.thanks) { acts.append(.thanks) }
        return acts
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
    private static let sureBesideMark = 0.6
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
        guard let asked = context.asked, [.yesNo, .check, .fix].contains(asked.valueKind),
            let unknown = hits.first(where: { $0.mark == .doesNotKnow })
        else { return false }
        return (unknown.range.upperBound..<words.count).contains { index in
            guard let hit = hits.first(where: { $0.range.contains(index) }) else {
                return words.tokens.tellingWords(in: index..<index + 1).contains { $0.share == 1 }
            }
            return [.question, .questionWord].contains(hit.mark)
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
                case .no, .doesNotKnow, .wait, .repeats, .correction: return true
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
                }
        }
    }

    /// How far before the wish for a person it may be denied: "i dont want to talk to a person".
    private static let denialReach = 4

    private var isFixed: Bool {
        // After a guide, that it worked is the answer; the tree knows what follows.
        guard context.asked?.valueKind != .fix else { return false }
        let marks: [PhraseMark]
        switch context.asked?.valueKind {
        case .check, .yesNo: marks = [.fixed]
        default: marks = [.fixed, .worksNow]
        }
        return !has(.fails)
            && hits.contains { hit in
                // "How will that help?" asks.
                marks.contains(hit.mark) && !isDenied(hit.range, reach: 3)
                    && !words.isDeniedBehind(hit.range, except: consumed)
                    && question?.contains(hit.range) != true && isSo(hit.range, until: .lapses)
            }
    }

    /// How many words a phrase beside some words may stand away that tells whether they are so.
    private static let reportReach = 6
    private static let lapseReach = 2

    /// Whether what some words say is told as true now: nobody only said, supposed or asked it, and nothing after it says
    /// that it did not last.
    ///
    /// - Parameter end: The mark of phrases after it that say so.
    func isSo(_ range: Range<Int>, until end: PhraseMark) -> Bool {
        !hits.contains { hit in
            let between: Range<Int>
            let reach: Int
            if [.reports, .saidEarlier, .question, .asks].contains(hit.mark),
                hit.range.lowerBound < range.lowerBound
            {
                between = min(hit.range.upperBound, range.lowerBound)..<range.lowerBound
                reach = Self.reportReach
            } else if hit.mark == end, hit.range.lowerBound >= range.upperBound {
                between = range.upperBound..<hit.range.lowerBound
                reach = Self.lapseReach
            } else {
                return false
            }
            return between.count <= reach
                && words.sentences[hit.range.lowerBound] == words.sentences[range.lowerBound]
                && !words.items[between].contains { $0.classes.contains(.boundary) }
        }
    }

    /// Whether a negation stands shortly before some words.
    ///
    /// - Parameter first: The first word that counts.
    func isDenied(_ range: Range<Int>, reach: Int, from first: Int = 0) -> Bool {
        var index = range.lowerBound - 1
        while index >= first, index >= range.lowerBound - reach {
            let classes = words.items[index].classes
            if classes.contains(.boundary) { return false }
            if classes.contains(.negation), !consumed.contains(where: { $0.contains(index) }) {
                return true
            }
            index -= 1
        }
        return false
    }
}
