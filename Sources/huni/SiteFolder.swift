internal import Diagnostics
internal import Foundation
internal import Report
internal import Settings
internal import Site

/// The site's folder on the disk: everything that is read from it.
struct SiteFolder {
    let root: URL
    private let config: String

    init(_ root: String, config: String) {
        self.root = URL(filePath: root, directoryHint: .isDirectory)
        self.config = config
    }

    func settings() throws(Failure) -> Settings {
        try Settings(
            yaml: try configuration(),
            file: config,
            languages: try texts().keys.compactMap(SiteMaker.language(ofTexts:)).sorted()
        )
    }

    /// The text of huni.yaml.
    func configuration() throws(Failure) -> String {
        guard !config.split(separator: "/").contains("..") else {
            throw Failure(
                at: SourcePosition(file: config),
                "the configuration lies outside the site's folder",
                remedy: "-r names the site's folder, -c a file in it."
            )
        }
        guard exists(config) else {
            throw Failure(
                at: SourcePosition(file: config),
                "there is no such file in \(root.path(percentEncoded: false))",
                remedy: "`huni init` makes a new site; -r names the folder of another one."
            )
        }
        let bytes = try read(config, asked: nil)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
            throw Failure(
                at: SourcePosition(file: config, line: line.map { $0 + 1 }),
                "the file is not UTF-8",
                remedy: "Save it as UTF-8."
            )
        }
        return text
    }

    /// The data files of `source`, patterns in order, names of each sorted, a file that several name only once.
    func dataFiles(of source: SourceSettings, progress: ReadingProgress) throws(Failure) -> SourceFiles {
        var problems: [Diagnostic] = []
        var files = SourceFiles([])
        do {
            files.rows = try dataFiles(matching: source.files.map(\.pattern), progress: progress)
        } catch {
            problems += error.diagnostics
        }
        for join in source.joins {
            do {
                files.joined += try dataFiles(matching: [join.file], progress: progress)
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        return files
    }

    private func dataFiles(
        matching patterns: [FilePattern],
        progress: ReadingProgress
    ) throws(Failure) -> [DataFile] {
        var problems: [Diagnostic] = []
        var files: [DataFile] = []
        var seen: Set<String> = []
        for pattern in patterns {
            let paths = paths(of: pattern)
            if paths.isEmpty {
                problems.append(
                    Diagnostic(
                        at: pattern.position,
                        "no file matches '\(pattern.text)'",
                        remedy: "Paths are relative to the folder of \(config)."
                    )
                )
            }
            for path in paths where seen.insert(path).inserted {
                do {
                    files.append(try dataFile(path, asked: pattern.position, progress: progress))
                } catch {
                    problems += error.diagnostics
                }
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        return files
    }

    /// Everything below `content/` but the data, by path.
    func content() throws(Failure) -> [String: [UInt8]] {
        try files(below: "content") { !$0.hasPrefix("content/data/") && !$0.hasPrefix("content/closed/") }
    }

    /// Weeks as they were published.
    func closedWeeks() throws(Failure) -> [ClosedFile] {
        let files = try files(below: "content/closed") { _ in true }
        return files.map { ClosedFile(path: $0.key, bytes: $0.value) }
    }

    /// The site's own texts in further languages, by path.
    func texts() throws(Failure) -> [String: [UInt8]] {
        try files(below: "i18n") { $0.hasSuffix(".yaml") }
    }

    /// The site's own templates, by name.
    func templates() throws(Failure) -> [String: [UInt8]] {
        let files = try files(below: "Templates") { $0.hasSuffix(".mustache") || $0.hasSuffix(".css") }
        return Dictionary(uniqueKeysWithValues: files.map { (String($0.key.dropFirst("Templates/".count)), $0.value) })
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
    }

    private func files(
        below folder: String,
        where isWanted: (String) -> Bool
    ) throws(Failure) -> [String: [UInt8]] {
        guard exists(folder) else { return [:] }
        guard let names = FileManager.default.enumerator(atPath: real(folder)) else { return [:] }
        var files: [String: [UInt8]] = [:]
        for case let name as String in names {
            let path = "\(folder)/\(name)"
            if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            if !isFolder(path) {
                if isWanted(path) { files[path] = try read(path, asked: nil) }
            } else if names.fileAttributes?[.type] as? FileAttributeType == .typeSymbolicLink, isWanted(path + "/") {
                throw Failure(
                    at: SourcePosition(file: path),
                    "this is a link to a folder, and those are not followed",
                    remedy: "Copy the folder into the site."
                )
            }
        }
        return files
    }

    /// Where `path` lies once links are followed.
    private func real(_ path: String) -> String {
        root.appending(path: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder = ObjCBool(false)
        let full = root.appending(path: path).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func isNoPlainFile(_ path: String) -> Bool {
        var status = stat()
        return stat(real(path), &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    /// The paths that `pattern` stands for, sorted.
    private func paths(of pattern: FilePattern) -> [String] {
        guard pattern.hasWildcard else { return exists(pattern.text) ? [pattern.text] : [] }
        let folder = pattern.text.split(separator: "/").dropLast().joined(separator: "/")
        guard let names = FileManager.default.enumerator(atPath: real(folder)) else { return [] }
        names.skipDescendants()
        var found: [String] = []
        for case let name as String in names {
            names.skipDescendants()
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if !name.hasPrefix("."), pattern.matches(path) { found.append(path) }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The bytes of a file that lies in the site's folder, links followed.
    /// - Parameter asked: Where huni.yaml names it.
    private func read(_ path: String, asked: SourcePosition?) throws(Failure) -> [UInt8] {
        try checkPlace(of: path, asked: asked)
        do {
            return Array(try Data(contentsOf: root.appending(path: path)))
        } catch {
            throw unreadable(path, error, at: asked ?? SourcePosition(file: path))
        }
    }

    /// A file of data, read later; what is no plain file is read at once.
    private func dataFile(
        _ path: String,
        asked: SourcePosition?,
        progress: ReadingProgress
    ) throws(Failure) -> DataFile {
        try checkPlace(of: path, asked: asked)
        let full = root.appending(path: path).path(percentEncoded: false)
        if access(full, R_OK) == 0, let file = FileOnDisk(full, onRead: { progress.add(bytes: $0, of: path) }) {
            progress.expect(bytes: file.byteCount)
            return DataFile(path: path, source: file)
        }
        return DataFile(path: path, bytes: try read(path, asked: asked))
    }

    private func checkPlace(of path: String, asked: SourcePosition?) throws(Failure) {
        let home = real("")
        guard real(path).hasPrefix(home.hasSuffix("/") ? home : home + "/") else {
            throw Failure(
                at: asked ?? SourcePosition(file: path),
                "'\(path)' is a link that leaves the site's folder",
                remedy: "Copy the file into the site."
            )
        }
    }

    private func unreadable(_ path: String, _ error: any Error, at position: SourcePosition) -> Failure {
        if isFolder(path) {
            let remedy = "Move it, or name the files in it."
            return Failure(at: position, "'\(path)' is a folder, not a file", remedy: remedy)
        }
        if !exists(path) {
            return Failure(at: position, "'\(path)' is a link to nothing", remedy: "Mend the link, or copy the file.")
        }
        if isNoPlainFile(path) {
            let remedy = "Write what comes out of it to a file, and name that."
            return Failure(at: position, "'\(path)' is a pipe or a device, not a file", remedy: remedy)
        }
        let isForbidden = (error as? CocoaError)?.code == .fileReadNoPermission
        return Failure(
            at: position,
            "'\(path)' cannot be read: \(isForbidden ? "permission denied" : error.localizedDescription)",
            remedy: "Look at the file's permissions."
        )
    }
}
