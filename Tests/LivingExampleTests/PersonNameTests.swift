import Testing

@testable import LivingExample

@Suite struct PersonNameTests {
    @Test(arguments: [0, 7, UInt64.max])
    func differentNumbersHaveDifferentNames(seed: UInt64) {
        let name = PersonName(seed: seed)
        let names = Set((0..<200_000).map { name($0) })
        #expect(names.count == 200_000)
        #expect(names.allSatisfy { $0.utf8.count == 7 && $0.hasPrefix("u") })
    }
}
