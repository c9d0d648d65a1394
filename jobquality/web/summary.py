"""What is still open before an assessment goes to review."""

from dataclasses import dataclass

from jobquality.rubrics.model import State
from jobquality.web.asked import Progress
from jobquality.web.asking import Asker

_BARE = (State.NOT_OFFERED.value, State.UNKNOWN.value, State.DECLINED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of questions; each is 0 where nothing is left to do."""

    open: int
    carried_ids: str
    bare: int
    faulty: int
    undecided: int

    @property
    def carried(self) -> int:
        """How many answers of last time nobody has looked at."""
        return len(self.carried_ids.split())


def summary_of(asker: Asker) -> Summary:
    """Return what is unanswered, carried, without evidence, or not to be scored."""
    sheet = asker.sheet
    whole = sum((topic.progress for topic in asker.topics()), Progress())
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
        open=whole.asked - whole.answered - whole.to_confirm,
        carried_ids=" ".join(name for name, one in sheet.answers.items() if one.carried),
        bare=len(bare),
        faulty=len(sheet.preview.faults),
        undecided=sum(len(waiting) for waiting in sheet.waiting.values()),
    )
