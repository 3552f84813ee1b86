public import Messages

/// Fixed words that stand beside values in prompts and handoffs, as a language has them: data only.
///
/// "{}" stands for the value, and names in braces for others.
public struct FixedWords: Sendable {
    /// For a value that is not known.
    public let unknown: String
    /// The line of a product, as a template of a catalog.
    public let product: String
    /// What a handoff is called.
    public let title: String
    /// Names of a handoff's fields.
    public let fields: Fields
    /// How a call came out.
    public let outcomes: [Outcome: String]
    /// Why there is no diagnosis, and for every other outcome.
    public let noDiagnosis: [Outcome: String]
    public let noDiagnosisReached: String
    public let noIssue: String
    /// Why a fact is missing; "{system}" stands for what was asked.
    public let notObtained: [NotObtained: String]
    /// A system by its name, and one without.
    public let system: String
    public let anySystem: String
    public let corrected: String
    public let queue: String
    public let priority: String
    public let caller: String
    public let customer: String
    public let confidence: String
    public let percent: String
    public let article: String
    public let articles: String
    /// About how long what is recommended takes.
    public let about: String
    public let origins: Origins
    /// From a time on.
    public let fromOn: String
    public let window: String

    /// Names of a handoff's fields, of 22 characters at most.
    public struct Fields: Sendable {
        public let issue: String
        public let product: String
        public let symptoms: String
        public let environment: String
        public let diagnostics: String
        public let diagnosis: String
        public let fixes: String
        public let recommendation: String
        public let availability: String
        public let notObtained: String
        public let superseded: String
    }

    /// Where a fact comes from; "{time}" stands for when it was measured.
    public struct Origins: Sendable {
        public let saidAtStart: String
        public let saidInTurn: String
        public let sure: String
        public let measured: String
        public let system: String
        public let toldAtStart: String
        public let toldInTurn: String
        public let callsEnd: String
        public let derived: String
        public let unknown: String
    }
}
