internal import Messages

/// New options of known facts that are told beside the former ones, without words that take something back.
extension Reading {
    /// The option beside which another one is denied: "the light is red now not amber".
    func optionInstead(of node: ListeningNode) -> FoundValue? {
        guard node.valueKind == .choice, negations.first(in: area) != nil,
            naming(of: node, cue: nil) > 0
        else { return nil }
        let full = optionMatches(node).filter(\.match.isFull)
        let meant = full.filter { !$0.match.isNegated }
        guard meant.count == 1, meant.count < full.count else { return nil }
        return FoundValue(
            value: value(of: meant[0].option, kind: node.valueKind),
            confidence: meant[0].match.score,
            range: meant[0].match.range
        )
    }

    /// The words that say what is so now, beside something else: "it did not help and now it says too many attempts".
    var presentClause: Range<Int>? {
        area.dropFirst().last { index in
            words.meanings[index] == .now && words.meanings[index - 1] == .and
        }.map { $0 + 1..<area.upperBound }
    }

    /// The option that is so now, and was another before: "the light is green now".
    func optionNow(of node: ListeningNode, in now: Range<Int>?) -> FoundValue? {
        guard node.valueKind == .choice,
            let place = area.last(where: { words.meanings[$0] == .now }),
            naming(of: node, cue: nil) > 0
        else { return nil }
        if let now, !now.isEmpty {
            let rest = restarted(at: now.lowerBound)
            return rest.fullOption(of: node, rest.matcher)
        }
        guard var found = fullOption(of: node, matcher) else { return nil }
        // What says that it is so now makes one word sure.
        found.range = min(found.range.lowerBound, place)..<max(found.range.upperBound, place + 1)
        return found
    }

    /// The option that alone stands behind a "no" which answers no test: "nein sie ist eher orange".
    func optionBehindNo(of node: ListeningNode) -> FoundValue? {
        guard node.valueKind == .choice, context.asked?.wording.instructs == true,
            let no = opening, no.mark == .no, no.range.upperBound < area.upperBound
        else { return nil }
        let rest = restarted(at: no.range.upperBound)
        guard var found = rest.fullOption(of: node, rest.matcher),
            found.value.key != context.facts[node.fact]?.value?.key,
            rest.area.allSatisfy({ found.range.contains($0) || !rest.isUnexplained($0) })
        else { return nil }
        found.range = area
        return found
    }
}
