import Foundation
import Testing
import Transport

@Suite struct EventLoopTests {
    @Test func `tasks from many threads are lost or run out of order`() throws {
        let loop = try EventLoop(name: "test")
        let seen = Locked<[Int: [Int]]>([:])
        let threads = 8
        let tasks = 2_000
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for number in 0..<tasks {
                loop.execute {
                    loop.preconditionIsCurrent()
                    seen.withLock { $0[thread, default: []].append(number) }
                }
            }
        }
        loop.shutDown()
        for thread in 0..<threads {
            #expect(seen.withLock { $0[thread] } == Array(0..<tasks))
        }
    }

    @Test func `timers come early, out of order, or after they were cancelled`() throws {
        let loop = try EventLoop(name: "test")
        let fired = Locked<[Int]>([])
        let done = DispatchSemaphore(value: 0)
        loop.execute {
            let start = loop.now
            func after(_ milliseconds: Int, _ number: Int) -> TimerID {
                let deadline = start.advanced(by: .milliseconds(milliseconds))
                return loop.schedule(at: deadline) {
                    #expect(MonotonicTime.now >= deadline)
                    fired.withLock { $0.append(number) }
                    if number == 3 { done.signal() }
                }
            }
            _ = after(30, 3)
            _ = after(10, 1)
            let cancelled = after(15, 9)
            _ = after(20, 2)
            loop.cancel(cancelled)
        }
        done.wait()
        loop.shutDown()
        #expect(fired.withLock { $0 } == [1, 2, 3])
    }

    @Test func `a result is not handed over`() throws {
        let loop = try EventLoop(name: "test")
        #expect(!loop.isCurrent)
        #expect(loop.run { loop.isCurrent })
        #expect(loop.run { loop.run { 42 } } == 42)
        loop.shutDown()
        loop.shutDown()
    }
}
