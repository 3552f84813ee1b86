internal import Messages

extension Reading {
    /// The most words between a wish and the person that is wished for: "i want to talk with an actual human".
    private static let wishReach = 5

    /// The phrases of the language in their context: a person who is named is wanted only where that is wished, and who
    /// does what was said wants time only where something is to be done.
    static func hits(
        in words: Words,
        area: Range<Int>,
        _ context: ListeningContext
    ) -> [PhraseHit] {
        var hits = words.language.phrases.hits(in: words, area: area)
        let asked = context.asked
        let wording = asked?.wording
        agree(&hits, instructs: wording?.instructs == true && context.confirming == nil)
        // "it works for a moment", "after one minute it shuts off" ask for no time.
        hits.removeAll { hit in
            guard hit.mark == .wait,
                let before = (area.lowerBound..<hit.range.lowerBound).last(where: {
                    words.items[$0].classes.isDisjoint(with: [.article])
                })
            else { return false }
            switch words.meanings[before] {
            case .during, .after, .inside: return true
            default: return false
            }
        }
        if let asked { settle(&hits, beside: asked, words) }
        if wording?.hasSteps == true {
            for index in hits.indices where hits[index].mark == .intends {
                // "i will not do that" asks for no time.
                let behind = hits[index].range.upperBound
                let after = words.items[behind..<min(behind + 2, area.upperBound)]
                guard !after.contains(where: { $0.classes.contains(.negation) }) else { continue }
                hits[index].mark = .wait
                // "ich hole ja nur das kabel" affirms nothing.
                var end = hits[index].range.upperBound
                while end < area.upperBound, words.items[end].classes.contains(.particle) {
                    end += 1
                }
                hits[index].range = hits[index].range.lowerBound..<end
            }
        }
        if wording?.instructs == true {
            for index in hits.indices where hits[index].mark == .complies {
                hits[index].mark = .wait
            }
            // "its still connecting", but not "it isnt connecting", "its stuck at connecting".
            if !hits.contains(where: { $0.mark == .fails }) {
                hits += hits.filter { hit in
                    hit.mark == .underway
                        && !words.items[
                            max(area.lowerBound, hit.range.lowerBound - 2)..<hit.range.lowerBound
                        ]
                        .contains { $0.classes.contains(.negation) }
                }.map { PhraseHit(mark: .wait, range: $0.range) }
            }
        }
        // "no need it works now" refuses nothing.
        if hits.contains(where: { $0.mark == .fixed || $0.mark == .worksNow }) {
            for index in hits.indices where hits[index].mark == .declines {
                hits[index].mark = .idiom
            }
        }
        // "im at work", "my work".
        hits.removeAll { hit in
            hit.mark == .works && hit.range.count == 1
                && isNoun(hit.range.lowerBound, words, area)
        }
        // "its the front right" tells a side where that was asked.
        hits.removeAll { $0.mark == .tag && asked?.mentions(Array(words.stems[$0.range])) == true }
        // "let me talk to billing", but not "to my wife".
        for index in hits.indices where hits[index].mark == .talks {
            guard let wish = wishToTalk(hits[index].range, hits, words, area) else { continue }
            hits[index] = PhraseHit(
                mark: .wantsPerson,
                range: wish.lowerBound..<hits[index].range.upperBound
            )
        }
        guard hits.contains(where: { $0.mark == .person }) else { return hits }
        let wishes = hits.filter { $0.mark == .wishes }.map(\.range)
        for index in hits.indices where hits[index].mark == .person {
            let start = hits[index].range.lowerBound
            let wish = wishes.first { wish in
                wish.upperBound <= start && start - wish.upperBound <= wishReach
                    && (wish.upperBound..<start).allSatisfy { index in
                        words.items[index].classes.isDisjoint(with: [
                            .boundary, .condition, .negation,
                        ])
                            && (!words.items[index].isContent
                                || hits.contains {
                                    $0.mark == .contacts && $0.range.contains(index)
                                })
                    }
            }
            guard let wish else { continue }
            hits[index].mark = .wantsPerson
            hits[index].range = wish.lowerBound..<hits[index].range.upperBound
        }
        return hits
    }

    /// How far before what is known it may be denied: "i dont think i know how".
    private static let unknownReach = 4

    /// In how many words behind what is not remembered "the last time" stands.
    private static let lastReach = 2

    /// What some phrases say beside the question that was asked.
    private static func settle(
        _ hits: inout [PhraseHit],
        beside asked: ListeningNode,
        _ words: Words
    ) {
        func denies(_ index: Int) -> Bool { words.items[index].classes.contains(.negation) }
        func isAsked(_ range: Range<Int>) -> Bool {
            range.contains { index in
                !denies(index) && words.items[index].isContent
                    && asked.wording.askedStems.contains(words.stems[index])
            }
        }
        for index in hits.indices {
            let range = hits[index].range
            switch hits[index].mark {
            // "i do not actually see it" takes nothing back, "no actually" does.
            case .correction where range.count == 1 && range.lowerBound > 0:
                let before = range.lowerBound - 1
                if denies(before), !words.items[before].classes.contains(.zero) {
                    hits[index].mark = .idiom
                }
            case .doesNotKnow where asked.hasTwoSides && asked.wording.asksPast:
                let next = range.upperBound..<min(range.upperBound + lastReach, words.count)
                // Who cannot remember the last time has not done so lately, and "i havent checked" knows the answer to "have you
                // checked?".
                if next.contains(where: { words.meanings[$0] == .last }) {
                    hits[index].mark = .no
                } else if denies(range.lowerBound), isAsked(range) {
                    hits[index].mark = .echoesNo
                }
            // "i know how to check it" has not done so yet, and answers nothing but "do you know how?".
            case .knowsHow:
                let before = max(0, range.lowerBound - unknownReach)..<range.lowerBound
                let isAnswer =
                    !asked.hasTwoSides
                    || asked.wording.askedStems.contains(words.stems[range.lowerBound])
                    || !before.contains { words.items[$0].classes.contains(.speaker) }
                hits[index].mark =
                    isAnswer ? .idiom : before.contains(where: denies) ? .doesNotKnow : .wait
                // How to do it may still be asked.
                if hits[index].mark == .doesNotKnow {
                    hits[index].range = range.lowerBound..<range.lowerBound + 1
                }
            default: break
            }
        }
    }

    /// Whether a word that says that something works stands for a place or a thing: behind "at" or "my".
    private static func isNoun(_ index: Int, _ words: Words, _ area: Range<Int>) -> Bool {
        guard index > area.lowerBound else { return false }
        return words.meanings[index - 1] == .at
            || words.items[index - 1].classes.isSuperset(of: [.possessive, .common])
    }

    /// The wish to talk to somebody who is named and is nobody of the customer's: behind the verb, or before it where the
    /// language puts it there.
    private static func wishToTalk(
        _ verb: Range<Int>,
        _ hits: [PhraseHit],
        _ words: Words,
        _ area: Range<Int>
    ) -> Range<Int>? {
        let wish = hits.last { hit in
            hit.mark == .wishes
                && (0...wishReach).contains(verb.lowerBound - hit.range.upperBound)
        }
        guard let wish else { return nil }
        let between = wish.range.upperBound..<verb.lowerBound
        let named =
            verb.count > 1
            ? verb.upperBound..<min(verb.upperBound + 2, area.upperBound) : between
        guard named.contains(where: { words.items[$0].isContent || verb.count > 1 }),
            between.allSatisfy({ index in
                words.items[index].classes.isDisjoint(with: [.boundary, .condition, .negation])
            }),
            !named.contains(where: { index in
                let classes = words.items[index].classes
                return classes.contains(.object)
                    || classes.contains(.possessive) && !classes.contains(.addressee)
            })
        else { return nil }
        return wish.range
    }

    /// "right" affirms a question; what was told to be done it only acknowledges, beside a result or without one.
    private static func agree(_ hits: inout [PhraseHit], instructs: Bool) {
        guard hits.contains(where: { $0.mark == .agrees }) else { return }
        let mark: PhraseMark =
            !instructs ? .yes : hits.contains { tellsSide($0.mark) } ? .acknowledges : .wait
        for index in hits.indices where hits[index].mark == .agrees { hits[index].mark = mark }
    }

    /// Where what is said begins, after words that only lead to it: "okay no its off".
    static func begin(of hits: [PhraseHit], start: Int) -> Int {
        var begin = start
        for hit in hits where hit.range.lowerBound == begin {
            if hit.mark == .acknowledges || hit.mark == .softCorrection {
                begin = hit.range.upperBound
            }
        }
        return begin
    }

    /// The words of phrases whose negation denies nothing else.
    static func spokenFor(by hits: [PhraseHit], of words: Words, start: Int) -> [Range<Int>] {
        let begin = begin(of: hits, start: start)
        return hits.compactMap { hit in
            let isSpokenFor =
                switch hit.mark {
                // "it lasts all day no problem".
                case .doesNotKnow, .declines, .wait, .repeats, .correction, .wantsPerson, .idiom,
                    .works:
                    true
                case .no:
                    hit.range.count == 1
                        && (hit.range.lowerBound == begin
                            || words.isInterjected(hit.range.lowerBound))
                default: false
                }
            return isSpokenFor ? hit.range : nil
        }
    }

    /// The words beside a question back that may answer what was asked.
    static func rest(
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
        let next = hits.first { $0.mark.beginsQuestion && $0.range.lowerBound >= start }
        let end = min(rest.upperBound, next?.range.lowerBound ?? words.count)
        // What is only supposed is not so: "if it did, what would that mean?".
        guard start < end, !words.items[start].classes.contains(.condition) else {
            return start..<start
        }
        return start..<end
    }

    /// The words with which a question begins or ends that only asks if something was understood right.
    static func check(in question: Range<Int>, of words: Words, _ hits: [PhraseHit]) -> Range<Int>?
    {
        hits.first { hit in
            // "which one do you mean" asks more.
            let isTag = hits.contains { $0.mark == .tag && $0.range == hit.range }
            return hit.mark == .checks && (hit.range.lowerBound == question.lowerBound || isTag)
        }?.range
    }

    /// What is asked to have been meant, where it may be a name or an amount that was asked for: "you mean like who i
    /// pay its verizon".
    static func meant(beside check: Range<Int>, of words: Words, _ asked: ListeningNode) -> Range<
        Int
    >? {
        switch asked.valueKind {
        case .entity, .number, .version, .duration, .frequency, .date:
            check.upperBound < words.count
                ? check.upperBound..<words.count : 0..<check.lowerBound
        default: nil
        }
    }

    /// Whether some words are no more than what is asked to have been meant: "you mean comcast".
    func isOnlyMeant(_ range: Range<Int>) -> Bool {
        guard let check else { return false }
        return !(check.upperBound..<max(check.upperBound, range.lowerBound)).contains(
            where: isTelling
        )
    }

    /// The "yes" or "no" with which the customer begins.
    var opening: PhraseHit? {
        let begin = Self.begin(of: hits, start: area.lowerBound)
        return hits.first { hit in
            hit.range.lowerBound == begin && area.contains(hit.range) && hit.mark.isYesOrNo
        }
    }

    /// The words before those that begin another clause: "it is but …".
    var firstClause: Range<Int> {
        let end = area.dropFirst().first { words.items[$0].classes.contains(.boundary) }
        return area.lowerBound..<(end ?? area.upperBound)
    }

    func has(_ mark: PhraseMark) -> Bool { hits.contains { $0.mark == mark } }

    /// How many words a phrase beside some words may stand away that tells whether they are so.
    private static let reportReach = 6
    private static let lapseReach = 2

    /// Whether what some words say is told as true now: nobody only said, supposed or asked it, and nothing after it says
    /// that it did not last.
    ///
    /// - Parameter end: The mark of phrases after it that say so.
    func isSo(_ range: Range<Int>, until end: PhraseMark) -> Bool {
        if let question, question.contains(range) { return false }
        return !hits.contains { hit in
            let between: Range<Int>
            let reach: Int
            if hit.mark.isOfOtherTimes, hit.range.lowerBound < range.lowerBound {
                between = min(hit.range.upperBound, range.lowerBound)..<range.lowerBound
                reach = Self.reportReach
            } else if hit.mark == end, hit.range.lowerBound >= range.upperBound {
                between = range.upperBound..<hit.range.lowerBound
                reach = Self.lapseReach
            } else {
                return false
            }
            // "i did what i was told to and it worked".
            let isNewClause = between.dropFirst().contains { index in
                words.meanings[index - 1] == .and && words.items[index].classes.contains(.subject)
            }
            return between.count <= reach && !isNewClause
                && words.sentences[hit.range.lowerBound] == words.sentences[range.lowerBound]
                && !words.items[between].contains { $0.classes.contains(.boundary) }
        }
    }
}
