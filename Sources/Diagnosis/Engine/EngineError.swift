/// Why the engine refused a request; a request that is refused changes nothing.
public enum EngineError: Error, Equatable, Sendable {
    /// A field of the request holds what it must not hold; `reason` says what it may hold.
    case invalid(field: String, reason: String)

    /// A field of the request is above a limit.
    case tooMuch(field: String, limit: Int)

    /// The call has ended: it takes no turn and no fact.
    case ended

    /// The catalog has no such tree.
    case noTree(String)

    /// The tree leads nowhere or in circles: publishing must have refused it.
    case brokenTree(String)
}

extension EngineError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    public var description: String {
        switch self {
        case .invalid(let field, let reason): "\(field): \(reason)"
        case .tooMuch(let field, let limit): "\(field) is above the limit of \(limit)"
        case .ended: "the call has ended and takes no more: drop what comes for it"
        case .noTree(let tree): "there is no tree \"\(tree)\" in the release of this call"
        case .brokenTree(let tree):
            "tree \"\(tree)\" leads in circles; validate the catalog and publish it again"
        }
    }
}
