extension String {
    /// The text on one line and without what would steer a terminal or reorder what is shown.
    ///
    /// Names and quotes come from outside, and may hold anything.
    public var printable: String {
        guard unicodeScalars.contains(where: { !$0.isHarmless }) else { return self }
        var scalars = UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isHarmless {
                scalars.append(scalar)
            } else {
                scalars.append(scalar.properties.isWhitespace ? " " : "\u{FFFD}")
            }
        }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmless: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        // The joiners are part of words and of emoji; the rest changes the direction of text.
        case .format: value == 0x200C || value == 0x200D
        default: true
        }
    }
}
