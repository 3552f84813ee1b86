import Foundation

/// The Swift files of this repository, found from the place of this file.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A Swift file with its lines.
    struct File: CustomStringConvertible {
        let path: String
        let lines: [Substring]
        var description: String { path }

        /// The folder below the first one: the target's name in Sources and Tests.
        var target: String { String(path.split(separator: "/")[1]) }
    }

    static func swiftFiles(below folders: [String]) throws -> [File] {
        try folders.flatMap { folder in
            let base = root.appending(path: folder)
            let names =
                FileManager.default.enumerator(atPath: base.path)?
                .compactMap { $0 as? String } ?? []
            return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
                let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
                return File(
                    path: "\(folder)/\(name)",
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false)
                )
            }
        }
    }
}
