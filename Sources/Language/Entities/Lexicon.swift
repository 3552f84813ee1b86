public import Messages

/// An entity that an alias may mean.
public struct EntityReference: Sendable, Equatable {
    /// The entity's id.
    public let id: String
    /// Its class, such as router.
    public let className: String

    /// Creates a reference.
    public init(id: String, className: String) {
        self.id = id
        self.className = className
    }
}

/// What the listener reads of a catalog's vocabulary.
///
/// A lookup that meets a damaged record throws, and so does the listener.
public protocol Lexicon {
    /// The entities of an alias in the form that `SpokenLanguage.aliasKey(of:)` gives; empty for none.
    func entities(alias: String) throws -> [EntityReference]
    /// Whether an alias may begin with these bytes of its form; false is certain.
    func mayHaveAlias(beginningWith word: [UInt8]) throws -> Bool
    /// The aliases that are kept under a key of `SpokenLanguage.soundKeys(of:)`; empty for none.
    func aliases(sounding key: String) throws -> [String]
    /// An entity by its id; nil when there is none.
    func entity(_ id: String) throws -> Entity?
}
