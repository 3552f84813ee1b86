extension SpokenLanguage {
    /// A number as people write it, with what it counts: "1.5 bar", "1,5 Bar".
    public func text(of number: Double, unit: String = "") -> String {
        var text = number.shortest
        if pack.numbers.hasDecimalComma { text = text.filling(".", ",") }
        return unit.isEmpty ? text : text + " " + unit
    }

    /// A day, given as YYYY-MM-DD, as people write it.
    public func text(ofDay day: String) -> String {
        let parts = day.split(separator: "-")
        guard parts.count == 3 else { return day }
        return pack.times.writing.date
            .filling("{year}", String(parts[0]))
            .filling("{month}", String(parts[1]))
            .filling("{day}", String(parts[2]))
    }

    /// A number with a unit of time: "1 minute", "1,5 Stunden".
    func text(of number: Double, unit: TimeUnit) -> String {
        let names = pack.times.writing.units[Int(unit.rawValue)]
        return text(of: number, unit: number == 1 ? names.one : names.several)
    }

    /// A number of minutes.
    public func text(ofMinutes minutes: Int) -> String { text(of: Double(minutes), unit: .minute) }

    /// From one time to another.
    public func range(from: String, to: String) -> String {
        pack.times.writing.range.filling("{from}", from).filling("{to}", to)
    }

    /// The fixed words that stand beside values.
    public var fixedWords: FixedWords { pack.fixedWords }
}

extension Double {
    /// The shortest decimal form, in which keys of values hold numbers: "3" rather than "3.0".
    public var shortest: String {
        self == rounded() && magnitude < 1e15 ? String(Int64(self)) : description
    }
}

extension String {
    /// This template with its one placeholder filled.
    public func filling(_ value: String) -> String { filling("{}", value) }

    /// This template with a placeholder filled.
    public func filling(_ placeholder: String, _ value: String) -> String {
        // Byte by byte: days are written in many turns, and `replacing` takes most of the time of those.
        let bytes = utf8
        let start = bytes.indices.first { bytes[$0...].starts(with: placeholder.utf8) }
        guard let start else { return self }
        let end = bytes.index(start, offsetBy: placeholder.utf8.count)
        return String(self[..<start]) + value + self[end...]
    }
}
