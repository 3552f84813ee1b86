internal import CShims
internal import Glibc

/// Signals, delivered as calls on a loop.
///
/// Made first thing in `main`, on the main thread: the signals are blocked there, and every thread
/// that starts later inherits that, so that none is ever interrupted by them.
public final class SignalSource: @unchecked Sendable {
    /// The signals that a service listens to.
    public enum Signal: Int32, Sendable, CaseIterable {
        /// Ctrl-C.
        case interrupt = 2
        /// Asked to end.
        case terminate = 15
        /// Asked to read its settings again.
        case hangUp = 1
    }

    private let descriptor: Int32
    private let loop: EventLoop
    private let handler: (Signal) -> Void
    private var registration: RegistrationID?

    /// Blocks the signals in the calling thread and calls `handler` on `loop` for each one that
    /// comes.
    public init(
        _ signals: [Signal] = Signal.allCases,
        loop: EventLoop,
        handler: @escaping @Sendable (Signal) -> Void
    ) throws(TransportError) {
        self.loop = loop
        self.handler = handler
        let numbers = signals.map(\.rawValue)
        descriptor = try systemCall("signalfd", on: "\(signals)") {
            unsafe shim_signal_descriptor(numbers, Int32(numbers.count))
        }
        loop.execute { [self] in
            do throws(TransportError) {
                registration = try loop.register(
                    self,
                    descriptor: descriptor,
                    events: EPOLLIN.rawValue
                )
            } catch {
                fatalError("\(error): signals cannot be received")
            }
        }
    }

    deinit { close(descriptor) }
}

extension SignalSource: EventSource {
    func ready(_ readiness: Readiness) {
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        while unsafe read(descriptor, &information, size) == size {
            guard let signal = Signal(rawValue: Int32(information.ssi_signo)) else { continue }
            handler(signal)
        }
    }
}
