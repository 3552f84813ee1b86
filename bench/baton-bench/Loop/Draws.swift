/// Random numbers of one purpose: the same for the same seed and purpose, whatever was drawn for others.
///
/// Both runs of a simulation draw by purpose, such as a call and a fact, so that their customers and
/// engineers are the same and only the trees differ.
struct Draws: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64, _ purpose: String...) {
        // FNV-1a over the parts, each ended by a zero.
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ 0xCBF2_9CE4_8422_2325
        for part in purpose {
            for byte in part.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
            state = (state ^ 0xFF) &* 0x100_0000_01B3
        }
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 up to 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something of this probability happens.
    mutating func happens(_ probability: Double) -> Bool { share() < probability }

    /// A number between two bounds.
    mutating func number(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * share()
    }

    /// One of some values, which are not none.
    mutating func one<Value>(of values: [Value]) -> Value {
        values[Int(share() * Double(values.count))]
    }

    /// The index of a weight, drawn by the weights.
    mutating func index(by weights: [Double]) -> Int {
        var left = share() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }
}
