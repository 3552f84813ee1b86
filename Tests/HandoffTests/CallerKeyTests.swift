import Foundation
import Messages
import TestSupport
import Testing

@testable import Handoff

/// Callers are recognised, and their numbers are not kept for it.
@Suite struct CallerKeyTests {
    @Test func `a caller who calls again is another, or two are one`() throws {
        let folder = try TemporaryFolder()
        let key = try CallerKey(file: folder.path + "/key", makes: true)
        let hash = key.hash(ofCaller: "+1 555 0134")
        #expect(hash.count == 16)
        for other in ["15550134", "+1 (555) 01-34", "+1.555.0134"] {
            #expect(key.hash(ofCaller: other) == hash)
        }
        #expect(key.hash(ofCaller: "+1 555 0135") != hash)
        #expect(key.hash(ofCaller: "") == [] && key.hash(ofCaller: "anonymous") != [])
        // The same from the file, another with another key.
        #expect(
            try CallerKey(file: folder.path + "/key", makes: true).hash(ofCaller: "15550134")
                == hash
        )
        let other = try CallerKey(file: folder.path + "/other", makes: true)
        #expect(other.hash(ofCaller: "15550134") != hash)
    }

    @Test func `a hash is another than HMAC-SHA256`() {
        // RFC 4231, test case 2, whose data has no digits.
        let key = CallerKey(bytes: Array("Jefe".utf8))
        let hash: [UInt8] = [
            0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e, 0x6a, 0x04, 0x24, 0x26, 0x08, 0x95,
            0x75,
            0xc7,
        ]
        #expect(key.hash(ofCaller: "what do ya want for nothing?") == hash)
    }

    @Test func `the key can be read by others, or changes`() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/handoffs.caller-key"
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(FileManager.default.contents(atPath: file)?.count == 32)
        store.close()
    }

    @Test(arguments: [31, 0]) func `a key that is too short is taken`(count: Int) throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/key"
        #expect(FileManager.default.createFile(atPath: file, contents: Data(count: count)))
        let error = #expect(throws: CallerKeyError.self) {
            _ = try HandoffStore(folder: folder.path + "/handoffs", callerKeyFile: file)
        }
        #expect(error?.description.contains("has \(count) bytes, it must have at least 32") == true)
        #expect(throws: CallerKeyError.self) {
            _ = try CallerKey(file: folder.path + "/none", makes: false)
        }
    }

    @Test func `metrics keep the number of a caller who has no handoff`() throws {
        let folder = try TemporaryFolder()
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        let summary = CallSummary(
            callID: "resolved",
            caller: "+49 151 7654321",
            lastAtMs: 1_000,
            outcome: .resolved,
            tree: "vpn"
        )
        try store.perform { try $0.note(summary, in: &$1) }
        store.close()
        let data = try Data(contentsOf: URL(filePath: folder.path + "/handoffs/data.mdb"))
        #expect(data.range(of: Data("resolved".utf8)) != nil)
        for form in ["+49 151 7654321", "491517654321", "7654321"] {
            #expect(data.range(of: Data(form.utf8)) == nil)
        }
    }
}
