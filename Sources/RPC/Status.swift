/// How a call ended when it did not end well: the one error that crosses the wire.
///
/// The message is for people: it names the field and the limit, or says what to do next.
public struct Status: Error, Hashable, Sendable {
    /// The codes of google.rpc, with their numbers.
    public enum Code: Int32, Sendable, CaseIterable {
        /// The call succeeded; never thrown.
        case ok = 0
        /// The caller gave up.
        case cancelled = 1
        /// Something failed that has no better code.
        case unknown = 2
        /// The request can never succeed as it is.
        case invalidArgument = 3
        /// The time given for the call had passed.
        case deadlineExceeded = 4
        /// What the request names does not exist.
        case notFound = 5
        /// What the request would make exists.
        case alreadyExists = 6
        /// The token is known and its roles do not allow the method.
        case permissionDenied = 7
        /// A limit was reached; the message names it.
        case resourceExhausted = 8
        /// The request does not fit the present state.
        case failedPrecondition = 9
        /// Another request came in between; begin again.
        case aborted = 10
        /// A number lies outside what exists.
        case outOfRange = 11
        /// There is no such method.
        case unimplemented = 12
        /// A bug or a broken invariant of the server.
        case `internal` = 13
        /// The server cannot be reached or cannot answer now; trying again may help.
        case unavailable = 14
        /// Stored data is damaged.
        case dataLoss = 15
        /// The token is missing or unknown.
        case unauthenticated = 16

        /// The name as google.rpc writes it, such as `INVALID_ARGUMENT`.
        public var name: String {
            switch self {
            case .ok: "OK"
            case .cancelled: "CANCELLED"
            case .unknown: "UNKNOWN"
            case .invalidArgument: "INVALID_ARGUMENT"
            case .deadlineExceeded: "DEADLINE_EXCEEDED"
            case .notFound: "NOT_FOUND"
            case .alreadyExists: "ALREADY_EXISTS"
            case .permissionDenied: "PERMISSION_DENIED"
            case .resourceExhausted: "RESOURCE_EXHAUSTED"
            case .failedPrecondition: "FAILED_PRECONDITION"
            case .aborted: "ABORTED"
            case .outOfRange: "OUT_OF_RANGE"
            case .unimplemented: "UNIMPLEMENTED"
            case .internal: "INTERNAL"
            case .unavailable: "UNAVAILABLE"
            case .dataLoss: "DATA_LOSS"
            case .unauthenticated: "UNAUTHENTICATED"
            }
        }
    }

    /// What kind of failure it is, for programs.
    public let code: Code
    /// What happened, for people.
    public let message: String

    /// A failure; `code` is not ``Code/ok``.
    public init(_ code: Code, _ message: String) {
        precondition(code != .ok, "a status that is thrown is not OK")
        self.code = code
        self.message = message
    }
}

extension Status: CustomStringConvertible {
    /// The code's name and the message.
    public var description: String { "\(code.name): \(message)" }
}
