// Generated from proto/trees.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension Setting: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Setting()
        unsafe baton__v1__setting__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Setting.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.value = unsafe c.pointee.value.map { unsafe FactValue($0) }
    }

    func write(to writer: inout ReverseWriter) {
        if let value { writer.present(2, message: value) }
        writer.field(1, string: fact)
    }
}

extension Choice: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Choice()
        unsafe baton__v1__choice__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Choice.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.label = unsafe Copy.string(c.pointee.label)
        self.phrases = unsafe Copy.strings(c.pointee.n_phrases, c.pointee.phrases)
        self.patterns = unsafe Copy.strings(c.pointee.n_patterns, c.pointee.patterns)
        self.confirm = unsafe Copy.string(c.pointee.confirm)
        self.sets = unsafe Copy.messages(c.pointee.n_sets, c.pointee.sets)
        self.examples = unsafe Copy.strings(c.pointee.n_examples, c.pointee.examples)
        self.openings = unsafe Copy.strings(c.pointee.n_openings, c.pointee.openings)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(8, strings: openings)
        writer.repeated(7, strings: examples)
        writer.repeated(6, messages: sets)
        writer.field(5, string: confirm)
        writer.repeated(4, strings: patterns)
        writer.repeated(3, strings: phrases)
        writer.field(2, string: label)
        writer.field(1, string: id)
    }
}

extension Detail: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Detail()
        unsafe baton__v1__detail__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Detail.self)
        self.label = unsafe Copy.string(c.pointee.label)
        self.phrases = unsafe Copy.strings(c.pointee.n_phrases, c.pointee.phrases)
        self.patterns = unsafe Copy.strings(c.pointee.n_patterns, c.pointee.patterns)
        self.captures = unsafe Copy.enumeration(c.pointee.captures.rawValue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, enumeration: captures)
        writer.repeated(3, strings: patterns)
        writer.repeated(2, strings: phrases)
        writer.field(1, string: label)
    }
}

extension Branch: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Branch()
        unsafe baton__v1__branch__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Branch.self)
        self.value = unsafe Copy.string(c.pointee.value)
        self.comparison = unsafe Copy.enumeration(c.pointee.comparison.rawValue)
        self.bound = unsafe c.pointee.bound
        self.next = unsafe c.pointee.next
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, uint32: next)
        writer.field(3, double: bound)
        writer.field(2, enumeration: comparison)
        writer.field(1, string: value)
    }
}

extension Node: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Node()
        unsafe baton__v1__node__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Node.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.valueKind = unsafe Copy.enumeration(c.pointee.value_kind.rawValue)
        self.say = unsafe Copy.string(c.pointee.say)
        self.again = unsafe Copy.string(c.pointee.again)
        self.options = unsafe Copy.messages(c.pointee.n_options, c.pointee.options)
        self.details = unsafe Copy.messages(c.pointee.n_details, c.pointee.details)
        self.branches = unsafe Copy.messages(c.pointee.n_branches, c.pointee.branches)
        self.otherwise = unsafe c.pointee.otherwise
        self.unknown = unsafe c.pointee.unknown
        self.entityClass = unsafe Copy.string(c.pointee.entity_class)
        self.unit = unsafe Copy.string(c.pointee.unit)
        self.cues = unsafe Copy.strings(c.pointee.n_cues, c.pointee.cues)
        self.cuePatterns = unsafe Copy.strings(c.pointee.n_cue_patterns, c.pointee.cue_patterns)
        self.volunteered = unsafe c.pointee.volunteered != 0
        self.onlyWhenRequired = unsafe c.pointee.only_when_required != 0
        self.lookupSource = unsafe Copy.string(c.pointee.lookup_source)
        self.lookupKey = unsafe Copy.string(c.pointee.lookup_key)
        self.lookupLimitMs = unsafe c.pointee.lookup_limit_ms
        self.lookupWith = unsafe Copy.strings(c.pointee.n_lookup_with, c.pointee.lookup_with)
        self.diagnosis = unsafe Copy.string(c.pointee.diagnosis)
        self.recommendation = unsafe Copy.string(c.pointee.recommendation)
        self.minutes = unsafe c.pointee.minutes
        self.queue = unsafe Copy.string(c.pointee.queue)
        self.priority = unsafe c.pointee.priority
        self.confidence = unsafe c.pointee.confidence
        self.articles = unsafe Copy.strings(c.pointee.n_articles, c.pointee.articles)
        self.resolved = unsafe c.pointee.resolved != 0
        self.gotoTree = unsafe Copy.string(c.pointee.goto_tree)
        self.textForm = unsafe Copy.enumeration(c.pointee.text_form.rawValue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(31, enumeration: textForm)
        writer.field(30, string: gotoTree)
        writer.field(29, bool: resolved)
        writer.repeated(28, strings: articles)
        writer.field(27, float: confidence)
        writer.field(26, uint32: priority)
        writer.field(25, string: queue)
        writer.field(24, uint32: minutes)
        writer.field(23, string: recommendation)
        writer.field(22, string: diagnosis)
        writer.repeated(21, strings: lookupWith)
        writer.field(20, uint32: lookupLimitMs)
        writer.field(19, string: lookupKey)
        writer.field(18, string: lookupSource)
        writer.field(17, bool: onlyWhenRequired)
        writer.field(16, bool: volunteered)
        writer.repeated(15, strings: cuePatterns)
        writer.repeated(14, strings: cues)
        writer.field(13, string: unit)
        writer.field(12, string: entityClass)
        writer.field(11, uint32: unknown)
        writer.field(10, uint32: otherwise)
        writer.repeated(9, messages: branches)
        writer.repeated(8, messages: details)
        writer.repeated(7, messages: options)
        writer.field(6, string: again)
        writer.field(5, string: say)
        writer.field(4, enumeration: valueKind)
        writer.field(3, string: fact)
        writer.field(2, enumeration: kind)
        writer.field(1, string: id)
    }
}

extension FactDefinition: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__FactDefinition()
        unsafe baton__v1__fact_definition__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__FactDefinition.self)
        self.key = unsafe Copy.string(c.pointee.key)
        self.label = unsafe Copy.string(c.pointee.label)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.line = unsafe Copy.string(c.pointee.line)
        self.values = unsafe Copy.messages(c.pointee.n_values, c.pointee.values)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(5, messages: values)
        writer.field(4, string: line)
        writer.field(3, enumeration: kind)
        writer.field(2, string: label)
        writer.field(1, string: key)
    }
}

extension Tree: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Tree()
        unsafe baton__v1__tree__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Tree.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.title = unsafe Copy.string(c.pointee.title)
        self.language = unsafe Copy.string(c.pointee.language)
        self.issue = unsafe Copy.string(c.pointee.issue)
        self.symptoms = unsafe Copy.strings(c.pointee.n_symptoms, c.pointee.symptoms)
        self.requires = unsafe Copy.strings(c.pointee.n_requires, c.pointee.requires)
        self.facts = unsafe Copy.messages(c.pointee.n_facts, c.pointee.facts)
        self.nodes = unsafe Copy.messages(c.pointee.n_nodes, c.pointee.nodes)
        self.skipsAhead = unsafe c.pointee.skips_ahead != 0
        self.openings = unsafe Copy.strings(c.pointee.n_openings, c.pointee.openings)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(10, strings: openings)
        writer.field(9, bool: skipsAhead)
        writer.repeated(8, messages: nodes)
        writer.repeated(7, messages: facts)
        writer.repeated(6, strings: requires)
        writer.repeated(5, strings: symptoms)
        writer.field(4, string: issue)
        writer.field(3, string: language)
        writer.field(2, string: title)
        writer.field(1, string: id)
    }
}

extension Article: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Article()
        unsafe baton__v1__article__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Article.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.title = unsafe Copy.string(c.pointee.title)
        self.language = unsafe Copy.string(c.pointee.language)
        self.products = unsafe Copy.strings(c.pointee.n_products, c.pointee.products)
        self.symptoms = unsafe Copy.strings(c.pointee.n_symptoms, c.pointee.symptoms)
        self.tags = unsafe Copy.strings(c.pointee.n_tags, c.pointee.tags)
        self.spoken = unsafe Copy.string(c.pointee.spoken)
        self.body = unsafe Copy.string(c.pointee.body)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(8, string: body)
        writer.field(7, string: spoken)
        writer.repeated(6, strings: tags)
        writer.repeated(5, strings: symptoms)
        writer.repeated(4, strings: products)
        writer.field(3, string: language)
        writer.field(2, string: title)
        writer.field(1, string: id)
    }
}

extension Entity: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Entity()
        unsafe baton__v1__entity__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Entity.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.className = unsafe Copy.string(c.pointee.class_name)
        self.name = unsafe Copy.string(c.pointee.name)
        self.aliases = unsafe Copy.strings(c.pointee.n_aliases, c.pointee.aliases)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(4, strings: aliases)
        writer.field(3, string: name)
        writer.field(2, string: className)
        writer.field(1, string: id)
    }
}

extension OpenHours: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__OpenHours()
        unsafe baton__v1__open_hours__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__OpenHours.self)
        self.weekday = unsafe c.pointee.weekday
        self.fromMinute = unsafe c.pointee.from_minute
        self.toMinute = unsafe c.pointee.to_minute
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, uint32: toMinute)
        writer.field(2, uint32: fromMinute)
        writer.field(1, uint32: weekday)
    }
}

extension Phrasebook: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Phrasebook()
        unsafe baton__v1__phrasebook__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Phrasebook.self)
        self.language = unsafe Copy.string(c.pointee.language)
        self.opening = unsafe Copy.string(c.pointee.opening)
        self.openingAgain = unsafe Copy.string(c.pointee.opening_again)
        self.which = unsafe Copy.string(c.pointee.which)
        self.confirm = unsafe Copy.string(c.pointee.confirm)
        self.wait = unsafe Copy.string(c.pointee.wait)
        self.lookingUp = unsafe Copy.string(c.pointee.looking_up)
        self.offTopic = unsafe Copy.string(c.pointee.off_topic)
        self.noAnswer = unsafe Copy.string(c.pointee.no_answer)
        self.silence = unsafe Copy.string(c.pointee.silence)
        self.availability = unsafe Copy.string(c.pointee.availability)
        self.escalated = unsafe Copy.string(c.pointee.escalated)
        self.wantsPerson = unsafe Copy.string(c.pointee.wants_person)
        self.resolved = unsafe Copy.string(c.pointee.resolved)
        self.goodbye = unsafe Copy.string(c.pointee.goodbye)
        self.intakeTree = unsafe Copy.string(c.pointee.intake_tree)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(16, string: intakeTree)
        writer.field(15, string: goodbye)
        writer.field(14, string: resolved)
        writer.field(13, string: wantsPerson)
        writer.field(12, string: escalated)
        writer.field(11, string: availability)
        writer.field(10, string: silence)
        writer.field(9, string: noAnswer)
        writer.field(8, string: offTopic)
        writer.field(7, string: lookingUp)
        writer.field(6, string: wait)
        writer.field(5, string: confirm)
        writer.field(4, string: which)
        writer.field(3, string: openingAgain)
        writer.field(2, string: opening)
        writer.field(1, string: language)
    }
}

extension Settings: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Settings()
        unsafe baton__v1__settings__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Settings.self)
        self.phrasebooks = unsafe Copy.messages(c.pointee.n_phrasebooks, c.pointee.phrasebooks)
        self.timeZone = unsafe Copy.string(c.pointee.time_zone)
        self.takesCalls = unsafe Copy.enumeration(c.pointee.takes_calls.rawValue)
        self.hours = unsafe Copy.messages(c.pointee.n_hours, c.pointee.hours)
        self.personQueue = unsafe Copy.string(c.pointee.person_queue)
        self.routingThreshold = unsafe c.pointee.routing_threshold
        self.answerThreshold = unsafe c.pointee.answer_threshold
        self.volunteerThreshold = unsafe c.pointee.volunteer_threshold
        self.intakeTree = unsafe Copy.string(c.pointee.intake_tree)
        self.confirmationLimit = unsafe c.pointee.confirmation_limit
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(10, uint32: confirmationLimit)
        writer.field(9, string: intakeTree)
        writer.field(8, float: volunteerThreshold)
        writer.field(7, float: answerThreshold)
        writer.field(6, float: routingThreshold)
        writer.field(5, string: personQueue)
        writer.repeated(4, messages: hours)
        writer.field(3, enumeration: takesCalls)
        writer.field(2, string: timeZone)
        writer.repeated(1, messages: phrasebooks)
    }
}

extension TurnExpectation: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TurnExpectation()
        unsafe baton__v1__turn_expectation__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TurnExpectation.self)
        self.says = unsafe Copy.string(c.pointee.says)
        self.does = unsafe Copy.string(c.pointee.does)
        self.afterSeconds = unsafe c.pointee.after_seconds
        self.asks = unsafe Copy.string(c.pointee.asks)
        self.tree = unsafe Copy.string(c.pointee.tree)
        self.facts = unsafe Copy.messages(c.pointee.n_facts, c.pointee.facts)
        self.arrives = unsafe Copy.messages(c.pointee.n_arrives, c.pointee.arrives)
        self.replies = unsafe Copy.string(c.pointee.replies)
        self.line = unsafe c.pointee.line
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(9, uint32: line)
        writer.field(8, string: replies)
        writer.repeated(7, messages: arrives)
        writer.repeated(6, messages: facts)
        writer.field(5, string: tree)
        writer.field(4, string: asks)
        writer.field(3, uint32: afterSeconds)
        writer.field(2, string: does)
        writer.field(1, string: says)
    }
}

extension Expected: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Expected()
        unsafe baton__v1__expected__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Expected.self)
        self.fact = unsafe Copy.string(c.pointee.fact)
        self.value = unsafe Copy.string(c.pointee.value)
        self.detail = unsafe Copy.string(c.pointee.detail)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, string: detail)
        writer.field(2, string: value)
        writer.field(1, string: fact)
    }
}

extension Conversation: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Conversation()
        unsafe baton__v1__conversation__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Conversation.self)
        self.id = unsafe Copy.string(c.pointee.id)
        self.language = unsafe Copy.string(c.pointee.language)
        self.timeZone = unsafe Copy.string(c.pointee.time_zone)
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.caller = unsafe Copy.string(c.pointee.caller)
        self.customer = unsafe Copy.string(c.pointee.customer)
        self.systems = unsafe Copy.messages(c.pointee.n_systems, c.pointee.systems)
        self.told = unsafe Copy.messages(c.pointee.n_told, c.pointee.told)
        self.turns = unsafe Copy.messages(c.pointee.n_turns, c.pointee.turns)
        self.outcome = unsafe Copy.string(c.pointee.outcome)
        self.endsAt = unsafe Copy.string(c.pointee.ends_at)
        self.conclusion = unsafe Copy.messages(c.pointee.n_conclusion, c.pointee.conclusion)
        self.notObtained = unsafe Copy.messages(c.pointee.n_not_obtained, c.pointee.not_obtained)
        self.superseded = unsafe Copy.messages(c.pointee.n_superseded, c.pointee.superseded)
        self.line = unsafe c.pointee.line
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(15, uint32: line)
        writer.repeated(14, messages: superseded)
        writer.repeated(13, messages: notObtained)
        writer.repeated(12, messages: conclusion)
        writer.field(11, string: endsAt)
        writer.field(10, string: outcome)
        writer.repeated(9, messages: turns)
        writer.repeated(8, messages: told)
        writer.repeated(7, messages: systems)
        writer.field(6, string: customer)
        writer.field(5, string: caller)
        writer.field(4, int64: startedAtMs)
        writer.field(3, string: timeZone)
        writer.field(2, string: language)
        writer.field(1, string: id)
    }
}
