internal import Messages

/// A known fact of which is said that it is wrong, and not what is right.
struct TakenBack {
    var node: ListeningNode
    /// The words that say so.
    var range: Range<Int>
}

extension Reading {
    /// Known facts that are said to be wrong: by their value, "no wait its not comcast", else by name, "the provider i told you is
    /// wrong".
    ///
    /// Not what is told otherwise in the same words, which corrects it.
    ///
    /// - Parameter isAnswered: Whether something answers the question, or was told beside it.
    func takenBack(isAnswered: Bool) throws -> [TakenBack] {
        guard question == nil, context.confirming == nil, !context.known.isEmpty else { return [] }
        let isMisstated = has(.misstated)
        let isUntrue = !isAnswered && (has(.untrue) || has(.untried))
        guard isMisstated || isUntrue || negations.first(in: area) != nil else { return [] }
        // Without words that take something back, a denial answers the question: "no, the light is not red".
        let isMarked =
            isMisstated || isUntrue || marksCorrection || has(.afterAll) || has(.wait)
        guard isMarked || context.asked?.hasTwoSides != true else { return [] }
        let said = context.known.filter { node in
            node.kind != .lookup && context.facts[node.fact]?.provenance?.source == .said
        }
        let denied = try said.compactMap { node in
            try isDenied(node) ? TakenBack(node: node, range: area) : nil
        }
        guard denied.isEmpty else { return denied }
        if isUntrue { return toldLast(of: said).map { [TakenBack(node: $0, range: area)] } ?? [] }
        guard isMisstated else { return [] }
        let named = said.map { (node: $0, naming: namingOfMisstated($0)) }
        let most = named.map(\.naming).max() ?? 0
        let nodes = named.filter { $0.naming == most }
        return most > 0 && nodes.count == 1 ? [TakenBack(node: nodes[0].node, range: area)] : []
    }

    /// The one fact that was told in the last turn that told any; nil where it told several.
    ///
    /// Of a step that was not taken after all, only its result.
    private func toldLast(of said: [ListeningNode]) -> ListeningNode? {
        func turn(_ node: ListeningNode) -> UInt32 {
            context.facts[node.fact]?.provenance?.turn ?? 0
        }
        let last = said.map(turn).max() ?? 0
        let told = said.filter { turn($0) == last }
        guard told.count == 1, !has(.untried) || told[0].hasTwoSides else { return nil }
        return told[0]
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
