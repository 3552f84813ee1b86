import Foundation
import Testing

@Suite struct TidyTests {
    static let folders = ["Sources", "Tests", "bench"]
    static let longestFunction = 80
    static let longestFile = 600

    @Test func `unfinished work is left in the code`() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]
        for file in try SourceTree.swiftFiles(below: Self.folders) {
            for (number, line) in file.lines.enumerated() {
                let words = line.split { !$0.isLetter }
                for mark in marks {
                    #expect(!words.contains { $0 == mark }, "\(file):\(number + 1)")
                }
            }
        }
    }

    @Test func `the code relies on a path of one machine`() throws {
        let roots = ["wor" + "k", "tm" + "p", "roo" + "t", "w" + "t"]
        for file in try SourceTree.swiftFiles(below: Self.folders) {
            for (number, line) in file.lines.enumerated() {
                for root in roots {
                    #expect(!line.contains("\"/\(root)/"), "\(file):\(number + 1)")
                }
            }
        }
    }

    @Test func `a file grows past what one idea needs`() throws {
        for file in try SourceTree.swiftFiles(below: Self.folders)
        where !file.path.contains("/Generated/") {
            #expect(file.lines.count <= Self.longestFile, "\(file): \(file.lines.count) lines")
        }
    }

    /// A function ends at the first line that closes a brace at its own indentation; swift-format keeps that so.
    @Test func `a function grows past what fits a screen`() throws {
        for file in try SourceTree.swiftFiles(below: ["Sources", "bench"])
        where !file.path.contains("/Generated/") {
            var index = 0
            while index < file.lines.count {
                let line = file.lines[index]
                let words = line.split(separator: " ")
                let indent = line.prefix { $0 == " " }
                if words.contains("func")
                    && !line.trimmingCharacters(in: .whitespaces).hasPrefix("//")
                {
                    let rest = file.lines[(index + 1)...]
                    if line.hasSuffix("{"),
                        let end = rest.firstIndex(where: { $0 == indent + "}" })
                    {
                        #expect(
                            end - index <= Self.longestFunction,
                            "\(file):\(index + 1): \(end - index) lines"
                        )
                    }
                }
                index += 1
            }
        }
    }
}
