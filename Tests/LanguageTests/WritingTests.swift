import Messages
import Testing

@testable import Language

@Suite struct WritingTests {
    @Test(
        arguments: [
            ("en-US", 1.5, "bar", "1.5 bar"), ("de-DE", 1.5, "bar", "1,5 bar"),
            ("de-DE", -0.25, "", "-0,25"), ("de-DE", 1_234, "", "1234"), ("en-GB", 12, "", "12"),
        ]
    )
    func `a number is written as in another language`(
        tag: String,
        number: Double,
        unit: String,
        text: String
    ) {
        #expect(SpokenLanguage.of(tag).text(of: number, unit: unit) == text)
    }

    /// Keys are read by programs, which know one form.
    @Test(arguments: [("en-US", "2026-11-03"), ("de-DE", "03.11.2026")])
    func `a day is written as in another language, or its key is`(tag: String, text: String) throws
    {
        let heard = try Fixture.listen(
            "3. november",
            asked: Fixture.node("symptom.since", .date),
            language: .of(tag)
        )
        #expect(heard.answer?.value?.key == "2026-11-03")
        #expect(heard.answer?.value?.text == text)
    }

    @Test func `a language has no words for an outcome, or too long ones for a field`() {
        for pack in [LanguagePack.english, .german] {
            let words = pack.fixedWords
            #expect(Set(words.outcomes.keys) == Set(Outcome.allCases), "\(pack.tag)")
            #expect(Set(words.notObtained.keys) == Set(NotObtained.allCases), "\(pack.tag)")
            for (_, name) in Mirror(reflecting: words.fields).children {
                #expect((name as? String).map { (1...22).contains($0.count) } == true, "\(name)")
            }
        }
    }
}
