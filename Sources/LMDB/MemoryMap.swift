internal import Glibc

/// Where the data file lies in memory.
///
/// A damaged page can give a record any length. Whatever LMDB returns is compared with this before
/// it is read.
struct MemoryMap: Sendable {
    let start: UInt
    let end: UInt

    /// Finds the mapping that `mdb_env_open` has just made; LMDB itself does not tell the address.
    init(ofFile path: String, mapSizeBytes: Int) throws(StorageError) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .file(path) }
        let listing = "/proc/self/maps"
        guard let file = unsafe fopen(listing, "re") else { throw .file(listing) }
        defer { unsafe fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { unsafe free(line) }
        while unsafe getline(&line, &capacity, file) > 0 {
            guard let text = unsafe line.map({ unsafe String(cString: $0) }) else { continue }
            // start-end permissions offset major:minor inode path
            let fields = text.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            guard fields.count == 6, UInt(fields[4]) == status.st_ino,
                fields[5].hasSuffix("data.mdb\n"), fields[2].allSatisfy({ $0 == "0" }),
                let start = fields[0].split(separator: "-").first.flatMap({ UInt($0, radix: 16) })
            else { continue }
            self.start = start
            end = start + UInt(mapSizeBytes)
            return
        }
        throw .file(path: path, .noEntry)
    }
}
