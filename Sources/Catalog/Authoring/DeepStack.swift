internal import Foundation
internal import Synchronization

/// Runs work that may need more stack than a server's thread has.
enum DeepStack {
    /// YAML nests at most 1,000 deep before its parser refuses, at less than 8 KiB a level.
    private static let bytes = 16 << 20

    /// Calls `work` on a thread of its own and waits for it.
    static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result? {
        let result = Box<Result>()
        let thread = Thread {
            let value = work()
            result.content.withLock { $0 = value }
            result.isDone.signal()
        }
        thread.stackSize = bytes
        thread.start()
        result.isDone.wait()
        return result.content.withLock { $0 }
    }

    private final class Box<Content: Sendable>: Sendable {
        let content = Mutex<Content?>(nil)
        let isDone = DispatchSemaphore(value: 0)
    }
}
