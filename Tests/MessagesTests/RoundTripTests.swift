import CMessages
import CProtobufC
import TestSupport
import Testing

@testable import Messages

/// What holds for every message type, over random values.
@Suite struct RoundTripTests {
    @Test func `a value is not what it was after a round trip`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the round trips: \(seed)")
        var random = RandomMessage(generator: SeededGenerator(seed: seed))
        for type in allMessages {
            for _ in 0..<50 {
                try checkRoundTrip(type, unsafe random.bytes(of: type.descriptor), seed: seed)
            }
        }
    }

    @Test func `the encoder and protobuf-c disagree`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the comparison with protobuf-c: \(seed)")
        var random = RandomMessage(generator: SeededGenerator(seed: seed))
        for type in allMessages {
            for _ in 0..<50 {
                let bytes = unsafe random.bytes(of: type.descriptor)
                let encoded = try type.decode(bytes, limits: .stored).encoded()
                let packed = unsafe repacked(bytes, type.descriptor)
                #expect(encoded == packed, "\(type), seed \(seed)")
            }
        }
    }

    @Test func `a cut message brings the process down`() {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the cut messages: \(seed)")
        var random = RandomMessage(generator: SeededGenerator(seed: seed))
        for type in allMessages {
            let bytes = unsafe random.bytes(of: type.descriptor)
            for length in bytes.indices { check(type, Array(bytes[..<length])) }
        }
    }

    @Test func `a damaged message brings the process down`() {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the damaged messages: \(seed)")
        var random = RandomMessage(generator: SeededGenerator(seed: seed))
        var mutations = 0
        while mutations < 10_000 {
            for type in allMessages {
                let bytes = unsafe random.bytes(of: type.descriptor)
                for _ in 0..<10 where !bytes.isEmpty {
                    mutations += 1
                    check(type, random.damaged(bytes))
                }
            }
        }
    }

    @Test func `threads share the memory that they decode and encode in`() async {
        let failures = await withTaskGroup(of: Int.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let text = String(repeating: "text \(number) ", count: 100 * number)
                    let value = Speech(alternatives: (0..<9).map { _ in Alternative(text: text) })
                    return (0..<100).count { _ in
                        (try? Speech.decode(value.encoded(), limits: .catalog)) != value
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(failures == 0)
    }

    @Test func `a message type is recursive or nests too deep`() {
        for type in allMessages {
            let depth = unsafe depth(of: type.descriptor, inside: [])
            #expect(depth != nil, "\(type) is recursive")
            #expect(depth ?? 0 <= DecodeLimits.greatestDepth, "\(type)")
        }
    }

    @Test func `a message has more fields than the scan keeps bits for`() {
        for type in allMessages {
            #expect(unsafe type.descriptor.pointee.n_fields <= 64, "\(type)")
        }
    }

    /// Decoded and encoded again, canonical bytes come out as they were, and so does the value.
    private func checkRoundTrip<Value: WireMessage>(
        _ type: Value.Type,
        _ bytes: [UInt8],
        seed: UInt64
    ) throws {
        let value = try Value.decode(bytes, limits: .stored)
        let encoded = value.encoded()
        #expect(encoded == bytes, "\(type), seed \(seed)")
        #expect(try Value.decode(encoded, limits: .stored) == value, "\(type), seed \(seed)")
    }

    /// What is accepted must be encodable, and be accepted again as the same value.
    private func check<Value: WireMessage>(_ type: Value.Type, _ bytes: [UInt8]) {
        guard let value = try? Value.decode(bytes, limits: .request) else { return }
        let encoded = value.encoded()
        #expect((try? Value.decode(encoded, limits: .stored))?.encoded() == encoded)
    }

    /// Messages inside one another, counting this one; nil when a type contains itself.
    private func depth(
        of descriptor: UnsafePointer<ProtobufCMessageDescriptor>,
        inside outer: [UnsafePointer<ProtobufCMessageDescriptor>]
    ) -> Int? {
        if unsafe outer.contains(descriptor) { return nil }
        var deepest = 0
        for index in 0..<Int(unsafe descriptor.pointee.n_fields) {
            let field = unsafe descriptor.pointee.fields[index]
            guard unsafe field.type == PROTOBUF_C_TYPE_MESSAGE else { continue }
            let inner = unsafe field.descriptor.assumingMemoryBound(
                to: ProtobufCMessageDescriptor.self
            )
            guard let depth = unsafe depth(of: inner, inside: outer + [descriptor]) else {
                return nil
            }
            deepest = max(deepest, depth)
        }
        return deepest + 1
    }

    /// What protobuf-c makes of bytes that it reads and writes again.
    private func repacked(
        _ bytes: [UInt8],
        _ descriptor: UnsafePointer<ProtobufCMessageDescriptor>
    ) -> [UInt8]? {
        let unpacked = unsafe protobuf_c_message_unpack(descriptor, nil, bytes.count, bytes)
        guard let unpacked = unsafe unpacked else { return nil }
        defer { unsafe protobuf_c_message_free_unpacked(unpacked, nil) }
        var output = [UInt8](
            repeating: 0,
            count: unsafe protobuf_c_message_get_packed_size(unpacked)
        )
        _ = unsafe protobuf_c_message_pack(unpacked, &output)
        return output
    }
}

extension RandomMessage {
    /// `bytes` with one to three of them changed, dropped, doubled or put elsewhere.
    fileprivate mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var output = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !output.isEmpty {
            let place = Int.random(in: output.indices, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: output[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: output[place] = UInt8.random(in: 0...255, using: &generator)
            case 2: output.remove(at: place)
            case 3: output.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            default: output.append(contentsOf: output[place...])
            }
        }
        return output
    }
}
