internal import Language
public import Messages

/// A tree as a picture, in the languages of two tools that draw.
public enum TreeGraph {
    /// Mermaid's flowchart language, which many sites show as a picture.
    public static func mermaid(_ tree: Tree) -> String {
        var lines = ["flowchart TD"]
        for (index, node) in tree.nodes.enumerated() {
            let text = escapedForMermaid(caption(node))
            lines.append("    n\(index)" + mermaidShape(node, "\"\(text)\""))
        }
        for (index, node) in tree.nodes.enumerated() {
            for way in ways(node) {
                let label = escapedForMermaid(way.labels.joined(separator: ", "))
                lines.append("    n\(index) -->|\"\(label)\"| n\(way.target)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Graphviz's DOT.
    public static func dot(_ tree: Tree) -> String {
        var lines = ["digraph \"\(escapedForDOT(tree.id))\" {"]
        for (index, node) in tree.nodes.enumerated() {
            let text = escapedForDOT(caption(node))
            lines.append("    n\(index) [shape=\(dotShape(node)), label=\"\(text)\"];")
        }
        for (index, node) in tree.nodes.enumerated() {
            for way in ways(node) {
                let label = escapedForDOT(way.labels.joined(separator: ", "))
                lines.append("    n\(index) -> n\(way.target) [label=\"\(label)\"];")
            }
        }
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The node's name, and below it what it determines or says.
    private static func caption(_ node: Node) -> [String] {
        switch node.kind {
        case .diagnose: [node.id, node.diagnosis]
        case .goto: ["→ \(node.gotoTree)"]
        default: node.id == node.fact ? [node.id, node.say] : [node.id, node.fact, node.say]
        }
    }

    /// Where a node leads, one way for each target, with the values that lead there.
    private static func ways(_ node: Node) -> [(target: UInt32, labels: [String])] {
        guard node.kind != .diagnose, node.kind != .goto, !node.onlyWhenRequired else { return [] }
        var ways: [(target: UInt32, labels: [String])] = []
        func add(_ target: UInt32, _ label: String) {
            if let index = ways.firstIndex(where: { $0.target == target }) {
                ways[index].labels.append(label)
            } else {
                ways.append((target, [label]))
            }
        }
        for branch in node.branches { add(branch.next, label(of: branch, node.valueKind)) }
        let values = Set(node.branches.map(\.value))
        let isCovered = !node.options.isEmpty && node.options.allSatisfy { values.contains($0.id) }
        if !isCovered { add(node.otherwise, node.branches.isEmpty ? "any" : "otherwise") }
        add(node.unknown, "unknown")
        return ways
    }

    /// - Parameter kind: The kind of the value that the branch compares.
    static func label(of branch: Branch, _ kind: ValueKind) -> String {
        func written(_ number: Double) -> String {
            kind == .duration ? WrittenDuration.text(number) : number.shortest
        }
        return switch branch.comparison {
        case .equal: kind == .duration ? written(Double(branch.value) ?? 0) : branch.value
        case .below: "< \(written(branch.bound))"
        case .atLeast: "≥ \(written(branch.bound))"
        case .versionBelow: "before \(branch.value)"
        case .versionAtLeast: "from \(branch.value)"
        }
    }

    private static func mermaidShape(_ node: Node, _ text: String) -> String {
        switch node.kind {
        case .ask: "{\(text)}"
        case .check: "[/\(text)/]"
        case .lookup: "[(\(text))]"
        case .guide: "[[\(text)]]"
        case .diagnose: "([\(text)])"
        default: ">\(text)]"
        }
    }

    private static func dotShape(_ node: Node) -> String {
        switch node.kind {
        case .ask: "diamond"
        case .check: "parallelogram"
        case .lookup: "cylinder"
        case .guide: "box"
        case .diagnose: node.resolved ? "doublecircle" : "ellipse"
        default: "cds"
        }
    }

    private static func escapedForMermaid(_ lines: [String]) -> String {
        lines.map(escapedForMermaid).joined(separator: "<br/>")
    }

    /// Mermaid reads `#name;` as a character, and markup inside of quotes.
    private static func escapedForMermaid(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\"": escaped += "#quot;"
            case "#": escaped += "#35;"
            case "<": escaped += "#lt;"
            case ">": escaped += "#gt;"
            case "&": escaped += "#amp;"
            case "\\": escaped += "#92;"
            case "`": escaped += "#96;"
            case _ where character.isNewline: escaped += " "
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static func escapedForDOT(_ lines: [String]) -> String {
        lines.map(escapedForDOT).joined(separator: "\\n")
    }

    private static func escapedForDOT(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case _ where character.isNewline: escaped += " "
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
