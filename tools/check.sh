#!/bin/sh
# Everything that can be judged without running the program. All of it runs; then it passes or not.
set -u
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
export NO_COLOR=1
failed=""

check() {
  name=$1
  shift
  if report=$("$@" 2>&1); then
    echo "ok      $name"
  else
    echo "FAILED  $name"
    echo "$report"
    failed="$failed $name,"
  fi
}

check "formatting" ruff format --check .
check "style" ruff check .
check "types" mypy
check "layers" lint-imports --no-logo
check "spelling" codespell
check "templates" djlint templates --lint --quiet
check "declared packages" deptry . --no-ansi
if [ -f jobquality/cli/__init__.py ] && [ -d jobquality/rubrics/catalog ]; then
  check "shipped rubrics" sh tools/check-rubrics.sh
fi

[ -z "$failed" ] || { echo "Failed:${failed%,}." >&2; exit 1; }
echo "Everything holds."
