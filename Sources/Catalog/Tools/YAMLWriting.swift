/// Writes texts so that YAML reads them back unchanged.
enum YAMLWriting {
    /// A text as a scalar: bare where that is safe, in double quotes otherwise.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        let words: Set<String> = ["yes", "no", "true", "false", "on", "off", "null", "y", "n"]
        guard let first = text.first, first.isASCII, first.isLetter, text.last != " ",
            !words.contains(text.lowercased())
        else { return false }
        return text.allSatisfy { character in
            character.isASCII
                && (character.isLetter || character.isNumber || " ,.()'/-".contains(character))
        } && !text.contains(", ")
    }

    /// A text in double quotes, which fits everywhere.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            // A reader that looks for anchors must not take it for one.
            case "&": quoted += "\\x26"
            case _ where scalar.value < 32 || scalar.value == 127: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
