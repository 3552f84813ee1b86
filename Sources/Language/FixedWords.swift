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
    /// Why there is no diagnosis.
    public let noDiagnosis: [Outcome: String]
    /// That there is none, for every other outcome.
    public let noDiagnosisReached: String
    /// That nothing tells what the call is about.
    public let noIssue: String
    /// Why a fact is missing; "{system}" stands for what was asked.
    public let notObtained: [NotObtained: String]
    /// Values that a tree gives no words of its own, where their keys are no words of the language.
    public let values: [String: String]
    /// A system by its name.
    public let system: String
    /// A system without a name.
    public let anySystem: String
    /// What a value was corrected to.
    public let corrected: String
    /// Where the call goes.
    public let queue: String
    /// How urgent it is.
    public let priority: String
    /// Who called.
    public let caller: String
    /// Whose call it is.
    public let customer: String
    /// How sure the diagnosis is.
    public let confidence: String
    /// A share in percent.
    public let percent: String
    /// The article behind a diagnosis.
    public let article: String
    /// Several articles.
    public let articles: String
    /// About how long what is recommended takes.
    public let about: String
    /// Where facts come from.
    public let origins: Origins
    /// From a time on.
    public let fromOn: String
    /// When the customer can be reached.
    public let window: String

    /// Names of a handoff's fields, of 22 characters at most.
    public struct Fields: Sendable {
        /// What the call is about.
        public let issue: String
        /// What it is about.
        public let product: String
        /// What happens.
        public let symptoms: String
        /// What stands around it.
        public let environment: String
        /// What was tested.
        public let diagnostics: String
        /// What the tree concludes.
        public let diagnosis: String
        /// What was tried.
        public let fixes: String
        /// What is to be done.
        public let recommendation: String
        /// When the customer can be reached.
        public let availability: String
        /// What was wanted and is not there.
        public let notObtained: String
        /// What the customer corrected.
        public let superseded: String
    }

    /// Where a fact comes from; "{time}" stands for when it was measured.
    public struct Origins: Sendable {
        /// Said before the first turn.
        public let saidAtStart: String
        /// Said in a turn.
        public let saidInTurn: String
        /// How sure what was said is.
        public let sure: String
        /// Measured by a system.
        public let measured: String
        /// A system without a name, in that.
        public let system: String
        /// Told by the front end before the first turn.
        public let toldAtStart: String
        /// Told by it in a turn.
        public let toldInTurn: String
        /// Concluded when the call ended.
        public let callsEnd: String
        /// Concluded at a node.
        public let derived: String
        /// Without an origin.
        public let unknown: String
    }
}
