"""What a standard took over from another, what it tailored, and why."""

from collections.abc import Iterator

from jobquality.rubrics.model import Rubric


def tailored_lines(rubric: Rubric) -> Iterator[str]:
    """Yield a line for each thing that a standard tailored in one that it extends."""
    for what, why in rubric.tailored:
        yield f"It {what}: {why}" if what.split()[0] in _DOES else f"It changes {what}: {why}"


_DOES = ("extends", "drops", "adds", "has")
