internal import LMDB
internal import Messages
internal import RPC

extension Status {
    /// What a caller is told of any error below the service.
    init(of error: any Error) {
        switch error {
        case let status as Status: self = status
        case let error as StorageError: self.init(storage: error)
        case let error as DecodeError:
            self.init(.dataLoss, "a stored record cannot be read: \(error)")
        default: self.init(.internal, "\(error)")
        }
    }

    /// The handoff is asked for and not made yet.
    static func awaited(_ callID: String) -> Status {
        Status(
            .failedPrecondition,
            "the handoff of call \(callID) is asked for and not made yet, since baton-diagnosisd "
                + "did not answer: try again when it does"
        )
    }

    private init(storage error: StorageError) {
        switch error {
        case .checksumMismatch, .truncated, .lmdb(.corrupted), .lmdb(.pageNotFound):
            self.init(.dataLoss, "\(error)")
        case .lmdb(.noSpace), .lmdb(.quotaExceeded), .lmdb(.mapFull), .file(_, .noSpace),
            .file(_, .quotaExceeded):
            self.init(.resourceExhausted, "\(error)")
        case .queueFull, .closed, .lmdb, .file:
            self.init(.unavailable, "\(error)")
        case .alreadyOpen, .lockedByAnotherProcess, .noDatabase, .keySize:
            self.init(.internal, "\(error)")
        }
    }
}
