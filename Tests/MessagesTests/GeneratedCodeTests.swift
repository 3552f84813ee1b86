import Foundation
import Testing

/// What is committed against what the proto files say.
@Suite struct GeneratedCodeTests {
    @Test func `a proto file was changed without generating its code anew`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let output = Pipe()
        let process = Process()
        process.executableURL = root.appending(path: "proto/generate")
        process.arguments = ["--check"]
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(),
            as: UTF8.self
        )
        process.waitUntilExit()
        if process.terminationStatus == 3 { try Test.cancel("\(text)") }
        #expect(process.terminationStatus == 0, "\(text)")
    }
}
