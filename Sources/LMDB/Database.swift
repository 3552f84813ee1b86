internal import CLMDB

/// What the keys of a database are.
public enum KeyKind: Hashable, Sendable {
    /// 1 to ``Database/maximumKeyBytes`` bytes, in the order of their bytes.
    case bytes
    /// A `UInt64`, in numeric order.
    case integer

    var flags: UInt32 { self == .integer ? UInt32(MDB_INTEGERKEY) : 0 }
}

/// A database to open, or to create, with an ``Environment``.
public struct DatabaseDefinition: Hashable, Sendable {
    /// Unique within the environment.
    public let name: String
    /// Fixed when the database is created.
    public let keys: KeyKind

    /// Names a database and what its keys are.
    public init(name: String, keys: KeyKind) {
        self.name = name
        self.keys = keys
    }
}

/// A database of an open ``Environment``; take it from ``Environment/database(named:)``.
public struct Database: Sendable {
    /// The longest key that LMDB takes, in bytes.
    public static let maximumKeyBytes = 511

    /// Its name within the environment.
    public let name: String
    /// What its keys are; using a database with the other kind of key is a bug and traps.
    public let keys: KeyKind

    let handle: MDB_dbi
    let environmentNumber: UInt64
}
