public import LMDB
public import Messages
internal import Synchronization

/// The releases of a catalog and the drafts of its editors, in one LMDB environment.
///
/// A release is never changed. It is a number: each item is stored under the release that brought
/// it, and a release sees of each item the newest version that is not newer than itself. So
/// publishing writes what has changed and moves a pointer, in one transaction.
///
/// Reading may be done from any thread. Editing is done by one at a time, and waits for the disk:
/// it is not for a thread that answers calls.
public final class CatalogStore: Sendable {
    /// The databases that the environment must be opened with.
    public static let databases = [
        // Items by kind, id and release.
        DatabaseDefinition(name: "items", keys: .bytes),
        // Which items a release brought: release and item, without a value.
        DatabaseDefinition(name: "changes", keys: .bytes),
        // `Release` by number.
        DatabaseDefinition(name: "releases", keys: .integer),
        // `Draft` by id, and the files of drafts.
        DatabaseDefinition(name: "drafts", keys: .bytes),
        // The release on which calls begin, and the one that is tried.
        DatabaseDefinition(name: "current", keys: .integer),
    ]

    let environment: Environment
    let writer: Writer
    let items: Database
    let changes: Database
    let releases: Database
    let drafts: Database
    let pointer: Database
    let keptReleases: Int
    /// Held by whoever edits; drafts and releases change under nobody's hands.
    let editing = Mutex(())
    private let current: Atomic<UInt32>
    let tried: Mutex<Trial?>
    private let views = Mutex<[UInt32: CatalogView]>([:])

    /// Opens the catalog of an environment.
    ///
    /// Nothing is loaded but the number of the current release.
    ///
    /// - Parameters:
    ///   - environment: Opened with ``databases``.
    ///   - writer: The environment's writer.
    ///   - keptReleases: How many of the newest releases are kept in any case; at least 1.
    public init(
        environment: Environment,
        writer: Writer,
        keptReleases: Int = CatalogLimits.keptReleases
    ) throws {
        self.environment = environment
        self.writer = writer
        self.keptReleases = max(1, keptReleases)
        items = try environment.database(named: "items")
        changes = try environment.database(named: "changes")
        releases = try environment.database(named: "releases")
        drafts = try environment.database(named: "drafts")
        pointer = try environment.database(named: "current")
        current = Atomic(try Self.storedPointer(environment, pointer))
        tried = Mutex(try Self.storedTrial(environment, pointer))
    }

    /// Where the last attempt to store something failed, makes another one.
    public func retryStoring() { writer.retry(in: drafts) }

    /// The release on which calls begin; 0 before the first was published.
    public var currentRelease: UInt32 { current.load(ordering: .acquiring) }

    /// The view of the release on which calls begin.
    ///
    /// - Throws: ``CatalogError`` before the first release.
    public func currentView() throws -> CatalogView {
        let number = currentRelease
        guard number > 0 else {
            throw CatalogError.notFound("no catalog was published yet: publish one first")
        }
        return try view(of: number)
    }

    /// The view of a release.
    ///
    /// - Throws: ``CatalogError/notFound(_:)`` where there is none of this number.
    public func view(of number: UInt32) throws -> CatalogView {
        if let view = views.withLock({ $0[number] }) { return view }
        _ = try release(number)
        let reader = StoredItems(environment: environment, database: items, release: number)
        return views.withLock { views in
            if let view = views[number] { return view }
            // Calls that hold a view keep it; only the store forgets it.
            if views.count >= CatalogLimits.views { views.removeAll() }
            let view = CatalogView(reader, release: number)
            views[number] = view
            return view
        }
    }

    /// The record of a release.
    func release(_ number: UInt32) throws -> Release {
        try environment.withRead { transaction in
            guard let bytes = try transaction.value(forKey: UInt64(number), in: releases) else {
                throw CatalogError.notFound(
                    "there is no release \(number): list the releases to see which there are"
                )
            }
            return try Self.decode(Release.self, bytes, "release \(number)")
        }
    }

    /// The newest release's number; 0 before the first.
    ///
    /// It is not always the current one.
    func newestRelease() throws -> UInt32 {
        try environment.withRead { transaction in
            var cursor = try transaction.cursor(in: releases)
            guard let last = try cursor.last() else { return 0 }
            return UInt32(clamping: last.sequence)
        }
    }

    func pointerMoved(to number: UInt32) {
        current.store(number, ordering: .releasing)
    }

    func forgetView(of number: UInt32) {
        views.withLock { $0[number] = nil }
    }

    static func decode<Value: Message>(
        _ type: Value.Type,
        _ bytes: Span<UInt8>,
        _ what: String
    ) throws -> Value {
        do {
            return try Value.decode(bytes, limits: .stored)
        } catch {
            throw CatalogError.damaged("\(what) can't be read (\(error))")
        }
    }

    /// The pointer is a `Release` with a number and nothing else.
    static let pointerKey: UInt64 = 0

    private static func storedPointer(
        _ environment: Environment,
        _ database: Database
    ) throws -> UInt32 {
        try environment.withRead { transaction in
            guard let bytes = try transaction.value(forKey: pointerKey, in: database) else {
                return 0
            }
            return try decode(Release.self, bytes, "the pointer to the current release").number
        }
    }
}

/// Runs conversations and whatever else needs the engine, on the view of a draft.
public typealias DraftCheck = (CatalogView) throws -> [Problem]
