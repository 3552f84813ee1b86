internal import Glibc

/// What the store asks of the file system beside LMDB.
enum Folder {
    /// Creates a folder and those above it where missing, for the owner alone.
    static func create(_ path: String) throws(StorageError) {
        if unsafe mkdir(path, 0o700) == 0 {
            try synchronize(parent(of: path))
            return
        }
        switch errno {
        case EEXIST:
            return
        case ENOENT where parent(of: path) != path:
            try create(parent(of: path))
            guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .file(path) }
            try synchronize(parent(of: path))
        default:
            throw .file(path)
        }
    }

    /// Waits until a file's content, or a folder's list of files, is on disk.
    static func synchronize(_ path: String) throws(StorageError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(path) }
    }

    /// The size of the file system that a folder lies on, and what of it users other than root may still write.
    static func disk(of path: String) throws(StorageError) -> (bytes: Int, freeBytes: Int) {
        var information = statvfs()
        guard unsafe statvfs(path, &information) == 0 else { throw .file(path) }
        let blockBytes = Int(information.f_frsize)
        return (
            Int(information.f_blocks) * blockBytes, Int(information.f_bavail) * blockBytes
        )
    }

    private static func parent(of path: String) -> String {
        var parts = path.split(separator: "/")
        _ = parts.popLast()
        let joined = parts.joined(separator: "/")
        if path.hasPrefix("/") { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }
}
