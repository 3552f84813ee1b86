import CShims
import Testing

@Suite struct ChecksumTests {
    @Test(
        arguments: [
            // Published check values of CRC-32C (RFC 3720, appendix B.4, and the usual "123456789").
            ([], 0),
            (Array("123456789".utf8), 0xE306_9283),
            ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
            ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
            ([UInt8](0..<32), 0x46DD_794E),
        ] as [([UInt8], UInt32)]
    )
    func `the checksum is CRC-32C with and without the instruction`(
        bytes: [UInt8],
        expected: UInt32
    ) {
        #expect(unsafe baton_crc32c(0, bytes, bytes.count) == expected)
        #expect(unsafe baton_crc32c_table(0, bytes, bytes.count) == expected)
    }

    @Test func `instruction and table agree at every length, start and split`() {
        let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * $0 + 3 * $0) }
        for count in 0...bytes.count {
            let split = count / 3
            let whole = unsafe bytes.withUnsafeBytes {
                unsafe baton_crc32c_table(0, $0.baseAddress, count)
            }
            let pieces = unsafe bytes.withUnsafeBytes {
                let first = unsafe baton_crc32c(0, $0.baseAddress, split)
                return unsafe baton_crc32c(
                    first,
                    $0.baseAddress?.advanced(by: split),
                    count - split
                )
            }
            #expect(whole == pieces, "\(count) bytes")
        }
    }
}
