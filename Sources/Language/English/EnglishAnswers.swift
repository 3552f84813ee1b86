extension PhraseList {
    /// Yes, no, and whether things are as they should be.
    static let englishAnswers: [PhraseList] = [
        PhraseList(
            .yes,
            [
                "yes", "yeah", "yep", "yup", "yea", "ya", "uh huh", "mhm", "=absolutely",
                "=definitely", "affirmative", "why yes", "indeed", "yes it is", "im sure$",
                "i believe so", "i think so",
            ]
        ),
        PhraseList(
            .agrees,
            [
                "=correct", "thats correct", "thats right", "^right", "=exactly", "for sure",
                "of course", "=certainly", "you bet", "^sure", "^true", "thats true",
            ]
        ),
        PhraseList(
            .echoesYes,
            [
                "i see it$", "i see them$", "i hear it$",
                "it is", "its is", "it does", "it did", "it has", "i did", "i do", "i have",
                "i can", "i am", "they do", "they are", "we do", "we did", "it was", "they did",
            ]
        ),
        PhraseList(
            .no,
            [
                "^no", "^nope", "^nah", "no sir", "no maam", "not really", "negative", "not at all",
                "not that i know of", "not yet", "not any more", "i dont think so",
                "i dont believe so",
                "absolutely not", "definitely not", "of course not", "no not really", "never did",
                "doesnt look like it", "^incorrect", "thats incorrect", "thats wrong", "^false",
                "thats false",
                "^wrong",
                "not correct", "not right", "thats not it", "no way", "cant say that i",
                "cant say i",
            ]
        ),
        PhraseList(
            .echoesNo,
            [
                "it isnt", "its not", "it doesnt", "it didnt", "it wasnt", "i didnt", "i dont",
                "i havent", "i cant", "i never", "they dont", "they arent", "we dont", "we havent",
            ]
        ),
        PhraseList(
            .idiom,
            [
                "never mind", "nevermind", "good question", "great question", "good point",
                "good idea", "good morning", "its back at", "is back at", "back to square one",
                "im not going to lie", "im not gonna lie", "im not going to be", "im not gonna be",
                "good afternoon", "good evening", "good day", "right now", "right away",
                "right there", "made sure", "make sure", "upside down", "down there", "had no idea",
                "=i worked",
            ]
        ),
        PhraseList(
            .works,
            [
                "it works", "works", "works fine", "work fine", "worked", "is working",
                "are working",
                "its working", "working fine", "it connects", "=connects", "=connected", "it loads",
                "loads fine", "loads", "loading fine", "loading okay", "no problem", "no problems",
                "no issues", "no trouble", "fine", "good", "looks good", "normal", "all good",
                "okay now",
                "perfectly", "great", "perfect", "succeeded", "successful", "it goes through",
                "no errors", "comes up fine", "came up fine", "comes right up", "it comes up",
                "it came up", "page comes up", "site comes up", "google comes up", "it opens",
                "opens fine", "no more problems",
                "no more issues", "no more trouble", "no more errors", "its running",
                "loud and clear",
                "nothings missing", "nothing is missing", "opens right up", "is opening",
                "is loading again", "opens again", "hooks up", "hooks right up", "is playing",
                "plays again", "came in", "is coming in", "in business",
            ]
        ),
        PhraseList(
            .fails,
            [
                "broken", "failed", "fails", "it fails", "dead", "down$", "is down", "its down",
                "are down", "went down", "goes down", "still down", "problem is back",
                "issue is back", "error is back", "problem came back", "issue came back",
                "error came back", "error came up", "error comes up", "error",
                "an error", "no internet", "no connection", "no luck", "same thing", "same problem",
                "same error", "same issue", "same only", "its same", "same as before",
                "nothing happens", "nothing happened",
                "nothing works", "no change", "no difference", "didnt help", "did not help",
                "doesnt help", "didnt work", "doesnt work", "not working", "isnt working",
                "wont work",
                "wont connect", "wont load", "doesnt load", "doesnt connect", "cant connect",
                "stopped working", "keeps failing", "times out", "timed out", "no go", "still not",
                "still broken",
                "still failing", "still the same", "still doesnt", "still wont", "still cant",
                "still isnt", "its the same", "worse", "got worse", "didnt fix it", "not fixed",
                "bad", "terrible", "unsuccessful", "doesnt make a difference",
                "didnt make a difference", "doesnt make any difference",
                "didnt make any difference", "makes no difference", "made no difference",
                "no reaction", "stuck", "gets stuck", "is stuck", "just hangs", "hangs there",
                "frozen",
                "freezes", "keeps connecting", "keeps trying", "keeps spinning", "just spins",
                "down again", "gone again", "out again", "stopped working again", "quit working",
                "quit working again", "not working again",
                "isnt working again", "dropped again", "cut out again", "spoke too soon",
                "went away again",
                "not loading again",
                "disconnected", "disconnects", "drops out", "dropped out", "drops off",
            ]
        ),
        PhraseList(
            .unable,
            [
                "cant find", "couldnt find", "dont find", "cant locate", "cant get into",
                "cant reach",
                "cant get down", "cant get under", "cant get behind", "cant get up", "do it for me",
                "do that for me", "no such menu", "no such button", "no such setting",
                "no such thing", "dont have the login", "dont have the password",
                "cant get to",
                "cant access", "cant login", "cant open", "unable to", "not able to",
                "wasnt able to",
                "dont have access", "dont have that",
                "not possible", "impossible", "cant do that", "cant do it", "cant try", "cant test",
                "cant check", "not able to check", "unable to check", "no way to",
                "cant bend",
                "cant kneel", "cant lift", "cant move", "cant crawl", "cant climb", "cant stand",
                "too heavy", "too high up", "too old for", "would have to move",
                "wont let me", "doesnt let me", "not allowed", "no permission",
            ]
        ),
        PhraseList(
            .cannot,
            [
                "i cant", "we cant", "i couldnt", "we couldnt", "not right now", "not now",
                "not just now",
            ]
        ),
        PhraseList(.elsewhere, elsewhere.flatMap { ["im \($0)", "im still \($0)"] }),
        PhraseList(
            .fallsShort,
            [
                "failed to", "fails to", "failing to", "refused to", "refuses to", "unable to",
                "not able to", "wasnt able to", "trouble", "having trouble", "problems",
                "hard time",
            ]
        ),
        PhraseList(
            .underway,
            [
                "=connecting", "=reconnecting", "=loading", "=reloading", "=buffering",
                "=rebooting", "=restarting", "=updating", "=installing", "=searching",
                "trying to connect", "trying to load", "establishing connection",
                "establishing secure connection", "establishing a secure connection",
                "securing connection", "negotiating connection", "preparing connection",
                "preparing secure connection", "=coming up", "=coming back up",
            ]
        ),
        PhraseList(
            .fixed,
            [
                "that fixed it", "it fixed it", "thats fixed it", "that did it",
                "that did the trick",
                "did the trick", "that worked", "its fixed", "its been fixed", "it is fixed now",
                "problem solved", "issue solved", "its solved", "its resolved", "all fixed",
                "fixed now", "fixed itself", "that solved it", "that helped", "were good now",
                "its all good now", "never mind its working", "never mind it works",
                "never mind its fixed", "never mind it started working", "never mind i fixed it",
                "i fixed it", "i got it working", "i figured it out", "i got it to work",
                "seems to have done it", "that has done it", "thats done it",
                "up and running", "so far so good", "good as new", "seems to have done the trick",
                "no longer a problem", "no longer an issue",
            ]
        ),
        PhraseList(
            .helped,
            [
                "=worked", "=it worked", "=solved", "=resolved", "=fixed", "=a success",
                "=has helped", "=now working", "=alright now", "=fantastic now", "=done the trick",
                "=taken care of", "seems to do the trick", "did the job", "started right up",
                "starts right up", "fired right up", "=turned back on", "running smoothly",
                "runs smoothly", "like new", "as it should", "like it should", "as usual",
                "better than ever", "stopped happening", "noise stopped", "noises stopped",
                "noise has stopped", "noise is gone", "noises are gone", "noise has gone",
                "=stopped the noise", "=managed to fix", "=was able to fix", "=were able to fix",
                "=was able to connect", "=seemed to solve", "=seemed to fix", "now have a",
                "now have an", "now have access", "now have power",
                "im now able to",
            ]
        ),
        PhraseList(
            .worksNow,
            [
                "it works now", "its working now", "its working again", "it works again",
                "it is working now", "it connects now", "its connected now",
                "im connected now", "i can connect now", "now it works", "now its working",
                "working now", "works now", "=started working", "im in now", "now im in",
                "it let me in",
                "works fine now", "working fine now", "works again", "working again", "is back",
                "its back", "are back", "back to normal", "its back to normal", "came back on",
                "it just came on",
                "problem went away", "error went away", "issue went away", "message went away",
                "it went away", "it went through", "its up now", "its up again",
                "works like a charm", "working like a charm", "connected on its own",
                "came back on its own", "came on on its own", "came back by itself",
                "just reconnected",
            ]
        ),
        PhraseList(
            .gone,
            [
                "gone", "is gone", "its gone", "went away", "goes away", "gone away", "is off",
                "are off", "disappeared", "vanished", "cleared up", "failed", "fails", "lost",
                "is lost", "was lost", "dropped", "interrupted", "terminated",
            ]
        ),
        PhraseList(
            .unseen,
            [
                "dont think i see", "dont see", "dont see any", "dont see a", "cant see",
                "cant see any", "cant see a",
                "didnt see", "do not see any", "dont have a", "dont have any", "dont have one",
            ]
        ),
        PhraseList(.numbered, ["number", "option", "choice"]),
        PhraseList(.continues, ["still", "keeps", "again and again"]),
        PhraseList(.again, ["again", "spoke too soon", "not after all", "scratch that"]),
        PhraseList(
            .since,
            [
                "started", "began", "happening", "happened", "stopped", "stopped working",
                "broke", "broke down", "quit working", "went out", "went dead", "went offline",
                "gave out", "cut out", "crashed", "died", "lost connection", "lost the connection",
                "lost my connection", "lost internet", "lost the internet", "lost my internet",
                "kicked me off", "kicked me out", "kicks me out", "threw me out", "locked me out",
            ]
        ),
    ]

    /// Where customers are who can do nothing at home.
    private static let elsewhere = [
        "at work", "at the office", "at my office", "in the office", "out of town", "on the road",
        "on the train", "on the bus", "in the car", "in my car", "on vacation", "on holiday",
        "away from home", "at school", "not home", "not at home", "not at my desk",
        "not at my computer", "not at the computer", "not there", "not near", "not in front",
    ]
}
