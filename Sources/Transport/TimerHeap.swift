/// Timers in a binary heap that knows where each one stands, so that cancelling removes it at once.
///
/// Cancelled timers left in the heap would pile up under load: most timers here are time-outs that
/// never come.
struct TimerHeap {
    private struct Entry {
        var deadline: MonotonicTime
        var slot: Int
    }

    private struct Slot {
        var generation: UInt32 = 0
        var position = -1
        var action: (() -> Void)?
    }

    private var heap: [Entry] = []
    private var slots: [Slot] = []
    private var freeSlots: [Int] = []

    var count: Int { heap.count }

    /// When the next timer is due; nil when there is none.
    var nextDeadline: MonotonicTime? { heap.first?.deadline }

    mutating func insert(at deadline: MonotonicTime, _ action: @escaping () -> Void) -> TimerID {
        let slot: Int
        if let free = freeSlots.popLast() {
            slot = free
        } else {
            slot = slots.count
            slots.append(Slot())
        }
        slots[slot].action = action
        heap.append(Entry(deadline: deadline, slot: slot))
        slots[slot].position = heap.count - 1
        siftUp(heap.count - 1)
        return TimerID(slot: UInt32(slot), generation: slots[slot].generation)
    }

    /// Removes a timer; does nothing when it has fired or was cancelled.
    mutating func cancel(_ id: TimerID) {
        let slot = Int(id.slot)
        guard slot < slots.count, slots[slot].generation == id.generation,
            slots[slot].position >= 0
        else { return }
        _ = remove(at: slots[slot].position)
    }

    /// Removes the first timer that is due and returns its action; nil when none is due.
    mutating func popDue(at now: MonotonicTime) -> (() -> Void)? {
        guard let first = heap.first, first.deadline <= now else { return nil }
        return remove(at: 0)
    }

    private mutating func remove(at position: Int) -> (() -> Void)? {
        let slot = heap[position].slot
        let last = heap.count - 1
        if position != last { exchange(position, last) }
        heap.removeLast()
        if position < heap.count {
            siftUp(position)
            siftDown(position)
        }
        let action = slots[slot].action
        slots[slot] = Slot(generation: slots[slot].generation &+ 1)
        freeSlots.append(slot)
        return action
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].deadline < heap[parent].deadline else { return }
            exchange(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].deadline < heap[smallest].deadline {
                smallest = child
            }
            guard smallest != parent else { return }
            exchange(parent, smallest)
            parent = smallest
        }
    }

    private mutating func exchange(_ left: Int, _ right: Int) {
        heap.swapAt(left, right)
        slots[heap[left].slot].position = left
        slots[heap[right].slot].position = right
    }
}

/// Names a timer of one loop; a timer that fired or was cancelled is never confused with a later
/// one.
public struct TimerID: Hashable, Sendable {
    let slot: UInt32
    let generation: UInt32
}
