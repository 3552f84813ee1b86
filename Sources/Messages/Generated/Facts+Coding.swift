// Generated from proto/facts.proto by proto/generate. Do not edit.

internal import CMessages
internal import CProtobufC

extension TimeWindow: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__TimeWindow()
        unsafe baton__v1__time_window__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__TimeWindow.self)
        self.startMs = unsafe c.pointee.start_ms
        self.endMs = unsafe c.pointee.end_ms
        self.zone = unsafe Copy.string(c.pointee.zone)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(3, string: zone)
        writer.field(2, int64: endMs)
        writer.field(1, int64: startMs)
    }
}

extension FactValue: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__FactValue()
        unsafe baton__v1__fact_value__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__FactValue.self)
        self.kind = unsafe Copy.enumeration(c.pointee.kind.rawValue)
        self.key = unsafe Copy.string(c.pointee.key)
        self.text = unsafe Copy.string(c.pointee.text)
        self.detail = unsafe Copy.string(c.pointee.detail)
        self.number = unsafe c.pointee.number
        self.unit = unsafe Copy.string(c.pointee.unit)
        self.windows = unsafe Copy.messages(c.pointee.n_windows, c.pointee.windows)
    }

    func write(to writer: inout ReverseWriter) {
        writer.repeated(7, messages: windows)
        writer.field(6, string: unit)
        writer.field(5, double: number)
        writer.field(4, string: detail)
        writer.field(3, string: text)
        writer.field(2, string: key)
        writer.field(1, enumeration: kind)
    }
}

extension Provenance: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Provenance()
        unsafe baton__v1__provenance__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Provenance.self)
        self.source = unsafe Copy.enumeration(c.pointee.source.rawValue)
        self.turn = unsafe c.pointee.turn
        self.quote = unsafe Copy.string(c.pointee.quote)
        self.system = unsafe Copy.string(c.pointee.system)
        self.atMs = unsafe c.pointee.at_ms
        self.node = unsafe Copy.string(c.pointee.node)
        self.confidence = unsafe c.pointee.confidence
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(7, float: confidence)
        writer.field(6, string: node)
        writer.field(5, int64: atMs)
        writer.field(4, string: system)
        writer.field(3, string: quote)
        writer.field(2, uint32: turn)
        writer.field(1, enumeration: source)
    }
}

extension Fact: WireMessage {
    nonisolated(unsafe) static let descriptor: UnsafePointer<ProtobufCMessageDescriptor> = {
        var structure = unsafe Baton__V1__Fact()
        unsafe baton__v1__fact__init(&structure)
        return unsafe structure.base.descriptor
    }()

    init(_ structure: UnsafeRawPointer) {
        let c = unsafe structure.assumingMemoryBound(to: Baton__V1__Fact.self)
        self.key = unsafe Copy.string(c.pointee.key)
        self.value = unsafe c.pointee.value.map { unsafe FactValue($0) }
        self.provenance = unsafe c.pointee.provenance.map { unsafe Provenance($0) }
        self.notObtained = unsafe Copy.enumeration(c.pointee.not_obtained.rawValue)
    }

    func write(to writer: inout ReverseWriter) {
        writer.field(4, enumeration: notObtained)
        if let provenance { writer.present(3, message: provenance) }
        if let value { writer.present(2, message: value) }
        writer.field(1, string: key)
    }
}
