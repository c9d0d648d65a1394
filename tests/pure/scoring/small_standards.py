"""Small random standards, as files, with every way of making one score of several.

They are small enough for everything that may be known of an employer to be tried.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from random import Random

from jobquality.errors import FaultsError
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import STATE_WORDS, Criterion, Rubric
from jobquality.scoring.answers import AnswerError, find_questions, read_answer
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.points import bands_of, choices_of
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.cases import SUMMER, the_parameters

Said = dict[str, str]
_WAYS = (
    "mean", "mean", "mean", "sum", "min", "max", "ladder", "median", "product", "geometric",
    "harmonic", "all", "any", "count", "share",
)  # fmt: skip
_GROUP_WORDS = (
    "at_most: 60",
    "at_least: 20",
    "rounding: {digits: 0}",
    "out_of: points",
    "out_of: 10",
    "start: 3",
    "over: leaves",
    "enough: {answered: 60}",
    "complete_from: 50",
    "requires: [a]",
    "applies: {gate: {from: 4}}",
    "points: [{under: 50, gives: 0}, {from: 50, gives: 2}]",
    "points: [{under: 1, gives: 2}, {from: 1, gives: 0}]",
    "line: [{at: 0, gives: 0}, {at: 100, gives: 3}]",
)
_MEASURES = (
    "of: [x]\nto: [y]", "of: [y]\nto: [x]", "sum: [x, y]", "smallest: [x, y]",
    "difference: [x, y]",
)  # fmt: skip
_AGAIN = (
    "points: [{under: 2, gives: 0}, {from: 2, gives: 1}]",
    "points: [{under: 2, gives: 1}, {from: 2, gives: 0}]",
)
_GAPS = ("unknown", "missing")
_GATE = "gate"


def random_standard(random: Random) -> "Small":
    """Return a random standard that can be read."""
    while True:
        text = _text(random)
        try:
            rubric = load_rubric(text.encode(), parameters={})
        except FaultsError:
            continue
        return Small(text=text, rubric=rubric)


def small_standard(text: str) -> "Small":
    """Return a standard that is written out."""
    return Small(text=text, rubric=load_rubric(text.encode(), parameters={}))


def _text(random: Random) -> str:
    lower = "better: lower\n" if random.random() < 0.1 else ""
    ids = iter("abcdef")
    lines = [f"rubric: r\nedition: 2026.1\nweights: relative\n{lower}"]
    lines += [f"{word}\n" for word in _group_words(random)]
    if random.random() < 1 / 2:
        lines.append("dimensions:\n")
        for name in ("d", "e")[: random.randint(1, 2)]:
            lines.append(f"  - dimension: {name}\n")
            lines += [f"    {word}\n" for word in _group_words(random)]
            lines.append("    criteria:\n")
            lines += [
                _criterion(next(ids), random, pad="      ") for _ in range(random.randint(1, 2))
            ]
    else:
        lines.append("criteria:\n")
        lines += [_criterion(next(ids), random, pad="  ") for _ in range(random.randint(2, 3))]
    text = "".join(lines)
    return text + _asked(text, random) + _levels(random)


def _group_words(random: Random) -> Iterator[str]:
    yield f"combine: {random.choice(_WAYS)}"
    for word in _GROUP_WORDS:
        if random.random() < 1 / 15:
            yield word


def _criterion(name: str, random: Random, *, pad: str) -> str:
    answer, points = _answer(random)
    words = [f"criterion: {name}", "ask: Q", f"answer: {answer}", *points]
    chances = (
        ("na: yes", 0.3),
        (f"applies: {{{_GATE}: {{from: 4}}}}", 0.12),
        (f"from: {{{_GATE}: 5}}", 0.1),
        ("when: {unknown: na}", 0.05),
        ("requires: [a]", 0.06),
        ("applies: {a: {from: 1}}", 0.04),
        ("counts: no", 0.04),
        ("when: {missing: zero}", 0.1),
        ("when: {na: zero}", 0.05),
        ("when: {unknown: siblings}", 0.05),
        ("at_most: 2", 0.05),
        ("rounding: {digits: 0}", 0.05),
    )
    words += [word for word, chance in chances if random.random() < chance]
    if answer == "ratio" and random.random() < 0.4:
        words.append(random.choice(_MEASURES))
    body = "\n".join(words).replace("\n", f"\n{pad}  ")
    return f"{pad}- {body}\n"


def _answer(random: Random) -> tuple[str, list[str]]:
    low = random.choice(("0", "0", "0", "1", "-1"))
    gives = [low, *random.sample(("0.5", "2", "3"), k=2)]
    if random.random() < 3 / 4:
        gives.sort(key=float, reverse=random.random() < 1 / 4)
    kind = random.choice(("ratio", "ratio", "ratio", "choice", "yes_no"))
    if kind == "yes_no":
        return kind, [] if random.random() < 1 / 2 else [_choices(("no", "yes"), gives)]
    if kind == "choice":
        return kind, [_choices(("p", "q", "s"), gives)]
    bands = [f"{{under: 1, gives: {gives[0]}}}", f"{{from: 1, gives: {gives[1]}}}"]
    bands += [f"{{from: 2, gives: {gives[2]}}}"]
    return kind, [f"points: [{', '.join(bands)}]"]


def _choices(names: tuple[str, ...], gives: list[str]) -> str:
    pairs = zip(names, gives, strict=False)
    return f"points: [{', '.join(f'{{answer: {name}, gives: {one}}}' for name, one in pairs)}]"


def _asked(text: str, random: Random) -> str:
    figures = {_GATE: f"{_GATE}: ", "x": "x", "y": "y"}
    asked = [name for name, sign in figures.items() if sign in text.replace("max", "")]
    pad = "  " if "dimensions:" not in text else "      "
    again = random.choice(_AGAIN) if random.random() < 1 / 10 else ""
    said = f"{pad}- {{criterion: z, reads: a, {again}}}\n" if again else ""
    return said + "".join(
        f"{pad}- {{criterion: {name}, ask: Q, answer: ratio}}\n" for name in asked
    )


def _levels(random: Random) -> str:
    if random.random() < 1 / 2:
        return ""
    word = "at_most" if random.random() < 0.2 else "from"
    name = random.choice(("total", "total", "coverage", "a"))
    return f"levels:\n  - {{level: good, {word}: {{{name}: {random.choice((1, 2, 30, 50))}}}}}\n"


@dataclass(frozen=True)
class Small:
    """A small standard, and everything that may be known of an employer under it."""

    text: str
    rubric: Rubric

    @cached_property
    def answers(self) -> dict[str, tuple[str, ...]]:
        """Return what may be said to each question that nothing else answers."""
        asked = (one for one in self.rubric.questions() if one.measure is None)
        return {one.id: tuple(_answers(one)) for one in asked}

    @cached_property
    def gates(self) -> frozenset[str]:
        """Return the answers that decide whether others are asked for, or count."""
        criteria = (*self.rubric.root.criteria(), *self.rubric.questions())
        conditions = [one for each in criteria for one in (*each.applies, *each.counts_from)]
        return frozenset(one.name for one in conditions if one.figure)

    @cached_property
    def scored(self) -> frozenset[str]:
        """Return the answers that give points themselves."""
        return frozenset(one.id for one in self.rubric.root.criteria() if one.measure is None)

    def tried(self, random: Random, most: int) -> list[Said]:
        """Return everything that may be known, or so much of it where that is too much."""
        names, answers = list(self.answers), list(self.answers.values())
        everything = islice(product(*answers), 20_000)
        said = [dict(zip(names, one, strict=True)) for one in everything]
        return said if len(said) <= most else random.sample(said, k=most)

    def card(self, said: Said, rubric: Rubric | None = None) -> Scorecard:
        """Return the score of what is said."""
        questions = find_questions(self.rubric)
        facts = {name: _fact(questions[name], text) for name, text in said.items()}  # type: ignore[arg-type]
        employer = EmployerFacts(employer="Uno", part="", on=SUMMER, facts=facts)
        return score(rubric or self.rubric, employer, the_parameters())


def _answers(question: Criterion) -> Iterator[str]:
    if question.id == _GATE:
        yield from ("3", "6")
    elif bands_of(question):
        yield from ("0.5", "1", "2")
    elif choices_of(question):
        yield from (choice.id for choice in choices_of(question))
    else:
        yield from ("1", "2", "4")
    yield from _GAPS
    if question.allows_na:
        yield "na"


def _fact(question: Criterion, text: str) -> Fact:
    try:
        answer = read_answer(question, text, reason="so")
    except AnswerError:
        assert text not in STATE_WORDS
        raise
    return Fact(
        criterion=question.id,
        state=answer.state,
        text=text,
        value=answer.value,
        grade=Grade.E2,
        note="so",
    )
