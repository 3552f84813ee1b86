/// Days on which something was come by.
extension Reading {
    /// The words that tell how something was come by, and when: "we bought the router two years ago", "vor zwei wochen
    /// geschickt".
    ///
    /// Not what has been so since: "since they sent us a new router on monday".
    var acquisitions: [Range<Int>] {
        area.compactMap { index in
            guard words.items[index].classes.contains(.acquires) else { return nil }
            // "gekauft hab ich ihn im märz": who does it follows.
            let isFronted =
                index + 2 < area.upperBound && isWho(index + 2)
                && words.items[index + 1].classes.contains(.leadsToName)
            let before = (area.lowerBound..<index).last { parts($0) || isWho($0) }
            let start = isFronted ? index : before ?? area.lowerBound
            let first = index + (isFronted ? 4 : 2)
            let end = (index + 1..<max(index + 1, area.upperBound)).first { place in
                parts(place) || place >= first && isWho(place)
            }
            let range = start..<(end ?? area.upperBound)
            let isSince =
                range.contains { words.meanings[$0] == .since }
                || start > area.lowerBound && words.meanings[start - 1] == .since
            return isSince ? nil : range
        }
    }

    /// Whether another statement begins with a word.
    private func parts(_ index: Int) -> Bool {
        words.items[index].classes.contains(.boundary) || words.meanings[index] == .and
    }

    /// Whether a word stands for who does something, and for whom it is done: "we", "uns".
    private func isWho(_ index: Int) -> Bool {
        let classes = words.items[index].classes
        return classes.contains(.subject)
            || classes.contains(.own) && !classes.contains(.possessive)
    }
}
