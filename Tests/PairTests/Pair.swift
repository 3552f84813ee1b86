import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// Both servers as processes on a folder of their own, with a catalog published.
final class Pair {
    let folder: TemporaryFolder
    let diagnosis: ServerProcess
    let handoff: ServerProcess

    init(catalog: String = Programs.starterCatalog) throws {
        folder = try TemporaryFolder()
        diagnosis = try ServerProcess("baton-diagnosisd", data: folder.path + "/diagnosis")
        handoff = try ServerProcess(
            "baton-handoffd",
            data: folder.path + "/handoff",
            ["--diagnosis", diagnosis.address]
        )
        try CommandRun.publish(catalog, to: diagnosis.address)
    }

    /// Plays a conversation of a catalog; its expectations are checked on the way.
    func play(_ path: String, as call: String) throws -> Programs.Result {
        try CommandRun.baton(
            "call",
            "--script",
            path,
            "--address",
            diagnosis.address,
            "--call-id",
            call
        )
    }

    /// The handoff of a call, once it is there.
    func handoff(of call: String) throws -> HandoffOutput {
        let client = BlockingClient(ClientOptions(address: try Address(handoff.address)))
        let _: AssembleReply = try client.call(
            service: "baton.v1.Handoff",
            method: "Assemble",
            AssembleRequest(callID: call),
            idempotent: true
        )
        let shown = try CommandRun.baton(
            "handoff",
            "show",
            call,
            "--format",
            "json",
            "--address",
            handoff.address
        )
        try #require(shown.status == 0, "\(shown.errors)")
        return try CommandRun.json(HandoffOutput.self, shown.output)
    }
}

/// A handoff as `baton handoff show --format json` prints it.
struct HandoffOutput: Decodable {
    struct Item: Decodable {
        struct Evidence: Decodable {
            let source, quote, system: String
            let turn: Int
        }
        let text, mark: String
        let evidence: [Evidence]
    }
    struct Window: Decodable {
        let start: String
        let end: String?
        let zone: String
    }
    let issue, product, diagnosis, recommendation, availability: Item?
    let symptoms, environment, diagnostics, fixes, notObtained, superseded: [Item]
    let windows: [Window]
    let minutes, words, readingSeconds: Int
    let confidence: Double

    var items: [Item] {
        [issue, product, diagnosis, recommendation, availability].compactMap(\.self)
            + symptoms + environment + diagnostics + fixes + notObtained + superseded
    }
}
