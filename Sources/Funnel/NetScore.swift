/// The Net Promoter Score: the share of promoters less the share of detractors, −100…100.
enum NetScore {
    /// - Parameters:
    ///   - promoters: How many would recommend (9 and 10).
    ///   - detractors: How many would not (0 to 6).
    ///   - answers: All who answered.
    /// - Returns: `nil` without answers.
    static func value(promoters: Double, detractors: Double, answers: Double) -> Double? {
        answers > 0 ? 100 * (promoters - detractors) / answers : nil
    }

    /// The 95 % interval of a difference of two shares of the same answers (adjusted Wald: Bonett & Price 2012).
    /// - Returns: `nil` where these are no whole numbers, or promoters and detractors are more than all.
    static func interval(promoters: Double, detractors: Double, answers: Double) -> ClosedRange<Double>? {
        guard let yes = Int(exactly: promoters), let against = Int(exactly: detractors),
            let all = Int(exactly: answers),
            yes >= 0, against >= 0, all > 0, yes + against <= all
        else { return nil }
        let n = Double(all) + 2
        let (up, down) = ((Double(yes) + 1) / n, (Double(against) + 1) / n)
        let middle = up - down
        let half = normalQuantile975 * ((up + down - middle * middle) / n).squareRoot()
        return max(-100, 100 * (middle - half))...min(100, 100 * (middle + half))
    }
}
