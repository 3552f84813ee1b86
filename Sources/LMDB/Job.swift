/// A piece of work on its way through the ``Writer``.
///
/// Touched by the writer's thread only, once queued.
class Job: @unchecked Sendable {
    /// Why the work threw; its changes must not be committed then.
    final var failure: (any Error)?

    func run(in transaction: inout WriteTransaction) throws {}

    /// Tells the caller: `commitError` or else what the work came to.
    func complete(_ commitError: StorageError?) {}
}

/// A ``Job`` with the type of what its work returns.
final class TypedJob<Output: Sendable>: Job, @unchecked Sendable {
    private let work: @Sendable (inout WriteTransaction) throws -> Output
    private let completion: @Sendable (Result<Output, any Error>) -> Void
    private var output: Output?

    init(
        work: @escaping @Sendable (inout WriteTransaction) throws -> Output,
        completion: @escaping @Sendable (Result<Output, any Error>) -> Void
    ) {
        self.work = work
        self.completion = completion
    }

    override func run(in transaction: inout WriteTransaction) throws {
        output = try work(&transaction)
    }

    override func complete(_ commitError: StorageError?) {
        if let failure {
            completion(.failure(failure))
        } else if let output, commitError == nil {
            completion(.success(output))
        } else {
            completion(.failure(commitError ?? .closed))
        }
    }
}
