internal import Foundation

/// A folder that is filled with the files of a catalog; nothing in it is ever overwritten.
struct CatalogTarget {
    private let folder: URL

    /// - Throws: ``CommandFailure`` when the folder has something in it.
    init(_ path: String) throws {
        folder = URL(filePath: path, directoryHint: .isDirectory)
        let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard present.isEmpty else {
            throw CommandFailure("\(path) is not empty: name a new folder")
        }
    }

    /// Writes a file; its path comes from outside and must stay in the folder.
    func write(_ content: [UInt8], to path: String) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }), !path.utf8.contains(0)
        else {
            throw CommandFailure("\(path) is no path of a catalog: nothing more is written")
        }
        let file = folder.appending(path: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(content).write(to: file)
        } catch {
            throw CommandFailure("\(file.path) can't be written: \(error.localizedDescription)")
        }
    }
}
