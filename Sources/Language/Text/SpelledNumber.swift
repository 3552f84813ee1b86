extension SpellingReader {
    /// The fewest characters of a serial number.
    private static let fewestCharacters = 4
    /// The fewest characters beside a serial number that may be a part of it.
    private static let fewestOfOther = 3

    /// The serial number that was said, in capitals; nil for none.
    func serial() -> SpelledText? {
        if let typed = typed({ Self.isSerial($0) }) {
            return SpelledText(text: typed.uppercased(), isSure: true)
        }
        var runs: [Part] = []
        var run = Part()
        var index = 0
        while index < words.count {
            if let next = extend(&run, at: index) {
                index = next
            } else {
                if !run.bytes.isEmpty {
                    runs.append(run)
                    run = Part()
                }
                if isLead(index) { run.isLed = true }
                index += 1
            }
        }
        if !run.bytes.isEmpty { runs.append(run) }
        runs.removeAll { !$0.bytes.contains(where: WordScanner.isDigit) }
        guard var best = runs.max(by: Self.isShorter) else { return nil }
        // What else was read out may be the number, or a part of it.
        if runs.count(where: { $0.bytes.count >= Self.fewestOfOther }) > 1 { best.isSure = false }
        while let last = best.bytes.last, !Self.isAlphanumeric(last) { best.bytes.removeLast() }
        guard (Self.fewestCharacters...Self.mostCharacters).contains(best.bytes.count),
            best.bytes.contains(where: WordScanner.isDigit)
        else { return nil }
        return SpelledText(
            text: String(decoding: best.bytes, as: UTF8.self).uppercased(),
            isSure: best.isSure
        )
    }

    /// Whether a run is less likely the number that was asked for: one after a word of the question goes first.
    private static func isShorter(_ left: Part, than right: Part) -> Bool {
        func rank(_ run: Part) -> (Int, Int) {
            (run.isLed && run.bytes.count >= fewestCharacters ? 1 : 0, run.bytes.count)
        }
        return rank(left) < rank(right)
    }

    /// Whether a word names what was asked for.
    private func isLead(_ index: Int) -> Bool {
        leads.contains(words[index].hash) && !infos[index].classes.contains(.common)
    }

    /// Adds what a word stands for to a run; nil when it stands for nothing.
    private func extend(_ run: inout Part, at index: Int) -> Int? {
        let info = infos[index]
        if isAside(index) {
            if run.bytes.isEmpty, isLead(index) { run.isLed = true }
            return index + 1
        }
        if let unit = unit(at: index) {
            run.bytes += unit.bytes
            run.isSure = run.isSure && unit.isSure
            return unit.end
        }
        guard !run.bytes.isEmpty else {
            guard isPrefix(index) else { return nil }
            run.bytes += bytes[words[index].text]
            return index + 1
        }
        // "v as in victor not b".
        if info.classes.contains(.negation), !leads.contains(words[index].hash),
            index + 1 < words.count, let denied = unit(at: index + 1), denied.bytes.count == 1
        {
            run.isSure = run.isSure && isExample(index - 1)
            return denied.end
        }
        let next = (index + 1..<words.count).first { !isAside($0) }
        let isBefore = next.map { unit(at: $0) != nil } ?? false
        if let sign = info.sign, sign == Sign.dash || sign == Sign.slash, isBefore {
            run.bytes.append(sign)
            return index + 1
        }
        if let character = info.soundsLike, isBefore || !WordScanner.isDigit(character) {
            run.bytes.append(character)
            run.isSure = false
            return index + 1
        }
        // Letters that speech recognition has written as one: "five cd nine".
        if isBefore, words[index].text.count < 4, info.classes.isEmpty, info.sign == nil {
            run.bytes += bytes[words[index].text]
            return index + 1
        }
        return nil
    }

    /// Whether letters that speech recognition has written as one begin a number: "kx dash four oh five".
    private func isPrefix(_ index: Int) -> Bool {
        guard index + 2 < words.count, (2...3).contains(words[index].text.count),
            infos[index].classes.isEmpty, infos[index].sign == nil,
            !leads.contains(words[index].hash)
        else { return false }
        let sign = infos[index + 1].sign
        return (sign == Sign.dash || sign == Sign.slash) && unit(at: index + 2) != nil
    }

    /// Whether a word is said between characters and stands for none: "then", "and then", "the letter", "a dash".
    private func isAside(_ index: Int) -> Bool {
        let info = infos[index]
        if info.classes.contains(.spellingAside) || info.number == .and { return true }
        if info.classes.contains(.filler) { return info.number == nil }
        guard info.classes.contains(.article), index + 1 < words.count else { return false }
        let next = infos[index + 1]
        return next.classes.contains(.spellingAside) || next.sign == Sign.dash
            || next.sign == Sign.slash
    }

    private static func isSerial(_ chunk: Substring) -> Bool {
        var letters = 0
        var digits = 0
        for byte in chunk.utf8 {
            if WordScanner.isDigit(byte) {
                digits += 1
            } else if isAlphanumeric(byte) {
                letters += 1
            } else if byte != Sign.dash, byte != Sign.slash {
                return false
            }
        }
        return digits > 0 && letters > 0 && letters + digits > 5
            && letters + digits <= mostCharacters
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        WordScanner.isDigit(byte) || (0x61...0x7a).contains(byte | 0x20)
    }
}
