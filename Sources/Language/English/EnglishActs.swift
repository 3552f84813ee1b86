extension PhraseList {
    /// What customers want beside or instead of answering.
    static let englishActs: [PhraseList] = [
        PhraseList(
            .wait,
            [
                "hang on", "hang on a second", "hang on a sec", "hang on a minute", "hold on",
                "hold on a second", "hold on a sec", "hold on a minute", "one moment", "one second",
                "one sec", "one minute",
                "just a moment",
                "just a second", "just a sec", "just a minute", "a moment", "a second please",
                "give me a second", "give me a sec", "give me a minute", "give me a moment",
                "wait a second", "wait a minute", "wait a moment", "wait a sec", "^wait$",
                "let me check",
                "let me see", "let me look", "let me try", "let me go check", "let me go look",
                "let me go and", "hold the line", "need to get my",
                "let me find", "let me get", "let me grab", "let me ask my", "let me ask the",
                "gotta ask my", "let me think", "bear with me",
                "put my wife on", "put my husband on", "put my son on", "put my daughter on",
                "give you my wife", "give you my husband", "give you my son",
                "give you my daughter", "lemme", "im checking", "im looking", "ill check",
                "ill try", "ill be right back",
                "be right back", "i can check",
                "brb", "trying now", "trying it now", "im trying it now", "checking now",
            ]
        ),
        PhraseList(.knowsHow, knowing),
        PhraseList(
            .complies,
            [
                "ill do that", "ill do it", "ill do this", "i will do that", "i can do that",
                "will do", "im doing it", "im doing that", "doing it now", "doing that now",
                "doing it right now", "im on it", "on it now", "working on it", "go ahead",
                "im listening", "im ready", "okay sure", "^sure$", "sure no problem", "not yet",
                "almost", "nearly there", "almost there", "still waiting", "waiting for it",
                "im typing", "typing it in", "still doing", "still going", "still starting",
                "still restarting",
                "still booting", "still loading", "still warming up", "turning it off now",
                "turning it on now", "restarting now", "restarting it now", "walking to the",
                "going to the", "going there", "its back on", "^on it$", "its open",
                "i have it open",
                "got it open", "im there", "im there now", "still blinking", "still flashing",
                "still flickering", "still spinning", "its booting", "booting up", "its thinking",
                "signing in please", "please wait", "its still thinking",
            ]
        ),
        PhraseList(
            .repeats,
            [
                "say that again", "say it again", "can you repeat", "could you repeat",
                "repeat that",
                "repeat the question", "repeat it", "please repeat", "^repeat$", "^what$",
                "^sorry$",
                "^sorry what$", "^pardon", "pardon me$", "i beg your pardon", "^excuse me$",
                "come again", "^huh$", "^what was that", "what did you say", "didnt catch that",
                "didnt hear you", "didnt hear that", "didnt get that", "couldnt hear you",
                "cant hear you", "^one more time", "one more time$", "^once more", "once more$",
                "slower please",
                "speak slower", "say that slower", "say that a bit slower", "missed the last",
                "missed that", "barely hear you", "hardly hear you", "say again", "^again$",
                "what was the question", "^what what$", "what do you mean$",
                "what do you mean by that$", "what did you mean$", "dont understand the question",
                "didnt understand the question", "dont get the question", "^which one$", "^which$",
                "^which ones$",
                // Whether anybody is there is best told by saying the question again.
                "are you there", "you there$", "are you still there", "you still there$",
                "anyone there", "anybody there", "someone there", "somebody there",
                "still on the line",

                "can you hear me", "do you hear me", "hear me$", "are you hearing me",
                "are you listening",
            ]
        ),
        PhraseList(
            .doesNotKnow,
            [
                "no idea", "no clue", "i dont know", "dont know", "i do not know", "not sure",
                "im not sure", "i am unsure", "unsure", "i couldnt tell you", "couldnt say",
                "cant say",
                "cant tell", "i cant remember", "dont remember", "dont recall", "cant recall",
                "dont even recall", "dont even remember",
                "beats me",
                "^who knows", "so who knows", "but who knows", "have to ask my",
                "havent got a clue", "good as mine", "i forgot",
                "i forget", "havent a clue", "dunno", "i wouldnt know",
                "dont have a clue", "wouldnt have a clue", "the foggiest", "couldnt tell you",
                "dont have any idea", "hard to say", "hard to tell",
                "not certain",
                "god knows", "i have no idea", "haven't checked", "never checked", "cant check",
                "not able to check", "unable to check", "not aware of how", "not aware of the",
                "unaware of", "unaware how", "unfamiliar with", "not familiar with",
                "not clear on", "not clear about", "dont even know", "dont have any experience",
                "have no experience", "cant say that i know", "cant say i know", "didnt know i was",
                "didnt know i had to", "didnt know i needed",
                "cant see if", "cant see whether", "couldnt see if", "cannot see if",
                "dont know whats wrong", "no idea whats wrong", "not sure whats wrong",
                "dont know what is wrong", "not sure what is wrong",
            ]
        ),
        PhraseList(
            .unsure,
            [
                "i think", "maybe", "probably", "i guess", "i believe", "perhaps", "=possibly",
                "might be", "could be", "i suppose", "as far as i know", "i assume",
                "give or take", "or so", "if i remember right", "if i remember correctly",
                "if i recall", "if im not mistaken",
            ]
        ),
        PhraseList(
            .declines,
            [
                "rather not say", "rather not", "prefer not to", "not going to tell",
                "wont tell you",
                "none of your business", "skip that", "skip this", "skip it", "skip the question",
                "i dont want to answer", "i dont want to say", "i dont want to do that",
                "im not doing that", "im not doing it", "not going to do that", "i wont do that",
                "not comfortable", "i refuse", "no need", "not touching that", "not touching it",
                "not telling you", "dont want to give", "dont feel comfortable", "not doing this",
                "dont want to$", "dont feel like it", "thats private", "thats personal",
                "im not going to", "im not gonna", "i am not going to", "i am not gonna",
                "i wont do", "i wont touch", "i wont type", "i wont unplug",
                "i will not do", "i will not touch",
                "not doing that", "not doing it", "id rather not", "next question", "in a hurry",
                "no time for", "dont have time", "have no time",
            ]
        ),
        PhraseList(
            .wantsPerson,
            [
                "^a human$", "^human$", "^human being$", "^a real human$", "^real human$",
                "to a human$",
                "^a person$", "^a real person$", "^real person$", "^a live person$",
                "^live person$",
                "^an agent$", "^agent$", "^live agent$", "agent please", "a person please",
                "human please",
                "^operator$", "operator please", "^representative$", "representative please",
                "i said representative", "i said agent", "i said human", "^a representative$",
                "^customer service$", "customer service please", "customer service rep$",
                "^=talk to someone", "^=talk to somebody", "^=talk to a", "^=talk to an agent",
                "^=speak to someone", "^=speak to somebody", "^=speak to a", "^=speak to an agent",
                "^=speak with someone", "^=speak with a", "isnt there anybody", "isnt there anyone",
                "isnt there someone", "isnt there somebody", "isnt there a person",
                "isnt there a human", "transfer me", "connect me to",
                "connect me with", "put me through", "put me on with", "put me on to",
                "someone i can talk to", "somebody i can talk to", "anyone i can talk to",
                "anybody i can talk to", "a person i can talk to", "a human i can talk to",
                "someone i can speak to", "somebody i can speak to", "anyone i can speak to",
                "anybody i can speak to", "a person i can speak to", "a human i can speak to",
                "get me someone$", "get me somebody$", "call me back$", "somebody call me$",
                "someone call me$", "anybody call me$",
                "cant somebody talk to me", "cant someone talk to me",
                "somebody talk to me", "someone talk to me", "put a person on",
                "put someone on", "put somebody on", "put a technician on", "done talking to a",
                "not talking to a machine", "not talking to a computer",
                "not talking to a robot", "not talking to a bot", "tired of talking to a machine",
            ]
        ),
        PhraseList(
            .person,
            [
                "a human", "human being", "real human", "actual human", "a person", "real person",
                "actual person", "live person", "an agent", "live agent", "real agent",
                "a representative", "representative", "customer service", "an operator",
                "talk to someone", "talk to somebody", "talk to anyone", "talk to a technician",
                "talk to an engineer", "talk with someone", "talk with somebody",
                "speak to someone", "speak to somebody", "speak to anyone",
                "speak to a technician", "speak to an engineer", "speak with someone",
                "speak with somebody", "anybody real", "anyone real", "somebody real",
                "someone real", "a manager", "a supervisor", "your supervisor",
                "your manager", "somebody who", "someone who", "someone else", "somebody else",
                "someone now", "somebody now", "someone right now", "somebody right now",
                "someone immediately", "someone$", "somebody$", "a technician on",
                "a technician now", "an engineer on", "a person on", "your boss",
            ]
        ),
        PhraseList(.talks, ["talk to", "talk with", "speak to", "speak with"]),
        PhraseList(
            .wishes,
            [
                "can you put", "could you put", "can you get", "can we get",
                "want", "wanna", "need", "demand", "i would like", "id like", "i would rather",
                "id rather",
                "prefer", "can i", "could i", "may i", "cant i", "let me", "get me", "give me",
                "find me", "get your", "is there", "are there",
                "possible to",
            ]
        ),
        PhraseList(
            .contacts,
            [
                "talk", "speak", "reach", "=connect", "transfer", "put", "chat", "contact", "pass",
                "actual", "real", "live", "now", "immediately", "directly",
            ]
        ),
        PhraseList(
            .thanks,
            [
                "thanks", "thank you", "thanks a lot", "thank you very much", "thanks so much",
                "=appreciate",
                "is appreciated", "much appreciated", "im grateful", "so grateful", "thank your",
                "thanking you", "life saver", "lifesaver", "cheers", "have a good day",
                "have a nice day", "have a good one", "thats all", "that is all",
                "that will be all",
                "thatll be all", "thats it$", "nothing else", "im all set", "were all set",
                "im good$",
            ]
        ),
        PhraseList(
            .leaves,
            [
                "bye", "goodbye", "bye bye", "good bye", "im hanging up", "hang up now",
                "gonna hang up", "going to hang up", "have to hang up", "gotta hang up",
                "i have to go$", "i gotta go$", "ive got to go$", "i got to go$", "i need to go$",
                "ill call back", "ill call you back", "ill call later", "ill call again",
                "ill call you later", "gotta go$", "gotta run$", "got to run$", "have to run$",
                "need to run$", "forget it", "forget about it", "forget the whole thing",
                "never mind ill", "you know what ill",
            ]
        ),
        PhraseList(
            .more,
            [
                "one more thing", "another thing", "one other thing", "something else",
                "another question", "one more question", "another problem", "another issue",
            ]
        ),
        PhraseList(
            .correction,
            [
                "actually", "no wait", "no hang on", "no hold on", "oh wait", "wait no",
                "wait actually", "=correction",
                "i meant",
                "i mean", "scratch that", "strike that", "i was wrong", "i misspoke",
                "i said it wrong",
                "let me correct", "made a mistake", "my mistake", "my bad", "make that",
                "i take that back",
                "sorry i meant", "actually no", "or no it was", "or no its", "actually sorry",
                "thats wrong its",
                "wait it was", "i remember now", "now i remember",
                "correct myself", "read it wrong", "read that wrong", "mixed up", "mixed it up",
                "mixed that up", "by mistake", "was wrong", "wasnt right",
                "day is wrong", "date is wrong", "told you wrong", "told you is wrong",
                "misread it", "misread that",
            ]
        ),
        PhraseList(
            .saidEarlier,
            ["i said", "i told you", "i thought", "i told them", "i was saying", "i had said"]
        ),
        PhraseList(
            .misstated,
            [
                "told you wrong", "told you the wrong", "told you is wrong", "told you was wrong",
                "told you isnt right", "told you wasnt right", "gave you wrong",
                "gave you the wrong",
                "gave you is wrong", "gave you was wrong", "gave you isnt right",
                "gave you wasnt right",
                "i said the wrong", "i said is wrong", "i said was wrong", "i said isnt right",
                "i said wasnt right", "i was wrong about", "i got the wrong", "i had the wrong",
            ]
        ),
        PhraseList(
            .untrue,
            [
                "thats not true", "thats not right", "that isnt true", "that isnt right",
                "that wasnt true", "that wasnt right", "that was wrong", "thats wrong",
                "that was a mistake", "thats a mistake", "that was not true", "that was not right",
                "i take that back", "forget what i said", "forget that",
            ]
        ),
        PhraseList(.afterAll, ["after all"]),
        PhraseList(
            .untried,
            [
                "not tried", "havent tried", "didnt try", "not yet tried", "have to try that",
                "have to try it", "ill try that", "ill try it", "try that tonight",
                "try it tonight",
                "try that later", "try it later", "only did the", "i only did", "need to try that",
                "need to try it", "will try it",
                "will try that",
                "going to try it", "going to try that", "havent done it", "havent done that",
                "not done it yet", "not done that yet",
            ]
        ),
        PhraseList(
            .callsFor,
            [
                "calling for my", "call for my", "calling on behalf", "calling about my",
                "calling because my",
            ]
        ),
        PhraseList(
            .disputes,
            [
                "its not", "thats not", "it isnt", "isnt about", "not about", "not calling about",
                "wasnt about", "never said",
            ]
        ),
        PhraseList(
            .means,
            [
                "i said", "i meant", "i mean", "talking about", "calling about", "its about",
                "asking about", "problem is", "wrong topic",
            ]
        ),
        PhraseList(
            .reports,
            [
                "i thought", "we thought", "he thought", "she thought", "they thought", "i hoped",
                "i was hoping", "he said", "she said", "they said", "told me", "told us",
                "was told",
                "were told", "said that", "says that", "last time", "the other day", "my old",
                "our old",
                "the old", "used to", "supposed to", "usually", "normally", "should be", "would be",
                "might be", "could be", "must be",
            ]
        ),
        PhraseList(
            .lapses,
            [
                "for a", "for one", "for two", "for about", "for an", "for some", "until", "till",
                "before", "at first", "and then", "then it", "but", "once",
            ]
        ),
        PhraseList(
            .offTopic,
            [
                "are you a robot", "are you a machine", "are you a real person", "are you human",
                "are you a computer", "tell me a joke", "how are you", "whats your name",
                "what is your name", "what time is it", "whats the time", "hows the weather",
                "whats the weather", "how is the weather", "who made you",
                "wrong number", "cancel my subscription", "pay my bill",
            ]
        ),
        PhraseList(
            .formerly,
            [
                "used to", "used to be", "used to have", "used to use", "switched from",
                "changed from", "moved from", "went from", "upgraded from", "updated from",
                "until now", "in the beginning", "at first", "at the beginning",
                "originally", "back then", "when it was new", "when i got it", "when i bought it",
                "when we got it", "when we bought it",
            ]
        ),
        PhraseList(.takesBack, ["no", "nope", "nah", "or rather", "make it"]),
        PhraseList(.softCorrection, ["sorry", "apologies", "oops", "=wait", "so its", "so thats"]),
        PhraseList(
            .question,
            [
                "what is", "whats", "for how long", "what are", "what kind of",
                "what should",
                "what would", "what happens", "what if", "what did you mean", "what you mean",
                "where is", "wheres", "where can", "where are",
                "where would",
                "where should", "how do", "how does", "how can", "how would", "how long will",
                "how long does", "how much", "how should", "how am i", "how to", "which one",
                "which is",
                "which of", "which do", "which button", "which router", "who is", "why is",
                "when is",
                "when are", "when was", "when did", "when do", "when does", "when should",
                "when can", "why do",
                "why would", "why are", "why should", "why", "when will",
                "can you tell me",
                "can you explain", "could you explain", "can i", "could i", "do you need",
                "do you want", "do you work", "do you guys", "do you have", "do you call",
                "do you open", "do you close", "how is that", "how is this", "how come",
                "is someone", "is somebody", "is anyone", "is anybody", "is that",
                "is this", "is it", "is there", "is the", "is my", "is a", "are the", "are my",
                "are they",
                "are there", "are these", "isnt it", "isnt that", "isnt this", "isnt there",
                "arent they",
                "am i", "should it", "should that", "should the", "can it", "can that", "can the",
                "could it", "could that", "will i", "will the", "wont i", "wont it", "wont that",
                "would it", "would i", "do i", "do i have", "do they", "do we", "does a",
                "does the", "does my",
                "do laptops", "dont i", "cant i", "you mean", "you want me", "you want to know",
                "^now what$", "^and then$", "^and now$", "is it bad", "is it okay", "is it safe",
                "is it normal", "does that",
                "does this", "will that", "will this", "will it", "would that",
                "are you", "and then what", "what was i", "could you tell me",
                "can you please tell me",
                "could you please tell me", "please tell me", "tell me how", "tell me what",
                "tell me where", "tell me why", "i need to know", "i would like to know",
                "i want to know", "i dont understand", "i cant understand", "please explain",
                "please elaborate", "can you elaborate", "could you elaborate",
                "please let me know",
                "let me know how", "let me know what", "i need your help", "i need some help",
                "i need you to explain", "im going to need you to explain",
                "i didnt get what you mean", "i dont get what you mean",
            ]
        ),
        PhraseList(
            .asks,
            [
                "what does", "what do", "where do", "where does", "how do i", "how can i",
                "why does",
                "why do you", "should i", "shall i", "do i need", "do i have to", "do you mean",
                "could it be", "can it be", "does it matter", "which one do you",
            ]
        ),
        PhraseList(.checks, ["you mean", "do you mean"]),
        PhraseList(
            .tag,
            ["right$", "wont it$", "isnt it$", "doesnt it$", "wont they$", "you mean$"]
        ),
        PhraseList(.questionWord, ["what", "which", "how", "where", "why", "who"]),
        PhraseList(
            .acknowledges,
            [
                "okay", "ok", "alright", "all right", "got it", "i see", "understood",
                "sounds good", "what happens is", "what it does is",
            ]
        ),
    ]

    /// What customers say who know how to find something out, and have not done it yet.
    private static let knowing =
        ["know", "aware of", "familiar with"].flatMap { knows in
            ["how", "what to do", "what it looks like", "exactly how", "exactly what"].map {
                "\(knows) \($0)"
            }
                + ["steps", "method", "procedure", "process", "way", "login"].flatMap { means in
                    ["the", "a", "the proper", "the right"].map { "\(knows) \($0) \(means)" }
                }
        }
}
