#!/bin/sh
# Choose and pin every version, with hashes, for Linux and macOS and Python 3.11 to 3.14.
# Versions younger than a week are left out: most bad releases are found within days.
# UPGRADE=1 moves every pin forward; without it a pin moves only where pyproject.toml asks.
set -eu
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="make lock"

compile() {
  out=$1
  shift
  .venv/bin/uv pip compile "$@" --universal --python-version 3.11 --generate-hashes \
    --exclude-newer "1 week" ${UPGRADE:+--upgrade} --quiet --output-file "requirements/$out.txt"
}

compile run pyproject.toml --group build
compile dev pyproject.toml --group build --group dev --constraint requirements/run.txt
echo uv | compile uv -
git --no-pager diff --stat -- requirements
