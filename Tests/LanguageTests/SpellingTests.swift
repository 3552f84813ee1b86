import Messages
import Testing

@testable import Language

@Suite struct SpellingTests {
    @Test(
        arguments: [
            ("john dot smith at example dot com", "john.smith@example.com", true),
            ("its john dot smith at example dot com", "john.smith@example.com", true),
            ("my email is j smith forty two at gmail dot com", "jsmith42@gmail.com", true),
            ("john underscore smith at my dash company dot com", "john_smith@my-company.com", true),
            ("anna at mail dot example dot co dot uk", "anna@mail.example.co.uk", true),
            ("its will dot may at example dot org thanks", "will.may@example.org", true),
            ("you can reach me at info at example dot com", "info@example.com", true),
            ("j as in john d as in dog at example dot com", "jd@example.com", true),
            ("m i k e at example dot c o m", "mike@example.com", true),
            ("double o seven at example dot com", "007@example.com", true),
            ("sam plus support at example dot com", "sam+support@example.com", true),
            ("capital s sam at example dot com", "ssam@example.com", true),
            ("john smith at example dot com", "johnsmith@example.com", false),
            ("It is John.Smith@Example.com.", "john.smith@example.com", true),
            ("rick one two three at example dot com", "rick123@example.com", true),
            ("b o b two thousand and five at example dot com", "bob2005@example.com", true),
            ("fred twenty one at example dot com", "fred21@example.com", true),
            ("susan oh seven at example dot com", "susan07@example.com", true),
            ("tony b 71 at example.com", "tonyb71@example.com", true),
            ("j.smith 84 at example.com", "j.smith84@example.com", true),
            ("anna_lee at mail.example.com", "anna_lee@mail.example.com", true),
            ("will at example dot com", "will@example.com", false),
            ("bob the builder at example dot com", "bobthebuilder@example.com", false),
            ("paul at one dot com", "paul@one.com", false),
            ("dave at two degrees dot com", "dave@2degrees.com", false),
            ("lisa at gmail no sorry at example dot com", "lisa@example.com", false),
            ("i am at home", nil, false), ("at example dot com", nil, false),
            ("john dot smith", nil, false), ("the dot at the top", nil, false),
            ("no idea", nil, false), ("john at example", nil, false),
        ] as [(String, String?, Bool)]
    )
    func `an address is not the one that was spelled`(says: String, address: String?, sure: Bool)
        throws
    {
        let heard = try Fixture.listen(says, Fixture.context(asked: "customer.email"))
        #expect(heard.answer?.value?.key == address)
        if address != nil {
            #expect(((heard.answer?.provenance?.confidence ?? 0) >= 0.7) == sure)
        }
    }

    @Test(
        arguments: [
            ("five c d nine one two three x y z", "5CD9123XYZ", true),
            ("its five c d double nine b as in boy", "5CD99B", true),
            ("the serial number is a b triple zero seven", "AB0007", true),
            ("bravo tango seven nine dash one one", "BT79-11", true),
            ("one oh five r six thousand four hundred", "105R6400", true),
            ("eleven ninety four k", "1194K", true),
            ("capital w double u four four one", "WW441", true),
            ("um five cd nine um four four x", "5CD944X", true),
            ("x ray tango nine niner four", "XT994", true),
            ("one x ray two three four", "1X234", true),
            ("m x then four oh oh seven and then k l", "MX4007KL", true),
            ("f one g three okay h five j seven", "F1G3H5J7", true),
            ("zero four one one then a dash then b b", "0411-BB", true),
            ("one two three space four five six", "123456", true),
            ("the letter b then the number nine then two three", "B923", true),
            ("v as in victor not b as in boy three three one", "V331", true),
            ("oh nine eight seven six", "09876", false),
            ("model is h l twenty three fifty and the serial is u six three eight", "U638", false),
            ("five see d nine one", "5CD91", false), ("four four oh b one", "440B1", false),
            ("seven for nine to two x", "74922X", false),
            ("It says 5CD9123XYZ on it", "5CD9123XYZ", true),
            ("i cant find it", nil, false), ("on the back of the box", nil, false),
            ("its a netgear", nil, false), ("four", nil, false),
        ] as [(String, String?, Bool)]
    )
    func `a serial number is not the one that was read out`(
        says: String,
        number: String?,
        sure: Bool
    ) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "product.serial"))
        #expect(heard.answer?.value?.key == number)
        if number != nil {
            #expect(((heard.answer?.provenance?.confidence ?? 0) >= 0.7) == sure)
        }
    }

    @Test(
        arguments: [
            ("no its j dot smith at example dot com", "j.smith@example.com"),
            ("no sorry joan at example dot com", "joan@example.com"),
            ("yes john at example dot com", "john@example.com"), ("yes", "john@example.com"),
            ("no", nil), ("no smith with a y s m y t h at example dot com", nil),
        ] as [(String, String?)]
    )
    func `an address is lost that was said in place of another`(says: String, address: String?)
        throws
    {
        let fact = Fact(
            key: "customer.email",
            value: FactValue(kind: .text, key: "john@example.com", text: "john@example.com")
        )
        let context = Fixture.context(asked: "customer.email", confirming: fact)
        let answer = try #require(try Fixture.listen(says, context).answer)
        #expect(answer.value?.key == address)
    }

    @Test func `an address that was volunteered is asked again`() throws {
        let heard = try Fixture.listen(
            "my email is anna dot lee at example dot com and nothing loads",
            Fixture.context(asked: "test.internet")
        )
        #expect(heard.answer?.value?.key == "fail")
        let email = heard.volunteered.first { $0.key == "customer.email" }
        #expect(email?.value?.key == "anna.lee@example.com")
    }
}
