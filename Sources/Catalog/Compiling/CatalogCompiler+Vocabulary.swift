internal import Language
internal import Messages

extension CatalogCompiler {
    mutating func compileVocabulary(_ paths: [String]) throws {
        for path in paths { try removeVocabulary(path) }
        for path in paths {
            guard case .vocabulary(let name)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            if let root = try yaml(path, CatalogShapes.vocabulary, gathered) {
                let written = VocabularyCompiler(problems: gathered).entities(root)
                for entry in written { try add(entry, gathered) }
                try changeClass(root["class"]?.text ?? "") { files in
                    files = files.filter { $0 != name } + [name]
                }
            }
            problems += gathered.list
        }
    }

    private mutating func add(
        _ entry: VocabularyCompiler.Written,
        _ gathered: Problems
    ) throws {
        let entity = entry.entity
        guard try draft(decode: Entity.self, .entity, entity.id) == nil else {
            return gathered.add(
                .duplicateID,
                at: entry.place,
                "there is an entity '\(entity.id)' already",
                suggestion: "give this one another id"
            )
        }
        store(entity, .entity, entity.id)
        for key in aliasKeys(of: entity) {
            var record = try draft(decode: AliasRecord.self, .alias, key) ?? AliasRecord()
            let rivals = zip(record.entities, record.classes).filter { $1 == entity.className }
            if let rival = rivals.first {
                gathered.add(
                    .ambiguousPhrase,
                    at: entry.place,
                    "'\(entity.id)' and '\(rival.0)' have the same name or alias (\(key))",
                    suggestion: "remove it from one of them, or customers can't tell them apart",
                    severity: .warning
                )
            }
            record.entities.append(entity.id)
            record.classes.append(entity.className)
            store(record, .alias, key)
            try changeSounds(of: key) { aliases in
                guard aliases.count < CatalogLimits.aliasesPerSound, !aliases.contains(key)
                else { return }
                aliases.append(key)
            }
        }
    }

    /// Changes the lists of aliases by sound that an alias stands in.
    private mutating func changeSounds(
        of alias: String,
        languages: [String]? = nil,
        _ change: (inout [String]) -> Void
    ) throws {
        let tags = languages ?? settings.phrasebooks.map(\.language)
        let sounds = Set(tags.flatMap { SpokenLanguage.of($0).soundKeys(of: alias) })
        for sound in sounds {
            var record = try draft(decode: AliasRecord.self, .sound, sound) ?? AliasRecord()
            change(&record.entities)
            store(record.entities.isEmpty ? nil : record, .sound, sound)
        }
    }

    /// Takes out what a file of the base brought in.
    private mutating func removeVocabulary(_ path: String) throws {
        guard case .vocabulary(let name)? = SourceKind(path: path),
            let source = try base.source(path)
        else { return }
        let ignored = Problems(path: path)
        let text = String(decoding: source.content, as: UTF8.self)
        guard let root = YAMLText.read(text, into: ignored) else { return }
        for entry in VocabularyCompiler(problems: ignored).entities(root) {
            let languages = try base.settings.phrasebooks.map(\.language)
            for key in aliasKeys(of: entry.entity, languages: languages) {
                guard let record = try draft(decode: AliasRecord.self, .alias, key) else {
                    continue
                }
                let kept = zip(record.entities, record.classes).filter { $0.0 != entry.entity.id }
                let changed = AliasRecord(entities: kept.map(\.0), classes: kept.map(\.1))
                store(kept.isEmpty ? nil : changed, .alias, key)
                guard kept.isEmpty else { continue }
                try changeSounds(of: key, languages: languages) { $0.removeAll { $0 == key } }
            }
            store(Entity?.none, .entity, entry.entity.id)
        }
        try changeClass(root["class"]?.text ?? "") { files in files.removeAll { $0 == name } }
    }

    private mutating func changeClass(_ name: String, _ change: (inout [String]) -> Void) throws {
        var files = try draft(decode: AliasRecord.self, .vocabularyClass, name)?.entities ?? []
        change(&files)
        store(files.isEmpty ? nil : AliasRecord(entities: files), .vocabularyClass, name)
    }

    private func aliasKeys(of entity: Entity, languages: [String]? = nil) -> Set<String> {
        let tags = languages ?? settings.phrasebooks.map(\.language)
        let names = [entity.id, entity.name] + entity.aliases
        var keys: Set<String> = []
        for language in tags.map(SpokenLanguage.of) {
            for name in names {
                let key = language.aliasKey(of: name)
                let bytes = key.utf8.count
                if bytes > 0, bytes <= CatalogLimits.itemIDBytes { keys.insert(key) }
            }
        }
        return keys
    }

    func draft<Value: Message>(
        decode type: Value.Type,
        _ kind: ItemKind,
        _ id: String
    ) throws -> Value? {
        guard let bytes = changes[ItemKey(kind, id)] else { return try base.decode(type, kind, id) }
        return bytes.isEmpty ? nil : try type.decode(bytes, limits: .stored)
    }
}
