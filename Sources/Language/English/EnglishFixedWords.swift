internal import Messages

extension FixedWords {
    static let english = FixedWords(
        unknown: "unknown",
        product: "[{product.name}][ v{product.version}][ on {product.platform}]",
        title: "Handoff {}",
        fields: Fields(
            issue: "Issue",
            product: "Product",
            symptoms: "Symptoms",
            environment: "Environment",
            diagnostics: "Diagnostics completed",
            diagnosis: "Preliminary diagnosis",
            fixes: "Fix attempted",
            recommendation: "Recommendation",
            availability: "Customer availability",
            notObtained: "Not obtained",
            superseded: "Superseded"
        ),
        outcomes: [
            .resolved: "resolved", .escalated: "escalated",
            .wantsPerson: "the customer asked for a person",
            .abandoned: "the call was abandoned", .unspecified: "the call goes on",
        ],
        noDiagnosis: [
            .unspecified: "No diagnosis was reached: the call goes on.",
            .wantsPerson: "No diagnosis was reached: the customer asked for a person before one.",
            .abandoned: "No diagnosis was reached: the call ended before one.",
        ],
        noDiagnosisReached: "No diagnosis was reached.",
        noIssue: "No issue was found out.",
        notObtained: [
            .notAsked: "not asked", .didNotKnow: "the customer did not know",
            .declined: "the customer would not say",
            .takenBack: "the customer took back what was said",
            .timedOut: "{system} did not answer in time",
            .notUnderstood: "the answer was not understood",
            .notHeld: "{system} does not have it",
            .callEnded: "the call ended before {system} answered",
            .unspecified: "no reason was recorded",
        ],
        values: [:],
        system: "the {}",
        anySystem: "the system that holds it",
        corrected: "corrected to {}",
        queue: "queue {}",
        priority: "priority {}",
        caller: "caller {}",
        customer: "customer {}",
        confidence: "confidence {}",
        percent: "{}%",
        article: "article {}",
        articles: "articles {}",
        about: "about {}",
        origins: Origins(
            saidAtStart: "said at the start",
            saidInTurn: "said in turn {}",
            sure: "{} sure",
            measured: "from {}, {time}",
            system: "a system",
            toldAtStart: "told by the front end at the start",
            toldInTurn: "told by the front end in turn {}",
            callsEnd: "from the call's end in turn {}",
            derived: "derived by {}",
            unknown: "of unknown origin"
        ),
        fromOn: "from {}",
        window: "window {}"
    )
}
