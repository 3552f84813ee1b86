internal import Catalog
internal import Language
internal import Messages

/// Calls that no tree fits and that are alike: candidates for a tree of their own.
struct PatternProposals {
    /// Symptoms of a proposal, the first heard first.
    private static let symptoms = 20
    /// The share of openings that a word must stand in to be common.
    private static let commonShare = 0.5
    /// Common words that make the name.
    private static let nameWords = 3

    let calls: [ObservedCall]
    let catalog: ProposalCatalog
    let settings: ProposalSettings

    func find() throws -> [Proposal] {
        let threshold = catalog.settings.routingThreshold
        var seen: Set<String> = []
        let offMap = try calls.filter { call in
            guard IntakeTree.isIntake(call.leafTree), !call.observation.opening.isEmpty,
                seen.insert(call.observation.callID).inserted
            else { return false }
            // A tree that has been added since may fit by now.
            let routes = try catalog.view.route(
                call.observation.opening,
                language: call.observation.language
            )
            return (routes.first { !IntakeTree.isIntake($0.tree) }?.score ?? 0) < threshold
        }
        // A tree has one language.
        let byLanguage = Dictionary(grouping: offMap) { call in
            catalog.settings.phrases(in: call.observation.language).language
        }
        return byLanguage.sorted { $0.key < $1.key }.flatMap(proposals)
    }

    private func proposals(in language: String, _ calls: [ObservedCall]) -> [Proposal] {
        let openings = calls.map(\.observation.opening)
        let meanings = PhraseMeanings(texts: openings, language: SpokenLanguage.of(language))
        return meanings.groups(of: openings, threshold: settings.openingSimilarity)
            .filter { $0.members.count >= settings.callsOffMap }
            .map { proposal($0.members.map { calls[$0] }, meanings, language) }
    }

    /// A name that no tree has.
    private func unusedName(_ name: String) -> String {
        var unused = name
        var number = 2
        while catalog.trees[unused] != nil {
            unused = "\(name)-\(number)"
            number += 1
        }
        return unused
    }

    private func proposal(
        _ calls: [ObservedCall],
        _ meanings: PhraseMeanings,
        _ language: String
    ) -> Proposal {
        let openings = calls.map(\.observation.opening)
        let common = meanings.commonWords(of: openings, share: Self.commonShare).map(\.text)
        let name = common.filter { Names.isID($0) }.prefix(Self.nameWords).joined(separator: "-")
        let id = "pattern-\(unusedName(name.isEmpty ? "unnamed" : name))"
        var patterns: Set<String> = []
        let symptoms = openings.filter { opening in
            patterns.insert(meanings.language.pattern(of: opening)).inserted
        }
        return Proposal(
            id: id,
            kind: .pattern,
            // Without the words of one customer: the title goes into the audit chain, where nothing can be erased.
            title: "add a tree for \(calls.count) calls that no tree fits"
                + (common.isEmpty ? "" : ": " + common.joined(separator: ", ")),
            tree: String(id.dropFirst("pattern-".count)),
            phrases: Array(symptoms.prefix(Self.symptoms)),
            commonWords: common,
            evidenceCount: UInt32(calls.count),
            evidence: Proposal.listed(
                calls.map {
                    ProposalEvidence(callID: $0.observation.callID, quote: $0.observation.opening)
                }
            ),
            benefitSeconds: Double(calls.count) * settings.secondsPerOffMapCall,
            reckoning: "\(calls.count) calls off the map × "
                + "\(Proposal.decimal(settings.secondsPerOffMapCall)) s",
            language: language
        )
    }
}
