// Templates: the built-in HTML (Mustache) and CSS, compiled into the program. No logic.

/// The built-in files, by the name that a file of the site's own `Templates/` replaces.
public let builtInTemplates: [String: [UInt8]] = [
    "style.css": PackageResources.style_css
]
