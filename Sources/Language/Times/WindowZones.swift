/// The clock by which times are told: "eastern", "my time", "three yours".
extension WindowParser {
    /// The zone that is meant, and whether it is in doubt, since another was named as well: the first one, unless what takes
    /// its place stands between them, "pacific sorry eastern".
    static func zone(_ reader: TimeReader, _ marks: [PhraseHit]) -> (String?, Bool) {
        var found: (name: String, index: Int)?
        var isDoubtful = false
        for index in reader.area {
            guard let zone = reader.zone(at: index)?.name else { continue }
            let isCorrected = marks.contains { hit in
                switch hit.mark {
                case .takesBack, .correction, .softCorrection:
                    ((found?.index ?? index)..<index).contains(hit.range.lowerBound)
                default: false
                }
            }
            if found == nil || found?.name == zone || isCorrected {
                found = (zone, index)
            } else {
                isDoubtful = true
            }
        }
        return (found?.name, isDoubtful)
    }

    mutating func readZone(_ index: Int) -> Int? {
        if let zone = reader.zone(at: index) {
            zoneEnd = zone.end
            return zone.end
        }
        // Some place whose zone is not known: "nine brazil time".
        if index == clockEnd, reader.meaning(index) == nil, reader.isTime(index + 1),
            reader.words.items[index].classes.isDisjoint(with: [.common, .boundary])
        {
            said.isDoubtful = true
        }
        return nil
    }

    /// Passes over the time before it as another clock tells it, "three eastern thats noon here"; where a zone stands by it
    /// alone, it takes the place of the one before it.
    mutating func readRetold(_ index: Int) -> Int? {
        guard reader.vocabulary.retelling.contains(reader.words.items[index].word),
            clause.hours.last?.isOnClock == true, clockEnd == index || zoneEnd == index,
            let (_, end) = reader.clockTime(at: index + 1, isAfterPreposition: true)
        else { return nil }
        guard zoneEnd != index, reader.zone(at: end) != nil else { return end }
        clause.hours.removeLast()
        return index + 1
    }

    /// Takes a time that is told by another clock, "thats five to seven yours", for the one before it; alone it is in
    /// doubt.
    mutating func readOtherClock(_ index: Int, end: Int) -> Int {
        guard clockEnd == index, !clause.hours.isEmpty else { return end }
        let hasOther = said.clauses.last?.hours.contains(where: \.isOnClock) == true
        if let replaced {
            clause = replaced
            self.replaced = nil
        } else if clause.hours.count > 1 {
            // "tomorrow at nine or at two your time": which of them it tells is not known.
            if joinedHours != nil { said.isDoubtful = true } else { clause.hours.removeLast() }
        } else if hasOther, clause.days.isEmpty {
            clause = WindowClause()
        } else {
            said.isDoubtful = true
        }
        return end
    }
}
