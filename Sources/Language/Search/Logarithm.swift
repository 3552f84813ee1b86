#if canImport(Glibc)
internal import Glibc
#else
internal import Musl
#endif

/// The functions of the C library that ranking needs.
enum Logarithm {
    /// The natural logarithm.
    static func natural(_ value: Double) -> Double { log(value) }

    /// The number whose natural logarithm is given.
    static func exponential(_ value: Double) -> Double { exp(value) }
}
