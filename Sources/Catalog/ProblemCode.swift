internal import Foundation
public import Messages

/// What can be wrong with a catalog.
///
/// The names are stable: editors' tools look for them.
public enum ProblemCode: String, CaseIterable, Sendable {
    /// A node that no path from the root reaches.
    case unreachableNode = "unreachable-node"
    /// A node that leads nowhere for some value.
    case missingDefault = "missing-default"
    /// Nodes that lead back to themselves.
    case cycle
    /// A fact that no node determines and that the tree does not describe.
    case unknownFact = "unknown-fact"
    /// Two options, or two entities of a class, that the same words name.
    case ambiguousPhrase = "ambiguous-phrase"
    /// A leaf that can be reached without a required fact that nothing in the tree can ask for.
    case leafWithoutRequired = "leaf-without-required"
    /// A question that is never asked: on every way to it, a system has been asked for its fact.
    case neverAsked = "never-asked"
    /// A way into a node that is never on a path.
    case deadEnd = "dead-end"
    /// A text too long to say or to read.
    case textTooLong = "text-too-long"
    /// An id that is used twice.
    case duplicateID = "duplicate-id"
    /// An entity that is not in the vocabulary.
    case unknownEntity = "unknown-entity"
    /// An article that is not in the catalog.
    case unknownArticle = "unknown-article"
    /// A tree that is not in the catalog.
    case unknownTree = "unknown-tree"
    /// A vocabulary class that has no entities.
    case unknownClass = "unknown-class"
    /// A node that is not in the tree.
    case unknownNode = "unknown-node"
    /// A value that the node does not have.
    case unknownValue = "unknown-value"
    /// A key that the format does not have.
    case unknownKey = "unknown-key"
    /// A key that must be there and is not.
    case missingKey = "missing-key"
    /// A value of the wrong form.
    case badValue = "bad-value"
    /// A template that can't be read.
    case badTemplate = "bad-template"
    /// Trees that lead back to themselves, or too many in a row.
    case gotoCycle = "goto-cycle"
    /// A conversation that does not come out as written; made by the conversation runner.
    case conversationFails = "conversation-fails"
    /// Handoffs of past calls would lack a fact that they have; made by a replay.
    case handoffsLoseFact = "handoffs-lose-fact"
    /// Past calls would come to another diagnosis than the one confirmed; made by a replay.
    case confirmedDiagnosisChanges = "confirmed-diagnosis-changes"
    /// Past calls could not go on; made by a replay.
    case callsCannotGoOn = "calls-cannot-go-on"
    /// Too much of something.
    case tooLarge = "too-large"
    /// A file that is not YAML, not UTF-8, or that uses what is not allowed.
    case unreadable
    /// A path that is not one of a catalog's.
    case unexpectedFile = "unexpected-file"
    /// A file that a catalog must have.
    case missingFile = "missing-file"
}

/// A place in a source file, both from 1; 0 where it is not known.
struct Place: Hashable, Sendable {
    var line: Int
    var column: Int

    static let none = Place(line: 0, column: 0)
}

/// A value and where it was written.
struct Located<Value: Sendable>: Sendable {
    var value: Value
    var place: Place
}

/// Gathers the problems of one file.
final class Problems {
    let path: String
    private(set) var list: [Problem] = []
    private var errors = 0
    /// What stands after ` #` behind a text of the file, by the text's place.
    var notes: [Place: String] = [:]

    init(path: String) { self.path = path }

    var hasErrors: Bool { errors > 0 }

    func add(
        _ code: ProblemCode,
        at place: Place,
        _ message: String,
        suggestion: String = "",
        severity: Severity = .error
    ) {
        // Counted apart: warnings must not keep an error out.
        let isError = severity == .error
        guard (isError ? errors : list.count - errors) < CatalogLimits.problems else { return }
        if isError { errors += 1 }
        list.append(
            Problem(
                code,
                path: path,
                line: place.line,
                column: place.column,
                message: message,
                suggestion: suggestion,
                severity: severity
            )
        )
    }
}

extension Problem {
    /// Makes a problem of one of the catalog's codes; line and column from 1, 0 where not known.
    public init(
        _ code: ProblemCode,
        path: String,
        line: Int = 0,
        column: Int = 0,
        message: String,
        suggestion: String = "",
        severity: Severity = .error
    ) {
        self.init(
            code: code.rawValue,
            severity: severity,
            path: path,
            line: UInt32(clamping: line),
            column: UInt32(clamping: column),
            message: message,
            suggestion: suggestion
        )
    }

    /// `path:line:column: error: message (code). suggestion`: one line for people.
    public var summary: String {
        var text = path
        if line > 0 { text += ":\(line)" }
        if line > 0, column > 0 { text += ":\(column)" }
        text += severity == .error ? ": error: " : ": warning: "
        text += "\(message) [\(code)]"
        return suggestion.isEmpty ? text : "\(text); \(suggestion)"
    }
}

/// Names that somebody may have meant.
enum Suggestion {
    /// "did you mean …?" for the nearest of `known`; empty where none is near.
    static func nearest(to name: String, among known: some Sequence<String>) -> String {
        var best: (name: String, distance: Int)?
        for candidate in known {
            let limit = max(1, min(3, max(name.count, candidate.count) / 3))
            let distance = editDistance(name, candidate)
            guard distance <= limit else { continue }
            if let current = best, (current.distance, current.name) <= (distance, candidate) {
                continue
            }
            best = (candidate, distance)
        }
        return best.map { "did you mean '\($0.name)'?" } ?? ""
    }

    /// How the placeholder of a fact, or of its detail, is written that `name` may have meant.
    static func fact(_ name: String, among known: [String]) -> String {
        let written = name.hasPrefix("fact.") ? String(name.dropFirst(5)) : name
        let base = known.filter { "\(written).".hasPrefix("\($0).") }
            .max { $0.utf8.count < $1.utf8.count }
        if let base {
            return "write {\(base)} for its value, {\(base).detail} for what was said beside it"
        }
        let near = nearest(to: written, among: known + known.map { "\($0).detail" })
        return near.isEmpty ? nearestOrAll(to: written, among: known) : near
    }

    /// As ``nearest(to:among:)``, or the list of what there is where nothing is near.
    static func nearestOrAll(to name: String, among known: [String]) -> String {
        let near = nearest(to: name, among: known)
        guard near.isEmpty, !known.isEmpty else { return near }
        let shown = known.prefix(12).joined(separator: ", ")
        return "there are: \(shown)\(known.count > 12 ? ", …" : "")"
    }

    /// An id that says the same in the letters that an id may have; nil where none does.
    static func id(for text: String) -> String? {
        let spelled = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"]
        let letters = text.lowercased().map { spelled[String($0)] ?? String($0) }.joined()
        var id = ""
        for scalar in letters.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", ".": id.unicodeScalars.append(scalar)
            case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
            case _ where !id.isEmpty && id.last != "-": id += "-"
            default: continue
            }
        }
        while let last = id.last, last == "-" || last == "." { id.removeLast() }
        return id != text && Names.isID(id) ? id : nil
    }

    /// "write one of …" for names of which each means something else: of `fixed` and `not-fixed`, the
    /// nearer one may be the opposite of what was meant.
    static func all(of known: [String]) -> String {
        "write \(known.dropLast().joined(separator: ", ")) or \(known.last ?? "")"
    }

    /// How many bytes are to be changed, put in, taken out, or exchanged with their neighbour.
    private static func editDistance(_ first: String, _ second: String) -> Int {
        let first = Array(first.utf8.prefix(80))
        let second = Array(second.utf8.prefix(80))
        var before = [Int](repeating: 0, count: second.count + 1)
        var row = Array(0...second.count)
        for (line, byte) in first.enumerated() {
            var next = [line + 1]
            for (column, other) in second.enumerated() {
                let replaced = row[column] + (byte == other ? 0 : 1)
                var least = min(replaced, row[column + 1] + 1, next[column] + 1)
                if line > 0, column > 0, byte == second[column - 1], other == first[line - 1] {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            before = row
            row = next
        }
        return row[second.count]
    }
}
