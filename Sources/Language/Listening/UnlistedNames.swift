internal import Messages

/// Names where one was asked for and none of the vocabulary was said.
extension Reading {
    /// How sure a name is that the vocabulary does not have: it is confirmed before it is taken.
    private static let unlistedConfidence = 0.3
    /// How sure the only name is that begins as was said.
    private static let makerConfidence = 0.5
    private static let unlistedWords = 6
    /// The most words of a maker's name.
    private static let makerWords = 3

    // MARK: Makers

    /// What begins with a name that was said alone, such as that of its maker: "an old netgear".
    ///
    /// The name itself where several do: which is asked then.
    func ofMaker(_ asked: ListeningNode) throws -> FoundValue? {
        guard mayName else { return nil }
        var found: (range: Range<Int>, entities: [Entity])?
        var index = area.lowerBound
        while index < area.upperBound {
            guard let next = try maker(at: index, asked) else {
                index += 1
                continue
            }
            index = next.range.upperBound
            // "a netgear its called nighthawk": both.
            let both = next.entities.filter { one in
                found?.entities.contains { $0.id == one.id } ?? true
            }
            if !both.isEmpty {
                found = (next.range, both)
            } else if let before = found?.range.lowerBound, stands(.former, at: before - 1) {
                // "the old netgear died so its a linksys".
                found = next
            }
        }
        guard let (range, entities) = found, let first = entities.first else { return nil }
        guard entities.count == 1 else { return unlisted(range) }
        return FoundValue(
            value: FactValue(kind: .entity, key: first.id, text: first.name),
            confidence: Self.makerConfidence,
            range: range
        )
    }

    private func maker(at start: Int, _ asked: ListeningNode) throws -> (
        range: Range<Int>, entities: [Entity]
    )? {
        guard mayBeName(start), !negations.standBefore(start..<start + 1, reach: 2),
            try context.lexicon.mayHaveAlias(
                beginningWith: words.tokens.bytes[words.items[start].text]
            )
        else { return nil }
        for end in (start + 1...min(start + Self.makerWords, area.upperBound)).reversed() {
            let key = words.items[start..<end].flatMap { words.tokens.bytes[$0.text] }
            let entities = try context.lexicon.entities(
                beginningWith: String(decoding: key, as: UTF8.self),
                className: asked.entityClass,
                language: words.language
            )
            if entities.isEmpty { continue }
            // "a netgear orbi" is another one.
            let isOther = end < area.upperBound && tellsWhich(end) && !isOfQuestion(end, asked)
            return isOther ? nil : (start..<end, entities)
        }
        return nil
    }

    /// Whether a word goes on with a name: "thing" and "one" don't.
    private func tellsWhich(_ index: Int) -> Bool {
        let word = words.items[index]
        return mayBeName(index) && word.classes.isDisjoint(with: [.vague, .everyday])
            && (word.kind != .number || word.number > 9)
    }

    // MARK: Names in the customer's words

    /// A few words that may be a name which the vocabulary does not have.
    ///
    /// Most that is said instead of a name is none: a question, a remark ("my wife handles that"), an act.
    func unlisted(_ asked: ListeningNode) -> FoundValue? {
        let polarity = confirmationPolarity()
        guard mayName, context.confirming == nil, polarity?.isYes != false, !has(.saidEarlier)
        else {
            return nil
        }
        let lead = area.dropLast().last { index in
            let classes = words.items[index].classes
            return classes.contains(.leadsToName) && !classes.contains(.common)
        }
        // "its a fast one called …".
        let starts = lead.map { [$0 + 1, area.lowerBound] } ?? [area.lowerBound]
        for start in starts {
            if let name = name(from: start, asked) { return unlisted(name) }
        }
        return nil
    }

    private func unlisted(_ range: Range<Int>) -> FoundValue {
        let text = written(range)
        return FoundValue(
            value: FactValue(kind: .entity, key: words.language.aliasKey(of: text), text: text),
            confidence: Self.unlistedConfidence,
            range: range
        )
    }

    private var mayName: Bool {
        !isOnlyAct && !has(.offTopic) && question == nil
    }

    /// The first words from one on that may be a name; nil where a whole clause stands in their place.
    private func name(from start: Int, _ asked: ListeningNode) -> Range<Int>? {
        var index = start
        while var first = (index..<area.upperBound).first(where: mayBeName) {
            var end = first + 1
            while end < area.upperBound, isJoined(end) { end += 1 }
            if first > index, isFirstLetter(first - 1) { first -= 1 }
            index = end
            // "my wife handles that", "i already told you".
            if isVerb(before: end) { return nil }
            if let name = name(in: first..<end, asked) { return name }
        }
        return nil
    }

    /// Whether a word goes on with the name before it: "bank of …".
    private func isJoined(_ index: Int) -> Bool {
        guard words.sentences[index] == words.sentences[index - 1] else { return false }
        if mayBeName(index) { return true }
        // "thirty two hundred a c m", "six plus".
        if words.items[index].classes.contains(.letterWord) { return isLetter(index + 1) }
        if words.meanings[index] == .and, isSpelled(index - 1) {
            return !stands(.common, at: index)
        }
        return words.meanings[index] == .of && index + 1 < area.upperBound && mayBeName(index + 1)
    }

    /// The part of some words that may be a name.
    private func name(in run: Range<Int>, _ asked: ListeningNode) -> Range<Int>? {
        var range = run
        // After "she" stands a verb, and after "my" nobody's name.
        if stands(.subject, at: range.lowerBound - 1) || isVerb(range.lowerBound) {
            range = range.dropFirst()
        }
        if stands(.possessive, at: range.lowerBound - 1), isOrdinary(range) { return nil }
        while let first = range.first, isOfQuestion(first, asked) || isAdjective(first) {
            range = range.dropFirst()
        }
        while let last = range.last,
            isOfQuestion(last, asked) || words.items[last].classes.contains(.vague)
        { range = range.dropLast() }
        guard !range.isEmpty, parts(of: range).count <= Self.unlistedWords,
            !negations.standBefore(range, reach: 2),
            !range.allSatisfy(isEveryday)
        else { return nil }
        // "the cheapest one", "da fragen sie".
        if isPronounOrAddressee(run.upperBound) { return nil }
        // "ask my wife", "bezahlt der vermieter".
        let isBeforeNoun =
            stands(.article, at: run.upperBound) || stands(.possessive, at: run.upperBound)
        return isBeforeNoun && range.count == 1 && isOrdinary(range) ? nil : range
    }

    /// Whether what stands behind some words makes no name of them: a noun's place, or who is spoken to, whose verb they are.
    private func isPronounOrAddressee(_ index: Int) -> Bool {
        guard area.contains(index) else { return false }
        let item = words.items[index]
        return item.kind == .number && item.number == 1 && index + 1 == area.upperBound
            || item.classes.isSuperset(of: [.subject, .addressee])
                && item.classes.isDisjoint(with: [.object])
    }

    private func mayBeName(_ index: Int) -> Bool {
        // Letters that make another word are none: "b e eight hundred".
        (words.items[index].kind == .letters
            || words.items[index].classes.isDisjoint(with: Self.neverNames))
            && words.meanings[index] != .and && !isOfPhrase(index)
    }

    private static let neverNames: WordClasses = [
        .common, .negation, .boundary, .leadsToName, .subject, .object, .possessive,
    ]
    /// The most words between a verb and the pronoun of what it is done to.
    private static let reachOfVerb = 2

    /// Whether what ends before a word is a verb, since a pronoun behind it says to whom or what it is done: "takes care of
    /// it".
    ///
    /// "frontier it is" and "an acme that i bought" go on otherwise.
    private func isVerb(before end: Int) -> Bool {
        for index in end..<min(end + Self.reachOfVerb, area.upperBound) {
            guard words.items[index].classes.contains(.common) || stands(.object, at: index),
                words.sentences[index] == words.sentences[end - 1], !startsPhrase(index),
                !stands(.leadsToName, at: index)
            else { return false }
            if stands(.object, at: index) {
                let next = index + 1
                return !stands(.subject, at: next) && !stands(.past, at: next)
                    || stands(.object, at: next)
            }
        }
        return false
    }

    /// Whether a word belongs to a phrase of the language, which is no part of a name: "i believe", "it worked".
    private func isOfPhrase(_ index: Int) -> Bool {
        hits.contains { hit in
            switch hit.mark {
            case .lapses, .questionWord, .numbered, .moreThan, .lessThan, .atLeast, .atMost: false
            default: !hit.mark.isEcho && hit.range.contains(index)
            }
        }
    }

    /// Whether a phrase begins at a word that says no more of the one before it: "frontier i believe", "frontier it is".
    private func startsPhrase(_ index: Int) -> Bool {
        hits.contains { $0.range.lowerBound == index && $0.range.count > 1 }
    }

    private func stands(_ classes: WordClasses, at index: Int) -> Bool {
        area.contains(index) && !words.items[index].classes.isDisjoint(with: classes)
    }

    /// Whether all words are in the language's dictionary; where it has none, all may be.
    private func isOrdinary(_ range: Range<Int>) -> Bool {
        words.language.pack.forms == nil
            || range.allSatisfy { words.language.row(of: words.items[$0].word) != nil }
    }

    private func isOfQuestion(_ index: Int, _ asked: ListeningNode) -> Bool {
        asked.wording.naming.contains(words.stems[index])
    }

    /// Whether a word tells which one, and not its name: "old".
    private func isAdjective(_ index: Int) -> Bool {
        !words.items[index].classes.isDisjoint(with: [.former, .current, .beforePronoun])
    }

    /// Whether a word is said of anything, or tells a time.
    private func isEveryday(_ index: Int) -> Bool {
        !words.items[index].classes.isDisjoint(with: [.everyday, .vague])
            || words.items[index].kind == .word && words.meanings[index] != nil
    }

    /// Whether a word is the verb of what is stated before it: "yes they do load" answers another question.
    private func isVerb(_ index: Int) -> Bool {
        hits.contains { hit in
            hit.mark.isEcho && hit.range.count > 1
                && hit.range.upperBound == index
                && !words.items[index - 1].classes.contains(.leadsToName)
        }
    }

    // MARK: As it is written

    /// A name as it is written on what has it: "asus RTAC68U" for "asus r t a c sixty eight u".
    private func written(_ name: Range<Int>) -> String {
        var text = ""
        for part in parts(of: name) {
            if part.lowerBound > name.lowerBound {
                // More than one sign is what stands for nothing, such as "um".
                let between = words.between(part.lowerBound)
                text += between.count == 1 ? String(Substring(between)) : " "
            }
            text +=
                isSpelled(part.lowerBound)
                ? part.map(words.text).joined().uppercased() : words.quote(part)
        }
        return text
    }

    /// The words of a name, those in one that were spelled: letters, and the numbers beside them.
    private func parts(of name: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        for index in name {
            if let last = parts.last, isSpelled(index), last.allSatisfy(isSpelled),
                isLetter(index) || last.contains(where: isLetter)
            {
                parts[parts.count - 1] = last.lowerBound..<index + 1
            } else {
                parts.append(index..<index + 1)
            }
        }
        return parts
    }

    private func isSpelled(_ index: Int) -> Bool {
        switch words.items[index].kind {
        case .number, .version: true
        case .word, .letters, .ordinal: isLetter(index)
        }
    }

    private func isLetter(_ index: Int) -> Bool {
        guard area.contains(index) else { return false }
        let word = words.items[index]
        return word.kind == .letters || word.kind == .word && word.text.count == 1
    }

    /// Whether a letter that is also the article is none, which has another form before the next letter: "a s u s".
    private func isFirstLetter(_ index: Int) -> Bool {
        let next = words.tokens.bytes[words.items[index + 1].text.lowerBound]
        return words.items[index].classes.contains(.letterWord) && isLetter(index + 1)
            && words.language.pack.words.vowelLetters.utf8.contains(next)
    }
}
