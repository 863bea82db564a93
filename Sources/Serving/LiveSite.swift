/// The site that is being served, and those who wait for it to change.
public actor LiveSite {
    /// The site as it is now.
    private(set) var site: ServedSite
    private var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    private var builds = 1
    private var listenersSoFar = 0
    private let launch: String

    /// - Parameter launch: Differs from launch to launch, so that pages of an earlier one are not taken for new.
    public init(_ build: ServedSite.Build, at address: LocalAddress, launch: String) {
        self.launch = launch
        site = ServedSite(address: address, build: build, version: "\(launch).1")
    }

    /// Shows `build` from now on, and tells all who wait; nobody where it is what is shown already.
    public func show(_ build: ServedSite.Build) {
        guard build != site.build else { return }
        builds += 1
        site.build = build
        site.version = "\(launch).\(builds)"
        for listener in listeners.values { listener.yield(site.version) }
    }

    /// The version that is shown now, and each that comes; only the newest of those that nobody has asked for.
    func versions() -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        listenersSoFar += 1
        let listener = listenersSoFar
        listeners[listener] = continuation
        continuation.onTermination = { _ in Task { await self.forget(listener) } }
        continuation.yield(site.version)
        return stream
    }

    private func forget(_ listener: Int) { listeners[listener] = nil }
}
