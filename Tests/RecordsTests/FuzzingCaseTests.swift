import Foundation
import Testing

/// What the fuzzer found once is read again in every run.
@Suite struct FuzzingCaseTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fuzzing/Cases")

    static let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()

    @Test(arguments: names ?? []) func everyReaderComesToAnEndAndTheScanAgreesWithTheReader(name: String) throws {
        let all = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
        #expect(AnyBytes(all)?.difference == nil)
        // In chunks of other sizes, too.
        for lead in stride(from: UInt8(0), to: 112, by: 5) {
            #expect(AnyBytes([lead] + all.dropFirst())?.difference == nil, "first byte \(lead)")
        }
    }

    @Test func thereAreCases() throws {
        #expect(try #require(Self.names).isEmpty == false)
    }
}
