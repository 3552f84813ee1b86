internal import CLMDB
internal import Glibc

/// A code that liblmdb or the operating system returned, under LMDB's own name.
public struct LMDBError: Error, RawRepresentable, Hashable, Sendable {
    /// LMDB's return code (negative), or an `errno` (positive).
    public let rawValue: CInt

    /// Wraps a return code as it is.
    public init(rawValue: CInt) { self.rawValue = rawValue }

    /// `MDB_KEYEXIST`: there is a record under this key already.
    public static let keyExist = Self(rawValue: MDB_KEYEXIST)
    /// `MDB_NOTFOUND`: no record under this key.
    public static let notFound = Self(rawValue: MDB_NOTFOUND)
    /// `MDB_PAGE_NOTFOUND`: a page that another page points to is not there.
    public static let pageNotFound = Self(rawValue: MDB_PAGE_NOTFOUND)
    /// `MDB_CORRUPTED`: a page is not of the kind that its place demands.
    public static let corrupted = Self(rawValue: MDB_CORRUPTED)
    /// `MDB_PANIC`: an earlier write of the meta page failed; the environment must be reopened.
    public static let panic = Self(rawValue: MDB_PANIC)
    /// `MDB_VERSION_MISMATCH`: the file was written by an incompatible version of LMDB.
    public static let versionMismatch = Self(rawValue: MDB_VERSION_MISMATCH)
    /// `MDB_INVALID`: the file is not an LMDB file.
    public static let invalid = Self(rawValue: MDB_INVALID)
    /// `MDB_MAP_FULL`: the map size given at open is used up.
    public static let mapFull = Self(rawValue: MDB_MAP_FULL)
    /// `MDB_DBS_FULL`: more databases than the environment was opened for.
    public static let databasesFull = Self(rawValue: MDB_DBS_FULL)
    /// `MDB_READERS_FULL`: more read transactions at once than `maximumReaders`.
    public static let readersFull = Self(rawValue: MDB_READERS_FULL)
    /// `MDB_TXN_FULL`: the transaction changed more pages than one may.
    public static let transactionFull = Self(rawValue: MDB_TXN_FULL)
    /// `MDB_CURSOR_FULL`: the tree is deeper than a cursor can follow.
    public static let cursorFull = Self(rawValue: MDB_CURSOR_FULL)
    /// `MDB_PAGE_FULL`: a page has no room where it should have.
    public static let pageFull = Self(rawValue: MDB_PAGE_FULL)
    /// `MDB_MAP_RESIZED`: the file grew beyond this process's map.
    public static let mapResized = Self(rawValue: MDB_MAP_RESIZED)
    /// `MDB_INCOMPATIBLE`: the database exists with another kind of keys.
    public static let incompatible = Self(rawValue: MDB_INCOMPATIBLE)
    /// `MDB_BAD_RSLOT`: a reader slot was used twice.
    public static let badReaderSlot = Self(rawValue: MDB_BAD_RSLOT)
    /// `MDB_BAD_TXN`: the transaction met an error earlier and can only be aborted.
    public static let badTransaction = Self(rawValue: MDB_BAD_TXN)
    /// `MDB_BAD_VALSIZE`: a key or value has a size that LMDB does not take.
    public static let badValueSize = Self(rawValue: MDB_BAD_VALSIZE)
    /// `MDB_BAD_DBI`: the database handle is not of this environment.
    public static let badDatabase = Self(rawValue: MDB_BAD_DBI)
    /// `ENOSPC`: the disk is full.
    public static let noSpace = Self(rawValue: ENOSPC)
    /// `EDQUOT`: the disk quota is used up.
    public static let quotaExceeded = Self(rawValue: EDQUOT)
    /// `EIO`: the disk failed to read or write; a full disk can come as this, too.
    public static let inputOutput = Self(rawValue: EIO)
    /// `EACCES`: the process may not open the file.
    public static let accessDenied = Self(rawValue: EACCES)
    /// `ENOENT`: there is no such file.
    public static let noEntry = Self(rawValue: ENOENT)
    /// `ENOMEM`: memory or address space ran out.
    public static let noMemory = Self(rawValue: ENOMEM)

    static func lastSystemError() -> Self { Self(rawValue: errno) }

    /// True where nothing can be stored until an operator makes room or repairs the disk.
    var stopsWriting: Bool {
        switch self {
        case .mapFull, .noSpace, .quotaExceeded, .inputOutput, .panic: true
        default: false
        }
    }

    private var advice: String? {
        switch self {
        case .mapFull:
            "the store's map is full: restart the server, which makes some room, and delete records"
        case .readersFull:
            "too many read transactions at once: raise maximumReaders or end reads sooner"
        case .noSpace, .quotaExceeded:
            "the disk is full: make room, then writing goes on by itself"
        case .inputOutput:
            "the disk failed or is full: check free space and the kernel log"
        case .corrupted, .pageNotFound:
            "the store is damaged: restore it from a backup"
        case .panic:
            "an earlier write failed half way: restart the process to reopen the store"
        case .invalid:
            "the file is not an LMDB store: check the folder's path, or restore from a backup"
        case .versionMismatch:
            "the store was written by another version of LMDB: use that version to export it"
        case .accessDenied:
            "give this user read and write access to the folder and the files in it"
        case .incompatible:
            "the store was written by another version of this program: use that version"
        default:
            nil
        }
    }
}

extension LMDBError: CustomStringConvertible {
    /// LMDB's own words and, where it helps, what to do next.
    public var description: String {
        let words = unsafe String(cString: mdb_strerror(rawValue))
        guard let advice else { return words }
        return "\(words) (\(advice))"
    }
}
