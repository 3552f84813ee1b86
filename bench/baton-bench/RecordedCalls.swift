internal import Foundation
internal import LMDB
internal import Messages

/// Fills a journal with copies of calls that were held on a server before.
enum RecordedCalls {
    /// A call as it is stored.
    private struct Template {
        let records: [JournalRecord]
        let index: CallIndex
    }

    /// Copies of a transaction: some megabytes.
    private static let copiesPerTransaction = 500

    /// Copies the ended calls of a data folder, in turn, until there are so many more; no server may have
    /// the folder open.
    ///
    /// - Returns: Turns of the copies.
    static func copy(in folder: String, count: Int) throws -> UInt64 {
        let environment = try Environment(
            path: folder + "/calls",
            mapSizeBytes: 1 << 36,
            maximumReaders: 8,
            databases: ["journal", "ended"].map { DatabaseDefinition(name: $0, keys: .integer) }
                + ["calls", "meta"].map { DatabaseDefinition(name: $0, keys: .bytes) }
        )
        let writer = try Writer(environment: environment, queueLimit: 4)
        defer { writer.close() }
        let journal = try environment.database(named: "journal")
        let ended = try environment.database(named: "ended")
        let calls = try environment.database(named: "calls")
        let meta = try environment.database(named: "meta")
        let (templates, lastRecord, lastEnded) = try read(environment, journal, calls, ended)
        guard !templates.isEmpty else { throw BenchError("no call has ended yet") }
        var sequence = lastRecord
        var position = lastEnded
        var turns: UInt64 = 0
        var done = 0
        while done < count {
            let batch = min(copiesPerTransaction, count - done)
            let first = (sequence, position)
            let numbers = done..<(done + batch)
            let copied = try writer.perform { transaction in
                var (sequence, position, turns) = (first.0, first.1, UInt64(0))
                for number in numbers {
                    let template = templates[number % templates.count]
                    let id = "recorded-\(number)"
                    var previous: UInt64 = 0
                    for record in template.records {
                        sequence += 1
                        let bytes = renamed(record, id, previous: previous).encoded()
                        try transaction.append(bytes.span, sequence: sequence, in: journal)
                        previous = sequence
                    }
                    position += 1
                    var index = template.index
                    index.lastSequence = sequence
                    index.summary?.callID = id
                    index.summary?.endedSequence = position
                    turns += UInt64(index.summary?.turns ?? 0)
                    let key = Array(id.utf8)
                    try transaction.put(index.encoded().span, forKey: key.span, in: calls)
                    try transaction.append(key.span, sequence: position, in: ended)
                }
                // All of them have ended: recovery need not read them.
                let checkpoint = (0..<8).map {
                    UInt8(truncatingIfNeeded: (sequence + 1) >> (8 * $0))
                }
                let name = Array("checkpoint".utf8)
                try transaction.put(checkpoint.span, forKey: name.span, in: meta)
                return (sequence, position, turns)
            }
            (sequence, position) = (copied.0, copied.1)
            turns += copied.2
            done += batch
        }
        return turns
    }

    private static func read(
        _ environment: Environment,
        _ journal: Database,
        _ calls: Database,
        _ ended: Database
    ) throws -> ([Template], UInt64, UInt64) {
        try environment.withRead { transaction in
            var templates: [Template] = []
            var lastEnded: UInt64 = 0
            let view = transaction.view
            try view.forEach(in: ended) { record in
                lastEnded = record.sequence
                guard let bytes = try view.value(forKey: record.value, in: calls) else {
                    return true
                }
                let index = try CallIndex.decode(bytes, limits: .stored)
                var records: [JournalRecord] = []
                var sequence = index.lastSequence
                while sequence != 0, let bytes = try view.value(forKey: sequence, in: journal) {
                    let record = try JournalRecord.decode(bytes, limits: .stored)
                    records.append(record)
                    sequence = record.previous
                }
                templates.append(Template(records: records.reversed(), index: index))
                return true
            }
            var cursor = try transaction.cursor(in: journal)
            return (templates, try cursor.last()?.sequence ?? 0, lastEnded)
        }
    }

    private static func renamed(
        _ record: JournalRecord,
        _ id: String,
        previous: UInt64
    ) -> JournalRecord {
        var record = record
        record.callID = id
        record.previous = previous
        record.start?.callID = id
        record.reply?.callID = id
        return record
    }
}
