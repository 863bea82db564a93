#!/bin/sh
# `make bench`: counts the same events with huni, DuckDB, chDB and Polars, and prints wall time, CPU time and peak memory.
# Needs Python 3, about 6 GB of disk and 8 GB of memory (without 50 million rows half of either); the engines come from PyPI
# into a folder of their own.
#   Tests/Benchmarks/bench.sh [--rows 1000000,10000000] [--runs 5]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root="$here/../.."
folder="$root/.build/bench"
mkdir -p "$folder"
if [ ! -e "$folder/venv/ready" ]; then
    python3 -m venv --clear "$folder/venv"
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    touch "$folder/venv/ready"
fi
swift build --package-path "$root" --configuration release --static-swift-stdlib --product huni
swift build --package-path "$here" --scratch-path "$folder/package" --configuration release
PYTHONDONTWRITEBYTECODE=1 "$folder/venv/bin/python" -u "$here/bench.py" \
    "$root/.build/release/huni" "$folder/package/release/generate-events" "$folder" "$@"
