internal import Messages

/// Facts of which is said that they are wrong, and not what is right.
extension Reading {
    /// The questions whose answers are said to be wrong: by their value, "no wait its not comcast", else as what was told last,
    /// "thats not true", or by name, "the provider i told you is wrong".
    ///
    /// Not what is told otherwise in the same words, which corrects it.
    ///
    /// - Parameter isAnswered: Whether something answers the question, or was told beside it.
    func takenBack(isAnswered: Bool) throws -> [ListeningNode] {
        guard question == nil, context.confirming == nil, !context.known.isEmpty else { return [] }
        let isMisstated = has(.misstated)
        // "ill try that" is no step that was not taken.
        let isUntried = hits.contains { hit in
            hit.mark == .untried && negations.first(in: hit.range) != nil
        }
        let isUntrue = !isAnswered && (has(.untrue) || isUntried)
        guard isMisstated || isUntrue || negations.first(in: area) != nil else { return [] }
        // Without words that take something back, a denial answers the question: "no, the light is not red".
        let isMarked =
            isMisstated || isUntrue || marksCorrection || has(.afterAll) || has(.wait)
        guard isMarked || context.asked?.hasTwoSides != true else { return [] }
        let said = context.known.filter { node in
            node.kind != .lookup && context.facts[node.fact]?.provenance?.source == .said
        }
        let denied = try said.filter(isDenied)
        guard denied.isEmpty else { return denied }
        if isUntrue { return toldLast(of: said) }
        return isMisstated ? named(among: said) : []
    }

    /// The one fact that more words name than any other; none where several are named alike.
    private func named(among said: [ListeningNode]) -> [ListeningNode] {
        let naming = said.map(namingOfMisstated)
        guard let most = naming.max(), most > 0 else { return [] }
        let named = zip(said, naming).filter { $0.1 == most }.map(\.0)
        return named.count == 1 ? named : []
    }

    /// The one fact that was told in the last turn that told any; none where it told several.
    ///
    /// Of a step that was not taken after all, only its result.
    private func toldLast(of said: [ListeningNode]) -> [ListeningNode] {
        func turn(_ node: ListeningNode) -> UInt32 {
            context.facts[node.fact]?.provenance?.turn ?? 0
        }
        let last = said.map(turn).max() ?? 0
        let told = said.filter { turn($0) == last }
        return told.count == 1 && (!has(.untried) || told[0].hasTwoSides) ? told : []
    }

    /// Whether the known value is denied, and nothing else is said.
    private func isDenied(_ node: ListeningNode) throws -> Bool {
        guard let key = context.facts[node.fact]?.value?.key, !key.isEmpty,
            let range = try denied(key, of: node)
        else { return false }
        return isAllThatIsSaid(of: node, range)
    }

    private func denied(_ key: String, of node: ListeningNode) throws -> Range<Int>? {
        switch node.valueKind {
        case .choice:
            guard let place = node.options.firstIndex(where: { $0.id == key }),
                fullOption(of: node, matcher) == nil
            else { return nil }
            let patterns = node.optionPatterns[place]
            return patterns.ranges.indices.lazy.compactMap { matcher.full(patterns, $0) }
                .first(where: \.isNegated)?.range
        case .entity:
            return try EntityAssignment(self).denied(of: node).first { entity in
                entity.references.contains { $0.id == key && $0.className == node.entityClass }
            }?.range
        case .number, .version, .date, .duration, .frequency:
            return deniedValue(of: node).flatMap {
                $0.found.value.key == key ? $0.found.range : nil
            }
        case .yesNo, .check, .fix, .text, .windows, .unspecified: return nil
        }
    }

    /// Whether nothing else is said than that a value is wrong.
    private func isAllThatIsSaid(of node: ListeningNode, _ value: Range<Int>) -> Bool {
        let isMore = hits.contains { $0.mark == .inclusive && !value.contains($0.range) }
        if has(.gone) || isMore { return false }
        // "its not comcast its frontier": what it is may be none of the known names.
        let isTold = hits.contains { $0.mark.isEcho && $0.range.lowerBound == value.upperBound }
        return (area.lowerBound..<(isTold ? value.upperBound : area.upperBound)).allSatisfy {
            value.contains($0) || !isTellingAlone($0) || words.stems[$0] == node.wording.unit
        }
    }

    /// How many words name a fact that was told wrongly; a day is named by the word for it.
    private func namingOfMisstated(_ node: ListeningNode) -> Int {
        let isDay =
            node.valueKind == .date && area.contains { words.meanings[$0] == .unit(.day) }
        return naming(of: node, cue: nil) + (isDay ? 1 : 0)
    }
}
