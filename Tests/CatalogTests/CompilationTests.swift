import Catalog
import Foundation
import Language
import Messages
import Testing

/// What editors write, and what calls get of it.
@Suite struct CompilationTests {
    private static let text = """
        id: vpn
        title: the VPN
        issue: "VPN fails[ after {context.trigger}]"
        symptoms: [the vpn does not connect]
        requires: [environment.router]
        facts:
          test.home: {label: VPN at home, kind: check, values: {pass: Working, fail: Failed}}
          test.count: {}
        nodes:
          - ask: context.trigger
            id: trigger
            say: Did anything change?
            options:
              swapped:
                label: router replacement
                phrases: [Swapped my router, "new router!"]
                confirm: the router was replaced
                sets: {test.home: fail}
              nothing: no change
            branches: {nothing: count}
          - ask: environment.router
            of: router
            cues: [new one]
            say: Which router?
            branches: {big: done}
            only-when-required: false
          - ask: test.count
            id: count
            kind: number
            unit: volts
            say: How many volts?
            branches:
              - {below: 3, next: port}
              - {is: "5.0", next: done}
          - ask: product.version
            kind: version
            say: Which version?
            again: The version, please?
            branches: [{version-below: "4.2", next: done}]
          - lookup: test.port
            id: port
            source: probe
            key: udp
            seconds: 7
            with: [environment.router]
            values: {open: is open, blocked: blocked}
            unknown: done
          - guide: fix.restart
            say: Restart it.
            details: [{captures: duration, label: "after {}"}]
            results: {unable: {label: could not}}
          - ask: context.trigger
            id: again
            branches: {swapped: done}
          - ask: context.only
            say: Only for Tier 2?
            only-when-required: true
          - diagnose: done
            diagnosis: "{environment.router} blocks it"
            minutes: 5
            queue: network
            priority: 2
            confidence: 0.9
            articles: [ports]
          - diagnose: unused-but-reached
            diagnosis: none
            resolved: true
        """

    private static func compiled() throws -> Compilation {
        // The last leaf is reached by the branch that this puts in.
        let reached = text.replacing("{swapped: done}", with: "{swapped: unused-but-reached}")
        return try CatalogCompiler.compile([
            Fixture.catalog[0], Fixture.file("trees/vpn.yaml", reached),
            Fixture.file("articles/ports.md", Fixture.article("ports")),
            Fixture.file("vocabulary/r.yaml", "class: router\nentities: {big: Big Router}\n"),
        ])
    }

    @Test func `a tree is compiled to something else than was written`() throws {
        let compilation = try Self.compiled()
        #expect(compilation.problems.map(\.summary) == [])
        let tree = try #require(try compilation.view.compiledTree("vpn")).tree
        #expect(
            tree.nodes.map(\.id) == [
                "trigger", "environment.router", "count", "product.version", "port", "fix.restart",
                "again", "context.only", "done", "unused-but-reached",
            ]
        )
        #expect(tree.nodes.map(\.otherwise) == [1, 2, 3, 4, 5, 6, 8, 8, 0, 0])
        #expect(tree.nodes.map(\.unknown) == [1, 2, 3, 4, 8, 6, 8, 8, 0, 0])
        let trigger = tree.nodes[0]
        #expect(trigger.valueKind == .choice && trigger.volunteered)
        #expect(trigger.options.map(\.label) == ["router replacement", "no change"])
        #expect(trigger.options[0].patterns.count == 2)
        #expect(
            trigger.options[0].sets == [
                Setting(
                    fact: "test.home",
                    value: FactValue(kind: .check, key: "fail", text: "Failed")
                )
            ]
        )
        #expect(trigger.branches == [Branch(value: "nothing", next: 2)])
        #expect(tree.nodes[1].entityClass == "router" && tree.nodes[1].volunteered)
        #expect(tree.nodes[1].cuePatterns.count == 1)
        #expect(tree.nodes[2].unit == "volts" && !tree.nodes[2].volunteered)
        #expect(
            tree.nodes[2].branches == [
                Branch(comparison: .below, bound: 3, next: 4), Branch(value: "5", next: 8),
            ]
        )
        #expect(
            tree.nodes[3].branches == [
                Branch(value: "4.2", comparison: .versionBelow, next: 8)
            ]
        )
        #expect(tree.nodes[3].again == "The version, please?")
        #expect(
            tree.nodes[4].lookupLimitMs == 7_000
                && tree.nodes[4].lookupWith == ["environment.router"]
        )
        #expect(tree.nodes[5].options.map(\.label) == ["fixed", "not fixed", "could not"])
        #expect(tree.nodes[5].details[0].captures == .duration)
        #expect(tree.nodes[6].say == "Did anything change?" && tree.nodes[6].options.count == 2)
        #expect(tree.nodes[7].onlyWhenRequired)
        #expect(tree.nodes[8].priority == 2 && tree.nodes[8].minutes == 5)
        #expect(
            tree.facts.map(\.key) == [
                "test.home", "test.count", "context.trigger", "environment.router",
                "product.version",
                "test.port", "fix.restart", "context.only",
            ]
        )
        #expect(tree.facts[1].kind == .number && tree.facts[1].label == "count")
        #expect(tree.facts[5].values.map(\.label) == ["is open", "blocked"])
    }

    @Test func `the intake is not a tree`() throws {
        let tree = try #require(try Self.compiled().view.compiledTree("intake")).tree
        #expect(tree.nodes.map(\.id) == ["symptom.description", "off-map"])
        #expect(tree.nodes[1].kind == .diagnose && tree.nodes[1].queue == "general")
        #expect(tree.nodes[1].diagnosis.hasPrefix("Issue does not match known patterns."))
        #expect(tree.issue == "{symptom.description}")
    }

    @Test func `a changed name of an entity stays old in trees`() throws {
        let tree = Fixture.tree("light").replacing(
            "    branches:",
            with: "    options: {no: {sets: {environment.lamp: lumo}}}\n    branches:"
        ).replacing(
            "nodes:",
            with: "facts: {environment.lamp: {kind: entity}}\nnodes:"
        )
        let first = try CatalogCompiler.compile([
            Fixture.catalog[0], Fixture.file("trees/light.yaml", tree),
            Fixture.file("vocabulary/l.yaml", "class: lamp\nentities: {lumo: Lumo One}\n"),
        ])
        #expect(first.problems.map(\.summary) == [])
        let second = try CatalogCompiler.compile(
            [Fixture.file("vocabulary/l.yaml", "class: lamp\nentities: {lumo: Lumo Two}\n")],
            over: first.view
        )
        #expect(second.problems.map(\.summary) == [])
        let options = try second.view.compiledTree("light")?.tree.nodes[0].options
        #expect(options?[1].sets.first?.value?.text == "Lumo Two")
        #expect(try second.view.entities(named: "lumo one", language: "en-US") == [])
        #expect(
            try second.view.entities(named: "Lumo-Two", language: "en-US").map(\.id) == ["lumo"]
        )
    }

    @Test func `a conversation is read as another`() throws {
        let text = """
            start: {at: 2026-11-19T16:40:00-05:00, zone: America/New_York, caller: "+1"}
            systems: {product.version: "4.2.1"}
            told: {product.name: App}
            turns:
              - says: hello
                expect: {tree: light, asks: test.light, facts: {test.light: {value: b, detail: c}}}
              - does: facts
                after: 5
                arrives: {test.b: pass}
              - does: hang-up
            end:
              outcome: escalated
              at: light/broken
              conclusion: {issue: it}
              not-obtained: {test.c: did-not-know}
              superseded: {test.d: old}
            """
        let compilation = try CatalogCompiler.compile(
            Fixture.catalog + [Fixture.file("conversations/c.yaml", text)]
        )
        #expect(compilation.problems.map(\.summary) == [])
        let conversation = try #require(try compilation.view.conversation("c"))
        // 2026-11-19 21:40 UTC.
        #expect(conversation.startedAtMs == 1_795_124_400_000)
        #expect(conversation.turns.map(\.does) == ["", "facts", "hang-up"])
        #expect(conversation.turns.map(\.line) == [5, 7, 10])
        #expect(
            conversation.turns[0].facts == [Expected(fact: "test.light", value: "b", detail: "c")]
        )
        #expect(conversation.turns[1].arrives == [Expected(fact: "test.b", value: "pass")])
        #expect(conversation.turns[1].afterSeconds == 5)
        #expect(conversation.endsAt == "light/broken" && conversation.outcome == "escalated")
        #expect(conversation.notObtained == [Expected(fact: "test.c", value: "did-not-know")])
    }

    @Test func `a question put between two hides what was answered on the way`() throws {
        let text = """
            id: pump
            title: a pump
            issue: "Pump"
            symptoms: [the pump stands still]
            skips-ahead: true
            nodes:
              - ask: test.hum
                kind: yes-no
                say: Does it hum?
                branches: {yes: brand}
                unknown: dead
                otherwise: dead
              - ask: environment.brand
                id: brand
                say: Which brand is it?
              - ask: test.leak
                id: leak
                kind: yes-no
                say: Does it leak?
                branches: {yes: seal}
                unknown: dead
                otherwise: dead
              - diagnose: seal
                diagnosis: the seal
              - diagnose: dead
                diagnosis: the motor
            """
        let files = [Fixture.catalog[0], Fixture.file("trees/pump.yaml", text)]
        let tree = try #require(try CatalogCompiler.compile(files).view.compiledTree("pump"))
        let hum = WayStep(node: 0, key: "yes")
        // Whoever is asked about a leak has heard it hum, whatever the brand.
        #expect(tree.ways[1] == [hum])
        #expect(tree.ways[2] == [hum])
        #expect(tree.ways[3] == [hum, WayStep(node: 2, key: "yes")])
        #expect(tree.ways[4].isEmpty)
    }

    @Test func `a graph is not what the tools read`() throws {
        let odd = Fixture.tree("light", say: "'Is \"it\" <on> & #1?'")
        let files = [Fixture.catalog[0], Fixture.file("trees/light.yaml", odd)]
        let tree = try #require(try CatalogCompiler.compile(files).view.compiledTree("light")).tree
        let expectedMermaid = """
            flowchart TD
                n0{"test.light<br/>Is #quot;it#quot; #lt;on#gt; #amp; #35;1?"}
                n1(["broken<br/>it is broken"])
                n2(["fine<br/>it is fine"])
                n0 -->|"yes"| n2
                n0 -->|"otherwise, unknown"| n1

            """
        #expect(TreeGraph.mermaid(tree) == expectedMermaid)
        let expectedDOT = #"""
            digraph "light" {
                n0 [shape=diamond, label="test.light\nIs \"it\" <on> & #1?"];
                n1 [shape=ellipse, label="broken\nit is broken"];
                n2 [shape=doublecircle, label="fine\nit is fine"];
                n0 -> n2 [label="yes"];
                n0 -> n1 [label="otherwise, unknown"];
            }

            """#
        #expect(TreeGraph.dot(tree) == expectedDOT)
    }
}
