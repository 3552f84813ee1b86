// Generated from proto/server.proto by proto/generate. Do not edit.

/// Asks for a sign of life.
public struct PingRequest: Message {
    /// Given back; at most 1,024 bytes.
    public var payload: [UInt8]

    /// Creates a message: what is not given has its default value.
    public init(
        payload: [UInt8] = []
    ) {
        self.payload = payload
    }
}

/// A sign of life.
public struct PingReply: Message {
    /// What was given.
    public var payload: [UInt8]

    /// Creates a message: what is not given has its default value.
    public init(
        payload: [UInt8] = []
    ) {
        self.payload = payload
    }
}

/// Asks how the server is.
public struct StatusRequest: Message {
    /// Creates a message: what is not given has its default value.
    public init() {}
}

/// A named number.
public struct Gauge: Message {
    /// Its name.
    public var name: String

    /// Its value.
    public var value: Double

    /// Creates a message: what is not given has its default value.
    public init(
        name: String = "",
        value: Double = 0
    ) {
        self.name = name
        self.value = value
    }
}

/// How the server is.
public struct StatusReply: Message {
    /// Name of the server: baton-diagnosisd or baton-handoffd.
    public var server: String

    /// Its version.
    public var version: String

    /// Whether all is well; a server that can't write says no here and why in reason.
    public var healthy: Bool

    /// Why not.
    public var reason: String

    /// When it started, in milliseconds since 1970-01-01 UTC.
    public var startedAtMs: Int64

    /// Numbers; disk_bytes and disk_free_bytes are of the file system that the data folder lies on.
    public var gauges: [Gauge]

    /// Creates a message: what is not given has its default value.
    public init(
        server: String = "",
        version: String = "",
        healthy: Bool = false,
        reason: String = "",
        startedAtMs: Int64 = 0,
        gauges: [Gauge] = []
    ) {
        self.server = server
        self.version = version
        self.healthy = healthy
        self.reason = reason
        self.startedAtMs = startedAtMs
        self.gauges = gauges
    }
}

/// Asks for metrics.
public struct MetricsRequest: Message {
    /// Creates a message: what is not given has its default value.
    public init() {}
}

/// Metrics.
public struct MetricsReply: Message {
    /// Prometheus text exposition.
    public var text: String

    /// Creates a message: what is not given has its default value.
    public init(
        text: String = ""
    ) {
        self.text = text
    }
}

/// Asks for a hot copy of the data.
public struct BackupRequest: Message {
    /// Folder on the server's machine that must not exist yet.
    public var folder: String

    /// Creates a message: what is not given has its default value.
    public init(
        folder: String = ""
    ) {
        self.folder = folder
    }
}

/// The copy is on disk.
public struct BackupReply: Message {
    /// Its size in bytes.
    public var bytes: UInt64

    /// Creates a message: what is not given has its default value.
    public init(
        bytes: UInt64 = 0
    ) {
        self.bytes = bytes
    }
}
