#!/bin/sh
# Lays all goldens out as one page with the built-in style sheet: .build/gallery.html
set -eu
here=$(dirname "$0")
root="$here/../.."
page="$root/.build/gallery.html"
mkdir -p "$root/.build"
# The figures of one kind, each in a column of its own.
figures() {
    printf '<h2>%s</h2>\n<div class="cols">\n' "$1"
    for golden in "$here"/Goldens/"$1"-*.html; do
        printf '<div id="case-%s">\n' "$(basename "$golden" .html)"
        cat "$golden"
        printf '</div>\n'
    done
    printf '</div>\n'
}
{
    printf '<!DOCTYPE html>\n<html lang="tr">\n<head>\n<meta charset="utf-8">\n<title>Figures</title>\n'
    printf '<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n'
    cat "$root/Templates/style.css"
    printf '</style>\n</head>\n<body>\n'
    cat "$here/Goldens/hatches.html"
    printf '<main class="wrap">\n<h1>Figures</h1>\n<div class="scroll"><table class="tbl"><caption>Sparklines</caption>\n<tbody>\n'
    for golden in "$here"/Goldens/sparkline-*.html; do
        printf '<tr><th scope="row">%s</th><td>\n' "$(basename "$golden" .html | cut -d- -f2-)"
        cat "$golden"
        printf '</td></tr>\n'
    done
    printf '</tbody>\n</table></div>\n'
    for kind in $(ls "$here/Goldens" | grep -- - | cut -d- -f1 | grep -v sparkline | sort -u); do figures "$kind"; done
    cat "$here/Goldens/table.html"
    printf '</main>\n</body>\n</html>\n'
} >"$page"
echo "$page"
