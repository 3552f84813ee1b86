import Foundation
import Messages
import TestSupport
import Testing

@testable import Handoff

/// The example's handoff against forms written by hand.
@Suite struct RendererTests {
    private let record = HandoffRecord(
        of: ExampleCall.reply,
        assembledAtMilliseconds: ExampleCall.startMilliseconds + 421_000
    )

    @Test func `the text form is not what the example says, field by field`() throws {
        let reply = try record.rendered(as: .text, evidence: false)
        let rule = String(repeating: "─", count: 100)
        let expected = """
            Handoff vpn-1, escalated, queue network, priority 3
            caller +1 555 0134, customer 88123, 2026-11-19 16:40 America/New_York
            \(rule)
            Issue                  VPN connection fails from home network after router replacement
            Product                CompanyVPN Client v4.2.1 on Windows 11
            Symptoms               client shows "Connection timed out" after 30 seconds
                                   since 2026-11-18
                                   general internet works on the same network
            Environment            new router TP-Link AX73
                                   ISP Comcast
                                   previous router Netgear R7000 (worked)
            Diagnostics completed  Internet: Working ✓
                                   VPN on cellular: Working ✓
                                   VPN on home WiFi: Failed ✗
                                   Router firewall: default settings, no custom rules
                                   Port 443: open
                                   UDP port 1194 (OpenVPN): blocked
            Preliminary diagnosis  the new router blocks UDP 1194 (OpenVPN); a port forwarding rule for UDP 1194
                                     is needed
                                   confidence 90%; articles port-forwarding, vpn-ports
            Fix attempted          walked through the router's admin panel; the customer could not find the
                                     firewall settings (unfamiliar interface)
            Recommendation         guide the customer to the TP-Link AX73's firewall, port forwarding, UDP 1194;
                                     about 5 minutes
            Customer availability  now; tomorrow 9 AM to 12 PM Eastern
            Not obtained           port forwarding on the previous router: the customer did not know

            """
        #expect(reply.document == expected)
        #expect(reply.document.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(Int(reply.words) == 171)
        #expect(reply.words <= 180)
        // However they are counted.
        #expect(reply.document.split(whereSeparator: \.isWhitespace).count <= 180)
        #expect(Int(reply.readingSeconds) == 43)
    }

    @Test func `a handoff in German is worded in English`() throws {
        var call = ExampleCall.reply
        call.summary?.language = "de-DE"
        call.notObtained[0].fact?.notObtained = .timedOut
        call.notObtained[0].fact?.provenance?.system = "network-probe"
        let record = HandoffRecord(
            of: call,
            assembledAtMilliseconds: ExampleCall.startMilliseconds + 421_000
        )
        let document = try record.rendered(as: .text, evidence: true).document
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for line in [
            "Übergabe vpn-1, weitergegeben, Warteschlange network, Priorität 3",
            "Anrufer +1 555 0134, Kunde 88123, 19.11.2026 16:40 America/New_York",
            "Vorläufige Diagnose ", "Sicherheit 90 %; Artikel port-forwarding, vpn-ports",
            "etwa 5 Minuten", "das System network probe hat nicht rechtzeitig geantwortet",
            "— gesagt in Runde 5: \"yeah websites load fine\"",
            "— von network-probe, 19.11.2026 16:40:30 America/New_York",
            "— abgeleitet bei vpn/message", "— Zeitraum ab 19.11.2026 16:46 America/New_York",
            "— Zeitraum 20.11.2026 09:00 bis 12:00 America/New_York",
        ] {
            #expect(document.contains(line), "\(line)")
        }
        // Programs know fields and moments by one name.
        let json = try record.rendered(as: .json, evidence: true).document
        #expect(json.contains("\"label\" : \"Preliminary diagnosis\""))
        #expect(json.contains("2026-11-19T16:40:30-05:00"))
        #expect(try record.rendered(as: .html, evidence: false).document.contains("lang=\"de-DE\""))
    }

    @Test
    func `what a system did not tell takes a line each, or is mixed with what another did not`()
        throws
    {
        var call = ExampleCall.reply
        call.summary?.language = "de-DE"
        func missing(_ label: String, _ reason: NotObtained, _ system: String) -> FactView {
            let measured = Provenance(source: .measured, system: system, atMs: 1)
            let said = Provenance(source: .said, turn: 2, quote: label)
            let fact = Fact(
                key: "test." + label,
                provenance: system.isEmpty ? said : measured,
                notObtained: reason
            )
            return FactView(fact: fact, label: label)
        }
        call.notObtained = [
            missing("A", .callEnded, "probe"), missing("B", .timedOut, "probe"),
            missing("C", .callEnded, "probe"), missing("D", .callEnded, "crm"),
            missing("E", .didNotKnow, ""), missing("F", .didNotKnow, ""),
        ]
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(record.notObtained.map(\.label) == ["A", "B", "C", "D", "E", "F"])
        let field = Page(record, evidence: true).fields.first { $0.label == "Nicht ermittelt" }
        #expect(
            field?.lines.map(\.text) == [
                "A, C: der Anruf endete, bevor das System probe geantwortet hat",
                "B: das System probe hat nicht rechtzeitig geantwortet",
                "D: der Anruf endete, bevor das System crm geantwortet hat",
                "E: der Kunde wusste es nicht", "F: der Kunde wusste es nicht",
            ]
        )
        #expect(field?.lines.map(\.evidence.count) == [1, 1, 1, 1, 1])
    }

    @Test func `a line does not say where it comes from`() throws {
        let document = try record.rendered(as: .text, evidence: true).document
        for line in [
            "— said in turn 5: \"yeah websites load fine\"",
            "— from network-probe, 2026-11-19 16:40:30 America/New_York",
            "— derived by vpn/message",
            "— window from 2026-11-19 16:46 America/New_York",
            "— window 2026-11-20 09:00 to 12:00 America/New_York",
            "— said in turn 9: \"no idea sorry\"",
        ] {
            #expect(document.contains(line), "\(line)")
        }
    }

    @Test func `the Markdown form is not what people paste into tickets`() throws {
        let reply = try record.rendered(as: .markdown, evidence: true)
        #expect(reply.mediaType == "text/markdown; charset=utf-8")
        #expect(
            reply.document.hasPrefix(
                """
                # Handoff vpn-1

                escalated · queue network · priority 3 · caller +1 555 0134 · customer 88123 · \
                2026-11-19 16:40 America/New\\_York

                **Issue**

                - VPN connection fails from home network after router replacement
                  - _said in turn 1: "since i swapped my router yesterday"_
                  - _derived by vpn/blocked_

                **Product**

                """
            )
        )
    }

    @Test func `what a customer says becomes markup or steers the terminal`() throws {
        var call = ExampleCall.reply
        let hostile = "<script>alert('x')</script> & \"y\" \u{1B}[31m\u{202E}[a](b) *z*\n# top"
        call.conclusion?.issue = hostile
        call.facts[7].line = hostile
        call.facts[7].fact?.provenance?.quote = hostile
        call.summary?.caller = hostile
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 0)
        let html = try record.rendered(as: .html, evidence: true).document
        #expect(!html.contains("<script"))
        #expect(
            html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;")
        )
        let markdown = try record.rendered(as: .markdown, evidence: true).document
        #expect(!markdown.contains("<script") || markdown.contains("\\<script\\>"))
        #expect(markdown.contains("\\[a\\](b) \\*z\\* \\# top"))
        for format in [Format.text, .markdown, .html] {
            let document = try record.rendered(as: format, evidence: true).document
            #expect(!document.contains("\u{1B}") && !document.contains("\u{202E}"), "\(format)")
            #expect(!document.contains("\n# top"), "\(format)")
        }
    }

    @Test func `the page needs something from elsewhere`() throws {
        let html = try record.rendered(as: .html, evidence: true).document
        for part in ["http:", "https:", "src=", "<link", "url("] {
            #expect(!html.contains(part), "\(part)")
        }
        #expect(html.contains("prefers-color-scheme: dark"))
        #expect(html.contains("@media print"))
        #expect(html.contains("<p class=\"fail\">VPN on home WiFi: Failed ✗</p>"))
    }

    @Test(arguments: [
        ("", ["", ""]), ("one two", ["one two"]), ("three four five", ["three four", "  five"]),
        ("abcdefghijklmno p", ["abcdefghij", "  klmno p"]),
    ])
    func `rows are broken in the wrong places`(text: String, rows: [String]) {
        let wanted = text.isEmpty ? [""] : rows
        #expect(TextRenderer.wrapped(text, width: 10, indent: 2) == wanted)
    }

    @Test(arguments: [
        (Int64(0), "UTC", "1970-01-01T00:00:00Z"),
        (951_782_400_000, "UTC", "2000-02-29T00:00:00Z"),
        (1_795_124_400_000, "America/New_York", "2026-11-19T16:40:00-05:00"),
        (1_782_885_600_000, "Asia/Kolkata", "2026-07-01T11:30:00+05:30"),
        (1_782_885_600_000, "No/Where", "2026-07-01T06:00:00Z"),
        (.max, "UTC", "9999-12-31T00:00:00Z"), (.min, "UTC", "1970-01-01T00:00:00Z"),
    ])
    func `a moment is written as another one`(milliseconds: Int64, zone: String, text: String) {
        #expect(Moment(milliseconds: milliseconds, zone: zone).internet == text)
    }
}
