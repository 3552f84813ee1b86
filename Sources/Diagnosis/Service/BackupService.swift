internal import Dispatch
internal import Foundation
internal import LMDB
internal import Messages
internal import RPC

/// `baton.v1.Server/Backup`: a copy of the data that opens like the original, made while calls go
/// on.
struct BackupService: Sendable {
    let calls: Environment
    let catalog: Environment
    private let queue = DispatchQueue(label: "backup")

    init(calls: Environment, catalog: Environment) {
        self.calls = calls
        self.catalog = catalog
    }

    /// Adds the method to a server.
    func register(on server: Server) {
        server.registerDeferred(
            service: ServerService.name,
            method: "Backup",
            roles: .operator
        ) { (request: BackupRequest, _, reply: Reply<BackupReply>) throws(Status) in
            guard request.folder.hasPrefix("/"), request.folder.utf8.count <= Self.pathBytes else {
                throw Status(
                    .invalidArgument,
                    "folder: give a whole path, beginning with /, of at most "
                        + "\(Self.pathBytes) bytes"
                )
            }
            queue.async {
                reply.complete(Result { try back(upTo: request.folder) }.mapError(Status.init(of:)))
            }
        }
    }

    private static let pathBytes = 1_024

    private func back(upTo folder: String) throws -> BackupReply {
        let files = FileManager.default
        guard !files.fileExists(atPath: folder) else {
            throw Status(.alreadyExists, "folder: \(folder) is there already; name a new one")
        }
        // Half a copy must not be taken for a whole one: it gets its name at the end.
        let partial = folder + ".partial"
        do {
            // Calls first: releases that they name are never younger than they are.
            try calls.copy(to: partial + "/calls")
            try catalog.copy(to: partial + "/catalog")
            try files.moveItem(atPath: partial, toPath: folder)
        } catch {
            try? files.removeItem(atPath: partial)
            throw error
        }
        var bytes: UInt64 = 0
        for name in ["calls", "catalog"] {
            let attributes = try files.attributesOfItem(atPath: "\(folder)/\(name)/data.mdb")
            bytes += (attributes[.size] as? NSNumber)?.uint64Value ?? 0
        }
        return BackupReply(bytes: bytes)
    }
}
