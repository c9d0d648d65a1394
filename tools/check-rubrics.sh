#!/bin/sh
# Let the checker read every edition that we ship. Sibling files such as NAME.es.yaml are read with it.
set -eu
cd "$(dirname "$0")/.."
find jobquality/rubrics/catalog -name '*.yaml' ! -name '*.*.yaml' -print | sort | while read -r file; do
  jobquality rubric check "$file"
done
