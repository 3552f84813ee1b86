extension SoundRules {
    /// English names as they are spoken in America.
    static let english = SoundRules(
        rules: [
            Rule("^a", "A"), Rule("^e", "A"), Rule("^i", "A"), Rule("^o", "A"), Rule("^u", "A"),
            Rule("^wh", "W"), Rule("^wr", "R"), Rule("^w", "W"), Rule("^y", "Y"), Rule("^kn", "N"),
            Rule("^gn", "N"), Rule("^ps", "S"), Rule("^h", "H"), Rule("^x", "S"),
            Rule("alm", "M"), Rule("alk", "K"), Rule("ould", "T"),
            Rule("bb", "P"), Rule("b", "P"), Rule("pp", "P"), Rule("ph", "F"), Rule("p", "P"),
            Rule("sch", "X"), Rule("sh", "X"), Rule("ch", "X"), Rule("tch", "X"), Rule("tia", "X"),
            Rule("tio", "X"), Rule("cia", "X"), Rule("cio", "X"), Rule("dg", "X", before: "eiy"),
            Rule("j", "X"), Rule("ge", "X", before: "nor"), Rule("gi", "X", before: "na"),
            Rule("ck", "K"), Rule("cc", "K"), Rule("c", "S", before: "eiy"), Rule("c", "K"),
            Rule("gh", ""), Rule("gg", "K"), Rule("g", "K"), Rule("qu", "K"), Rule("q", "K"),
            Rule("k", "K"), Rule("x", "KS"), Rule("ss", "S"), Rule("s", "S"), Rule("z", "S"),
            Rule("th", "T"), Rule("tt", "T"), Rule("t", "T"), Rule("dd", "T"), Rule("d", "T"),
            Rule("v", "F"), Rule("f", "F"), Rule("ll", "L"), Rule("l", "L"), Rule("m", "M"),
            Rule("nn", "N"), Rule("n", "N"), Rule("rr", "R"), Rule("r", "R"),
        ]
    )
}
