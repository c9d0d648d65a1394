"""What a refusal says, on the pages: found by its English words, told in the reader's language.

Refusals are raised far from any page, in English. Each is listed here as it is raised, with
`{name}` for what differs, beside its Spanish. A refusal that nobody listed is told as it is.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from jobquality.wording import refused
from jobquality.wording.reasons import WORDING
from jobquality.wording.refusal import Refusal

#: A place in a refusal for what differs.
_PLACE = re.compile(r"\{(\w+)\}")
#: Where one sentence ends and the next begins.
_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z¿'])")
#: A county and its code, as a list of places titles it.
_COUNTY = re.compile(r"\(county ([0-9]{5})\)")
_COUNTIES = {"en": "county", "es": "condado"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
#: The one figure that every installation needs has words of its own; others say their ids' words.
_FIGURES = {("living_wage", "es"): "salario digno"}

REFUSALS: tuple[Refusal, ...] = (
    *refused.forms.REFUSALS,
    *refused.employers.REFUSALS,
    *refused.assessing.REFUSALS,
    *refused.reviewing.REFUSALS,
    *refused.publishing.REFUSALS,
    *refused.messages.REFUSALS,
    *refused.record.REFUSALS,
    *refused.hands.REFUSALS,
    *refused.practice.REFUSALS,
    *refused.speakers.REFUSALS,
    *refused.replying.REFUSALS,
    *refused.corrections.REFUSALS,
    *refused.statements.REFUSALS,
    *refused.standards.REFUSALS,
    *refused.editionmoves.REFUSALS,
)


@lru_cache(maxsize=1024)
def spoken_refusal(text: str, language: str) -> str:
    """Return a refusal in `language`, or as it is where nobody has listed it."""
    whole = _found(text, language)
    if whole is not None:
        return whole
    parts = [_found(part, language) for part in _END.split(text)]
    return " ".join(part for part in parts if part) if all(parts) else text


def _found(text: str, language: str) -> str | None:
    for pattern, refusal in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return refusal.spoken(language).format(**_values(found.groupdict(), language))
    return None


def _values(values: Mapping[str, str], language: str) -> dict[str, str]:
    """Return what differs; a sentence inside the sentence, or a field's name, is told as well."""
    plain = {**values, **_missing_figure(values, language)}
    return {
        name: _found(value, language) or _county(value, language) for name, value in plain.items()
    }


def _missing_figure(values: Mapping[str, str], language: str) -> dict[str, str]:
    """Return a figure that a place misses without a program's signs."""
    if not {"figure", "places"} <= values.keys():
        return {}
    name = values["figure"]
    day = _DAY.fullmatch(values.get("day", ""))
    nearest = values["places"].partition(" → ")[0]  # what it lies in was looked up too: no news
    return {
        "figure": _FIGURES.get((name, language), name.replace("_", " ")),
        "places": _COUNTY.sub(f"({_COUNTIES[language]})", nearest),
        **({"day": _day(day, language)} if day else {}),
    }


def _day(found: re.Match[str], language: str) -> str:
    """Return a day of a refusal as people write it."""
    year, month, day = found.groups()
    name = WORDING[f"month_{int(month)}"].spoken(language)
    return WORDING["day"].spoken(language).format(month=name, day=int(day), year=year)


def _county(value: str, language: str) -> str:
    return _COUNTY.sub(r"(condado \1)", value) if language == "es" else value


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Refusal], ...]:
    """Return each refusal as a pattern, those with the most words of their own first."""
    ordered = sorted(REFUSALS, key=lambda one: -len(_PLACE.sub("", one.said)))
    return tuple((re.compile("".join(_parts(one.said)), re.DOTALL), one) for one in ordered)


def _parts(said: str) -> Iterator[str]:
    for number, part in enumerate(_PLACE.split(said)):
        yield f"(?P<{part}>.+?)" if number % 2 else re.escape(part)
