#!/bin/sh
# Make .venv and put the locked packages into it.
# usage: tools/setup.sh run|dev
set -eu
cd "$(dirname "$0")/.."
place=$(pwd -P)
kind=$1
venv=.venv

sh tools/system.sh run
python=$(sh tools/python.sh)

# A copied or moved checkout carries scripts that point to the old place.
if [ "$(cat "$venv/.place" 2>/dev/null)" != "$place" ] || ! "$venv/bin/python" -c '' 2>/dev/null; then
  echo "Making $venv with $("$python" --version) ..."
  rm -rf "$venv"
  "$python" -m venv "$venv"
  echo "$place" >"$venv/.place"
fi

echo "Installing the locked packages (a minute or two the first time) ..."

pip() { "$venv/bin/python" -m pip --disable-pip-version-check "$@"; }

# uv is many times faster than pip; where it has no wheel, pip does the same work.
if [ ! -x "$venv/bin/uv" ]; then
  pip install -q --require-hashes --only-binary :all: -r requirements/uv.txt >"$venv/uv.log" 2>&1 || true
fi
if [ -x "$venv/bin/uv" ]; then
  # Some networks bring their own certificates; the system knows them.
  export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}" UV_PYTHON_DOWNLOADS=never
  install() { "$venv/bin/uv" pip install --python "$venv/bin/python" "$@"; }
else
  install() { pip install "$@"; }
fi
# Progress is worth seeing, the long list of what was installed is not.
{ install --require-hashes -r "requirements/$kind.txt" 2>&1 && echo ok >"$venv/.installed"; } |
  grep -v -e '^ [+~-] ' -e '^Requirement already' || true
[ -f "$venv/.installed" ] || { echo "The packages could not be installed." >&2; exit 1; }
rm -f "$venv/.installed"
install -q --no-deps --no-build-isolation -e .

touch "$venv/.run"
[ "$kind" = run ] || touch "$venv/.dev"
echo "Ready."
