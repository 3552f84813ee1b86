internal import LMDB
public import Messages

extension CatalogStore {
    /// The releases, newest first.
    ///
    /// - Parameter liveCalls: How many calls are on a release.
    public func list(liveCalls: (UInt32) -> Int) throws -> ListReleasesReply {
        let current = currentRelease
        let trial = trial
        let all = try storedReleases().reversed().map { release in
            var release = release
            release.current = release.number == current
            release.liveCalls = UInt32(clamping: liveCalls(release.number))
            release.trial = release.number == trial?.release ? trial : nil
            return release
        }
        return ListReleasesReply(releases: Array(all))
    }

    /// A release and a page of its files, without content.
    ///
    /// - Parameter liveCalls: How many calls are on a release.
    public func get(
        _ request: GetReleaseRequest,
        liveCalls: (UInt32) -> Int
    ) throws -> GetReleaseReply {
        let number = try number(request.release)
        try Self.checkPath(request.afterPath)
        guard request.maximum <= CatalogLimits.largestPageFiles else {
            throw CatalogError.invalid(
                "maximum is \(request.maximum), at most \(CatalogLimits.largestPageFiles) files "
                    + "are given at once"
            )
        }
        let maximum = request.maximum == 0 ? CatalogLimits.pageFiles : Int(request.maximum)
        var reply = GetReleaseReply(release: try release(number))
        reply.release?.current = number == currentRelease
        reply.release?.liveCalls = UInt32(clamping: liveCalls(number))
        reply.release?.trial = trial.flatMap { $0.release == number ? $0 : nil }
        let view = try view(of: number)
        let paths = try view.sourcePaths(after: request.afterPath, maximum: maximum + 1)
        reply.more = paths.count > maximum
        for path in paths.prefix(maximum) {
            guard var file = try view.source(path) else { continue }
            file.content = []
            reply.files.append(file)
        }
        return reply
    }

    /// Files of a release with their content, as many as fit a frame.
    public func download(_ request: DownloadRequest) throws -> DownloadReply {
        let number = try number(request.release)
        try Self.checkPath(request.afterPath)
        let view = try view(of: number)
        var reply = DownloadReply(release: number)
        var bytes = 0
        var last = request.afterPath
        while true {
            // A page of the smallest files that could fit would be read in vain.
            let paths = try view.sourcePaths(after: last, maximum: 64)
            guard !paths.isEmpty else { return reply }
            for path in paths {
                guard let file = try view.source(path) else { continue }
                bytes += file.content.count + CatalogLimits.pathBytes
                guard bytes <= CatalogLimits.replyBytes || reply.files.isEmpty else {
                    reply.more = true
                    return reply
                }
                reply.files.append(file)
                last = path
            }
        }
    }

    private static func checkPath(_ path: String) throws {
        guard path.utf8.count > CatalogLimits.pathBytes else { return }
        throw CatalogError.invalid(
            "after_path has \(path.utf8.count) bytes: paths have at most \(CatalogLimits.pathBytes)"
        )
    }

    private func number(_ requested: UInt32) throws -> UInt32 {
        let number = requested == 0 ? currentRelease : requested
        guard number > 0 else {
            throw CatalogError.notFound("no catalog was published yet: publish one first")
        }
        return number
    }

    /// The releases in the order of their numbers.
    func storedReleases() throws -> [Release] {
        try environment.withRead { transaction in
            var found: [Release] = []
            try transaction.view.forEach(in: releases) { record in
                let what = "release \(record.sequence)"
                found.append(try Self.decode(Release.self, record.value, what))
                return true
            }
            return found
        }
    }
}
