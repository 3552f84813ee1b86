extension EngineTurnTests {
    /// What a call does when it ends: by a person, a fix or hanging up.
    static let endings: [Row] = [
        Row(
            name: "a person at any time",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped #wantsPerson", "ended wants-person", "PERSON"),
            ],
            facts: ["context.trigger": "swapped"],
            at: "vpn/router"
        ),
        Row(
            name: "a person before a tree is found",
            steps: [("#wantsPerson @vpn", "ended wants-person", "PERSON")]
        ),
        Row(
            name: "the issue goes away by itself",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#fixed", "closing", "RESOLVED"),
                ("#thanks", "ended resolved", "GOODBYE"),
            ],
            at: "vpn/trigger"
        ),
        Row(
            name: "fixed answers a guide",
            steps: [
                (
                    "@vpn context.trigger=nothing symptom.message=timed-out", "test.internet",
                    "INTERNET"
                ),
                ("=pass", "fix.panel", "PANEL OF unknown"),
                ("#fixed", "closing", "LAST-WORDS RESOLVED"),
                ("(hang-up)", "ended resolved", ""),
            ],
            facts: ["fix.panel": "fixed"],
            at: "vpn/done"
        ),
        Row(
            name: "fixed beside an answer is only an answer",
            steps: [
                ("@vpn context.trigger=nothing", "test.internet", "INTERNET"),
                ("=pass #fixed", "symptom.message", "MESSAGE"),
            ]
        ),
        Row(
            name: "after a fix: waiting, another word, another issue",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#fixed", "closing", "RESOLVED"),
                ("#wait", "closing", "WAIT"),
                ("noise", "closing", "RESOLVED"),
                ("(interrupted)", "closing", "RESOLVED"),
                ("@modem", "ended wants-person", "PERSON"),
            ]
        ),
        Row(
            name: "after a fix: nothing that is understood ends the call",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#fixed", "closing", "RESOLVED"),
                ("noise", "closing", "RESOLVED"),
                ("noise", "ended resolved", "GOODBYE"),
            ]
        ),
        Row(
            name: "after a fix: yes wants a person",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#fixed", "closing", "RESOLVED"),
                ("yes", "ended wants-person", "PERSON"),
            ]
        ),
        Row(
            name: "after a fix: a correction opens the diagnosis again",
            steps: [
                ("@vpn context.trigger=nothing", "test.internet", "INTERNET"),
                ("=pass", "symptom.message", "MESSAGE"),
                ("=connected", "closing", "LAST-WORDS RESOLVED"),
                ("symptom.message=timed-out", "fix.panel", "PANEL OF unknown"),
            ]
        ),
        Row(
            name: "hanging up before a diagnosis abandons the call",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("(hang-up)", "ended abandoned", ""),
            ],
            at: "vpn/trigger"
        ),
        Row(
            name: "hanging up while the tree is sought abandons the call",
            steps: [("(hang-up)", "ended abandoned", "")]
        ),
        Row(
            name: "hanging up after a diagnosis hands it over",
            steps: [
                ("@modem", "environment.light", "LIGHT"),
                ("=yes", "customer.availability", "AVAILABILITY"),
                ("(hang-up)", "ended escalated", ""),
            ],
            at: "modem/line"
        ),
    ]
}
