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

    @Test(arguments: openings + questions + guesses + endings)
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
