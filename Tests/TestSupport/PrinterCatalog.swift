/// The text of a catalog with one tree: two questions, and a lookup between them.
public enum PrinterCatalog {
    /// `catalog.yaml`.
    public static let settings = """
        languages:
          en-US:
            opening: What can I help you with?
            opening-again: Could you say it in other words?
            which: Is this about {first}, or about {second}?
            confirm: "Just to check: {answer}?"
            wait: Take your time.
            looking-up: One moment please.
            off-topic: I can't help with that.
            no-answer: I don't know that.
            silence: Are you still there?
            availability: When can you be reached?
            escalated: An engineer will call you.
            wants-person: I am putting you through.
            resolved: Is there anything else?
            goodbye: Goodbye.
        time-zone: America/New_York
        takes-calls: always
        person-queue: people
        intake:
          queue: general
          priority: 3
          requires: [symptom.description]
          nodes:
            - ask: symptom.description
              kind: text
              label: description
              say: Please describe it.
        """

    /// `trees/printer.yaml`.
    public static let tree = """
        id: printer
        title: the printer
        issue: The printer does not print
        symptoms: [the printer does not print, my printer is broken]
        requires: [test.light]
        nodes:
          - lookup: test.toner
            label: toner
            kind: choice
            source: print-server
            key: toner
            seconds: 30
            values: {empty: empty, full: full}
            branches: {empty: empty}
            otherwise: light
            unknown: light
          - check: test.light
            id: light
            label: light
            say: Is the light on?
            results:
              pass: {label: "on", phrases: [it is on, the light is on], confirm: the light is on}
              fail: {label: "off", phrases: [it is off, the light is off], confirm: the light is off}
            otherwise: broken
            unknown: broken
          - diagnose: empty
            diagnosis: the toner is empty
            recommendation: replace the toner
            minutes: 5
            queue: printers
            priority: 4
            confidence: 0.9
          - diagnose: broken
            diagnosis: the printer is broken
            recommendation: send a technician
            minutes: 30
            queue: printers
            priority: 2
            confidence: 0.5
        """
}
