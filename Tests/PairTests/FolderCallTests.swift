import Foundation
import TestSupport
import Testing

/// `baton call --folder`: words are tried before anything is published.
@Suite struct FolderCallTests {
    /// Types lines as the customer; no server is running where the command would look for one.
    private func type(_ lines: [String], _ folder: String, _ pause: String = "") throws
        -> Programs.Result
    {
        let baton = Programs.folder.appending(path: "baton").path
        let words = lines.map { "echo '\($0)'; " }.joined()
        let command = "(\(words)\(pause):) | \(pause.isEmpty ? "" : "timeout -s INT 1 ")"
        return try Programs.run(
            URL(filePath: "/usr/bin/env"),
            [
                "BATON_DIAGNOSIS=127.0.0.1:1", "TMPDIR=\(folder)", "/bin/sh", "-c",
                "\(command)'\(baton)' call --folder '\(folder)/catalog'",
            ]
        )
    }

    @Test func `a changed folder is tried by the words that were published, or only on a server`()
        throws
    {
        let folder = try TemporaryFolder()
        let catalog = try CommandRun.copy(into: folder)
        try CommandRun.replace(
            "Which router do you have now?",
            by: "Whose box is it?",
            in: catalog.appending(path: "trees/vpn.yaml")
        )
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let opening = "hi um since i swapped my router yesterday i cant get into the company vpn"
        let call = try type([opening, "its a t p link a x seventy three", "/facts"], folder.path)
        #expect(call.status == 0, "\(call)")
        for line in [
            "          context.trigger: router-replaced \"router replacement\"; 95% sure of \"swapped my router\"\n",
            "          → vpn/router\nagent     Whose box is it?\n",
            "          environment.router: tp-link-ax73 \"TP-Link AX73\"; 95% sure\n",
            "          environment.router: new router TP-Link AX73\n",
        ] {
            #expect(call.output.contains(line), "\(line) in \(call.output)")
        }
        #expect(call.output.hasSuffix(": abandoned\n"), "\(call)")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == files)
    }

    @Test func `a call that is broken off leaves something behind`() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun.copy(into: folder)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let call = try type(["my vpn is down"], folder.path, "sleep 2; ")
        // Of `timeout`: it had to interrupt.
        #expect(call.status == 124 && call.output.contains("agent "), "\(call)")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == files)
    }

    @Test func `a folder with errors is talked to, or its errors have no place`() throws {
        let folder = try TemporaryFolder()
        let catalog = try CommandRun.copy(into: folder)
        let file = catalog.appending(path: "trees/vpn.yaml")
        try CommandRun.replace("nodes:", by: "knots:", in: file)
        let validated = try CommandRun.baton("catalog", "validate", catalog.path)
        let problems = validated.output.split(separator: "\n").filter { $0.contains(": error[") }
        try #require(!problems.isEmpty)
        let call = try type([], folder.path)
        #expect(call.status == 1 && !call.output.contains("agent "), "\(call)")
        for problem in problems { #expect(call.output.contains(problem), "\(call)") }
        #expect(call.errors.contains("correct the errors"), "\(call)")
    }

    @Test(arguments: ["vpn-silent-probe", "vpn-correction", "internet-deutsch"])
    func `a conversation comes out otherwise on a folder, or waits for systems that are not there`(
        name: String
    ) throws {
        let began = ContinuousClock.now
        let script = Programs.starterCatalog + "/conversations/\(name).yaml"
        let result = try CommandRun.baton(
            "call",
            "--folder",
            Programs.starterCatalog,
            "--script",
            script
        )
        #expect(result.status == 0 && result.output.contains("expectations hold"), "\(result)")
        // The probe of the first one is silent for ten seconds.
        #expect(ContinuousClock.now - began < .seconds(8))
        let machine = try CommandRun.baton(
            "call",
            "--folder",
            Programs.starterCatalog,
            "--script",
            script,
            "--json"
        )
        let object = try JSONSerialization.jsonObject(with: Data(machine.output.utf8))
        #expect((object as? [String: Any])?["passed"] as? Bool == true, "\(machine)")
    }

    @Test func `a call on a folder goes to a server`() throws {
        let result = try CommandRun.baton(
            "call",
            "--folder",
            Programs.starterCatalog,
            "--address",
            "127.0.0.1:1"
        )
        #expect(result.status == 64 && result.errors.contains("--folder needs no server"))
    }
}
