internal import Messages

extension Reading {
    /// The answer to what was asked.
    func answer(_ entities: [AssignedEntity]) throws -> FoundValue? {
        guard let asked = context.asked else { return nil }
        if let confirming = context.confirming {
            if let answer = try confirmed(confirming, entities) { return answer }
            if denial() != nil { return nil }
        }
        guard !area.isEmpty else { return nil }
        if let later = try afterWait(asked, entities) { return later }
        if let told = try besideActs(asked, entities) { return told }
        if let start = beginningOfSearch {
            let before = narrowed(to: area.lowerBound..<start)
            return before.area.isEmpty ? nil : try before.found(asked, entities)
        }
        // Of windows their reader knows how much a new one takes the place of.
        if asked.valueKind == .windows { return try found(asked, entities) }
        return try repaired(asked) { try $0.found(asked, entities) }
    }

    static func tellsSide(_ mark: PhraseMark) -> Bool {
        switch mark {
        case .yes, .no, .works, .fails, .fixed, .worksNow, .unable: true
        default: false
        }
    }

    func found(_ asked: ListeningNode, _ entities: [AssignedEntity]) throws -> FoundValue? {
        guard var found = try value(for: asked, entities),
            // "connect me" to someone is no connection that was asked about, "hang on a second" no length of time, and
            // "its working now" no time to call.
            !hits.contains(where: { hit in
                switch hit.mark {
                case .wantsPerson, .wait: hit.range.contains(found.range)
                case .worksNow, .fixed:
                    asked.valueKind == .windows && hit.range.overlaps(found.range)
                        && !negations.deny(hit.range, reach: 2)
                default: false
                }
            })
        else { return nil }
        let isGuess =
            has(.doesNotKnow) || hits.contains { $0.mark == .unsure && area.overlaps($0.range) }
        if isGuess { found.confidence *= 0.9 }
        // "let me plug it back in": nothing has come of it yet.
        if asked.hasTwoSides, has(.wait),
            found.confidence < Self.sureBesideMark
        {
            return nil
        }
        // "i have no hotspot but let me ask my wife": it may be possible yet.
        if isUnable(found, asked),
            hits.contains(where: {
                $0.mark == .wait && $0.range.lowerBound >= found.range.upperBound
            })
        {
            return nil
        }
        if isOnlyMeant(found.range) {
            found.confidence = min(found.confidence, Self.takenBackConfidence)
        }
        return found
    }

    /// Whether an answer is that a test or a fix could not be done.
    func isUnable(_ found: FoundValue, _ asked: ListeningNode) -> Bool {
        asked.hasTwoSides && found.value.key == Self.sides(of: asked.valueKind).unable
    }

    private func value(for asked: ListeningNode, _ entities: [AssignedEntity]) throws -> FoundValue?
    {
        switch asked.valueKind {
        case .choice: choice(asked)
        case .yesNo, .check, .fix: polar(asked)
        case .entity: try entity(asked, entities)
        case .number: try instead(of: asked) ?? number(of: asked)
        case .version: try instead(of: asked) ?? version()
        case .duration: try instead(of: asked) ?? duration()
        case .frequency: try instead(of: asked) ?? frequency()
        case .date: try instead(of: asked) ?? date(of: asked)
        case .windows: windows()
        case .text: asked.textForm == .unspecified ? text() : spelled(asked)
        case .unspecified: nil
        }
    }

    // MARK: Options

    /// An option and how well it was said.
    struct OptionMatch {
        var option: Choice
        var match: PatternMatch
    }

    /// The best match of each option, best first.
    func optionMatches(_ node: ListeningNode) -> [OptionMatch] {
        let matcher = matcher
        let tellingSaid = area.count { index in
            let classes = words.items[index].classes
            return classes.isDisjoint(with: [.common]) || classes.contains(.negation)
        }
        let denyingSaid = area.count { words.items[$0].classes.contains(.negation) }
        var matches: [OptionMatch] = []
        for place in node.optionPatterns.indices {
            var best: PatternMatch?
            func consider(_ patterns: PatternList) {
                for pattern in patterns.ranges.indices {
                    let found =
                        matcher.full(patterns, pattern)
                        ?? matcher.partial(
                            patterns,
                            pattern,
                            tellingSaid: tellingSaid,
                            denyingSaid: denyingSaid
                        )
                    guard let found, !isBeside(found, of: node, place), !isOfOthers(found.range)
                    else { continue }
                    if best.map({ Self.isBetter(found, than: $0) }) ?? true { best = found }
                }
            }
            consider(node.optionPatterns[place])
            consider(node.labelPatterns[place])
            guard var best else { continue }
            if fallsShort(of: best.range) {
                best.isNegated = true
            } else if isGone(best.range) {
                best.isNegated.toggle()
            }
            matches.append(OptionMatch(option: node.options[place], match: best))
        }
        return matches.sorted { Self.isBetter($0.match, than: $1.match) }
    }

    /// Whether words look like an option and say something else: they are no more than an act ("i dont know"), or tell
    /// what is still going on and what the option does not have as it was said ("connecting" for "connected").
    private func isBeside(_ match: PatternMatch, of node: ListeningNode, _ place: Int) -> Bool {
        hits.contains { hit in
            switch hit.mark {
            case .doesNotKnow: !match.isFull && hit.range.contains(match.range)
            case .underway:
                hit.range.overlaps(match.range)
                    && !match.range.contains { index in
                        isTelling(index) && !hit.range.contains(index)
                            && node.optionPatterns[place].holds([words.stems[index]])
                    }
                    && !isSaid(hit.range, in: node.options[place])
            default: false
            }
        }
    }

    /// Whether a phrase of an option has some words as they were said.
    private func isSaid(_ range: Range<Int>, in option: Choice) -> Bool {
        option.phrases.contains { phrase in
            let written = words.language.tokens(of: phrase).items.map(\.word)
            return words.items[range].allSatisfy { !$0.isContent || written.contains($0.word) }
        }
    }

    /// Whether it is said before some words that what they say did not come about: "failed to connect".
    func fallsShort(of range: Range<Int>) -> Bool {
        hits.contains { hit in
            hit.mark == .fallsShort && (0...1).contains(range.lowerBound - hit.range.upperBound)
                && !negations.standBefore(hit.range, reach: 2)
        }
    }

    static func isBetter(_ left: PatternMatch, than right: PatternMatch) -> Bool {
        if left.isNegated != right.isNegated { return right.isNegated }
        if left.isFull != right.isFull { return left.isFull }
        // Of patterns that were said in full, the longer one says more.
        if left.isFull, left.telling != right.telling { return left.telling > right.telling }
        return left.score > right.score
    }

    func value(of option: Choice, kind: ValueKind) -> FactValue {
        FactValue(kind: kind, key: option.id, text: option.label.isEmpty ? option.id : option.label)
    }

    // MARK: Entities and text

    private func entity(_ asked: ListeningNode, _ entities: [AssignedEntity]) throws -> FoundValue?
    {
        let own = entities.filter { one in
            one.node.fact == asked.fact && area.contains(one.entity.range)
        }
        // A name with the node's cue is surer than one without.
        guard let best = own.last(where: { $0.isCued }) ?? own.first,
            var found = try value(of: best)
        else { return entities.isEmpty ? try ofMaker(asked) ?? unlisted(asked) : nil }
        let names = Set(own.filter { !$0.isCued }.compactMap(\.entity.references.first?.id))
        // A cue may stand outside of the words that are read.
        found.range = found.range.clamped(to: area)
        if !best.isCued, names.count > 1 { found.confidence = min(found.confidence, 0.5) }
        return found
    }

    var isOnlyAct: Bool {
        has(.doesNotKnow) || has(.wait) || has(.repeats) || wantsNothingSaid
    }

    /// Whether something is told, and then an act: "i restarted it twice, not sure what else to do".
    private var tellsBeforeAct: Bool {
        let acts = hits.filter { [.doesNotKnow, .wait, .repeats].contains($0.mark) }
        guard !wantsNothingSaid, let first = acts.first?.range.lowerBound else { return false }
        return (area.lowerBound..<max(first, area.lowerBound)).contains(where: isTellingAlone)
    }

    func text() -> FoundValue? {
        guard !area.isEmpty, !isOnlyAct || tellsBeforeAct else { return nil }
        let said = words.quote(area)
        return FoundValue(
            value: FactValue(kind: .text, key: said, text: said),
            confidence: 0.9,
            range: area
        )
    }

    /// An e-mail address or a serial number, character by character.
    func spelled(_ node: ListeningNode) -> FoundValue? {
        guard !area.isEmpty else { return nil }
        // A zero that is said as "oh" is a filler elsewhere.
        let start = area.lowerBound > 0 ? words.items[area.lowerBound - 1].source.upperBound : 0
        let end = words.items[area.upperBound - 1].source.upperBound
        let original = words.tokens.original.utf8
        let said =
            original.index(
                original.startIndex,
                offsetBy: start
            )..<original.index(
                original.startIndex,
                offsetBy: end
            )
        let takenBack = hits.filter { $0.mark == .takesBack || $0.mark == .softCorrection }
            .flatMap { words.items[$0.range].map(\.word) }
        var reader = SpellingReader(
            String(words.tokens.original[said]),
            language: words.language,
            leads: node.wording.leads.union(takenBack)
        )
        let found = node.textForm == .email ? reader.email() : reader.serial()
        guard let found else { return nil }
        return FoundValue(
            value: FactValue(kind: .text, key: found.text, text: found.text),
            confidence: found.isSure ? 0.9 : 0.5,
            range: area
        )
    }

    private var wantsNothingSaid: Bool { has(.wantsPerson) || has(.declines) }
}

extension Range where Bound == Int {
    /// Whether another range lies inside this one.
    func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
