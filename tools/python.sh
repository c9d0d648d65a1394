#!/bin/sh
# Print the Python to use: $PYTHON if set, else the first that is 3.11 or newer.
# A name on the PATH may be a shim for a version that is not there, so each one is run.
set -eu
for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
  if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    command -v "$name"
    exit 0
  fi
done
exit 1
