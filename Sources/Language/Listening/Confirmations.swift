internal import Messages

extension Reading {
    /// How sure a value must be that is stated at a confirmation to count for more than the word beside it.
    private static let sureStatement = 0.6
    /// How sure the other side must be said beside a "yes".
    private static let sureOther = 0.85
    /// How sure it is that "no" and a negation agree with a "no" that is confirmed.
    private static let agreement = 0.75
    /// How sure a bare "it isnt" agrees where the words of the confirmation may be what it denies.
    private static let doubtfulAgreement = 0.4

    /// The answer while an earlier one is being confirmed; nil when neither yes nor a value was said.
    func confirmed(_ fact: Fact, _ entities: [AssignedEntity]) throws -> FoundValue? {
        guard let value = fact.value, let asked = context.asked else { return nil }
        if let stated = try stated(value, asked, entities) { return stated }
        guard let polarity = confirmationPolarity(), polarity.isYes else { return nil }
        return FoundValue(value: value, confidence: polarity.confidence, range: words.all)
    }

    /// A plain "no" to a confirmation: a fact without a value.
    func denial() -> Fact? {
        guard let fact = context.confirming, let polarity = confirmationPolarity(), !polarity.isYes
        else { return nil }
        return Fact(
            key: fact.key,
            provenance: Provenance(
                source: .said,
                quote: words.quote(words.all),
                confidence: Float(polarity.confidence)
            )
        )
    }

    /// Yes or no to a confirmation.
    func confirmationPolarity() -> Polarity? {
        if let word = yesOrNo() { return word }
        guard let hit = hits.first(where: { $0.mark == .acknowledges }), !has(.wait),
            question == nil
        else {
            return nil
        }
        return Polarity(isYes: true, confidence: 0.7, range: hit.range)
    }

    /// The value that is said beside "yes" or "no", or without them: "no it doesnt turn over" agrees with a "no".
    private func stated(_ value: FactValue, _ asked: ListeningNode, _ entities: [AssignedEntity])
        throws -> FoundValue?
    {
        guard asked.hasTwoSides else {
            // Any words are a text; an address or a serial number has a form.
            guard asked.valueKind != .text || asked.textForm != .unspecified,
                let other = try instead(asked, entities), other.value.key != value.key
            else { return theOther(than: value, asked) }
            return other
        }
        // "yes", and what follows, agree with what was understood, unless it plainly says the other side: "it does not
        // connect?" "yes it connects".
        if opening?.mark == .yes {
            var rest = self
            while let yes = rest.opening, yes.mark == .yes {
                rest = rest.restarted(at: yes.range.upperBound)
            }
            guard rest.area.contains(where: isTelling), rest.confirmationPolarity() == nil,
                let found = try rest.found(asked, entities)
            else { return nil }
            return found.value.key != value.key && found.confidence >= Self.sureOther ? found : nil
        }
        let rest = afterNo
        guard !rest.area.isEmpty else { return nil }
        let denies = value.key == Self.sides(of: asked.valueKind).no
        if let echo = rest.echo(), echo.basis == .bareEcho, !echo.isYes || rest.area == area {
            guard denies, !echo.isYes else { return nil }
            // "the light is off?" "it isnt": there the words of the confirmation are denied.
            return FoundValue(
                value: value,
                confidence: isPutAsDenial(value, asked) ? Self.agreement : Self.doubtfulAgreement,
                range: echo.range
            )
        }
        if let found = try rest.found(asked, entities), found.confidence >= Self.sureStatement {
            return found
        }
        // "no i don't have a phone" is a third thing.
        guard denies, rest.area != area, !rest.has(.unseen) || asked.valueKind == .yesNo,
            rest.negations.first(in: rest.firstClause) != nil
        else {
            return nil
        }
        return FoundValue(value: value, confidence: Self.agreement, range: rest.area)
    }

    /// What stands behind "no".
    private var afterNo: Reading {
        var rest = self
        while let no = rest.opening, no.mark == .no, no.range.count == 1,
            rest.withoutDeterminer(no) == nil
        { rest = rest.restarted(at: no.range.upperBound) }
        return rest
    }

    /// The value that is said instead of the one that was to be confirmed: an option that is not said in full may be no more
    /// than what is denied, as in "no the router is the same".
    private func instead(_ asked: ListeningNode, _ entities: [AssignedEntity]) throws -> FoundValue?
    {
        guard asked.valueKind == .choice else {
            return try found(asked, entities).flatMap {
                $0.confidence >= Self.sureStatement ? $0 : nil
            }
        }
        let rest = afterNo
        guard !rest.area.isEmpty, var other = try rest.found(asked, entities) else { return nil }
        let isFull = rest.optionMatches(asked).contains { one in
            one.option.id == other.value.key && one.match.isFull && !one.match.isNegated
        }
        if isFull { return other.confidence >= Self.sureStatement ? other : nil }
        guard rest.area != area, other.confidence >= Self.leastInstead else { return nil }
        other.confidence = min(other.confidence, Self.besideThePoint)
        return other
    }

    /// How sure an option must be that is not said in full, to be asked about instead.
    private static let leastInstead = 0.5

    /// Of two options, the one that "the other one" means.
    private func theOther(than value: FactValue, _ asked: ListeningNode) -> FoundValue? {
        guard asked.options.count == 2, asked.options.contains(where: { $0.id == value.key }),
            let index = area.first(where: { words.meanings[$0] == .other }),
            let other = asked.options.first(where: { $0.id != value.key })
        else { return nil }
        return FoundValue(
            value: self.value(of: other, kind: asked.valueKind),
            confidence: Self.agreement,
            range: index..<index + 1
        )
    }

    /// Whether a "no" is confirmed by that word, or by words that deny something.
    private func isPutAsDenial(_ value: FactValue, _ asked: ListeningNode) -> Bool {
        guard let option = asked.options.first(where: { $0.id == value.key }) else { return true }
        let put = option.confirm.isEmpty ? option.label : option.confirm
        return put.isEmpty || put == value.key
            || words.language.tokens(of: put).items.contains { $0.classes.contains(.negation) }
    }
}
