"""Where the files that are not Python live: in a checkout, or inside an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates() -> Path:
    """Return the folder of templates.

    A checkout keeps it at the top level, a wheel carries it inside the package.
    """
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def static() -> Path:
    """Return the folder of style sheets and pictures."""
    return _PACKAGE / "web" / "static"
