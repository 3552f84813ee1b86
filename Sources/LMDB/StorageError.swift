/// Why something could not be stored or read.
public enum StorageError: Error, Equatable, Sendable {
    /// LMDB or the operating system refused.
    case lmdb(LMDBError)
    /// The operating system refused work on one file or folder.
    case file(path: String, LMDBError)
    /// A record does not have the CRC-32C that it was stored with.
    case checksumMismatch(database: String, key: [UInt8])
    /// The data file is shorter than its own meta page says.
    case truncated(path: String, fileBytes: UInt64, neededBytes: UInt64)
    /// This process has the environment open already.
    case alreadyOpen(path: String)
    /// Another process has the environment open; its id where it could be read.
    case lockedByAnotherProcess(path: String, process: Int32?)
    /// The environment was opened without a database of this name.
    case noDatabase(name: String)
    /// A key is empty or longer than ``Database/maximumKeyBytes``.
    case keySize(database: String, bytes: Int)
    /// The writer has as much work queued as it may hold.
    case queueFull(limit: Int)
    /// The writer has been closed.
    case closed

    static func check(_ code: CInt) throws(StorageError) {
        guard code == 0 else { throw .lmdb(LMDBError(rawValue: code)) }
    }

    static func file(_ path: String) -> Self { .file(path: path, .lastSystemError()) }

    /// True where nothing can be stored until an operator makes room or repairs the disk.
    var stopsWriting: Bool {
        guard case .lmdb(let error) = self else { return false }
        return error.stopsWriting
    }
}

extension StorageError: CustomStringConvertible {
    /// What happened and what to do next, for people.
    public var description: String {
        switch self {
        case .lmdb(let error):
            return error.description
        case .file(let path, let error):
            return "\(path): \(error)"
        case .checksumMismatch(let database, let key):
            return "a record of database \"\(database)\" is damaged (its checksum does not match), "
                + "key \(hexadecimal(key)): restore the store from a backup"
        case .truncated(let path, let fileBytes, let neededBytes):
            return "\(path) has \(fileBytes) bytes and should have at least \(neededBytes): "
                + "it was cut off; restore it from a backup"
        case .alreadyOpen(let path):
            return "\(path) is open in this process already: use that environment"
        case .lockedByAnotherProcess(let path, let process):
            let owner = process.map { "process \($0)" } ?? "another process"
            return "\(path) is in use by \(owner): stop it first, or use another data folder"
        case .noDatabase(let name):
            return "the store was opened without a database \"\(name)\""
        case .keySize(let database, let bytes):
            return "a key of \(bytes) bytes for database \"\(database)\": "
                + "keys are 1 to \(Database.maximumKeyBytes) bytes"
        case .queueFull(let limit):
            return "\(limit) writes are waiting already, the most that may: try again later"
        case .closed:
            return "the store is being closed: no more writes are taken"
        }
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
