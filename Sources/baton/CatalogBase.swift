internal import Catalog
internal import Crypto
internal import Foundation
internal import Messages
internal import RPC

/// The release that a folder was made from, kept in the folder, so that what others publish
/// meanwhile is not undone by publishing it.
struct CatalogBase: Equatable {
    private static let name = ".baton-base"

    let release: UInt32
    /// When that release was made: another server's release of this number is another one.
    let createdAtMs: Int64

    init(_ release: Release) {
        self.release = release.number
        createdAtMs = release.createdAtMs
    }

    private init?(line: Substring) {
        let parts = line.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let release = UInt32(parts[0]), let createdAt = Int64(parts[1])
        else {
            return nil
        }
        self.release = release
        createdAtMs = createdAt
    }

    /// What a folder says: a release of each server with which it was last exchanged, the last one first; none
    /// where it was neither downloaded nor published.
    static func all(in folder: String) -> [CatalogBase] {
        let path = ProblemText.join(folder, name)
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(whereSeparator: \.isNewline).compactMap(CatalogBase.init(line:))
    }

    /// Writes it into a folder.
    ///
    /// - Parameter releases: Those of its server: the folder says only one of them, beside those of others.
    func write(to folder: String, amid releases: [Release] = []) throws {
        /// Servers of which a folder knows.
        let servers = 8
        let own = releases.map(CatalogBase.init)
        let others = Self.all(in: folder).filter { !own.contains($0) && $0 != self }
        let text = ([self] + others).prefix(servers).map { "\($0.release) \($0.createdAtMs)\n" }
        let path = ProblemText.join(folder, Self.name)
        do {
            try text.joined().write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure("\(path) can't be written: \(error.localizedDescription)")
        }
    }
}

/// What a folder holds beside what a server has published.
struct CatalogStanding {
    /// A file of a folder that is as an earlier release had it, though a later one changed it.
    struct Return: Equatable {
        let path: String
        /// The release that changed it.
        let release: UInt32
    }

    private let folder: String
    private let link: CatalogLink
    private let releases: [Release]
    private let local: [String: [UInt8]]

    init(_ folder: String, _ files: [SourceFile], _ link: CatalogLink) throws {
        self.folder = folder
        self.link = link
        releases = try link.releases()
        local = Dictionary(
            files.map { ($0.path, Array(SHA256.hash(data: $0.content))) },
            uniquingKeysWith: { _, last in last }
        )
    }

    private var current: UInt32? { releases.first(where: \.current)?.number }

    /// The release that the folder changes, where it says which one it was made from and this server has it.
    ///
    /// A folder into which all that was published since has been put, by hand or by a version control, is
    /// as good as made from the current one. So is one of a later release that was rolled back or is only
    /// tried: nobody has published since, and what is mended there was meant for all calls.
    func base() throws -> UInt32? {
        let bases = CatalogBase.all(in: folder)
        let kept = releases.map(CatalogBase.init)
        // A release of that number that was made at another time is another server's.
        guard let written = bases.first(where: kept.contains) else {
            // So is a younger one of a lower number.
            guard let oldest = kept.min(by: { $0.release < $1.release }),
                let lost = bases.first(where: {
                    $0.release < oldest.release && $0.createdAtMs < oldest.createdAtMs
                })
            else { return nil }
            throw CommandFailure(
                "\(folder) was made from release \(lost.release), which is not kept any more, or is another "
                    + "server's: download the current one and make the changes again, or give --base "
                    + "\(current ?? 0) to publish the folder as it is"
            )
        }
        guard let current, written.release != current else { return written.release }
        let before = try link.digests(of: written.release)
        let after = try link.digests(of: current)
        guard local != before else { return before == after ? current : written.release }
        guard written.release < current else {
            printNote(
                "\(folder) was made from release \(written.release), and calls begin on release "
                    + "\(current): what release \(written.release) changed is published with it"
            )
            return current
        }
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        return changed.allSatisfy { local[$0] == after[$0] } ? current : written.release
    }

    /// Says where a folder that is as a release has it can't be published, since calls begin on another.
    func checkIsCurrent(_ release: UInt32) throws {
        guard let current, release != current else { return }
        let isTried = releases.first { $0.number == release }?.trial != nil
        throw CommandFailure(
            "nothing is published: \(folder) is as release \(release) has it, and calls begin on release "
                + "\(current); "
                + (isTried
                    ? "'baton catalog promote' lets all of them begin on \(release)"
                    : "'baton catalog rollback \(release)' lets them begin on \(release) again")
        )
    }

    /// What publishing the folder would take back of what others have published.
    ///
    /// A file that the folder has as an earlier release had it was most likely not changed there at all.
    func returns() throws -> [Return] {
        guard let current else { return [] }
        let now = try link.digests(of: current)
        var open = Set(now.keys).union(local.keys).filter { now[$0] != local[$0] }
        var returns: [Return] = []
        var later = current
        for release in releases.map(\.number).filter({ $0 < current }).sorted(by: >) {
            guard !open.isEmpty else { break }
            let before = try link.digests(of: release)
            for path in open where before[path] == local[path] {
                returns.append(Return(path: path, release: later))
                open.remove(path)
            }
            later = release
        }
        return returns.sorted { $0.path < $1.path }
    }

    /// Refuses to publish what takes back changes of others.
    func refuseReturns() throws {
        let returns = try returns()
        guard !returns.isEmpty, let current else { return }
        let lines = returns.prefix(10).map { file in
            let release = releases.first { $0.number == file.release }
            let editor = release.map { $0.editor.isEmpty ? "" : " by \($0.editor)" } ?? ""
            return "  \(file.path): changed in release \(file.release)\(editor)"
        }
        let more = returns.count > 10 ? ["  and \(returns.count - 10) more"] : []
        throw CommandFailure(
            (["\(folder) is older than what is published, and would take these changes back:"]
                + lines + more + [
                    "'baton catalog download DIR' gives the current release, to make your changes "
                        + "there; to publish the folder as it is, give --base \(current)"
                ])
                .map(\.printable).joined(separator: "\n")
        )
    }
}
