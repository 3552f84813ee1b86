public import Catalog
internal import Foundation
public import Messages

/// Derives proposals from past calls: a function of the calls, the catalog as it is now and the decisions
/// so far, without clock or I/O.
public enum ProposalDerivation {
    /// The open proposals, the one with the greatest expected benefit first.
    ///
    /// What the catalog does by now is not proposed: calls of the past are walked on its trees. What was
    /// rejected is not proposed again until its evidence has grown as the settings say.
    ///
    /// - Throws: What reading the catalog throws.
    public static func proposals(
        from calls: [ObservedCall],
        catalog view: CatalogView,
        decisions: [ProposalDecision] = [],
        settings: ProposalSettings = ProposalSettings()
    ) throws -> [Proposal] {
        let catalog = try ProposalCatalog(view)
        let (lacked, missed) = try MissingFacts(calls, catalog, settings).find()
        let asking = AskProposals(calls, catalog, settings)
        var proposals = try lacked.compactMap { try asking.proposal(for: $0) }
        proposals += try RemovalProposals(
            calls: calls,
            catalog: catalog,
            settings: settings,
            missed: missed
        ).find()
        proposals += PhraseProposals(calls: calls, catalog: catalog, settings: settings).find()
        proposals += try PatternProposals(calls: calls, catalog: catalog, settings: settings).find()
        let rejected = Dictionary(
            decisions.map { ($0.id, $0) },
            uniquingKeysWith: { _, last in last }
        )
        .values.filter { $0.state == .rejected }
        let open = proposals.filter { proposal in
            !rejected.contains { isSame(proposal, $0, settings.evidenceGrowth) }
        }
        return ranked(open)
    }

    /// Whether a proposal is one that was rejected and has not gained enough evidence since.
    ///
    /// The same is proposed under the same name; words of new notes may change the name of a new fact,
    /// so evidence that is mostly the same tells it too.
    private static func isSame(
        _ proposal: Proposal,
        _ rejection: ProposalDecision,
        _ growth: Int
    ) -> Bool {
        guard Int(proposal.evidenceCount) < growth * Int(rejection.evidenceCount) else {
            return false
        }
        if proposal.id == rejection.id { return true }
        guard proposal.kind == rejection.kind, proposal.tree == rejection.tree,
            proposal.kind == .ask || proposal.kind == .pattern, !rejection.calls.isEmpty
        else { return false }
        let calls = Set(proposal.evidence.map(\.callID))
        let common = rejection.calls.count { calls.contains($0) }
        return 2 * common > rejection.calls.count
    }

    private static func ranked(_ proposals: [Proposal]) -> [Proposal] {
        var taken: Set<String> = []
        return proposals.sorted { one, other in
            (-one.benefitSeconds, one.id) < (-other.benefitSeconds, other.id)
        }
        .map { proposal in
            // Two questions may have one short name.
            var proposal = proposal
            var number = 2
            let id = proposal.id
            while !taken.insert(proposal.id).inserted {
                proposal.id = "\(id)-\(number)"
                number += 1
            }
            proposal.state = .open
            return proposal
        }
    }
}

extension Proposal {
    /// Calls that are listed as evidence.
    static let listedEvidence = 100

    static func listed(_ evidence: [ProposalEvidence]) -> [ProposalEvidence] {
        Array(evidence.prefix(listedEvidence))
    }

    /// A number with at most one decimal: `8`, `7.5`.
    static func decimal(_ number: Double) -> String {
        number.formatted(
            .number.precision(.fractionLength(0...1)).locale(Locale(identifier: "en_US")).grouping(
                .never
            )
        )
    }
}
