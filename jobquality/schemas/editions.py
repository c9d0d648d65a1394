"""An edition of a standard as plain values for JSON: every question, what it gives, and its words.

Numbers are exact texts. A figure stands by the id of its parameter.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import (
    Band,
    Choice,
    CohortReading,
    Condition,
    Criterion,
    Critical,
    Curve,
    Floor,
    Group,
    Level,
    Measure,
    Missing,
    Rubric,
    Span,
    Term,
    Wording,
)
from jobquality.rubrics.steps import Knot, steps_of
from jobquality.schemas.making import dump_words, looking_at
from jobquality.scoring.exact import exact_text

Plain = dict[str, Any]


def dump_edition(edition: Edition) -> Plain:
    """Return what a list shows of an edition."""
    rubric = edition.rubric
    titles = {language: words.title for language, words in sorted(edition.words.items())}
    return {
        "id": rubric.id,
        "edition": rubric.edition,
        "name": rubric.name,
        "title": titles or {"en": rubric.wording.title},
        "scoring_hash": rubric.scoring_hash,
        "wording_hash": rubric.wording_hash,
        "topic_count": len(list(rubric.root.groups())) - 1,
        "criterion_count": len(list(rubric.root.criteria())),
    }


def dump_whole_edition(edition: Edition) -> Plain:
    """Return an edition whole, in the order of its file."""
    rubric = edition.rubric
    teller = _Teller(edition)
    return {
        **dump_edition(edition),
        "topics": [teller.topic(*one) for one in _groups(rubric.root, None)],
        "criteria": list(teller.criteria(rubric)),
        "critical": [teller.critical(one) for one in rubric.critical],
        "levels": [teller.level(one) for one in rubric.levels],
        "scorings": [one.id for one in rubric.scorings],
        "lower_is_better": rubric.lower_is_better,
        "words": {
            language: {
                "title": words.title,
                "about": words.about,
                "reviewed": words.reviewed,
                "is_reviewed": words.is_reviewed,
            }
            for language, words in sorted(edition.words.items())
        },
    }


def _groups(group: Group, within: str | None) -> Iterator[tuple[Group, str | None]]:
    yield group, within
    for child in group.children:
        if isinstance(child, Group):
            yield from _groups(child, group.id)


class _Teller:
    """Tells the things of one edition, each with its words in every language."""

    def __init__(self, edition: Edition) -> None:
        self._words = dict(sorted(edition.words.items()))

    def topic(self, group: Group, within: str | None) -> Plain:
        return {
            "id": group.id,
            "code": group.code,
            "within": within,
            "weight": exact_text(group.weight),
            "combine": group.combine.value,
            "out_of": exact_text(group.out_of),
            "words": self._said(group.id, group.wording),
            **_method(group),
        }

    def criteria(self, rubric: Rubric) -> Iterator[Plain]:
        for group, _ in _groups(rubric.root, None):
            scored = [one for one in group.children if isinstance(one, Criterion)]
            yield from (self._criterion(one, group) for one in (*scored, *group.figures))

    def _criterion(self, question: Criterion, group: Group) -> Plain:
        return {
            "id": question.id,
            "code": question.code,
            "within": group.id,
            "is_scored": question.points is not None,
            "weight": exact_text(question.weight) if question.points is not None else None,
            "answer": question.kind.value,
            "unit": question.unit.name if question.unit else None,
            "allows_na": question.allows_na,
            "points": _points(question),
            "boxes": [box.id for box in question.boxes],
            "measure": _measure(question.measure) if question.measure else None,
            "applies_if": [_condition(one) for one in question.applies],
            "counts_if": [_condition(one) for one in question.counts_from],
            "evidence": list(question.evidence),
            "critical": list(question.critical),
            "words": self._said(question.id, question.wording),
            **_method(question),
        }

    def critical(self, critical: Critical) -> Plain:
        return {
            "id": critical.id,
            "code": critical.code,
            "source": critical.source,
            "evidence": list(critical.evidence),
            "allows": critical.allows or None,
            "words": self._said(critical.id, critical.wording),
        }

    def level(self, level: Level) -> Plain:
        return {
            "id": level.id,
            "code": level.code,
            "conditions": [_floor(one) for one in level.floors],
            "months": level.months,
            "declared": level.declared.value if level.declared else None,
            **_others(level),
            "words": self._said(level.id, level.wording),
        }

    def _said(self, name: str, written: Wording) -> Plain:
        said = {language: words.of(name) for language, words in self._words.items()}
        return {
            language: {
                "title": one.title or written.title,
                "ask": one.ask or written.ask,
                "help": one.help or written.help,
                "about": one.about or written.about,
                "answers": dict(one.answers or written.answers),
            }
            for language, one in (said or {"en": written}).items()
        }


def _method(node: Group | Criterion) -> Plain:
    """Return the advanced words of a node; nothing where it has none."""
    told: Plain = {"rules": dump_words(node.rules) if node.rules else {}}
    if isinstance(node, Group):
        told["applies_if"] = [_condition(one) for one in node.applies]
    else:
        told["reads"] = node.reads
        told["needs"] = dump_words(node.needs) if node.needs else {}
        told["read_as"] = {answer: state.value for answer, state in node.read_as.items()}
        told["when"] = dump_words(node.when) if node.when != Missing() else {}
    return {name: said for name, said in told.items() if said}


def _points(question: Criterion) -> list[Plain]:
    points = question.points
    if isinstance(points, Span):
        low, high = points.low, points.high
        return [{"kind": "range", "start": exact_text(low), "end": _exact(high)}]
    if isinstance(points, CohortReading):
        return [{"kind": "cohort", **dump_words(points)}]
    if isinstance(points, Curve):
        return [_knot(knot, points) for knot in points.knots]
    return [_step(one) for one in steps_of(points)]


def _knot(knot: Knot, curve: Curve) -> Plain:
    return {
        "kind": "knot",
        "at": None if isinstance(knot.at, str) else _exact(knot.at),
        "from_parameter": knot.at if isinstance(knot.at, str) else None,
        "log": curve.log,
        "gives": exact_text(knot.gives),
        "basis": knot.grounds.basis.value,
        "source": knot.grounds.source,
    }


def _step(step: Band | Choice) -> Plain:
    shared = {
        "gives": exact_text(step.gives),
        "basis": step.grounds.basis.value,
        "source": step.grounds.source,
    }
    if isinstance(step, Choice):
        extra = {"code": step.code, "needs": dump_words(step.needs) if step.needs else {}}
        told = {name: said for name, said in extra.items() if said}
        return {"kind": "choice", "choice": step.id, "ask": step.ask, **shared, **told}
    start = step.start
    return {
        "kind": "band",
        "start": None if isinstance(start, str) else _exact(start),
        "from_parameter": start if isinstance(start, str) else None,
        **shared,
        **({"above": True} if step.above else {}),
    }


def _measure(measure: Measure) -> Plain:
    return {
        "of": [_term(one) for one in measure.of],
        "to": [_term(one) for one in measure.to],
        "at_most": _term(measure.cap) if measure.cap else None,
        **({"how": measure.how.value} if measure.how else {}),
    }


def _term(term: Term) -> Plain:
    return {
        "kind": term.kind.value,
        "name": term.name,
        "unit": term.unit.name,
        "number": _exact(term.number),
    }


def _condition(condition: Condition) -> Plain:
    return {
        "name": condition.name,
        "is_figure": condition.figure,
        "equals": condition.equals,
        "at_least": _exact(condition.at_least),
        "below": _exact(condition.below),
        **looking_at(condition),
    }


def _others(level: Level) -> Plain:
    """Return what only some levels ask for; others have no such keys."""
    said: Plain = {
        "any_of": [[_floor(one) for one in group] for group in level.any_of],
        "after": level.after,
        "exempts": list(level.exempts),
    }
    return {name: value for name, value in said.items() if value}


def _floor(floor: Floor) -> Plain:
    return {
        "name": floor.name,
        "number": exact_text(floor.number),
        "at_most": floor.at_most,
        **({"of": floor.of} if floor.of else {}),
        **({"besides": list(floor.besides)} if floor.besides else {}),
    }


def _exact(number: Fraction | None) -> str | None:
    return None if number is None else exact_text(number)
