internal import Catalog
internal import Foundation
internal import Messages

/// Reads a conversation of the authoring format from a file anywhere.
enum CallScriptFile {
    /// The path under which the catalog's compiler knows the file, whatever its name is.
    private static let path = "conversations/script.yaml"

    /// - Throws: ``CommandFailure`` that names the file, with the line of each mistake.
    static func read(_ file: String) throws -> Conversation {
        guard let handle = FileHandle(forReadingAtPath: file),
            let content = try? handle.read(upToCount: CatalogLimits.fileBytes + 1)
        else { throw CommandFailure("\(file) can't be read: name a file of conversations/") }
        // Alone it names trees and entities that are not there: only its own shape counts here.
        let compilation = try CatalogCompiler.compile([
            SourceFile(path: path, content: Array(content))
        ])
        if let conversation = try compilation.view.conversation("script") { return conversation }
        let mistakes = compilation.problems.filter { $0.path == path }.map { problem in
            var problem = problem
            problem.path = file
            return problem
        }
        let text = ProblemText(problems: mistakes, reports: [], folder: "")
        throw CommandFailure(
            (["the script can't be played"] + text.problemLines).joined(separator: "\n")
        )
    }
}
