internal import Foundation
public import Messages

/// Troubleshooting flowcharts in the form of the FloDial data set, as a catalog.
///
/// Each flowchart becomes a tree, and each of its questions and answers an article. A question of the
/// flowchart becomes a fact of its own, `test.…`, so that paths don't touch each other. Where an
/// answer leads nowhere, or is not known, the tree ends at the leaf `undetermined`. Where a flowchart
/// goes back to an earlier step, the tree ends at a leaf that says so: a fact is asked once.
public enum FloDial {
    /// A way through a flowchart: the answers, and the leaf that they lead to.
    public struct Path: Sendable, Equatable {
        /// The tree.
        public let tree: String
        /// The facts that are asked, with the ids of the options that are chosen.
        public let answers: [Answer]
        /// The node at the end.
        public let leaf: String
    }

    /// An answer on a way.
    public struct Answer: Sendable, Equatable {
        /// The fact.
        public let fact: String
        /// The id of the option.
        public let option: String
    }

    /// The leaf of what the flowchart does not say.
    public static let undetermined = "undetermined"

    /// The files of a catalog made of flowcharts.
    ///
    /// - Parameters:
    ///   - json: An array of flowcharts with id, domain, problem, root, nodes, edges and faqs.
    ///   - answers: Recorded answers, which become examples: lines of JSON, each with flowchart, node, user_utterance
    ///     and label. Those that are for no edge of the flowchart, or for two, are left out. Lines with implied_answers
    ///     become openings.
    /// - Throws: ``CatalogError/invalid(_:)`` where the bytes are not such an array, or such lines.
    public static func files(
        fromJSON json: [UInt8],
        answers: [UInt8] = []
    ) throws -> [SourceFile] {
        let charts = try charts(json)
        let answers = try FloDialAnswers(fromLines: answers)
        var files = [file("catalog.yaml", FloDialText.catalog)]
        for chart in charts {
            let plan = FloDialPlan(chart)
            files.append(file("trees/\(plan.id).yaml", FloDialText.tree(plan, answers)))
            for question in chart.faqs {
                let id = plan.article(question)
                files.append(file("articles/\(id).md", FloDialText.article(question, of: plan)))
            }
        }
        return files
    }

    /// Every way from the root of a flowchart to a leaf, in the order of the answers.
    ///
    /// - Throws: ``CatalogError/invalid(_:)`` where the bytes are no flowcharts.
    public static func paths(fromJSON json: [UInt8]) throws -> [Path] {
        try charts(json).flatMap { FloDialPlan($0).paths() }
    }

    /// Where the parts of a flowchart are in the catalog that is made of it.
    public struct Places: Sendable, Equatable {
        /// The flowchart.
        public let chart: String
        /// The id of its tree.
        public let tree: String
        /// The nodes as tree/node, by their names in the flowchart.
        public let nodes: [String: String]
        /// The facts that the nodes determine, by the nodes' names in the flowchart.
        public let facts: [String: String]
        /// The ids of the articles, by the ids of the questions.
        public let articles: [String: String]
    }

    /// Where the parts of the flowcharts are in the catalog.
    ///
    /// - Throws: ``CatalogError/invalid(_:)`` where the bytes are no flowcharts.
    public static func places(fromJSON json: [UInt8]) throws -> [Places] {
        try charts(json).map { chart in
            let plan = FloDialPlan(chart)
            return Places(
                chart: chart.id,
                tree: plan.id,
                nodes: plan.names.mapValues { "\(plan.id)/\($0)" },
                facts: plan.names.mapValues(FloDialPlan.fact),
                articles: Dictionary(
                    chart.faqs.map { ($0.id, plan.article($0)) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
    }

    /// The id of the option that an edge's label becomes.
    public static func option(ofLabel label: String) -> String {
        FloDialPlan.slug(label, maximum: 40)
    }

    private static func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, content: Array(text.utf8))
    }

    private static func charts(_ json: [UInt8]) throws -> [FloDialChart] {
        let charts: [FloDialChart]
        do {
            charts = try JSONDecoder().decode([FloDialChart].self, from: Data(json))
        } catch {
            throw CatalogError.invalid(
                "these are no flowcharts: an array is needed, of objects with id, domain, problem, "
                    + "root, nodes, edges and faqs (\(error))"
            )
        }
        for chart in charts {
            let ends = [chart.root] + chart.edges.flatMap { [$0.from, $0.to] }
            guard let missing = ends.first(where: { chart.nodes[$0] == nil }) else { continue }
            throw CatalogError.invalid("the flowchart \(chart.id) has no node \(missing)")
        }
        return charts
    }
}

/// A flowchart as it is written in the data set.
struct FloDialChart: Decodable {
    struct Node: Decodable {
        let text: String
        let label: String
    }

    struct Edge: Decodable {
        let from: String
        let to: String
        let label: String
    }

    struct Question: Decodable {
        let id: String
        let q: String
        let a: String
    }

    let id: String
    let domain: String
    let problem: String
    let root: String
    let nodes: [String: Node]
    let edges: [Edge]
    let faqs: [Question]
}

/// Names for the nodes of a flowchart, and where each leads in the tree.
struct FloDialPlan {
    struct Step {
        /// The node's name in the flowchart.
        let id: String
        let name: String
        let node: FloDialChart.Node
        /// The answers with the steps that they lead to; none of a leaf.
        var ways: [(option: String, label: String, target: String)] = []
    }

    let chart: FloDialChart
    let id: String
    /// The steps in the order in which a walk meets them.
    private(set) var steps: [Step] = []
    /// Leaves for ways back: the leaf's name and the step that the flowchart goes back to.
    private(set) var returns: [(name: String, target: Step)] = []
    /// The steps' names by the nodes of the flowchart.
    private(set) var names: [String: String] = [:]
    private var taken: Set<String> = [FloDial.undetermined]

    init(_ chart: FloDialChart) {
        self.chart = chart
        id = Self.slug(chart.id, maximum: 40)
        var onPath: Set<String> = []
        visit(chart.root, &onPath)
    }

    /// The name of the leaf for what the flowchart does not say is needed by every step.
    private mutating func visit(_ node: String, _ onPath: inout Set<String>) {
        guard names[node] == nil, let content = chart.nodes[node] else { return }
        let name = unusedName(content.label)
        names[node] = name
        onPath.insert(node)
        let index = steps.count
        steps.append(Step(id: node, name: name, node: content))
        var ways: [(option: String, label: String, target: String)] = []
        for edge in chart.edges where edge.from == node {
            let option = FloDial.option(ofLabel: edge.label)
            if onPath.contains(edge.to), let back = names[edge.to] {
                let leaf = unusedName("again \(back)")
                if let target = steps.first(where: { $0.name == back }) {
                    returns.append((leaf, target))
                }
                ways.append((option, edge.label, leaf))
            } else {
                visit(edge.to, &onPath)
                ways.append((option, edge.label, names[edge.to] ?? FloDial.undetermined))
            }
        }
        if ways.count == 1, let given = ways.first, ["yes", "no"].contains(given.option) {
            let other = given.option == "yes" ? "no" : "yes"
            ways.append((other, other, FloDial.undetermined))
        }
        steps[index].ways = ways
        onPath.remove(node)
    }

    private mutating func unusedName(_ text: String) -> String {
        let name = Self.slug(text, maximum: 40)
        var unused = name
        var number = 2
        while !taken.insert(unused).inserted {
            unused = "\(name)-\(number)"
            number += 1
        }
        return unused
    }

    static func fact(_ name: String) -> String { "test.\(name)" }

    func article(_ question: FloDialChart.Question) -> String {
        "\(id)-\(Self.slug(question.id, maximum: 20))"
    }

    func paths() -> [FloDial.Path] {
        let byName = Dictionary(
            steps.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var paths: [FloDial.Path] = []
        func walk(_ name: String, _ answers: [FloDial.Answer]) {
            guard let step = byName[name], !step.ways.isEmpty else {
                paths.append(FloDial.Path(tree: id, answers: answers, leaf: name))
                return
            }
            for way in step.ways {
                let answer = FloDial.Answer(fact: Self.fact(name), option: way.option)
                walk(way.target, answers + [answer])
            }
        }
        if let root = steps.first { walk(root.name, []) }
        return paths
    }

    /// A text as an id: lower-case letters and digits, with a hyphen for everything between.
    static func slug(_ text: String, maximum: Int) -> String {
        var slug = ""
        for character in text.lowercased() {
            let isWord = character.isASCII && (character.isLetter || character.isNumber)
            if isWord {
                slug.append(character)
            } else if character != "'", !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        if slug.count > maximum {
            let cut = slug.prefix(maximum)
            slug = String(cut.lastIndex(of: "-").map { cut[..<$0] } ?? cut)
        }
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? "step" : slug
    }
}
