internal import Messages

/// A server's counters in the text form that Prometheus reads.
enum PrometheusText {
    static func render(_ counters: ServerCounters, gauges: [Gauge]) -> String {
        var text = ""
        let sum = counters.sum
        let single: [(String, String, String, UInt64)] = [
            ("connections", "gauge", "Open connections.", UInt64(sum.openConnections)),
            (
                "requests_in_flight", "gauge", "Requests that wait for their replies.",
                UInt64(sum.requestsInFlight)
            ),
            ("connections_total", "counter", "Connections accepted.", sum.acceptedConnections),
            (
                "connections_refused_total", "counter", "Connections over the limit.",
                counters.refusedConnections
            ),
            (
                "connections_broken_total", "counter", "Connections that stalled or failed.",
                sum.brokenConnections
            ),
            ("received_bytes_total", "counter", "Bytes received.", sum.receivedBytes),
            ("sent_bytes_total", "counter", "Bytes sent.", sum.sentBytes),
            (
                "ignored_frames_total", "counter", "Frames of a type that is not known.",
                sum.ignoredFrames
            ),
        ]
        for (name, kind, help, value) in single {
            head("baton_rpc_" + name, kind, help, &text)
            text += "baton_rpc_\(name) \(value)\n"
        }
        renderLatencies(counters, &text)
        renderFailures(counters, &text)
        for gauge in gauges {
            head("baton_" + gauge.name, "gauge", "Of the service.", &text)
            text += "baton_\(gauge.name) \(gauge.value)\n"
        }
        return text
    }

    private static func head(_ name: String, _ kind: String, _ help: String, _ text: inout String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    private static func label(_ method: Int, _ counters: ServerCounters) -> String {
        method < counters.methods.count ? counters.methods[method] : "unknown"
    }

    private static func renderLatencies(_ counters: ServerCounters, _ text: inout String) {
        let name = "baton_rpc_request_seconds"
        head(name, "histogram", "Time from reading a request to its reply, by method.", &text)
        for method in counters.sum.requests.indices where counters.sum.requests[method] > 0 {
            let label = label(method, counters)
            var count: UInt64 = 0
            for (bucket, bound) in Counters.latencyBounds.enumerated() {
                count += counters.sum.latencies[method * Counters.bucketCount + bucket]
                let seconds = Double(bound) / 1e9
                text += "\(name)_bucket{method=\"\(label)\",le=\"\(seconds)\"} \(count)\n"
            }
            let total = counters.sum.requests[method]
            let seconds = Double(counters.sum.latencyNanoseconds[method]) / 1e9
            text += "\(name)_bucket{method=\"\(label)\",le=\"+Inf\"} \(total)\n"
            text += "\(name)_sum{method=\"\(label)\"} \(seconds)\n"
            text += "\(name)_count{method=\"\(label)\"} \(total)\n"
        }
    }

    private static func renderFailures(_ counters: ServerCounters, _ text: inout String) {
        let name = "baton_rpc_failures_total"
        head(name, "counter", "Requests answered with a status, by method and code.", &text)
        for method in counters.sum.requests.indices {
            for code in Status.Code.allCases {
                let index = method * Counters.codeCount + Int(code.rawValue)
                let count = counters.sum.failures[index]
                guard count > 0 else { continue }
                let labels = "method=\"\(label(method, counters))\",code=\"\(code.name)\""
                text += "\(name){\(labels)} \(count)\n"
            }
        }
    }
}
