"""Whether the figures of a file can be worked out: each part is asked, and none needs itself."""

from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.model import Asked, Criterion, Rubric, Term

_MOST_CYCLES = 20
_MOST_SHOWN = 6
#: Nobody follows more, and every evaluator may then walk from part to part by calling itself.
_MOST_STEPS = 20

Uses = Mapping[str, list[str]]


def check_figures(rubric: Rubric, faults: Faults) -> None:
    """Note every figure that can never have an answer."""
    questions = {question.id: question for question in rubric.questions()}
    for question in rubric.questions():
        _check_asked(question, questions, faults)
    uses = {name: [term.name for term in _terms(question)] for name, question in questions.items()}
    noted = len(faults.found)
    _check_cycles(questions, uses, faults)
    if len(faults.found) == noted:
        _check_steps(questions, uses, faults)


def _terms(question: Criterion) -> tuple[Term, ...]:
    measure = question.measure
    if measure is None:
        return ()
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))


def _check_asked(question: Criterion, questions: Mapping[str, Criterion], faults: Faults) -> None:
    """Note a figure that stands in a place of the file where nothing is asked."""
    conditions = (*question.applies, *question.counts_from)
    used = [condition.name for condition in conditions if condition.figure]
    used += [term.name for term in _terms(question) if term.kind is Asked.FIGURE]
    for name in dict.fromkeys(used):
        if name not in questions or questions[name].unit is None:
            message = f"'{question.id}' needs '{name}', which is nowhere asked as a number."
            faults.add(question.line, message, "Ask for it as a criterion.")


def _check_cycles(questions: Mapping[str, Criterion], uses: Uses, faults: Faults) -> None:
    for path in _cycles(uses):
        circle = path if len(path) <= _MOST_SHOWN else [*path[:_MOST_SHOWN], "…"]
        message = f"'{path[0]}' is worked out from itself: {' → '.join([*circle, path[0]])}."
        line = questions[path[0]].line
        faults.add(line, message, "Ask for one of them as a plain number.")


def _cycles(uses: Uses) -> Iterator[list[str]]:
    """Yield circles, each once; every figure is visited once, however many there are."""
    found = 0
    done: set[str] = set()
    for start in uses:
        # Each entry of the stack is a figure on the way down and what is left of its parts.
        path: dict[str, Iterator[str]] = {}
        following: str | None = start
        while following is not None or path:
            if following in path and found < _MOST_CYCLES:
                names = list(path)
                yield names[names.index(following) :]
                found += 1
            elif following is not None and following not in done and following not in path:
                path[following] = iter(uses.get(following, ()))
            following = _next_part(path, done)


def _next_part(path: dict[str, Iterator[str]], done: set[str]) -> str | None:
    if not path:
        return None
    name, parts = next(reversed(path.items()))
    following = next(parts, None)
    if following is None:
        done.add(name)
        del path[name]
    return following


def _check_steps(questions: Mapping[str, Criterion], uses: Uses, faults: Faults) -> None:
    steps: dict[str, int] = {}
    for name in TopologicalSorter(uses).static_order():
        steps[name] = 1 + max((steps[part] for part in uses.get(name, ())), default=0)
        if name in questions and steps[name] == _MOST_STEPS + 1:
            message = f"'{name}' is worked out from figures in more than {_MOST_STEPS} steps."
            faults.add(questions[name].line, message, "Ask for one of them as a plain number.")
