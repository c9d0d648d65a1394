"""`jobquality rubric diff`: what changed between two standards, and for whom."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from jobquality.cli.standards import find_edition
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.differences import find_differences
from jobquality.scoring.differing_cases import case_changes
from jobquality.scoring.differing_parts import ChangeKind

_SAME = "The two files are the same, to the last character."
_KINDS = {
    ChangeKind.WORDING: "A change of wording: no score can change.",
    ChangeKind.ADDITION: "An addition that cannot move a level.",
    ChangeKind.SCORING: "A change of scoring: scores and levels can change.",
}
_HEADINGS = {
    ChangeKind.SCORING: "What scores",
    ChangeKind.ADDITION: "What cannot move a level",
    ChangeKind.WORDING: "Wording, sources and tests",
}


def diff_text(old: str, new: str, parameters: Parameters) -> str:
    """Return in words what changed from one standard to another.

    Raises:
        NotFoundError: no standard of that name ships.
        Refusal: a file cannot be read or used.
    """
    before, after = (find_edition(name, parameters).rubric for name in (old, new))
    return "\n".join(_told(before, after, parameters))


def _told(before: Rubric, after: Rubric, parameters: Parameters) -> Iterator[str]:
    found = find_differences(before, after)
    yield f"{before.name} → {after.name}"
    yield _SAME if found.kind is None else _KINDS[found.kind]
    yield f"  Scoring hash before {before.scoring_hash}"
    yield f"  Scoring hash after  {after.scoring_hash}"
    for kind, heading in _HEADINGS.items():
        yield from _listed(heading, (change.says for change in found.of(kind)))
    today = datetime.now(UTC).date()
    yield from _listed(
        "The tests of both files, scored by both", case_changes(before, after, parameters, on=today)
    )


def _listed(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    said = list(sentences)
    if said:
        yield f"\n{heading}"
        yield from (f"  {one}" for one in said)
