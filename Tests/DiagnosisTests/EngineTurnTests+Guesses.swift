extension EngineTurnTests {
    /// What a call does while an answer is guessed and confirmed.
    static let guesses: [Row] = [
        Row(
            name: "an unsure answer is confirmed once",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped~0.4", "confirming context.trigger", "CHECK it was swapped?"),
                ("yes", "environment.router", "ROUTER"),
                ("=ax73~0.3", "confirming environment.router", "CHECK ax73?"),
                ("no", "environment.router", "ROUTER"),
                ("=ax73~0.3", "test.internet", "INTERNET"),
            ],
            facts: ["context.trigger": "swapped", "environment.router": "!not-understood"]
        ),
        Row(
            name: "a denied yes is a no, and a no to a no says nothing",
            steps: [
                ("@modem", "environment.light", "LIGHT"),
                ("=no~0.4", "confirming environment.light", "CHECK no?"),
                ("no", "environment.light", "LIGHT"),
                ("=yes~0.4", "confirming environment.light", "CHECK yes?"),
                ("no", "customer.availability", "AVAILABILITY"),
            ],
            facts: ["environment.light": "no"]
        ),
        Row(
            name: "guesses that fail are made four times, then the question is asked and given up",
            steps: [
                ("@vpn context.trigger=nothing test.internet=fail", "environment.light", "LIGHT"),
                ("=yes", "environment.provider", "PROVIDER"),
                ("=a~0.4", "confirming environment.provider", "CHECK a?"),
                ("=b~0.4", "confirming environment.provider", "CHECK b?"),
                ("=c~0.4", "confirming environment.provider", "CHECK c?"),
                ("=d~0.4", "confirming environment.provider", "CHECK d?"),
                ("=e~0.4", "environment.provider", "PROVIDER"),
                ("=f~0.4", "customer.availability", "AVAILABILITY"),
            ],
            facts: ["environment.provider": "!not-understood"]
        ),
        Row(
            name: "a question back beside a denied guess leads to the question again",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=fail~0.4", "confirming test.internet", "CHECK Internet: FAIL?"),
                ("no #questionBack ports", "test.internet", "A PORT IS A DOOR. INTERNET"),
            ]
        ),
        Row(
            name: "of two sides of a test, one that is denied leaves a third",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=fail~0.4", "confirming test.internet", "CHECK Internet: FAIL?"),
                ("no", "test.internet", "INTERNET"),
                ("=pass~0.4", "confirming test.internet", "CHECK Internet: PASS?"),
                ("yes", "symptom.message", "MESSAGE"),
            ],
            facts: ["test.internet": "pass"]
        ),
        Row(
            name: "a denied test that could not be done has no other side",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=not-possible~0.4", "confirming test.internet", "CHECK Internet: NOT-POSSIBLE?"),
                ("no", "test.internet", "INTERNET"),
            ]
        ),
        Row(
            name: "a denied answer is corrected in the same breath",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped~0.4", "confirming context.trigger", "CHECK it was swapped?"),
                ("=nothing", "test.internet", "INTERNET"),
            ],
            facts: ["context.trigger": "nothing"]
        ),
        Row(
            name: "keys confirm and deny",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped~0.4", "confirming context.trigger", "CHECK it was swapped?"),
                ("(keys 2)", "context.trigger", "TRIGGER-AGAIN"),
                ("(keys 1)", "environment.router", "ROUTER"),
            ]
        ),
        Row(
            name: "a key that means neither yes nor no denies nothing",
            steps: [
                ("@vpn context.trigger=nothing", "test.internet", "INTERNET"),
                ("=fail~0.4", "confirming test.internet", "CHECK Internet: FAIL?"),
                ("(keys #)", "test.internet", "INTERNET"),
                ("(keys 2)", "environment.light", "LIGHT"),
            ],
            facts: ["test.internet": "fail"]
        ),
        Row(
            name: "noise at a confirmation denies it",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped~0.4", "confirming context.trigger", "CHECK it was swapped?"),
                ("noise", "context.trigger", "TRIGGER-AGAIN"),
                ("=swapped", "environment.router", "ROUTER"),
            ]
        ),
        Row(
            name: "wait and repeat at a confirmation keep it",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=swapped~0.4", "confirming context.trigger", "CHECK it was swapped?"),
                ("#wait", "confirming context.trigger", "WAIT"),
                ("#repeat", "confirming context.trigger", "CHECK it was swapped?"),
                ("yes", "environment.router", "ROUTER"),
            ]
        ),
    ]
}
