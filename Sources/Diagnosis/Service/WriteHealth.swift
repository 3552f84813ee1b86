public import LMDB
public import Logging

extension Logger {
    /// Says that nothing can be stored any more, or that it can again.
    ///
    /// - Parameter what: What is stored, such as calls.
    public func report(_ health: Writer.Health, of what: String) {
        switch health {
        case .good: notice("\(what) are stored again")
        case .degraded(let error):
            self.error(
                "\(what) can't be stored; what was stored stays, and each request tries again",
                metadata: ["why": "\(error)"]
            )
        }
    }
}
