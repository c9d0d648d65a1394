#!/bin/sh
# Every test: pure, on SQLite, on a PostgreSQL that the run starts itself, and in a real browser.
set -eu
cd "$(dirname "$0")/.."
sh tools/system.sh test
exec .venv/bin/python -m pytest -n auto "$@"
