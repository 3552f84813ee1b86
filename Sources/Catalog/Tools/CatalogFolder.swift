internal import Foundation
public import Messages

/// A catalog as editors keep it: a folder of files.
public enum CatalogFolder {
    /// The catalog files of a folder in order of path; others, such as notes, are left out.
    ///
    /// A file in one of the catalog's folders whose name is not one of a catalog's is among them,
    /// so that compiling reports it: it is a slip more often than a note.
    ///
    /// - Throws: ``CatalogError`` where there is no `catalog.yaml`, or a file can't be read.
    public static func read(_ folder: String) throws -> [SourceFile] {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder + "/catalog.yaml") else {
            throw CatalogError.notFound(
                "\(folder) has no catalog.yaml: give the folder of a catalog"
            )
        }
        var paths = ["catalog.yaml"]
        for part in ["articles", "conversations", "trees", "vocabulary"] {
            let names = (try? manager.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? []
            // Editors' hidden files are theirs.
            paths += names.filter { !$0.hasPrefix(".") }.map { "\(part)/\($0)" }
        }
        guard paths.count <= CatalogLimits.files else {
            throw CatalogError.exhausted(
                "\(folder) has \(paths.count) files, at most \(CatalogLimits.files) are allowed"
            )
        }
        return try paths.sorted().map { path in
            guard let content = manager.contents(atPath: "\(folder)/\(path)") else {
                throw CatalogError.invalid("\(folder)/\(path) can't be read: check its permissions")
            }
            return SourceFile(path: path, content: Array(content))
        }
    }
}
