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

    /// The option that is so now, and was another before.
    func optionNow(of node: ListeningNode, in now: Range<Int>?) -> FoundValue? {
        guard let now, !now.isEmpty, node.valueKind == .choice, naming(of: node, cue: nil) > 0
        else { return nil }
        let rest = restarted(at: now.lowerBound)
        return rest.fullOption(of: node, rest.matcher)
    }
}
