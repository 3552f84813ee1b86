package import LMDB
package import Messages

extension Environment {
    /// How full it is, and its records by database, for Status.
    package func gauges(named name: String) -> [Gauge] {
        guard let statistics = try? statistics() else { return [] }
        let sizes = [
            Gauge(name: "\(name)_used_bytes", value: Double(statistics.usedBytes)),
            Gauge(name: "\(name)_free_bytes", value: Double(statistics.freeBytes)),
            Gauge(name: "\(name)_map_bytes", value: Double(statistics.mapSizeBytes)),
        ]
        return sizes
            + statistics.entries.sorted { $0.key < $1.key }.map { database, count in
                Gauge(name: "\(name)_records_\(database)", value: Double(count))
            }
    }
}
