extension CohortMetrics {
    /// Makes a stage unknown.
    mutating func hide(_ stage: Int) {
        stages[stage].hide()
        for breakdown in breakdowns.indices {
            for value in breakdowns[breakdown].values.indices {
                breakdowns[breakdown].values[value].stages[stage].hide()
            }
        }
    }
}

extension StageMetrics {
    /// Takes back all that is said.
    fileprivate mutating func hide() {
        count = nil
        isMatured = false
        if fromPrevious != nil { (fromPrevious, fromFirst) = (ConversionRate(0, of: 0), ConversionRate(0, of: 0)) }
    }
}
