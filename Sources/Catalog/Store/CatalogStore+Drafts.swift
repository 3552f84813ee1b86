internal import LMDB
public import Messages
internal import Synchronization

extension CatalogStore {
    /// Adds files to a draft, or begins one, and validates it where that is asked for.
    ///
    /// - Parameters:
    ///   - now: Milliseconds since 1970-01-01 UTC.
    ///   - check: What is checked beside the files themselves; run where those have no errors.
    /// - Throws: ``CatalogError`` where there is no such draft or release, or a limit is reached.
    @available(*, noasync, message: "staging waits for the disk")
    public func stage(
        _ request: StageRequest,
        at now: Int64,
        check: DraftCheck = { _ in [] }
    ) throws -> StageReply {
        var reply = try add(request, at: now)
        if request.validate {
            let result = try validate(draft(reply.draft), check)
            reply.problems = result.problems
            reply.reports = result.compilation.reports
        }
        return reply
    }

    private func add(_ request: StageRequest, at now: Int64) throws -> StageReply {
        try editing.withLock { _ in
            try Self.checkFiles(request)
            var header =
                try request.draft.isEmpty
                ? newDraft(basedOn: request.baseRelease, at: now) : header(of: request.draft)
            let id = request.draft.isEmpty ? Self.newID() : request.draft
            let added = Set(request.files.map(\.path))
            let removed = Set(request.removed).subtracting(added)
            header.changedAtMs = now
            header.removed = Set(header.removed).subtracting(added).union(removed).sorted()
            try checkSize(of: id, with: request.files, header)
            try store(id, header, request.files, removed: removed)
            return StageReply(draft: id)
        }
    }

    /// Compiles a draft as it stands; nothing is stored.
    ///
    /// - Returns: The release that it changes, and what came of it.
    /// - Throws: ``CatalogError`` where there is no such draft.
    public func compile(draft id: String) throws -> (base: UInt32, compilation: Compilation) {
        let draft = try draft(id)
        let base = try separateView(of: draft.header.baseRelease)
        let removed = draft.header.removed
        let compilation = try CatalogCompiler.compile(draft.files, removing: removed, over: base)
        return (draft.header.baseRelease, compilation)
    }

    /// Compiles a draft, and checks it where the files have no errors.
    func validate(
        _ draft: StoredDraft,
        _ check: DraftCheck
    ) throws -> (compilation: Compilation, problems: [Problem]) {
        let number = draft.header.baseRelease
        let base = number == 0 ? CatalogView.empty : try view(of: number)
        let removed = draft.header.removed
        let compilation = try CatalogCompiler.compile(draft.files, removing: removed, over: base)
        var problems = compilation.problems
        if !compilation.hasErrors {
            problems += try check(compilation.view).prefix(CatalogLimits.problems)
        }
        return (compilation, problems)
    }

    private static func checkFiles(_ request: StageRequest) throws {
        for file in request.files {
            guard file.content.count <= CatalogLimits.fileBytes else {
                throw CatalogError.exhausted(
                    "\(file.path) has \(file.content.count) bytes, at most "
                        + "\(CatalogLimits.fileBytes) are allowed: split it"
                )
            }
        }
        for path in request.files.map(\.path) + request.removed {
            guard !path.isEmpty, path.utf8.count <= CatalogLimits.pathBytes else {
                throw CatalogError.invalid(
                    "a path of \(path.utf8.count) bytes: paths have 1 to \(CatalogLimits.pathBytes)"
                )
            }
        }
    }

    /// Refuses a draft that would be too large to compile.
    private func checkSize(of id: String, with added: [SourceFile], _ header: Draft) throws {
        var sizes = Dictionary(
            added.map { ($0.path, $0.content.count) },
            uniquingKeysWith: { _, last in last }
        )
        let prefix = DraftKey.files(id)
        try environment.withRead { transaction in
            try transaction.view.forEach(in: drafts, prefix: prefix.span) { record in
                let path = DraftKey.text(record.key, from: prefix.count)
                if sizes[path] == nil { sizes[path] = record.value.count }
                return true
            }
        }
        let count = sizes.count + header.removed.count
        let bytes = sizes.values.reduce(0, +)
        guard count <= CatalogLimits.files, bytes <= CatalogLimits.draftBytes else {
            throw CatalogError.exhausted(
                "the draft changes \(count) files with \(bytes) bytes, at most "
                    + "\(CatalogLimits.files) and \(CatalogLimits.draftBytes) are allowed: publish "
                    + "a part first"
            )
        }
    }

    private static func newID() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return "draft-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func newDraft(basedOn base: UInt32, at now: Int64) throws -> Draft {
        if base > 0 { _ = try release(base) }
        try dropDrafts(at: now)
        return Draft(baseRelease: base)
    }

    private func draftHeaders() throws -> [(id: String, header: Draft)] {
        try environment.withRead { transaction in
            var found: [(id: String, header: Draft)] = []
            try transaction.view.forEach(in: drafts, prefix: [DraftKey.headers].span) { record in
                let id = DraftKey.text(record.key, from: 1)
                found.append((id, try Self.decode(Draft.self, record.value, "the draft \(id)")))
                return true
            }
            return found
        }
    }

    func header(of id: String) throws -> Draft {
        let missing = CatalogError.notFound(
            "there is no draft '\(id)': it was published, or left so long that it was dropped; "
                + "begin a new one"
        )
        guard !id.isEmpty, id.utf8.count <= CatalogLimits.nameBytes else { throw missing }
        return try environment.withRead { transaction in
            let key = DraftKey.header(id)
            guard let bytes = try transaction.value(forKey: key.span, in: drafts) else {
                throw missing
            }
            return try Self.decode(Draft.self, bytes, "the draft \(id)")
        }
    }

    /// A draft with its files.
    func draft(_ id: String) throws -> StoredDraft {
        var draft = StoredDraft(id: id, header: try header(of: id), files: [])
        let prefix = DraftKey.files(id)
        try environment.withRead { transaction in
            try transaction.view.forEach(in: drafts, prefix: prefix.span) { record in
                let what = "a file of the draft \(id)"
                draft.files.append(try Self.decode(SourceFile.self, record.value, what))
                return true
            }
        }
        return draft
    }

    private func store(
        _ id: String,
        _ header: Draft,
        _ files: [SourceFile],
        removed: Set<String>
    ) throws {
        let drafts = drafts
        try writer.perform { transaction in
            let bytes = header.encoded()
            try transaction.put(bytes.span, forKey: DraftKey.header(id).span, in: drafts)
            for file in files {
                let bytes = SourceFile(path: file.path, content: file.content).encoded()
                let key = DraftKey.file(id, file.path)
                try transaction.put(bytes.span, forKey: key.span, in: drafts)
            }
            for path in removed {
                try transaction.delete(DraftKey.file(id, path).span, in: drafts)
            }
        }
    }

    /// Drops drafts that are old, and those that were left longest where there is no room for
    /// another: an editor whose publishing was refused often begins anew, and must never be locked
    /// out.
    private func dropDrafts(at now: Int64) throws {
        let headers = try draftHeaders().sorted { $0.header.changedAtMs > $1.header.changedAtMs }
        for (rank, (id, header)) in headers.enumerated()
        where rank >= CatalogLimits.drafts - 1
            || now - header.changedAtMs > CatalogLimits.draftAgeMilliseconds
        {
            let keys = try draftKeys(id)
            let drafts = drafts
            try writer.perform { transaction in
                for key in keys { try transaction.delete(key.span, in: drafts) }
            }
        }
    }

    /// The keys of everything that belongs to a draft.
    func draftKeys(_ id: String) throws -> [[UInt8]] {
        try environment.withRead { transaction in
            var keys = [DraftKey.header(id)]
            try transaction.view.forEach(in: drafts, prefix: DraftKey.files(id).span) { record in
                keys.append(DraftKey.file(id, DraftKey.text(record.key, from: 2 + id.utf8.count)))
                return true
            }
            return keys
        }
    }
}

/// A draft as it is stored: its header, and each of its files on its own, so that staging a few of
/// many files writes those only.
struct StoredDraft: Sendable {
    let id: String
    let header: Draft
    var files: [SourceFile]
}

/// The keys of the drafts' database.
enum DraftKey {
    static let headers: UInt8 = 1
    private static let content: UInt8 = 2

    static func header(_ id: String) -> [UInt8] { [headers] + Array(id.utf8) }

    static func files(_ id: String) -> [UInt8] { [content] + Array(id.utf8) + [0] }

    static func file(_ id: String, _ path: String) -> [UInt8] { files(id) + Array(path.utf8) }

    static func text(_ key: Span<UInt8>, from start: Int) -> String {
        var bytes: [UInt8] = []
        for index in start..<max(start, key.count) { bytes.append(key[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
