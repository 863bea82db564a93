// Templates: the built-in HTML (Mustache) and CSS, compiled into the program. No logic.

/// What each template gets, as Markdown for people; templates are checked by its tables.
public let templateReference: [UInt8] = PackageResources.REFERENCE_md

/// The built-in files, by the name that a file of the site's own `Templates/` replaces.
public let builtInTemplates: [String: [UInt8]] = [
    "style.css": PackageResources.style_css,
    "layout.mustache": PackageResources.layout_mustache,
    "week.mustache": PackageResources.week_mustache,
    "stages.mustache": PackageResources.stages_mustache,
    "stage.mustache": PackageResources.stage_mustache,
    "play.mustache": PackageResources.play_mustache,
    "play-item.mustache": PackageResources.play_item_mustache,
    "value.mustache": PackageResources.value_mustache,
    "pipeline.mustache": PackageResources.pipeline_mustache,
    "tests.mustache": PackageResources.tests_mustache,
    "block.mustache": PackageResources.block_mustache,
    "activity.mustache": PackageResources.activity_mustache,
    "other-view.mustache": PackageResources.other_view_mustache,
    "archive.mustache": PackageResources.archive_mustache,
    "method.mustache": PackageResources.method_mustache,
    "not-found.mustache": PackageResources.not_found_mustache,
    "page.mustache": PackageResources.page_mustache,
    "redirect.mustache": PackageResources.redirect_mustache,
    "glossary.mustache": PackageResources.glossary_mustache,
]
