import Foundation
import Testing
import Transport

@Suite struct ListenerTests {
    private let path = FileManager.default.temporaryDirectory
        .appending(path: "baton-\(UInt64.random(in: 0 ... .max)).sock").path

    private func listener(_ address: Address, on loop: EventLoop) throws -> Listener {
        let listener = try Listener(
            address: address,
            loop: loop,
            accepted: { _ in },
            failed: { _ in }
        )
        try listener.start()
        return listener
    }

    private func close(_ listener: Listener, on loop: EventLoop) {
        loop.run { listener.close() }
        loop.shutDown()
    }

    @Test func `a Unix socket is left behind, or open to other users`() throws {
        let loop = try EventLoop(name: "test")
        let listener = try listener(.unix(path: path), on: loop)
        #expect(listener.address == .unix(path: path))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        close(listener, on: loop)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a socket in a folder that is not there fails without advice`() throws {
        let loop = try EventLoop(name: "test")
        let address = Address.unix(path: path + "/nowhere/x.sock")
        let refusal = #expect(throws: TransportError.self) { try listener(address, on: loop) }
        #expect(refusal?.description.hasSuffix("; make the folder of the socket first") == true)
        loop.shutDown()
    }

    @Test func `a live server's socket is taken over`() throws {
        let loop = try EventLoop(name: "test")
        let address = Address.unix(path: path)
        let first = try listener(address, on: loop)
        let refusal = #expect(throws: TransportError.self) { try listener(address, on: loop) }
        #expect(
            refusal?.description
                == "bind unix:\(path): a live process listens there; stop it or choose another path"
        )
        close(first, on: loop)
    }

    @Test func `the socket of a server that was killed keeps the next one from starting`() throws {
        // A process that binds, listens and is killed leaves its file.
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "perl", "-MSocket", "-e",
            "socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, pack_sockaddr_un($ARGV[0])) or die; "
                + "listen(S, 1); kill 9, $$", path,
        ]
        try process.run()
        process.waitUntilExit()
        #expect(FileManager.default.fileExists(atPath: path))
        let loop = try EventLoop(name: "test")
        let listener = try listener(.unix(path: path), on: loop)
        close(listener, on: loop)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a file that is no socket is removed`() throws {
        try Data("precious".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let loop = try EventLoop(name: "test")
        #expect(throws: TransportError.self) { try listener(.unix(path: path), on: loop) }
        loop.shutDown()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    }

    @Test func `a taken port is refused without saying what to do`() throws {
        let loop = try EventLoop(name: "test")
        let first = try listener(Address("127.0.0.1:0"), on: loop)
        let refusal = #expect(throws: TransportError.self) {
            try listener(first.address, on: loop)
        }
        #expect(
            refusal?.description
                == "bind \(first.address): Address already in use; "
                + "stop the process that listens there or choose another port"
        )
        close(first, on: loop)
    }

    @Test func `a connection that is not taken stays open`() throws {
        let loop = try EventLoop(name: "test")
        let listener = try listener(Address("127.0.0.1:0"), on: loop)
        let deadline = MonotonicTime.now.advanced(by: .seconds(10))
        let client = try BlockingSocket(connectingTo: listener.address, by: deadline)
        var received: [UInt8] = []
        do throws(TransportError) {
            try client.receive(into: &received, limit: 1, by: deadline)
            Issue.record("something came")
        } catch {
            #expect(error.reason == .closedByPeer)
        }
        close(listener, on: loop)
    }

    @Test func `connecting to nobody waits for ever`() throws {
        let loop = try EventLoop(name: "test")
        let listener = try listener(Address("127.0.0.1:0"), on: loop)
        let address = listener.address
        close(listener, on: loop)
        let deadline = MonotonicTime.now.advanced(by: .seconds(10))
        let refusal = #expect(throws: TransportError.self) {
            _ = try BlockingSocket(connectingTo: address, by: deadline)
        }
        #expect(refusal?.description == "connect \(address): Connection refused")
    }
}
