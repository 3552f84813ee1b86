internal import Foundation

/// Who works.
enum Person {
    /// $USER; nil where it is not set.
    private static var user: String? {
        let name = ProcessInfo.processInfo.environment["USER"] ?? ""
        return name.isEmpty ? nil : name
    }

    /// A name as it was given, else $USER, else the account's.
    ///
    /// - Parameters:
    ///   - option: The option by which it is given.
    ///   - hasToken: Whether the server knows a name by the token; it takes that one instead of an
    ///     account's where it gets none.
    static func named(_ given: String?, _ option: String, hasToken: Bool = false) throws -> String {
        let name = given ?? user ?? (hasToken ? "" : NSUserName())
        guard !name.isEmpty || hasToken else {
            throw CommandFailure("it is not known who you are: give \(option) NAME, or set $USER")
        }
        return name
    }
}
