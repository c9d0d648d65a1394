"""What kind of device a visit comes from, as coarse as people say it: Firefox on Windows.

No version, no model and no address is kept: enough to know one's own, and no more.
"""

#: The first that is found counts: Edge and Opera call themselves Chrome, and Chrome Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device_of(agent: str) -> str:
    """Return the browser and the system of a user agent, as `Firefox/Windows`; or ?."""
    return f"{_first(agent, _BROWSERS)}/{_first(agent, _SYSTEMS)}"


def _first(agent: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((name for sign, name in names if sign in agent), "?")
