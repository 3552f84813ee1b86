/// The ten bytes before each message: length, stream and type.
struct FrameHeader: Equatable {
    /// Bytes of the message that follows.
    let length: UInt32
    /// Which request the message is, or answers.
    let stream: UInt32
    /// ``request`` or ``response``.
    let type: UInt8
    let flags: UInt8

    static let request: UInt8 = 1
    static let response: UInt8 = 2
    /// "The caller sends nothing further": true of every unary request, so it may be said or not.
    static let lastMessage: UInt8 = 1

    init(length: UInt32, stream: UInt32, type: UInt8, flags: UInt8 = 0) {
        self.length = length
        self.stream = stream
        self.type = type
        self.flags = flags
    }

    /// Reads the ten bytes at `offset`.
    init(_ bytes: Span<UInt8>, at offset: Int) {
        func number(_ start: Int) -> UInt32 {
            UInt32(bytes[start]) << 24 | UInt32(bytes[start + 1]) << 16
                | UInt32(bytes[start + 2]) << 8 | UInt32(bytes[start + 3])
        }
        length = number(offset)
        stream = number(offset + 4)
        type = bytes[offset + 8]
        flags = bytes[offset + 9]
    }

    func append(to output: inout [UInt8]) {
        for number in [length, stream] {
            output.append(UInt8(truncatingIfNeeded: number >> 24))
            output.append(UInt8(truncatingIfNeeded: number >> 16))
            output.append(UInt8(truncatingIfNeeded: number >> 8))
            output.append(UInt8(truncatingIfNeeded: number))
        }
        output.append(type)
        output.append(flags)
    }
}

/// Whole frames, appended to a connection's output.
enum Frame {
    /// A Response that carries a payload.
    static func append(payload: [UInt8], stream: UInt32, to output: inout [UInt8]) {
        let length = payload.isEmpty ? 0 : 1 + varintLength(payload.count) + payload.count
        FrameHeader(length: UInt32(length), stream: stream, type: FrameHeader.response)
            .append(to: &output)
        appendField(2, payload, to: &output)
    }

    /// A Response that carries a status.
    static func append(
        status: Status,
        stream: UInt32,
        limits: Limits,
        to output: inout [UInt8]
    ) {
        var body: [UInt8] = [0x08, UInt8(status.code.rawValue)]
        appendField(2, cut(status.message, toBytes: limits.statusMessageBytes), to: &body)
        let length = 1 + varintLength(body.count) + body.count
        FrameHeader(length: UInt32(length), stream: stream, type: FrameHeader.response)
            .append(to: &output)
        appendField(1, body, to: &output)
    }

    private static func cut(_ text: String, toBytes limit: Int) -> [UInt8] {
        guard text.utf8.count > limit else { return [UInt8](text.utf8) }
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: limit)
        // Not within a character.
        while String.Index(end, within: text) == nil { end = text.utf8.index(before: end) }
        return [UInt8](text.utf8[..<end])
    }

    private static func appendField(_ number: UInt8, _ bytes: [UInt8], to output: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        output.append(number << 3 | 2)
        var rest = bytes.count
        while rest >= 0x80 {
            output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        output.append(UInt8(rest))
        output.append(contentsOf: bytes)
    }

    private static func varintLength(_ value: Int) -> Int {
        max(1, (Int.bitWidth - value.leadingZeroBitCount + 6) / 7)
    }
}
