public import Calendars
public import Diagnostics
public enum NoteKind: Sendable { case stage, play, page }
public struct NoteOptions: Sendable { public init(kind: NoteKind, headingLevel: Int = 2, idPrefix: String = "", maximumBytes: Int = 256 * 1024) {} }
public struct LinkUse: Sendable { public enum Kind: Sendable { case link, image }; public var kind: Kind; public var destination: String; public var position: SourcePosition }
public enum LinkAnswer: Sendable { case address(String); case broken(Diagnostic) }
public enum WeekOrDate: Sendable { case week(Week), date(LocalDate) }
public struct FrontMatter: Sendable { public var title: String? = nil; public var kpi: String? = nil; public var effort = 2; public var owner: String? = nil; public var channels: [String] = []; public var started: WeekOrDate? = nil; public var review: WeekOrDate? = nil; public var weight = 100; public var isDraft = false }
public struct Note: Sendable {
  public var title: String? = nil; public var frontMatter = FrontMatter(); public var html = ""; public var summary = ""
  public struct Reading { public let note: Note?; public let problems: [Diagnostic] }
  public static func read(_ bytes: [UInt8], file: String, options: NoteOptions, resolve: (LinkUse) -> LinkAnswer) -> Reading { Reading(note: nil, problems: []) }
}
