internal import Language
internal import Messages

/// A handoff's fields in the order in which people read them, whatever the form.
struct Page {
    /// One line of a field.
    struct Line {
        let text: String
        /// The mark of a check, which `text` may also hold; for colour.
        var mark = ""
        /// Where the line comes from, in words; empty where evidence is not shown.
        var evidence: [String] = []
    }

    /// A field with its lines.
    struct Field {
        let label: String
        let lines: [Line]
    }

    let title: String
    /// What becomes of the handoff: outcome, queue, priority.
    let standing: [String]
    /// The call: caller, customer, start.
    let call: [String]
    let fields: [Field]

    /// BCP 47 tag of its words.
    let language: String

    init(_ record: HandoffRecord, evidence: Bool) {
        let summary = record.call ?? CallSummary()
        let language = SpokenLanguage.of(summary.language)
        let words = language.fixedWords
        let names = words.fields
        let builder = PageBuilder(
            zone: summary.timeZone,
            language: language,
            showsEvidence: evidence
        )
        func filled(_ template: String, _ value: String) -> String {
            value.isEmpty ? "" : template.filling(value.printable)
        }
        self.language = language.tag
        title = filled(words.title, record.callID)
        standing = [
            words.outcomes[summary.outcome] ?? "",
            filled(words.queue, record.queue),
            filled(words.priority, record.priority == 0 ? "" : String(record.priority)),
        ].filter { !$0.isEmpty }
        let start = Moment(milliseconds: summary.startedAtMs, zone: summary.timeZone)
        call = [
            filled(words.caller, summary.caller), filled(words.customer, summary.customer),
            start.written(in: language),
        ].filter { !$0.isEmpty }
        fields = [
            Field(label: names.issue, lines: builder.issue(record)),
            Field(label: names.product, lines: builder.lines(record.product)),
            Field(label: names.symptoms, lines: builder.lines(record.symptoms)),
            Field(label: names.environment, lines: builder.lines(record.environment)),
            Field(label: names.diagnostics, lines: builder.lines(record.diagnostics)),
            Field(label: names.diagnosis, lines: builder.diagnosis(record, summary)),
            Field(label: names.fixes, lines: builder.lines(record.fixes)),
            Field(label: names.recommendation, lines: builder.recommendation(record)),
            Field(label: names.availability, lines: builder.availability(record)),
            Field(label: names.notObtained, lines: builder.missing(record.notObtained)),
            Field(label: names.superseded, lines: builder.lines(record.superseded)),
        ].filter { !$0.lines.isEmpty }
    }
}

/// Makes the lines of a page.
private struct PageBuilder {
    let zone: String
    let language: SpokenLanguage
    let showsEvidence: Bool

    private var words: FixedWords { language.fixedWords }

    func lines(_ items: [HandoffItem]) -> [Page.Line] {
        items.map { line($0) }
    }

    func lines(_ item: HandoffItem?) -> [Page.Line] {
        item.map { [line($0)] } ?? []
    }

    func issue(_ record: HandoffRecord) -> [Page.Line] {
        guard let issue = record.issue else {
            return [Page.Line(text: words.noIssue)]
        }
        return [line(issue)]
    }

    func diagnosis(_ record: HandoffRecord, _ summary: CallSummary) -> [Page.Line] {
        guard let diagnosis = record.diagnosis else {
            return [Page.Line(text: words.noDiagnosis[summary.outcome] ?? words.noDiagnosisReached)]
        }
        // The intake's leaf diagnoses nothing, so it has no confidence.
        var support: [String] = []
        if record.confidence > 0 {
            support.append(words.confidence.filling(words.text(ofShare: record.confidence)))
        }
        if !record.articles.isEmpty {
            // Ids, not titles: they say enough, and the engineer has 45 seconds.
            let ids = record.articles.map(\.id).joined(separator: ", ")
            support.append(
                (record.articles.count == 1 ? words.article : words.articles).filling(ids)
            )
        }
        guard !support.isEmpty else { return [line(diagnosis)] }
        return [line(diagnosis), Page.Line(text: support.joined(separator: "; ").printable)]
    }

    func recommendation(_ record: HandoffRecord) -> [Page.Line] {
        guard let recommendation = record.recommendation else { return [] }
        let time = words.about.filling(language.text(ofMinutes: Int(record.minutes)))
        return [line(recommendation, ending: record.minutes == 0 ? "" : "; " + time)]
    }

    func availability(_ record: HandoffRecord) -> [Page.Line] {
        guard let availability = record.availability else { return [] }
        guard showsEvidence, !record.windows.isEmpty else { return [line(availability)] }
        let windows = record.windows.map { words.window.filling($0.words(in: language)).printable }
        let shown = line(availability)
        return [Page.Line(text: shown.text, evidence: shown.evidence + windows)]
    }

    /// One line for all that one system did not tell for one reason.
    func missing(_ items: [HandoffItem]) -> [Page.Line] {
        var groups: [(reason: Substring, items: [HandoffItem])] = []
        for item in items {
            let reason = item.text.dropFirst(item.label.count)
            let index = groups.firstIndex { group in
                group.reason == reason && item.evidence.first?.source == .measured
            }
            if let index {
                groups[index].items.append(item)
            } else {
                groups.append((reason, [item]))
            }
        }
        return groups.map { reason, items in
            var shown = line(items[0])
            for item in items.dropFirst() {
                shown.evidence += line(item).evidence.filter { !shown.evidence.contains($0) }
            }
            let text = items.map(\.label).joined(separator: ", ") + reason
            return Page.Line(text: text.printable, evidence: shown.evidence)
        }
    }

    private func line(_ item: HandoffItem, ending: String = "") -> Page.Line {
        Page.Line(
            text: item.text.printable + ending,
            mark: item.mark.printable,
            evidence: showsEvidence
                ? item.evidence.map { $0.words(zone: zone, in: language).printable } : []
        )
    }
}
