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
    func mayHaveAlias(beginningWith word: ArraySlice<UInt8>) throws -> Bool
    /// The aliases that begin with these bytes of their form, a few at most.
    func aliases(beginningWith word: [UInt8]) throws -> [String]
    /// The aliases that are kept under a key of `SpokenLanguage.soundKeys(of:)`; empty for none.
    func aliases(sounding key: String) throws -> [String]
    /// An entity by its id; nil when there is none.
    func entity(_ id: String) throws -> Entity?
}

extension Lexicon {
    /// The entities of a class whose names begin with some words, such as a maker's.
    ///
    /// - Parameter key: The words in the form that `SpokenLanguage.aliasKey(of:)` gives.
    public func entities(
        beginningWith key: String,
        className: String,
        language: SpokenLanguage
    ) throws -> [Entity] {
        var found: [Entity] = []
        for alias in try aliases(beginningWith: Array(key.utf8)) {
            for reference in try entities(alias: alias)
            where reference.className == className
                && !found.contains(where: { $0.id == reference.id })
            {
                guard let entity = try entity(reference.id),
                    ([entity.name] + entity.aliases).contains(where: {
                        language.begins($0, with: key)
                    })
                else { continue }
                found.append(entity)
            }
        }
        return found
    }
}

extension SpokenLanguage {
    /// Whether the first words of a name are these, joined.
    fileprivate func begins(_ name: String, with key: String) -> Bool {
        let tokens = tokens(of: name)
        var begun = ""
        for index in 0..<tokens.count where begun.utf8.count < key.utf8.count {
            begun += tokens.text(of: index)
        }
        return begun == key
    }
}
