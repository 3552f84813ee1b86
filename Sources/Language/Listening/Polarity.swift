internal import Messages

/// Whether something was affirmed, and how sure that is.
struct Polarity {
    var isYes: Bool
    var confidence: Double
    var range: Range<Int>
    var basis = Basis.words

    /// What told it.
    enum Basis: Equatable {
        /// A word or a statement of the language, or a comparison.
        case words
        /// Only a verb or a negation, which what is said of the matter outweighs.
        case echo
        /// The question's own verb, and nothing else was said: "it is".
        case bareEcho
        /// A phrase of the node.
        case phrase(isFull: Bool, isDenied: Bool)
    }

    var isEcho: Bool { basis == .echo || basis == .bareEcho }

    /// Whether a phrase for the side was said in full.
    var isFull: Bool {
        if case .phrase(isFull: true, _) = basis { true } else { false }
    }

    /// Whether it is yes because a phrase for the other side was denied.
    var deniesNo: Bool {
        if case .phrase(_, isDenied: true) = basis { isYes } else { false }
    }
}

extension Reading {
    /// The answer to a question with two sides: yes or no, pass or fail, fixed or not fixed; beside them a third,
    /// when it could not be done.
    func polar(_ asked: ListeningNode) -> FoundValue? {
        if let side = plainSide(of: asked) { return found(side, asked) }
        if asked.valueKind != .yesNo, let now = presentState,
            let later = restarted(at: now).polar(asked),
            later.confidence >= Self.leastPresent
        {
            return later
        }
        let ids = Self.sides(of: asked.valueKind)
        let matches = optionMatches(asked).filter { $0.match.isFull || $0.match.score >= 0.5 }
        if let unable = ids.unable, let found = self.unable(unable, asked, matches) { return found }
        if tellsOnlyPlace(asked), !matches.contains(where: \.match.isFull) { return nil }
        return side(of: asked, matches).map { found($0, asked) }
    }

    private func found(_ side: Polarity, _ asked: ListeningNode) -> FoundValue {
        let ids = Self.sides(of: asked.valueKind)
        return FoundValue(
            value: value(ofSide: side.isYes ? ids.yes : ids.no, asked),
            confidence: side.confidence,
            range: side.range
        )
    }

    /// The side that is told by how the clauses of an answer stand to each other.
    private func plainSide(of asked: ListeningNode) -> Polarity? {
        guard asked.valueKind == .yesNo else { return nil }
        if let side = over(asked) ?? restricted(asked) ?? twiceDenied(asked) { return side }
        guard let told = answeringClause() else { return nil }
        let clause = narrowed(to: told)
        return clause.side(of: asked)
    }

    /// How sure it is at most, beside a plain question, that something works or fails.
    static let besideThePoint = 0.55

    /// What a test or a fix came to is doubtful where a "but" takes some of it back: "it is back but really slow".
    private func qualified(_ side: Polarity) -> Polarity {
        let later = firstClause.upperBound..<area.upperBound
        guard side.isYes, !later.isEmpty, later.contains(side.range.lowerBound) == false else {
            return side
        }
        let isTakenBack =
            negations.first(in: later) != nil
            || hits.contains { hit in
                (hit.mark == .fails || hit.mark == .continues) && later.contains(hit.range)
            } || side.range == area
        guard isTakenBack else { return side }
        var side = side
        side.confidence = min(side.confidence, Self.besideThePoint)
        return side
    }

    /// The side that some words tell.
    func side(of asked: ListeningNode, _ matches: [OptionMatch]? = nil) -> Polarity? {
        let matches =
            matches ?? optionMatches(asked).filter { $0.match.isFull || $0.match.score >= 0.5 }
        let ids = Self.sides(of: asked.valueKind)
        let said = side(matches, ids: ids)
        let spoken = polarity(for: asked.valueKind)
        if let denied = denied(asked, said) { return denied }
        let ruled = combined(said, spoken)
        // What the node's own phrases say in full the model does not know better.
        if let ruled, let said, said.isFull, !ruled.isYes || !isDoubtful(asked, ruled),
            spoken.map({ $0.isEcho || $0.isYes == said.isYes }) ?? true
        {
            return ruled
        }
        // A number beside a bound is reckoned; the model would only guess.
        let isOpen = ruled.map { $0.confidence <= Self.besideThePoint } ?? true
        guard var side = (isOpen ? bounded(asked) : nil) ?? weighed(ruled, asked) else {
            return nil
        }
        // "it started but died right away": nobody is let go on that.
        if asked.valueKind == .fix, side.isYes, !isSo(side.range, until: .lapses) {
            side.confidence = min(side.confidence, 0.5)
        }
        if side.isYes, isDoubtful(asked, side) { side.confidence = min(side.confidence, 0.5) }
        return asked.valueKind == .yesNo ? side : qualified(side)
    }

    /// The ids of the sides of a kind of question.
    static func sides(of kind: ValueKind) -> (yes: String, no: String, unable: String?) {
        switch kind {
        case .check: ("pass", "fail", "not-possible")
        case .fix: ("fixed", "not-fixed", "unable")
        default: ("yes", "no", nil)
        }
    }

    /// The value of the side that says yes.
    func affirming(_ node: ListeningNode) -> FactValue {
        value(ofSide: Self.sides(of: node.valueKind).yes, node)
    }

    /// The value of the side that says no.
    func denying(_ node: ListeningNode) -> FactValue {
        value(ofSide: Self.sides(of: node.valueKind).no, node)
    }

    private func value(ofSide id: String, _ asked: ListeningNode) -> FactValue {
        if let option = asked.options.first(where: { $0.id == id }) {
            return value(of: option, kind: asked.valueKind)
        }
        return FactValue(kind: asked.valueKind, key: id, text: id)
    }

    /// Whether the third side is meant: it could not be done.
    private func unable(_ id: String, _ asked: ListeningNode, _ matches: [OptionMatch])
        -> FoundValue?
    {
        let best = matches.first
        if let best, best.option.id == id, !best.match.isNegated, !isBareNegation(best.match),
            best.match.isFull || !isFailure(best.match.range)
        {
            return FoundValue(
                value: value(of: best.option, kind: asked.valueKind),
                confidence: best.match.score,
                range: best.match.range
            )
        }
        // What the node's own phrases say in full is surer than the language's.
        if let best, best.match.isFull, !best.match.isNegated { return nil }
        let hit = hits.first { hit in
            guard area.contains(hit.range) else { return false }
            switch hit.mark {
            // "unable to connect" is what a test came to.
            case .unable:
                return !hits.contains {
                    $0.mark == .fallsShort && $0.range == hit.range
                        && matches.contains { fallsShort(of: $0.match.range) }
                }
            // Who refuses a guide's steps did not take them.
            case .declines: return asked.valueKind == .fix
            case .cannot: return asked.wording.instructs && !area.contains(where: isUnexplained)
            case .elsewhere: return asked.wording.instructs && !tellsResult
            // "i dont see any stripes" tells what the test came to.
            case .unseen: return !isResult(besides: hit.range, of: asked)
            default: return false
            }
        }
        guard let hit else { return nil }
        return FoundValue(value: value(ofSide: id, asked), confidence: 0.85, range: hit.range)
    }

    /// Whether some words say no more than that something fails: "its dead there too" is not "the phone is dead".
    private func isFailure(_ range: Range<Int>) -> Bool {
        hits.contains { $0.mark == .fails && $0.range.contains(range) }
    }

    /// Whether nothing but a negation was said of a phrase: "immer noch nicht" is not "das kann ich nicht".
    private func isBareNegation(_ match: PatternMatch) -> Bool {
        !match.isFull
            && words.items[match.range].allSatisfy {
                !$0.classes.isDisjoint(with: [.negation, .common])
            }
    }

    /// Whether words beside some others are of what is asked, or of a phrase for one of the two sides.
    private func isResult(besides range: Range<Int>, of asked: ListeningNode) -> Bool {
        let ids = Self.sides(of: asked.valueKind)
        let options = zip(asked.options, asked.optionPatterns)
        return area.contains { index in
            guard !range.contains(index), isTelling(index) else { return false }
            return asked.wording.question?.words.contains {
                $0.isAsked && $0.stem == words.stems[index]
            } ?? false
                || options.contains { option, patterns in
                    option.id != ids.unable && patterns.holds([words.stems[index]])
                }
        }
    }

    /// The side that the node's own phrases tell; a denied phrase tells the other one.
    private func side(
        _ matches: [OptionMatch],
        ids: (yes: String, no: String, unable: String?)
    ) -> Polarity? {
        let sided = matches.filter { $0.option.id == ids.yes || $0.option.id == ids.no }
        guard let best = sided.first else { return nil }
        let isYes = (best.option.id == ids.yes) != best.match.isNegated
        var confidence = best.match.isNegated ? min(best.match.score, 0.8) : best.match.score
        for other in sided.dropFirst() {
            let saysYes = (other.option.id == ids.yes) != other.match.isNegated
            if saysYes == isYes { continue }
            let isInside =
                best.match.range.contains(other.match.range)
                && best.match.telling > other.match.telling
            if !isInside, best.match.score - other.match.score < 0.1 {
                confidence = min(confidence, 0.5)
            }
        }
        return Polarity(
            isYes: isYes,
            confidence: confidence,
            range: best.match.range,
            basis: .phrase(isFull: best.match.isFull, isDenied: best.match.isNegated)
        )
    }

    /// How sure a "no" is that may deny only the word after it, of which nothing is known.
    private static let determinerConfidence = 0.55

    /// The side where "no" denies what stands after it, and is no answer: "no stripes", "no they dont move".
    private func denied(_ asked: ListeningNode, _ said: Polarity?) -> Polarity? {
        guard let no = opening, no.mark == .no, no.range.count == 1 else { return nil }
        if let said, said.deniesNo { return said }
        guard let bare = withoutDeterminer(no) else { return nil }
        let matches = bare.optionMatches(asked).filter { $0.match.score >= 0.5 }
        if let said = bare.side(matches, ids: Self.sides(of: asked.valueKind)), said.deniesNo {
            return said
        }
        let modelled = modelled(asked, in: area)
        if let side = modelled?.opposed { return side }
        guard asked.valueKind != .yesNo, modelled?.isAligned != true else { return nil }
        return Polarity(isYes: false, confidence: Self.determinerConfidence, range: no.range)
    }

    /// Whether it is said after some words that what they say is no longer there: "the stripes are gone".
    func isGone(_ range: Range<Int>) -> Bool {
        hits.contains { hit in
            hit.mark == .gone && (0...2).contains(hit.range.lowerBound - range.upperBound)
                && !negations.standBefore(hit.range, reach: 2)
        }
    }

    /// The most words between what was said and a "no" that takes it back.
    private static let takeBackReach = 2

    /// Whether a "no" stands shortly behind what was said: "its back oh no its gone again".
    func takesBack(_ word: Polarity, _ said: Polarity) -> Bool {
        said.isYes
            && (0...Self.takeBackReach).contains(word.range.lowerBound - said.range.upperBound)
            && hits.contains { $0.mark == .no && $0.range == word.range }
    }

    private func combined(_ said: Polarity?, _ spoken: Polarity?) -> Polarity? {
        guard var side = said else { return spoken }
        guard let spoken else { return side }
        if side.isYes == spoken.isYes {
            side.confidence = max(side.confidence, spoken.confidence)
            return side
        }
        // "it doesnt have a cable" denies what its words say, whatever the verb answers by itself.
        if spoken.isEcho { return side }
        if takesBack(spoken, side) {
            return Polarity(isYes: false, confidence: 0.55, range: spoken.range)
        }
        // "no" and then a phrase of the other side: one of them is misheard or means something else.
        if side.confidence >= 0.85 {
            side.confidence = spoken.confidence >= 0.85 ? 0.55 : side.confidence * 0.9
            return side
        }
        return spoken.confidence >= side.confidence ? spoken : side
    }
}
