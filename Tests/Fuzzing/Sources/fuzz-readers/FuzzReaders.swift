/// Throws bytes at every reader; see `AnyBytes`, which the readers' own tests use for all that once made a difference.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyBytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    if let difference = AnyBytes(Array(UnsafeBufferPointer(start: start, count: count)))?.difference {
        preconditionFailure(difference)
    }
    return 0
}
