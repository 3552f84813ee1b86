import Testing

@testable import Language

@Suite struct TokensTests {
    private let english = SpokenLanguage.of("en-US")

    @Test(
        arguments: [
            ("I can't get into the company VPN.", "i cant get into the compani vpn"),
            ("i can not get in", "i cant get in"),
            ("seventy three", "73"),
            ("eleven ninety four", "1194"),
            ("r six thousand four hundred", "r 6400"),
            ("r seven thousand", "r 7000"),
            ("four point two point one", "4.2.1"),
            ("version 4.2.1", "version 4.2.1"),
            ("double seven four", "774"),
            ("four oh three", "403"), ("five oh oh", "500"), ("four oh", "40"),
            ("one point oh", "1.0"), ("one dot oh dot nine", "1.0.9"), ("oh point five", "0.5"),
            ("hundred and one", "101"), ("one nine niner two", "1992"),
            ("its four oh i see", "its 4 i see"), ("the newest one", "the newest one"),
            ("port four four three", "port 443"),
            ("one ninety two dot one sixty eight", "192.168"),
            ("twenty twenty six", "2026"),
            ("six thousand and twelve", "6012"),
            ("two hundred and fifty six", "256"),
            ("a hundred", "100"),
            ("1,000 or 7 thousand", "1000 or 7000"),
            ("the old one two days ago", "the old one 2 day ago"),
            ("the old one was dead", "the old one was dead"),
            ("the v p n on my i p", "the vpn on my ip"),
            ("its a t p link a x seventy three", "its a tp link a x 73"),
            ("b as in boy c as in cat", "bc"),
            ("the twelfth", "the 12th"),
            ("the 12th", "the 12th"),
            ("twenty first", "21th"),
            ("wi-fi and Wi Fi", "wifi and wifi"),
            ("at 9:30 p.m.", "at 930 pm"),
            ("two or three times a day", "2 or 3 time a day"),
            ("oh i see", "i see"), ("triple zero", "000"), ("double oh seven", "007"),
            ("one triple four", "1444"), ("m double s q l", "mssql"),
            ("triple a batteries", "tripl a batteri"), ("bravo tango seven nine", "bravo tango 79"),
            ("bravo tango romeo seven", "btr 7"), ("my alfa romeo", "my alfa romeo"),
            ("in november", "in novemb"), ("echo dot", "echo dot"),
            ("b as in boy d for dog", "bd"), ("double u p a", "wpa"),
            ("v p november", "vpn"), ("x ray bravo one", "xray bravo 1"),
            ("Ü über naïve", "ü über naïv"),
            ("in the evening", "in the evening"),
            ("not even", "not even"),
            ("connections connecting connected", "connect connect connect"),
        ]
    )
    func `phrases that sound alike get different patterns`(text: String, pattern: String) {
        #expect(english.pattern(of: text) == pattern)
    }

    @Test(
        arguments: [
            ("the pharmacy printer", "pharmacyprinter"), ("a team printer", "teamprinter"),
            ("an Oki", "oki"), ("a x seventy three", "ax73"), ("A T and T", "atandt"),
            ("The The", "the"), ("the", "the"),
        ]
    )
    func `an article before a name is a part of it`(name: String, key: String) {
        #expect(english.aliasKey(of: name) == key)
    }
}
