import Foundation
import Messages
import TestSupport
import Testing

@testable import Handoff

/// The JSON form against its published schema.
@Suite struct SchemaTests {
    @Test func `a handoff in JSON is not what the schema promises`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of the schema test: \(seed)")
        var random = SeededGenerator(seed: seed)
        var documents: [Any] = [try json(ExampleCall.reply)]
        for _ in 0..<100 { documents.append(try json(randomCall(using: &random))) }
        let schema = try JSONSerialization.jsonObject(with: Data(HandoffSchema.text.utf8))
        let root = try #require(schema as? [String: Any])
        for document in documents {
            let problems = SchemaCheck(root: root).problems(document, root, at: "$")
            #expect(problems.isEmpty, "seed \(seed): \(problems)")
        }
        try checkWithPython(documents: documents)
    }

    @Test func `times in JSON have no zone`() throws {
        let document = try #require(try json(ExampleCall.reply) as? [String: Any])
        let windows = try #require(document["windows"] as? [[String: String]])
        #expect(
            windows == [
                ["start": "2026-11-19T16:46:00-05:00", "zone": "America/New_York"],
                [
                    "start": "2026-11-20T09:00:00-05:00", "end": "2026-11-20T12:00:00-05:00",
                    "zone": "America/New_York",
                ],
            ]
        )
        #expect(document["confidence"] as? Double == 0.9)
    }

    private func json(_ call: GetCallReply) throws -> Any {
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1_795_124_821_000)
        let document = try record.rendered(as: .json, evidence: false).document
        return try JSONSerialization.jsonObject(with: Data(document.utf8))
    }

    /// A second opinion by Python's jsonschema, where that is installed.
    private func checkWithPython(documents: [Any]) throws {
        let script = """
            import json, sys
            try:
                import jsonschema
            except ImportError:
                sys.exit(0)
            schema, documents = json.load(sys.stdin)
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            for document in documents:
                for error in validator.iter_errors(document):
                    sys.exit(f"{error.json_path}: {error.message}")
            """
        let schema = try JSONSerialization.jsonObject(with: Data(HandoffSchema.text.utf8))
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", script]
        let input = Pipe()
        let complaint = Pipe()
        python.standardInput = input
        python.standardError = complaint
        try python.run()
        try input.fileHandleForWriting.write(
            contentsOf: JSONSerialization.data(withJSONObject: [schema, documents])
        )
        try input.fileHandleForWriting.close()
        let said = complaint.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        // 127: there is no python3.
        let isFine = [0, 127].contains(python.terminationStatus)
        #expect(isFine, "\(String(decoding: said, as: UTF8.self))")
    }
}

/// As much of JSON Schema as the handoff's needs.
private struct SchemaCheck {
    let root: [String: Any]

    func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        var problems: [String] = []
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(path): no definition \(name)"]
            }
            problems += self.problems(value, target, at: path)
        }
        if let type = schema["type"] as? String, !has(value, type) {
            return problems + ["\(path) is no \(type)"]
        }
        if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "-") {
            problems.append("\(path) is none of \(allowed)")
        }
        if let constant = schema["const"] as? String, constant != value as? String {
            problems.append("\(path) is not \(constant)")
        }
        if let least = schema["minimum"] as? Double, (value as? Double ?? 0) < least {
            problems.append("\(path) is below \(least)")
        }
        if let object = value as? [String: Any] {
            problems += members(of: object, schema, at: path)
        }
        if let array = value as? [Any] {
            if array.count < schema["minItems"] as? Int ?? 0 { problems.append("\(path) is short") }
            let element = schema["items"] as? [String: Any] ?? [:]
            for (index, value) in array.enumerated() {
                problems += self.problems(value, element, at: "\(path)[\(index)]")
            }
        }
        return problems
    }

    private func members(
        of object: [String: Any],
        _ schema: [String: Any],
        at path: String
    ) -> [String] {
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        var problems = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
            .map { "\(path).\($0) is missing" }
        for (name, value) in object {
            guard let schema = known[name] else {
                if !known.isEmpty { problems.append("\(path).\(name) is unknown") }
                continue
            }
            problems += self.problems(value, schema, at: "\(path).\(name)")
        }
        return problems
    }

    private func has(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
        case "number": value is Double
        default: false
        }
    }
}
