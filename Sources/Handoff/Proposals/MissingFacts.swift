internal import Catalog
internal import Language
internal import Messages

/// One engineer's word that a handoff lacked something.
struct Mention {
    /// Index of the call.
    let call: Int
    /// The fact, where the engineer named it by its key.
    let fact: String?
    /// The words that name it.
    let words: String
    let evidence: ProposalEvidence
}

/// A fact that handoffs of a tree lack.
struct MissingFact {
    let tree: String
    let fact: String
    /// The question for it, where no node of the tree asks for the fact.
    let question: QuestionDraft?
    let mentions: [Mention]
}

/// Finds out which facts engineers miss: by the keys that they name, and by the meaning of their words.
struct MissingFacts {
    let calls: [ObservedCall]
    let catalog: ProposalCatalog
    let settings: ProposalSettings
    private let meanings: PhraseMeanings

    init(
        _ calls: [ObservedCall],
        _ catalog: ProposalCatalog,
        _ settings: ProposalSettings
    ) throws {
        self.calls = calls
        self.catalog = catalog
        self.settings = settings
        meanings = PhraseMeanings(
            texts: catalog.factTexts,
            names: try catalog.names(),
            language: catalog.language
        )
    }

    /// Where a fact is missed.
    struct Place: Hashable {
        let tree: String
        let fact: String
    }

    /// Facts that enough handoffs of a tree lack, in no order; and every place where anybody ever missed one,
    /// also where it is asked by now.
    func find() throws -> (lacked: [MissingFact], missed: Set<Place>) {
        let mentions = mentions()
        var byPlace: [Place: [Mention]] = [:]
        var drafts: [Place: QuestionDraft] = [:]
        for mention in mentions {
            guard let fact = mention.fact else { continue }
            byPlace[Place(tree: calls[mention.call].leafTree, fact: fact), default: []]
                .append(mention)
        }
        let candidates = (catalog.facts + named(in: mentions)).compactMap { fact in
            meanings.phrase(fact.words).map { Candidate(fact: fact, phrase: $0) }
        }
        let worded = mentions.filter { $0.fact == nil }
        for group in meanings.groups(
            of: worded.map(\.words),
            threshold: settings.noteSimilarity
        ) {
            let members = group.members.map { worded[$0] }
            let byTree = Dictionary(grouping: members) { calls[$0.call].leafTree }
            for (tree, members) in byTree {
                let (fact, draft) = meaning(
                    of: members,
                    all: group.members.map { worded[$0] },
                    tree,
                    candidates
                )
                let place = Place(tree: tree, fact: fact)
                byPlace[place, default: []] += members
                if let draft { drafts[place] = draft }
            }
        }
        let lacked = try byPlace.compactMap { place, mentions in
            try missing(place, mentions, drafts[place])
        }
        return (lacked, Set(byPlace.keys))
    }

    /// Facts that engineers name by a key that no tree has yet.
    private func named(in mentions: [Mention]) -> [ProposalCatalog.NamedFact] {
        let known = Set(catalog.facts.map(\.key))
        let byKey = Dictionary(
            grouping: mentions.filter { $0.fact.map { !known.contains($0) } ?? false }
        ) { $0.fact ?? "" }
        return byKey.keys.sorted().map { key in
            ProposalCatalog.NamedFact(
                key: key,
                trees: Set(byKey[key, default: []].map { calls[$0.call].leafTree }),
                words: Names.words(of: key),
                label: Names.words(of: key)
            )
        }
    }

    private func missing(
        _ place: Place,
        _ mentions: [Mention],
        _ draft: QuestionDraft?
    ) throws -> MissingFact? {
        guard let tree = try catalog.tree(place.tree) else { return nil }
        // A call counts once, and only where it neither had the fact nor asked for it in vain.
        var seen: Set<Int> = []
        let counted = mentions.filter { mention in
            let call = calls[mention.call]
            return !call.knows(place.fact) && !call.wanted(place.fact)
                && call.observation.outcome == .escalated && seen.insert(mention.call).inserted
        }
        guard counted.count >= settings.handoffsLacking else { return nil }
        let asked = tree.node(determining: place.fact).map { tree.tree.nodes[$0] }
        guard asked?.kind != .lookup else {
            // What a system did not give must be asked under another name, or it is never asked.
            let draft = catalog.question(
                for: place.fact + "-said",
                like: place.fact,
                in: place.tree
            )
            return MissingFact(
                tree: place.tree,
                fact: draft.fact,
                question: tree.node(determining: draft.fact) == nil ? draft : nil,
                mentions: counted
            )
        }
        let question =
            asked == nil
            ? draft ?? catalog.question(for: place.fact, like: place.fact, in: place.tree)
            : nil
        return MissingFact(
            tree: place.tree,
            fact: place.fact,
            question: question,
            mentions: counted
        )
    }

    // MARK: Mentions

    /// What engineers say that handoffs lacked, call by call: in the list and in notes of ratings, and where
    /// they send a handoff back.
    private func mentions() -> [Mention] {
        var mentions: [Mention] = []
        for (index, call) in calls.enumerated() where !call.leafTree.isEmpty {
            func add(_ fact: String?, _ words: String, _ evidence: ProposalEvidence) {
                mentions.append(Mention(call: index, fact: fact, words: words, evidence: evidence))
            }
            let language = SpokenLanguage.of(call.observation.language)
            func addNote(_ note: String, _ evidence: ProposalEvidence) {
                for words in language.lackedThings(in: note) {
                    add(nil, withoutNames(words), evidence)
                }
            }
            var evidence = ProposalEvidence(callID: call.observation.callID)
            for rating in call.ratings {
                evidence.engineer = rating.engineer
                evidence.score = rating.score
                for entry in rating.missing {
                    evidence.quote = entry
                    if catalog.isFact(entry) {
                        if !rating.note.isEmpty { evidence.quote = rating.note }
                        add(entry, entry, evidence)
                    } else {
                        add(nil, withoutNames(entry), evidence)
                    }
                }
                evidence.quote = rating.note
                // A note counts where the engineer left the list empty.
                if rating.missing.isEmpty { addNote(rating.note, evidence) }
            }
            evidence.score = 0
            for outcome in call.outcomes where outcome.resolution == .bouncedBack {
                evidence.engineer = outcome.engineer
                evidence.quote = outcome.note
                addNote(outcome.note, evidence)
            }
        }
        return mentions
    }

    /// The words without names of the vocabulary: which router it was does not matter.
    private func withoutNames(_ text: String) -> String {
        /// The longest name that is looked for, in words.
        let longest = 3
        let words = text.split(separator: " ").map(String.init)
        var kept: [String] = []
        var index = 0
        while index < words.count {
            let name = (1...longest).reversed().first { count in
                index + count <= words.count
                    && catalog.isName(words[index..<index + count].joined(separator: " "))
            }
            if name == nil { kept.append(words[index]) }
            index += name ?? 1
        }
        return kept.isEmpty ? text : kept.joined(separator: " ")
    }

    // MARK: Meaning

    /// A fact that words may mean.
    private struct Candidate {
        let fact: ProposalCatalog.NamedFact
        let phrase: PhraseMeanings.Phrase
    }

    /// The fact that words mean: one of the catalog where one fits, else one that is named after them.
    private func meaning(
        of mentions: [Mention],
        all: [Mention],
        _ tree: String,
        _ candidates: [Candidate]
    ) -> (String, QuestionDraft?) {
        /// The share of wordings that a word must stand in to be part of the name.
        let share = 0.35
        let common = meanings.commonWords(of: all.map(\.words), share: share)
        let words = common.isEmpty ? meanings.commonWords(of: [all[0].words], share: 1) : common
        guard let phrase = meanings.phrase(words) else { return ("context.other", nil) }
        var best: (fact: String, similarity: Double)?
        var kin: (fact: String, similarity: Double)?
        for candidate in candidates {
            let similarity = meanings.similarity(phrase, candidate.phrase)
            let key = candidate.fact.key
            // Between facts that fit alike, one of the same tree is meant.
            let ranked = similarity + (candidate.fact.trees.contains(tree) ? 0.001 : 0)
            if ranked > kin?.similarity ?? 0 { kin = (key, ranked) }
            guard similarity >= settings.factSimilarity, ranked > best?.similarity ?? 0,
                2 * mentions.count(where: { calls[$0.call].knows(key) }) <= mentions.count
            else { continue }
            best = (key, ranked)
        }
        if let best { return (best.fact, nil) }
        let section = kin.map { Names.section(of: $0.fact) } ?? "environment"
        let draft = draft(
            of: words.map(\.text),
            words.map(meanings.isAspect),
            section,
            in: tree
        )
        return (draft.fact, draft)
    }

    private func draft(
        of words: [String],
        _ isAspect: [Bool],
        _ section: String,
        in tree: String
    ) -> QuestionDraft {
        let things = zip(words, isAspect).filter { !$0.1 }.map(\.0)
        let named = things.isEmpty ? words : things
        var name = named.map(Self.keyPart).filter { !$0.isEmpty }.joined(separator: "-")
        if name.isEmpty { name = "other" }
        let kind = catalog.language.kind(ofAspects: zip(words, isAspect).filter(\.1).map(\.0))
        let sections = ["environment", "product", "symptom", "context", "customer"]
        let own = sections.contains(section) ? section : "environment"
        let label = (kind == .text ? words : named).joined(separator: " ")
        return QuestionDraft(
            fact: String("\(own).\(name)".prefix(CatalogLimits.factBytes)),
            label: label,
            say: catalog.wording(of: label, kind, in: tree),
            kind: kind
        )
    }

    private static func keyPart(_ word: String) -> String {
        String(
            String.UnicodeScalarView(
                word.lowercased().unicodeScalars.filter {
                    (97...122).contains($0.value) || (48...57).contains($0.value)
                }
            )
        )
    }
}
