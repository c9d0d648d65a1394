"""What the checker of standards says, told in the reader's language.

The checker works far from any page and speaks English. Each of its sentences is listed beside
its Spanish, with `{name}` for what differs, and is found by its English words; a sentence that
nobody listed is told as it is.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from jobquality.wording.checked import TOLD
from jobquality.wording.refusals import spoken_refusal

_PLACE = re.compile(r"\{(\w+)\}")
#: What stands in quotes in Spanish.
_QUOTES = re.compile("«[^»]*»")
#: A word of somebody's file, as the checker quotes it.
_WORD = re.compile(r"'([^']*)'")
#: What differs: anything at all in quotes, elsewhere within one sentence.
_QUOTED, _UNQUOTED = ".*?", r"(?:(?![.?!]\s+[A-Z]).)+?"
#: Where one sentence ends and the next begins.
_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z'«])")
#: What differs is a number where it has one of these names, so that no other word is taken for it.
_NUMBERS, _NUMBER = ("n", "n2"), r"-?[0-9]\S*"
#: Nobody reads a longer sentence, and looking for it would take long.
_LONGEST = 1_000


@lru_cache(maxsize=4096)
def spoken_check(text: str, language: str) -> str:
    """Return what the checker says in `language`, or as it is where nobody has listed it."""
    if language == "en" or len(text) > _LONGEST:
        return text
    whole = _found(text)
    if whole is not None:
        return whole
    parts = [_found(part) or _refused(part) for part in _END.split(text)]
    return " ".join(part for part in parts if part) if all(parts) else spoken_refusal(text, "es")


def _refused(text: str) -> str | None:
    told = spoken_refusal(text, "es")
    return told if told != text else None


def _found(text: str) -> str | None:
    for pattern, spanish, quoted in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return _filled(spanish, found.groupdict(), quoted)
    return None


def _filled(sentence: str, values: Mapping[str, str], quoted: frozenset[str]) -> str:
    """Return a sentence with what differs in it; words of ours inside it are told as well.

    What stands in quotes is a word of somebody's file, and stays.
    """

    def inside(place: re.Match[str]) -> str:
        value = values[place[1]]
        return value if place[1] in quoted else _told_inside(value)

    return _PLACE.sub(inside, sentence).replace(" de el ", " del ").replace(" a el ", " al ")


def _told_inside(value: str) -> str:
    word = _WORD.fullmatch(value)
    return f"«{word[1]}»" if word else _found(value) or value


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Return each sentence as a pattern, its Spanish, and which places in it stand in quotes.

    Those with the most words of their own come first.
    """
    ordered = sorted(TOLD, key=lambda one: -len(_PLACE.sub("", one[0])))
    return tuple(_pattern(english, spanish) for english, spanish in ordered)


def _pattern(english: str, spanish: str) -> tuple[re.Pattern[str], str, frozenset[str]]:
    quoted = frozenset(name for text in _QUOTES.findall(spanish) for name in _PLACE.findall(text))
    return re.compile("".join(_parts(english, quoted)), re.DOTALL), spanish, quoted


def _parts(english: str, quoted: frozenset[str]) -> Iterator[str]:
    seen: set[str] = set()
    for number, part in enumerate(_PLACE.split(english)):
        if number % 2 == 0:
            yield re.escape(part)
        elif part in seen:
            yield f"(?P={part})"
        else:
            seen.add(part)
            anything = _QUOTED if part in quoted else _UNQUOTED
            yield f"(?P<{part}>{_NUMBER if part in _NUMBERS else anything})"
