internal import Foundation
internal import Messages

/// A problem in JSON.
struct ProblemOutput: Encodable {
    let path: String
    let line: UInt32
    let column: UInt32
    let severity: String
    let code: String
    let message: String
    let suggestion: String

    init(_ problem: Problem) {
        path = problem.path
        line = problem.line
        column = problem.column
        severity = problem.severity.word
        code = problem.code
        message = problem.message
        suggestion = problem.suggestion
    }
}

/// What validation found out about a tree, in JSON.
struct TreeReportOutput: Encodable {
    let tree: String
    let longestQuestions: UInt32
    let paths: UInt64
    let leavesMissingFacts: [String]

    private enum CodingKeys: String, CodingKey {
        case tree, paths
        case longestQuestions = "longest_questions"
        case leavesMissingFacts = "leaves_missing_facts"
    }

    init(_ report: TreeReport) {
        tree = report.tree
        longestQuestions = report.longestQuestions
        paths = report.paths
        leavesMissingFacts = report.leavesMissingFacts
    }
}

/// A release in JSON.
struct ReleaseOutput: Encodable {
    let release: UInt32
    let basedOn: UInt32
    let createdAt: String
    let editor: String
    let note: String
    let trees: UInt32
    let articles: UInt32
    let entities: UInt32
    let conversations: UInt32
    let current: Bool
    let liveCalls: UInt32
    let rolledBack: RollbackOutput?
    let promoted: RollbackOutput?
    let withdrawn: RollbackOutput?
    let forced: ForcedOutput?
    let canaryPerMille: UInt32
    let shadow: Bool

    private enum CodingKeys: String, CodingKey {
        case release, editor, note, trees, articles, entities, conversations, current
        case promoted, withdrawn, forced, shadow
        case canaryPerMille = "canary_per_mille"
        case rolledBack = "rolled_back"
        case basedOn = "based_on"
        case createdAt = "created_at"
        case liveCalls = "live_calls"
    }

    init(_ release: Release) {
        self.release = release.number
        basedOn = release.basedOn
        createdAt = release.createdAt
        editor = release.editor
        note = release.note
        trees = release.trees
        articles = release.articles
        entities = release.entities
        conversations = release.conversations
        current = release.current
        liveCalls = release.liveCalls
        rolledBack = release.rolledBack.map(RollbackOutput.init)
        promoted = release.promoted.map(RollbackOutput.init)
        withdrawn = release.withdrawn.map(RollbackOutput.init)
        forced = release.forced.map { ForcedOutput(why: $0.why, problems: $0.problems) }
        canaryPerMille = release.trial?.canaryPerMille ?? 0
        shadow = release.trial?.shadow ?? false
    }
}

/// How calls last came to a release or left it; the keys of `releases --json`.
struct RollbackOutput: Encodable {
    let at: String
    let editor: String
    let note: String
    let previous: UInt32

    init(_ rollback: Rollback) {
        at = timestamp(milliseconds: rollback.atMs)
        editor = rollback.editor
        note = rollback.note
        previous = rollback.previous
    }
}

/// What a release was published against; the keys of `releases --json`.
struct ForcedOutput: Encodable {
    let why: String
    let problems: [String]
}

extension Release {
    /// When it was made, as 2026-11-19T21:40:00Z.
    var createdAt: String { timestamp(milliseconds: createdAtMs) }
}

extension Severity {
    /// The word that people and JSON read.
    var word: String { self == .warning ? "warning" : "error" }
}

/// Problems and reports as people read them.
struct ProblemText {
    let problems: [Problem]
    let reports: [TreeReport]
    /// Put before each path, so that an editor can open it.
    let folder: String

    var errors: Int { problems.count { $0.severity != .warning } }

    /// A line a problem, each with its suggestion below.
    var problemLines: [String] {
        problems.flatMap { problem in
            var place = problem.path.isEmpty ? folder : Self.join(folder, problem.path)
            if problem.line > 0 { place += ":\(problem.line)" }
            if problem.line > 0, problem.column > 0 { place += ":\(problem.column)" }
            let line =
                "\(place): \(problem.severity.word)[\(problem.code)]: \(problem.message.printable)"
            return problem.suggestion.isEmpty
                ? [line] : [line, "    help: \(problem.suggestion.printable)"]
        }
    }

    /// A line a tree.
    var reportLines: [String] {
        let width = reports.map(\.tree.count).max() ?? 0
        return reports.flatMap { report in
            let name = report.tree.padding(toLength: width, withPad: " ", startingAt: 0)
            let questions = counted(UInt64(report.longestQuestions), "question")
            let line = "\(name)  longest call \(questions), \(counted(report.paths, "path"))"
            return [line] + report.leavesMissingFacts.map { "    collected only at the leaf \($0)" }
        }
    }

    /// `2 errors, 1 warning`.
    var count: String {
        let warnings = problems.count - errors
        return counted(UInt64(errors), "error") + ", " + counted(UInt64(warnings), "warning")
    }

    /// A path in a folder, without a doubled slash.
    static func join(_ folder: String, _ path: String) -> String {
        folder.isEmpty || folder == "."
            ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}

/// `1 path`, `2 paths`.
func counted(_ number: UInt64, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}
