internal import RPC

extension Status {
    /// The handoff is asked for and not made yet.
    static func awaited(_ callID: String) -> Status {
        Status(
            .failedPrecondition,
            "the handoff of call \(callID) is asked for and not made yet, since baton-diagnosisd "
                + "did not answer: try again when it does"
        )
    }
}
