import Messages
import Testing

@testable import Diagnosis

/// What a call does turn by turn, as tables: what comes in, where the call then stands, and what it says.
@Suite struct EngineTurnTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let steps: [(says: String, standing: String, say: String)]
        var facts: [String: String] = [:]
        var at = ""
        var testDescription: String { name }
    }

    /// Says that stand for what is not speech.
    static func input(_ words: String) -> InputKind {
        switch words {
        case "(silence)": .silence(Silence(durationMs: 5_000))
        case "(hang-up)": .hangUp(HangUp())
        case "(interrupted)": .interruption(Interruption(heard: "TRI"))
        case let words where words.hasPrefix("(keys "):
            .digits(String(words.dropFirst(6).dropLast()))
        case let words where words.hasPrefix("(into "):
            .interruption(
                Interruption(
                    heard: "TRI",
                    speech: Speech(
                        alternatives: [Alternative(text: String(words.dropFirst(6).dropLast()))]
                    )
                )
            )
        default: .speech(Speech(alternatives: [Alternative(text: words)]))
        }
    }

    static let rows: [Row] = [
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
                ("=fail~0.4", "confirming test.internet", "CHECK FAIL?"),
                ("no #questionBack ports", "test.internet", "A PORT IS A DOOR. INTERNET"),
            ]
        ),
        Row(
            name: "of two sides of a test, one that is denied leaves a third",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=fail~0.4", "confirming test.internet", "CHECK FAIL?"),
                ("no", "test.internet", "INTERNET"),
                ("=pass~0.4", "confirming test.internet", "CHECK PASS?"),
                ("yes", "symptom.message", "MESSAGE"),
            ],
            facts: ["test.internet": "pass"]
        ),
        Row(
            name: "a denied test that could not be done has no other side",
            steps: [
                ("@vpn", "context.trigger", "TRIGGER"),
                ("=nothing", "test.internet", "INTERNET"),
                ("=not-possible~0.4", "confirming test.internet", "CHECK NOT-POSSIBLE?"),
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
                ("=fail~0.4", "confirming test.internet", "CHECK FAIL?"),
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

    @Test(arguments: rows)
    func `a turn is answered otherwise than the table says`(_ row: Row) throws {
        var play = try Play()
        for (number, step) in row.steps.enumerated() {
            // A waited lookup is over when silence comes.
            let wait =
                play.reply.expects?.waiting == true ? Int64(play.reply.expects?.waitMs ?? 0) : 0
            try play.take(Self.input(step.says), after: 1_000 + wait)
            #expect(play.standing == step.standing, "step \(number): \(step.says)")
            #expect(play.reply.say == step.say, "step \(number): \(step.says)")
            #expect(play.reply.turn == UInt32(number + 1))
            #expect((play.reply.expects == nil) == (play.state.progress.phase == .ended))
        }
        for (fact, value) in row.facts {
            #expect(play.value(fact) == value, "\(fact)")
        }
        if !row.at.isEmpty { #expect(play.state.progress.node == row.at) }
    }
}
