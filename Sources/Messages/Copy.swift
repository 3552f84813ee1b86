internal import CProtobufC

/// What the generated code calls to copy the fields of an unpacked struct.
///
/// The scan has made sure that text is UTF-8 without NUL and that an enumeration's numbers are its own.
enum Copy {
    @inline(__always)
    static func string(_ text: UnsafePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(cString: text)
    }

    @inline(__always)
    static func bytes(_ data: ProtobufCBinaryData) -> [UInt8] {
        unsafe [UInt8](UnsafeBufferPointer(start: data.data, count: data.len))
    }

    @inline(__always)
    static func enumeration<Value: RawRepresentable<Int32>>(_ number: UInt32) -> Value {
        guard let value = Value(rawValue: Int32(bitPattern: number)) else {
            fatalError("the scan let the number \(number) pass, which \(Value.self) does not have")
        }
        return value
    }

    static func strings(
        _ count: Int,
        _ elements: UnsafePointer<UnsafeMutablePointer<CChar>?>?
    ) -> [String] {
        unsafe UnsafeBufferPointer(start: elements, count: count).map { unsafe string($0) }
    }

    static func uint32s(_ count: Int, _ elements: UnsafePointer<UInt32>?) -> [UInt32] {
        unsafe [UInt32](UnsafeBufferPointer(start: elements, count: count))
    }

    static func enumerations<Number: RawRepresentable<UInt32>, Value: RawRepresentable<Int32>>(
        _ count: Int,
        _ elements: UnsafePointer<Number>?
    ) -> [Value] {
        unsafe UnsafeBufferPointer(start: elements, count: count).map { enumeration($0.rawValue) }
    }

    static func messages<Value: WireMessage, Structure>(
        _ count: Int,
        _ elements: UnsafePointer<UnsafeMutablePointer<Structure>?>?
    ) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count {
            if let element = unsafe elements?[index] { unsafe values.append(Value(element)) }
        }
        return values
    }
}
