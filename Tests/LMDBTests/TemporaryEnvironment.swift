import LMDB

/// An environment with one database of each kind of keys.
struct Store {
    let environment: Environment
    let journal: Database
    let names: Database

    init(_ path: String, mapSizeBytes: Int = 1 << 24, maximumReaders: Int = 32) throws {
        environment = try Environment(
            path: path,
            mapSizeBytes: mapSizeBytes,
            maximumReaders: maximumReaders,
            databases: [
                DatabaseDefinition(name: "journal", keys: .integer),
                DatabaseDefinition(name: "names", keys: .bytes),
            ]
        )
        journal = try environment.database(named: "journal")
        names = try environment.database(named: "names")
    }

    /// A copy of what is stored under a name.
    func value(_ name: String) throws -> [UInt8]? {
        let key = Array(name.utf8)
        return try environment.withRead { transaction in
            copied(try transaction.value(forKey: key.span, in: names))
        }
    }

    /// A copy of what is stored under a sequence number.
    func value(_ sequence: UInt64) throws -> [UInt8]? {
        try environment.withRead { transaction in
            copied(try transaction.value(forKey: sequence, in: journal))
        }
    }

    func put(_ value: [UInt8], _ name: String) throws {
        try environment.withWrite { transaction in
            try transaction.put(value.span, forKey: Array(name.utf8).span, in: names)
        }
    }

    func sequences() throws -> [UInt64] {
        var found: [UInt64] = []
        try environment.withRead { transaction in
            try transaction.view.forEach(in: journal) { record in
                found.append(record.sequence)
                return true
            }
        }
        return found
    }
}

func copied(_ span: Span<UInt8>?) -> [UInt8]? {
    guard let span else { return nil }
    var bytes: [UInt8] = []
    for index in span.indices { bytes.append(span[index]) }
    return bytes
}
