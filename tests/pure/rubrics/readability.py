"""How many years of school an English text asks for: the Flesch-Kincaid grade."""

import re

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|[0-9][0-9.,]*")
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
#: Vowels side by side that are spoken apart, as in "being" or "annual".
_APART = re.compile(r"[aeiou]ing$|ia(?!l$|n$|ls$)|io(?!n)|iu|ua(?!r)")
#: Endings that are written but not spoken, as in "wages" (no), "times" and "asked" (yes).
_SILENT = re.compile(r"(?<=[^aeiouy])es?$|(?<=[^aeiouytd])ed$")
_SPOKEN = re.compile(r"[^aeiouy]les?$|(?:[csxzg]|[cs]h)es$")
_IRREGULAR = {
    "area": 3, "business": 2, "create": 2, "employees": 3, "every": 2, "experience": 4,
    "idea": 3, "people": 2, "safety": 2,
}  # fmt: skip


def syllables(word: str) -> int:
    """Return about how many syllables are spoken; a number counts one for each digit."""
    spelled = word.lower().split("'")[0]
    if spelled[0].isdigit():
        return sum(character.isdigit() for character in spelled)
    if spelled in _IRREGULAR:
        return _IRREGULAR[spelled]
    count = len(_VOWELS.findall(spelled)) + len(_APART.findall(spelled))
    is_silent = _SILENT.search(spelled) and not _SPOKEN.search(spelled)
    return max(count - bool(is_silent), 1)


def grade(text: str) -> float:
    """Return the school grade at which a text is understood.

    Source: Kincaid and others, Derivation of New Readability Formulas, 1975.
    """
    words = _WORD.findall(text)
    sentences = max(len(_SENTENCE_END.findall(text)), 1)
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
