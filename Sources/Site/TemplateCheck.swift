internal import Diagnostics

/// Looks through templates for names that no page gives and partials that there are not, in sections too that no page
/// shows today.
struct TemplateCheck {
    let reference: TemplateReference
    /// The text of each template, by name without ending.
    let sources: [String: String]
    /// All texts of the program.
    let phrases: [String]

    /// What is wrong with any template.
    var problems: [Diagnostic] {
        var problems: [Diagnostic] = []
        for template in reference.templates.keys.sorted() where sources[template] != nil {
            for problem in self.problems(in: template, [reference.names(of: template)], from: [])
            where !problems.contains(problem) {
                problems.append(problem)
            }
        }
        return problems
    }

    /// - Parameters:
    ///   - scopes: What is known where the template is used, the innermost last.
    ///   - users: The templates that it is used by, itself not among them.
    private func problems(
        in template: String,
        _ scopes: [[String: TemplateShape]],
        from users: [String]
    ) -> [Diagnostic] {
        guard let text = sources[template], !users.contains(template) else { return [] }
        let file = "\(template).mustache"
        var scopes = scopes
        var problems: [Diagnostic] = []
        for tag in TemplateTags(text).tags {
            switch tag.kind {
            case "!", "$": if tag.kind == "$" { scopes.append([:]) }
            case "=": problems.append(delimiters(tag, file))
            case "/": if scopes.count > 1 { scopes.removeLast() }
            case "<", ">":
                problems += sources[tag.name] == nil ? [missing(tag, file)] : []
                problems += self.problems(in: tag.name, scopes, from: users + [template])
                if tag.kind == "<" { scopes.append([:]) }
            default:
                let name = tag.plainName
                let shape = shape(of: name, scopes)
                if shape == nil { problems.append(unknown(tag, name, scopes, file)) }
                if tag.kind == "#" || tag.kind == "^" { scopes.append(shape?.children ?? [:]) }
            }
        }
        return problems
    }

    private func shape(of name: String, _ scopes: [[String: TemplateShape]]) -> TemplateShape? {
        if name == "." { return .text }
        let parts = name.split(separator: ".").map(String.init)
        if parts.first == "t" {
            let path = parts.dropFirst().joined(separator: ".")
            return phrases.contains { $0 == path || $0.hasPrefix(path + ".") } ? .text : nil
        }
        guard let first = parts.first, let found = scopes.reversed().lazy.compactMap({ $0[first] }).first else {
            return nil
        }
        return parts.dropFirst().reduce(found) { $0?.children[$1] }
    }

    private func unknown(
        _ tag: TemplateTags.Tag,
        _ name: String,
        _ scopes: [[String: TemplateShape]],
        _ file: String
    ) -> Diagnostic {
        let known = name.hasPrefix("t.") ? phrases.map { "t." + $0 } : scopes.reversed().flatMap { $0.keys.sorted() }
        let near = nearestWord(to: name, in: known).map { "Did you mean '\($0)'? " } ?? ""
        return Diagnostic(
            at: tag.position(in: file),
            "the page has no value called '\(name)'",
            remedy: near + "`huni help templates` lists the values of each template."
        )
    }

    private func missing(_ tag: TemplateTags.Tag, _ file: String) -> Diagnostic {
        let known = sources.keys.sorted()
        let near = nearestWord(to: tag.name, in: known).map { "Did you mean '\($0)'? " } ?? ""
        return Diagnostic(
            at: tag.position(in: file),
            "there is no template '\(tag.name)'",
            remedy: near + "Templates are: \(known.joined(separator: ", "))."
        )
    }

    private func delimiters(_ tag: TemplateTags.Tag, _ file: String) -> Diagnostic {
        Diagnostic(
            at: tag.position(in: file),
            "the delimiters are changed here, and then nobody can check the names",
            remedy: "Write {{ and }} throughout."
        )
    }
}

extension TemplateTags.Tag {
    /// The name within calls such as `uppercased(name)`.
    fileprivate var plainName: String {
        String(name.split(separator: "(").last?.prefix { $0 != ")" } ?? "")
    }
}
