"""Whether the nodes of a file can lean on each other: what they name is there, and in no circle."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.model import Asked, Criterion, Group, Rubric
from jobquality.rubrics.rules import LEAVES
from jobquality.rubrics.scales import counted_in

Nodes = Mapping[str, Group | Criterion]


def check_structure(rubric: Rubric, faults: Faults) -> None:
    """Note what nodes name that is not there, and every circle among their scores."""
    nodes = {node.id: node for node in rubric.root.walk()}
    questions = {question.id: question for question in rubric.questions()}
    noted = len(faults.found)
    for node in nodes.values():
        _check_required(node, nodes, faults)
        _check_over(node, faults)
        _check_each(node, questions, faults)
    for question in rubric.questions():
        _check_scores(question, nodes, faults)
    if len(faults.found) == noted:
        _check_circles(nodes, questions, faults)


def _check_required(node: Group | Criterion, nodes: Nodes, faults: Faults) -> None:
    for one in node.rules.requires if node.rules else ():
        if one.name not in nodes:
            message = f"'{node.id}' requires '{one.name}', which is not scored."
            faults.unknown(
                node.line,
                message,
                word=one.name,
                known=nodes,
                otherwise="Name a dimension, or a criterion with points.",
            )


def _check_over(node: Group | Criterion, faults: Faults) -> None:
    over = node.rules.over if node.rules else ""
    if over and isinstance(node, Group) and not counted_in(node):
        what = "criterion" if over == LEAVES else f"node with kind: {over}"
        message = f"'{node.id}' is made over '{over}', but there is no {what} below it."
        faults.add(node.line, message, f"Add kind: {over} to what it is made of.")


def _check_each(
    node: Group | Criterion, questions: Mapping[str, Criterion], faults: Faults
) -> None:
    each = node.rules.each if node.rules else None
    if each and each.by and (each.by not in questions or questions[each.by].unit is None):
        message = (
            f"'{node.id}' weighs its parts by '{each.by}', which is nowhere asked as a number."
        )
        remedy = "Ask for it as a criterion without points, and answer it for each part."
        faults.add(node.line, message, remedy)


def _check_scores(question: Criterion, nodes: Nodes, faults: Faults) -> None:
    measure = question.measure
    for term in (*measure.of, *measure.to) if measure else ():
        if term.kind is Asked.NODE and term.name not in nodes:
            message = f"'{question.id}' is worked out from '{term.name}', which has no points."
            faults.add(question.line, message, "Name a figure, or what has points.")


def _check_circles(nodes: Nodes, questions: Mapping[str, Criterion], faults: Faults) -> None:
    needs = {name: set(needs_of(node, nodes, questions)) for name, node in nodes.items()}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        names = " → ".join(reversed(circle))
        message = f"The score of '{circle[-1]}' rests on itself: {names}."
        faults.add(nodes[circle[-1]].line, message, "Leave one of these links out.")


def needs_of(
    node: Group | Criterion, nodes: Nodes, questions: Mapping[str, Criterion]
) -> Iterator[str]:
    """Yield the nodes whose scores this one is made of."""
    yield from (one.name for one in node.rules.requires) if node.rules else ()
    conditions = node.applies
    yield from (one.name for one in conditions if one.scored and one.name in nodes)
    if isinstance(node, Group):
        yield from (child.id for child in node.children)
    else:
        yield from _scores_behind(node, questions, set())


def _scores_behind(
    question: Criterion, questions: Mapping[str, Criterion], seen: set[str]
) -> Iterator[str]:
    """Yield the scores that a figure is worked out from, at any step."""
    if question.id in seen:
        return
    seen.add(question.id)
    if question.reads in questions:
        yield from _scores_behind(questions[question.reads], questions, seen)
    measure = question.measure
    for term in (*measure.of, *measure.to) if measure else ():
        if term.kind is Asked.NODE:
            yield term.name
        elif term.name in questions:
            yield from _scores_behind(questions[term.name], questions, seen)
