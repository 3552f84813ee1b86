// Generated from proto/ttrpc.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension RPCRequest: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Ttrpc__Request()
        unsafe ttrpc__request__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Ttrpc__Request.self)
        self.service = unsafe Copy.string(c.pointee.service)
        self.method = unsafe Copy.string(c.pointee.method)
        self.payload = unsafe Copy.bytes(c.pointee.payload)
        self.timeoutNano = unsafe c.pointee.timeout_nano
        self.metadata = unsafe Copy.messages(c.pointee.n_metadata, c.pointee.metadata)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(5, messages: metadata)
        writer.field(4, int64: timeoutNano)
        writer.field(3, bytes: payload)
        writer.field(2, string: method)
        writer.field(1, string: service)
    }
}

extension RPCResponse: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Ttrpc__Response()
        unsafe ttrpc__response__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Ttrpc__Response.self)
        self.status = unsafe c.pointee.status.map { unsafe RPCStatus($0) }
        self.payload = unsafe Copy.bytes(c.pointee.payload)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, bytes: payload)
        if let status { writer.present(1, message: status) }
    }
}

extension RPCKeyValue: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Ttrpc__KeyValue()
        unsafe ttrpc__key_value__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Ttrpc__KeyValue.self)
        self.key = unsafe Copy.string(c.pointee.key)
        self.value = unsafe Copy.string(c.pointee.value)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, string: value)
        writer.field(1, string: key)
    }
}

extension RPCStatus: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Ttrpc__Status()
        unsafe ttrpc__status__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Ttrpc__Status.self)
        self.code = unsafe c.pointee.code
        self.message = unsafe Copy.string(c.pointee.message)
        self.details = unsafe Copy.messages(c.pointee.n_details, c.pointee.details)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(3, messages: details)
        writer.field(2, string: message)
        writer.field(1, int32: code)
    }
}

extension RPCAny: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Ttrpc__Any()
        unsafe ttrpc__any__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Ttrpc__Any.self)
        self.typeURL = unsafe Copy.string(c.pointee.type_url)
        self.value = unsafe Copy.bytes(c.pointee.value)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(2, bytes: value)
        writer.field(1, string: typeURL)
    }
}
