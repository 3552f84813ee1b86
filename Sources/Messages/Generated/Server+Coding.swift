// Generated from proto/server.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension PingRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PingRequest()
        unsafe baton__v1__ping_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PingRequest.self)
        self.payload = unsafe Copy.bytes(c.pointee.payload)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, bytes: payload)
    }
}

extension PingReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__PingReply()
        unsafe baton__v1__ping_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__PingReply.self)
        self.payload = unsafe Copy.bytes(c.pointee.payload)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, bytes: payload)
    }
}

extension StatusRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StatusRequest()
        unsafe baton__v1__status_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
    }

    func write(to writer: inout ReverseWriter) {
    }
}

extension Gauge: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Gauge()
        unsafe baton__v1__gauge__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Gauge.self)
        self.name = unsafe Copy.string(c.pointee.name)
        self.value = unsafe c.pointee.value
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, double: value)
        writer.field(1, string: name)
    }
}

extension StatusReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__StatusReply()
        unsafe baton__v1__status_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__StatusReply.self)
        self.server = unsafe Copy.string(c.pointee.server)
        self.version = unsafe Copy.string(c.pointee.version)
        self.healthy = unsafe c.pointee.healthy != 0
        self.reason = unsafe Copy.string(c.pointee.reason)
        self.startedAtMs = unsafe c.pointee.started_at_ms
        self.gauges = unsafe Copy.messages(c.pointee.n_gauges, c.pointee.gauges)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(6, messages: gauges)
        writer.field(5, int64: startedAtMs)
        writer.field(4, string: reason)
        writer.field(3, bool: healthy)
        writer.field(2, string: version)
        writer.field(1, string: server)
    }
}

extension MetricsRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__MetricsRequest()
        unsafe baton__v1__metrics_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
    }

    func write(to writer: inout ReverseWriter) {
    }
}

extension MetricsReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__MetricsReply()
        unsafe baton__v1__metrics_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__MetricsReply.self)
        self.text = unsafe Copy.string(c.pointee.text)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, string: text)
    }
}

extension BackupRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__BackupRequest()
        unsafe baton__v1__backup_request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__BackupRequest.self)
        self.folder = unsafe Copy.string(c.pointee.folder)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, string: folder)
    }
}

extension BackupReply: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__BackupReply()
        unsafe baton__v1__backup_reply__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__BackupReply.self)
        self.bytes = unsafe c.pointee.bytes
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(1, uint64: bytes)
    }
}
