internal import ArgumentParser
internal import Foundation
internal import RPC
internal import Transport

/// How a command reaches its server.
protocol ServerOptions: ParsableArguments {
    /// Where the server listens, as it was given.
    var address: String? { get }
    /// The file with the token, as it was given.
    var tokenFile: String? { get }
    /// Which server it is.
    static var server: ServerName { get }
}

/// A server that commands call.
struct ServerName {
    let program: String
    let variable: String
    let defaultAddress: String

    static let diagnosis = ServerName(
        program: "baton-diagnosisd",
        variable: "BATON_DIAGNOSIS",
        defaultAddress: "127.0.0.1:7070"
    )
    static let handoff = ServerName(
        program: "baton-handoffd",
        variable: "BATON_HANDOFF",
        defaultAddress: "127.0.0.1:7071"
    )

    /// Where the server listens when a command is not told.
    var usualAddress: String {
        ProcessInfo.processInfo.environment[variable] ?? defaultAddress
    }
}

/// How a command reaches `baton-diagnosisd`.
struct DiagnosisOptions: ServerOptions {
    static let server = ServerName.diagnosis

    @Option(
        help: ArgumentHelp(
            "Address of baton-diagnosisd; else $BATON_DIAGNOSIS, else 127.0.0.1:7070.",
            valueName: "address"
        )
    )
    var address: String?

    @Option(
        help: ArgumentHelp("File with the token; else $BATON_TOKEN_FILE.", valueName: "file")
    )
    var tokenFile: String?
}

/// How a command reaches `baton-handoffd`.
struct HandoffOptions: ServerOptions {
    static let server = ServerName.handoff

    @Option(
        help: ArgumentHelp(
            "Address of baton-handoffd; else $BATON_HANDOFF, else 127.0.0.1:7071.",
            valueName: "address"
        )
    )
    var address: String?

    @Option(
        help: ArgumentHelp("File with the token; else $BATON_TOKEN_FILE.", valueName: "file")
    )
    var tokenFile: String?
}

/// How a command reaches both servers, or those that are given.
struct ServersOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Address of a server, may be given more than once; else $BATON_DIAGNOSIS and "
                + "$BATON_HANDOFF, else 127.0.0.1:7070 and 127.0.0.1:7071.",
            valueName: "address"
        )
    )
    var address: [String] = []

    @Option(
        help: ArgumentHelp("File with the token; else $BATON_TOKEN_FILE.", valueName: "file")
    )
    var tokenFile: String?

    /// Where the servers listen; `usual` are those that are called when none is given, in this order.
    func addresses(usual: [ServerName] = [.diagnosis, .handoff]) -> [String] {
        address.isEmpty ? usual.map(\.usualAddress) : address
    }

    /// A client of the server at an address.
    func client(of address: String) throws -> BlockingClient {
        try ServerLink.client(address: address, tokenFile: tokenFile)
    }
}

extension ServerOptions {
    /// A client of the server; it connects at its first call.
    func client() throws -> BlockingClient {
        try ServerLink.client(address: place, tokenFile: tokenFile)
    }

    /// Runs calls; a failure of one becomes a sentence that says what to do.
    func explain<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let status as Status {
            throw ServerLink.failure(status, server: Self.server.program, address: place)
        }
    }

    /// Who works, as a command was told or else as ``Person`` knows or the token says.
    func person(_ given: String?, _ option: String) throws -> String {
        let usual = ProcessInfo.processInfo.environment["BATON_TOKEN_FILE"] ?? ""
        let hasToken = tokenFile != nil || !usual.isEmpty
        return try Person.named(given, option, hasToken: hasToken)
    }

    private var place: String { address ?? Self.server.usualAddress }
}

/// What commands that call servers share.
enum ServerLink {
    /// A client of the server at an address.
    static func client(address: String, tokenFile: String?) throws -> BlockingClient {
        var options: ClientOptions
        do throws(AddressError) {
            options = ClientOptions(address: try Address(address))
        } catch {
            throw CommandFailure("\(error)")
        }
        options.token = try token(in: tokenFile)
        return BlockingClient(options)
    }

    /// A call's failure in words.
    static func failure(_ status: Status, server: String, address: String) -> CommandFailure {
        switch status.code {
        case .unavailable:
            CommandFailure(
                "\(server) can't be reached at \(address): start it, or give --address "
                    + "(\(status.message))"
            )
        case .unauthenticated:
            CommandFailure("\(status.message): give --token-file, or set BATON_TOKEN_FILE")
        case .invalidArgument, .notFound, .alreadyExists, .permissionDenied, .failedPrecondition,
            .resourceExhausted, .aborted, .outOfRange:
            // The words say it; the code is for programs.
            CommandFailure(words(status.message))
        default:
            CommandFailure("\(status.message) (\(status.code.name))")
        }
    }

    /// Fields that have another name on the command line than in messages.
    private static let names = [
        "call_id": "the call's name", "call_ids": "the calls' names", "group_by": "--by",
        "queues": "--queue", "releases": "--release", "time_zone": "--zone", "trees": "--tree",
    ]

    /// A server's words with its fields by the names of options: "--maximum" for "ListHandoffsRequest.maximum".
    private static func words(_ message: String) -> String {
        message.replacing(/[A-Z][A-Za-z]+\.([a-z_]+)/) { match in
            let field = match.output.1
            if let name = names[String(field)] { return name }
            let option = field.hasSuffix("_ms") ? field.dropLast(3) : field
            return "--" + option.replacing("_", with: "-")
        }
    }

    private static func token(in file: String?) throws -> String? {
        let usual = ProcessInfo.processInfo.environment["BATON_TOKEN_FILE"]
        guard let path = file ?? usual, !path.isEmpty else { return nil }
        return try ClientOptions.token(inFile: path)
    }
}

/// Why a command could not do what it was asked for, and what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
