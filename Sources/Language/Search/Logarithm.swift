#if canImport(Glibc)
internal import Glibc
#else
internal import Musl
#endif

/// The functions of the C library that ranking and likelihoods need.
enum Logarithm {
    /// The natural logarithm.
    static func natural(_ value: Double) -> Double { log(value) }

    /// The exponential, its inverse.
    static func exponential(_ value: Double) -> Double { exp(value) }

    /// The natural logarithm.
    static func natural(_ value: Float) -> Float { log(value) }

    /// The exponential, its inverse.
    static func exponential(_ value: Float) -> Float { exp(value) }
}
