internal import Glibc

/// The bytes of a connection that arrived but were not consumed yet.
///
/// It is empty most of the time: whole frames are consumed from the loop's shared buffer. Memory is
/// asked for only as bytes arrive, never because a peer announced a size.
@safe
struct InputBuffer: ~Copyable {
    private var storage: UnsafeMutableRawBufferPointer?
    private(set) var count = 0

    private static let smallestCapacityBytes = 4 * 1_024

    deinit { unsafe storage?.deallocate() }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty else { return }
        reserve(count + bytes.count)
        guard let storage = unsafe storage else { return }
        unsafe bytes.withUnsafeBytes { source in
            unsafe UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(
                from: source
            )
        }
        count += bytes.count
    }

    /// Makes room for at least one more byte, up to `limit` bytes in all, and lets `read` fill it.
    ///
    /// `read` returns how many bytes it put there, or a value that is not positive.
    mutating func fill(upTo limit: Int, _ read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        precondition(count < limit)
        let capacity = unsafe storage?.count ?? 0
        if count == capacity {
            reserve(min(max(2 * count, Self.smallestCapacityBytes), limit))
        }
        guard let storage = unsafe storage else { return 0 }
        let end = min(storage.count, max(limit, count))
        let received = unsafe read(UnsafeMutableRawBufferPointer(rebasing: storage[count..<end]))
        if received > 0 { count += received }
        return received
    }

    /// Shows the bytes to `body` and removes as many from the front as it says; frees the memory
    /// when none are left.
    mutating func consume(_ body: (Span<UInt8>) -> Int) -> Int {
        guard let storage = unsafe storage else { return 0 }
        let bytes = unsafe Span<UInt8>(
            _unsafeBytes: UnsafeRawBufferPointer(rebasing: storage[..<count])
        )
        let consumed = body(bytes)
        precondition((0...count).contains(consumed))
        count -= consumed
        if count == 0 {
            unsafe storage.deallocate()
            unsafe self.storage = nil
        } else if consumed > 0, let base = storage.baseAddress {
            unsafe memmove(base, base + consumed, count)
        }
        return consumed
    }

    private mutating func reserve(_ capacity: Int) {
        let old = unsafe storage?.count ?? 0
        guard capacity > old else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(capacity, Self.smallestCapacityBytes),
            alignment: 16
        )
        if let storage = unsafe storage {
            unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
            unsafe storage.deallocate()
        }
        unsafe storage = larger
    }
}
