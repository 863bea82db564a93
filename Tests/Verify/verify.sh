#!/bin/sh
# `make verify`: looks at a built site as browsers, screen readers and validators do, then sets the counting engine
# against its oracle on fifty times as many random cases as `make test`, the judgement of weeks against 1,000 simulated
# processes, hidden numbers against more twins, and throws bytes at the readers for a minute. Installs what it needs.
#   Tests/Verify/verify.sh [FOLDER]        the folder is output/ unless another one is named
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tools="$here/../../.build/verify"
site=${1:-"$here/../../output"}

missing() { ! command -v "$1" > /dev/null; }

sudo=$([ "$(id -u)" = 0 ] || echo sudo)
if missing chromium || missing nginx || missing java || missing xmllint || ! python3 -c 'import ensurepip' 2> /dev/null; then
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium nginx-light default-jre-headless libxml2-utils python3-venv
fi
if [ ! -e "$tools/ready" ]; then
    python3 -m venv --clear "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    touch "$tools/ready"
fi
failed=0
PYTHONDONTWRITEBYTECODE=1 "$tools/bin/python" "$here/verify.py" "$site" || failed=1
huni="$here/../../.build/debug/huni"
swift build --package-path "$here/../.." --product huni
PYTHONDONTWRITEBYTECODE=1 "$tools/bin/python" "$here/mail.py" "$huni" "$here/../.." tr en || failed=1
if [ "$(uname)" = Linux ]; then "$here/../Fuzzing/fuzz.sh" 60 || failed=1; fi
HUNI_LONG=1 swift test --package-path "$here/../.." --filter 'FunnelTests.(OracleTests|ScannedOracleTests|JudgementSimulationTests)|SiteTests.TwinSiteTests' || failed=1
exit $failed
