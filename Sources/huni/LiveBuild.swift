internal import Diagnostics
internal import Foundation
internal import Serving
internal import Watching

/// Builds the site again and again, and tells the terminal what came of it.
///
/// Data are read and counted again only where something else than notes and templates has changed: an edited note is
/// on its page at once, however large the data are.
struct LiveBuild {
    /// Names in the site's folder that a build does not read.
    static let ignored: Set<String> = ["output"]

    private let options: SiteOptions
    private let baseURL: String?
    private var counted: (count: Workshop.Count, of: [String: FolderTree.Stamp])?
    private var files: [String: [UInt8]] = [:]
    private var told: [Diagnostic] = []

    init(_ options: SiteOptions, baseURL: String?) {
        self.options = options
        self.baseURL = baseURL
    }

    /// The site as its folder has it now.
    mutating func make() -> ServedSite.Build {
        var workshop = Workshop(options)
        let inputs = FolderTree(options.root, besides: Self.ignored).files.filter { !Self.isText($0.key) }
        do {
            let result = try workshop.make(baseURL: baseURL, showsDrafts: true, known: count(of: inputs))
            counted = (result.count, inputs)
            if let refusal = options.refusal(of: result.warnings) { return failed(result.warnings + [refusal]) }
            tell(result.warnings)
            tellFiles(result, workshop)
            return .files(result.files, below: BasePath(publicAddress: result.baseURL))
        } catch let failure as Failure {
            return failed(failure.diagnostics)
        } catch {
            return failed([Diagnostic(.error, "the site cannot be built: \(error)")])
        }
    }

    /// What was counted at last; `nil` where that may no longer be what the data give.
    private func count(of inputs: [String: FolderTree.Stamp]) -> Workshop.Count? {
        guard let counted, counted.of == inputs else { return nil }
        return (counted.count.files + [options.config]).allSatisfy { inputs[$0] != nil } ? counted.count : nil
    }

    /// Whether nothing is counted in a file.
    private static func isText(_ path: String) -> Bool {
        let endings = [".md", ".mustache", ".css"]
        guard endings.contains(where: path.hasSuffix) else { return false }
        return path.hasPrefix("Templates/") || (path.hasPrefix("content/") && !path.hasPrefix("content/data/"))
    }

    private mutating func failed(_ problems: [Diagnostic]) -> ServedSite.Build {
        tell(problems)
        return .failed(problems)
    }

    /// Says each set of problems once, not at every save.
    private mutating func tell(_ problems: [Diagnostic]) {
        if problems != told { options.console.report(problems) }
        told = problems
    }

    private mutating func tellFiles(_ result: Workshop.Result, _ workshop: Workshop) {
        let changed = result.files.count { files[$0.key] != $0.value }
        if files.isEmpty { result.report.summary(bytes: result.count.bytes).forEach(options.console.say) }
        let change = files.isEmpty ? "" : ", \(number(changed)) changed"
        options.console.say("built    \(number(result.files.count)) files\(change) in \(workshop.total)")
        files = result.files
    }
}

extension ServedSite.Build {
    /// Where the site begins; the top while there is none.
    var base: BasePath {
        if case .files(_, let base) = self { base } else { .top }
    }
}
