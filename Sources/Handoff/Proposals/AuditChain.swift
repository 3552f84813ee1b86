internal import Crypto
public import Messages

/// The chain of audit records: each holds the hash of the one before, so that a record that is changed,
/// taken out or put elsewhere breaks it.
///
/// What no chain shows by itself is that its end was cut off: keep the hash of the last record elsewhere,
/// and compare.
public struct AuditChain: Sendable {
    /// Where a chain is broken.
    public struct Break: Sendable, Equatable {
        /// The number of the record that is not what it was, or is not there.
        public let number: UInt64
        /// What is wrong, for people.
        public let reason: String
    }

    /// The hash that the first record names as the one before.
    static let origin = [UInt8](repeating: 0, count: 32)

    /// The last record's number; 0 before the first.
    public private(set) var number: UInt64 = 0
    /// The last record's hash.
    public private(set) var hash = AuditChain.origin

    /// The beginning of a chain.
    public init() {}

    /// The end of a chain.
    init(after record: AuditRecord) {
        number = record.number
        hash = record.hash
    }

    /// The record as the next one of the chain.
    func next(_ record: AuditRecord) -> AuditRecord {
        var record = record
        record.number = number + 1
        record.previousHash = hash
        record.hash = Self.hash(of: record)
        return record
    }

    /// Goes on to the next record; what is wrong with it, or nil.
    public mutating func follow(_ record: AuditRecord) -> Break? {
        let expected = number + 1
        guard record.number == expected else {
            return Break(
                number: expected,
                reason: "record \(expected) is missing: \(record.number) stands in its place"
            )
        }
        guard record.hash == Self.hash(of: record) else {
            return Break(number: expected, reason: "record \(expected) was changed")
        }
        guard record.previousHash == hash else {
            return Break(
                number: expected,
                reason:
                    "record \(expected) does not follow on the one before: one of them was replaced"
            )
        }
        number = record.number
        hash = record.hash
        return nil
    }

    private static func hash(of record: AuditRecord) -> [UInt8] {
        var bare = record
        bare.hash = []
        return Array(SHA256.hash(data: bare.encoded()))
    }
}
