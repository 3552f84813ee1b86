import Catalog
import Foundation
import Messages
import Testing

@Suite struct FloDialTests {
    private struct Chart: Decodable {
        struct Node: Decodable { let text: String }
        struct Edge: Decodable {
            let from: String
            let to: String
            let label: String
        }
        struct Question: Decodable { let q: String }
        let id: String
        let root: String
        let nodes: [String: Node]
        let edges: [Edge]
        let faqs: [Question]

        /// Each way from the root as the labels on it and the text at its end.
        func ways(from node: String) -> [(labels: [String], text: String)] {
            let out = edges.filter { $0.from == node }
            guard !out.isEmpty else { return [([], nodes[node]?.text ?? "")] }
            return out.flatMap { edge in
                ways(from: edge.to).map { ([edge.label] + $0.labels, $0.text) }
            }
        }
    }

    private static var json: [UInt8]? {
        guard let folder = ProcessInfo.processInfo.environment["BATON_DATA"] else {
            print("skipped: BATON_DATA does not name the folder with flodial/flowcharts.json")
            return nil
        }
        let path = folder + "/flodial/flowcharts.json"
        return FileManager.default.contents(atPath: path).map { Array($0) }
    }

    @Test func `a way through a flowchart is lost on import`() throws {
        guard let json = Self.json else { return }
        let charts = try JSONDecoder().decode([Chart].self, from: Data(json))
        let files = try FloDial.files(fromJSON: json)
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.problems.map(\.summary) == [])
        #expect(files.filter { $0.path.hasPrefix("trees/") }.count == 12)
        #expect(files.filter { $0.path.hasPrefix("articles/") }.count == 128)
        var ways = 0
        for chart in charts {
            let id = chart.id.replacing("_", with: "-")
            let tree = try #require(try compilation.view.compiledTree(id)).tree
            for (labels, text) in chart.ways(from: chart.root) {
                var node = tree.nodes[0]
                for label in labels {
                    let branch = try #require(node.branches.first { $0.value == label })
                    node = tree.nodes[Int(branch.next)]
                }
                #expect(node.kind == .diagnose)
                #expect(node.say == text, "\(id): \(labels)")
                ways += 1
            }
        }
        #expect(ways == 183)
    }

    @Test func `the listed ways do not end at the leaves that they name`() throws {
        guard let json = Self.json else { return }
        let view = try CatalogCompiler.compile(FloDial.files(fromJSON: json)).view
        let paths = try FloDial.paths(fromJSON: json)
        for path in paths {
            let tree = try #require(try view.compiledTree(path.tree)).tree
            var node = tree.nodes[0]
            for answer in path.answers {
                #expect(node.fact == answer.fact)
                let branch = try #require(node.branches.first { $0.value == answer.option })
                node = tree.nodes[Int(branch.next)]
            }
            #expect(node.id == path.leaf)
            #expect(node.kind == .diagnose)
        }
        // Five questions have one answer only in the data; the other one ends undetermined.
        #expect(paths.count == 188)
        #expect(paths.filter { $0.leaf == FloDial.undetermined }.count == 5)
    }

    @Test func `a flowchart that goes back makes a tree that never ends`() throws {
        let chart = """
            [{"id": "loop", "domain": "d", "problem": "It {does} [not] & work: #1", "root": "a",
              "nodes": {"a": {"text": "Is it on?", "label": "on?"},
                        "b": {"text": "Press \\"it\\".", "label": "pressed?"},
                        "c": {"text": "Done.", "label": "done"}},
              "edges": [{"from": "a", "to": "b", "label": "no"}, {"from": "a", "to": "c", "label": "yes"},
                        {"from": "b", "to": "a", "label": "it is on now"},
                        {"from": "b", "to": "c", "label": "never mind"}],
              "faqs": [{"id": "0", "q": "Why?", "a": "So & so."}]}]
            """
        let files = try FloDial.files(fromJSON: Array(chart.utf8))
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.problems.map(\.summary) == [])
        let tree = try #require(try compilation.view.compiledTree("loop")).tree
        #expect(tree.issue == "It (does) (not) & work: #1")
        let paths = try FloDial.paths(fromJSON: Array(chart.utf8))
        #expect(paths.map(\.leaf) == ["again-on", "done", "done"])
        #expect(paths[0].answers.map(\.option) == ["no", "it-is-on-now"])
    }

    @Test func `an answer that was recorded becomes an example of the wrong option`() throws {
        let chart = """
            [{"id": "kettle", "domain": "k", "problem": "It is cold.", "root": "1",
              "nodes": {"1": {"text": "Lamp on?", "label": "lamp?"}, "2": {"text": "A", "label": "a"},
                        "3": {"text": "B", "label": "b"}},
              "edges": [{"from": "1", "to": "2", "label": "yes"}, {"from": "1", "to": "3", "label": "no"}],
              "faqs": []}]
            """
        func row(_ says: String, _ label: String, node: String = "1") -> String {
            #"{"flowchart": "kettle", "node": "\#(node)", "user_utterance": "\#(says)", "label": "\#(label)"}"#
        }
        func opening(_ says: String, _ way: String) -> String {
            #"{"flowchart": "kettle", "user_utterance": "\#(says)", "implied_answers": [\#(way)]}"#
        }
        let answers = [
            row("it  glows", "yes"), row("it is dark", "no"), row("it glows", "yes"),
            row("what lamp?", "neutral"), row(#"a lamp: \"red\""#, "yes"),
            // For both, and so for neither.
            row("hm", "yes"), row("hm", "no"), row("hm", "yes"),
            row(String(repeating: "x", count: 301), "no"), row("gone", "no", node: "2"),
            opening("my kettle  is cold, and dark", #"["1", "no"]"#),
            opening("my kettle is cold", ""), opening("my kettle is cold", ""),
            opening(String(repeating: "x", count: 601), ""),
        ]
        let files = try FloDial.files(
            fromJSON: Array(chart.utf8),
            answers: Array(answers.joined(separator: "\n").utf8)
        )
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.problems.filter { $0.severity == .error }.map(\.summary) == [])
        let tree = try #require(try compilation.view.compiledTree("kettle")).tree
        let node = tree.nodes[0]
        #expect(tree.openings == ["my kettle is cold"])
        #expect(node.options.map(\.openings) == [[], ["my kettle is cold, and dark"]])
        let examples = Dictionary(uniqueKeysWithValues: node.options.map { ($0.id, $0.examples) })
        #expect(examples == ["yes": [#"a lamp: "red""#, "it glows"], "no": ["it is dark"]])
    }

    @Test(arguments: [
        "{}", #"{"flowchart": "k", "node": "1", "user_utterance": "a"}"#,
        #"{"flowchart": "k", "user_utterance": "a", "implied_answers": [["1"]]}"#,
    ])
    func `a line that is no recorded answer is passed over`(line: String) throws {
        let row = #"{"flowchart": "k", "node": "1", "user_utterance": "a", "label": "yes"}"#
        let lines = row + "\r\n\r\n" + line
        do {
            _ = try FloDial.files(fromJSON: Array("[]".utf8), answers: Array(lines.utf8))
            Issue.record("the third line was read")
        } catch CatalogError.invalid(let reason) {
            #expect(reason.hasPrefix("line 3 "))
        }
    }

    @Test func `what is no flowchart is taken for one`() {
        for text in ["", "{}", "[1]", #"[{"id": "x"}]"#] {
            #expect(throws: CatalogError.self) { try FloDial.files(fromJSON: Array(text.utf8)) }
        }
    }
}
