internal import Catalog
internal import Messages

/// What calls need of the catalog.
struct Releases: Sendable {
    /// The release that new calls begin on; nil before the first publish.
    let current: @Sendable () throws -> (number: UInt32, view: CatalogView)?
    /// The release that a call of this id begins on; nil before the first publish.
    let starting: @Sendable (String) throws -> (number: UInt32, view: CatalogView)?
    /// The release that is evaluated beside the current one; 0 when none is.
    let shadow: @Sendable () -> UInt32
    /// A release by its number; throws when it is not in the store.
    let view: @Sendable (UInt32) throws -> CatalogView
    /// The same, sharing nothing with what calls read: for work in the background.
    let separateView: @Sendable (UInt32) throws -> CatalogView
    /// What had come of the shadow when it was kept last.
    let keptShadow: @Sendable () throws -> ShadowMetrics
    /// Keeps what has come of the shadow.
    let keepShadow: @Sendable (ShadowMetrics) throws -> Void
    /// Where the last attempt to store something of the catalog failed, makes another one.
    let retryStoring: @Sendable () -> Void

    /// The releases of a store.
    init(_ store: CatalogStore) {
        current = {
            guard store.currentRelease > 0 else { return nil }
            let view = try store.currentView()
            return (view.release, view)
        }
        starting = { callID in
            let number = store.release(forCall: callID)
            return number > 0 ? (number, try store.view(of: number)) : nil
        }
        shadow = { store.trial.map { $0.shadow ? $0.release : 0 } ?? 0 }
        view = { try store.view(of: $0) }
        separateView = { try store.separateView(of: $0) }
        keptShadow = { try store.keptShadowMetrics() }
        keepShadow = { try store.keep($0) }
        retryStoring = { store.retryStoring() }
    }

    /// Releases from elsewhere.
    init(
        current: @escaping @Sendable () throws -> (number: UInt32, view: CatalogView)?,
        view: @escaping @Sendable (UInt32) throws -> CatalogView
    ) {
        self.current = current
        starting = { _ in try current() }
        shadow = { 0 }
        self.view = view
        separateView = view
        keptShadow = { ShadowMetrics() }
        keepShadow = { _ in }
        retryStoring = {}
    }
}
