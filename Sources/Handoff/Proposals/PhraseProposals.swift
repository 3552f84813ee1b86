internal import Catalog
internal import Language
internal import Messages

/// Phrases for options, out of answers that had to be confirmed or were put right: the next customer who
/// says so is understood at once.
struct PhraseProposals {
    /// The longest answer that is a phrase and not a story, in words.
    private static let longestPhrase = 8
    /// Phrases of one proposal, the most frequent first.
    private static let phrasesAtOnce = 8

    let calls: [ObservedCall]
    let catalog: ProposalCatalog
    let settings: ProposalSettings

    private struct Place: Hashable {
        let tree: String
        /// BCP 47 tag of the tree, in which its phrases are compared.
        let language: String
        let node: Int
        let option: Int
    }

    private struct Said {
        let call: String
        let quote: String
        let pattern: String
    }

    func find() -> [Proposal] {
        var said: [Place: [Said]] = [:]
        for call in calls {
            for answer in call.observation.answers {
                guard let place = place(of: answer, in: call),
                    let words = words(of: answer, place.language, call.observation.callID)
                else { continue }
                said[place, default: []].append(words)
            }
        }
        // What stands for two options tells neither of them.
        var owners: [String: Set<Int>] = [:]
        func key(_ place: Place, _ pattern: String) -> String {
            "\(place.tree) \(place.node) \(pattern)"
        }
        for (place, answers) in said {
            for answer in answers {
                owners[key(place, answer.pattern), default: []].insert(place.option)
            }
        }
        return said.compactMap { place, answers in
            proposal(place, answers.filter { owners[key(place, $0.pattern)]?.count == 1 })
        }
    }

    private func place(of answer: ObservedAnswer, in call: ObservedCall) -> Place? {
        for id in [call.leafTree, call.observation.tree] {
            guard let tree = catalog.trees[id],
                let node = tree.node(determining: answer.fact),
                tree.tree.nodes[node].kind != .lookup,
                let option = tree.tree.nodes[node].options.firstIndex(where: {
                    $0.id == answer.value
                })
            else { continue }
            return Place(tree: id, language: tree.tree.language, node: node, option: option)
        }
        return nil
    }

    /// The answer as a phrase; nil where it has no telling word, or is too long.
    private func words(of answer: ObservedAnswer, _ tag: String, _ call: String) -> Said? {
        let language = SpokenLanguage.of(tag)
        let quote = String(answer.quote.filter { !$0.isNewline })
        let words = quote.split(separator: " ").count
        guard words <= Self.longestPhrase, quote.count <= CatalogLimits.phraseCharacters,
            !ContentWords(quote, language: language).words.isEmpty
        else { return nil }
        return Said(call: call, quote: quote, pattern: language.pattern(of: quote))
    }

    private func proposal(_ place: Place, _ answers: [Said]) -> Proposal? {
        guard let tree = catalog.trees[place.tree] else { return nil }
        let node = tree.tree.nodes[place.node]
        let option = node.options[place.option]
        let known = Set(node.options.flatMap(\.patterns))
        let new = answers.filter { !known.contains($0.pattern) }
        let evidence = Set(new.map(\.call))
        guard evidence.count >= settings.unsureAnswers else { return nil }
        let byPattern = Dictionary(grouping: new, by: \.pattern)
        let phrases = byPattern.values
            .sorted { (-$0.count, $0[0].pattern) < (-$1.count, $1[0].pattern) }
            .prefix(min(Self.phrasesAtOnce, CatalogLimits.phrases - option.phrases.count))
            .map { $0.map(\.quote).min() ?? "" }
        guard !phrases.isEmpty else { return nil }
        var seen: Set<String> = []
        let label = tree.definition(of: node.fact)?.label ?? node.fact
        return Proposal(
            id: "phrases-\(place.tree)-\(node.id)-\(option.id)",
            kind: .phrases,
            title: "let customers say \"\(phrases[0])\" for \(label): \(option.label)",
            tree: place.tree,
            node: node.id,
            fact: node.fact,
            option: option.id,
            phrases: phrases,
            evidenceCount: UInt32(evidence.count),
            evidence: Proposal.listed(
                new.filter { seen.insert($0.call).inserted }
                    .map { ProposalEvidence(callID: $0.call, quote: $0.quote) }
            ),
            benefitSeconds: Double(new.count) * settings.secondsPerConfirmation,
            reckoning: "\(new.count) answers confirmed or put right × "
                + "\(Proposal.decimal(settings.secondsPerConfirmation)) s"
        )
    }
}
