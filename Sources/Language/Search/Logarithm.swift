#if canImport(Glibc)
internal import Glibc
#else
internal import Musl
#endif

/// The one function of the C library that ranking needs.
enum Logarithm {
    /// The natural logarithm.
    static func natural(_ value: Double) -> Double { log(value) }
}
