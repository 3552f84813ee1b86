import Foundation
import TestSupport
import Testing

/// What is committed against what the proto files say.
@Suite struct GeneratedCodeTests {
    @Test func `a proto file was changed without generating its code anew`() throws {
        let generate = Programs.repository.appending(path: "proto/generate")
        let result = try Programs.run(generate, ["--check"], seconds: 600)
        if result.status == 3 { try Test.cancel("\(result.text)") }
        #expect(result.status == 0, "\(result.text)")
    }
}
