internal import Crypto

/// The tokens that a server accepts, each kept as its SHA-256, with a name and roles.
///
/// A file has one line a token, `SHA256-IN-HEX ROLE[,ROLE…] NAME`; empty lines and lines that begin
/// with # are passed over.
public struct Tokens: Sendable {
    struct Entry: Sendable, Equatable {
        let digest: [UInt8]
        let roles: Roles
        let name: String
    }

    let entries: [Entry]

    /// Most tokens in a file: each request with a new token is compared with all of them.
    static let maximumEntries = 10_000

    /// Reads the text of a token file; throws at its first wrong line.
    public init(parsing text: String) throws(TokenFileError) {
        var entries: [Entry] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let trimmed = line.trimmed
            guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
            let entry = try Self.parse(trimmed, line: index + 1)
            guard !entries.contains(where: { $0.digest == entry.digest }) else {
                throw TokenFileError(line: index + 1, "the same token stands on an earlier line")
            }
            guard entries.count < Self.maximumEntries else {
                throw TokenFileError(line: index + 1, "more than \(Self.maximumEntries) tokens")
            }
            entries.append(entry)
        }
        self.entries = entries
    }

    private static func parse(_ line: Substring, line number: Int) throws(TokenFileError) -> Entry {
        let words = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard words.count == 3 else {
            throw TokenFileError(line: number, "write: SHA256-IN-HEX ROLE[,ROLE…] NAME")
        }
        guard let digest = bytes(hex: words[0]), digest.count == SHA256.byteCount else {
            throw TokenFileError(
                line: number,
                "the first word is not a SHA-256 in hex (printf %s TOKEN | sha256sum prints it)"
            )
        }
        var roles: [Role] = []
        for word in words[1].split(separator: ",", omittingEmptySubsequences: false) {
            guard let role = Role(rawValue: String(word)) else {
                let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw TokenFileError(line: number, "\"\(word)\" is not a role; roles are \(known)")
            }
            roles.append(role)
        }
        let name = words[2].trimmed
        return Entry(digest: digest, roles: Roles(roles), name: String(name))
    }

    private static func bytes(hex: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var digits = Array(hex.utf8)[...]
        while let high = digits.popFirst() {
            guard let low = digits.popFirst(), let first = value(ofDigit: high),
                let second = value(ofDigit: low)
            else { return nil }
            bytes.append(first << 4 | second)
        }
        return bytes
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }

    /// What the token's bearer may be; nil for an unknown token.
    ///
    /// All entries are compared in full, so that the time taken says nothing about them.
    func entry(for token: [UInt8]) -> Entry? {
        let digest = Array(SHA256.hash(data: token))
        var found: Entry?
        for entry in entries {
            var difference: UInt8 = 0
            for index in digest.indices { difference |= digest[index] ^ entry.digest[index] }
            if difference == 0 { found = entry }
        }
        return found
    }
}

/// A line of a token file that cannot be taken.
public struct TokenFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let problem: String

    init(line: Int, _ problem: String) {
        self.line = line
        self.problem = problem
    }

    /// The line and what is wrong with it.
    public var description: String { "line \(line): \(problem)" }
}

extension Substring {
    /// Without white space at both ends.
    fileprivate var trimmed: Substring {
        let start = drop(while: \.isWhitespace)
        var end = start.endIndex
        while end > start.startIndex, start[start.index(before: end)].isWhitespace {
            end = start.index(before: end)
        }
        return start[..<end]
    }
}
