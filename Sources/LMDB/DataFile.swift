internal import Glibc

/// Looks at a data file before LMDB maps it.
enum DataFile {
    /// Refuses a file that is shorter than its meta page says.
    ///
    /// - Returns: Its length in bytes; 0 where there is no file yet.
    static func checkLength(path: String) throws(StorageError) -> Int {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return 0 }
            throw .file(path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .file(path) }
        guard status.st_size > 0 else { return 0 }
        let fileBytes = UInt64(status.st_size)
        let file = PageReader(descriptor: descriptor)
        // Another magic number or version is for LMDB to refuse.
        guard let meta = file.newestMeta() else {
            let neededBytes = 2 * UInt64(getpagesize())
            if fileBytes >= neededBytes { return status.st_size }
            throw .truncated(path: path, fileBytes: fileBytes, neededBytes: neededBytes)
        }
        let pages = meta.lastPage + 1
        let wholePages = fileBytes / meta.pageBytes
        if wholePages >= pages { return status.st_size }
        // LMDB does not write a page that was taken and given back within one transaction, so
        // the last pages of a sound file can be missing if all of them are free.
        let missing = wholePages..<pages
        guard file.freePages(in: missing, meta: meta) == missing.count else {
            throw .truncated(
                path: path,
                fileBytes: fileBytes,
                neededBytes: pages * meta.pageBytes
            )
        }
        return status.st_size
    }
}

/// What the length check needs of a meta page.
private struct Meta {
    let pageBytes: UInt64
    let freeListRoot: UInt64
    let lastPage: UInt64
    let transaction: UInt64
}

/// Reads pages by their layout in LMDB 0.9 on 64-bit machines.
///
/// Any damage reads as "not there".
private struct PageReader {
    let descriptor: CInt

    private static let headerBytes: UInt64 = 16
    private static let noPage = UInt64.max
    private static let branchFlag: UInt16 = 0x01
    private static let leafFlag: UInt16 = 0x02
    private static let bigDataFlag: UInt16 = 0x01
    private static let maximumDepth = 32
    /// More than any file system holds, and products of it with a page's size do not overflow.
    private static let maximumPages: UInt64 = 1 << 40

    func newestMeta() -> Meta? {
        guard let first = meta(at: 0) else { return nil }
        guard let second = meta(at: first.pageBytes) else { return first }
        return second.transaction > first.transaction ? second : first
    }

    private func meta(at offset: UInt64) -> Meta? {
        guard let bytes = read(at: offset, count: 152) else { return nil }
        let pageBytes = UInt64(number(UInt32.self, in: bytes, at: 40))
        guard number(UInt32.self, in: bytes, at: 16) == 0xBEEF_C0DE,
            number(UInt32.self, in: bytes, at: 20) == 1,
            (256...65_536).contains(pageBytes),
            number(UInt64.self, in: bytes, at: 136) < Self.maximumPages
        else { return nil }
        return Meta(
            pageBytes: pageBytes,
            freeListRoot: number(UInt64.self, in: bytes, at: 80),
            lastPage: number(UInt64.self, in: bytes, at: 136),
            transaction: number(UInt64.self, in: bytes, at: 144)
        )
    }

    /// How many pages of the range are in the list of free pages.
    func freePages(in range: Range<UInt64>, meta: Meta) -> Int {
        guard meta.freeListRoot != Self.noPage else { return 0 }
        return freePages(in: range, below: meta.freeListRoot, meta: meta, depth: 0)
    }

    private func freePages(
        in range: Range<UInt64>,
        below page: UInt64,
        meta: Meta,
        depth: Int
    ) -> Int {
        guard depth < Self.maximumDepth, page < range.lowerBound,
            let bytes = read(at: page * meta.pageBytes, count: Int(meta.pageBytes))
        else { return 0 }
        let flags = number(UInt16.self, in: bytes, at: 10)
        let nodes = max(0, Int(number(UInt16.self, in: bytes, at: 12)) - 16) / 2
        var found = 0
        for index in 0..<nodes where 16 + 2 * index + 2 <= bytes.count {
            let node = Int(number(UInt16.self, in: bytes, at: 16 + 2 * index))
            guard node + 8 <= bytes.count else { continue }
            let low = UInt64(number(UInt32.self, in: bytes, at: node))
            let nodeFlags = number(UInt16.self, in: bytes, at: node + 4)
            let data = node + 8 + Int(number(UInt16.self, in: bytes, at: node + 6))
            if flags & Self.branchFlag != 0 {
                let child = low | UInt64(nodeFlags) << 32
                found += freePages(in: range, below: child, meta: meta, depth: depth + 1)
            } else if flags & Self.leafFlag != 0 {
                var offset = page * meta.pageBytes + UInt64(data)
                if nodeFlags & Self.bigDataFlag != 0 {
                    guard data + 8 <= bytes.count else { continue }
                    let overflow = number(UInt64.self, in: bytes, at: data)
                    guard overflow < range.lowerBound else { continue }
                    offset = overflow * meta.pageBytes + Self.headerBytes
                }
                // Each page can be listed once, and more would be a reason to take much memory.
                guard low <= 8 * (range.upperBound + 1) else { continue }
                found += listedPages(in: range, at: offset, bytes: Int(low))
            }
        }
        return found
    }

    /// One entry of the free list: a count and as many page numbers.
    private func listedPages(in range: Range<UInt64>, at offset: UInt64, bytes count: Int) -> Int {
        guard let list = read(at: offset, count: count) else { return 0 }
        return stride(from: 8, to: list.count - 7, by: 8).count {
            range.contains(number(UInt64.self, in: list, at: $0))
        }
    }

    private func read(at offset: UInt64, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = unsafe bytes.withUnsafeMutableBytes {
            unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
        }
        return got == count ? bytes : nil
    }

    private func number<Number: FixedWidthInteger>(
        _ type: Number.Type,
        in bytes: [UInt8],
        at offset: Int
    ) -> Number {
        var value: Number = 0
        for index in (0..<MemoryLayout<Number>.size).reversed() {
            value = value << 8 | Number(bytes[offset + index])
        }
        return value
    }
}
