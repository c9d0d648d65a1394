"""The files of words beside a standard: those that are read, and those that only look like it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

LANGUAGES = ("en", "es")

_ENDINGS = (".yaml", ".yml")
_TAIL = re.compile(r"[._\- ]([^\W\d_]{2,12})")
_MEANT = {
    "en": ("en", "eng", "english", "inglés", "ingles"),
    "es": ("es", "sp", "spa", "esp", "spanish", "español", "espanol"),
}
_LANGUAGE = re.compile(r"[a-z]{2}", re.IGNORECASE)
#: What a file of another kind starts with.
_OTHER_KIND = re.compile(rb"^(?:rubric|parameters|places)\s*:", re.MULTILINE)
_MOST_READ = 4_096


def find_siblings(file: Path) -> dict[str, Path]:
    """Return the files of words that are read with a standard, by language."""
    named = {language: file.with_name(f"{file.stem}.{language}.yaml") for language in LANGUAGES}
    return {language: sibling for language, sibling in named.items() if sibling.is_file()}


def unread_siblings(file: Path) -> tuple[str, ...]:
    """Return a sentence for each file beside a standard that is named almost like its words."""
    try:
        return tuple(_unread(file, sorted(file.parent.iterdir())))
    except OSError:  # a folder that may not be listed
        return ()


def _unread(file: Path, beside: Iterable[Path]) -> Iterator[str]:
    read = [file, *find_siblings(file).values()]
    for other in beside:
        tail = _TAIL.fullmatch(other.stem.removeprefix(file.stem))
        is_beside = other.stem.startswith(file.stem) and other.suffix.lower() in _ENDINGS
        if not (is_beside and tail and other.is_file()) or any(map(other.samefile, read)):
            continue
        language = _language(tail[1].lower())
        if language is not None and not _is_other_kind(other):
            yield f"{other.name} is not read. {_remedy(file, language)}"


def _language(tail: str) -> str | None:
    """Return the language that a name means, '' for one that we do not read, None for none."""
    meant = next((language for language, names in _MEANT.items() if tail in names), None)
    return "" if meant is None and _LANGUAGE.fullmatch(tail) else meant


def _remedy(file: Path, language: str) -> str:
    if language:
        return f"Name it {file.stem}.{language}.yaml."
    names = " and ".join(f"{file.stem}.{known}.yaml" for known in LANGUAGES)
    return f"Words are read from {names} only."


def _is_other_kind(file: Path) -> bool:
    with file.open("rb") as opened:
        return _OTHER_KIND.search(opened.read(_MOST_READ)) is not None
