/// Where YAML text first uses a value that it named before (`&name … *name`).
///
/// A few lines of such values can stand for billions, and comparing them as keys would never end, so they are looked
/// for before YAML is asked. Quotes are not looked at: `"&a *a"` counts as well.
/// - Returns: The byte at which the use begins; `nil` without one.
func firstAlias(in yaml: [UInt8]) -> Int? {
    var named: Set<ArraySlice<UInt8>> = []
    for index in yaml.indices where yaml[index] == UInt8(ascii: "&") || yaml[index] == UInt8(ascii: "*") {
        guard index == 0 || beforeTokens.contains(yaml[index - 1]) else { continue }
        let name = yaml[(index + 1)...].prefix(80).prefix { !afterNames.contains($0) }
        if name.isEmpty { continue }
        if yaml[index] == UInt8(ascii: "&") {
            named.insert(name)
        } else if named.contains(name) {
            return index
        }
    }
    return nil
}

private let beforeTokens = Set(" \t\n[]{},:?-\"'".utf8)
private let afterNames = Set(" \t\n[]{},:".utf8)
