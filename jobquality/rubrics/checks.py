"""What must hold across a whole rubric file, beyond each of its lines."""

from collections.abc import Iterator, Mapping

from jobquality.rubrics.days import read_day
from jobquality.rubrics.facts import PROFILE
from jobquality.rubrics.fields import ID, Faults, one_of, shown
from jobquality.rubrics.figures import check_figures
from jobquality.rubrics.levels import check_levels
from jobquality.rubrics.model import (
    MAIN,
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    TOTAL,
    Example,
    Rubric,
)
from jobquality.rubrics.rereading import check_reads
from jobquality.rubrics.scales import check_scales
from jobquality.rubrics.structure import check_structure
from jobquality.rubrics.units import NAMED_NUMBERS, Unit
from jobquality.rubrics.used import used_figures

#: Words of levels and tests, and the columns of a facts file.
_KEPT = frozenset(
    {
        TOTAL, NO_LEVEL, NOT_ENOUGH_KNOWN, "each_dimension", "coverage", "confirmed",
        "answered", "rank", "level", "on", "employer", "part", "criterion", "answer",
    }
)  # fmt: skip


def check_rubric(rubric: Rubric, faults: Faults, parameters: Mapping[str, Unit]) -> None:
    """Note every fault that only the whole file shows."""
    _check_ids(rubric, faults, parameters)
    _check_critical_links(rubric, faults)
    check_figures(rubric, faults)
    check_structure(rubric, faults)
    check_scales(rubric, faults)
    check_reads(rubric, faults)
    check_levels(rubric, faults)
    _check_examples(rubric, faults)
    _check_upcoming(rubric, faults)


def _named(rubric: Rubric) -> Iterator[tuple[str, int]]:
    groups = (group for group in rubric.root.groups() if group is not rubric.root)
    yield from ((group.id, group.line) for group in groups)
    yield from ((question.id, question.line) for question in rubric.questions())
    yield from ((critical.id, critical.line) for critical in rubric.critical)
    yield from ((level.id, level.line) for level in rubric.levels)


def _check_ids(rubric: Rubric, faults: Faults, parameters: Mapping[str, Unit]) -> None:
    seen: dict[str, int] = {}
    for name, line in _named(rubric):
        message = ""
        if name in _KEPT:
            message = f"'{name}' is kept for something else."
        elif name in parameters or name in NAMED_NUMBERS:
            message = f"'{name}' is the id of a parameter or a named number."
        elif name in seen and ID.fullmatch(name):
            message = f"The id '{name}' is used twice; first on line {seen[name]}."
        if message:
            faults.add(line, message, "Use another id.")
        seen.setdefault(name, line)


def _check_critical_links(rubric: Rubric, faults: Faults) -> None:
    known = {critical.id: critical for critical in rubric.critical}
    for question in rubric.questions():
        for name in question.critical:
            if name not in known:
                faults.unknown(
                    question.line,
                    f"'{question.id}' names the critical violation '{name}', "
                    "which is not in the list.",
                    word=name,
                    known=known,
                    otherwise="Add it to critical: at the top.",
                )
    levels = {level.id: level for level in rubric.levels if not level.declared}
    for critical in rubric.critical:
        if critical.allows and critical.allows not in levels:
            message = f"'allows: {critical.allows[:60]}' is not a level with conditions."
            remedy = "Name a level that has 'from'."
            faults.unknown(
                critical.line, message, word=critical.allows, known=levels, otherwise=remedy
            )


def _check_examples(rubric: Rubric, faults: Faults) -> None:
    """Names only: whether a test passes is for the evaluator to say."""
    asked = [question.id for question in rubric.questions()]
    asked += [critical.id for critical in rubric.critical]
    asked += [level.id for level in rubric.levels if level.declared]
    known = dict.fromkeys(asked)
    scored = {node.id: node for node in rubric.root.walk()}
    levels = [*(level.id for level in rubric.levels), NO_LEVEL, NOT_ENOUGH_KNOWN]
    for example in rubric.examples:
        for name in example.answers:
            if name not in known and not _is_profile(name):
                message = f"The test answers '{name}', which is not asked."
                remedy = "Use the id of a question, or profile. and the name of a fact."
                faults.unknown(example.line, message, word=name, known=known, otherwise=remedy)
        for name in example.gives:
            if name not in scored:
                message = f"The test expects '{name}', which is not scored."
                remedy = "Use total, level, or the id of what has points."
                faults.unknown(example.line, message, word=name, known=scored, otherwise=remedy)
        _check_expected_level(example, levels, faults)
        _check_named_scoring(example, [one.id for one in rubric.scorings], faults)


def _check_upcoming(rubric: Rubric, faults: Faults) -> None:
    """Note each upcoming question that something counted rests on."""
    used = used_figures(rubric)
    for question in rubric.questions():
        if question.upcoming is not None and question.id in used:
            message = f"'{question.id}' is upcoming, but something that counts names it."
            faults.add(question.line, message, "Leave 'upcoming' out, or do not name it.")


def _check_named_scoring(example: Example, scorings: list[str], faults: Faults) -> None:
    if example.scoring and example.scoring not in (MAIN, *scorings):
        message = f"The test names the scoring {shown(example.scoring)}, which is not in the file."
        otherwise = one_of([MAIN, *scorings])
        word = example.scoring
        faults.unknown(example.line, message, word=word, known=scorings, otherwise=otherwise)


def _check_expected_level(example: Example, levels: list[str], faults: Faults) -> None:
    if example.level and example.level not in levels:
        message = f"The test expects the level {shown(example.level)}, which is not in the file."
        faults.unknown(
            example.line, message, word=example.level, known=levels, otherwise=one_of(levels)
        )
    on = example.answers.get("on", "")
    if on and read_day(on) is None:
        message = f"{shown(f'on: {on}')} in a test is not a date."
        faults.add(example.line, message, "Write it as 2026-03-01.")


def _is_profile(name: str) -> bool:
    return name == "on" or name.startswith(PROFILE)
