#!/bin/sh
# perf stat's forms for programs follow the user's language: in German its JSON is none, and a line of its CSV has more columns,
# since half a millisecond, 0,54, is two of them: the column of the unit holds 54, and all that follows stands one further on.
#
# Guess: -x, and -j are for programs, and have points in every language, as sar's and mpstat's JSON has.
# Seen (perf 6.1.187): -x, in English "0.54,msec,task-clock,536465,100.00,0.363,CPUs utilized", in German "0,50,msec,task-clock,496845,
#   100,00,0,CPUs utilized"; -j in German has "pcnt-running" : 100,00, which no parser takes. Events that are whole numbers keep their
#   columns up to there. mpstat -o JSON (sysstat 12.6.1) has points in both.
# So: a script that was tried in one language reads 0 for 0.54 in the other, or a number for a unit. Interleave reads the kernel and
#   no reports, and its own CSV and JSON have points in every language.
set -eu
command -v perf >/dev/null && command -v localedef >/dev/null && [ -e /usr/share/i18n/locales/de_DE ] ||
    { echo "needs perf (linux-perf), localedef and /usr/share/i18n (locales)" >&2; exit 2; }
[ -x /usr/bin/python3 ] && command -v mpstat >/dev/null || { echo "needs python3 and mpstat (sysstat)" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
perf --version
mpstat -V | head -1
localedef -i de_DE -f UTF-8 "$dir/de_DE.UTF-8" 2>/dev/null || [ -d de_DE.UTF-8 ]
for language in C de_DE.UTF-8; do
    export LOCPATH="$dir" LC_ALL=$language
    perf stat -o csv -x , -e task-clock true
    perf stat -o json -j -e task-clock true
    mpstat -o JSON 1 1 >mpstat
    grep -h task-clock csv json
    LC_ALL=C /usr/bin/python3 - "$language" <<'PYTHON' | tee -a seen
import json, sys


def read(text):
    """Whether a text is JSON."""
    try:
        json.loads(text)
        return "JSON"
    except ValueError:
        return "no-JSON"


line = [line for line in open("csv") if "task-clock" in line][0]
report = [line for line in open("json") if "task-clock" in line][0]
print(sys.argv[1], "unit:", line.split(",")[1], "perf:", read(report), "mpstat:", read(open("mpstat").read()))
PYTHON
done
grep -qx 'C unit: msec perf: JSON mpstat: JSON' seen || { echo "CHANGED: the English forms" >&2; exit 1; }
grep -q '^de_DE.UTF-8 unit: [0-9]* perf: no-JSON mpstat: JSON$' seen || { echo "CHANGED: points in every language" >&2; exit 1; }
echo "as seen: a comma is a comma"
