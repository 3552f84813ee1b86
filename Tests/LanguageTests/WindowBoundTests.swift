import Messages
import Testing

@testable import Language

/// What bounds a time, or denies it, in the words that customers choose.
///
/// It is Tuesday 2026-11-17, 10:00 in New York or Berlin.
@Suite struct WindowBoundTests {
    /// A time may be read beyond the words that were to be read: "am" is the first word of the question.
    @Test func `a turn ends with a crash where a question follows what is taken back`() throws {
        let context = Fixture.context(asked: "symptom.message", known: ["customer.availability"])
        for says in ["not at nine, am i late?", "not at nine am I late?", "not nine, pm or am?"] {
            _ = try Fixture.listen(says, context)
        }
    }

    /// Spans of years, one of which is 27,000 days, in 300 words.
    @Test(
        arguments: [
            Array(repeating: "until december 31 2100", count: 75).joined(separator: " "),
            Array(repeating: "tomorrow to december 31 2100 at nine or ten", count: 33)
                .joined(separator: " "),
            "any time but not "
                + Array(repeating: "tomorrow to december 31 2100 before ten", count: 40)
                .joined(separator: " and "),
        ]
    )
    func `days of a century keep a turn busy`(says: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let answer = try Self.heard(says, "en-US")
        #expect((answer?.value?.windows.count ?? 0) <= 16)
        #expect(clock.now - start < .seconds(2))
    }

    private static func heard(_ says: String, _ tag: String) throws -> Fact? {
        let language = SpokenLanguage.of(tag)
        let isGerman = tag == "de-DE"
        let asked = Node(id: "asked", kind: .ask, fact: "asked", valueKind: .windows)
        let context = ListeningContext(
            asked: ListeningNode(asked, language: language),
            lexicon: Fixture.lexicon,
            clock: CallClock(
                startedAtMilliseconds: WindowTests.milliseconds(
                    isGerman ? "2026-11-17 09:00" : "2026-11-17 15:00"
                ),
                zone: isGerman ? "Europe/Berlin" : "America/New_York"
            )
        )
        return try Listener(language: language).listen(to: [Alternative(text: says)], in: context)
            .answer
    }
}
