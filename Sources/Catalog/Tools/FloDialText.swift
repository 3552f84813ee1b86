/// The files of a catalog of flowcharts, as an editor would write them.
enum FloDialText {
    static func tree(_ plan: FloDialPlan, _ answers: FloDialAnswers) -> String {
        let title = plan.id.split(separator: "-").joined(separator: " ")
        let problem = spoken(plan.chart.problem)
        var lines = [
            "id: \(plan.id)",
            "title: \(YAMLWriting.scalar(title))",
            "issue: \(YAMLWriting.scalar(problem))",
            "symptoms:",
            "  - \(YAMLWriting.scalar(problem))",
            "  - \(YAMLWriting.scalar(title))",
            "skips-ahead: true",
        ]
        lines += list("openings", answers.openings(plan.chart.id), indent: 0)
        lines.append("nodes:")
        for step in plan.steps {
            lines += step.ways.isEmpty ? leaf(step, of: plan) : question(step, of: plan, answers)
        }
        for (name, target) in plan.returns {
            let text = "Please go through the steps again from: \(spoken(target.node.label))."
            lines += leaf(name, say: text, diagnosis: "the same steps lead here again", of: plan)
        }
        lines += leaf(
            FloDial.undetermined,
            say: "I can't find out more this way, so I am handing this to a specialist.",
            diagnosis: "the flowchart does not go on from these answers",
            of: plan
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private static func question(
        _ step: FloDialPlan.Step,
        of plan: FloDialPlan,
        _ answers: FloDialAnswers
    ) -> [String] {
        let isYesNo = step.ways.allSatisfy { ["yes", "no"].contains($0.option) }
        var lines = [
            "",
            "  - ask: \(FloDialPlan.fact(step.name))",
            "    id: \(step.name)",
            "    kind: \(isYesNo ? "yes-no" : "choice")",
            "    label: \(YAMLWriting.scalar(label(step.node.label)))",
            "    say: \(YAMLWriting.scalar(spoken(step.node.text)))",
        ]
        let said = step.ways.map { way in
            list("examples", answers.examples(plan.chart.id, step.id, way.option), indent: 8)
                + list("openings", answers.openings(plan.chart.id, step.id, way.option), indent: 8)
        }
        if !isYesNo || said.contains(where: { !$0.isEmpty }) {
            lines.append("    options:")
            for (way, said) in zip(step.ways, said) where !isYesNo || !said.isEmpty {
                lines.append("      \(way.option):")
                let label = YAMLWriting.scalar(label(way.label))
                if !isYesNo { lines += ["        label: \(label)", "        phrases: [\(label)]"] }
                lines += said
            }
        }
        lines.append("    branches:")
        for way in step.ways { lines.append("      \(way.option): \(way.target)") }
        lines.append("    unknown: \(FloDial.undetermined)")
        return lines
    }

    /// A list under its key; nothing where there is none.
    private static func list(_ key: String, _ texts: [String], indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        return texts.isEmpty
            ? [] : ["\(space)\(key):"] + texts.map { "\(space)  - \(YAMLWriting.scalar($0))" }
    }

    private static func leaf(_ step: FloDialPlan.Step, of plan: FloDialPlan) -> [String] {
        leaf(
            step.name,
            say: spoken(step.node.text),
            diagnosis: spoken(step.node.label),
            of: plan
        )
    }

    private static func leaf(
        _ name: String,
        say: String,
        diagnosis: String,
        of plan: FloDialPlan
    ) -> [String] {
        [
            "",
            "  - diagnose: \(name)",
            "    say: \(YAMLWriting.scalar(say))",
            "    diagnosis: \(YAMLWriting.scalar(diagnosis))",
            "    recommendation: \(YAMLWriting.scalar(say))",
            "    queue: \(FloDialPlan.slug(plan.chart.domain, maximum: 40))",
        ]
    }

    static func article(_ question: FloDialChart.Question, of plan: FloDialPlan) -> String {
        let title = String(question.q.prefix(CatalogLimits.phraseCharacters))
        let tag = plan.id.split(separator: "-").joined(separator: " ")
        return """
            ---
            title: \(YAMLWriting.scalar(title))
            products: [\(YAMLWriting.scalar(plan.chart.domain))]
            tags: [\(YAMLWriting.scalar(tag))]
            spoken: \(YAMLWriting.scalar(spoken(question.a)))
            ---
            \(question.a)

            """
    }

    /// A text that can be said: not too long, and without what a template would take for a place.
    private static func spoken(_ text: String) -> String {
        let plain = text.map { character -> Character in
            switch character {
            case "[", "{": "("
            case "]", "}": ")"
            case _ where character.isNewline: " "
            default: character
            }
        }
        return String(String(plain).prefix(CatalogLimits.sayCharacters))
    }

    private static func label(_ text: String) -> String {
        let label = spoken(text).prefix(CatalogLimits.labelCharacters)
        return label.last == "?" ? String(label.dropLast()) : String(label)
    }

    static let catalog = """
        languages:
          en-US:
            opening: Hello, this is the help line. What is the problem?
            opening-again: I did not get that. Please say in one sentence what does not work.
            which: "Is it {first}, or {second}?"
            confirm: "Just to check: {answer}?"
            wait: Take your time.
            looking-up: One moment, I am looking that up.
            off-topic: Let us stay with the problem.
            no-answer: I have no answer to that, but an engineer will.
            silence: Are you still there?
            availability: When can an engineer reach you?
            escalated: Thank you. An engineer has everything you told me and will call you.
            wants-person: I am connecting you to a person.
            resolved: Good. Is there anything else?
            goodbye: Thank you for calling. Goodbye.
        time-zone: UTC
        person-queue: general
        intake:
          requires: [symptom.description]
          nodes:
            - ask: symptom.description
              label: description
              line: "{value}"
              say: Please describe the problem in your own words.

        """
}
