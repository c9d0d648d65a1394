#!/bin/sh
# Make sure that what Python cannot install for itself is on this machine.
# usage: tools/system.sh run|test
# As root on Debian or Ubuntu it installs what is missing; elsewhere it names the one command.
set -eu
cd "$(dirname "$0")/.."
need=$1

# One line a piece: for | what | how to see that it is there | Debian | Fedora | Alpine | Homebrew
# "-" = this system has no package of that kind.
pieces() {
  cat <<'TABLE'
run|Python 3.11 or newer|sh tools/python.sh|python3|python3|python3|python@3.13
run|Python's venv and pip|"$(sh tools/python.sh)" -c "import ensurepip, venv"|python3-venv|python3|python3|python@3.13
run|Pango, which lays out documents|"$(sh tools/python.sh)" tools/pango.py|libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0|pango harfbuzz|pango harfbuzz-subset|pango
test|a library that the browser's driver needs|.venv/bin/python -m playwright --version|libatomic1|libatomic|libatomic|-
test|the Chromium browser|.venv/bin/python tests/browser/chromium.py|chromium|chromium|chromium|-
TABLE
}

has() { command -v "$1" >/dev/null 2>&1; }

manager() {
  for name in apt-get dnf apk brew; do
    if has "$name"; then echo "$name"; return; fi
  done
  echo none
}

# Print "what|package" for every piece that is missing.
missing() {
  pieces | while IFS='|' read -r for what probe debian fedora alpine homebrew; do
    [ "$for" = "$need" ] || continue
    (eval "$probe") </dev/null >/dev/null 2>&1 && continue
    case $1 in
      apt-get) package=$debian ;;
      dnf) package=$fedora ;;
      apk) package=$alpine ;;
      brew) package=$homebrew ;;
      *) package=- ;;
    esac
    echo "$what|$package"
  done
}

install_command() {
  case $1 in
    apt-get) echo "apt-get install -y --no-install-recommends" ;;
    dnf) echo "dnf install -y" ;;
    apk) echo "apk add" ;;
    brew) echo "brew install" ;;
  esac
}

manager=$(manager)
lacking=$(missing "$manager")
[ -n "$lacking" ] || exit 0

echo "Not on this machine yet:"
echo "$lacking" | sed 's/|.*//; s/^/  - /'
packages=$(echo "$lacking" | sed "s/.*|//" | sort -u | grep -vx -e - | tr "\n" " " | sed "s/ $//" || true)

if [ -z "$packages" ]; then
  if [ "$need" = test ]; then
    echo "Fetching a browser for the tests ..."
    exec .venv/bin/python -m playwright install chromium
  fi
  echo "Please install it, then try again." >&2
  exit 1
fi

command="$(install_command "$manager") $packages"
if [ "$manager" = apt-get ] && [ "$(id -u)" = 0 ]; then
  echo "Installing: $packages"
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  # shellcheck disable=SC2086 # the words of the command are meant to be apart
  if apt-get update -qq >"$log" 2>&1 && $command >>"$log" 2>&1; then
    rm -f "$log"
    exit 0
  fi
  tail -n 20 "$log" >&2
  echo "That did not work. The whole report is in $log" >&2
  exit 1
fi

[ "$manager" = brew ] || command="sudo $command"
echo "Run this once, then try again:" >&2
echo "  $command" >&2
exit 1
