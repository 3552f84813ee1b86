internal import Foundation

/// Who works.
enum Person {
    /// $USER; nil where it is not set.
    private static var user: String? {
        let name = ProcessInfo.processInfo.environment["USER"] ?? ""
        return name.isEmpty ? nil : name
    }

    /// A name as it was given, else $USER, else the account's; none where the server knows one by the token.
    ///
    /// - Parameters:
    ///   - option: The option by which it is given.
    ///   - hasToken: Whether a token goes with the request.
    static func named(_ given: String?, _ option: String, hasToken: Bool) throws -> String {
        let name = given ?? (hasToken ? "" : user ?? NSUserName())
        guard !name.isEmpty || hasToken else {
            throw CommandFailure("it is not known who you are: give \(option) NAME, or set $USER")
        }
        return name
    }
}
