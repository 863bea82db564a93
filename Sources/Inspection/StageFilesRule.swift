internal import Diagnostics
internal import Records
internal import Settings

/// One file a stage: several files that say who came there, and perhaps a table of the same ids that says when.
struct StageFilesRule: FormRule {
    /// A file whose rows are all one event.
    private struct StageFile {
        let group: Int
        let part: TableGroup.Part
        let entity: String
        let event: String
        /// Its own column of times.
        let time: String?
        let entityCount: Int
    }

    func guess(_ groups: inout [TableGroup], _ answers: InspectionAnswers) -> FormGuess? {
        let all = groups.indices.flatMap { stageFiles(groups[$0], at: $0) }
        guard let entity = all.first?.entity else { return nil }
        let files = all.filter { $0.entity == entity && $0.time == all[0].time }
            .sorted { ($1.entityCount, $0.group) < ($0.entityCount, $1.group) }
        guard files.count > 1, Set(files.map(\.event)).count == files.count else { return nil }
        let users = files[0].time == nil ? users(entity, of: groups, beside: files) : nil
        var guess = guess(files, users: users.map { groups[$0] }, answers)
        guess.remarks += groups.indices.filter { index in files.contains { $0.group == index } }.flatMap {
            groups[$0].remarks
        }
        let used = Set(files.map(\.group) + [users].compactMap { $0 })
        groups = groups.indices.filter { !used.contains($0) }.map { groups[$0] }
        return guess
    }

    /// The files of a group, if each is one event: an id, perhaps a time, and at most columns of one word.
    private func stageFiles(_ group: TableGroup, at index: Int) -> [StageFile] {
        guard let entity = group.names(where: { [.id, .mail].contains($0.kind) }).first else { return [] }
        let times = TimeChoice(of: group).names
        let others = group.names.filter { $0 != entity && !times.contains($0) }
        let areConstant = others.allSatisfy { name in group.each(name).allSatisfy { $0.words.count <= 1 } }
        guard areConstant, times.count <= 1 else { return [] }
        let events = EventNames(of: group, others: others).names
        return zip(group.parts, events).map { part, event in
            StageFile(
                group: index,
                part: part,
                entity: entity,
                event: event,
                time: times.first,
                entityCount: part.table.column(entity)?.words.count ?? 0
            )
        }
    }

    /// The group that says more about the same ids, each of which it has once.
    private func users(_ entity: String, of groups: [TableGroup], beside files: [StageFile]) -> Int? {
        let taken = files.map(\.group)
        return groups.indices.first { index in
            guard !taken.contains(index), groups[index].parts.count == 1, groups[index].names.contains(entity),
                groups[index].isUnique(entity), let column = groups[index].column(entity)
            else { return false }
            let known = Set(column.words)
            let own = files[0].part.table.column(entity)?.words ?? []
            return own.count { known.contains($0) } * 10 >= own.count * 8
        }
    }

    private func guess(_ files: [StageFile], users: TableGroup?, _ answers: InspectionAnswers) -> FormGuess {
        let entity = files[0].entity
        let time = files[0].time ?? users.flatMap { TimeChoice(of: $0).name }
        var source = ProposedSource(
            id: "stages",
            form: .events,
            files: files.map { ($0.event, $0.part.file.sitePath) },
            columns: [("entity", entity), ("time", time ?? "date")]
        )
        source.join = users.map { ($0.paths[0], entity, entity) }
        if let users, let time {
            source.read = users.reading(times: [time], answers)
        }
        let steps = files.map { "\($0.event) (\(grouped($0.entityCount)))" }.joined(separator: " → ")
        var guess = FormGuess(
            source,
            of: files.map(\.part.file.name) + (users?.fileNames ?? []),
            because: "Each file says which “\(entity)” came to one stage"
                + (users.map { ", and \(FileName($0.paths[0]).name) says more about each of them" } ?? "") + "."
        )
        guess.remarks = ["The stages stand in the order in which fewer came: \(steps)."]
        guess.funnels = [funnel(files, users: users, used: [entity, time].compactMap { $0 })]
        guess.addMissingWords(of: users.map { [$0] } ?? [])
        if let users, let time { guess.questions = users.questions(times: [time], answers) }
        if time == nil { guess.questions.append(noTime(files)) }
        return guess
    }

    private func funnel(_ files: [StageFile], users: TableGroup?, used: [String]) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: "stages", source: "stages", stages: [])
        var names = DistinctNames()
        funnel.stages = files.map { file in
            ProposedFunnel.Stage(id: names.name(settingsName(file.event, otherwise: "stage")), event: file.event)
        }
        funnel.dimensions = users.map { DimensionChoice(of: $0, used: used).names } ?? []
        funnel.comments = [EventsRule.window]
        return funnel
    }

    private func noTime(_ files: [StageFile]) -> Diagnostic {
        Diagnostic(
            at: SourcePosition(file: files[0].part.file.name, line: files[0].part.table.line),
            "nothing says when “\(files[0].entity)” came to the stages",
            remedy: "Name the table with their dates too, or export each file with its time."
        )
    }
}

/// What the files of a group are events of: their one word, or what their names tell.
private struct EventNames {
    let names: [String]

    init(of group: TableGroup, others: [String]) {
        let stems = group.parts.map { HeaderWords(FileName($0.file.sitePath).stem).words }
        names = group.parts.indices.map { index in
            for name in others {
                if let word = group.parts[index].table.column(name)?.words.first {
                    return settingsName(word, otherwise: word)
                }
            }
            let telling = stems[index].filter { word in
                stems.count < 2 || !stems.allSatisfy { $0.contains(word) }
            }
            let words = telling.filter { !$0.allSatisfy(\.isNumber) && !["table", "data", "csv"].contains($0) }
            return words.isEmpty ? "stage" : words.joined(separator: "_")
        }
    }
}
