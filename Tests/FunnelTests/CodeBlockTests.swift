import Testing

@testable import Funnel

@Suite struct CodeBlockTests {
    @Test(
        arguments: [
            [], [0], [0, 255, 7], [0, 256, 255], [65_535, 1], [65_536, 65_535, 0], [.max, 0, 16_777_216],
        ] as [[Int32]]
    )
    func codesAreReadAsTheyWereWritten(codes: [Int32]) {
        let block = CodeBlock(codes)
        #expect(block.codes == codes)
        var writer = BytesWriter(capacity: 0)
        block.write(to: &writer)
        var reader = BytesReader(writer.bytes)
        #expect(CodeBlock(from: &reader).codes == codes)
    }

    @Test func fewValuesTakeAByteEach() {
        let (small, large) = (
            CodeBlock(Array(repeating: 255, count: 1024)), CodeBlock(Array(repeating: 256, count: 1024))
        )
        #expect(large.byteCount - small.byteCount == 1024)
    }
}
