internal import LMDB
internal import Messages
internal import RPC
internal import Transport

/// The catalog that turns are measured on, and what one of them looks like in bytes.
enum BenchCatalog {
    /// What a peer must store and answer to do the same work.
    struct Sample {
        /// Bytes of a turn's record with its checksum.
        let recordBytes: Int
        /// A reply as it is framed.
        let reply: [UInt8]
    }

    /// Publishes the catalog and takes a few turns of a call.
    ///
    /// - Parameter backupFolder: Where a copy of the data is made to look into.
    static func prepare(_ address: Address, backupFolder: String) throws -> Sample {
        let client = BlockingClient(ClientOptions(address: address))
        let files = [
            SourceFile(path: "catalog.yaml", content: Array(settings.utf8)),
            SourceFile(path: "trees/vpn.yaml", content: Array(tree.utf8)),
        ]
        let staged: StageReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Stage",
            StageRequest(files: files)
        )
        let published: PublishReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Publish",
            PublishRequest(draft: staged.draft, editor: "baton-bench")
        )
        guard published.release > 0 else {
            throw BenchError("the catalog has problems: \(published.problems)")
        }
        try TurnLoad.start("sample", client)
        var reply = TurnReply()
        for turn in 1...3 { reply = try TurnLoad.turn("sample", UInt32(turn), client) }
        let _: BackupReply = try client.call(
            service: "baton.v1.Server",
            method: "Backup",
            BackupRequest(folder: backupFolder)
        )
        return Sample(
            recordBytes: try lastRecordBytes(backupFolder + "/calls"),
            reply: RPCResponse(payload: reply.encoded()).encoded()
        )
    }

    private static func lastRecordBytes(_ folder: String) throws -> Int {
        let environment = try Environment(
            path: folder,
            mapSizeBytes: 1 << 30,
            maximumReaders: 8,
            databases: [DatabaseDefinition(name: "journal", keys: .integer)]
        )
        let journal = try environment.database(named: "journal")
        let checksumBytes = 4
        return try environment.withRead { transaction in
            var cursor = try transaction.cursor(in: journal)
            return (try cursor.last()?.value.count ?? 0) + checksumBytes
        }
    }

    static let settings = """
        languages:
          en-US:
            opening: What can I help you with?
            opening-again: Could you say it in other words?
            which: Is this about {first}, or about {second}?
            confirm: "Just to check: {answer}?"
            wait: Of course, take your time. Tell me when you are ready.
            looking-up: One moment please.
            off-topic: I can't help with that.
            no-answer: I don't know that.
            silence: Are you still there?
            availability: When can you be reached?
            escalated: An engineer will call you.
            wants-person: I am putting you through.
            resolved: Is there anything else?
            goodbye: Goodbye.
        time-zone: America/New_York
        takes-calls: always
        person-queue: people
        intake:
          queue: general
          priority: 3
          requires: [symptom.description]
          nodes:
            - ask: symptom.description
              kind: text
              label: description
              say: Please describe it.
        """

    private static let tree = """
        id: vpn
        title: the company VPN
        issue: VPN connection fails
        symptoms: [the vpn does not connect]
        requires: [test.internet]
        nodes:
          - check: test.internet
            id: internet
            label: Internet
            say: Do websites load?
            results:
              pass: {label: Working, phrases: [websites load], confirm: websites load}
              fail: {label: Failed, phrases: [nothing loads], confirm: nothing loads}
            otherwise: broken
            unknown: broken
          - diagnose: broken
            diagnosis: the connection is broken
            recommendation: send a technician
            minutes: 30
            queue: network
            priority: 2
            confidence: 0.5
        """
}

/// Why nothing could be measured.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
