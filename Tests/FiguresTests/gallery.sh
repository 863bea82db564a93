#!/bin/sh
# Lays all goldens out as one page with the built-in style sheet: .build/gallery.html
set -eu
here=$(dirname "$0")
root="$here/../.."
page="$root/.build/gallery.html"
mkdir -p "$root/.build"
{
    printf '<!DOCTYPE html>\n<html lang="tr">\n<head>\n<meta charset="utf-8">\n<title>Figures</title>\n'
    printf '<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n'
    cat "$root/Templates/style.css"
    printf '</style>\n</head>\n<body>\n'
    cat "$here/Goldens/hatches.html"
    printf '<main class="wrap">\n<h1>Figures</h1>\n<div class="cols">\n'
    for golden in "$here"/Goldens/funnel-*.html; do
        printf '<div>\n'
        cat "$golden"
        printf '</div>\n'
    done
    printf '</div>\n'
    cat "$here/Goldens/table.html"
    printf '</main>\n</body>\n</html>\n'
} >"$page"
echo "$page"
