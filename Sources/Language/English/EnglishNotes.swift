internal import Messages

extension NoteWords {
    static let english = NoteWords(
        aspects: """
            version versions number numbers name names kind type level release exact current currently
            precise details detail info information value status state
            """,
        versions: ["version", "versions"],
        questions: [
            .version: "Which version of the {} do you have?",
            .date: "Since which day is it so: {}?",
            .duration: "How long is the {}?",
            .frequency: "How often does it happen: {}?",
            .text: "Please tell me the {}.",
        ],
        lacking: [
            "missing", "missed", "lacking", "lacked", "lacks", "lack", "without", "no", "need",
            "needed", "needs", "ask", "asked", "unknown", "absent", "forgot", "forgotten", "never",
            "wanted", "nothing", "not", "didnt", "wasnt", "isnt", "know", "known",
        ],
        belonging: "of",
        notKnowing: "I don't know that",
        asking: AskingWords(
            asking: [
                "ask", "asked", "asking", "asks", "reask", "reasked", "reasking", "repeat",
                "reconfirm", "reconfirmed", "recollect", "recollected", "requery", "requeried",
            ],
            getting: [
                "get", "got", "getting", "collect", "collected", "request", "requested", "confirm",
                "confirmed", "verify", "verified", "find", "found", "gather", "gathered", "check",
                "checked", "went", "go", "going", "told", "tell", "explain", "needed", "question",
                "questioned", "establish", "established", "clarify", "clarified",
            ],
            again: ["again"],
            others: [
                "customer", "caller", "user", "client", "he", "she", "they", "bot", "baton", "call",
                "system", "agent", "ai", "assistant", "tree", "it", "tier", "1", "robot", "who",
            ],
            auxiliaries: [],
            wishing: ["should", "please", "must", "could", "would", "ought"],
            usual: [
                "customer", "caller", "user", "client", "question", "questions", "call", "handoff",
                "information", "info", "detail", "details", "answer", "answers", "had", "time",
                "twice", "second", "once", "more",
            ]
        )
    )
}
