internal import CLMDB
internal import CShims

/// Decides whether what LMDB returned as a record may be believed.
///
/// A stored value is the caller's bytes and then the CRC-32C of key and value, little-endian. The
/// key is part of it so that a value which turns up under another key is found, too.
struct RecordBounds {
    static let trailerBytes = 4

    private let map: MemoryMap
    private let usedEnd: UInt
    private let isWriting: Bool

    init(_ environment: borrowing Environment, isWriting: Bool) {
        var information = unsafe MDB_envinfo()
        // It fails only where a pointer is nil.
        _ = unsafe mdb_env_info(environment.handle, &information)
        map = environment.map
        let usedBytes = unsafe UInt(information.me_last_pgno + 1) * UInt(environment.pageBytes)
        usedEnd = min(map.end, map.start + usedBytes)
        self.isWriting = isWriting
    }

    /// What LMDB points to, nil where following it would leave the part of the map in use.
    func readable(_ value: MDB_val) -> UnsafeRawBufferPointer? {
        let bytes = unsafe UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size)
        let start = unsafe UInt(bitPattern: value.mv_data)
        if map.start <= start, start < map.end {
            guard start <= usedEnd, unsafe value.mv_size <= usedEnd - start else { return nil }
            return unsafe bytes
        }
        // A page that this transaction has changed is in memory of its own until the commit.
        return unsafe isWriting ? bytes : nil
    }

    /// The value without its trailer; nil where length or checksum show that it is damaged.
    func verified(_ value: MDB_val, key: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard let stored = unsafe readable(value) else { return nil }
        let count = stored.count - Self.trailerBytes
        guard count >= 0 else { return nil }
        let trailer = unsafe stored.loadUnaligned(fromByteOffset: count, as: UInt32.self)
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: stored[..<count])
        let checksum = unsafe Self.checksum(key: key, value: bytes)
        return unsafe UInt32(littleEndian: trailer) == checksum ? bytes : nil
    }

    static func checksum(key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) -> UInt32 {
        let start = unsafe baton_crc32c(0, key.baseAddress, key.count)
        return unsafe baton_crc32c(start, value.baseAddress, value.count)
    }
}

extension MDB_val {
    init(_ bytes: UnsafeRawBufferPointer) {
        unsafe self.init(
            mv_size: bytes.count,
            mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        )
    }
}
