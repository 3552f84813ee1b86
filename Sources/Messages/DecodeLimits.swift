/// Bounds on what is decoded, chosen by where the bytes come from.
public struct DecodeLimits: Sendable, Equatable {
    /// Most bytes that one message may have.
    public var maximumBytes: Int

    /// Most fields and elements of packed fields in the message and those inside it, known or not.
    public var maximumElements: Int

    /// Most messages inside one another, counting the outermost.
    public var maximumDepth: Int

    /// Memory that unpacking may take, as a multiple of the message's size, beyond 64 KiB.
    public var memoryFactor: Int

    /// Sets each bound.
    public init(
        maximumBytes: Int,
        maximumElements: Int,
        maximumDepth: Int = Self.greatestDepth,
        memoryFactor: Int = 16
    ) {
        precondition(maximumBytes > 0 && maximumBytes <= Self.greatestBytes)
        precondition(maximumElements > 0 && memoryFactor > 0)
        precondition(maximumDepth > 0 && maximumDepth <= Self.greatestDepth)
        self.maximumBytes = maximumBytes
        self.maximumElements = maximumElements
        self.maximumDepth = maximumDepth
        self.memoryFactor = memoryFactor
    }

    /// No message type of Baton nests deeper than this.
    public static let greatestDepth = 8

    /// No message is larger than this, in bytes: lengths in protobuf-c are 32 bits wide.
    public static let greatestBytes = 1 << 30

    /// For requests and replies of a call: 64 KiB, and 16,384 elements.
    public static let request = Self(maximumBytes: 64 << 10, maximumElements: 16_384)

    /// For staged catalogs: 4 MiB, and 262,144 elements.
    public static let catalog = Self(maximumBytes: 4 << 20, maximumElements: 262_144)

    /// For records that Baton wrote itself: 64 MiB, and 16 million elements.
    ///
    /// The same checks are made: a record may be damaged.
    public static let stored = Self(
        maximumBytes: 64 << 20,
        maximumElements: 16 << 20,
        memoryFactor: 64
    )

    /// Bytes of memory that unpacking a message of `bytes` bytes may take.
    func memoryBytes(forMessageOf bytes: Int) -> Int { memoryFactor * bytes + 64 << 10 }
}
