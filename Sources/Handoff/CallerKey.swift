internal import Crypto
internal import Foundation

/// The secret by which callers are recognised without their numbers.
///
/// A number has few enough digits to be found by trying all; with a key that stays in its file, what
/// metrics store says nothing to whoever has only that.
package struct CallerKey: Sendable {
    private let key: SymmetricKey

    /// The key in a file; made where it is missing and `makes` says so.
    init(file: String, makes: Bool) throws(CallerKeyError) {
        if makes, !FileManager.default.fileExists(atPath: file) { try Self.make(file) }
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CallerKeyError("the caller key \(file) can't be read: give another file")
        }
        guard bytes.count >= Limits.callerKeyBytes else {
            throw CallerKeyError(
                "the caller key \(file) has \(bytes.count) bytes, it must have at least "
                    + "\(Limits.callerKeyBytes): make one with head -c 32 /dev/urandom"
            )
        }
        key = SymmetricKey(data: bytes)
    }

    /// The key of some bytes.
    package init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    /// The same 16 bytes for the same number, however it is written; empty for none.
    func hash(ofCaller number: String) -> [UInt8] {
        let digits = number.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        // What has no digits, such as a SIP name, stands for itself.
        let name = digits.isEmpty ? Array(number.lowercased().utf8) : Array(digits)
        guard !name.isEmpty else { return [] }
        return Array(HMAC<SHA256>.authenticationCode(for: name, using: key).prefix(16))
    }

    /// Makes a key that is there whole or not at all, and that nobody else can read at any time.
    private static func make(_ file: String) throws(CallerKeyError) {
        let draft = file + ".new"
        let manager = FileManager.default
        do {
            try? manager.removeItem(atPath: draft)
            let isMade = manager.createFile(
                atPath: draft,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade, let handle = FileHandle(forWritingAtPath: draft) else {
                throw CocoaError(.fileWriteUnknown)
            }
            var random = SystemRandomNumberGenerator()
            let bytes = (0..<Limits.callerKeyBytes).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            try handle.close()
            try manager.moveItem(atPath: draft, toPath: file)
        } catch {
            throw CallerKeyError("the caller key \(file) can't be made: \(error)")
        }
    }
}

/// Why there is no key, and what to do.
struct CallerKeyError: Error, CustomStringConvertible {
    let description: String

    fileprivate init(_ description: String) { self.description = description }
}
