public import Messages
internal import Synchronization

/// A node as the listener looks at it in the language of a call: its phrases word by word, and what its question says.
///
/// It is made once for a tree, so that no turn reads the words of the catalog again.
public final class ListeningNode: Sendable {
    /// The node.
    public let node: Node
    /// The phrases of each option.
    let optionPatterns: [PatternList]
    /// A word of each of them: where none of these was said, no option was in full.
    let optionBits: WordBits
    /// The label of each option of a choice, which answers its question as it stands; none where it is long.
    let labelPatterns: [PatternList]
    /// The phrases of each detail.
    let detailPatterns: [PatternList]
    /// The phrases that name the fact.
    let cuePatterns: PatternList
    /// Whether they say that it is something that was so before: "old one".
    let isOfFormer: Bool
    /// What customers said for its answers; nil when too few examples are known.
    let examples: QuestionExamples?
    private let language: SpokenLanguage
    private let readWording = AtomicLazyReference<NodeWording>()

    /// Of two options the one whose phrases name one thing after another behind an "only"; nil where there is none.
    let restrictedOption: Int?

    /// Prepares a node for calls in a language.
    ///
    /// - Parameter examples: What customers said for its answers in this language.
    public init(_ node: Node, language: SpokenLanguage, examples: QuestionExamples? = nil) {
        self.node = node
        self.examples = examples
        optionPatterns = node.options.map { PatternList($0.patterns, language) }
        optionBits = WordBits(optionPatterns.flatMap(\.tellingWords))
        labelPatterns = node.options.map {
            PatternList(Self.spokenLabel($0, of: node, language), language)
        }
        detailPatterns = node.details.map { PatternList($0.patterns, language) }
        cuePatterns = PatternList(node.cuePatterns, language)
        isOfFormer = node.cues.contains { cue in
            language.tokens(of: cue).items.contains { $0.classes.contains(.former) }
        }
        self.language = language
        let restricted = optionPatterns.indices.filter { [optionPatterns] place in
            let patterns = optionPatterns[place]
            return patterns.ranges.count { patterns.words[$0.lowerBound].isRestricted } > 1
        }
        restrictedOption =
            node.options.count == 2 && restricted.count == 1 ? restricted.first : nil
    }

    /// The most words of a label that customers may say as it stands: longer ones are for engineers.
    private static let mostWordsOfLabel = 2

    /// The label of a choice as one more phrase, where it is short.
    private static func spokenLabel(
        _ option: Choice,
        of node: Node,
        _ language: SpokenLanguage
    ) -> [String] {
        guard node.valueKind == .choice, !option.label.isEmpty,
            language.tokens(of: option.label).count <= mostWordsOfLabel
        else { return [] }
        let pattern = language.pattern(of: option.label)
        return option.patterns.contains(pattern) ? [] : [pattern]
    }

    package var fact: String { node.fact }
    var kind: NodeKind { node.kind }
    package var valueKind: ValueKind { node.valueKind }
    /// Whether its answer is one of two sides: yes or no, pass or fail, fixed or not fixed.
    var hasTwoSides: Bool {
        switch valueKind {
        case .yesNo, .check, .fix: true
        default: false
        }
    }
    var options: [Choice] { node.options }
    var details: [Detail] { node.details }
    var volunteered: Bool { node.volunteered }
    var entityClass: String { node.entityClass }
    var textForm: TextForm { node.textForm }
    var unit: String { node.unit }

    /// The words of its question: read when they are first asked for, since most questions never are.
    var wording: NodeWording {
        readWording.load() ?? readWording.storeIfNil(NodeWording(node, optionPatterns, language))
    }

    /// Whether something is to be done or looked at before the question can be answered.
    public var hasSteps: Bool { wording.hasSteps }

    /// Whether a phrase of the node holds one of some words.
    func mentions(_ stems: [WordHash]) -> Bool {
        cuePatterns.holds(stems) || optionPatterns.contains { $0.holds(stems) }
            || detailPatterns.contains { $0.holds(stems) }
    }
}

/// Phrases in their normal form, word by word.
struct PatternList: Sendable {
    /// A word of a phrase.
    struct Word: Sendable {
        let hash: WordHash
        let isNegation: Bool
        /// Whether it carries grammar, and does not deny.
        let isCommon: Bool
        /// Whether a word that restricts it stands before it, which is none of the phrase's own words.
        let isRestricted: Bool
    }

    /// The words of all phrases, one after another.
    let words: [Word]
    /// Where each phrase stands among them.
    let ranges: [Range<Int>]
    /// Words that carry grammar and that an "and" of a phrase joins: "on" and "off".
    let pairs: [(first: WordHash, second: WordHash)]

    init(_ patterns: [String], _ language: SpokenLanguage) {
        var words: [Word] = []
        var ranges: [Range<Int>] = []
        for pattern in patterns where !pattern.isEmpty {
            let start = words.count
            var isRestricted = false
            let parts = pattern.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
            for (place, word) in parts.enumerated() {
                let hash = Hashing.of(word)
                let classes = language.info(of: hash).classes
                if classes.contains(.restriction), place < parts.count - 1 {
                    isRestricted = true
                    continue
                }
                if classes.isSuperset(of: [.filler, .restriction]) { continue }
                let isNegation = classes.contains(.negation)
                words.append(
                    Word(
                        hash: hash,
                        isNegation: isNegation,
                        isCommon: classes.contains(.common) && !isNegation,
                        isRestricted: isRestricted
                    )
                )
                isRestricted = false
            }
            guard words.count > start else { continue }
            ranges.append(start..<words.count)
        }
        self.words = words
        self.ranges = ranges
        pairs = ranges.flatMap { range in
            range.dropFirst().dropLast().compactMap { place in
                language.times.meaning(of: words[place].hash) == .and
                    && words[place - 1].isCommon && words[place + 1].isCommon
                    ? (words[place - 1].hash, words[place + 1].hash) : nil
            }
        }
    }

    /// Whether a word is a thing that phrases restrict: "laptop" in "only my laptop".
    func restricts(_ hash: WordHash) -> Bool {
        ranges.contains { range in
            words[range.lowerBound].isRestricted
                && words[range].contains { $0.hash == hash && !$0.isCommon }
        }
    }

    func holds(_ stems: [WordHash]) -> Bool {
        words.contains { stems.contains($0.hash) }
    }

    /// Whether all words of a phrase may have been said; nearly all phrases end here, at their first telling word.
    func mayStand(_ index: Int, among bits: WordBits) -> Bool {
        for place in ranges[index] where !bits.mayContain(words[place].hash) { return false }
        return true
    }

    /// A word of each phrase, one that carries meaning where there is one.
    var tellingWords: [WordHash] {
        ranges.map { range in
            (words[range].first { !$0.isCommon } ?? words[range][range.lowerBound]).hash
        }
    }

    /// Whether a phrase has a word.
    func contains(_ hash: WordHash, in index: Int) -> Bool {
        for place in ranges[index] where words[place].hash == hash { return true }
        return false
    }
}

/// What the question of a node says.
final class NodeWording: Sendable {
    /// The question as the answer model looks at it; nil where it can't tell the sides of what is asked.
    let question: AskedQuestion?
    /// The number that the question compares with; nil where it has none.
    let bound: Measure?
    /// Whether it asks what was, and not what is.
    let asksPast: Bool
    /// Whether it asks what the customer does or has.
    let addresses: Bool
    /// Whether it asks if something is only so: "only over Wi-Fi?".
    let isRestricted: Bool
    /// A word that carries meaning.
    struct Word: Sendable {
        let stem: WordHash
        let row: WordVectors.Row?
    }

    /// The words of the question, and of how it is asked again.
    let words: [Word]
    /// The stems of the question.
    let sayStems: Set<WordHash>
    /// The stems of what is asked, in the last sentences that ask, without what is to be done first.
    let askedStems: Set<WordHash>
    /// Whether something is to be done or looked at before the question can be answered.
    let hasSteps: Bool
    /// The same, of a test or a fix.
    let instructs: Bool
    /// The stems of what is to be done, without those of what is asked then.
    let toldStems: Set<WordHash>
    /// The stems by which the question names its fact.
    let naming: [WordHash]
    /// The stem of the unit.
    let unit: WordHash?
    /// The options in the order in which the question names them; empty when it leaves one out.
    let optionOrder: [Int]
    /// Words that lead to a name that is spelled: those of the question and of the cues.
    let leads: Set<WordHash>

    init(_ node: Node, _ options: [PatternList], _ language: SpokenLanguage) {
        let say = language.tokens(of: node.say)
        let again = language.tokens(of: node.again)
        var question: AskedQuestion?
        if let vocabulary = language.answers {
            let asked = AskedQuestion(say, vocabulary)
            // Its data have no questions whether something is not so.
            if !asked.asksDenial, say.items.contains(where: \.endsQuestion) { question = asked }
        }
        self.question = question
        bound = Measure.bound(in: Words(say))
        let last = say.items.indices.last.map(say.sentence)
        let asked = say.items[say.asked ?? last ?? say.items.indices].map(\.classes)
        asksPast =
            asked.contains { $0.contains(.past) }
            || asked.first { !$0.contains(.filler) }?.contains(.perfect) ?? false
        isRestricted = asked.contains { $0.contains(.restriction) && !$0.contains(.filler) }
        words = (say.items + again.items).compactMap { token in
            guard token.classes.isDisjoint(with: [.common, .filler]) else { return nil }
            return Word(stem: token.stem, row: language.row(of: token.word))
        }
        sayStems = Set(say.items.map(\.stem))
        // All where none asks.
        let asking = [say, again].map { $0.items[$0.asked ?? $0.items.indices] }
        askedStems = Set(asking.joined().map(\.stem))
        addresses = asking[0].contains { $0.classes.contains(.addressee) }
        hasSteps = asking[0].count < say.count
        instructs = hasSteps && [.check, .fix].contains(node.valueKind)
        toldStems =
            instructs
            ? Set(say.items.lazy.filter(\.isContent).map(\.stem)).subtracting(askedStems) : []
        naming = say.items.filter { $0.isContent && $0.kind == .word }.map(\.stem)
        unit = language.tokens(of: node.unit).items.first?.stem
        optionOrder = Self.order(of: options, in: Words(say))
        let cues = node.cues.joined(separator: " ")
        leads = Set(language.tokens(of: node.say + " " + cues).items.map(\.word))
    }

    private static func order(of options: [PatternList], in say: Words) -> [Int] {
        let matcher = PatternMatcher(
            area: say.all,
            negations: Negations(words: say, spokenFor: [])
        )
        let places = options.compactMap { patterns -> Int? in
            let indices = patterns.ranges.indices
            let found = indices.compactMap { matcher.full(patterns, $0)?.range.lowerBound }
            return found.min()
                ?? indices.compactMap { index in
                    matcher.partial(patterns, index, tellingSaid: .max, denyingSaid: 0)?.range
                        .lowerBound
                }.min()
        }
        guard places.count == options.count else { return [] }
        return options.indices.sorted { places[$0] < places[$1] }
    }
}
