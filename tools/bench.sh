#!/bin/sh
# Every benchmark, one after the other: two at once would measure each other.
set -eu
cd "$(dirname "$0")/.."
for program in benchmarks/[a-z]*.py; do
  echo "== $program"
  .venv/bin/python "$program"
done
