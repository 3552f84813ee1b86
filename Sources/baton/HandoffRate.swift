internal import ArgumentParser
internal import Foundation
internal import Messages

/// `baton handoff rate`.
struct HandoffRate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rate",
        abstract: "Say how good a handoff was, and what it lacked.",
        discussion: """
            Without --score, and at a terminal, it asks.

            Example: baton handoff rate call-17 --score 3 --missing environment.firmware
            """
    )

    @Argument(help: "The call.")
    var call: String

    @Option(help: "1 (useless) to 5 (nothing was missing).")
    var score: UInt32?

    @Option(help: ArgumentHelp("A fact's key, or words; may be repeated.", valueName: "fact"))
    var missing: [String] = []

    @Option(help: "A question that had to be asked again; may be repeated.")
    var askedAgain: [String] = []

    @Option(help: "A field that was wrong; may be repeated.")
    var wrong: [String] = []

    @Option(help: "A note.")
    var note = ""

    @Option(help: "Seconds that reading took.")
    var seconds: UInt32 = 0

    @Option(help: "Who rates; $USER by default.")
    var engineer = Engineer.name

    @Option(help: "Id of the rating: one that is known changes nothing. A new one by default.")
    var id = UUID().uuidString

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        var rating = Rating(
            ratingID: id,
            engineer: engineer,
            missing: missing,
            askedAgain: askedAgain,
            wrong: wrong,
            note: note,
            seconds: seconds
        )
        if let score {
            rating.score = score
        } else {
            let detail = try server.explain { try link.get(call) }
            guard let record = detail.record else {
                throw CommandFailure("the handoff of call \(call) is not made yet: rate it later")
            }
            guard Interview.isPossible else {
                throw CommandFailure("--score is missing: give it, or run this at a terminal")
            }
            try Interview(record).fill(&rating)
        }
        let request = RateRequest(callID: call, rating: rating)
        let state = try server.explain { HandoffStateOutput(call, try link.rate(request)) }
        if format.json { return try printJSON(state) }
        print("\(call): rated \(rating.score)")
    }
}

/// Asks an engineer for a rating, in under twenty seconds: numbers, and Enter for "none".
struct Interview {
    /// What a number stands for.
    struct Choice {
        let key: String
        let label: String
    }

    let choices: [Choice]
    private let ask: (String) -> String?

    /// Whether there is somebody to ask.
    static var isPossible: Bool { isatty(FileHandle.standardInput.fileDescriptor) == 1 }

    /// - Parameter ask: Shows a question and gives the answer; nil at the end of input.
    init(_ record: HandoffRecord, ask: @escaping (String) -> String? = Self.askTerminal) {
        let items =
            record.notObtained + record.symptoms + record.environment + record.diagnostics
            + record.fixes
        var choices: [Choice] = []
        for item in items where !choices.contains(where: { $0.key == item.fact }) {
            choices.append(Choice(key: item.fact, label: item.label))
        }
        self.choices = choices
        self.ask = ask
    }

    /// Asks for score, what was missing, asked again and wrong, and a note.
    func fill(_ rating: inout Rating) throws {
        while rating.score == 0 {
            let answer = try wanted("Score, 1 (useless) to 5 (nothing was missing): ")
            rating.score = UInt32(answer).flatMap { (1...5).contains($0) ? $0 : nil } ?? 0
        }
        for (number, choice) in choices.enumerated() {
            print("  \(number + 1)  \(choice.label.forTerminal) (\(choice.key.forTerminal))")
        }
        rating.missing += try list("Missing (numbers or words, commas between; Enter for none): ")
        rating.askedAgain += try list("Asked the customer again: ")
        rating.wrong += try list("Wrong: ")
        let note = try wanted("Note: ")
        if !note.isEmpty { rating.note = note }
    }

    /// Numbers become fact keys; other words stay as they are.
    func list(_ question: String) throws -> [String] {
        try wanted(question).split(separator: ",").compactMap { part in
            let word = part.trimmingCharacters(in: .whitespaces)
            guard let number = Int(word), choices.indices.contains(number - 1) else {
                return word.isEmpty ? nil : word
            }
            return choices[number - 1].key
        }
    }

    private func wanted(_ question: String) throws -> String {
        guard let answer = ask(question) else {
            throw CommandFailure("the input ended: nothing was rated")
        }
        return answer.trimmingCharacters(in: .whitespaces)
    }

    private static func askTerminal(_ question: String) -> String? {
        // Past print's buffer, which waits for the end of the line.
        try? FileHandle.standardOutput.write(contentsOf: Data(question.utf8))
        return readLine()
    }
}
