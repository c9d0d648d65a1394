"""Random standards that use the advanced words, as files, and employers scored by them.

Every way to combine, lines, tallies, parts, gates, caps and rounding come up; a draw that
cannot be read as a standard is drawn anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from jobquality.errors import FaultsError
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import AnswerKind, Combine, Criterion, Rubric
from jobquality.scoring.answers import find_questions, read_answer
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.points import choices_of
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.cases import SUMMER, the_parameters

Said = dict[str, str]
WAYS = tuple(one.value for one in Combine)
OPEN = ("unknown", "missing", "declined")
_PARTS = ("site/oak", "site/elm")
_TOP_WORDS = ("over: leaves", "over: pillar", "rounding: {digits: 1}", "at_most: 80")
_SCALED = ("mean", "geometric", "harmonic", "share", "sum")
_COMPLETING = ("ladder", "all", "any", "count", "share")
_WEIGHING = ("mean", "geometric", "harmonic", "sum", "count", "share")
_GROUP_WORDS = (
    "over: leaves", "enough: {answered: 60}", "enough: {count: 2}", "at_least: 0.3", "at_most: 60",
    "rounding: {digits: 0, ties: half_even}", "rounding: {digits: 1, ties: down}",
    "requires: [a]", "requires: {a: 0.5}", "counts: no",
    "each: site", "each: {part: site, by: heads}", "each: {part: site, combine: min}",
    "each: {part: site, combine: share}", "each: {part: site, combine: sum, by: heads}",
    "points: [{up_to: 0.5, gives: 0}, {above: 0.5, gives: 1}, {above: 20, gives: 3}]",
    "line: [{at: 0.5, gives: 0}, {at: 2, gives: 3}, {at: 90, gives: 4}]",
    "line: [{at: 1, gives: 0}, {at: 50, gives: 7}]\nlog: yes",
)  # fmt: skip
_CHANGE = (
    "answer: percent_change\nchange: {of: x, since: y}\n"
    "line: [{at: -50, gives: 0}, {at: 70, gives: 3}]"
)
_POINTS = (
    "answer: yes_no",
    "answer: ratio\nrange: {from: 0, under: 7}",
    "answer: ratio\nline: [{at: 0.3, gives: 0}, {at: 1, gives: 0.7}, {at: 7, gives: 3}]",
    "answer: ratio\nline: [{at: 0.3, gives: 3}, {at: 7, gives: 0}]\nlog: yes",
    "answer: ratio\npoints: [{up_to: 0.3, gives: 0}, {above: 0.3, gives: 1}, {above: 1, gives: 3}]",
    "answer: ratio\nsum: [x, y]\npoints: [{up_to: 1, gives: 0}, {above: 1, gives: 1}]",
    "answer: ratio\nlargest: [x, y]\nrange: {from: 0, under: 9}",
    "answer: ratio\naverage: [x, y]\nrange: {from: 0, under: 9}",
    "answer: percent\nshare: {of: x, in: [x, y]}\nline: [{at: 0, gives: 0}, {at: 100, gives: 3}]",
    _CHANGE,
    "answer: number\ncount: [x, y]\nrange: {from: 0, under: 2}",
    "scale: must",
    "answer: tally\nat_most: 4\npoints: [{answer: minor, gives: 1}, {answer: major, gives: 1.5}]",
)
_TAKES_AWAY = (
    "answer: tally\nat_least: -5\n"
    "points: [{answer: minor, ask: Minor, gives: -1}, {answer: major, ask: Major, gives: -3}]"
)
_CRITERION_WORDS = (
    "when: {unknown: full}", "when: {missing: nothing}", "when: {unknown: block}",
    "when: {unknown: siblings, missing: siblings}", "when: {missing: zero}", "needs: reason",
    "at_most: 2", "rounding: {digits: 0}", "counts: no", "requires: [a]", "na: yes",
)  # fmt: skip
_FIGURES = (("x", "ratio"), ("y", "ratio"), ("heads", "people"))
_SCALES = """\
scales:
  - scale: must
    answer: choice
    points: [{answer: unmet, ask: No, gives: 0}, {answer: met, ask: Met, gives: 2, needs: url}]
"""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Advanced:
    """A standard as it is written, and what is said of an employer and of its parts."""

    text: str
    rubric: Rubric
    said: Said
    parts: dict[str, Said]

    def __repr__(self) -> str:
        return f"{self.text}\n{self.said}\n{self.parts}"

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:  # noqa: FBT001  # as Hypothesis calls it
        printer.text(repr(self))

    def card(self) -> Scorecard:
        """Return the scorecard."""
        return score(self.rubric, self._facts(), the_parameters())

    def saying(self, said: Said, parts: dict[str, Said]) -> "Advanced":
        """Return the same standard for an employer of whom something else is said."""
        return replace(self, said=said, parts=parts)

    def _facts(self) -> EmployerFacts:
        inner = tuple(self._of(name, said) for name, said in self.parts.items())
        return replace(self._of("", self.said), parts=inner)

    def _of(self, part: str, said: Said) -> EmployerFacts:
        questions = find_questions(self.rubric)
        facts = {name: _fact(questions[name], text) for name, text in said.items()}  # type: ignore[arg-type]
        return EmployerFacts(employer="Uno", part=part, on=SUMMER, facts=facts)


@st.composite
def advanced_cases(draw: st.DrawFn) -> Advanced:
    """Draw a standard that uses the advanced words, and an employer."""
    random = Random(draw(st.integers(0, 10**9)))  # noqa: S311  # no secret
    while True:
        text = "".join(_standard(random))
        try:
            rubric = load_rubric(text.encode(), parameters={})
            case = _with_answers(text, rubric, random)
            case.card()
        except FaultsError:
            continue
        return case


def completed(case: Advanced, seed: int) -> Advanced:
    """Return the case with every open answer given."""
    random = Random(seed)  # noqa: S311  # no secret
    return case.saying(
        _completed(case.rubric, case.said, random),
        {part: _completed(case.rubric, said, random) for part, said in case.parts.items()},
    )


def forgotten(case: Advanced, seed: int) -> Advanced:
    """Return the case with one more answer that nobody knows."""
    name = sorted(case.said)[seed % len(case.said)]
    return case.saying({**case.said, name: "unknown"}, case.parts)


def _standard(random: Random) -> Iterator[str]:
    ids = iter("abcdefghi")
    names = ("wages", "time", "voice")[: random.randint(1, 3)]
    body = "".join(_dimension(name, ids, random) for name in names)
    top = _some(_TOP_WORDS, random, 0.15)
    yield "rubric: r\nedition: 2026.1\nweights: relative\n"
    yield from (_indented(word, "") for word in _each_once(top))
    yield from [_SCALES] if "scale: must" in body else []
    yield "dimensions:\n"
    yield body.replace("kind: pillar", "kind: topic") if "over: pillar" not in top else body
    yield "".join(
        f"      - {{criterion: {name}, ask: Q, answer: {kind}}}\n" for name, kind in _FIGURES
    )


def _dimension(name: str, ids: Iterator[str], random: Random) -> str:
    combine = random.choice(WAYS)
    words = [f"dimension: {name}", f"weight: {random.choice(('1', '2', '7.5'))}"]
    words += [f"combine: {combine}", "kind: pillar", *_ways_words(combine, random)]
    words += [
        word
        for word in _some(_GROUP_WORDS, random, 0.06)
        if name != "wages" or "requires" not in word
    ]
    body = "".join(_indented(word, "    ") for word in _each_once(words))
    criteria = [_criterion(next(ids), combine, random) for _ in range(random.randint(1, 3))]
    return f"  - {body[4:]}    criteria:\n{''.join(criteria)}"


def _ways_words(combine: str, random: Random) -> Iterator[str]:
    if combine == "sum":
        yield from _some(("start: 3",), random, 0.4)
    if combine in _SCALED:
        yield from _some(("out_of: points", "out_of: 30"), random, 0.2)
    if combine in _COMPLETING:
        yield from _some(("complete_from: 50",), random, 0.4)


def _criterion(name: str, combine: str, random: Random) -> str:
    points = random.choice((*_POINTS, _TAKES_AWAY) if combine == "sum" else _POINTS)
    words = [f"criterion: {name}", points]
    words.append("ask: Q")
    words += [f"weight: {random.choice(('1', '3'))}"] if combine in _WEIGHING else []
    words += [
        word
        for word in _some(_CRITERION_WORDS, random, 0.07)
        if name != "a" or "requires" not in word
    ]
    body = "".join(_indented(word, "        ") for word in _each_once(words))
    return f"      - {body[8:]}"


def _some(words: tuple[str, ...], random: Random, chance: float) -> list[str]:
    return [word for word in words if random.random() < chance]


def _each_once(words: list[str]) -> list[str]:
    """Return the words, of those with one key only the first."""
    kept: dict[str, str] = {}
    for word in words:
        keys = [line.partition(":")[0] for line in word.splitlines()]
        if not any(key in kept for key in keys):
            kept |= dict.fromkeys(keys, "")
            kept[keys[0]] = word
    return [word for word in kept.values() if word]


def _indented(text: str, pad: str) -> str:
    return "".join(f"{pad}{line}\n" for line in text.splitlines())


def _with_answers(text: str, rubric: Rubric, random: Random) -> Advanced:
    parts = _PARTS[: random.randint(0, 2)] if "each:" in text else ()
    return Advanced(
        text=text,
        rubric=rubric,
        said=_said(rubric, random),
        parts={
            part: {**_said(rubric, random), "heads": str(random.randint(1, 9))} for part in parts
        },
    )


def _said(rubric: Rubric, random: Random) -> Said:
    asked = (one for one in rubric.questions() if one.measure is None)
    return {one.id: random.choice((*answers_to(one), *OPEN[:2])) for one in asked}


def _completed(rubric: Rubric, said: Said, random: Random) -> Said:
    questions = {one.id: one for one in rubric.questions()}
    return {
        name: random.choice(answers_to(questions[name])) if text in OPEN else text
        for name, text in said.items()
    }


def answers_to(question: Criterion) -> tuple[str, ...]:
    """Return answers to a question, on its thresholds and between them."""
    if question.kind is AnswerKind.TALLY:
        return ("0", "minor", "minor*2; major")
    if choices_of(question):
        return tuple(choice.id for choice in choices_of(question))
    if question.unit is not None and question.unit.whole:
        return ("1", "3", "8")
    return ("0", "0.3", "0.31", "1", "1.7", "7")


def _fact(question: Criterion, text: str) -> Fact:
    answer = read_answer(question, text, reason="so")
    return Fact(
        criterion=question.id,
        state=answer.state,
        text=text,
        value=answer.value,
        grade=Grade.E2,
        source="https://example.org",
        note="so it is",
    )
