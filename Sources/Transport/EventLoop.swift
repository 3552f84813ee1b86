internal import CShims
internal import Dispatch
internal import Glibc
internal import Synchronization

/// One thread that waits for sockets, timers and work from other threads, and runs what is due.
///
/// Everything on a loop runs on its thread, one thing at a time, so nothing on it needs a lock.
/// Only ``execute(_:)``, ``isCurrent`` and ``shutDown()`` may be called from elsewhere.
///
/// epoll is used level-triggered: a socket is read once a turn, and what was left is reported
/// again, so one busy connection cannot keep the others waiting and no wake-up can be lost. Its one
/// extra cost, a system call when interest changes, is paid only when a socket stalls.
@safe
public final class EventLoop: @unchecked Sendable {
    /// Bytes read from one socket in a turn; the buffer is shared by all connections of the loop.
    static let readBufferBytes = 128 * 1_024
    private static let eventsPerTurn = 256

    // From any thread.
    private let tasks = Locked<[@Sendable () -> Void]>([])
    private let isAsleep = Atomic<Bool>(false)
    private let isStopping = Atomic<Bool>(false)
    private let threadIdentity = Atomic<UInt>(0)
    private let epollDescriptor: Int32
    private let wakeDescriptor: Int32
    private let thread = Locked<pthread_t?>(nil)

    // On the loop's thread only.
    let readBuffer: UnsafeMutableRawBufferPointer
    private let events: UnsafeMutableBufferPointer<epoll_event>
    private var registrations: [Registration] = []
    private var freeRegistrations: [Int] = []
    private var timers = TimerHeap()
    private var unflushed: [Connection] = []
    private var runningTasks: [@Sendable () -> Void] = []
    private var currentTime = MonotonicTime.now

    private struct Registration {
        var generation: UInt32 = 0
        var source: (any EventSource)?
    }

    /// The wake-up descriptor has no registration; this number stands for it.
    private static let wakeData = UInt64.max

    /// Starts a thread with the given name (at most 15 characters are shown by the system).
    public init(name: String) throws(TransportError) {
        epollDescriptor = try systemCall("epoll_create1", on: name) {
            epoll_create1(Int32(EPOLL_CLOEXEC))
        }
        do throws(TransportError) {
            wakeDescriptor = try systemCall("eventfd", on: name) {
                eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
            }
        } catch {
            close(epollDescriptor)
            throw error
        }
        unsafe readBuffer = .allocate(byteCount: Self.readBufferBytes, alignment: 16)
        unsafe events = .allocate(capacity: Self.eventsPerTurn)
        unsafe events.initialize(repeating: epoll_event())
        // Edge-triggered: each write to the eventfd reports it once, so it never has to be read.
        try systemCall("epoll_ctl", on: name) { [epollDescriptor, wakeDescriptor] in
            shim_epoll_control(
                epollDescriptor,
                EPOLL_CTL_ADD,
                wakeDescriptor,
                EPOLLIN.rawValue | UInt32(shim_edge_triggered),
                Self.wakeData
            )
        }
        try startThread(name: name)
    }

    deinit {
        close(epollDescriptor)
        close(wakeDescriptor)
        unsafe readBuffer.deallocate()
        unsafe events.deallocate()
    }

    // MARK: From any thread

    /// Runs `task` on the loop's thread, soon and in order.
    ///
    /// Many tasks cost one wake-up.
    public func execute(_ task: @escaping @Sendable () -> Void) {
        tasks.withLock { $0.append(task) }
        wakeIfAsleep()
    }

    /// Runs `body` on the loop's thread and waits for its result; at once when the caller is there.
    public func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
        guard !isCurrent else { return body() }
        let slot = ResultSlot<Result>()
        execute { slot.fill(body()) }
        return slot.wait()
    }

    /// Whether the caller runs on this loop's thread.
    public var isCurrent: Bool {
        threadIdentity.load(ordering: .relaxed) == UInt(pthread_self())
    }

    /// Traps when the caller does not run on this loop's thread.
    public func preconditionIsCurrent() {
        guard isCurrent else { fatalError("a loop's state was used from another thread") }
    }

    /// Ends the thread after the tasks already queued, and waits for that.
    ///
    /// Not to be called on the loop.
    public func shutDown() {
        guard !isCurrent else { fatalError("a loop cannot wait for its own end") }
        if let joinable = requestEnd() { pthread_join(joinable, nil) }
    }

    /// Ends the thread after the tasks already queued, without waiting for that.
    public func stop() {
        if let joinable = requestEnd() { pthread_detach(joinable) }
    }

    /// Returns the thread to whoever asks first.
    private func requestEnd() -> pthread_t? {
        isStopping.store(true, ordering: .sequentiallyConsistent)
        wakeIfAsleep()
        return thread.withLock { thread in
            let joinable = thread
            thread = nil
            return joinable
        }
    }

    private func wakeIfAsleep() {
        // The loop says that it is asleep before it looks at the queue for the last time: either it sees
        // the new task there, or its word is seen here.
        guard isAsleep.exchange(false, ordering: .sequentiallyConsistent) else { return }
        var one: UInt64 = 1
        while unsafe write(wakeDescriptor, &one, 8) < 0 && errno == EINTR {}
    }

    // MARK: On the loop

    /// The time at which this turn of the loop began.
    public var now: MonotonicTime { currentTime }

    /// Runs `action` on the loop at `deadline`, or in the next turn when that has passed.
    @discardableResult
    public func schedule(at deadline: MonotonicTime, _ action: @escaping () -> Void) -> TimerID {
        preconditionIsCurrent()
        return timers.insert(at: deadline, action)
    }

    /// Drops a timer; does nothing when it has fired.
    public func cancel(_ timer: TimerID) {
        preconditionIsCurrent()
        timers.cancel(timer)
    }

    /// Writes the connection's output at the end of the turn.
    func flushLater(_ connection: Connection) {
        unflushed.append(connection)
    }

    func register(
        _ source: any EventSource,
        descriptor: Int32,
        events: UInt32
    ) throws(TransportError) -> RegistrationID {
        preconditionIsCurrent()
        let slot: Int
        if let free = freeRegistrations.popLast() {
            slot = free
        } else {
            slot = registrations.count
            registrations.append(Registration())
        }
        let id = RegistrationID(slot: UInt32(slot), generation: registrations[slot].generation)
        do throws(TransportError) {
            try control(EPOLL_CTL_ADD, descriptor, events, id)
        } catch {
            freeRegistrations.append(slot)
            throw error
        }
        registrations[slot].source = source
        return id
    }

    func setInterest(_ events: UInt32, descriptor: Int32, id: RegistrationID) {
        do throws(TransportError) {
            try control(EPOLL_CTL_MOD, descriptor, events, id)
        } catch {
            fatalError("\(error): a registered descriptor cannot be changed")
        }
    }

    /// Forgets the source; events of it that are already reported in this turn are dropped.
    func deregister(descriptor: Int32, id: RegistrationID) {
        let slot = Int(id.slot)
        guard slot < registrations.count, registrations[slot].generation == id.generation else {
            fatalError("a registration was removed twice")
        }
        registrations[slot] = Registration(generation: id.generation &+ 1)
        freeRegistrations.append(slot)
        do throws(TransportError) {
            try control(EPOLL_CTL_DEL, descriptor, 0, id)
        } catch {
            fatalError("\(error): a registered descriptor cannot be removed")
        }
    }

    private func control(
        _ operation: Int32,
        _ descriptor: Int32,
        _ events: UInt32,
        _ id: RegistrationID
    ) throws(TransportError) {
        try systemCall("epoll_ctl", on: "descriptor \(descriptor)") {
            shim_epoll_control(epollDescriptor, operation, descriptor, events, id.rawValue)
        }
    }

    // MARK: The thread

    private func startThread(name: String) throws(TransportError) {
        let context = unsafe Unmanaged.passRetained(ThreadStart(loop: self, name: name))
        var identity = pthread_t()
        let code = unsafe pthread_create(
            &identity,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                // Signals are for the thread that asked for them; a loop takes none.
                shim_block_all_signals()
                unsafe start.name.withCString { unsafe shim_name_thread($0) }
                start.loop.run()
                return nil
            },
            context.toOpaque()
        )
        guard code == 0 else {
            unsafe context.release()
            throw TransportError("pthread_create", name, .system(code))
        }
        thread.withLock { $0 = identity }
    }

    private func run() {
        threadIdentity.store(UInt(pthread_self()), ordering: .relaxed)
        while !isStopping.load(ordering: .relaxed) {
            let count = wait()
            currentTime = .now
            runTasks()
            for index in 0..<count { unsafe dispatch(events[index]) }
            fireTimers()
            flushConnections()
        }
        runTasks()
        flushConnections()
        // What is still here refers to the loop, and the loop to it: let go, so that both can be freed.
        registrations.removeAll()
        timers = TimerHeap()
    }

    /// Sleeps until something is due; returns how many events were reported.
    private func wait() -> Int {
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        let hasTasks = tasks.withLock { !$0.isEmpty }
        let stops = isStopping.load(ordering: .sequentiallyConsistent)
        let timeout = hasTasks || stops ? 0 : millisecondsToNextTimer()
        let count = unsafe epoll_wait(
            epollDescriptor,
            events.baseAddress,
            Int32(Self.eventsPerTurn),
            timeout
        )
        isAsleep.store(false, ordering: .sequentiallyConsistent)
        guard count < 0 else { return Int(count) }
        guard errno == EINTR else { fatalError("epoll_wait failed with errno \(errno)") }
        return 0
    }

    private func millisecondsToNextTimer() -> Int32 {
        guard let deadline = timers.nextDeadline else { return -1 }
        // Rounded up: waking before the timer is due would only mean to sleep again.
        let nanoseconds = deadline.nanoseconds(since: .now)
        return Int32(clamping: nanoseconds / 1_000_000 + (nanoseconds % 1_000_000 == 0 ? 0 : 1))
    }

    private func runTasks() {
        // The two arrays change places, so their storage is used again.
        tasks.withLock { swap(&$0, &runningTasks) }
        for task in runningTasks { task() }
        runningTasks.removeAll(keepingCapacity: true)
    }

    private func dispatch(_ event: epoll_event) {
        let data = unsafe event.data.u64
        guard data != Self.wakeData else { return }
        let id = RegistrationID(rawValue: data)
        let registration = registrations[Int(id.slot)]
        // A source that was removed earlier in this turn, or whose place is taken by another one.
        guard registration.generation == id.generation, let source = registration.source else {
            return
        }
        unsafe source.ready(Readiness(rawValue: event.events))
    }

    private func fireTimers() {
        while let action = timers.popDue(at: currentTime) { action() }
    }

    private func flushConnections() {
        guard !unflushed.isEmpty else { return }
        let connections = unflushed
        unflushed.removeAll(keepingCapacity: true)
        for connection in connections { connection.flush() }
    }
}

/// Carries one result from a loop to the thread that waits for it.
private final class ResultSlot<Value: Sendable>: Sendable {
    private let value = Locked<Value?>(nil)
    private let filled = DispatchSemaphore(value: 0)

    func fill(_ result: Value) {
        value.withLock { $0 = result }
        filled.signal()
    }

    func wait() -> Value {
        while true {
            filled.wait()
            if let result = value.withLock({ $0 }) { return result }
        }
    }
}

private final class ThreadStart {
    let loop: EventLoop
    let name: String

    init(loop: EventLoop, name: String) {
        self.loop = loop
        self.name = name
    }
}

/// What the loop tells when a descriptor is ready.
protocol EventSource: AnyObject {
    func ready(_ readiness: Readiness)
}

/// What epoll reports of a descriptor.
struct Readiness: OptionSet {
    let rawValue: UInt32

    static let input = Readiness(rawValue: EPOLLIN.rawValue)
    static let output = Readiness(rawValue: EPOLLOUT.rawValue)
    static let error = Readiness(rawValue: EPOLLERR.rawValue)
    static let hangUp = Readiness(rawValue: EPOLLHUP.rawValue)
}

/// A place in the loop's table and how often it has been used before.
struct RegistrationID: Equatable {
    let slot: UInt32
    let generation: UInt32

    init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }

    init(rawValue: UInt64) {
        slot = UInt32(truncatingIfNeeded: rawValue)
        generation = UInt32(truncatingIfNeeded: rawValue >> 32)
    }

    var rawValue: UInt64 { UInt64(generation) << 32 | UInt64(slot) }
}
