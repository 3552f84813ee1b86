/// Why something can't be done with the catalog.
public enum CatalogError: Error, Equatable, Sendable {
    /// There is no such release, draft or file.
    case notFound(String)
    /// The request is wrong in itself.
    case invalid(String)
    /// The catalog has changed meanwhile, or is not in the state that the request needs.
    case conflict(String)
    /// A limit is reached.
    case exhausted(String)
    /// A stored record can't be believed.
    case damaged(String)
}

extension CatalogError: CustomStringConvertible {
    /// What happened and what to do next, for people.
    public var description: String {
        switch self {
        case .notFound(let text), .invalid(let text), .conflict(let text), .exhausted(let text):
            text
        case .damaged(let text):
            "\(text): restore the catalog from a backup"
        }
    }
}
