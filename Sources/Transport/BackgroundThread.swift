internal import CShims

/// What a thread says of itself that works in the background.
public enum BackgroundThread {
    /// Lets every other thread go before the calling one, for good.
    ///
    /// The kernel takes a thread that answers calls as soon as it has something to do, and gives this one
    /// what is left.
    public static func yieldToOthers() {
        // Where it is forbidden, the thread works like any other.
        _ = shim_yield_to_others()
    }

    /// Time of the processor that the calling thread has taken.
    public static var processorTime: Duration {
        .nanoseconds(Int64(clamping: shim_thread_nanoseconds()))
    }
}
