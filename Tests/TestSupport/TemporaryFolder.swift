public import Foundation

/// A folder that is removed with the last reference to it.
///
/// A class that makes it before all else leaves nothing behind, even if its initializer throws later on.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL
    /// Where it is, as text.
    public var path: String { url.path }
    private let isDisk: Bool

    /// Makes one, in the system's folder for temporary files unless another is given.
    public convenience init(below parent: URL = FileManager.default.temporaryDirectory) throws {
        try self.init(below: parent, isDisk: false)
    }

    private init(below parent: URL, isDisk: Bool) throws {
        url = parent.appending(path: "baton-\(UUID())")
        self.isDisk = isDisk
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        if isDisk { _ = try? Programs.run(URL(filePath: "/usr/bin/umount"), ["-l", path]) }
        try? FileManager.default.removeItem(at: url)
    }

    /// One that is a disk of a megabyte; nil, and said so, where the tests may mount none.
    public static func smallDisk() throws -> TemporaryFolder? {
        let folder = try TemporaryFolder(
            below: FileManager.default.temporaryDirectory,
            isDisk: true
        )
        let arguments = ["-t", "tmpfs", "-o", "size=1m", "none", folder.path]
        let mount = URL(filePath: "/usr/bin/mount")
        guard (try? Programs.run(mount, arguments))?.status == 0 else {
            print("skipped the test of a full disk: mounting one takes the rights of root")
            return nil
        }
        return folder
    }
}
