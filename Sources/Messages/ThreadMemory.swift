internal import Glibc

/// What a thread keeps between messages, so that decoding and encoding need no memory of their own.
///
/// Freed when the thread ends.
@safe
struct ThreadMemory {
    let arena: UnsafeMutablePointer<Arena>
    var writerBlock: ReverseWriter.Block

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let code = unsafe pthread_key_create(&key) { memory in
            let memory = unsafe memory?.assumingMemoryBound(to: ThreadMemory.self)
            guard let memory = unsafe memory else { return }
            unsafe Arena.destroy(memory.pointee.arena)
            unsafe memory.pointee.writerBlock.deallocate()
            unsafe memory.deinitialize(count: 1)
            unsafe memory.deallocate()
        }
        precondition(code == 0, "no thread-specific key is left")
        return key
    }()

    /// The calling thread's memory.
    static var current: UnsafeMutablePointer<ThreadMemory> {
        if let memory = unsafe pthread_getspecific(key) {
            return unsafe memory.assumingMemoryBound(to: ThreadMemory.self)
        }
        let memory = UnsafeMutablePointer<ThreadMemory>.allocate(capacity: 1)
        unsafe memory.initialize(
            to: ThreadMemory(
                arena: Arena.create(),
                writerBlock: .allocate(byteCount: ReverseWriter.keptBytes, alignment: 16)
            )
        )
        let code = unsafe pthread_setspecific(key, memory)
        precondition(code == 0, "no memory for thread-specific data")
        return unsafe memory
    }
}
