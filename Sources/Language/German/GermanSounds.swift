extension SoundRules {
    /// Names as they are spoken in Germany.
    static let german = SoundRules(
        rules: [
            Rule("^a", "A"), Rule("^e", "A"), Rule("^i", "A"), Rule("^o", "A"), Rule("^u", "A"),
            Rule("^h", "H"), Rule("bb", "P"), Rule("b", "P"), Rule("pf", "F"), Rule("pp", "P"),
            Rule("ph", "F"), Rule("p", "P"), Rule("tsch", "X"), Rule("sch", "X"),
            Rule("ch", "K"), Rule("ck", "K"), Rule("c", "S", before: "eiy"), Rule("c", "K"),
            Rule("gg", "K"), Rule("g", "K"), Rule("qu", "KF"), Rule("kk", "K"), Rule("k", "K"),
            Rule("x", "KS"), Rule("ss", "S"), Rule("s", "S"), Rule("tz", "TS"), Rule("z", "TS"),
            Rule("th", "T"), Rule("tt", "T"), Rule("t", "T"), Rule("dd", "T"), Rule("dt", "T"),
            Rule("d", "T"), Rule("w", "F"), Rule("v", "F"), Rule("ff", "F"), Rule("f", "F"),
            Rule("ll", "L"), Rule("l", "L"), Rule("mm", "M"), Rule("m", "M"), Rule("nn", "N"),
            Rule("n", "N"), Rule("rr", "R"), Rule("r", "R"), Rule("j", "Y"),
        ]
    )
}
