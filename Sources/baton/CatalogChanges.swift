internal import Crypto
internal import Messages

/// What must be sent so that a release becomes what a folder holds.
struct CatalogChanges {
    /// A part of the changes that fits one frame.
    struct Batch: Equatable {
        var files: [SourceFile] = []
        var removed: [String] = []
    }

    /// Bytes of a batch: a frame has 4 MiB, of which the envelope takes a little.
    static let batchBytes = 3 << 20
    /// Bytes that a message needs around a path and its content.
    private static let overheadBytes = 16

    let files: [SourceFile]
    let removed: [String]

    /// - Parameters:
    ///   - local: The files of the folder, with their content.
    ///   - released: The SHA-256 of each file of the release, by path.
    init(local: [SourceFile], released: [String: [UInt8]]) {
        files = local.filter { file in
            released[file.path] != Array(SHA256.hash(data: file.content))
        }
        removed = Set(released.keys).subtracting(local.map(\.path)).sorted()
    }

    var isEmpty: Bool { files.isEmpty && removed.isEmpty }

    /// The changes in parts of at most so many bytes; a file that is larger has a part of its own.
    func batches(bytes limit: Int = batchBytes) -> [Batch] {
        var batches: [Batch] = []
        var batch = Batch()
        var size = 0
        func begin(_ bytes: Int) {
            if size + bytes > limit, size > 0 {
                batches.append(batch)
                batch = Batch()
                size = 0
            }
            size += bytes
        }
        for file in files {
            begin(file.path.utf8.count + file.content.count + Self.overheadBytes)
            batch.files.append(file)
        }
        for path in removed {
            begin(path.utf8.count + Self.overheadBytes)
            batch.removed.append(path)
        }
        return size > 0 ? batches + [batch] : batches
    }
}
