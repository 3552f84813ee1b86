/// A value that lives on one loop's thread, carried through code that runs elsewhere.
///
/// It may be passed to any thread; reading it anywhere but on its loop traps.
public struct LoopBound<Value>: @unchecked Sendable {
    private let content: Value
    private let loop: EventLoop

    /// Binds a value to a loop; called on that loop.
    public init(_ value: Value, to loop: EventLoop) {
        loop.preconditionIsCurrent()
        content = value
        self.loop = loop
    }

    /// The value, on its loop's thread only.
    public var value: Value {
        loop.preconditionIsCurrent()
        return content
    }
}
