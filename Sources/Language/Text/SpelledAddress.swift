extension SpellingReader {
    /// The address that was said; nil for none.
    mutating func email() -> SpelledText? {
        if let typed = typed({ Self.isAddress($0) }) {
            return SpelledText(text: typed.lowercased(), isSure: true)
        }
        addTypedSigns()
        for at in words.indices.reversed() where infos[at].sign == Sign.at {
            guard let domain = domain(from: at + 1),
                let local = local(before: at) ?? localOfEarlier(at)
            else { continue }
            let address = local.bytes + [Sign.at] + domain.bytes
            guard address.count <= Self.mostCharacters else { continue }
            return SpelledText(
                text: String(decoding: address, as: UTF8.self),
                isSure: local.isSure && domain.isSure
            )
        }
        return nil
    }

    /// Puts in the signs that were typed between words: "j.smith 84 at gmail.com".
    private mutating func addTypedSigns() {
        let original = text.utf8
        for index in words.indices.dropFirst().reversed() {
            let start = words[index - 1].source.upperBound
            guard words[index].source.lowerBound == start + 1 else { continue }
            let byte = original[original.index(original.startIndex, offsetBy: start)]
            guard ".-_+".utf8.contains(byte) else { continue }
            bytes.append(byte)
            let text = bytes.count - 1..<bytes.count
            words.insert(
                ScannedWord(
                    text: text,
                    source: start..<start + 1,
                    hash: Hashing.of(bytes[text]),
                    endsQuestion: false
                ),
                at: index
            )
            infos.insert(WordInfo(sign: byte), at: index)
        }
    }

    /// The host: parts with dots between, of which the last is one word or some letters.
    private func domain(from start: Int) -> Part? {
        guard let firstDot = dot(from: start) else { return nil }
        var domain = label(start..<firstDot)
        var dot = firstDot
        while true {
            domain.bytes.append(Sign.dot)
            let begin = dot + 1
            guard begin < words.count else { return nil }
            if let next = self.dot(from: begin) {
                let label = label(begin..<next)
                domain.bytes += label.bytes
                domain.isSure = domain.isSure && label.isSure
                dot = next
                continue
            }
            var end = begin + 1
            if words[begin].text.count == 1 {
                while end < words.count, words[end].text.count == 1 { end += 1 }
            }
            let label = part(begin..<end).bytes
            guard label.count > 1 else { return nil }
            domain.bytes += label
            return domain
        }
    }

    /// A part of the host: a number word alone is a name there, "at one dot com".
    private func label(_ range: Range<Int>) -> Part {
        guard range.count == 1, isNumberWord(range.lowerBound) else {
            var part = part(range)
            part.isSure = part.isSure && !range.contains(where: isNumberWord)
            return part
        }
        return Part(bytes: Array(bytes[words[range.lowerBound].text]), isSure: false)
    }

    /// The next word for a dot, when few enough words stand before it.
    private func dot(from start: Int) -> Int? {
        let last = min(words.count, start + 2 * Self.wordsOfPart)
        guard start < last,
            let dot = (start..<last).first(where: { infos[$0].sign == Sign.dot }), dot > start,
            !(start..<dot).contains(where: { infos[$0].sign == Sign.at })
        else { return nil }
        return dot
    }

    /// What stands before the sign, back to where it begins.
    private func local(before at: Int) -> Part? {
        var start = at
        var plain = 0
        while start > 0, belongs(start - 1) || start == at && mayBeName(start - 1) {
            let isSign = infos[start - 1].sign != nil
            if isSign || words[start - 1].text.count == 1 {
                plain = 0
            } else if !isNumberWord(start - 1) {
                plain += 1
            }
            if plain > Self.wordsOfPart { break }
            start -= 1
        }
        while start < at, infos[start].sign != nil { start += 1 }
        guard start < at else { return nil }
        var part = part(start..<at)
        if plain > Self.wordsOfPart || beginsWithArticle(start)
            || at - start == 1 && !belongs(start)
        {
            part.isSure = false
        }
        return part.bytes.isEmpty ? nil : part
    }

    /// Whether the first letter may be an article: "smith with a y …".
    private func beginsWithArticle(_ start: Int) -> Bool {
        start > 0 && infos[start].classes.contains(.letterWord) && infos[start + 1].sign == nil
    }

    /// What stands before an earlier sign, whose host was taken back: "lisa at gmail no sorry at yahoo dot com".
    private func localOfEarlier(_ at: Int) -> Part? {
        guard let earlier = words[..<at].indices.last(where: { infos[$0].sign == Sign.at }),
            var local = local(before: earlier)
        else { return nil }
        local.isSure = false
        return local
    }

    /// Whether a word may be a part of an address rather than lead to it: "is" does, unless a sign follows.
    private func belongs(_ index: Int) -> Bool {
        if infos[index].sign == Sign.at { return false }
        if infos[index].sign != nil || words[index].text.count == 1 { return true }
        if isExample(index) || index > 0 && isInnerSign(index - 1) || isInnerSign(index + 1) {
            return true
        }
        if isNumberWord(index) {
            // "my other one is …"
            return index == 0 || infos[index].number != .digit(1)
                || infos[index - 1].classes.isDisjoint(with: .beforePronoun)
        }
        // "bob the builder", "two thousand and five".
        if index > 0, infos[index].classes.contains(.article) || infos[index].number == .and,
            index + 1 < words.count, infos[index + 1].sign == nil,
            mayBeName(index - 1), infos[index - 1].classes.isDisjoint(with: .common)
        {
            return true
        }
        return mayBeName(index) && infos[index].classes.isDisjoint(with: [.common, .boundary])
    }

    /// Whether a word may be a name before the sign, though it also means something else: "will at example dot com".
    private func mayBeName(_ index: Int) -> Bool {
        infos[index].sign == nil && infos[index].classes.isDisjoint(with: [.filler, .negation])
            && !leads.contains(words[index].hash)
    }

    /// Whether a word is a number, or a part of one.
    private func isNumberWord(_ index: Int) -> Bool {
        switch infos[index].number {
        case .digit, .teen, .ten, .hundred, .scale, .betweenDigits, .times: true
        case .and:
            index > 0 && index + 1 < words.count && isNumberWord(index - 1)
                && infos[index + 1].number != nil
        default: bytes[words[index].text].allSatisfy(WordScanner.isDigit)
        }
    }

    private func isInnerSign(_ index: Int) -> Bool {
        infos[index].sign != nil && infos[index].sign != Sign.at
    }

    /// Words, letters, numbers and signs put together.
    private func part(_ range: Range<Int>) -> Part {
        var part = Part()
        var index = range.lowerBound
        var wasPlain = false
        while index < range.upperBound {
            if let sign = infos[index].sign {
                part.bytes.append(sign)
                index += 1
                wasPlain = false
            } else if infos[index].classes.contains(.spellingAside) {
                index += 1
            } else if words[index].text.count > 1, !isNumberWord(index) {
                // Two words without a sign between may have had one.
                if wasPlain { part.isSure = false }
                wasPlain = true
                part.bytes += bytes[words[index].text]
                index += 1
            } else if let unit = unit(at: index), unit.end <= range.upperBound {
                part.bytes += unit.bytes
                index = unit.end
                wasPlain = false
            } else {
                part.bytes += bytes[words[index].text]
                index += 1
                wasPlain = false
            }
        }
        return part
    }

    private static func isAddress(_ chunk: Substring) -> Bool {
        let parts = chunk.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && chunk.utf8.count <= mostCharacters
    }
}
