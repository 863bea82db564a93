/// Somebody who has everything that was told, and tries to work out what was not: by elimination over all sums, then by
/// narrowing what each number can be.
struct Attacker {
    private struct Equation {
        var terms: [Int: Int]
        var sum: Int
    }

    private static let modulus = 2_147_483_647

    private var names: [String: Int] = [:]
    private var known: [Int: Int] = [:]
    private var equations: [Equation] = []
    private var order: [(small: Int, large: Int)] = []
    private var limits: [(number: Int, range: ClosedRange<Int>)] = []
    private var rates: [(part: Int, base: Int, rate: ClosedRange<Double>)] = []
    /// Numbers that were told twice, and not alike.
    private(set) var contradictions: [String] = []

    /// Numbers that were named and not told.
    var hidden: Set<String> { Set(names.filter { known[$0.value] == nil }.keys) }

    mutating func number(_ name: String) -> Int {
        if let number = names[name] { return number }
        names[name] = names.count
        return names.count - 1
    }

    /// Takes down a number; `nil` for one that is not told.
    mutating func see(_ name: String, _ value: Int?) {
        let number = number(name)
        guard let value else { return }
        if let other = known[number], other != value { contradictions.append("\(name): \(other), \(value)") }
        known[number] = value
    }

    /// Takes down what a number lies between.
    mutating func see(_ name: String, in range: ClosedRange<Int>) { limits.append((number(name), range)) }

    /// Takes down a rate, as exactly as it was told.
    mutating func see(rate: ClosedRange<Double>, _ part: String, of base: String) {
        rates.append((number(part), number(base), rate))
    }

    /// The number of that name, if it was told.
    func told(_ name: String) -> Int? { names[name].flatMap { known[$0] } }

    /// The first parts together are the second parts together, and so much more.
    mutating func sum(of parts: [String], is whole: [String] = [], and more: Int = 0) {
        var terms: [Int: Int] = [:]
        for part in parts { terms[number(part), default: 0] += 1 }
        for part in whole { terms[number(part), default: 0] -= 1 }
        equations.append(Equation(terms: terms.filter { $0.value != 0 }, sum: more))
    }

    /// Nobody reaches `small` who is not in `large`.
    mutating func atMost(_ small: String, _ large: String) { order.append((number(small), number(large))) }

    /// The hidden numbers that can be worked out.
    func found() -> Set<String> {
        let numbers = eliminated().union(narrowed())
        return Set(names.filter { numbers.contains($0.value) }.keys)
    }

    /// What is left of an equation once known numbers are taken out.
    private func open(_ equation: Equation) -> Equation {
        equation.terms.reduce(into: Equation(terms: [:], sum: equation.sum)) { rest, term in
            if let value = known[term.key] { rest.sum -= term.value * value } else { rest.terms[term.key] = term.value }
        }
    }

    /// Numbers that the equations determine, whatever numbers can be: those alone in a row of the reduced system.
    private func eliminated() -> Set<Int> {
        let p = Self.modulus
        var rows: [Int: [Int: Int]] = [:]
        func reduce(_ row: [Int: Int], by pivot: Int, _ other: [Int: Int]) -> [Int: Int] {
            guard let factor = row[pivot] else { return row }
            var rest = row
            for (column, value) in other {
                let new = ((rest[column] ?? 0) + (p - factor) * value) % p
                rest[column] = new == 0 ? nil : new
            }
            return rest
        }
        for equation in equations {
            var row = open(equation).terms.mapValues { ($0 % p + p) % p }
            for column in Array(row.keys) { if let other = rows[column] { row = reduce(row, by: column, other) } }
            guard let pivot = row.keys.min(), let value = row[pivot] else { continue }
            let inverse = power(value, p - 2)
            row = row.mapValues { $0 * inverse % p }
            for (other, values) in rows where values[pivot] != nil { rows[other] = reduce(values, by: pivot, row) }
            rows[pivot] = row
        }
        return Set(rows.filter { $0.value.count == 1 }.keys)
    }

    private func power(_ base: Int, _ exponent: Int) -> Int {
        var (result, base, exponent) = (1, base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % Self.modulus }
            base = base * base % Self.modulus
            exponent >>= 1
        }
        return result
    }

    /// Numbers for which only one value is left, none being under 0.
    private func narrowed() -> Set<Int> {
        var low = Array(repeating: 0, count: names.count)
        var high = Array(repeating: 1_000_000, count: names.count)
        for (number, value) in known { (low[number], high[number]) = (value, value) }
        for limit in limits where known[limit.number] == nil {
            low[limit.number] = max(low[limit.number], limit.range.lowerBound)
            high[limit.number] = min(high[limit.number], limit.range.upperBound)
        }
        var isChanging = true
        while isChanging {
            let before = (low, high)
            for equation in equations { narrow(equation, &low, &high) }
            for (part, base, rate) in rates {
                low[part] = max(low[part], Int((Double(low[base]) * rate.lowerBound - 1e-6).rounded(.up)))
                high[part] = min(high[part], Int((Double(high[base]) * rate.upperBound + 1e-6).rounded(.down)))
                guard rate.lowerBound > 0 else { continue }
                low[base] = max(low[base], Int((Double(low[part]) / rate.upperBound - 1e-6).rounded(.up)))
                high[base] = min(high[base], Int((Double(high[part]) / rate.lowerBound + 1e-6).rounded(.down)))
            }
            for (small, large) in order {
                high[small] = min(high[small], high[large])
                low[large] = max(low[large], low[small])
            }
            isChanging = before != (low, high)
        }
        return Set(low.indices.filter { known[$0] == nil && low[$0] == high[$0] })
    }

    private func narrow(_ equation: Equation, _ low: inout [Int], _ high: inout [Int]) {
        for (number, factor) in equation.terms {
            var (least, most) = (equation.sum, equation.sum)
            for (other, weight) in equation.terms where other != number {
                least -= weight > 0 ? weight * high[other] : weight * low[other]
                most -= weight > 0 ? weight * low[other] : weight * high[other]
            }
            if factor < 0 { (least, most) = (-most, -least) }
            low[number] = max(low[number], least)
            high[number] = min(high[number], most)
        }
    }
}
