package import LMDB
package import Messages

extension Environment {
    /// The disk that it lies on, for Status; all data of a server is in one folder.
    package var diskGauges: [Gauge] {
        guard let disk = try? disk() else { return [] }
        return [
            Gauge(name: "disk_bytes", value: Double(disk.bytes)),
            Gauge(name: "disk_free_bytes", value: Double(disk.freeBytes)),
        ]
    }

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
