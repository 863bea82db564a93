import Calendars
import Funnel
import Report

/// Which numbers of a report are hidden, as the report itself has them.
struct HiddenCells {
    private(set) var all: [HiddenCell] = []
    private var places: Set<String> = []
    /// Values that are told by their names, by dimension.
    private var names: [String: Set<String>] = [:]

    init(of report: Report) {
        for (place, kind) in [(0, HiddenCell.Kind.visitors), (2, .deals)] {
            for breakdown in report.funnels[place].metrics?.total.breakdowns ?? []
            where breakdown.dimensions != ["segment"] {
                names[breakdown.dimensions[0]] = Set(breakdown.values.map { $0.values[0] })
            }
            look(at: report.funnels[place], kind)
        }
        look(atOwners: report.funnels[2])
        for (stage, part) in (report.measures.first?.stages ?? []).enumerated() {
            for point in part.series.points where point.isHidden {
                let week = point.week.number - TwinSite.firstWeek
                let place = TwinSite.stages.firstIndex(of: part.stage) ?? stage
                all.append(
                    HiddenCell(kind: .complaints, dimension: "stage", value: part.stage, week: week, stage: place)
                )
            }
        }
    }

    private mutating func look(at funnel: FunnelReport, _ kind: HiddenCell.Kind) {
        guard let metrics = funnel.metrics else { return }
        let weeks = metrics.weeks.map { (week: Int?.some($0.week.number - TwinSite.firstWeek), cohort: $0.cohort) }
        for (week, cohort) in weeks + [(nil, metrics.total)] {
            for breakdown in cohort.breakdowns where breakdown.dimensions != ["segment"] {
                for value in breakdown.values {
                    for stage in value.stages.indices where value.stages[stage].suppressed.contains(.count) {
                        note(kind, breakdown.dimensions[0], value.values[0], week, stage)
                    }
                }
            }
        }
    }

    /// Only those accepted are told by week and owner; of owners who are left out, nothing is.
    private mutating func look(atOwners funnel: FunnelReport) {
        let parts = funnel.figures?.breakdowns.first { $0.id == "owner" }?.parts ?? []
        names["owner"] = Set(parts.map(\.value))
        for part in parts {
            for week in part.acceptedByWeek {
                let number = week.week.number - TwinSite.firstWeek
                for stage in [0, 2] { places.insert(Self.place("owner", part.value, number, stage)) }
                if week.count == nil { note(.owners, "owner", part.value, number, 1) }
            }
        }
    }

    private mutating func note(
        _ kind: HiddenCell.Kind,
        _ dimension: String,
        _ value: String,
        _ week: Int?,
        _ stage: Int
    ) {
        places.insert(Self.place(dimension, value, week, stage))
        guard let week else { return }
        all.append(HiddenCell(kind: kind, dimension: dimension, value: value, week: week, stage: stage))
    }

    private static func place(_ dimension: String, _ value: String, _ week: Int?, _ stage: Int) -> String {
        "\(dimension)=\(value) \(week.map(String.init) ?? "total") \(stage)"
    }

    /// What a value is called.
    func name(of value: String, in cell: HiddenCell) -> String {
        names[cell.dimension]?.contains(value) == true ? value : Dimension.otherValue
    }

    /// Whether nothing but hidden cells of its dimension changes.
    func holds(_ exchange: Exchange, in cell: HiddenCell) -> Bool {
        [Int?.some(exchange.week), exchange.back].allSatisfy { week in
            [exchange.gives, exchange.takes].allSatisfy { value in
                exchange.stages.allSatisfy {
                    places.contains(Self.place(exchange.dimension, name(of: value, in: cell), week, $0))
                }
            }
        }
    }
}
