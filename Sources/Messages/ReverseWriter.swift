/// Writes a message from its last byte to its first.
///
/// A submessage's length stands before it and is known once it is written: backwards, one pass is
/// enough, and nothing is measured first. The bytes are those that protobuf-c writes: fields by
/// number, numbers in as few bytes as possible, repeated numbers packed, default values left out.
@safe
struct ReverseWriter {
    typealias Block = UnsafeMutableRawBufferPointer

    /// Bytes that a thread keeps; a block that had to grow beyond is freed after use.
    static let keptBytes = 64 << 10

    private var block: Block
    private var size: Int

    /// The first byte written, as an offset in `block`.
    private var start: Int

    /// Bytes written so far.
    var count: Int { size - start }

    private init(_ block: Block) {
        unsafe self.block = block
        size = block.count
        start = size
    }

    /// Appends what `body` writes, by means of the thread's block.
    static func append(to output: inout [UInt8], _ body: (inout ReverseWriter) -> Void) {
        let memory = unsafe ThreadMemory.current
        var writer = unsafe ReverseWriter(memory.pointee.writerBlock)
        body(&writer)
        unsafe output.append(contentsOf: writer.block[writer.start...])
        if writer.size > keptBytes { unsafe writer.block.deallocate() }
    }

    /// Makes room for `bytes` more and moves the start there.
    @inline(__always)
    private mutating func claim(_ bytes: Int) {
        if start < bytes { grow(bytes) }
        start -= bytes
    }

    @inline(never)
    private mutating func grow(_ bytes: Int) {
        let written = count
        let larger = Block.allocate(byteCount: max(2 * size, written + bytes), alignment: 16)
        unsafe Block(rebasing: larger[(larger.count - written)...]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: block[start...])
        )
        // The block that the thread keeps is freed with the thread.
        if size > Self.keptBytes { unsafe block.deallocate() }
        unsafe block = larger
        size = larger.count
        start = size - written
    }

    private mutating func write(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        claim(bytes.count)
        unsafe block.baseAddress?.advanced(by: start).copyMemory(
            from: source,
            byteCount: bytes.count
        )
    }

    @inline(__always)
    private mutating func varint(_ number: UInt64) {
        if number < 0x80 {
            claim(1)
            unsafe block[start] = UInt8(truncatingIfNeeded: number)
            return
        }
        longVarint(number)
    }

    private mutating func longVarint(_ number: UInt64) {
        claim((70 - number.leadingZeroBitCount) / 7)
        var place = start
        var rest = number
        while rest >= 0x80 {
            unsafe block[place] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            place += 1
        }
        unsafe block[place] = UInt8(truncatingIfNeeded: rest)
    }

    @inline(__always)
    private mutating func tag(_ field: UInt32, _ type: WireType) {
        varint(UInt64(field << 3 | UInt32(type.rawValue)))
    }

    private mutating func fixed32(_ bits: UInt32) {
        unsafe withUnsafeBytes(of: bits.littleEndian) { unsafe write($0) }
    }

    private mutating func fixed64(_ bits: UInt64) {
        unsafe withUnsafeBytes(of: bits.littleEndian) { unsafe write($0) }
    }

    /// Writes the tag and the length of what has been written since there were `mark` bytes.
    private mutating func header(_ field: UInt32, since mark: Int) {
        varint(UInt64(count - mark))
        tag(field, .lengthDelimited)
    }
}

/// Fields that are there even with a default value: members of a oneof, elements, submessages.
extension ReverseWriter {
    mutating func present(_ field: UInt32, string: String) {
        let mark = count
        var string = string
        string.withUTF8 { unsafe write(UnsafeRawBufferPointer($0)) }
        header(field, since: mark)
    }

    mutating func present(_ field: UInt32, bytes: [UInt8]) {
        let mark = count
        unsafe bytes.withUnsafeBytes { unsafe write($0) }
        header(field, since: mark)
    }

    mutating func present(_ field: UInt32, message: some WireMessage) {
        let mark = count
        message.write(to: &self)
        header(field, since: mark)
    }

    mutating func present(_ field: UInt32, uint64: UInt64) {
        varint(uint64)
        tag(field, .varint)
    }

    mutating func present(_ field: UInt32, int64: Int64) {
        present(field, uint64: UInt64(bitPattern: int64))
    }

    mutating func present(_ field: UInt32, uint32: UInt32) {
        present(field, uint64: UInt64(uint32))
    }

    mutating func present(_ field: UInt32, int32: Int32) {
        present(field, int64: Int64(int32))
    }

    mutating func present(_ field: UInt32, bool: Bool) {
        present(field, uint64: bool ? 1 : 0)
    }

    mutating func present(_ field: UInt32, enumeration: some RawRepresentable<Int32>) {
        present(field, int32: enumeration.rawValue)
    }

    mutating func present(_ field: UInt32, float: Float) {
        fixed32(float.bitPattern)
        tag(field, .fixed32)
    }

    mutating func present(_ field: UInt32, double: Double) {
        fixed64(double.bitPattern)
        tag(field, .fixed64)
    }
}

/// Fields that are left out when they have their default value.
extension ReverseWriter {
    mutating func field(_ field: UInt32, string: String) {
        if !string.isEmpty { present(field, string: string) }
    }

    mutating func field(_ field: UInt32, bytes: [UInt8]) {
        if !bytes.isEmpty { present(field, bytes: bytes) }
    }

    mutating func field(_ field: UInt32, uint64: UInt64) {
        if uint64 != 0 { present(field, uint64: uint64) }
    }

    mutating func field(_ field: UInt32, int64: Int64) {
        if int64 != 0 { present(field, int64: int64) }
    }

    mutating func field(_ field: UInt32, uint32: UInt32) {
        if uint32 != 0 { present(field, uint32: uint32) }
    }

    mutating func field(_ field: UInt32, int32: Int32) {
        if int32 != 0 { present(field, int32: int32) }
    }

    mutating func field(_ field: UInt32, bool: Bool) {
        if bool { present(field, bool: bool) }
    }

    mutating func field(_ field: UInt32, enumeration: some RawRepresentable<Int32>) {
        self.field(field, int32: enumeration.rawValue)
    }

    mutating func field(_ field: UInt32, float: Float) {
        if float != 0 { present(field, float: float) }
    }

    mutating func field(_ field: UInt32, double: Double) {
        if double != 0 { present(field, double: double) }
    }
}

/// Repeated fields: text, bytes and messages one by one, numbers packed.
extension ReverseWriter {
    mutating func repeated(_ field: UInt32, strings: [String]) {
        for string in strings.reversed() { present(field, string: string) }
    }

    mutating func repeated(_ field: UInt32, messages: [some WireMessage]) {
        for message in messages.reversed() { present(field, message: message) }
    }

    mutating func repeated(_ field: UInt32, uint32s: [UInt32]) {
        packed(field, uint32s) { writer, number in writer.varint(UInt64(number)) }
    }

    mutating func repeated(_ field: UInt32, enumerations: [some RawRepresentable<Int32>]) {
        packed(field, enumerations) { writer, value in
            writer.varint(UInt64(bitPattern: Int64(value.rawValue)))
        }
    }

    @inline(__always)
    private mutating func packed<Element>(
        _ field: UInt32,
        _ elements: [Element],
        _ write: (inout Self, Element) -> Void
    ) {
        if elements.isEmpty { return }
        let mark = count
        for element in elements.reversed() { write(&self, element) }
        header(field, since: mark)
    }
}
