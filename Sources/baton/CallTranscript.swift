internal import Diagnosis
internal import Foundation
internal import Messages

/// A call as people read it, line by line while it goes on.
struct CallTranscript {
    private let isSilent: Bool
    private let hasColour: Bool

    /// A silent one prints nothing: its reader is a machine.
    init(isSilent: Bool) {
        self.isSilent = isSilent
        hasColour = !isSilent && isatty(STDOUT_FILENO) == 1
    }

    func agent(_ words: String) {
        if !words.isEmpty { show("agent", words, colour: "1;36") }
    }

    func customer(_ words: String) { show("customer", words, colour: "1;32") }

    func system(_ words: String) { show("system", words, colour: "33") }

    func note(_ words: String) { show("", words, colour: "2") }

    /// A turn of a call that was held before, with what was understood of it.
    func show(_ turn: TurnView, _ understood: [String]) {
        if turn.isBetweenTurns {
            system(turn.heard)
        } else {
            let name = turn.turn == 0 ? "start" : "turn \(turn.turn)"
            show(name, timestamp(milliseconds: turn.atMs), colour: "2")
            if !turn.heard.isEmpty { customer(turn.heard) }
        }
        for line in understood { note(line) }
        agent(turn.said)
    }

    func failure(_ words: String) { show("✗", words, colour: "1;31") }

    /// Words without a speaker: a heading or a result.
    func line(_ words: String) {
        if !isSilent { write(words + "\n") }
    }

    /// Waits for what a person types; nil when the input has ended.
    func ask() -> String? {
        guard isatty(STDIN_FILENO) == 1 else {
            // A pipe does not show what goes through it.
            let line = readLine()
            if let line { customer(line) }
            return line
        }
        write(hasColour ? "\u{1B}[1;32mcustomer\u{1B}[0m  " : "customer  ")
        return readLine()
    }

    private func show(_ speaker: String, _ words: String, colour: String) {
        guard !isSilent else { return }
        let name = speaker.padding(toLength: 8, withPad: " ", startingAt: 0)
        let text = words.printable
        write(hasColour ? "\u{1B}[\(colour)m\(name)\u{1B}[0m  \(text)\n" : "\(name)  \(text)\n")
    }

    /// At once, also into a pipe: whoever watches sees the call as it goes.
    private func write(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
}

extension InputKind {
    /// The input in words.
    var words: String {
        switch self {
        case .speech(let speech): speech.alternatives.first?.text ?? ""
        case .digits(let keys): "(presses \(keys))"
        case .answers: "(structured answers)"
        case .silence(let silence): "(\(Self.seconds(silence.durationMs)) of silence)"
        case .interruption(let words): words.speech?.alternatives.first?.text ?? "(interrupts)"
        case .hangUp: "(hangs up)"
        }
    }

    static func seconds(_ milliseconds: UInt32) -> String {
        let tenths = (milliseconds + 50) / 100
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}
