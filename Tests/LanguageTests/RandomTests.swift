import Messages
import TestSupport
import Testing

@testable import Language

@Suite struct RandomTests {
    private static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// What a pack and some odd customers say.
    private static func words(of pack: LanguagePack) -> [String] {
        var words = pack.phrases.flatMap(\.phrases)
        words += pack.times.words.flatMap { parts($0.words) }
        words += pack.words.soundAlikes.flatMap { parts($0.words) }
        words += pack.words.signs.flatMap { parts($0.words) }
        words += parts(pack.words.alphabet)
        words += [
            "one", "ninety", "hundred", "oh", "point", "double", "12th", "9:30", "4.2.1",
            "99999999999", "netgear r seven thousand", "old one", "comcast", "a", "t",
            "swapped my router", "?", "é", "calm cast", "b", "as in boy", "triple", "com",
            "example", "i said", "not", "but", "option", "zero", "0th", "nummer", "null",
            "99999999999999999999th", "99999999999999999999", "linksys", "before", "used to be",
        ]
        return words
    }

    /// What is known where some questions were answered: an option, else something that is said in the rows of words, too.
    private static func facts(
        of nodes: [ListeningNode],
        _ numbers: inout SeededGenerator
    ) -> [String: Fact] {
        var facts: [String: Fact] = [:]
        for node in nodes {
            let keys =
                node.options.isEmpty
                ? ["comcast", "3", "2026-11-16", "4.2.1"] : node.options.map(\.id)
            facts[node.fact] = Fact(
                key: node.fact,
                value: FactValue(
                    kind: node.valueKind,
                    key: keys.randomElement(using: &numbers) ?? ""
                ),
                provenance: Provenance(
                    source: .said,
                    turn: UInt32.random(in: 0..<3, using: &numbers)
                )
            )
        }
        return facts
    }

    /// Goal: no row of words, however odd, breaks the listener, changes with the run, or gives facts that lack
    /// a quote from the utterance or a confidence from 0 to 1.
    @Test(arguments: ["en-US", "de-DE"])
    func `odd rows of words break the listener`(tag: String) throws {
        let seed = UInt64.random(in: 0 ... .max)
        var numbers = SeededGenerator(seed: seed)
        let language = SpokenLanguage.of(tag)
        let nodes = (Fixture.nodes + SidesTests.nodes + ChoiceTests.nodes).map(Fixture.listened)
        // What questions ask and have done, and their answers, beside all that the pack knows.
        let words =
            Self.words(of: language.pack) + nodes.flatMap { $0.options.flatMap(\.phrases) }
            + nodes.flatMap { $0.node.say.split(separator: " ").map(String.init) }
        // Rules look for these beside each other, where chance among all words hardly puts them.
        let usual = Self.parts(
            tag == "de-DE"
                ? "nicht seit nein doch montag gestern bis ab um und oder drei uhr tage ich es ging auch"
                : "not since no wait monday yesterday until after at and or three pm days i it worked too"
        )
        // So do those for what others have, what is supposed, came to be or was wrong.
        let told = Self.parts(
            tag == "de-DE"
                ? "meine nachbarin hat ihrs wenn gekauft hab ich bei uns ist war stimmt falsch vodafone comcast ich"
                : "my neighbour has hers if bought we with is was thats wrong mine comcast spectrum i told you the"
        )
        let listener = Listener(language: language)
        for round in 0..<1_000 {
            let count = Int.random(in: 1...14, using: &numbers)
            let text = (0..<count)
                .map { _ in
                    let isUsual =
                        round.isMultiple(of: 2) && Int.random(in: 0..<4, using: &numbers) > 0
                    let among = isUsual ? round.isMultiple(of: 4) ? usual : told : words
                    return among.randomElement(using: &numbers) ?? ""
                }
                .joined(separator: " ")
            let known = Set(nodes.indices.filter { _ in Bool.random(using: &numbers) })
            let context = ListeningContext(
                asked: nodes.randomElement(using: &numbers),
                settled: Bool.random(using: &numbers) ? nodes.first(where: \.hasTwoSides) : nil,
                open: nodes.indices.filter { !known.contains($0) }.map { nodes[$0] },
                known: known.sorted().map { nodes[$0] },
                facts: Self.facts(of: known.sorted().map { nodes[$0] }, &numbers),
                lexicon: Fixture.lexicon,
                clock: Fixture.clock
            )
            let heard = try listener.listen(to: [Alternative(text: text)], in: context)
            let again = try listener.listen(to: [Alternative(text: text)], in: context)
            #expect(heard == again, "seed \(seed), round \(round): \(text)")
            for fact in [heard.answer].compactMap({ $0 }) + heard.volunteered {
                let quote = fact.provenance?.quote ?? ""
                let confidence = fact.provenance?.confidence ?? -1
                #expect(
                    !quote.isEmpty && text.contains(quote) && (0...1).contains(confidence)
                        && (fact.value?.key.isEmpty == false
                            || fact.value == nil && fact.notObtained == .takenBack),
                    "seed \(seed), round \(round): \(text)"
                )
            }
        }
    }

    @Test(
        arguments: [
            ("context.trigger", "option zero"), ("context.trigger", "the 0th"),
            ("symptom.since", "since the 99999999999999999999th"),
            (
                "environment.previous-router",
                "we had a linksys actually before we have four computers"
            ),
        ]
    )
    func `a number or a name that nobody foresaw ends the server`(asked: String, says: String)
        throws
    {
        let heard = try Fixture.listen(
            says,
            Fixture.context(asked: asked, known: ["environment.computers"])
        )
        #expect(heard.answer?.value?.key != "0")
    }

    /// Goal: a phrase whose words are all fillers, or that stands twice in a list, is never heard of.
    @Test(arguments: ["en-US", "de-DE"])
    func `a phrase of a pack can't be found`(tag: String) {
        let language = SpokenLanguage.of(tag)
        for list in language.pack.phrases {
            for phrase in list.phrases {
                let words = language.tokens(of: phrase).items
                let isFound = words.contains { !$0.classes.contains(.filler) }
                #expect(isFound, "\(list.mark): \(phrase)")
            }
            let different = Set(list.phrases).count
            #expect(different == list.phrases.count, "\(list.mark)")
        }
    }

    @Test func `a long utterance is read to its end or cuts a word in two`() {
        let long = String(repeating: "abcdefg ", count: 1_000)
        let tokens = SpokenLanguage.of("en-US").tokens(of: long)
        #expect(tokens.count == Tokens.maximumBytes / 8)
        #expect(tokens.text(of: tokens.count - 1) == "abcdefg")
        let short = String(repeating: "ab ", count: 1_000)
        #expect(SpokenLanguage.of("en-US").tokens(of: short).count == Tokens.maximumWords)
        let one = String(repeating: "x", count: 5_000)
        #expect(SpokenLanguage.of("en-US").tokens(of: one).isEmpty)
    }

    @Test func `a language that is not there is refused, or heard as another than the first`() {
        #expect(SpokenLanguage.supports("en"))
        #expect(SpokenLanguage.supports("EN_gb"))
        #expect(!SpokenLanguage.supports("fr-FR"))
        #expect(SpokenLanguage.of("fr-FR").tag == "en-US")
    }
}
