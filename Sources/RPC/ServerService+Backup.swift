internal import Dispatch
internal import Foundation
internal import Messages

extension ServerService {
    /// Bytes of the path of a backup's folder; the system takes no longer ones in one piece.
    private static let maximumPathBytes = 1_024

    /// Adds Backup to a server: one at a time, on a thread of its own.
    ///
    /// `copy` fills a folder that is not there yet; what it throws that is no ``Status`` becomes
    /// INTERNAL.
    public static func registerBackup(
        on server: Server,
        copy: @escaping @Sendable (String) throws -> Void
    ) {
        let queue = DispatchQueue(label: "backup")
        server.registerDeferred(service: name, method: "Backup", roles: .operator) {
            (request: BackupRequest, _, reply: Reply<BackupReply>) throws(Status) in
            let folder = request.folder
            guard folder.hasPrefix("/"), folder.utf8.count <= maximumPathBytes else {
                throw Status(
                    .invalidArgument,
                    "BackupRequest.folder: give a whole path, beginning with /, of at most "
                        + "\(maximumPathBytes) bytes"
                )
            }
            queue.async {
                do {
                    reply.succeed(BackupReply(bytes: try backUp(to: folder, copy)))
                } catch let status as Status {
                    reply.fail(status)
                } catch {
                    reply.fail(Status(.internal, "\(error)"))
                }
            }
        }
    }

    private static func backUp(to folder: String, _ copy: (String) throws -> Void) throws -> UInt64
    {
        let files = FileManager.default
        guard !files.fileExists(atPath: folder) else {
            throw Status(.alreadyExists, "folder: \(folder) is there already; name a new one")
        }
        // Half a copy must not be taken for a whole one: it gets its name at the end.
        let partial = folder + ".partial"
        do {
            try copy(partial)
            try files.moveItem(atPath: partial, toPath: folder)
        } catch {
            try? files.removeItem(atPath: partial)
            throw error
        }
        var bytes: UInt64 = 0
        for path in try files.subpathsOfDirectory(atPath: folder) {
            let attributes = try files.attributesOfItem(atPath: "\(folder)/\(path)")
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            bytes += (attributes[.size] as? NSNumber)?.uint64Value ?? 0
        }
        return bytes
    }
}
