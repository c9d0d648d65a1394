"""What people, and files, call the things of a standard.

Scores are read aloud by the same sentences for both. `FILES` says ids, in English, as score
files and the command line do; `Names` says the titles of an edition in the reader's language,
and an id only where nobody has given it a title.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Protocol

from jobquality.reading.bands import Edges, band_words, count_of, edges_of
from jobquality.reading.conditions import unmet_words, values_words
from jobquality.reading.numbers import digits_beside, number_words
from jobquality.reading.units import amount_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.floors import EACH_DIMENSION, SHARES
from jobquality.rubrics.model import (
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    TOTAL,
    AnswerKind,
    Band,
    Choice,
    Condition,
    Criterion,
    Critical,
    Group,
    Level,
    Rubric,
    Wording,
)
from jobquality.rubrics.places import Places
from jobquality.rubrics.units import Unit
from jobquality.rubrics.words import Words
from jobquality.wording import Speaker
from jobquality.wording.zones import plain_name

Named = Group | Criterion | Critical | Level
_WITHOUT_LEVEL = (NO_LEVEL, NOT_ENOUGH_KNOWN)
_MONTHS = 12
_DIGITS = 2
_ENGLISH = Speaker("en")
#: "0.85 times" says less than 0.85.
_PLAIN = "ratio"


class Naming(Protocol):
    """What the sentences need to know of names, in one language."""

    @property
    def say(self) -> Speaker:
        """Who says the sentences."""

    @property
    def digits(self) -> int:
        """How many decimals a score has beside the floor that it is held against."""

    def thing(self, name: str) -> str:
        """Return what a criterion, figure, topic or critical violation is called."""

    def subject(self, name: str) -> str:
        """Return what a condition of a level looks at, to stand before a verb."""

    def level(self, name: str) -> str:
        """Return a level, or the words where there is none."""

    def choice(self, question: Criterion, choice: Choice) -> str:
        """Return an answer that was chosen."""

    def amount(self, number: Fraction | None, question: Criterion) -> str:
        """Return a number as the answer to a question."""

    def measured(self, number: Fraction, unit: Unit) -> str:
        """Return a number in a unit."""

    def part(self, name: str, number: Fraction, unit: Unit) -> str:
        """Return a part of a figure; `name` is empty for a fixed number."""

    def band(
        self,
        question: Criterion,
        start: Fraction | None,
        end: Fraction | None,
        *,
        edges: Edges | None = None,
    ) -> str:
        """Return a band of a question; None is open, `edges` say what of it is still inside."""

    def figure(self, name: str) -> str:
        """Return what a dated figure is called."""

    def unmet(self, condition: Condition) -> str:
        """Return the condition that does not hold."""

    def day(self, day: date) -> str:
        """Return a day."""

    def source(self, text: str) -> str:
        """Return what a threshold rests on."""


def starts_of(question: Criterion) -> tuple[Fraction, ...]:
    """Return the numbers at which the bands of a question start."""
    points = question.points if isinstance(question.points, tuple) else ()
    starts = (step.start for step in points if isinstance(step, Band))
    return tuple(start for start in starts if isinstance(start, Fraction))


def unit_words(question: Criterion) -> str:
    """Return the unit of a question as files have it."""
    unit = question.unit
    return unit.words if unit is not None and unit.name != _PLAIN else ""


@dataclass(frozen=True, slots=True)
class FileNames:
    """Ids, in English: the words of score files and of the command line never change."""

    say: Speaker = _ENGLISH
    digits: int = 4

    def thing(self, name: str) -> str:
        """Return the id."""
        return name

    def subject(self, name: str) -> str:
        """Return the id as words."""
        name, _, share = name.partition(".")
        if share:
            return self.say("share_of", share=self.say(f"share_{share}"), name=self.subject(name))
        return self.say(f"share_{name}") if name in SHARES else name.replace("_", " ")

    def level(self, name: str) -> str:
        """Return the id as words."""
        fixed = {NO_LEVEL: "No level", NOT_ENOUGH_KNOWN: "Not enough known", "": "–"}
        return fixed.get(name, name.replace("_", " ").capitalize())

    def choice(self, question: Criterion, choice: Choice) -> str:
        """Return the answer in the words of the standard, or its id."""
        del question
        return choice.ask or choice.id

    def amount(self, number: Fraction | None, question: Criterion) -> str:
        """Return the number and the unit."""
        shown = number_words(number)
        if question.kind is AnswerKind.CHECKLIST:
            return f"{shown} of {len(question.boxes)} boxes"
        return f"{shown} {unit_words(question)}".strip()

    def measured(self, number: Fraction, unit: Unit) -> str:
        """Return the number and the unit."""
        return f"{number_words(number)} {unit.words}"

    def part(self, name: str, number: Fraction, unit: Unit) -> str:
        """Return the id and the number."""
        del unit
        return f"{name} {number_words(number)}".strip()

    def band(
        self,
        question: Criterion,
        start: Fraction | None,
        end: Fraction | None,
        *,
        edges: Edges | None = None,
    ) -> str:
        """Return the edges."""
        del question
        return band_words(edges_of(start, end, edges), self.say)

    def figure(self, name: str) -> str:
        """Return the id."""
        return name

    def unmet(self, condition: Condition) -> str:
        """Return the condition with the name of the column."""
        is_profile = not (condition.figure or condition.scored or condition.answered)
        name = f"profile.{condition.name}" if is_profile else condition.name
        return unmet_words(condition, name, self.say)

    def day(self, day: date) -> str:
        """Return the day as files write it."""
        return day.isoformat()

    def source(self, text: str) -> str:
        """Return it as the file says it."""
        return text

    def labelled(self, thing: Named, words: Words | None) -> str:
        """Return `Lowest base pay (wages_lowest_base_ratio)`, or the id alone."""
        title = (words.of(thing.id).title if words else "") or thing.wording.title
        label = f"{thing.code}, {thing.id}" if thing.code else thing.id
        return f"{title} ({label})" if title else label


FILES = FileNames()


@dataclass(frozen=True, slots=True)
class Names:
    """Titles of one edition in one language; `words` and `rubric` fall back on each other."""

    words: Words
    say: Speaker
    written: Mapping[str, Wording]
    digits: int = 1
    upcoming: Mapping[str, date] = field(default_factory=dict)

    @classmethod
    def of(cls, edition: Edition, say: Speaker) -> "Names":
        """Return the names of an edition in the language of the speaker.

        A standard that came without a file of words is named as it names itself.
        """
        title = edition.rubric.wording.title or edition.rubric.id
        alone = Words(language=say.language, reviewed="", title=title, about="")
        found = edition.words.get(say.language) or edition.words.get("en") or alone
        asked = edition.rubric.questions()
        upcoming = {one.id: one.upcoming for one in asked if one.upcoming is not None}
        return cls(found, say, _written(edition.rubric), upcoming=upcoming)

    def thing(self, name: str) -> str:
        """Return the title, or the id as words; what does not count yet says so."""
        written = self.written.get(name)
        title = self.words.of(name).title or (written.title if written else "")
        title = title or name.replace("_", " ").capitalize()
        day = self.upcoming.get(name)
        return title if day is None else self.say("upcoming", title=title, day=self.day(day))

    def ask(self, name: str) -> str:
        """Return the question."""
        written = self.written.get(name)
        return self.words.of(name).ask or (written.ask if written else "")

    def help(self, name: str) -> str:
        """Return what to look for."""
        written = self.written.get(name)
        return self.words.of(name).help or (written.help if written else "")

    def inline(self, name: str) -> str:
        """Return the title as it stands inside a sentence."""
        title = self.thing(name)
        return title[:1].lower() + title[1:]

    def subject(self, name: str) -> str:
        """Return what a condition looks at."""
        name, _, share = name.partition(".")
        if share:
            return self.say("share_of", share=self.say(f"share_{share}"), name=self.subject(name))
        if name == EACH_DIMENSION:
            return self.say("each_dimension_inline")
        if name in SHARES:
            return self.say(f"share_{name}")
        return self.say("whole_score_inline") if name == TOTAL else self.thing(name)

    def level(self, name: str) -> str:
        """Return the title of a level."""
        if name in _WITHOUT_LEVEL or not name:
            return self.say(f"level_{name or 'none'}")
        return self.thing(name)

    def choice(self, question: Criterion, choice: Choice) -> str:
        """Return the answer in words."""
        said = self.words.of(question.id).answers.get(choice.id) or choice.ask
        return said or self.say.spoken_or(f"answer_{choice.id}", choice.id.replace("_", " "))

    def box(self, question: Criterion, name: str) -> str:
        """Return one box of a checklist in words."""
        asked = next((box.ask for box in question.boxes if box.id == name), "")
        return self.words.of(question.id).answers.get(name) or asked or name

    def amount(self, number: Fraction | None, question: Criterion) -> str:
        """Return the number in its unit: `$7.25 an hour`, `3 of 5 boxes`."""
        if number is None:
            return "–"
        if question.kind is AnswerKind.CHECKLIST:
            return self.say("amount_boxes", number=number_words(number), most=len(question.boxes))
        limits = [one for one in starts_of(question) if one != number]
        return self._counted(number, question.unit, digits_beside(number, limits, digits=_DIGITS))

    def _counted(self, number: Fraction, unit: Unit | None, digits: int) -> str:
        if unit is None:
            return number_words(number, digits=digits)
        if unit.name == _PLAIN:
            return self.say("amount_ratio", number=number_words(number, digits=digits))
        return amount_words(number, unit, self.say, digits=digits)

    def measured(self, number: Fraction, unit: Unit) -> str:
        """Return the number in the unit."""
        return amount_words(number, unit, self.say)

    def part(self, name: str, number: Fraction, unit: Unit) -> str:
        """Return the title, with the number in its unit behind it."""
        amount = self.measured(number, unit)
        return f"{name} ({amount})" if name else amount

    def band(
        self,
        question: Criterion,
        start: Fraction | None,
        end: Fraction | None,
        *,
        edges: Edges | None = None,
    ) -> str:
        """Return the edges; boxes are counted, not measured."""
        if question.kind is AnswerKind.CHECKLIST:
            return count_of(start, end, len(question.boxes), self.say, edges=edges)
        return band_words(edges_of(start, end, edges), self.say)

    def figure(self, name: str) -> str:
        """Return what a dated figure is called."""
        return self.say.spoken_or(f"parameter_{name}", name.replace("_", " "))

    def unmet(self, condition: Condition) -> str:
        """Return what would have to hold."""
        if condition.figure or condition.scored or condition.answered:
            return unmet_words(condition, self.inline(condition.name), self.say)
        name = self.say.spoken_or(f"profile_{condition.name}", condition.name.replace("_", " "))
        if condition.equals is None and not condition.among:
            return unmet_words(condition, name, self.say)
        if condition.equals != "yes":
            values = condition.among or (condition.equals or "",)
            said = values_words(values, self.say)
            name = self.say("condition_is", name=name, value=said)
        return self.say("unmet_only_if", condition=name)

    def day(self, day: date) -> str:
        """Return the day in words."""
        return day_words(day, self.say)

    def source(self, text: str) -> str:
        """Return it in this language; as the standard says it where nobody translated it."""
        return self.words.source(text)

    def place(self, code: str, places: Places) -> str:
        """Return the name of a place."""
        return place_words(code, places, self.say)


def day_words(day: date, say: Speaker) -> str:
    """Return a day: `March 1, 2026`, `1 de marzo de 2026`."""
    return say("day", day=day.day, month=say(f"month_{day.month}"), year=day.year)


def month_words(month: str, say: Speaker) -> str:
    """Return a month written `2026-03`: `March 2026`; other texts as they are."""
    year, _, number = month.partition("-")
    if not (year.isdecimal() and number.isdecimal()) or not 1 <= int(number) <= _MONTHS:
        return month
    return say("month_of_year", month=say(f"month_{int(number)}"), year=year)


def city_words(time_zone: str, say: Speaker) -> str:
    """Return the city by which people know a time zone, in the reader's language."""
    name = plain_name(time_zone) or time_zone  # UTC is of no city
    return say.spoken_or(f"zone_{time_zone}", name).partition(" (")[0]


def place_words(code: str, places: Places, say: Speaker) -> str:
    """Return the name of a place by its code; a code that we do not know stays as it is."""
    found = places.find(code)
    if found is None:
        return code
    if found in places.by_id:
        return say.spoken_or(f"place_{found}", places.title(found))
    state = places.by_id[found[:2]]
    return say("place_county", name=places.counties[found], state=state.title)


def _written(rubric: Rubric) -> dict[str, Wording]:
    groups = {group.id: group.wording for group in rubric.root.groups()}
    questions = {question.id: question.wording for question in rubric.questions()}
    critical = {one.id: one.wording for one in rubric.critical}
    return {**groups, **questions, **critical, **{one.id: one.wording for one in rubric.levels}}
