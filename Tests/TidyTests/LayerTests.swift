import Testing

@Suite struct LayerTests {
    /// The layers from the lowest; each may import only what stands before it.
    static let layers = [
        "CLMDB", "CProtobufC", "CShims", "CModel", "CStemmer", "CMessages", "LMDB", "Messages",
        "Transport", "RPC", "Language", "Catalog", "Diagnosis", "Handoff",
    ]

    /// Who may import each C module: the fence around unsafe code.
    static let fence: [String: Set<String>] = [
        "CAllocations": ["baton-bench"],
        "CLMDB": ["LMDB", "LMDBTests"],
        "CProtobufC": ["Messages", "MessagesTests"],
        "CMessages": ["Messages", "MessagesTests"],
        "CModel": ["Language"],
        "CStemmer": ["Language"],
        "CShims": ["LMDB", "LMDBTests", "Transport", "TransportTests"],
    ]

    static let mayBeUnsafe: Set<String> = ["LMDB", "Messages", "Transport"]

    private func imports(of file: SourceTree.File) -> [String] {
        file.lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"), at <= 2, at + 1 < words.count,
                words[..<at].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" })
            else { return nil }
            return words.last.map { String($0.split(separator: ".")[0]) }
        }
    }

    @Test func `a layer imports a layer that stands above it`() throws {
        let files = try SourceTree.swiftFiles(below: ["Sources"])
        #expect(files.count > 50, "the source tree was not found")
        for file in files {
            guard let own = Self.layers.firstIndex(of: file.target) else { continue }
            for name in imports(of: file) {
                guard let other = Self.layers.firstIndex(of: name) else { continue }
                #expect(other < own, "\(file) imports \(name)")
            }
        }
    }

    @Test func `a C module is imported outside of its fence`() throws {
        for file in try SourceTree.swiftFiles(below: ["Sources", "Tests", "bench"]) {
            for name in imports(of: file) {
                guard let allowed = Self.fence[name] else { continue }
                #expect(allowed.contains(file.target), "\(file) imports \(name)")
            }
        }
    }

    @Test func `unsafe code is written outside of its fence`() throws {
        for file in try SourceTree.swiftFiles(below: ["Sources"])
        where !Self.mayBeUnsafe.contains(file.target) {
            for (number, line) in file.lines.enumerated() {
                let code =
                    line.prefix { $0 != "\"" }.split(separator: "//", maxSplits: 1).first ?? ""
                let words = code.split { !$0.isLetter && $0 != "_" && $0 != "@" }
                #expect(
                    !words.contains("unsafe") && !words.contains("@unsafe"),
                    "\(file):\(number + 1)"
                )
            }
        }
    }
}
