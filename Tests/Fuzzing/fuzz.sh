#!/bin/sh
# Throws bytes at the readers for some seconds (60 unless another number is given), beginning with the cases of the spec
# files and with what once made a difference (Cases/), while AddressSanitizer watches every access to memory. A new crasher
# is left in Cases/, to be kept. Linux only.
#   Tests/Fuzzing/fuzz.sh [SECONDS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work="$here/../../.build/fuzzing"
mkdir -p "$work/seeds"
python3 - "$here/../RecordsTests/Fixtures" "$work/seeds" << 'PYTHON'
import gzip, pathlib, re, sys

fixtures, seeds = map(pathlib.Path, sys.argv[1:])
number = 0
for spec in sorted(fixtures.rglob("*.md")):
    for block in re.findall(r"^`{3,}[^\n]*\n(.*?)^`{3,}", spec.read_text(), re.M | re.S):
        packed = gzip.compress(b"id,at,what,channel\n" + block.encode(), mtime=0)
        (seeds / f"{spec.stem}-{number}-packed").write_bytes(b"\x0a" + packed)
        for lead in (b"\x00", b"\x05", b"\xff", b"\x75"):
            (seeds / f"{spec.stem}-{number}-{lead.hex()}").write_bytes(lead + b"id,at,what,channel\n" + block.encode())
            (seeds / f"{spec.stem}-{number}-{lead.hex()}-own").write_bytes(lead + block.encode())
        number += 1
PYTHON
swift build --package-path "$here" --scratch-path "$work/package" --sanitize=fuzzer --sanitize=address -c release
ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no "$work/package/release/fuzz-readers" \
    -max_total_time="${1:-60}" -max_len=4096 -artifact_prefix="$here/Cases/" -print_final_stats=1 \
    "$work/seeds" "$here/Cases"
