import Foundation
import Messages

/// The example call: a customer cannot reach the company VPN since a router swap.
enum ExampleCall {
    /// 2026-11-19 16:40 in New York.
    static let startMilliseconds: Int64 = 1_795_124_400_000
    static let zone = "America/New_York"

    static let reply = GetCallReply(
        summary: CallSummary(
            callID: "vpn-1",
            caller: "+1 555 0134",
            customer: "88123",
            language: "en-US",
            timeZone: zone,
            startedAtMs: startMilliseconds,
            lastAtMs: startMilliseconds + 420_000,
            phase: .ended,
            outcome: .escalated,
            tree: "vpn",
            release: 1,
            turns: 13,
            endedSequence: 1,
            queue: "network",
            node: "vpn/blocked"
        ),
        facts: [
            measured(
                "product.name",
                "CompanyVPN Client",
                "product CompanyVPN Client",
                "asset-database"
            ),
            measured("product.version", "4.2.1", "version 4.2.1", "asset-database"),
            measured("product.platform", "Windows 11", "platform Windows 11", "asset-database"),
            said(
                "symptom.message",
                "Connection timed out",
                "client shows \"Connection timed out\" after 30 seconds",
                turn: 6,
                "it just sits there and then says connection timed out after like thirty seconds"
            ),
            said(
                "symptom.since",
                "2026-11-18",
                "since 2026-11-18",
                turn: 1,
                "since i swapped my router yesterday"
            ),
            inferred(
                "symptom.internet",
                "general internet works on the same network",
                "general internet works on the same network",
                "vpn/internet"
            ),
            said(
                "environment.router",
                "TP-Link AX73",
                "new router TP-Link AX73",
                turn: 2,
                "its a t p link a x seventy three"
            ),
            said("environment.provider", "Comcast", "ISP Comcast", turn: 4, "comcast"),
            said(
                "environment.previous-router",
                "Netgear R7000",
                "previous router Netgear R7000 (worked)",
                turn: 3,
                "the old one was a netgear r seven thousand and it worked fine"
            ),
            said(
                "test.internet",
                "Working",
                "Internet: Working ✓",
                mark: "✓",
                turn: 5,
                "yeah websites load fine"
            ),
            said(
                "test.vpn-cellular",
                "Working",
                "VPN on cellular: Working ✓",
                mark: "✓",
                turn: 8,
                "yeah over the phones hotspot it connects"
            ),
            inferred(
                "test.vpn-home",
                "Failed",
                "VPN on home WiFi: Failed ✗",
                mark: "✗",
                "vpn/message"
            ),
            said(
                "test.firewall",
                "default settings",
                "Router firewall: default settings, no custom rules",
                turn: 10,
                "i never touched it its all default"
            ),
            measured("test.port-443", "open", "Port 443: open", "network-probe"),
            measured(
                "test.udp-1194",
                "blocked",
                "UDP port 1194 (OpenVPN): blocked",
                "network-probe"
            ),
            said(
                "fix.port-forwarding",
                "unable",
                "walked through the router's admin panel; the customer could not find the firewall "
                    + "settings (unfamiliar interface)",
                turn: 11,
                "im on the admin page but i cant find any firewall settings it looks nothing like "
                    + "the old one"
            ),
            availability,
            said(
                "context.trigger",
                "router replacement",
                "trigger: router replacement",
                turn: 1,
                "since i swapped my router yesterday"
            ),
        ],
        notObtained: [
            FactView(
                fact: Fact(
                    key: "context.previous-port-forwarding",
                    provenance: Provenance(
                        source: .said,
                        turn: 9,
                        quote: "no idea sorry",
                        atMs: at(turn: 9),
                        confidence: 1
                    ),
                    notObtained: .didNotKnow
                ),
                section: "context",
                label: "port forwarding on the previous router"
            )
        ],
        conclusion: Conclusion(
            issue: "VPN connection fails from home network after router replacement",
            product: "CompanyVPN Client v4.2.1 on Windows 11",
            diagnosis: "the new router blocks UDP 1194 (OpenVPN); a port forwarding rule for UDP "
                + "1194 is needed",
            confidence: 0.9,
            recommendation: "guide the customer to the TP-Link AX73's firewall, port forwarding, "
                + "UDP 1194",
            minutes: 5,
            queue: "network",
            priority: 3,
            articles: [
                ArticleReference(id: "port-forwarding", title: "What port forwarding is"),
                ArticleReference(id: "vpn-ports", title: "Ports that the company VPN uses"),
            ],
            node: "vpn/blocked"
        ),
        absent: [
            FactView(
                fact: Fact(key: "environment.firmware"),
                section: "environment",
                label: "router firmware"
            )
        ]
    )

    /// "im here now or tomorrow between nine and noon eastern".
    private static var availability: FactView {
        let nine: Int64 = 1_795_183_200_000
        var view = said(
            "customer.availability",
            "now; tomorrow 9 AM to 12 PM Eastern",
            "availability: now; tomorrow 9 AM to 12 PM Eastern",
            turn: 12,
            "im here now or tomorrow between nine and noon eastern"
        )
        view.fact?.value?.kind = .windows
        view.fact?.value?.windows = [
            TimeWindow(startMs: at(turn: 12), zone: zone),
            TimeWindow(startMs: nine, endMs: nine + 3 * 3_600_000, zone: zone),
        ]
        return view
    }

    /// Turns are half a minute apart.
    static func at(turn: UInt32) -> Int64 { startMilliseconds + Int64(turn) * 30_000 }

    static func said(
        _ key: String,
        _ text: String,
        _ line: String,
        mark: String = "",
        turn: UInt32,
        _ quote: String
    ) -> FactView {
        view(
            key,
            text,
            line,
            mark,
            Provenance(source: .said, turn: turn, quote: quote, atMs: at(turn: turn), confidence: 1)
        )
    }

    static func measured(
        _ key: String,
        _ text: String,
        _ line: String,
        mark: String = "",
        _ system: String
    ) -> FactView {
        view(
            key,
            text,
            line,
            mark,
            Provenance(source: .measured, system: system, atMs: at(turn: 1), confidence: 1)
        )
    }

    static func inferred(
        _ key: String,
        _ text: String,
        _ line: String,
        mark: String = "",
        _ node: String
    ) -> FactView {
        view(
            key,
            text,
            line,
            mark,
            Provenance(source: .inferred, turn: 6, atMs: at(turn: 6), node: node, confidence: 1)
        )
    }

    private static func view(
        _ key: String,
        _ text: String,
        _ line: String,
        _ mark: String,
        _ provenance: Provenance
    ) -> FactView {
        FactView(
            fact: Fact(key: key, value: FactValue(key: text, text: text), provenance: provenance),
            section: String(key.prefix { $0 != "." }),
            label: key,
            line: line,
            mark: mark
        )
    }
}
