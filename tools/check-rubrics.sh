#!/bin/sh
# Let the checker read every edition that we ship; their words in each language are read with them.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
editions=$(find jobquality/rubrics/catalog -name '[0-9]*.*.yaml' ! -name '*.*.*.yaml' | sort)
# shellcheck disable=SC2086 # one word an edition
jobquality rubric check $editions
