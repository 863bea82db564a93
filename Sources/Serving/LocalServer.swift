internal import FlyingSocks
internal import Foundation

/// The web server: 127.0.0.1 alone, one answer a connection.
public struct LocalServer: Sendable {
    /// Where it is found.
    public let address: LocalAddress
    private let socket: Socket

    /// Takes the port; whoever asks from now on waits for `run`.
    ///
    /// - Parameter port: 0 takes any that is free.
    public init(port: UInt16) throws(PortFailure) {
        do {
            socket = try Socket(domain: AF_INET)
            // A port that was served a moment ago is free again, though the system still remembers its connections.
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: .inet(ip4: LocalAddress.host, port: port))
            try socket.listen()
            guard case .ip4(_, port: let taken) = try socket.sockname() else { throw SocketError.unsupportedAddress }
            address = LocalAddress(port: taken)
        } catch {
            throw PortFailure(port: port, error)
        }
    }

    /// Answers until its task is cancelled, or the system refuses to go on.
    public func run(_ site: LiveSite) async throws {
        let pool = SocketPool.make()
        try await pool.prepare()
        let listener = try AsyncSocket(socket: socket, pool: pool)
        try await withThrowingTaskGroup { group in
            group.addTask { try await pool.run() }
            group.addTask { try await accept(from: listener, site) }
            try await group.next()
            group.cancelAll()
        }
    }

    private func accept(from listener: AsyncSocket, _ site: LiveSite) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                do {
                    let connection = Connection(socket: try await listener.accept(), site: site)
                    group.addTask { await connection.serve() }
                } catch let error as SocketError {
                    guard error.concernsOneConnection else { throw error }
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
        }
    }
}

extension SocketError {
    /// Whether the next connection may well succeed: the other side has gone, or too many are open for the moment.
    fileprivate var concernsOneConnection: Bool {
        guard case .failed(_, let number, _) = self else { return false }
        return [ECONNABORTED, EMFILE, ENFILE, EINTR, ENOBUFS, ENOMEM].contains(number)
    }

    /// The system's number for what went wrong; `nil` where it has none.
    var number: Int32? {
        if case .failed(_, let number, _) = self { number } else { nil }
    }
}
