internal import Diagnostics
internal import Mustache

/// Why a template cannot be parsed, in words for the person who writes it.
struct TemplateFault {
    private let error: any Error
    private let file: String
    private let text: String

    init(_ error: any Error, file: String, text: String) {
        self.error = error
        self.file = file
        self.text = text
    }

    var diagnostic: Diagnostic {
        guard let fault = error as? MustacheTemplate.ParserError else {
            return Diagnostic(at: SourcePosition(file: "Templates/\(file)"), "no proper template: \(error)")
        }
        if let open = TemplateTags(text).unclosed {
            return Diagnostic(
                at: open.position(in: file),
                "the section '\(open.name)' is not closed",
                remedy: "Write {{/\(open.name)}} where it ends, after the end of sections that begin in it."
            )
        }
        let place = SourcePosition(
            file: "Templates/\(file)",
            line: fault.context.lineNumber,
            column: fault.context.columnNumber
        )
        return Diagnostic(at: place, "no proper template: \(message(fault.error))", remedy: "Mend the tag here.")
    }

    private func message(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "a section is closed that is not open"
        case .unfinishedName: "a tag has no proper name, or no end"
        case .expectedSectionEnd: "a section has no end"
        case .invalidSetDelimiter: "delimiters are set in a wrong form"
        case .transformAppliedToInheritanceSection: "a block cannot be transformed"
        case .illegalTokenInsideInheritSection, .textInsideInheritSection: "only blocks may stand there"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "a variable of the engine is not known"
        case nil: "a tag has no end"
        }
    }
}
