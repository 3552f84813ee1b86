internal import Messages

/// A line that a person types as the customer.
enum CallLine: Equatable {
    case input(InputKind)
    case facts
    case help
    /// Not a command; the text says what is wrong with it.
    case wrong(String)

    /// What can be typed, for `/help`.
    static let commands = """
        what the customer says, or an empty line for silence
          /digits 1   keys pressed; the first option is 1
          /hangup     the customer hangs up
          /facts      what is known so far
          /help       this list
        """

    init(parsing line: String) {
        let words = line.split(separator: " ", maxSplits: 1)
        guard let first = words.first else {
            // How long a person was silent at the keyboard says nothing.
            self = .input(.silence(Silence(durationMs: 5_000)))
            return
        }
        guard first.hasPrefix("/") else {
            self = .input(.speech(Speech(alternatives: [Alternative(text: line)])))
            return
        }
        switch (first, words.count) {
        case ("/hangup", 1): self = .input(.hangUp(HangUp()))
        case ("/facts", 1): self = .facts
        case ("/help", 1): self = .help
        case ("/digits", 2): self = Self.digits(words[1].filter { $0 != " " })
        case ("/digits", _): self = .wrong("write the keys too: /digits 1")
        default: self = .wrong("\(first) is not a command here; /help lists them")
        }
    }

    private static func digits(_ keys: String) -> CallLine {
        guard keys.allSatisfy({ "0123456789*#".contains($0) }) else {
            return .wrong("a telephone has the keys 0 to 9, * and #")
        }
        return .input(.digits(keys))
    }
}
