internal import Glibc
internal import Synchronization

/// A thread that runs one function.
final class Thread: Sendable {
    private final class Start {
        let body: @Sendable () -> Void

        init(body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private let handle: pthread_t
    private let isJoined = Mutex(false)

    init(body: @escaping @Sendable () -> Void) throws(StorageError) {
        var created = pthread_t()
        let start = unsafe Unmanaged.passRetained(Start(body: body))
        let code = unsafe pthread_create(
            &created,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                start.body()
                return nil
            },
            start.toOpaque()
        )
        guard code == 0 else {
            unsafe start.release()
            throw .lmdb(LMDBError(rawValue: code))
        }
        handle = created
    }

    /// Waits until the function has returned.
    ///
    /// On the thread itself, it only lets go of it.
    func join() {
        isJoined.withLock { isJoined in
            guard !isJoined else { return }
            isJoined = true
            if pthread_equal(handle, pthread_self()) != 0 {
                pthread_detach(handle)
            } else {
                pthread_join(handle, nil)
            }
        }
    }
}
