"""A standard as one of its scorings reads it."""

from dataclasses import replace

from jobquality.rubrics.model import Rubric, Scoring


def effective(rubric: Rubric, scoring: Scoring) -> Rubric:
    """Return a standard as one of its scorings reads it; itself where that changes no word.

    Other weights and other gaps alone change nothing in the tree: they belong to the scoring.
    """
    if scoring.root is None and scoring.rounding is None and not scoring.has_no_levels:
        return rubric
    return replace(
        rubric,
        root=scoring.root or rubric.root,
        rounding=scoring.rounding or rubric.rounding,
        levels=() if scoring.has_no_levels else rubric.levels,
    )
