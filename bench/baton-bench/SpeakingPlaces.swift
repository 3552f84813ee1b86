internal import Catalog
internal import Diagnosis
internal import Foundation
internal import Messages

/// A call at a place where its customer speaks.
struct SpeakingPlace {
    let catalog: PublishedCatalog
    let state: CallState
    /// What was said there.
    let said: String
    /// What others say at such places.
    var others: [String] = []
}

/// Finds the places where customers speak.
enum SpeakingPlaces {
    // MARK: The conversations of a catalog

    /// Those of a catalog's conversations.
    ///
    /// At each may be said what is said elsewhere in the same language: openings where
    /// the tree is sought, and all the rest where it is known.
    ///
    /// - Parameter copies: How often each tree is there again, under another id.
    static func ofConversations(in folder: String, copies: Int) throws -> [SpeakingPlace] {
        let catalog = try PublishedCatalog(try CatalogFolder.read(folder).withCopies(copies))
        let view = catalog.view
        var places: [SpeakingPlace] = []
        for id in try view.conversationIDs(after: "", maximum: 1_000) {
            if let conversation = try view.conversation(id) {
                places += try self.places(in: conversation, catalog)
            }
        }
        guard !places.isEmpty else {
            throw BenchError("\(folder) has no conversation in which a customer speaks")
        }
        let said = Dictionary(grouping: places, by: kind).mapValues { $0.map(\.said) }
        for index in places.indices { places[index].others = said[kind(places[index])] ?? [] }
        return places
    }

    private static func kind(_ place: SpeakingPlace) -> [String] {
        [place.state.start.language, place.state.progress.phase == .routing ? "opening" : "other"]
    }

    private static func places(
        in conversation: Conversation,
        _ catalog: PublishedCatalog
    ) throws -> [SpeakingPlace] {
        let request = StartCallRequest(
            callID: "bench",
            caller: conversation.caller,
            customer: conversation.customer,
            language: conversation.language,
            timeZone: conversation.timeZone,
            startedAtMs: conversation.startedAtMs
        )
        let decision = try Engine.start(
            request,
            release: 1,
            atMilliseconds: conversation.startedAtMs,
            view: catalog.view
        )
        guard case .call(let record) = decision, var state = CallState(first: record, sequence: 1)
        else { return [] }
        var places: [SpeakingPlace] = []
        for turn in conversation.turns {
            guard !state.isEnded else { break }
            let lookups = state.progress.lookups.map(\.fact)
            if !lookups.isEmpty {
                let record = try Engine.timeOut(
                    state,
                    facts: lookups,
                    atMilliseconds: state.lastAtMilliseconds,
                    view: catalog.view
                )
                state.apply(record, sequence: state.lastSequence + 1)
            }
            guard !turn.says.isEmpty else { continue }
            places.append(SpeakingPlace(catalog: catalog, state: state, said: turn.says))
            let speech = Speech(alternatives: [Alternative(text: turn.says)])
            let record = try Engine.turn(
                state,
                input: Input(kind: .speech(speech)),
                atMilliseconds: state.lastAtMilliseconds + 1_000,
                view: catalog.view
            )
            state.apply(record, sequence: state.lastSequence + 1)
        }
        return places
    }

    // MARK: Recorded dialogs

    /// Those of FloDial's dialogs: the opening, and each turn from where the recorded dialog stood, where others gave
    /// the answers that are known of its question.
    static func ofDialogs(in folder: String, copies: Int) throws -> [SpeakingPlace] {
        let charts = try DialogCharts(json: try BenchFile.read(folder + "/flowcharts.json"))
        let catalog = try charts.release(confirmations: 1, copies: copies)
        let answers = Dictionary(
            grouping: try AnswerData.read(URL(filePath: folder)),
            by: { [$0.flowchart, $0.node] }
        ).mapValues { $0.map(\.utterance) }
        var places: [SpeakingPlace] = []
        for setting in DialogsBenchmark.Setting.allCases {
            let data = try DialogData(folder: folder, setting: setting.rawValue, charts: charts)
            let openings = data.recordings.map(\.opening.userUtterance)
            for recording in data.recordings {
                places.append(
                    SpeakingPlace(
                        catalog: catalog,
                        state: try DialogCall(catalog.view).state,
                        said: recording.opening.userUtterance,
                        others: openings
                    )
                )
                let chart = recording.dialog.flowchart
                for turn in recording.turns {
                    let call = try DialogPlayer.call(
                        at: turn,
                        of: recording,
                        try charts.places(of: chart),
                        catalog.view
                    )
                    places.append(
                        SpeakingPlace(
                            catalog: catalog,
                            state: call.state,
                            said: turn.userUtterance,
                            others: answers[[chart, turn.node]] ?? []
                        )
                    )
                }
            }
        }
        return places
    }
}
