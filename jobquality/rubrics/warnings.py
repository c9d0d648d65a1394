"""What may be wrong in a standard that can be used: each with its line and what to do.

A fault stops a file from being used; a warning never does.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.idle import idle_floors, idle_levels, idle_points, never_asked
from jobquality.rubrics.model import Criterion, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.steps import Band, Choice, steps_of
from jobquality.rubrics.used import used_parameters

_MOST_NAMED = 8


def warnings_on(rubric: Rubric, parameters: Parameters) -> tuple[Fault, ...]:
    """Return what an author may want to look at again, in the order of the file."""
    found = (
        *_without_source(rubric),
        *idle_points(rubric),
        *never_asked(rubric),
        *idle_floors(rubric),
        *idle_levels(rubric),
        *_without_rows(rubric, parameters),
        *_untested(rubric),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.line or 0))


def _without_source(rubric: Rubric) -> Iterator[Fault]:
    """Yield each criterion whose thresholds rest on a judgment that nobody can look up."""
    for question in rubric.root.criteria():
        steps = [step for step in steps_of(question.points) if _is_threshold(step)]
        bare = [step for step in steps if not step.grounds.source]
        if bare and not _is_plain_yes(question):
            which = "No line" if len(bare) == len(steps) else f"{len(bare)} of {len(steps)} lines"
            has = "has a" if which == "No line" else "have no"
            message = f"{which} of the points of '{question.id}' {has} source."
            remedy = "Add source: who decided it and when, such as a vote of your members."
            yield Fault(message=message, line=question.line, remedy=remedy)


def _is_threshold(step: Band | Choice) -> bool:
    """Say whether a line sets a mark; what lies below the first one does not."""
    return isinstance(step, Choice) or step.start is not None


def _is_plain_yes(question: Criterion) -> bool:
    """Say whether yes gives 1 and no 0 because the file says nothing else."""
    gives = [step.gives for step in steps_of(question.points)]
    return question.kind.value == "yes_no" and gives == [Fraction(0), Fraction(1)]


def _without_rows(rubric: Rubric, parameters: Parameters) -> Iterator[Fault]:
    for name, line in used_parameters(rubric).items():
        known = parameters.by_id.get(name)
        if known is not None and not known.rows:
            message = f"'{name}' has no rows yet, so nobody can be scored by it."
            yield Fault(message=message, line=line, remedy="Bring your own figures.")


def _untested(rubric: Rubric) -> Iterator[Fault]:
    """Yield what no test of the file looks at."""
    if not rubric.examples:
        message = "The file has no tests."
        remedy = "Add tests: a standard needs some before it can be published."
        yield Fault(message=message, line=rubric.root.line, remedy=remedy)
        return
    answered = {name for example in rubric.examples for name in example.answers}
    answered = _answered(rubric, answered)
    asked = [one for one in rubric.root.criteria() if one.id not in answered]
    if asked:
        message = f"No test answers {_listed(one.id for one in asked)}."
        yield Fault(message=message, line=asked[0].line, remedy="Add a test that does.")
    expected = {example.level for example in rubric.examples}
    levels = [level for level in rubric.levels if level.id not in expected]
    if levels:
        message = f"No test reaches {_listed(level.id for level in levels)}."
        yield Fault(message=message, line=levels[0].line, remedy="Add one, with level: in gives:.")


def _answered(rubric: Rubric, named: set[str]) -> set[str]:
    """Return the criteria that tests answer, by themselves, their codes or their parts."""
    found = set(named)
    for question in rubric.root.criteria():
        measure = question.measure
        parts = {term.name for term in (*measure.of, *measure.to)} if measure else set()
        if question.code in named or question.reads in named or parts & named:
            found.add(question.id)
    return found


def _listed(names: Iterable[str]) -> str:
    named = [f"'{name}'" for name in names]
    more = len(named) - _MOST_NAMED
    shown = ", ".join(named[:_MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
