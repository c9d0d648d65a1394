"""What stands below the questions of a standard: other scorings, tests, and its laws."""

from collections.abc import Iterator

from jobquality.reading.names import FILES
from jobquality.reading.numbers import number_words
from jobquality.reading.stages import rounding_words
from jobquality.rubrics.laws import LAW_WORDS, Law, kept_laws
from jobquality.rubrics.model import Example, Rounding, Rubric, Scoring

_STEP = "  "


def rest_words(rubric: Rubric) -> Iterator[str]:
    """Yield what else a file says, and what anyone may rely on because of it."""
    if rubric.lower_is_better:
        yield "\nLess is better: levels are read from the high end."
    if rubric.ranks:
        yield f"\nEmployers scored together are ranked ({rubric.ranks.value})."
    if rubric.scorings:
        yield "\nOther scorings"
        yield from (f"{_STEP}{one.id}{_scoring(one)}" for one in rubric.scorings)
    if rubric.rounding != Rounding():
        levels = ", and levels look at them rounded" if rubric.rounding.on_levels else ""
        yield f"\nScores are shown {rounding_words(rubric.rounding, FILES.say)}{levels}."
    yield from _tests(rubric)
    yield from _laws(rubric)
    yield f"\nScoring hash {rubric.scoring_hash}"


def _tests(rubric: Rubric) -> Iterator[str]:
    if rubric.examples:
        yield "\nTests that the file brings along"
    for example in rubric.examples:
        scoring = f" (scoring {example.scoring})" if example.scoring else ""
        yield f"{_STEP}{example.ask}{scoring}"
        yield from (f"{_STEP * 2}{said}" for said in _example(example))


def _laws(rubric: Rubric) -> Iterator[str]:
    kept = kept_laws(rubric)
    yield "\nWhat anyone may rely on"
    for law in Law:
        yield f"{_STEP}{'Kept' if law in kept else 'Not kept'}: {LAW_WORDS[law]}"


def _scoring(scoring: Scoring) -> str:
    weights = ", ".join(f"{name} {number_words(one)}" for name, one in scoring.weights.items())
    said = [f"weights {weights}"] if weights else []
    said += ["gaps are read in another way"] if scoring.when is not None else []
    said += ["some words of the file are changed"] if scoring.root is not None else []
    said += ["it has no levels"] if scoring.has_no_levels else []
    return f": {'; '.join(said)}." if said else ""


def _example(example: Example) -> Iterator[str]:
    answers = ", ".join(f"{name} {text}" for name, text in example.answers.items())
    yield f"Answers: {answers or 'none'}"
    gives = [
        f"{name} {low if low == high else f'{low} to {high}'}"
        for name, (low, high) in example.gives.items()
    ]
    gives += [f"level {example.level}"] if example.level else []
    yield f"Gives: {', '.join(gives)}"
