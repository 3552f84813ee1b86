internal import Language

/// What the catalog stores, each kind under keys of its own.
public enum ItemKind: UInt8, CaseIterable, Sendable {
    /// `Settings`; the only id is empty.
    case settings = 1
    /// `Tree` by id.
    case tree = 2
    /// `Article` by id.
    case article = 3
    /// `Entity` by id.
    case entity = 4
    /// `AliasRecord` by the normal form of a name.
    case alias = 5
    /// `SourceFile` by path.
    case source = 6
    /// `Conversation` by id.
    case conversation = 7
    /// The vocabulary files of a class, by class, as the `entities` of an `AliasRecord`.
    case vocabularyClass = 8
    /// Lists of articles, by term, in the form of `Language`.
    case articleTerm = 9
    /// `IndexedDocument` of an article, by document number.
    case articleDocument = 10
    /// `IndexSums` of the articles; the only id is empty.
    case articleSums = 11
    /// Lists of trees by the terms of their symptoms, likewise.
    case symptomTerm = 12
    /// `IndexedDocument` of a tree, by document number.
    case symptomDocument = 13
    /// `IndexSums` of the trees; the only id is empty.
    case symptomSums = 14
    /// The aliases that sound alike, by their sounds, as the `entities` of an `AliasRecord`.
    case sound = 15
    /// Models that route openings in forms that are not read any more: releases of then still name them.
    case formerRoutingModel = 20
    case formerRoutingModelOfWords = 22
    /// The model of which answer of a tree a clause gives, as `PhraseModel` encodes it, by the tree's id.
    case answerModel = 21
    /// The model of where an opening of a tree takes the call, likewise.
    case openingModel = 24
    /// The model that routes openings, as `RoutingModel` encodes it; the only id is empty.
    case routingModel = 23
    /// The model that routes openings among trees that have some, as `PhraseModel` encodes it, by the tag of their language.
    case openingRouting = 25
}

/// Names an item.
public struct ItemKey: Hashable, Sendable {
    /// What it is.
    public let kind: ItemKind
    /// Its id, unique in its kind.
    public let id: String

    /// Names an item.
    public init(_ kind: ItemKind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}

extension ItemKey {
    /// The kind's byte and the id: what all versions of the item have in common.
    var prefix: [UInt8] {
        var bytes = [kind.rawValue]
        bytes.append(contentsOf: id.utf8)
        return bytes
    }

    /// The key of the newest version that is not newer than a release, or of where it would be.
    ///
    /// The zero keeps the versions of an id apart from those of ids that begin with it. The release
    /// is inverted, so that a seek finds the newest version that a release may see.
    func stored(release: UInt32) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(id.utf8.count + 6)
        bytes.append(kind.rawValue)
        bytes.append(contentsOf: id.utf8)
        bytes.append(0)
        Self.append(~release, to: &bytes)
        return bytes
    }

    static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

/// A stored key, read back.
struct StoredKey {
    let key: ItemKey
    let release: UInt32

    /// Where the id stands in a key whose kind is known.
    static func id(in bytes: Span<UInt8>) throws(CatalogError) -> Range<Int> {
        let end = bytes.count - 5
        guard end >= 1, bytes[end] == 0 else {
            throw .damaged("a key of the catalog can't be read")
        }
        return 1..<end
    }

    /// The release in a key that has an id.
    static func release(in bytes: Span<UInt8>) -> UInt32 {
        var number: UInt32 = 0
        for index in (bytes.count - 4)..<bytes.count { number = number << 8 | UInt32(bytes[index]) }
        return ~number
    }

    /// nil where the bytes are no key of an item.
    init?(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty, let kind = ItemKind(rawValue: bytes[0]),
            let id = try? Self.id(in: bytes)
        else { return nil }
        key = ItemKey(kind, String(decoding: bytes.extracting(id).array, as: UTF8.self))
        release = Self.release(in: bytes)
    }
}
