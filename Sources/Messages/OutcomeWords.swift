extension Outcome {
    /// The word that conversations and JSON use.
    public var word: String {
        switch self {
        case .unspecified: "open"
        case .resolved: "resolved"
        case .escalated: "escalated"
        case .wantsPerson: "wants-person"
        case .abandoned: "abandoned"
        }
    }
}

extension NotObtained {
    /// The word that conversations and JSON use.
    public var word: String {
        switch self {
        case .unspecified: ""
        case .notAsked: "not-asked"
        case .didNotKnow: "did-not-know"
        case .declined: "declined"
        case .timedOut: "timed-out"
        case .notUnderstood: "not-understood"
        case .notHeld: "not-held"
        case .callEnded: "call-ended"
        case .takenBack: "taken-back"
        }
    }

    /// The reason whose word stands after "!" where conversations write a value; nil for a value.
    public init?(marked text: String) {
        guard
            let reason = Self.allCases.first(where: { $0 != .unspecified && "!" + $0.word == text })
        else { return nil }
        self = reason
    }
}
