/// What a caller may be; a token carries one or more.
public enum Role: String, Sendable, CaseIterable {
    /// A telephony front end: starts calls and takes turns.
    case frontend
    /// Takes lookups and answers them.
    case worker
    /// Publishes catalogs.
    case editor
    /// Reads, rates and closes handoffs.
    case engineer
    /// Runs the servers.
    case `operator`
}

/// A set of roles.
public struct Roles: OptionSet, Hashable, Sendable {
    /// One bit a role, in the order of ``Role``'s cases; the highest bit means that no token is
    /// needed.
    public let rawValue: UInt8

    /// The set with the given bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The set of the given roles.
    public init(_ roles: Role...) {
        self.init(roles)
    }

    /// The set of the given roles.
    public init(_ roles: some Sequence<Role>) {
        var bits: UInt8 = 0
        for (index, role) in Role.allCases.enumerated() where roles.contains(role) {
            bits |= 1 << UInt8(index)
        }
        rawValue = bits
    }

    /// The set of ``Role/frontend`` alone.
    public static let frontend = Roles(.frontend)
    /// The set of ``Role/worker`` alone.
    public static let worker = Roles(.worker)
    /// The set of ``Role/editor`` alone.
    public static let editor = Roles(.editor)
    /// The set of ``Role/engineer`` alone.
    public static let engineer = Roles(.engineer)
    /// The set of ``Role/operator`` alone.
    public static let `operator` = Roles(.operator)
    /// Every role.
    public static let all = Roles(Role.allCases)
    /// For methods that need no token at all.
    public static let anyone = Roles(rawValue: 1 << 7)

    /// The roles in the set.
    public var members: [Role] {
        Role.allCases.filter { contains(Roles($0)) }
    }
}

extension Roles: CustomStringConvertible {
    /// The names, separated by commas.
    public var description: String {
        contains(.anyone) ? "anyone" : members.map(\.rawValue).joined(separator: ",")
    }
}
