import Messages

@testable import Language

/// An index in memory, made of the changes that builders give.
final class TableIndex: RoutingReader {
    var lists: [String: [UInt8]] = [:]
    var documents: [UInt32: IndexedDocument] = [:]
    var total = IndexSums()
    var symptoms: [String: [String]] = [:]

    /// Replaces entries and takes over what changes by that.
    @discardableResult
    func replace(_ pairs: [(before: IndexEntry?, after: IndexEntry?)]) throws -> IndexChanges {
        var builder = try IndexBuilder(base: self)
        for (before, after) in pairs { try builder.replace(before, by: after) }
        let changes = builder.changes()
        apply(changes)
        return changes
    }

    func apply(_ changes: IndexChanges) {
        for (term, list) in changes.lists { lists[term] = list }
        for (number, document) in changes.documents { documents[number] = document }
        total = changes.sums
    }

    func list<Result>(of term: String, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        guard let list = lists[term] else { return nil }
        return try body(list.span)
    }

    func walk(from term: [UInt8], _ body: (Span<UInt8>) throws -> WalkStep) throws {
        var next = term
        for name in lists.keys.map({ Array($0.utf8) }).sorted(by: {
            $0.lexicographicallyPrecedes($1)
        }) {
            if name.lexicographicallyPrecedes(next) { continue }
            switch try body(name.span) {
            case .next: continue
            case .skip(let to): next = to
            case .end: return
            }
        }
    }

    func document(_ number: UInt32) throws -> IndexedDocument {
        guard let document = documents[number] else { throw DamagedPostings() }
        return document
    }

    func sums() throws -> IndexSums { total }

    func symptoms(ofTree id: String) throws -> SymptomTerms? {
        symptoms[id].map { SymptomTerms($0, language: SpokenLanguage.of("en-US")) }
    }
}
