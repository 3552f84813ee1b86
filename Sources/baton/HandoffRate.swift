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

    @Option(
        help: ArgumentHelp(
            "What was wrong: a fact's key, issue, diagnosis or recommendation; may be repeated.",
            valueName: "field"
        )
    )
    var wrong: [String] = []

    @Option(help: "A note.")
    var note = ""

    @Option(help: "Seconds that reading took.")
    var seconds: UInt32?

    @Option(help: "Who rates; $USER, or else the account, by default.")
    var engineer: String?

    @Option(
        help: ArgumentHelp(
            "The rating of yours that this one takes the place of; 'last' for your last one.",
            valueName: "rating"
        )
    )
    var corrects = ""

    @Option(help: "Id of the rating: the same again changes nothing. A new one by default.")
    var id: String?

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let engineer = try server.person(engineer, "--engineer")
        var rating = Rating(
            ratingID: id ?? UUID().uuidString,
            engineer: engineer,
            score: score ?? 0,
            missing: missing,
            askedAgain: askedAgain,
            wrong: wrong,
            note: note,
            seconds: seconds ?? 0,
            corrects: corrects
        )
        if score == nil { try ask(&rating, try server.explain { try link.get(call) }) }
        let request = RateRequest(callID: call, rating: rating)
        let state = try server.explain { HandoffStateOutput(call, try link.rate(request)) }
        if format.json { return try printJSON(state) }
        print("\(call): rated \(rating.score)")
        let rated = state.ratings.first { $0.ratingID == rating.ratingID }
        for fact in rated?.rediagnosed ?? [] { print(fact.line) }
    }

    private func ask(_ rating: inout Rating, _ detail: HandoffDetail) throws {
        guard let record = detail.record else {
            throw CommandFailure("the handoff of call \(call) is not made yet: rate it later")
        }
        guard Interview.isPossible else {
            throw CommandFailure("--score is missing: give it, or run this at a terminal")
        }
        // A token's name is not known here.
        if let last = detail.ratings.last(where: { $0.engineer == rating.engineer }) {
            print("You rated it \(last.score) before: this takes the place of that.")
        }
        if corrects.isEmpty { rating.corrects = "last" }
        try Interview(record).fill(&rating)
    }
}

/// Asks an engineer for a rating, in under twenty seconds: numbers, and Enter for "none".
struct Interview {
    /// What a number stands for.
    struct Choice {
        let key: String
        let label: String
    }

    /// Lines of a list: what fits on a screen with the questions.
    private static let maximumChoices = 20

    let absent: [Choice]
    let answered: [Choice]
    private let ask: (String) -> String?

    /// Whether there is somebody to ask.
    static var isPossible: Bool { isatty(FileHandle.standardInput.fileDescriptor) == 1 }

    /// - Parameter ask: Shows a question and gives the answer; nil at the end of input.
    init(_ record: HandoffRecord, ask: @escaping (String) -> String? = Self.askTerminal) {
        absent = record.facts.filter(\.value.isEmpty).map { Choice(key: $0.key, label: $0.label) }
        answered = record.facts.filter { !$0.value.isEmpty }.map { fact in
            Choice(key: fact.key, label: "\(fact.label): \(fact.value)")
        }
        self.ask = ask
    }

    /// Asks for score, what was missing, asked again and wrong, a note, and how long reading took.
    func fill(_ rating: inout Rating) throws {
        while rating.score == 0 {
            let answer = try wanted("Score, 1 (useless) to 5 (nothing was missing): ")
            rating.score = UInt32(answer).flatMap { (1...5).contains($0) ? $0 : nil } ?? 0
        }
        if rating.score < 5 {
            show(absent)
            rating.missing += try list(
                "Missing (numbers or words, commas between; Enter for none): ",
                absent
            )
            show(answered)
            rating.askedAgain += try list("Asked the customer again: ", answered)
            rating.wrong += try list(
                "Wrong (also: issue, diagnosis, recommendation): ",
                answered
            )
        }
        let note = try wanted("Note: ")
        if !note.isEmpty { rating.note = note }
        if rating.seconds == 0 {
            let seconds = try wanted("Seconds that reading it took (Enter where you don't know): ")
            rating.seconds = UInt32(seconds) ?? 0
        }
    }

    private func show(_ choices: [Choice]) {
        for (number, choice) in choices.prefix(Self.maximumChoices).enumerated() {
            print("  \(number + 1)  \(choice.label.printable)")
        }
        let more = choices.count - Self.maximumChoices
        if more > 0 { print("  and \(more) more: write what you mean") }
    }

    /// Numbers become fact keys; other words stay as they are.
    func list(_ question: String, _ choices: [Choice]) throws -> [String] {
        try wanted(question).split(separator: ",").compactMap { part in
            let word = part.trimmingCharacters(in: .whitespaces)
            if let number = Int(word), choices.indices.contains(number - 1) {
                return choices[number - 1].key
            }
            let named = choices.first { $0.label.lowercased() == word.lowercased() }
            return word.isEmpty ? nil : named?.key ?? word
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
