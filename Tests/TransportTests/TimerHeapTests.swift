import Testing

@testable import Transport

@Suite struct TimerHeapTests {
    @Test func `timers fire in the wrong order, twice, or after they were cancelled`() {
        let seed = UInt64.random(in: 0 ... .max)
        print("timer seed \(seed)")
        var state = seed
        func random(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        var heap = TimerHeap()
        // What must come: a plain list beside the heap.
        var expected: [(deadline: UInt64, number: Int, id: TimerID)] = []
        var fired: [Int] = []
        for number in 0..<5_000 {
            switch random(4) {
            case 0, 1:
                let deadline = random(1_000)
                let id = heap.insert(at: MonotonicTime(nanoseconds: deadline)) {
                    fired.append(number)
                }
                expected.append((deadline, number, id))
            case 2 where !expected.isEmpty:
                let victim = expected.remove(at: Int(random(UInt64(expected.count))))
                heap.cancel(victim.id)
                heap.cancel(victim.id)
            default:
                let now = random(1_000)
                fired = []
                while let action = heap.popDue(at: MonotonicTime(nanoseconds: now)) { action() }
                let due = expected.filter { $0.deadline <= now }
                expected.removeAll { $0.deadline <= now }
                let deadlines = Dictionary(
                    uniqueKeysWithValues: due.map { ($0.number, $0.deadline) }
                )
                #expect(Set(fired) == Set(due.map(\.number)), "seed \(seed)")
                #expect(fired.count == due.count, "seed \(seed)")
                let order = fired.compactMap { deadlines[$0] }
                #expect(order == order.sorted(), "seed \(seed)")
            }
            #expect(heap.count == expected.count)
            #expect(heap.nextDeadline?.nanoseconds == expected.map(\.deadline).min())
        }
    }
}
