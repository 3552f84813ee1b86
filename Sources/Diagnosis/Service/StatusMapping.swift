internal import Catalog
internal import LMDB
internal import Messages
package import RPC

extension Status {
    /// What a caller is told of any error below the services, those of both servers.
    package init(of error: any Error) {
        switch error {
        case let status as Status: self = status
        case let error as EngineError: self.init(engine: error)
        case let error as StorageError: self.init(storage: error)
        case let error as CatalogError: self.init(catalog: error)
        case let error as JournalDamage: self.init(.dataLoss, "\(error)")
        case let error as DecodeError:
            self.init(.dataLoss, "a stored record cannot be read: \(error)")
        default: self.init(.internal, "\(error)")
        }
    }

    private init(engine error: EngineError) {
        switch error {
        case .invalid, .tooMuch: self.init(.invalidArgument, "\(error)")
        case .ended: self.init(.failedPrecondition, "\(error)")
        case .noTree: self.init(.notFound, "\(error)")
        case .brokenTree: self.init(.failedPrecondition, "\(error)")
        }
    }

    private init(catalog error: CatalogError) {
        switch error {
        case .notFound: self.init(.notFound, "\(error)")
        case .invalid: self.init(.invalidArgument, "\(error)")
        case .conflict: self.init(.failedPrecondition, "\(error)")
        case .exhausted: self.init(.resourceExhausted, "\(error)")
        case .damaged: self.init(.dataLoss, "\(error)")
        }
    }

    private init(storage error: StorageError) {
        switch error {
        case .checksumMismatch, .truncated: self.init(.dataLoss, "\(error)")
        case .lmdb(.corrupted), .lmdb(.pageNotFound): self.init(.dataLoss, "\(error)")
        case .lmdb(.noSpace), .lmdb(.quotaExceeded), .lmdb(.mapFull):
            self.init(.resourceExhausted, "\(error)")
        case .file(_, .noSpace), .file(_, .quotaExceeded):
            self.init(.resourceExhausted, "\(error)")
        case .queueFull, .closed, .lmdb, .file: self.init(.unavailable, "\(error)")
        case .alreadyOpen, .lockedByAnotherProcess, .noDatabase, .keySize:
            self.init(.internal, "\(error)")
        }
    }
}
