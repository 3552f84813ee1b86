internal import Language

/// Trains multinomial logistic regression over sparse features by AdaGrad, one example after another.
struct AnswerTrainer {
    /// An example as the model sees it.
    struct Sample {
        var rows: [UInt32]
        let label: AnswerExample.Label
        var weight: Float
        /// The node that was asked.
        let node: Int
    }

    private static let rate: Float = 0.1
    private static let epochs = 10
    /// The pull of a weight towards 0, shared among the examples that have its feature.
    private static let decay: Float = 3
    /// A feature counts when this many nodes have it: one of fewer nodes learns what is mostly answered there.
    private static let fewestNodes = 5
    /// How far the two sides of a node are brought to the same weight, for the same reason.
    private static let balances: ClosedRange<Float> = 0.3...2
    /// Answers that each side of a node is supposed to have had before it was counted.
    private static let balanceCount: Float = 5

    /// The weights of all rows, three of each: yes, no, neutral.
    private(set) var weights: [Float]

    /// Trains on samples; the same samples give the same weights.
    init(_ samples: [Sample]) {
        let rows = 1 << AnswerModel.bits
        let samples = Self.general(Self.balanced(samples), rows: rows)
        weights = [Float](repeating: 0, count: 3 * rows)
        var squares = [Float](repeating: 1e-8, count: 3 * rows)
        var decays = [Float](repeating: 0, count: rows)
        for sample in samples { for row in sample.rows { decays[Int(row)] += 1 } }
        for row in decays.indices where decays[row] > 0 { decays[row] = Self.decay / decays[row] }
        var order = Array(samples.indices)
        var generator = SplitMix(state: 1)
        for _ in 0..<Self.epochs {
            order.shuffle(using: &generator)
            for index in order { learn(samples[index], decays, &squares) }
        }
    }

    private mutating func learn(_ sample: Sample, _ decays: [Float], _ squares: inout [Float]) {
        let scores = AnswerScores(sums: Self.sums(sample.rows, weights), temperature: 1)
        for (label, chance) in [scores.yes, scores.no, scores.neutral].enumerated() {
            let error = sample.weight * (chance - (label == sample.label.rawValue ? 1 : 0))
            for row in sample.rows {
                let place = 3 * Int(row) + label
                let slope = error + decays[Int(row)] * weights[place]
                squares[place] += slope * slope
                weights[place] -= Self.rate * slope / squares[place].squareRoot()
            }
        }
    }

    /// The sums of the weights of some rows.
    static func sums(_ rows: [UInt32], _ weights: [Float]) -> (Float, Float, Float) {
        var sums: (Float, Float, Float) = (0, 0, 0)
        for row in rows {
            let place = 3 * Int(row)
            sums.0 += weights[place]
            sums.1 += weights[place + 1]
            sums.2 += weights[place + 2]
        }
        return sums
    }

    /// The samples without the features that only few nodes have.
    private static func general(_ samples: [Sample], rows: Int) -> [Sample] {
        var nodes = [Set<Int>](repeating: [], count: rows)
        for sample in samples {
            for row in sample.rows { nodes[Int(row)].insert(sample.node) }
        }
        return samples.map { sample in
            var sample = sample
            sample.rows.removeAll { nodes[Int($0)].count < fewestNodes }
            return sample
        }
    }

    /// The samples with the sides of each node brought nearer to one weight.
    private static func balanced(_ samples: [Sample]) -> [Sample] {
        var counts: [Int: (yes: Float, no: Float)] = [:]
        for sample in samples {
            switch sample.label {
            case .yes: counts[sample.node, default: (0, 0)].yes += sample.weight
            case .no: counts[sample.node, default: (0, 0)].no += sample.weight
            case .neutral: break
            }
        }
        return samples.map { sample in
            guard sample.label != .neutral, let count = counts[sample.node] else { return sample }
            var sample = sample
            let own = sample.label == .yes ? count.yes : count.no
            let share = ((count.yes + count.no) / 2 + balanceCount) / (own + balanceCount)
            sample.weight *= min(max(share, balances.lowerBound), balances.upperBound)
            return sample
        }
    }
}

/// Random numbers that are the same on each run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
