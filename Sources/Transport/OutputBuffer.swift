internal import CShims
internal import Glibc

/// Bytes on their way to a socket.
struct OutputBuffer {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Storage larger than this is given back once it has been sent.
    private static let keptBytes = 64 * 1_024

    var count: Int { bytes.count - start }

    mutating func append(_ body: (inout [UInt8]) -> Void) {
        body(&bytes)
    }

    mutating func removeAll() {
        bytes = []
        start = 0
    }

    /// Sends what the socket takes.
    ///
    /// Returns how many bytes that was, and the errno that ended it before the last byte.
    mutating func send(to descriptor: Int32) -> (sentByteCount: Int, failure: Int32?) {
        var sent = 0
        while count > 0 {
            let step = unsafe bytes.withUnsafeBytes { bytes in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
                return unsafe shim_send(descriptor, rest.baseAddress, rest.count)
            }
            guard step >= 0 else {
                let code = errno
                dropSent()
                return (sent, code)
            }
            start += step
            sent += step
        }
        dropSent()
        return (sent, nil)
    }

    private mutating func dropSent() {
        if count == 0 {
            bytes.removeAll(keepingCapacity: bytes.count <= Self.keptBytes)
            start = 0
        } else if start > Self.keptBytes, start > bytes.count / 2 {
            bytes.removeSubrange(..<start)
            start = 0
        }
    }
}
