"""Say by the exit status whether the libraries that WeasyPrint opens are on this machine."""

import os
import sys
from ctypes.util import find_library

NEEDED = ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig")

# Homebrew keeps its libraries where only its own Python looks.
os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", "/opt/homebrew/lib:/usr/local/lib")
missing = [name for name in NEEDED if find_library(name) is None]
if missing:
    sys.exit("missing: " + ", ".join(missing))
