internal import Catalog
internal import Messages
internal import RPC
internal import Transport

/// The catalog of `baton-diagnosisd` as proposals need it: its source files without articles, compiled.
///
/// It is downloaded again only when another release has become current.
final class CatalogSource: Sendable {
    /// A release.
    struct Release: Sendable {
        let number: UInt32
        /// The release that it changed; 0 for none.
        let base: UInt32
        let files: [SourceFile]
        let view: CatalogView
    }

    /// Past the last path of an article: nothing of them is read here, and there may be 100,000.
    private static let afterArticles = "articles0"

    private let link: DiagnosisLink
    private let last = Locked<Release?>(nil)

    init(_ link: DiagnosisLink) {
        self.link = link
    }

    /// The current release.
    @available(*, noasync)
    func current() throws -> Release {
        let head: GetReleaseReply = try link.answer(
            CatalogService.name,
            "GetRelease",
            GetReleaseRequest(maximum: 1),
            timeout: Limits.catalogTime
        )
        let number = head.release?.number ?? 0
        if let last = last.withLock({ $0 }), last.number == number { return last }
        var files: [SourceFile] = []
        var after = Self.afterArticles
        while true {
            let page: DownloadReply = try link.answer(
                CatalogService.name,
                "Download",
                DownloadRequest(release: number, afterPath: after)
            )
            files += page.files
            guard page.more, let path = page.files.last?.path else { break }
            after = path
        }
        // Leaves name articles that are not here: problems of this compilation mean nothing.
        let view = try CatalogCompiler.compile(files).view
        let release = Release(
            number: number,
            base: head.release?.basedOn ?? 0,
            files: files,
            view: view
        )
        last.withLock { $0 = release }
        return release
    }

    /// The SHA-256 of each file of a release, articles among them.
    @available(*, noasync)
    func digests(of release: UInt32) throws -> [String: [UInt8]] {
        var digests: [String: [UInt8]] = [:]
        var last = ""
        while true {
            let page: GetReleaseReply = try link.answer(
                CatalogService.name,
                "GetRelease",
                GetReleaseRequest(release: release, afterPath: last, maximum: 10_000)
            )
            for file in page.files { digests[file.path] = file.sha256 }
            guard page.more, let path = page.files.last?.path else { return digests }
            last = path
        }
    }

    /// The releases, newest first, once nothing is being published any more.
    @available(*, noasync)
    func settledReleases() throws -> [Messages.Release] {
        let reply: ListReleasesReply = try link.answer(
            CatalogService.name,
            "ListReleases",
            ListReleasesRequest(afterPublishing: true),
            timeout: Limits.publishTime
        )
        return reply.releases
    }

    /// Sends changed files as a draft over a release.
    @available(*, noasync)
    func stage(
        _ files: [SourceFile],
        over release: UInt32,
        validating: Bool
    ) throws -> StageReply {
        try link.answer(
            CatalogService.name,
            "Stage",
            StageRequest(baseRelease: release, files: files, validate: validating),
            timeout: Limits.publishTime
        )
    }

    /// Publishes a draft.
    @available(*, noasync)
    func publish(_ request: PublishRequest) throws -> PublishReply {
        try link.answer(CatalogService.name, "Publish", request, timeout: Limits.publishTime)
    }

    private enum CatalogService {
        static let name = "baton.v1.Catalog"
    }
}
