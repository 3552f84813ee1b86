import Catalog
import Foundation
import Messages
import Synchronization
import Testing

/// Files that are made to do harm.
@Suite struct HostileFileTests {
    /// Compiles on a thread with a small stack, as a server's threads may have.
    private static func problems(of text: String) -> [Problem] {
        let found = Mutex<[Problem]>([])
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            let files = [
                Fixture.file("catalog.yaml", Fixture.settings), Fixture.file("trees/t.yaml", text),
            ]
            let problems = try? CatalogCompiler.compile(files).problems
            found.withLock { $0 = problems ?? [] }
            done.signal()
        }
        thread.stackSize = 1 << 20
        thread.start()
        done.wait()
        return found.withLock { $0 }
    }

    @Test(arguments: [
        ("[", "", 100_000), ("[", "]", 990), ("{a: ", "}", 990), ("- ", "", 400), ("? ", "", 400),
        ("{? ", "}", 900), ("", "", 0),
    ]) func `a deeply nested file ends the process`(
        open: String,
        close: String,
        depth: Int
    ) {
        var text =
            String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
        if depth == 0 {
            text = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        }
        let problems = Self.problems(of: text)
        #expect(problems.count == 1)
        #expect(["too-large", "unreadable"].contains(problems.first?.code))
    }

    @Test func `a file of a few lines stands for millions of values`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for step in 1..<12 {
            let names = Array(repeating: "*a\(step - 1)", count: 10).joined(separator: ", ")
            text += "a\(step): &a\(step) [\(names)]\n"
        }
        let problems = Self.problems(of: text)
        #expect(problems.map(\.code) == ["unreadable"])
        #expect(problems.first?.message.contains("anchors") == true)
    }

    @Test func `a file with too much in it is read to its end`() {
        let many = "- x\n"
        let problems = Self.problems(of: String(repeating: many, count: 60_000))
        #expect(problems.map(\.code) == ["too-large"])
        let large = Self.problems(of: "# " + String(repeating: "x", count: CatalogLimits.fileBytes))
        #expect(large.map(\.code) == ["too-large"])
    }

    @Test func `bytes that are no text are taken for text`() throws {
        let files = [
            Fixture.catalog[0],
            SourceFile(path: "trees/a.yaml", content: [0xff, 0xfe]),
            SourceFile(path: "trees/b.yaml", content: [0x61, 0]),
        ]
        let problems = try CatalogCompiler.compile(files).problems
        #expect(problems.map(\.code) == ["unreadable", "unreadable"])
    }
}
