internal import Messages
internal import RPC

/// Calls as those read them who were not on the line.
struct CallsLink {
    private static let service = ServedCall.service
    /// Calls that one request asks for: the most that the server gives.
    private static let page: UInt32 = 1_000
    /// After so many calls a search says how far it is.
    private static let callsPerNote = 20_000

    private let client: BlockingClient

    init(_ client: BlockingClient) {
        self.client = client
    }

    /// A call with all its turns.
    func get(_ callID: String) throws -> GetCallReply {
        do throws(Status) {
            return try call("GetCall", GetCallRequest(callID: callID, withRecords: true))
        } catch {
            guard error.code == .notFound else { throw error }
            throw CommandFailure(
                "there is no call \(callID.printable): 'baton calls list' shows those that have ended, "
                    + "with --live those that go on; one that a person took from the start was never "
                    + "kept, and one that was forgotten, or ended longer ago than the server's "
                    + "--keep-days, is deleted"
            )
        }
    }

    /// Calls that go on and are in the server's memory, the one with the latest turn first.
    func live(_ filter: CallFilter, maximum: Int) throws(Status) -> CallListing {
        var listing = CallListing()
        var last = ""
        while true {
            let request = ListCallsRequest(live: true, maximum: Self.page, afterCallID: last)
            let page = try list(request).calls
            let wanted = listing.calls + page.filter(filter.passes)
            if wanted.count > maximum { listing.more = true }
            listing.calls = Array(wanted.sorted { $0.lastAtMs > $1.lastAtMs }.prefix(maximum))
            guard page.count == Int(Self.page), let id = page.last?.callID, id > last else {
                return listing
            }
            last = id
        }
    }

    /// Calls that have ended, the one that ended last first.
    ///
    /// - Parameters:
    ///   - before: The position in the order of ended calls before which they stand; nil for the end.
    ///   - note: Called now and then with how many were looked at, and when the last of these ended.
    func ended(
        _ filter: CallFilter,
        before: UInt64?,
        maximum: Int,
        note: (_ looked: Int, _ endedAtMilliseconds: Int64) -> Void = { _, _ in }
    ) throws(Status) -> CallListing {
        // The first that is there tells where to stop: all before it are deleted.
        let bounds = try list(ListCallsRequest(maximum: 1))
        guard let first = bounds.calls.first?.endedSequence else { return CallListing() }
        var listing = CallListing()
        var looked = 0
        var last = before.map { $0 - 1 } ?? bounds.lastEndedSequence
        while last >= first {
            let start = last - min(UInt64(Self.page), last)
            let request = ListCallsRequest(afterEndedSequence: start, maximum: Self.page)
            // Where some are deleted, later ones fill the page.
            for call in try list(request).calls.reversed() where call.endedSequence <= last {
                if filter.isPast(call) { return listing }
                if filter.passes(call) {
                    guard listing.calls.count < maximum else {
                        listing.more = true
                        return listing
                    }
                    listing.calls.append(call)
                }
                looked += 1
                if looked % Self.callsPerNote == 0 { note(looked, call.lastAtMs) }
            }
            last = start
        }
        return listing
    }

    private func list(_ request: ListCallsRequest) throws(Status) -> ListCallsReply {
        try call("ListCalls", request)
    }

    private func call<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request
    ) throws(Status) -> Response {
        try client.call(service: Self.service, method: method, request, idempotent: true)
    }
}

/// Calls that were asked for.
struct CallListing {
    var calls: [CallSummary] = []
    /// Whether there are others.
    var more = false

    /// The call behind which others are listed; empty for calls that go on, and where the ids of all are damaged.
    var last: String { calls.last { $0.endedSequence > 0 && !$0.callID.isEmpty }?.callID ?? "" }
}

/// Which calls are wanted.
struct CallFilter {
    var outcome: Outcome?
    var queue: String?
    var tree: String?
    var number: String?
    var sinceMilliseconds: Int64 = 0
    var untilMilliseconds = Int64.max

    func passes(_ call: CallSummary) -> Bool {
        (outcome == nil || call.outcome == outcome) && (queue == nil || call.queue == queue)
            && (tree == nil || call.tree == tree)
            && (number.map { Self.isSame($0, call.caller) || Self.isSame($0, call.customer) }
                ?? true)
            && call.lastAtMs >= sinceMilliseconds && call.lastAtMs < untilMilliseconds
    }

    /// Whether two numbers are the same, however they are written; what has no digits, such as a SIP name, stands for itself.
    private static func isSame(_ number: String, _ other: String) -> Bool {
        let digits = [number, other].map { $0.utf8.filter { (0x30...0x39).contains($0) } }
        if digits[0].isEmpty { return number.lowercased() == other.lowercased() }
        return digits[0] == digits[1]
    }

    /// Whether it ended before all that are wanted; a summary that is damaged has no time.
    func isPast(_ call: CallSummary) -> Bool {
        call.lastAtMs != 0 && call.lastAtMs < sinceMilliseconds
    }
}
