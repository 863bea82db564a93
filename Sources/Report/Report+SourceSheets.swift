public import Funnel
internal import JSONText
internal import Records
internal import Settings

extension Report {
    /// What became of the rows: of each source, of each of several funnels that use it, and of joined tables.
    var sourceSheet: DataSheet {
        DataSheet(
            "sources",
            columns: [
                "source", "read", "used", "other", "after_as_of", "rejected", "duplicates", "funnel", "joined_file",
            ],
            rows: sources.flatMap { source in
                let funnels = uses(of: source)
                let own = row(source.id, source.tally, source.use, [.integer(source.duplicates), .empty, .empty])
                let several = funnels.count > 1 ? funnels : []
                return [own]
                    + several.map { row(source.id, source.tally, $0.use, [.empty, .text($0.id), .empty]) }
                    + source.joins.map { join in
                        var use = RowUse()
                        (use.used, use.other) = (join.tally.accepted, join.tally.other)
                        return row(source.id, join.tally, use, [.empty, .empty, .text(join.file)])
                    }
            }
        )
    }

    private func row(
        _ source: String,
        _ tally: RowTally,
        _ use: RowUse,
        _ rest: [DataSheet.Cell]
    ) -> [DataSheet.Cell] {
        let counts = [tally.read, use.used, use.other, use.afterAsOf, tally.rejected]
        return [.text(source)] + counts.map(DataSheet.Cell.integer) + rest
    }

    /// What each funnel that uses `source` made of its rows; rows that no table takes up are other to each.
    public func uses(of source: SourceAccount) -> [(id: String, use: RowUse)] {
        funnels.compactMap { funnel in
            guard funnel.metrics != nil, var use = use(of: source.id, in: funnel) else { return nil }
            use.other += source.tally.other
            return (funnel.settings.definition.id, use)
        }
    }

    private func use(of source: String, in funnel: FunnelReport) -> RowUse? {
        guard case .joined(let joined) = funnel.settings.origin else {
            return funnel.settings.origin.source == source ? funnel.use : nil
        }
        func reads(_ id: String) -> Bool {
            funnels.contains { $0.settings.definition.id == id && $0.settings.origin.source == source }
        }
        return reads(joined.first) ? funnel.use : reads(joined.second) ? funnel.handOff?.records : nil
    }

    /// Days and weeks that look as if something had gone wrong with their recording.
    var qualitySheet: DataSheet {
        DataSheet(
            "quality",
            columns: ["source", "kind", "from", "to", "rows_a_day", "usual"],
            rows: sources.flatMap { source -> [[DataSheet.Cell]] in
                let gaps = (source.volume?.gaps ?? []).map { gap -> [DataSheet.Cell] in
                    [.text(source.id), .text("gap"), .text("\(gap.first)"), .text("\(gap.last)"), .integer(0), .empty]
                }
                return gaps
                    + (source.volume?.jumps ?? []).map { jump in
                        [
                            .text(source.id), .text(jump.rowsADay > jump.usual ? "jump_up" : "jump_down"),
                            .text("\(jump.days.first)"), .text("\(jump.days.last)"), .number(jump.rowsADay),
                            .number(jump.usual),
                        ]
                    }
            }
        )
    }
}
