import TestSupport
import Testing

@Suite struct ProgramsTests {
    @Test(arguments: ["baton", "baton-diagnosisd", "baton-handoffd"])
    func `a program explains itself to a newcomer`(name: String) throws {
        let result = try Programs.run(name, ["--help"])
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: \(name)"))
    }
}
