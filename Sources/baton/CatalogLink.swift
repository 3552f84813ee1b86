internal import Messages
internal import RPC

/// The calls of `baton.v1.Catalog`.
struct CatalogLink {
    private static let service = "baton.v1.Catalog"
    /// Compiling and checking the largest catalog takes minutes.
    private static let publishTime = Duration.seconds(600)

    private let client: BlockingClient

    init(_ client: BlockingClient) {
        self.client = client
    }

    func releases() throws(Status) -> [Release] {
        let reply: ListReleasesReply = try call("ListReleases", ListReleasesRequest())
        return reply.releases
    }

    /// The current release and the SHA-256 of each of its files; nil while there is none.
    func current() throws(Status) -> (number: UInt32, files: [String: [UInt8]])? {
        guard let number = try releases().first(where: \.current)?.number else { return nil }
        return (number, try digests(of: number))
    }

    /// The SHA-256 of each file of a release.
    func digests(of number: UInt32) throws(Status) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var last = ""
        while true {
            let request = GetReleaseRequest(release: number, afterPath: last)
            let reply: GetReleaseReply = try call("GetRelease", request)
            for file in reply.files { files[file.path] = file.sha256 }
            guard reply.more, let end = reply.files.last?.path else { return files }
            last = end
        }
    }

    /// The files of a release with their content.
    func files(of number: UInt32) throws(Status) -> [SourceFile] {
        var files: [SourceFile] = []
        while true {
            let reply = try download(release: number, after: files.last?.path ?? "")
            files += reply.files
            guard reply.more, !reply.files.isEmpty else { return files }
        }
    }

    /// Adds a part of the changes to a draft, or begins one where `draft` is empty.
    func stage(
        _ batch: CatalogChanges.Batch,
        draft: String,
        base: UInt32
    ) throws(Status) -> String {
        let request = StageRequest(
            draft: draft,
            baseRelease: base,
            files: batch.files,
            removed: batch.removed
        )
        // A new draft is made by each attempt; what an attempt leaves behind is dropped by its age.
        let reply: StageReply = try call("Stage", request)
        return reply.draft
    }

    func publish(_ request: PublishRequest) throws(Status) -> PublishReply {
        // Sent once: a second attempt would find its own release in the way.
        try client.call(
            service: Self.service,
            method: "Publish",
            request,
            timeout: Self.publishTime
        )
    }

    func replay(_ request: ReplayRequest) throws(Status) -> ReplayReply {
        // One that was begun twice is given up when nobody asks about it.
        try call("Replay", request)
    }

    func tryRelease(_ request: TryRequest) throws(Status) -> TryReply {
        try call("Try", request)
    }

    func trial() throws(Status) -> GetTrialReply {
        try call("GetTrial", GetTrialRequest())
    }

    func promote(_ request: PromoteRequest) throws(Status) -> PromoteReply {
        // Sent once: a second attempt would find the trial ended by the first.
        try client.call(service: Self.service, method: "Promote", request)
    }

    func rollBack(_ request: RollbackRequest) throws(Status) -> RollbackReply {
        guard request.release == 0 else { return try call("Rollback", request) }
        // Sent once: a second attempt would find the trial ended by the first.
        return try client.call(service: Self.service, method: "Rollback", request)
    }

    /// A page of a release's files with their content.
    func download(release: UInt32, after path: String) throws(Status) -> DownloadReply {
        try call("Download", DownloadRequest(release: release, afterPath: path))
    }

    private func call<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request
    ) throws(Status) -> Response {
        try client.call(service: Self.service, method: method, request, idempotent: true)
    }
}
