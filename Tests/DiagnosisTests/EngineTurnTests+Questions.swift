extension EngineTurnTests {
    /// What a call does while questions are asked and answered.
    static let questions: [Row] = [
        Row(
            name: "a question is asked twice, then given up",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("noise", "context.trigger", "TRIGGER-AGAIN"),
                ("noise", "test.internet", "INTERNET"),
            ],
            facts: ["context.trigger": "!not-understood"]
        ),
        Row(
            name: "three turns that bring nothing lead off the map",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("noise", "context.trigger", "TRIGGER-AGAIN"),
                ("#offTopic", "test.internet", "OFF-TOPIC INTERNET"),
                ("noise", "symptom.description", "DESCRIPTION"),
            ],
            at: "intake/description"
        ),
        Row(
            name: "an answer ends the row of turns that bring nothing",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("noise", "context.trigger", "TRIGGER-AGAIN"),
                ("=nothing", "test.internet", "INTERNET"),
                ("noise", "test.internet", "INTERNET"),
                ("=pass", "symptom.message", "MESSAGE"),
                ("noise", "symptom.message", "MESSAGE"),
                ("=connected", "closing", "LAST-WORDS RESOLVED"),
            ]
        ),
        Row(
            name: "repeat says the question as it is, wait asks nothing",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#repeat", "context.trigger", "TRIGGER"),
                ("#wait", "context.trigger", "WAIT"),
                ("(silence)", "context.trigger", "SILENCE TRIGGER"),
                ("#wait", "context.trigger", "WAIT"),
                ("#wait", "context.trigger", "WAIT"),
                ("=nothing", "test.internet", "INTERNET"),
            ]
        ),
        Row(
            name: "does not know, will not say",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#doesNotKnow", "test.internet", "INTERNET"),
                ("#declines", "symptom.message", "MESSAGE"),
            ],
            facts: ["context.trigger": "!did-not-know", "test.internet": "!declined"]
        ),
        Row(
            name: "a question back is answered from an article, then the question again",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#questionBack what are ports", "context.trigger", "A PORT IS A DOOR. TRIGGER"),
                ("#questionBack what is a silent", "context.trigger", "NO-ANSWER TRIGGER"),
                ("=nothing #questionBack ports", "test.internet", "A PORT IS A DOOR. INTERNET"),
            ]
        ),
        Row(
            name: "what may be an answer beside a question back waits until that is answered",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                (
                    "=nothing~0.4 #questionBack ports", "context.trigger",
                    "A PORT IS A DOOR. TRIGGER"
                ),
                ("=swapped", "environment.router", "ROUTER"),
            ],
            facts: ["context.trigger": "swapped"]
        ),
        Row(
            name: "answered questions back are no reason to go off the map",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("#questionBack ports", "context.trigger", "A PORT IS A DOOR. TRIGGER"),
                ("#questionBack ports", "context.trigger", "A PORT IS A DOOR. TRIGGER"),
                ("#questionBack ports", "context.trigger", "A PORT IS A DOOR. TRIGGER"),
                ("#questionBack ports", "context.trigger", "A PORT IS A DOOR. TRIGGER"),
            ]
        ),
        Row(
            name: "an interruption without words brings the question again, one with words counts",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("(interrupted)", "context.trigger", "TRIGGER"),
                ("(into =swapped)", "environment.router", "ROUTER"),
            ]
        ),
        Row(
            name: "keys answer by the number of the option",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("(keys 3)", "context.trigger", "TRIGGER-AGAIN"),
                ("(keys 2)", "test.internet", "INTERNET"),
                ("(keys 1)", "symptom.message", "MESSAGE"),
            ],
            facts: ["context.trigger": "nothing", "test.internet": "pass"]
        ),
        Row(
            name: "keys give a number",
            steps: [
                ("doorbell", "routing", "OPENING-AGAIN"),
                ("doorbell", "symptom.description", "DESCRIPTION"),
                ("=x", "symptom.count", "COUNT"),
                ("(keys 4)", "customer.availability", "AVAILABILITY"),
                ("(hang-up)", "ended escalated", ""),
            ],
            facts: ["symptom.count": "4"],
            at: "intake/many"
        ),
        Row(
            name: "an answer may say more than was asked",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                (
                    "=swapped environment.router=ax73 test.internet=pass", "symptom.message",
                    "MESSAGE"
                ),
            ]
        ),
        Row(
            name: "a correction goes on at the open question when the way stays the same",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped", "environment.router", "ROUTER"),
                ("=ax73", "test.internet", "INTERNET"),
                ("#correction environment.router=r7000", "test.internet", "INTERNET"),
                ("=pass", "symptom.message", "MESSAGE"),
            ],
            facts: ["environment.router": "r7000"]
        ),
        Row(
            name: "a correction changes the way and what still holds is not asked again",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=pass", "symptom.message", "MESSAGE"),
                ("#correction context.trigger=swapped", "environment.router", "ROUTER"),
                ("=ax73", "symptom.message", "MESSAGE"),
            ],
            facts: ["test.internet": "pass"]
        ),
        Row(
            name: "a goto goes on in the other tree, and a correction comes back",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=fail", "environment.light", "LIGHT"),
                ("#correction test.internet=pass", "symptom.message", "MESSAGE"),
            ],
            at: "vpn/message"
        ),
        Row(
            name: "required facts of every tree on the way, then the availability",
            steps: [
                ("@modem", "environment.light", "LIGHT"),
                ("=yes", "customer.availability", "AVAILABILITY"),
                ("#correction environment.light=no", "customer.availability", "AVAILABILITY"),
                ("=now", "ended escalated", "ESCALATED"),
            ],
            at: "modem/power"
        ),
        Row(
            name: "a required fact is asked twice at most",
            steps: [
                ("@vpn context.trigger=nothing test.internet=fail", "environment.light", "LIGHT"),
                ("=yes", "environment.provider", "PROVIDER"),
                ("noise", "environment.provider", "PROVIDER"),
                ("noise", "customer.availability", "AVAILABILITY"),
                ("noise", "customer.availability", "AVAILABILITY"),
                ("noise", "ended escalated", "ESCALATED"),
            ],
            facts: [
                "environment.provider": "!not-understood",
                "customer.availability": "!not-understood", "product.version": "!timed-out",
            ],
            at: "modem/line"
        ),
    ]
}
