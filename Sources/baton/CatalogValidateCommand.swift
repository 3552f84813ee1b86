internal import ArgumentParser
internal import Catalog
internal import Diagnosis
internal import Messages

/// `baton catalog validate`.
struct CatalogValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a folder and play its conversations, without a server.",
        discussion: """
            Problems are printed as file:line:column: error[code]: message, with what to do below; \
            for each tree follow its longest call in questions and the number of its paths. The \
            exit status is 1 when there are errors.

            Example: baton catalog validate ops/catalog
            """
    )

    @Argument(help: "The folder of the catalog.")
    var folder: String

    @OptionGroup var format: FormatOptions

    func run() throws {
        let files = try CatalogFolder.read(folder)
        let compilation = try CatalogCompiler.compile(files)
        var problems = compilation.problems
        // A conversation on a tree that is wrong says nothing that the tree's problems don't.
        if !compilation.hasErrors {
            problems += try ConversationRunner.problems(in: compilation.view)
        }
        let text = ProblemText(problems: problems, reports: compilation.reports, folder: folder)
        if format.json {
            try printJSON(CatalogValidateOutput(text))
        } else {
            for line in text.problemLines + text.reportLines { print(line) }
            print("\(folder): \(counted(UInt64(files.count), "file")), \(text.count)")
        }
        if text.errors > 0 { throw ExitCode.failure }
    }
}

/// What came of validation, in JSON.
private struct CatalogValidateOutput: Encodable {
    let valid: Bool
    let errors: Int
    let warnings: Int
    let problems: [ProblemOutput]
    let reports: [TreeReportOutput]

    init(_ text: ProblemText) {
        valid = text.errors == 0
        errors = text.errors
        warnings = text.problems.count - text.errors
        problems = text.problems.map(ProblemOutput.init)
        reports = text.reports.map(TreeReportOutput.init)
    }
}
