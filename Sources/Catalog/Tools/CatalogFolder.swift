internal import Foundation
public import Messages

/// A catalog as editors keep it: a folder of files.
public enum CatalogFolder {
    /// The catalog files of a folder in order of path; others, such as notes, are left out.
    ///
    /// A file in one of the catalog's folders whose name is not one of a catalog's is among them,
    /// so that compiling reports it: it is a slip more often than a note. Folders in them, and what
    /// editors leave beside a file, are passed over.
    ///
    /// - Parameter isWhole: Whether it must be a whole catalog, and not some files of one.
    /// - Throws: ``CatalogError`` where there is no `catalog.yaml` of a whole one, or a file can't be read.
    public static func read(_ folder: String, isWhole: Bool = true) throws -> [SourceFile] {
        let manager = FileManager.default
        let hasSettings = manager.fileExists(atPath: folder + "/catalog.yaml")
        guard hasSettings || !isWhole else {
            throw CatalogError.notFound(
                "\(folder) has no catalog.yaml: give the folder of a catalog"
            )
        }
        var paths = hasSettings ? ["catalog.yaml"] : []
        for part in ["articles", "conversations", "trees", "vocabulary"] {
            guard manager.fileExists(atPath: "\(folder)/\(part)") else { continue }
            // One that can't be read is not empty: publishing would remove all that is in it.
            guard let names = try? manager.contentsOfDirectory(atPath: "\(folder)/\(part)") else {
                throw CatalogError.invalid(
                    "\(folder)/\(part) can't be read: it must be a folder, and yours to read"
                )
            }
            paths += names.filter { !isEditorsOwn($0) }.map { "\(part)/\($0)" }
                .filter { !isFolder("\(folder)/\($0)") }
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

    /// Whether a file is hidden, or a backup or a swap file that an editor makes.
    private static func isEditorsOwn(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("#") || name.hasSuffix("~")
            || [".swp", ".bak", ".orig"].contains { name.hasSuffix($0) }
    }

    private static func isFolder(_ path: String) -> Bool {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }
}
