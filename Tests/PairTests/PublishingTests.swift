import Foundation
import TestSupport
import Testing

/// Several editors who publish from folders of their own.
@Suite struct PublishingTests {
    private let folder: TemporaryFolder
    private let server: ServerProcess

    init() throws {
        folder = try TemporaryFolder()
        server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
    }

    /// A copy of the starter catalog that was never published.
    private func copy(_ name: String) throws -> URL {
        let url = folder.url.appending(path: name)
        try FileManager.default.copyItem(at: URL(filePath: Programs.starterCatalog), to: url)
        try? FileManager.default.removeItem(at: url.appending(path: ".baton-base"))
        return url
    }

    private func publish(_ catalog: URL, _ more: String...) throws -> Programs.Result {
        try Programs.run(
            "baton",
            ["catalog", "publish", catalog.path, "--address", server.address] + more
        )
    }

    private func add(_ words: String, to path: String, of catalog: URL) throws {
        let file = catalog.appending(path: path)
        let text = try String(contentsOf: file, encoding: .utf8)
        try (text + words).write(to: file, atomically: true, encoding: .utf8)
    }

    @Test func `a folder that was not downloaded takes back what others published`() throws {
        let ann = try copy("ann")
        let bea = try copy("bea")
        let old = try copy("old")
        #expect(try publish(ann, "--editor", "ann").status == 0)
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: bea)
        let second = try publish(bea, "--editor", "bea")
        #expect(
            second.status == 0 && second.output.contains("  articles/hotspot.md\n"),
            "\(second)"
        )

        let back = try publish(old)
        #expect(back.status == 1, "\(back)")
        #expect(back.errors.contains("articles/hotspot.md: changed in release 2 by bea"), "\(back)")
        #expect(back.errors.contains("give --base 2"), "\(back)")

        // Her folder knows that it is release 1; with what was changed since in it, it is as good as 2.
        try add("\nStill more.\n", to: "articles/admin-page.md", of: ann)
        let late = try publish(ann)
        #expect(late.status == 1 && late.errors.contains("hotspot"), "\(late)")
        #expect(!late.errors.contains("FAILED_PRECONDITION"), "\(late)")
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: ann)
        let third = try publish(ann)
        #expect(third.status == 0 && third.output.contains("release 3 is current"), "\(third)")
        // One that was published goes on from there.
        try add("\nAnd more.\n", to: "articles/admin-page.md", of: ann)
        #expect(try publish(ann).output.contains("release 4 is current"))

        let forced = try publish(old, "--base", "4")
        #expect(forced.output.contains("release 5 is current"), "\(forced)")
    }

    private func catalog(_ arguments: String...) throws -> Programs.Result {
        try Programs.run("baton", ["catalog"] + arguments + ["--address", server.address])
    }

    @Test func `a folder that was rolled back can't be mended, or undoes the rollback`() throws {
        let folder = try copy("ann")
        _ = try publish(folder)
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: folder)
        _ = try publish(folder)
        #expect(try catalog("rollback", "1").status == 0)
        let unchanged = try publish(folder)
        #expect(unchanged.status == 1 && unchanged.output.isEmpty, "\(unchanged)")
        #expect(unchanged.errors.contains("calls begin on release 1"), "\(unchanged)")
        #expect(unchanged.errors.contains("'baton catalog rollback 2'"), "\(unchanged)")
        try add("\nRight now.\n", to: "articles/hotspot.md", of: folder)
        let mended = try publish(folder)
        #expect(mended.output.contains("release 3 is current"), "\(mended)")
        #expect(mended.errors.contains("what release 2 changed is published with it"), "\(mended)")
    }

    @Test func `a folder that is tried can't be mended, or is said to be current`() throws {
        let folder = try copy("ann")
        _ = try publish(folder)
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: folder)
        #expect(try publish(folder, "--canary", "10%").status == 0)
        let unchanged = try publish(folder)
        #expect(unchanged.status == 1, "\(unchanged)")
        #expect(unchanged.errors.contains("'baton catalog promote'"), "\(unchanged)")
        try add("\nRight now.\n", to: "articles/hotspot.md", of: folder)
        let early = try publish(folder)
        #expect(early.errors.contains("release 2 is tried by"), "\(early)")
        #expect(try catalog("rollback").status == 0)
        #expect(try publish(folder).output.contains("release 3 is current"))
    }

    @Test func `a folder forgets of which release it is by being published elsewhere`() throws {
        let other = try ServerProcess("baton-diagnosisd", data: folder.path + "/other")
        let catalog = try copy("ann")
        let file = catalog.appending(path: "articles/hotspot.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        _ = try publish(catalog)
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: catalog)
        _ = try publish(catalog)
        let elsewhere = ["catalog", "publish", catalog.path, "--address", other.address]
        #expect(try Programs.run("baton", elsewhere).status == 0)
        // Nobody else has changed it: that it is as it was before is meant.
        try text.write(to: file, atomically: true, encoding: .utf8)
        let back = try publish(catalog)
        #expect(back.output.contains("release 3 is current"), "\(back)")
        #expect(try Programs.run("baton", elsewhere).output.contains("release 2 is current"))
    }

    @Test func `a replay of an older folder takes back what others have published`() throws {
        let ann = try copy("ann")
        _ = try publish(ann)
        let bea = try copy("bea")
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: bea)
        _ = try publish(bea)
        let replay = try catalog("replay", "--draft", ann.path)
        #expect(replay.errors.contains("is what release 1 is: nothing to replay"), "\(replay)")
    }

    @Test func `a folder that others have gone past is said to be current`() throws {
        let ann = try copy("ann")
        _ = try publish(ann)
        let bea = try copy("bea")
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: bea)
        #expect(try publish(bea).status == 0)
        let unchanged = try publish(ann)
        #expect(unchanged.status == 1, "\(unchanged)")
        #expect(unchanged.errors.contains("calls begin on release 2"), "\(unchanged)")
    }

    @Test func `a folder from before a rollback is refused`() throws {
        let folder = try copy("ann")
        _ = try publish(folder)
        try add("\nMore of it.\n", to: "articles/hotspot.md", of: folder)
        _ = try publish(folder)
        let back = try Programs.run(
            "baton",
            ["catalog", "rollback", "1", "--address", server.address]
        )
        #expect(back.status == 0)
        try FileManager.default.removeItem(at: folder.appending(path: ".baton-base"))
        try add("\nRight now.\n", to: "articles/hotspot.md", of: folder)
        let mended = try publish(folder)
        #expect(mended.output.contains("release 3 is current"), "\(mended)")
    }

    @Test func `a release has no editor where the shell does not say who it is`() throws {
        let catalog = try copy("ann")
        let program = Programs.folder.appending(path: "baton").path
        let published = try Programs.run(
            URL(filePath: "/usr/bin/env"),
            [
                "-u", "USER", program, "catalog", "publish", catalog.path, "--address",
                server.address,
            ]
        )
        #expect(published.status == 0, "\(published)")
        struct Listed: Decodable { let editor: String }
        let list = try Programs.run(
            "baton",
            ["catalog", "releases", "--json", "--address", server.address]
        )
        let editors = try CommandRun.json([Listed].self, list.output).map(\.editor)
        #expect(editors == [NSUserName()])
    }

    @Test func `a release of a token has no editor`() throws {
        let server = try PublishedServer(withTokens: true)
        let program = Programs.folder.appending(path: "baton").path
        let access = ["--address", server.address, "--token-file", server.tokenFile]
        // A token's name is kept whatever the shell says, and behind any other name.
        for (user, options, name) in [
            ("ann", [], "tests"), ("ann", ["--editor", "boss"], "boss (tests)"),
        ] as [(String, [String], String)] {
            let back = try Programs.run(
                URL(filePath: "/usr/bin/env"),
                ["USER=\(user)", program, "catalog", "rollback", "1"] + options + access
            )
            #expect(back.status == 0, "\(back)")
            let list = try Programs.run("baton", ["catalog", "releases"] + access)
            #expect(list.output.contains("\n  \(name) rolled back to 1 at "), "\(list)")
        }
    }

    @Test func `the days ago of metrics are no time for a replay`() throws {
        let replay = try Programs.run(
            "baton",
            ["catalog", "replay", "--release", "1", "--since", "30d", "--address", "127.0.0.1:1"]
        )
        #expect(replay.errors.contains("can't be reached"), "\(replay)")
    }
}
