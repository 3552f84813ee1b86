internal import Language
public import Messages

/// The tree that is used when no other fits.
public enum IntakeTree {
    /// Its id, which no file of `trees/` may have.
    public static let id = "intake"

    /// The id of the one that a language has for itself, which no file may have either.
    static func id(in language: String) -> String { "\(id)-\(language.lowercased())" }

    /// Whether a tree is an intake, be it of all languages or of one: it is made of `catalog.yaml`.
    public static func isIntake(_ tree: String) -> Bool { tree == id || tree.hasPrefix(id + "-") }

    /// The id of its leaf.
    public static let leaf = "off-map"
    /// What its handoff says unless the catalog says it differently.
    static let diagnosis =
        "Issue does not match known patterns. Collected data below for Tier 2 investigation."
}

extension Settings {
    /// The phrases of a language: of the tag, else of its first part, else of the first language.
    public func phrases(in language: String) -> Phrasebook {
        if let same = phrasebooks.first(where: { $0.language == language }) { return same }
        let part = language.prefix { $0 != "-" }
        return phrasebooks.first { $0.language.prefix { $0 != "-" } == part }
            ?? phrasebooks.first ?? Phrasebook()
    }

    /// Id of the tree that is used off the map in a language.
    public func intakeTree(in language: String) -> String {
        let own = phrases(in: language).intakeTree
        return own.isEmpty ? intakeTree : own
    }
}

/// Makes ``Settings`` of `catalog.yaml`, once its shape is known to be right.
struct SettingsCompiler {
    let problems: Problems

    func settings(_ root: YAMLValue) -> Settings {
        var settings = Settings()
        settings.phrasebooks = (root["languages"]?.fields ?? []).map(phrasebook)
        if settings.phrasebooks.isEmpty {
            problems.add(
                .missingKey,
                at: root["languages"]?.place ?? root.place,
                "the catalog needs a language"
            )
        }
        settings.timeZone = root["time-zone"]?.text ?? ""
        if let zone = root["time-zone"]?.located { Zones.check(zone, problems) }
        settings.takesCalls =
            switch root["takes-calls"]?.text {
            case "after-hours": .afterHours
            case "overflow": .overflow
            default: .always
            }
        settings.hours = (root["hours"]?.elements ?? []).flatMap(hours)
        settings.personQueue = root["person-queue"]?.text ?? ""
        let thresholds = root["thresholds"]
        func threshold(_ key: String, _ standard: Float) -> Float {
            thresholds?[key]?.text.flatMap(Float.init) ?? standard
        }
        settings.routingThreshold = threshold("routing", 0.5)
        settings.answerThreshold = threshold("answer", 0.6)
        settings.volunteerThreshold = threshold("volunteer", 0.7)
        if let most = root["confirmations"]?.text.flatMap(UInt32.init) {
            settings.confirmationLimit = most + 1
        }
        settings.intakeTree = IntakeTree.id
        if settings.takesCalls != .always, settings.hours.isEmpty {
            problems.add(
                .missingKey,
                at: root["takes-calls"]?.place ?? root.place,
                "without 'hours' nobody knows when people take calls",
                suggestion: "add 'hours', or let Baton take calls always"
            )
        }
        return settings
    }

    /// The leaf of the intake.
    func leaf(_ intake: YAMLValue, personQueue: String) -> Node {
        var node = Node(id: IntakeTree.leaf, kind: .diagnose)
        node.diagnosis = intake["diagnosis"]?.text ?? IntakeTree.diagnosis
        node.recommendation = intake["recommendation"]?.text ?? ""
        node.queue = intake["queue"]?.text ?? personQueue
        node.priority = intake["priority"]?.text.flatMap(UInt32.init) ?? 3
        return node
    }

    private func phrasebook(_ field: YAMLField) -> Phrasebook {
        let value = field.value
        func text(_ key: String) -> String { value[key]?.text ?? "" }
        var book = Phrasebook(language: field.key)
        book.opening = text("opening")
        book.openingAgain = text("opening-again")
        book.which = text("which")
        book.confirm = text("confirm")
        book.wait = text("wait")
        book.lookingUp = text("looking-up")
        book.offTopic = text("off-topic")
        book.noAnswer = text("no-answer")
        book.silence = text("silence")
        book.availability = text("availability")
        book.escalated = text("escalated")
        book.wantsPerson = text("wants-person")
        book.resolved = text("resolved")
        book.goodbye = text("goodbye")
        if value["intake"] != nil { book.intakeTree = IntakeTree.id(in: field.key) }
        for entry in value.fields {
            check(entry, needed: Self.placeholders[entry.key] ?? [])
        }
        return book
    }

    /// What the texts of a phrasebook must say; the others have no places at all.
    private static let placeholders = ["which": ["first", "second"], "confirm": ["answer"]]

    private func check(_ field: YAMLField, needed: [String]) {
        guard let text = field.value.text else { return }
        do {
            let names = try Template(text).placeholders
            for name in needed where !names.contains(name) {
                problems.add(
                    .badTemplate,
                    at: field.value.place,
                    "'\(field.key)' does not say {\(name)}"
                )
            }
            for name in names where !needed.contains(name) {
                problems.add(.badTemplate, at: field.value.place, "'\(field.key)' has no {\(name)}")
            }
        } catch {
            let message = "'\(field.key)' can't be read at its character \(error.column): \(error)"
            problems.add(.badTemplate, at: field.value.place, message)
        }
    }

    private func hours(_ value: YAMLValue) -> [OpenHours] {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let ends = (value["days"]?.text ?? "").split(separator: "-").map(String.init)
        guard let first = ends.first.flatMap(names.firstIndex),
            let last = ends.last.flatMap(names.firstIndex)
        else { return [] }
        guard let from = minutes(value["from"]), let to = minutes(value["to"]) else { return [] }
        if from >= to {
            problems.add(
                .badValue,
                at: value["to"]?.place ?? value.place,
                "the hours end before they begin",
                suggestion: "write hours across midnight as two entries"
            )
        }
        return (first...max(first, last)).map { day in
            OpenHours(weekday: UInt32(day + 1), fromMinute: UInt32(from), toMinute: UInt32(to))
        }
    }

    private func minutes(_ value: YAMLValue?) -> Int? {
        guard let text = value?.text, let place = value?.place else { return nil }
        if let minutes = CalendarTime.minutes(text[...]) { return minutes }
        problems.add(
            .badValue,
            at: place,
            "'\(text)' is no time of day",
            suggestion: "write \"09:00\""
        )
        return nil
    }
}

/// Names of time zones.
enum Zones {
    static func check(_ zone: Located<String>, _ problems: Problems) {
        // As calls read it: another reader takes names, such as PST, that would be UTC to them.
        guard !CallClock.isZone(zone.value) else { return }
        problems.add(
            .badValue,
            at: zone.place,
            "there is no time zone '\(zone.value)'",
            suggestion: "write an IANA name, such as America/New_York"
        )
    }
}
