/// The published form of a handoff in JSON.
public enum HandoffSchema {
    /// Changes whenever a program that reads the old form could not read the new one.
    static let identifier = "baton-handoff-1"

    /// The JSON Schema, draft 2020-12.
    public static let text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:baton:handoff:1",
          "title": "Handoff",
          "description": "What a Tier 2 engineer reads of a support call. An item that is not known is absent.",
          "type": "object",
          "additionalProperties": false,
          "required": ["schema", "call_id", "assembled_at", "call", "symptoms", "environment",
            "diagnostics", "confidence", "articles", "fixes", "minutes", "queue", "priority",
            "windows", "not_obtained", "superseded", "words", "reading_seconds"],
          "properties": {
            "schema": {"const": "baton-handoff-1"},
            "call_id": {"type": "string", "minLength": 1,
              "description": "Name of the handoff: that of its call."},
            "assembled_at": {"type": "string", "format": "date-time"},
            "call": {"$ref": "#/$defs/call"},
            "issue": {"$ref": "#/$defs/item"},
            "product": {"$ref": "#/$defs/item"},
            "symptoms": {"$ref": "#/$defs/items"},
            "environment": {"$ref": "#/$defs/items"},
            "diagnostics": {"$ref": "#/$defs/items"},
            "diagnosis": {"$ref": "#/$defs/item",
              "description": "The preliminary diagnosis; absent when none was reached."},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1,
              "description": "Of the diagnosis."},
            "articles": {"type": "array", "items": {"$ref": "#/$defs/article"}},
            "fixes": {"$ref": "#/$defs/items"},
            "recommendation": {"$ref": "#/$defs/item"},
            "minutes": {"type": "integer", "minimum": 0,
              "description": "What following the recommendation is estimated to take; 0 when there is no estimate."},
            "queue": {"type": "string"},
            "priority": {"type": "integer", "minimum": 0,
              "description": "From 1 (at once) to 5; 0 when there is none."},
            "availability": {"$ref": "#/$defs/item"},
            "windows": {"type": "array", "items": {"$ref": "#/$defs/window"},
              "description": "The availability as spans of time, in order."},
            "not_obtained": {"$ref": "#/$defs/items"},
            "superseded": {"$ref": "#/$defs/items"},
            "words": {"type": "integer", "minimum": 0,
              "description": "Words of the text form without evidence, names of fields included."},
            "reading_seconds": {"type": "integer", "minimum": 0,
              "description": "At 240 words a minute, rounded up."}
          },
          "$defs": {
            "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
            "item": {
              "type": "object",
              "additionalProperties": false,
              "required": ["fact", "label", "text", "mark", "evidence"],
              "properties": {
                "fact": {"type": "string",
                  "description": "Dotted name of the fact; empty for a line that the tree words from several."},
                "label": {"type": "string"},
                "text": {"type": "string", "minLength": 1},
                "mark": {"enum": ["", "✓", "✗", "?"]},
                "evidence": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/evidence"}}
              }
            },
            "evidence": {
              "type": "object",
              "additionalProperties": false,
              "required": ["source", "turn", "quote", "system", "at", "node", "confidence"],
              "properties": {
                "source": {"enum": ["said", "measured", "told", "inferred"]},
                "turn": {"type": "integer", "minimum": 0, "description": "0 is the start of the call."},
                "quote": {"type": "string", "description": "The customer's words."},
                "system": {"type": "string", "description": "What measured or held it."},
                "at": {"type": "string", "format": "date-time"},
                "node": {"type": "string", "description": "What derived it, as tree/node."},
                "confidence": {"type": "number", "minimum": 0, "maximum": 1}
              }
            },
            "article": {
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "title"],
              "properties": {"id": {"type": "string"}, "title": {"type": "string"}}
            },
            "window": {
              "type": "object",
              "additionalProperties": false,
              "required": ["start", "zone"],
              "properties": {
                "start": {"type": "string", "format": "date-time"},
                "end": {"type": "string", "format": "date-time",
                  "description": "The first instant after it; absent when no end was stated."},
                "zone": {"type": "string", "description": "IANA name, such as America/New_York."}
              }
            },
            "call": {
              "type": "object",
              "additionalProperties": false,
              "required": ["caller", "customer", "language", "time_zone", "started_at", "last_at",
                "outcome", "tree", "node", "release", "turns"],
              "properties": {
                "caller": {"type": "string"},
                "customer": {"type": "string"},
                "language": {"type": "string", "description": "BCP 47 tag."},
                "time_zone": {"type": "string"},
                "started_at": {"type": "string", "format": "date-time"},
                "last_at": {"type": "string", "format": "date-time"},
                "outcome": {"enum": ["open", "resolved", "escalated", "wants-person", "abandoned"]},
                "tree": {"type": "string"},
                "node": {"type": "string", "description": "Where the call ended, as tree/node."},
                "release": {"type": "integer", "minimum": 0},
                "turns": {"type": "integer", "minimum": 0}
              }
            }
          }
        }

        """
}
