extension EngineTurnTests {
    /// What a call does while the tree is sought, and what it says beside.
    static let openings: [Row] = [
        Row(
            name: "the shortest way to a fix",
            steps: [
                ("@vpn~0.9", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=pass", "symptom.message", "MESSAGE"),
                ("=connected", "closing", "LAST-WORDS RESOLVED"),
                ("no", "ended resolved", "GOODBYE"),
            ],
            facts: ["context.trigger": "nothing", "symptom.message": "connected"],
            at: "vpn/done"
        ),
        Row(
            name: "what the opening says is not asked",
            steps: [
                (
                    "@vpn context.trigger=swapped environment.router=ax73 symptom.message=timed-out",
                    "test.internet", "INTERNET"
                ),
                ("=pass", "fix.panel", "PANEL OF ax73"),
            ],
            facts: ["environment.router": "ax73"],
            at: "vpn/panel"
        ),
        Row(
            name: "an unsure volunteered fact is asked",
            steps: [("@vpn context.trigger=swapped~0.7", "context.trigger", "TRIGGER")]
        ),
        Row(
            name: "two trees that fit alike are told apart once",
            steps: [
                (
                    "@vpn~0.8 @modem~0.75 context.trigger=nothing", "routing",
                    "WHICH the VPN OR the modem"
                ),
                ("@vpn~0.3", "test.internet", "INTERNET"),
            ]
        ),
        Row(
            name: "an answer to which of two that says nothing is read with the opening",
            steps: [
                ("@modem~0.8 @vpn~0.75", "routing", "WHICH the modem OR the VPN"),
                ("the first", "environment.light", "LIGHT"),
            ]
        ),
        Row(
            name: "neither of two trees is neither",
            steps: [
                ("@modem~0.8 @vpn~0.75", "routing", "WHICH the modem OR the VPN"),
                ("no", "routing", "OPENING-AGAIN"),
                ("doorbell", "symptom.description", "DESCRIPTION"),
            ]
        ),
        Row(
            name: "after neither of two trees other words are heard",
            steps: [
                ("@modem~0.8 @vpn~0.75", "routing", "WHICH the modem OR the VPN"),
                ("no", "routing", "OPENING-AGAIN"),
                ("@vpn~0.9", "context.trigger", "TRIGGER"),
            ]
        ),
        Row(
            name: "no, and which one it is",
            steps: [
                ("@modem~0.8 @vpn~0.75", "routing", "WHICH the modem OR the VPN"),
                ("no @vpn~0.2", "context.trigger", "TRIGGER"),
            ]
        ),
        Row(
            name: "keys choose one of two",
            steps: [
                ("@vpn~0.8 @modem~0.75", "routing", "WHICH the VPN OR the modem"),
                ("(keys 2)", "environment.light", "LIGHT"),
            ]
        ),
        Row(
            name: "scores apart need no question",
            steps: [("@vpn~0.9 @modem~0.6", "context.trigger", "TRIGGER")]
        ),
        Row(
            name: "which of two is asked that a name may stand for",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped", "environment.router", "ROUTER"),
                (
                    "=Netgear~0.3", "environment.router",
                    "WHICH Netgear R7000 OR Netgear R6400"
                ),
                ("#repeat", "environment.router", "WHICH Netgear R7000 OR Netgear R6400"),
                ("(keys 2)", "test.internet", "INTERNET"),
            ],
            facts: ["environment.router": "r6400"]
        ),
        Row(
            name: "two openings that fit nothing lead off the map",
            steps: [
                ("doorbell", "routing", "OPENING-AGAIN"),
                ("doorbell rings", "symptom.description", "DESCRIPTION"),
                ("=rings", "symptom.count", "COUNT"),
                ("noise", "customer.availability", "AVAILABILITY"),
                ("=now", "ended escalated", "ESCALATED"),
            ],
            facts: ["symptom.count": "!not-understood", "customer.availability": "now"],
            at: "intake/few"
        ),
        Row(
            name: "a second opening that fits is taken",
            steps: [
                ("it is broken", "routing", "OPENING-AGAIN"),
                ("@vpn", "context.trigger", "TRIGGER"),
            ]
        ),
        Row(
            name: "a second opening that is weak alone",
            steps: [
                ("@vpn~0.4", "routing", "OPENING-AGAIN"),
                ("@modem~0.3", "symptom.description", "DESCRIPTION"),
            ]
        ),
        Row(
            name: "while the tree is sought: wait, repeat, silence",
            steps: [
                ("#wait", "routing", "WAIT"),
                ("#repeat", "routing", "OPENING"),
                ("(silence)", "routing", "SILENCE OPENING"),
                ("@vpn", "context.trigger", "TRIGGER"),
            ]
        ),
        Row(
            name: "a silent line ends with Tier 2",
            steps: [
                ("(silence)", "routing", "SILENCE OPENING"),
                ("(silence)", "routing", "SILENCE OPENING"),
                ("(silence)", "symptom.description", "DESCRIPTION"),
                ("(silence)", "symptom.count", "SILENCE COUNT"),
                ("(silence)", "customer.availability", "SILENCE AVAILABILITY"),
                ("(silence)", "customer.availability", "SILENCE AVAILABILITY"),
                ("(silence)", "ended escalated", "ESCALATED"),
            ],
            facts: [
                "symptom.description": "!not-understood",
                "customer.availability": "!not-understood",
            ],
            at: "intake/few"
        ),
    ]
}
