internal import Catalog

/// What calls need of the catalog.
struct Releases: Sendable {
    /// The release that new calls begin on; nil before the first publish.
    let current: @Sendable () throws -> (number: UInt32, view: CatalogView)?
    /// A release by its number; throws when it is not in the store.
    let view: @Sendable (UInt32) throws -> CatalogView

    /// The releases of a store.
    init(_ store: CatalogStore) {
        current = {
            guard store.currentRelease > 0 else { return nil }
            let view = try store.currentView()
            return (view.release, view)
        }
        view = { try store.view(of: $0) }
    }

    /// Releases from elsewhere.
    init(
        current: @escaping @Sendable () throws -> (number: UInt32, view: CatalogView)?,
        view: @escaping @Sendable (UInt32) throws -> CatalogView
    ) {
        self.current = current
        self.view = view
    }
}
