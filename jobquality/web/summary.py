"""What is still open before an assessment goes to review."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobquality.rubrics.model import State
from jobquality.web.asked import FaultAt
from jobquality.web.asking import Asker

_BARE = (State.NOT_OFFERED.value, State.UNKNOWN.value, State.DECLINED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A dated figure that nobody has, once: `needed_by` are the questions that wait for it."""

    said: str
    needed_by: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of questions; each is 0 where nothing is left to do, and none is in two of them.

    `unanswered` are the questions without an answer: each with its title, and its parts that
    have no answer either. `missing` are figures that are not there yet.
    """

    unanswered: tuple[tuple[str, str, tuple[str, ...]], ...]
    carried_ids: str
    bare: int
    faulty: int
    undecided: int
    missing: tuple[Missing, ...]

    @property
    def open(self) -> int:
        """How many questions have no answer."""
        return len(self.unanswered)

    @property
    def carried(self) -> int:
        """How many answers of last time nobody has looked at."""
        return len(self.carried_ids.split())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to do."""
        counts = (self.open, self.carried, self.bare, self.faulty, self.undecided)
        return not any(counts) and not self.missing


def summary_of(asker: Asker) -> Summary:
    """Return what is unanswered, carried, without evidence, or not to be scored."""
    sheet = asker.sheet
    counted = [answer for answer in sheet.answers.values() if not answer.carried]
    bare = [
        answer
        for answer in counted
        if asker.answered.given(answer.criterion)
        and answer.answer not in _BARE
        and not answer.source
        and not sheet.evidence.get(answer.criterion)
    ]
    return Summary(
        unanswered=tuple(_unanswered(asker)),
        carried_ids=" ".join(name for name, one in sheet.answers.items() if one.carried),
        bare=len(bare),
        faulty=sum(not fault.address for fault in asker.faults),
        undecided=sum(len(waiting) for waiting in sheet.waiting.values()),
        missing=_missing([fault for fault in asker.faults if fault.address]),
    )


def _unanswered(asker: Asker) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the questions without an answer; one whose answer does not count yet has one."""
    for topic in asker.topics():
        for name, title in (*topic.questions, *topic.figures):
            progress = asker.answered.progress([name])
            is_looked_at = progress.answered or progress.to_confirm or name in asker.uncounted
            if topic.progress.asked and progress.asked and not is_looked_at:
                yield name, title, tuple(_parts_without(asker, name))


def _parts_without(asker: Asker, name: str) -> Iterator[str]:
    for part in asker.answered.part_ids(name):
        if asker.answered.given(part) is None:
            yield part


def _missing(faults: list[FaultAt]) -> tuple[Missing, ...]:
    by_figure: dict[tuple[str, str], list[str]] = {}
    for fault in faults:
        by_figure.setdefault((fault.text, fault.address), []).append(fault.title)
    return tuple(
        Missing(said=said, needed_by=tuple(titles), address=address)
        for (said, address), titles in by_figure.items()
    )
