import Foundation
import TestSupport
import Testing

/// Recorded dialogs, played by the benchmark's program.
@Suite struct DialogTests {
    private struct Report: Decodable {
        let success, openings: Double
        let answers, questionsBack: Double?
        let examples: Int
        let n: Double

        enum CodingKeys: String, CodingKey {
            case success, openings, answers, examples, n
            case questionsBack = "questions_back"
        }
    }

    @Test(arguments: [0, 1])
    func `a dialog over a made-up flowchart is led astray`(clarifications: Int) throws {
        let folder = try Recorded.folder()
        let report = try report(
            folder.path + "/flowcharts.json",
            folder.path,
            "u-flo",
            clarifications
        )
        #expect(report.n == 4)
        #expect(report.success == 1)
        #expect(report.openings == 1)
        #expect(report.answers == 1)
        #expect(report.questionsBack == 1)
    }

    /// Flowcharts of the setting u-flo are unseen: nothing that was said at them may be known.
    @Test(arguments: [("s-flo", 6), ("u-flo", 0)])
    func `answers that were recorded at unseen flowcharts are known`(
        setting: String,
        examples: Int
    ) throws {
        let folder = try Recorded.folder()
        let rows =
            ["it is flat", "no air in it", "flat as can be"].map { ($0, "yes") }
            + ["it is hard", "full of air", "pumped up"].map { ($0, "no") }
        let lines = rows.map { says, label in
            #"{"flowchart": "bicycle", "node": "1", "user_utterance": "\#(says)", "label": "\#(label)"}"#
        }
        try Data(lines.joined(separator: "\n").utf8)
            .write(to: folder.url.appending(path: "answers.train.jsonl"))
        let report = try report(folder.path + "/flowcharts.json", folder.path, setting, 0)
        #expect(report.examples == examples)
        #expect(report.success == 1)
    }

    /// The bounds are far below what is reached: they are for what breaks, not for what gets a bit worse.
    @Test(arguments: [("s-flo", 0.25), ("u-flo", 0.4)])
    func `dialogs of the data set are led astray more often`(setting: String, least: Double) throws
    {
        guard let data = ProcessInfo.processInfo.environment["BATON_DATA"] else {
            print("skipped: BATON_DATA does not name the folder with flodial/dialogs.jsonl")
            return
        }
        let folder = data + "/flodial"
        let guessing = try report(folder + "/flowcharts.json", folder, setting, 0)
        let asking = try report(folder + "/flowcharts.json", folder, setting, 1)
        #expect(guessing.success >= least)
        #expect(asking.success >= least)
    }

    @Test(arguments: [
        ("dialogs.jsonl", #""gold_path": [["1", "no"]]"#, #""gold_path": 7"#, "4: gold_path"),
        ("openings.jsonl", #""first_node": "2""#, #""first_node": "99""#, "1: first_node"),
        ("turns.jsonl", #""kind": "answer""#, #""kind": "song""#, "1: kind"),
        ("turns.jsonl", #""user_utterance""#, #""utterance""#, "1: user_utterance"),
        ("turns.jsonl", #""gold_faq": "1""#, #""gold_faq": "9""#, "2: gold_faq"),
    ])
    func `a malformed file of dialogs is played`(
        file: String,
        from: String,
        to: String,
        place: String
    ) throws {
        let folder = try Recorded.folder()
        let url = folder.url.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(from))
        try Data(text.replacing(from, with: to, maxReplacements: 1).utf8).write(to: url)
        let result = try run(folder.path + "/flowcharts.json", folder.path, "u-flo", 0)
        #expect(result.status != 0)
        #expect(result.errors.contains("\(file):\(place)"), "\(result.errors)")
    }

    private func report(
        _ flowcharts: String,
        _ dialogs: String,
        _ setting: String,
        _ clarifications: Int
    ) throws -> Report {
        let result = try run(flowcharts, dialogs, setting, clarifications)
        try #require(result.status == 0, "\(result)")
        return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }

    private func run(
        _ flowcharts: String,
        _ dialogs: String,
        _ setting: String,
        _ clarifications: Int
    ) throws -> Programs.Result {
        try Programs.run(
            "baton-bench",
            [
                "dialogs", "--flowcharts", flowcharts, "--dialogs", dialogs, "--setting", setting,
                "--clarifications", "\(clarifications)",
            ],
            seconds: 600
        )
    }
}

/// Two small flowcharts and four dialogs over them.
private enum Recorded {
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.url.appending(path: name))
        }
        return folder
    }

    private static let files = [
        "flowcharts.json": """
        [{
          "id": "kettle", "domain": "kitchen", "problem": "Your kettle does not boil water.", "root": "1",
          "nodes": {
            "1": {"text": "Does the lamp of the kettle light up?", "label": "lamp lights up?"},
            "2": {"text": "Is the plug in the socket?", "label": "plugged in?"},
            "3": {"text": "Is there thick limescale at the bottom?", "label": "limescale?"},
            "4": {"text": "The heating element is broken.", "label": "element broken"},
            "5": {"text": "Put the plug into the socket.", "label": "plug it in"},
            "6": {"text": "Boil vinegar in it.", "label": "descale"},
            "7": {"text": "The thermostat is broken.", "label": "thermostat"}
          },
          "edges": [
            {"from": "1", "to": "2", "label": "no"}, {"from": "1", "to": "3", "label": "yes"},
            {"from": "2", "to": "4", "label": "yes"}, {"from": "2", "to": "5", "label": "no"},
            {"from": "3", "to": "6", "label": "yes"}, {"from": "3", "to": "7", "label": "no"}
          ],
          "faqs": [
            {"id": "1", "q": "What is limescale?", "a": "A hard white crust that water leaves."},
            {"id": "2", "q": "Where is the lamp?", "a": "Below the handle."}
          ]
        }, {
          "id": "bicycle", "domain": "street", "problem": "Your bicycle is hard to ride.", "root": "1",
          "nodes": {
            "1": {"text": "Is the tyre flat?", "label": "flat tyre?"},
            "2": {"text": "Is the chain rusty?", "label": "rusty chain?"},
            "3": {"text": "Pump it up.", "label": "pump"},
            "4": {"text": "Oil the chain.", "label": "oil"},
            "5": {"text": "The bearings are worn.", "label": "bearings"}
          },
          "edges": [
            {"from": "1", "to": "3", "label": "yes"}, {"from": "1", "to": "2", "label": "no"},
            {"from": "2", "to": "4", "label": "yes"}, {"from": "2", "to": "5", "label": "no"}
          ],
          "faqs": []
        }]
        """,
        "dialogs.jsonl": """
        {"dialog": "a", "split": "u-flo", "flowchart": "kettle", "gold_path": [["1", "no"], ["2", "no"]]}
        {"dialog": "b", "split": "both", "flowchart": "kettle", "gold_path": [["1", "yes"], ["3", "yes"]]}
        {"dialog": "c", "split": "u-flo", "flowchart": "bicycle", "gold_path": [["1", "no"], ["2", "yes"]]}
        {"dialog": "d", "split": "u-flo", "flowchart": "bicycle", "gold_path": [["1", "no"]]}
        {"dialog": "e", "split": "s-flo", "flowchart": "bicycle", "gold_path": []}
        """,
        "openings.jsonl": """
        {"dialog": "a", "flowchart": "kettle", "user_utterance": "my kettle does not boil and its lamp does not light up", "first_node": "2", "implied_answers": [["1", "no"]]}
        {"dialog": "b", "flowchart": "kettle", "user_utterance": "my kettle is broken", "first_node": "1", "implied_answers": []}
        {"dialog": "c", "flowchart": "bicycle", "user_utterance": "the chain of my bicycle is rusty", "first_node": "4", "implied_answers": [["1", "no"], ["2", "yes"]]}
        {"dialog": "d", "flowchart": "bicycle", "user_utterance": "my bicycle is so hard to ride", "first_node": "1", "implied_answers": []}
        {"dialog": "e", "flowchart": "bicycle", "user_utterance": "i need help with my bicycle", "first_node": "1", "implied_answers": []}
        """,
        "turns.jsonl": """
        {"dialog": "a", "turn": 2, "node": "2", "user_utterance": "no", "kind": "answer", "gold_next_node": "5", "gold_faq": null}
        {"dialog": "b", "turn": 3, "node": "3", "user_utterance": "what is limescale?", "kind": "digression", "gold_next_node": null, "gold_faq": "1"}
        {"dialog": "b", "turn": 2, "node": "1", "user_utterance": "yes it does", "kind": "answer", "gold_next_node": "3", "gold_faq": null}
        {"dialog": "b", "turn": 4, "node": "3", "user_utterance": "yes there is", "kind": "answer", "gold_next_node": "6", "gold_faq": null}
        {"dialog": "d", "turn": 2, "node": "1", "user_utterance": "no it is not", "kind": "answer", "gold_next_node": "2", "gold_faq": null}
        """,
    ]
}
