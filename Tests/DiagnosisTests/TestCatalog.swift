import Catalog
import Messages
import TestSupport

/// The catalog about printers.
enum TestCatalog {
    static let files = [
        SourceFile(path: "catalog.yaml", content: Array(PrinterCatalog.settings.utf8)),
        SourceFile(path: "trees/printer.yaml", content: Array(PrinterCatalog.tree.utf8)),
    ]

    /// Compiled once for all tests.
    static let view: CatalogView = {
        do {
            let compilation = try CatalogCompiler.compile(files)
            precondition(compilation.problems.isEmpty, "\(compilation.problems)")
            return compilation.view
        } catch {
            preconditionFailure("\(error)")
        }
    }()
}
