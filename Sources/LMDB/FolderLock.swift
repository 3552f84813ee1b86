internal import Glibc
internal import Synchronization

/// Keeps a folder to one environment of one process.
///
/// LMDB lets processes share a store. Ours keep state in memory that another writer would make
/// wrong, so a second one is refused. Within a process it is worse: LMDB's own locks belong to the
/// process, and closing a second descriptor of the same file would drop those of the first.
final class FolderLock: Sendable {
    private struct Identity: Hashable {
        let device: UInt
        let file: UInt
    }

    private static let held = Mutex<Set<Identity>>([])

    private let identity: Identity
    private let descriptor: CInt

    init(folder: String) throws(StorageError) {
        var status = stat()
        guard unsafe stat(folder, &status) == 0 else { throw .file(folder) }
        let identity = Identity(device: status.st_dev, file: status.st_ino)
        guard Self.held.withLock({ $0.insert(identity).inserted }) else {
            throw .alreadyOpen(path: folder)
        }
        do throws(StorageError) {
            descriptor = try lockFile(folder + "/owner.lock", folder: folder)
        } catch {
            Self.held.withLock { _ = $0.remove(identity) }
            throw error
        }
        self.identity = identity
    }

    deinit {
        // The file first: who finds the folder free in this process must find it free altogether.
        // Unlocked by name, since a child that is just being spawned holds a copy of the descriptor.
        flock(descriptor, LOCK_UN)
        close(descriptor)
        Self.held.withLock { _ = $0.remove(identity) }
    }
}

/// Locks the file for as long as the descriptor is open, and leaves this process's id in it.
private func lockFile(_ path: String, folder: String) throws(StorageError) -> CInt {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .file(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let failure = LMDBError.lastSystemError()
        let owner = readOwner(descriptor)
        close(descriptor)
        guard failure.rawValue == EWOULDBLOCK else { throw .file(path: path, failure) }
        throw .lockedByAnotherProcess(path: folder, process: owner)
    }
    let text = Array("\(getpid())\n".utf8)
    // The id only serves error messages: failing to write it (a full disk) is no reason to refuse.
    _ = ftruncate(descriptor, 0)
    _ = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return descriptor
}

private func readOwner(_ descriptor: CInt) -> Int32? {
    var text = [UInt8](repeating: 0, count: 16)
    let count = unsafe text.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
    }
    let digits = text.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
    return Int32(String(decoding: digits, as: UTF8.self))
}
