internal import FlyingSocks
internal import Foundation

/// A browser's connection: one request, one answer.
struct Connection: Sendable {
    let socket: AsyncSocket
    let site: LiveSite

    /// For a browser that opens a connection in advance, and for one that does not close its own.
    private static let patience = Duration.seconds(30)

    /// Reads the request, answers, and closes. A browser that goes away meanwhile is nobody's fault.
    func serve() async {
        do {
            try await answer()
            try await close()
        } catch {
            closeAtOnce()
        }
    }

    private func answer() async throws {
        switch try await within(Self.patience, readHead) {
        case .incomplete?, nil: return
        case .refused(let status)?:
            try await socket.write(Data(ServedSite.refusal(status).bytes(hasBody: true)))
        case .complete(let request)?:
            let response = await site.site.answer(request)
            try await socket.write(Data(response.bytes(hasBody: request.method != "HEAD")))
            if response.followsChanges, request.method != "HEAD" { try await tellChanges() }
        }
    }

    private func readHead() async throws -> RequestHead.Reading {
        var bytes: [UInt8] = []
        while true {
            bytes += try await socket.read(atMost: 4096)
            let reading = RequestHead.read(bytes)
            if reading != .incomplete { return reading }
        }
    }

    /// Tells the site's version, now and at each change, until the browser goes.
    private func tellChanges() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await socket.write(Data("retry: 500\n\n".utf8))
                for await version in await site.versions() {
                    try await socket.write(Data("data: \(version)\n\n".utf8))
                }
            }
            group.addTask { try await drain() }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Closes once the browser has, so that what it still sends does not make the system drop the answer.
    private func close() async throws {
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        _ = try await within(Self.patience, drain)
        closeAtOnce()
    }

    private func closeAtOnce() {
        // Refused only where it is closed already.
        do { try socket.close() } catch {}
    }

    /// Reads, and forgets, all that the browser sends until it goes.
    private func drain() async throws {
        do {
            while true { _ = try await socket.read(atMost: 4096) }
        } catch SocketError.disconnected {}
    }

    /// What `work` gives; `nil` where it takes longer than `limit`.
    private func within<Product: Sendable>(
        _ limit: Duration,
        _ work: @escaping @Sendable () async throws -> Product
    ) async throws -> Product? {
        try await withThrowingTaskGroup(of: Product?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
