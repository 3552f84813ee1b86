internal import ArgumentParser
internal import Handoff
internal import Messages

/// `baton audit`.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Who changed what of the catalog by a proposal, why, when, and from which calls.",
        discussion: """
            Records are chained by their hashes. 'verify' finds the first that was changed, taken out or \
            replaced; only a cut at the end needs the hash of the last record, kept elsewhere: --head. Who \
            published what without a proposal, 'baton catalog releases' says.
            """,
        subcommands: [AuditList.self, AuditVerify.self],
        defaultSubcommand: AuditList.self
    )
}

/// `baton audit list`.
struct AuditList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the records, oldest first."
    )

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let records = try server.explain { try link.audit() }
        if format.json { return try printJSON(records.map(AuditOutput.init)) }
        for record in records {
            let release = record.release > 0 ? ", release \(record.release)" : ""
            print(
                ("\(record.number)  \(timestamp(milliseconds: record.atMs))  \(record.editor)  "
                    + "\(record.action) \(record.subject)\(release)").printable
            )
            print("   \(record.title): \(record.why)".printable)
            print(
                ("   from \(counted(UInt64(record.evidenceCount), "call")): "
                    + record.calls.prefix(5).joined(separator: ", ")
                    + (record.evidenceCount > 5 ? ", …" : "")).printable
            )
            for file in record.files { print("   \(file.path)  \(hex(file.sha256).prefix(16))") }
        }
    }
}

/// `baton audit verify`.
struct AuditVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chain; the exit status is 1 where it is broken."
    )

    @Option(help: "Hash of the last record, or of one before it, as 'verify' printed it then.")
    var head: String?

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let records = try server.explain { try link.audit() }
        var chain = AuditChain()
        var found: AuditChain.Break?
        var hasHead = head == nil
        for record in records where found == nil {
            found = chain.follow(record)
            if hex(record.hash) == head { hasHead = true }
        }
        var reason = found?.reason ?? ""
        if found == nil, !hasHead {
            reason =
                "no record has the hash \(head ?? ""): the end of the chain was cut off or made anew"
        }
        if format.json {
            try printJSON(
                AuditVerifyOutput(
                    valid: reason.isEmpty,
                    records: chain.number,
                    head: hex(chain.hash),
                    broken: found?.number ?? 0,
                    reason: reason
                )
            )
        } else if reason.isEmpty {
            print("\(counted(chain.number, "record")), whole; head \(hex(chain.hash))")
        } else {
            print("broken: \(reason)")
        }
        if !reason.isEmpty { throw ExitCode.failure }
    }
}

/// What came of verifying, in JSON.
private struct AuditVerifyOutput: Encodable {
    let valid: Bool
    let records: UInt64
    let head: String
    let broken: UInt64
    let reason: String
}

/// A record in JSON.
private struct AuditOutput: Encodable {
    struct File: Encodable {
        let path, sha256: String
    }

    let number: UInt64
    let at, editor, action, subject, title, why: String
    let calls: [String]
    let evidenceCount, release: UInt32
    let files: [File]
    let previousHash, hash: String

    private enum CodingKeys: String, CodingKey {
        case number, at, editor, action, subject, title, why, calls, release, files, hash
        case evidenceCount = "evidence_count"
        case previousHash = "previous_hash"
    }

    init(_ record: AuditRecord) {
        number = record.number
        at = timestamp(milliseconds: record.atMs)
        editor = record.editor
        action = record.action
        subject = record.subject
        title = record.title
        why = record.why
        calls = record.calls
        evidenceCount = record.evidenceCount
        release = record.release
        files = record.files.map { File(path: $0.path, sha256: hex($0.sha256)) }
        previousHash = hex(record.previousHash)
        hash = hex(record.hash)
    }
}

private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}
