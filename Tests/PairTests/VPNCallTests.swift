import Foundation
import TestSupport
import Testing

/// The main job, on real processes, sockets and files: what the example call must hand over.
@Suite struct VPNCallTests {
    private static let conversations = Programs.starterCatalog + "/conversations"

    private func play(_ conversation: String, on pair: Pair) throws -> HandoffOutput {
        let result = try pair.play("\(Self.conversations)/\(conversation).yaml", as: conversation)
        try #require(result.status == 0, "\(result.output)\(result.errors)")
        return try pair.handoff(of: conversation)
    }

    @Test func `the example call hands over something else than what was said`() throws {
        let handoff = try play("vpn-after-router-swap", on: Pair())
        #expect(
            handoff.issue?.text
                == "VPN connection fails from home network after router replacement"
        )
        #expect(handoff.product?.text == "CompanyVPN Client v4.2.1 on Windows 11")
        #expect(
            handoff.symptoms.map(\.text) == [
                "client shows \"Connection timed out\" after 30 seconds",
                "since 2026-11-18",
                "general internet works on the same network",
            ]
        )
        #expect(
            Set(handoff.environment.map(\.text)) == [
                "new router TP-Link AX73", "ISP Comcast", "previous router Netgear R7000 (worked)",
            ]
        )
        #expect(
            handoff.diagnostics.map(\.text) == [
                "Internet: Working ✓", "VPN on cellular: Working ✓", "VPN on home WiFi: Failed ✗",
                "Router firewall: default settings, no custom rules", "Port 443: open",
                "UDP port 1194 (OpenVPN): blocked",
            ]
        )
        #expect(
            handoff.diagnosis?.text
                == "the new router blocks UDP 1194 (OpenVPN); a port forwarding rule for UDP 1194 is needed"
        )
        #expect(handoff.fixes.count == 1)
        #expect(handoff.fixes.first?.text.contains("admin panel") == true)
        #expect(
            handoff.fixes.first?.text
                .contains("could not find the firewall settings (unfamiliar interface)") == true
        )
        #expect(
            handoff.recommendation?.text.hasPrefix(
                "guide the customer to the TP-Link AX73's firewall, port forwarding, UDP 1194"
            ) == true
        )
        #expect(handoff.minutes == 5)
        #expect(handoff.availability?.text == "now; tomorrow 9 AM to 12 PM Eastern")
        #expect(handoff.windows.map(\.start).last == "2026-11-20T09:00:00-05:00")
        #expect(handoff.windows.map(\.end).last == "2026-11-20T12:00:00-05:00")
        #expect(handoff.windows.allSatisfy { $0.zone == "America/New_York" })
        #expect(
            handoff.notObtained.map(\.text) == [
                "port forwarding on the previous router: the customer did not know"
            ]
        )
        #expect(handoff.superseded.isEmpty)
        #expect(handoff.words <= 180 && handoff.readingSeconds <= 45)
    }

    @Test func `a line of a handoff comes without its evidence`() throws {
        let handoff = try play("vpn-correction", on: Pair())
        for item in handoff.items {
            #expect(!item.evidence.isEmpty, "\(item.text)")
            for evidence in item.evidence {
                switch evidence.source {
                case "said": #expect(!evidence.quote.isEmpty && evidence.turn > 0, "\(item.text)")
                case "measured": #expect(!evidence.system.isEmpty, "\(item.text)")
                default: #expect(["told", "inferred"].contains(evidence.source), "\(item.text)")
                }
            }
        }
        #expect(handoff.superseded.count == 1)
        #expect(handoff.superseded.first?.text.contains("Netgear R7000") == true)
        #expect(handoff.environment.map(\.text).contains("previous router Netgear R6400"))
    }

    @Test func `a variant of the call comes out otherwise on real servers`() throws {
        let pair = try Pair()
        for variant in [
            "vpn-all-in-the-opening", "vpn-question-back", "internet-back-after-restart",
        ] {
            let result = try pair.play("\(Self.conversations)/\(variant).yaml", as: variant)
            #expect(result.status == 0, "\(variant): \(result.output)\(result.errors)")
        }
        let abandoned = try play("vpn-hang-up", on: pair)
        #expect(abandoned.environment.map(\.text).contains("ISP Comcast"))
        #expect(abandoned.notObtained.map(\.text).contains("VPN on cellular: not asked"))
        let person = try play("vpn-wants-a-person", on: pair)
        #expect(person.environment.map(\.text).contains("new router TP-Link AX73"))
        let silent = try play("vpn-silent-probe", on: pair)
        #expect(silent.confidence < 0.9)
        #expect(
            silent.notObtained.map(\.text).contains {
                $0.hasPrefix("UDP port 1194 (OpenVPN): ") && $0.contains("in time")
            }
        )
        let doorbell = try play("doorbell", on: pair)
        #expect(
            doorbell.diagnosis?.text
                == "Issue does not match known patterns. Collected data below for Tier 2 investigation."
        )
        #expect(
            doorbell.symptoms.contains {
                $0.text.contains("drops off") || $0.text.contains("dropping off")
            }
        )
        #expect(pair.diagnosis.stop() == 0)
        #expect(pair.handoff.stop() == 0)
    }
}
