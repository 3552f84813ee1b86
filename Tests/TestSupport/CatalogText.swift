/// What small catalogs of tests have in common.
public enum CatalogText {
    /// The beginning of a `catalog.yaml`, without an intake: all that is said in English, the zone and the queue.
    public static let head = """
        languages:
          en-US:
            opening: Hello, what is the problem?
            opening-again: Please say that again.
            which: "{first} or {second}?"
            confirm: "Just to check: {answer}?"
            wait: Take your time.
            looking-up: One moment.
            off-topic: Let us stay with the problem.
            no-answer: I don't know that.
            silence: Are you there?
            availability: When can we reach you?
            escalated: Goodbye.
            wants-person: I am connecting you.
            resolved: Anything else?
            goodbye: Goodbye.
        time-zone: America/New_York
        person-queue: general

        """
}
