"""A scorecard with its whole trace, as plain values for JSON. Numbers are exact texts."""

from collections.abc import Iterator
from fractions import Fraction
from importlib.metadata import version
from typing import Any

from jobquality.reading.landed import landed_working
from jobquality.reading.names import FILES
from jobquality.reading.nodes import node_reason
from jobquality.reading.reasons import due_words, next_step
from jobquality.rubrics.model import Band, Choice, Condition, Criterion, Curve, Group, State
from jobquality.rubrics.parameters import Found, Parameters
from jobquality.schemas.making import dump_making, looking_at
from jobquality.schemas.scorecards import Nodes, dump_scorecard
from jobquality.scoring.exact import exact_text
from jobquality.scoring.facts import Fact
from jobquality.scoring.figures import Part, Working
from jobquality.scoring.landings import Step
from jobquality.scoring.scorecard import (
    Check,
    CriticalResult,
    LevelResult,
    Line,
    NodeScore,
    Outcome,
    Scorecard,
)

Plain = dict[str, Any]


def _exact(number: Fraction | None) -> str | None:
    return None if number is None else exact_text(number)


def dump_evaluation(card: Scorecard, nodes: Nodes, parameters: Parameters) -> Plain:
    """Return score rows as in a score file, the outcome, and every line that led there."""
    return {
        "engine": version("jobquality"),
        "rubric": card.rubric.id,
        "edition": card.rubric.edition,
        "scoring": card.scoring,
        "scoring_hash": card.rubric.scoring_hash,
        "cohort": card.cohort,
        "employer": card.employer,
        "part": card.part,
        "on": card.on.isoformat(),
        "scores": list(dump_scorecard(card, nodes)),
        "outcome": _outcome(card.outcome),
        "trace": list(_nodes(card.total, None)),
        "warnings": list(dict.fromkeys(_warnings(card, parameters))),
    }


def _warnings(card: Scorecard, parameters: Parameters) -> Iterator[str]:
    for node in card.total.walk():
        for found in node.line.found if node.line else ():
            if found.due:
                yield due_words(found, parameters.places.title, FILES)


def _outcome(outcome: Outcome) -> Plain:
    return {
        "level": outcome.level,
        "if_evidence_holds": outcome.if_evidence_holds,
        "could_reach": outcome.could_reach,
        "declared": outcome.declared.text if outcome.declared else None,
        "levels": [_level(one) for one in outcome.levels],
        "critical": [_critical(one) for one in outcome.critical],
        **({"exempt": list(outcome.exempt)} if outcome.exempt else {}),
    }


def _level(result: LevelResult) -> Plain:
    return {
        "level": result.level.id,
        "is_reached": result.is_reached,
        "checks": [_check(one) for one in result.checks],
        "blocked_by": [one.critical.id for one in result.blocked_by],
        **_others(result),
    }


def _others(result: LevelResult) -> Plain:
    """Return what only some standards ask for; others have no such keys."""
    groups = [[[_check(one) for one in group] for group in groups] for groups in result.any_of]
    after = result.level.after
    return {**({"any_of": groups} if groups else {}), **({"after": after} if after else {})}


def _check(check: Check) -> Plain:
    return {
        "node": check.name,
        "condition": check.floor.name,
        "number": _exact(check.floor.number),
        "at_most": check.floor.at_most,
        "actual": _exact(check.actual),
        "holds": check.holds,
        **({"of": check.floor.of} if check.floor.of else {}),
        **({"exempt": True} if check.exempt else {}),
    }


def _critical(result: CriticalResult) -> Plain:
    return {"critical": result.critical.id, "checked": result.checked.value}


def _nodes(node: NodeScore, within: str | None) -> Iterator[Plain]:
    yield _node(node, within)
    for child in (*node.parts, *node.children):
        yield from _nodes(child, within if child.part and child.id == node.id else node.id)


def _node(node: NodeScore, within: str | None) -> Plain:
    group = node.node if isinstance(node.node, Group) else None
    return {
        "node": node.id,
        "code": node.node.code,
        "within": within,
        "kind": "group" if group else "criterion",
        "state": node.state.value,
        "combine": group.combine.value if group else None,
        **{
            name: _exact(getattr(node, name))
            for name in ("weight", "share", "value", "low", "high", "most")
        },
        **{
            name: None if node.is_out else _exact(getattr(node, name))
            for name in ("answered", "coverage", "confirmed")
        },
        "line": _line(node, node.line) if node.line else None,
        **dump_making(node),
    }


def _line(node: NodeScore, line: Line) -> Plain:
    figure = line.figure
    return {
        "reason": node_reason(node, FILES),
        "for_more": next_step(line, FILES),
        "fact": _fact(line.fact) if line.fact else None,
        "number": _exact(figure.number) if figure else None,
        "chosen": figure.chosen if figure else "",
        "unit": _unit(line.question),
        "grade": line.grade.value if line.grade else None,
        "step": _step(line.step, line),
        "better": _step(line.better, line),
        "unmet": _condition(line.unmet) if line.unmet else None,
        "working": _working(figure.working) if figure and figure.working else None,
        "figures": [_found(one) for one in line.found],
        **_unusual(node, line),
    }


def _unusual(node: NodeScore, line: Line) -> Plain:
    """Return how points came out that no band and no single choice gives."""
    question, figure = line.question, line.figure
    edges = line.edges if isinstance(question.points, Curve) else ()
    told: Plain = {
        "reads": question.reads,
        "tallied": list(figure.tallied) if figure else [],
        "places": [_exact(edge) for edge in edges],
        "calculation": list(landed_working(line, FILES.say)) if node.state is State.VALUE else [],
    }
    return {name: said for name, said in told.items() if said}


def _unit(question: Criterion) -> str:
    return question.unit.name if question.unit else ""


def _fact(fact: Fact) -> Plain:
    return {
        "answer": fact.text,
        "state": fact.state.value,
        "grade": fact.grade.value if fact.grade else None,
        "url": fact.source,
        "note": fact.note,
    }


def _step(step: Step | None, line: Line) -> Plain | None:
    if step is None:
        return None
    landing = line.landing
    is_band = isinstance(step, Band) and landing is not None
    return {
        "start": _exact(landing.edges[landing.steps.index(step)]) if landing and is_band else None,
        "choice": step.id if isinstance(step, Choice) else None,
        "gives": _exact(step.gives),
        "basis": step.grounds.basis.value,
        "source": step.grounds.source,
        **({"above": True} if isinstance(step, Band) and step.above else {}),
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


def _working(working: Working) -> Plain:
    return {
        "of": [_part(one) for one in working.of],
        "to": [_part(one) for one in working.to],
        "cap": _part(working.cap) if working.cap else None,
        "capped": working.capped,
        "given": working.given,
        **({"how": working.how.value} if working.how else {}),
    }


def _part(part: Part) -> Plain:
    return {"name": part.name, "number": _exact(part.number), "unit": part.unit.name}


def _found(found: Found) -> Plain:
    return {
        "parameter": found.parameter.id,
        "unit": found.parameter.unit.name,
        "due": found.due,
        "rows": [
            {
                "place": row.place,
                "first": row.first.isoformat(),
                "until": row.last.isoformat() if row.last else None,
                "value": _exact(row.value),
                "source": row.source,
                "as_of": row.as_of.isoformat(),
                "used": row is found.row,
            }
            for row in found.compared
        ],
    }
