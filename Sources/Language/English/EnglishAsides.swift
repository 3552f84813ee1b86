extension LanguagePack {
    /// What customers tell around their issue, a sentence a line.
    ///
    /// What they have and since when, what it means to them, what they ask for; made up, of no device in particular.
    static let englishAsides = """
        I have had it for three years
        I've had this laptop for two years
        I've had this car for five years and never had an issue
        I've had my printer for about four years now
        I have owned it for six years
        I've owned my car for ten years
        I bought it last year
        I bought this computer a year ago
        I bought it used from a friend
        I just bought it two months ago
        I got it three years ago for college
        I got this phone as a present from my wife
        We bought it brand new
        it is about four years old
        It's only two years old
        it's a five year old machine
        my laptop is six years old
        my car is nine years old
        the thing is seven years old but it always ran great
        it is an older model
        it's pretty new
        it's a 2015 model
        it was not cheap
        it cost me a lot of money
        the warranty just ran out
        it's still under warranty I think
        I take good care of it
        I have never had any trouble with it before
        I've never had a problem like this
        I've never had this happen before
        it never did this before
        it has never done that
        it has always worked great
        it worked great until recently
        it worked fine until last week
        it was working fine yesterday
        it was fine last night
        everything was fine until this morning
        it was okay when I used it last
        other than that it runs great
        otherwise it works well
        this just started
        it started yesterday
        it started a few days ago
        this started last week
        it's been going on for about two weeks
        it's been like this for a month
        it happened again this morning
        this is the second time this week
        it has been acting up lately
        for the past few days it has been giving me trouble
        it keeps giving me problems
        since Monday I have had this problem
        out of nowhere it quit on me
        all of a sudden this happened
        when I woke up this morning I noticed it
        I was in the middle of something when it happened
        I was on my way to work when it happened
        I was working on a report when it happened
        I was about to leave the house
        I came home from work and found it like this
        I noticed it on the way home
        there is something wrong with it
        there's an issue with it
        something is wrong with my computer
        something is wrong with my car
        I'm having trouble with my phone
        I'm having a problem with my laptop
        I am experiencing some issues with my car
        I have an issue with my printer
        I have a problem with my machine
        I think it is broken
        I think something broke
        I am guessing something is wrong inside
        I'm not sure what is wrong
        I don't know what is causing it
        I don't know what the problem is
        I don't know what to do
        I have no idea why this is happening
        I have no clue what happened
        I don't know much about computers
        I don't know anything about cars
        I'm not good with technology
        I'm not a technical person
        I'm no mechanic
        my husband usually takes care of these things
        my son said I should call you
        my wife says I am imagining it
        my neighbor looked at it and had no idea
        a friend told me to ask you
        my coworker has the same one
        the kids use it too
        I share it with my roommate
        we only have the one
        it's the only one I have
        I use it for work
        I use it every day
        I use it mostly for email
        I work from home
        I work remotely and need it
        I need it for work
        I need it for school
        I need it to get to work
        I need it by tomorrow
        I need this fixed as soon as possible
        I need to get this fixed today
        I need it for a meeting
        I have a meeting in an hour
        I have a big presentation tomorrow
        I have a deadline tonight
        I have a job interview tomorrow
        I have an exam on Friday
        I have a paper due
        I have to pick up my kids
        I have to drive my kids to school
        I have a long trip coming up
        we are going on vacation next week
        I have a doctor's appointment
        I have to be at work by eight
        I was late for work because of it
        I missed a meeting because of this
        I can't get my work done
        I can't do my homework
        I can't afford a new one
        I can't afford to buy another one right now
        I can't be without it
        I can't afford to miss work
        I don't have time for this
        I don't want to spend a lot of money
        I don't want to buy a new one
        I would hate to lose my pictures
        all my photos are on there
        all my work is on it
        all of my files are on this computer
        my boss is going to be mad
        my boss is not happy
        my job depends on it
        I am worried about it
        I'm really worried that it is something serious
        I'm a little nervous about it
        I'm scared to use it
        I am scared to drive it
        I'm afraid it will get worse
        I'm afraid it will be expensive
        I am so frustrated
        this is so frustrating
        it is very annoying
        it's driving me crazy
        it's driving me nuts
        I'm going crazy here
        I'm freaking out
        this is embarrassing
        I am desperate
        it's getting worse
        it's getting on my nerves
        please help
        please help me
        please help me fix this
        please advise
        can you help me
        can you help me out
        can somebody help me
        can you please tell me what is wrong
        can you tell me what to do
        can you tell me what's happening
        could you tell me why it does this
        could you help me figure this out
        could it be something serious
        could it be a virus
        what should I do
        what can I do
        what could it be
        what could be the problem
        what is causing this
        what would cause this
        what can I try
        where do I start
        how do I fix this
        how can I get it working again
        how much is this going to cost
        is it going to be expensive
        is it safe to use it
        is it safe to keep driving
        is there anything I can do
        is there a way to fix it
        any ideas
        any idea what it could be
        any help would be appreciated
        I would appreciate any help
        I'd appreciate some quick help
        I could use some help
        I need your help
        I need some help with it
        I hope you can help me
        I hope it's something simple
        I hope it is nothing serious
        I'd like to know what is wrong
        I want to know if it can be fixed
        I just want it to work
        let me know what to do
        thanks in advance
        thank you for your help
        hello there
        hi I have a question
        good morning
        hey how are you
        I've tried everything
        I have tried everything I can think of
        I tried a few things but nothing helped
        I tried looking it up online
        I googled it and found nothing
        I already looked online and could not find anything
        I don't think I did anything to it
        I didn't change anything
        I haven't done anything different
        I don't know if that matters
        not sure if that matters
        if that helps
        in case that matters
        maybe it is just old
        maybe it's just getting old
        maybe it is nothing
        I would like to keep it for a few more years
        I was going to sell it
        I was told it is a good one
        I really love this car
        I really like this laptop
        I live far out in the country
        I live in an apartment
        I am a student
        I'm a college student on a budget
        I am retired
        I'm a teacher
        I drive a lot for work
        I drive forty miles a day
        I drive my mother around
        I play games on it with my friends
        I watch movies on it
        I do all my banking on it
        I run a small business with it
        """.split(separator: "\n").map(String.init)
}
