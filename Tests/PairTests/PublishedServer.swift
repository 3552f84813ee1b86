import Foundation
import TestSupport
import Testing

/// A diagnosis server as a process, with a catalog published, with or without a token file.
final class PublishedServer {
    private let folder: TemporaryFolder
    private let arguments: [String]
    private var server: ServerProcess

    /// Where it listens, also after a restart.
    let address: String
    /// The token that its clients give; nil when it has no token file.
    let token: String?
    /// The file that holds the token.
    let tokenFile: String

    init(catalog: String = Programs.starterCatalog, withTokens: Bool = false) throws {
        folder = try TemporaryFolder()
        token = withTokens ? "a-secret-of-the-tests" : nil
        tokenFile = folder.path + "/token"
        var arguments: [String] = []
        if let token {
            try Data((token + "\n").utf8).write(to: URL(filePath: tokenFile))
            // By `printf %s TOKEN | sha256sum`.
            let digest = "eab69819ef1c1cd52f14e04168d8698e8c1bc3aa8f3824ef05398c1c9512646f"
            let tokens = folder.path + "/tokens"
            try Data("# who may call\n\(digest) frontend,worker,editor tests\n".utf8)
                .write(to: URL(filePath: tokens))
            arguments = ["--tokens", tokens]
        }
        self.arguments = arguments
        server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data", arguments)
        address = server.address
        let access = token == nil ? [] : ["--token-file", tokenFile]
        try CommandRun.publish(catalog, to: address, access)
    }

    /// From now on nothing is answered, and connections stay as they are.
    func freeze() {
        server.freeze()
    }

    /// Asks it to stop and gives its exit status.
    func stop() -> Int32 {
        server.stop()
    }

    /// Ends it as a crash would.
    func kill() {
        server.kill()
    }

    /// Starts it again on the same data and the same port.
    func restart() throws {
        server = try ServerProcess(
            "baton-diagnosisd",
            data: folder.path + "/data",
            arguments,
            listen: address
        )
    }
}
