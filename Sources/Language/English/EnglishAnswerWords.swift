extension AnswerWords {
    static let english = AnswerWords(
        negators: """
            not no never none nothing nobody neither nor without nowhere hardly barely unable fail failed fails
            cant dont doesnt didnt wont isnt arent wasnt werent havent hasnt hadnt couldnt wouldnt shouldnt aint
            """,
        negatorsBeside: "hardly barely unable fail failed fails",
        absences: "without",
        copulas: "is are was were",
        circumstances: "when while such",
        openings: """
            cant:can dont:do doesnt:does didnt:did wont:will isnt:is arent:are wasnt:was werent:were havent:have
            hasnt:has hadnt:had couldnt:could wouldnt:would shouldnt:should aint:is
            """,
        merged: "not",
        auxiliaries: """
            do does did is are was were has have had can could will would should may might
            """,
        particles: "on off up down in out all both same still only more less most every each",
        alternatives: "or",
        restrictions: "only just solely",
        widenings: "any anything some something",
        good: """
            ok okay fine good great well normal normally proper properly correct correctly perfect perfectly
            working works functional functioning functions healthy smooth smoothly stable steady solid secure
            securely tight clean clear intact successful successfully success fixed resolved right regular
            regularly usual usually sufficient enough adequate consistent consistently even evenly
            """,
        bad: """
            bad badly broken damaged dead defective faulty worn wrong incorrect incorrectly improper improperly
            issue issues problem problems trouble error errors stuck loose dirty weak failing malfunctioning
            malfunction burnt blown corroded cracked leaking rusted rusty unstable uneven rough erratic strange
            weird odd unusual abnormal low missing disconnected frozen jammed
            """,
        unsure: """
            unsure uncertain maybe perhaps possibly guess doubt probably might know idea clue understand explain
            mean sure
            """,
        above: """
            more over older longer above higher greater exceed exceeds exceeding beyond past larger bigger taller
            least minimum
            """,
        below: """
            less under younger newer shorter below lower smaller within fewer maximum
            """,
        opposites: """
            tighten/loosen tightened/loose loosened/tight drain/last drains/hold smooth/bumpy working/broken work/broken
            work/fail ok/bad ok/wrong fine/wrong fine/broken good/broken ok/low ok/broken normal/unusual
            normal/strange normal/odd correct/wrong correct/off hot/cool warm/cool hot/cold warm/cold full/low
            on/off in/out up/down open/closed open/shut locked/free stuck/free stuck/loose stop/continue
            stop/go clean/dirty new/old old/recent fast/slow quick/slow always/never all/none some/none
            same/different steady/intermittent constant/intermittent intermittent/always sometimes/always
            more/less increase/decrease rise/drop rise/fall high/low high/normal low/normal low/full bright/dim
            bright/dark blank/display dead/alive wet/dry plugged/unplugged connect/disconnect enable/disable
            appear/vanish visible/invisible hard/soft flat/soft flat/bumpy even/uneven straight/bent tight/slack
            empty/full secure/loose snug/loose quiet/noisy silent/loud noise/silent
            """,
        contraries: """
            water/dry wet/dry paper/empty ink/empty toner/empty offline/online louder/quieter louder/quiet
            loose/firm loose/firmly loose/tight faster/slower warmer/colder
            """
    )
}
