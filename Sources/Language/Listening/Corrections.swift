internal import Messages

/// A new value of a fact that is known.
struct Correction {
    var node: ListeningNode
    var found: FoundValue
    /// How many words name the fact.
    var naming: Int
}

extension Reading {
    /// How many words of a name's cue count for, so that a cue outweighs words of the question.
    private static let cueNaming = 8
    /// The most words in which a value alone, without a name, corrects the one fact of its kind.
    private static let briefWords = 7
    /// How sure a correction is at most: named, and by its value alone.
    private static let namedConfidence = 0.88
    private static let valueConfidence = 0.84
    /// How sure one of two sides must be read before what takes it back makes it sure.
    private static let sideConfidence = 0.6

    /// New values of known facts other than names of the vocabulary, best first.
    ///
    /// Something must say that it is taken back: words such as "no wait", an earlier statement that is denied ("i said it was on
    /// but it is off"), a denied value beside another ("not three, four"), or the cue of the fact itself.
    func corrections(answer: FoundValue?) throws -> [Correction] {
        let spans = correctionSpans
        let now = presentClause
        var found: [Correction] = []
        for node in context.known {
            guard node.valueKind != .entity, node.valueKind != .unspecified,
                node.kind != .lookup, node.fact != context.asked?.fact
            else { continue }
            if let one = try correction(of: node, in: spans, now: now),
                isFree(one, of: answer) || isPast(one, in: spans),
                !isDayOfAnswer(one, answer, in: spans), !isDayToCome(one, in: spans)
            {
                found.append(one)
            }
        }
        found.sort { ($0.naming, $0.found.range.count) > ($1.naming, $1.found.range.count) }
        return found.enumerated().filter { index, one in
            // Words that may be the value of two facts are taken for the one that is named.
            !found[..<index].contains { $0.found.range.overlaps(one.found.range) }
                && !found[(index + 1)...].contains { other in
                    other.found.range.overlaps(one.found.range) && other.naming == one.naming
                        && other.found.range.count == one.found.range.count
                }
        }.map(\.element)
    }

    /// Words that answer what was asked do not also change what is known; but of two sides, and of a free text, the
    /// answer may be no more than what the correction's words look like.
    private func isFree(_ one: Correction, of answer: FoundValue?) -> Bool {
        guard let answer, let asked = context.asked else { return true }
        // "not five hundred three, five hundred four": what is denied tells which fact is meant.
        if let denied = deniedValue(of: one.node)?.found.value.key,
            denied == context.facts[one.node.fact]?.value?.key
        {
            return true
        }
        let range = one.found.range
        switch asked.valueKind {
        case .check, .fix:
            // "yes it works no wait it timed out": that takes back the "yes".
            return one.naming > 0 || one.node.valueKind != .choice
                || !answer.range.overlaps(range)
                || !repairs.contains { $0.range.upperBound <= answer.range.lowerBound }
        case .yesNo, .text: return true
        default: return !answer.range.overlaps(range) || answer.confidence < Self.sideConfidence
        }
    }

    /// Whether a day is said to be past where a time to come was asked for: "the day is wrong it was thursday".
    private func isPast(_ one: Correction, in spans: [Range<Int>]) -> Bool {
        guard context.asked?.valueKind == .windows, one.node.valueKind == .date else {
            return false
        }
        let start = one.found.range.lowerBound
        return spans.contains { span in
            span.lowerBound < start
                && (span.lowerBound..<start).contains { words.items[$0].classes.contains(.past) }
        }
    }

    /// Whether a day is that of what answers the question, and takes back no other: "yes actually they did an update last
    /// night".
    private func isDayOfAnswer(
        _ one: Correction,
        _ answer: FoundValue?,
        in spans: [Range<Int>]
    ) -> Bool {
        // One that stands beside a denied one takes back by itself: "comcast and it was monday not yesterday".
        guard answer != nil, one.node.valueKind == .date, one.naming == 0, !spans.isEmpty else {
            return false
        }
        let start = one.found.range.lowerBound
        return !spans.contains { span in
            span.lowerBound <= start && !(span.lowerBound..<start).contains(where: tellsBesideDay)
        }
    }

    /// Whether a word tells more than that something was so, or failed: "it was already out last night" does not.
    private func tellsBesideDay(_ index: Int) -> Bool {
        isTelling(index) && !times.vocabulary.sooner.contains(words.items[index].word)
            && !hits.contains { hit in
                [.fails, .since, .gone].contains(hit.mark) && hit.range.contains(index)
            }
    }

    /// Whether a day beside a denied one is one to call on, where that was asked: "monday not tuesday".
    private func isDayToCome(_ one: Correction, in spans: [Range<Int>]) -> Bool {
        context.asked?.valueKind == .windows && one.node.valueKind == .date && one.naming == 0
            && spans.isEmpty
            && !area.contains { index in
                words.items[index].classes.contains(.past) || words.meanings[index] == .since
            }
    }

    /// Where the new value may stand: after the words that take something back, else before them.
    var correctionSpans: [Range<Int>] {
        var spans: [Range<Int>] = []
        for hit in hits where area.contains(hit.range) {
            switch hit.mark {
            case .correction, .softCorrection:
                spans.append(hit.range.upperBound..<area.upperBound)
                if hit.mark == .correction { spans.append(area.lowerBound..<hit.range.lowerBound) }
            case .saidEarlier:
                if let boundary = boundary(after: hit) {
                    spans.append(boundary + 1..<area.upperBound)
                }
            default: break
            }
        }
        return spans.filter { !$0.isEmpty }
    }

    private func correction(
        of node: ListeningNode,
        in spans: [Range<Int>],
        now: Range<Int>?
    ) throws -> Correction? {
        let cue = cue(of: node)
        if spans.isEmpty {
            // A denied value, or the fact's own cue, takes back without further words.
            if let found = try instead(of: node) ?? optionInstead(of: node)
                ?? optionNow(of: node, in: now) ?? optionBehindNo(of: node)
                ?? sinceInstead(of: node)
            {
                return taken(found, of: node, naming: naming(of: node, cue: cue))
            }
            guard let cue, let found = measured(node, in: near(cue)) else { return nil }
            return taken(found, of: node, naming: Self.cueNaming)
        }
        if let found = contradicted(node) ?? takenUp(node) {
            return taken(found, of: node, naming: Self.cueNaming)
        }
        let naming = naming(of: node, cue: cue)
        for span in spans {
            if let found = try instead(of: node) ?? replacement(of: node, in: span, naming: naming)
            {
                return taken(found, of: node, naming: naming)
            }
        }
        return nil
    }

    /// The value that is said against one that was said before: "i said this morning but it was already out last night".
    private func contradicted(_ node: ListeningNode) -> FoundValue? {
        switch node.valueKind {
        case .number, .version, .duration, .frequency, .date: break
        default: return nil
        }
        for said in hits where said.mark == .saidEarlier && area.contains(said.range) {
            guard let boundary = boundary(after: said), boundary > said.range.upperBound,
                let earlier = measured(node, in: said.range.upperBound..<boundary),
                let later = measured(node, in: boundary + 1..<area.upperBound),
                later.value.key != earlier.value.key
            else { continue }
            return later
        }
        return nil
    }

    /// The day that is taken up in what takes back: "the storm was thursday i meant since then".
    private func takenUp(_ node: ListeningNode) -> FoundValue? {
        guard node.valueKind == .date, let found = measured(node, in: area) else { return nil }
        let range = found.range.dropFirst()
        return hits.contains { $0.mark == .correction && range.contains($0.range) } ? found : nil
    }

    /// Where another clause begins after what was said before.
    private func boundary(after said: PhraseHit) -> Int? {
        (said.range.upperBound..<area.upperBound).dropLast().first { index in
            words.items[index].classes.contains(.boundary)
        }
    }

    private func taken(_ found: FoundValue, of node: ListeningNode, naming: Int) -> Correction {
        var found = found
        let most = naming > 0 ? Self.namedConfidence : Self.valueConfidence
        // What takes something back and an option that is said in full, or a side, make each other sure; of one word, no
        // mere politeness does.
        let isPlain = hits.contains { $0.mark == .correction || $0.mark == .saidEarlier }
        let isOption =
            node.hasTwoSides || node.valueKind == .choice && (found.range.count > 1 || isPlain)
        found.confidence =
            isOption && found.confidence >= Self.sideConfidence ? most : min(found.confidence, most)
        return Correction(node: node, found: found, naming: naming)
    }

    /// The value of a known fact in the words that take something back.
    private func replacement(
        of node: ListeningNode,
        in span: Range<Int>,
        naming: Int
    ) throws -> FoundValue? {
        let near = restarted(at: span.lowerBound).narrowed(to: span)
        switch node.valueKind {
        case .choice:
            return near.fullOption(of: node, near.matcher)
                ?? near.restrictedChoice(of: node)
        case .yesNo, .check, .fix:
            // One telling word, such as "off", is enough when no other fact can be meant.
            if let option = near.fullOption(of: node, near.matcher),
                naming > 0 || option.confidence > 0.75
                    || context.known.count(where: \.hasTwoSides) == 1
            {
                return option
            }
            // "my password doesnt work either" is another matter.
            guard naming > 0, !near.has(.inclusive) else { return nil }
            if repeats(node, in: span) {
                return FoundValue(value: near.affirming(node), confidence: 0.8, range: span)
            }
            guard let side = near.polar(node), side.confidence >= Self.sideConfidence else {
                return nil
            }
            return FoundValue(value: side.value, confidence: side.confidence, range: span)
        case .text where node.textForm == .unspecified:
            guard naming >= Self.cueNaming, let said = near.text() else { return nil }
            return said
        default:
            let isAlone = context.known.count { $0.valueKind == node.valueKind } == 1
            let isBrief = span.count <= Self.briefWords || node.valueKind == .text
            guard naming > 0 || isAlone && isBrief, let found = measured(node, in: span),
                !negations.standBefore(found.range, reach: 2, from: span.lowerBound)
            else { return nil }
            // "i deleted two files by mistake" takes back something else, "we have cox since may" tells of something else.
            let mustStandAlone =
                span.upperBound < area.upperBound || node.valueKind == .date
            let isBeside = clause(of: found.range, in: span).contains {
                tellsBesideDay($0) && !found.range.contains($0)
            }
            return naming == 0 && mustStandAlone && isBeside ? nil : found
        }
    }

    /// The words of a span about a value, from one boundary of clauses to the next.
    private func clause(of range: Range<Int>, in span: Range<Int>) -> Range<Int> {
        func parts(_ index: Int) -> Bool {
            words.items[index].classes.contains(.boundary) || words.meanings[index] == .and
        }
        let start =
            (span.lowerBound..<max(span.lowerBound, range.lowerBound))
            .last(where: parts) ?? span.lowerBound
        let end = (range.upperBound..<max(range.upperBound, span.upperBound)).first(where: parts)
        return start..<(end ?? max(range.upperBound, span.upperBound))
    }

    /// One thing or several, where that was asked: "no wait the phone too".
    private func restrictedChoice(of node: ListeningNode) -> FoundValue? {
        guard let place = node.restrictedOption,
            area.contains(where: { node.optionPatterns[place].restricts(words.stems[$0]) }),
            var found = choice(node)
        else { return nil }
        found.confidence = max(found.confidence, Self.sideConfidence)
        return found
    }

    private func measured(_ node: ListeningNode, in span: Range<Int>) -> FoundValue? {
        let near = narrowed(to: span)
        switch node.valueKind {
        case .number:
            return near.number(of: node).flatMap { near.countsOther($0, than: node) ? nil : $0 }
        case .version: return near.version()
        case .duration: return near.duration()
        case .frequency: return near.frequency()
        case .date: return near.date(of: node)
        case .windows: return near.windows()
        case .text: return node.textForm == .unspecified ? nil : near.spelled(node)
        default: return nil
        }
    }

    /// The value that is meant where another is denied: "not three, four", "monday not tuesday".
    func instead(of node: ListeningNode) throws -> FoundValue? {
        guard let (denying, denied) = deniedValue(of: node) else { return nil }
        // "not three four" is read as one number.
        if node.valueKind == .number,
            let (_, meant) = times.spokenDigits(denied.range.upperBound - 1)
        {
            return number(Double(meant), unit: node.unit, at: denied.range)
        }
        if node.valueKind == .date,
            let found = dayBefore(denied, in: denied.range.upperBound..<area.upperBound)
        {
            return found
        }
        for span in [denied.range.upperBound..<area.upperBound, area.lowerBound..<denying]
        where !span.isEmpty {
            if let found = measured(node, in: span), found.value.key != denied.value.key {
                return found
            }
        }
        return nil
    }

    /// The day since when it is so, where a time to come was asked for: "since thursday no wednesday".
    private func sinceInstead(of node: ListeningNode) -> FoundValue? {
        guard context.asked?.valueKind == .windows, node.valueKind == .date,
            area.contains(where: { words.meanings[$0] == .since })
        else { return nil }
        return repairedSince(of: node).flatMap { found in
            // "we have had fibre since may" tells of something else.
            let isBeside = clause(of: found.range, in: area).contains {
                isTellingAlone($0) && !found.range.contains($0)
            }
            return isBeside ? nil : found
        }
    }

    /// How far a value stands at most from the word that denies it.
    private static let reachOfDenied = 3

    /// False where none of the first words can be of an amount or a time: what is denied mostly is none.
    private func mayMeasure(_ range: Range<Int>, _ node: ListeningNode) -> Bool {
        node.valueKind == .text
            || range.prefix(Self.reachOfDenied).contains { index in
                words.meanings[index] != nil || words.items[index].kind != .word
            }
    }

    /// The value that is denied, and where that is done: "not three".
    func deniedValue(of node: ListeningNode) -> (denying: Int, found: FoundValue)? {
        let denying = area.first { index in
            negations.contains(index)
                // "three no four" takes back what stands before it.
                && !hits.contains { $0.mark == .takesBack && $0.range.contains(index) }
                && !deniesVerb(index)
        }
        guard let denying, mayMeasure(denying + 1..<area.upperBound, node),
            let denied = measured(node, in: denying + 1..<area.upperBound),
            denied.range.lowerBound <= denying + Self.reachOfDenied
        else { return nil }
        // "it has not worked since friday and today i tried again", but not "since monday not yesterday".
        if denied.range.lowerBound > denying, words.meanings[denied.range.lowerBound] == .since,
            (denying + 1..<denied.range.lowerBound).contains(where: isTelling)
        {
            return nil
        }
        return (denying, denied)
    }

    /// Whether a negation is that of a verb before it, and not of the day since when: "geht nicht seit gestern".
    private func deniesVerb(_ index: Int) -> Bool {
        guard words.items[index].classes.contains(.deniesBehind), index > area.lowerBound,
            index + 1 < area.upperBound, words.meanings[index + 1] == .since
        else { return false }
        return words.meanings[index - 1] != .and
            && !words.items[index - 1].classes.contains(.boundary)
            && words.sentences[index] == words.sentences[index - 1]
    }

    // MARK: The answer beside a correction

    /// The answer beside the correction of another fact: what stands before all that takes it back, else, of two sides, what
    /// follows a "yes" or a "no" after it.
    func besideCorrection(
        _ answer: FoundValue?,
        of corrected: [Range<Int>],
        _ entities: [AssignedEntity]
    ) throws -> FoundValue? {
        guard let asked = context.asked, !context.known.contains(where: { $0.fact == asked.fact })
        else { return answer }
        // What is said to take something back is no text that was asked for, and no name.
        if asked.valueKind == .text, asked.textForm == .unspecified { return nil }
        // "an update no i mean a new provider we went from spectrum to comcast": the answer takes something back, too.
        if let answer, !asked.hasTwoSides, answer.confidence >= Self.sideConfidence,
            repairs.contains(where: {
                !$0.isBare && $0.range.upperBound <= answer.range.lowerBound
            }), !corrected.contains(where: { $0.overlaps(answer.range) })
        {
            return answer
        }
        let markers = hits.filter { hit in
            [.correction, .softCorrection, .saidEarlier].contains(hit.mark)
                && area.contains(hit.range)
        }.map(\.range)
        let start = (markers + corrected).map(\.lowerBound).min() ?? area.upperBound
        // "no it doesnt and the pressure is …": the clause of the correction says nothing of what was asked.
        let joint = (area.lowerBound..<start).last { index in
            words.meanings[index] == .and || words.items[index].classes.contains(.boundary)
        }
        if start > area.lowerBound {
            let before = narrowed(to: area.lowerBound..<(joint ?? start))
            // A verb without a "yes" or a "no" may belong to the correction: "its not a …".
            let says = hits.contains { hit in
                hit.mark.isYesOrNo && before.area.contains(hit.range)
            }
            if !before.area.isEmpty, !asked.hasTwoSides || joint != nil || says,
                var found = try before.answer(entities)
            {
                // "no actually its a …": the word may belong to the correction.
                if asked.hasTwoSides, joint == nil,
                    markers.contains(where: { $0.lowerBound == start }),
                    hits.contains(where: { $0.mark == .no && $0.range.upperBound == start })
                {
                    found.confidence = min(found.confidence, 0.5)
                }
                return found
            }
        }
        guard asked.hasTwoSides else {
            return answer.flatMap { answer in
                answer.confidence < Self.sideConfidence
                    || corrected.contains { $0.overlaps(answer.range) }
                    || negations.standBefore(answer.range, reach: 2) ? nil : answer
            }
        }
        let end = corrected.map(\.upperBound).max() ?? area.upperBound
        let later = hits.first { hit in
            hit.mark.isYesOrNo && hit.range.lowerBound >= end
                && area.contains(hit.range)
        }
        return try later.flatMap { try restarted(at: $0.range.lowerBound).answer(entities) }
    }

    // MARK: Names of facts

    private func cue(of node: ListeningNode) -> Range<Int>? {
        matcher.firstFull(node.cuePatterns)?.range
    }

    private func near(_ cue: Range<Int>) -> Range<Int> {
        cue.upperBound..<min(area.upperBound, cue.upperBound + Self.cueReach)
    }

    /// How many of the words that were said name a fact: those of its question, or its cue.
    func naming(of node: ListeningNode, cue: Range<Int>?) -> Int {
        if cue != nil { return Self.cueNaming }
        let wording = node.wording
        if let unit = wording.unit, words.stems[area].contains(unit) { return Self.cueNaming / 2 }
        return area.count { wording.naming.contains(words.stems[$0]) }
    }

    /// Whether all words of a span are those of a node's question: "the light is on" for "is the light on?".
    private func repeats(_ node: ListeningNode, in span: Range<Int>) -> Bool {
        let asked = node.wording.sayStems
        return span.allSatisfy { index in
            asked.contains(words.stems[index]) || words.items[index].classes.contains(.afterEcho)
        }
    }
}
