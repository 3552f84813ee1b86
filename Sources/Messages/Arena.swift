internal import CProtobufC

/// Where protobuf-c unpacks: memory given out in order and taken back all at once, up to a cap.
///
/// Each thread keeps one block, so that an ordinary message costs no call of `malloc`. A larger one
/// takes more blocks, which are freed when it has been copied out.
@safe
struct Arena {
    /// Bytes in the block that a thread keeps.
    private static let blockBytes = 64 << 10

    /// What protobuf-c calls; its data points to the arena itself.
    ///
    /// It stands apart: protobuf-c holds on to it while its calls change the arena.
    let allocator: UnsafeMutablePointer<ProtobufCAllocator>

    /// Whether an allocation was refused since the arena was last emptied.
    private(set) var isExhausted = false

    private let block: UnsafeMutableRawPointer
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    private var bytesLeft = 0

    /// The latest of the further blocks; each begins with a pointer to the one before it.
    private var furtherBlocks: UnsafeMutableRawPointer?

    /// Lends the thread's arena, empty, with room for `capacity` bytes, and empties it afterwards.
    ///
    /// Not to be used again from inside `body`.
    static func withArena<Result>(
        capacity: Int,
        _ body: (UnsafeMutablePointer<Arena>) throws(DecodeError) -> Result
    ) throws(DecodeError) -> Result {
        let arena = unsafe ThreadMemory.current.pointee.arena
        unsafe arena.pointee.bytesLeft = capacity
        defer { unsafe arena.pointee.reset() }
        return try unsafe body(arena)
    }

    /// Puts a new arena at a place that does not move.
    static func create() -> UnsafeMutablePointer<Arena> {
        let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
        unsafe arena.initialize(to: Arena(place: arena))
        return unsafe arena
    }

    /// Frees an arena that ``create()`` made.
    static func destroy(_ arena: UnsafeMutablePointer<Arena>) {
        unsafe arena.pointee.block.deallocate()
        unsafe arena.pointee.allocator.deallocate()
        unsafe arena.deinitialize(count: 1)
        unsafe arena.deallocate()
    }

    private init(place: UnsafeMutablePointer<Arena>) {
        unsafe allocator = .allocate(capacity: 1)
        unsafe allocator.initialize(
            to: ProtobufCAllocator(
                alloc: { arena, bytes in
                    unsafe arena?.assumingMemoryBound(to: Arena.self).pointee.allocate(bytes)
                },
                free: { _, _ in },
                allocator_data: place
            )
        )
        unsafe block = .allocate(byteCount: Self.blockBytes, alignment: 16)
        unsafe next = block
        unsafe end = block + Self.blockBytes
    }

    private mutating func allocate(_ bytes: Int) -> UnsafeMutableRawPointer? {
        guard bytes >= 0, bytes <= bytesLeft else {
            isExhausted = true
            return nil
        }
        let rounded = (bytes + 7) & ~7  // no field of a message needs more than 8
        bytesLeft -= rounded
        if unsafe end - next < rounded { addBlock(for: rounded) }
        defer { unsafe next += rounded }
        return unsafe next
    }

    private mutating func addBlock(for bytes: Int) {
        let size = max(Self.blockBytes, bytes + 16)
        let added = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        unsafe added.storeBytes(of: furtherBlocks, as: UnsafeMutableRawPointer?.self)
        unsafe furtherBlocks = added
        unsafe next = added + 16
        unsafe end = added + size
    }

    private mutating func reset() {
        while let freed = unsafe furtherBlocks {
            unsafe furtherBlocks = freed.load(as: UnsafeMutableRawPointer?.self)
            unsafe freed.deallocate()
        }
        unsafe next = block
        unsafe end = block + Self.blockBytes
        isExhausted = false
    }
}
