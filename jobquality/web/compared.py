"""What stands beside an answer: last time, the employer's own word, and what workers confirmed."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobquality.reading.ages import age_words
from jobquality.reading.names import Names, month_words
from jobquality.rubrics.model import State
from jobquality.scoring.answers import AnswerError, Question, read_answer
from jobquality.scoring.facts import Value
from jobquality.services.claims import Claim
from jobquality.services.sheets import Sheet
from jobquality.store.assessments import Answer
from jobquality.web.asked import Beside
from jobquality.web.spoken import Spoken

_SAYS_NOTHING = frozenset({State.MISSING, State.UNKNOWN, State.DECLINED})


class Comparer:
    """Puts beside each answer of one assessment what others say to the same question."""

    def __init__(self, sheet: Sheet, names: Names) -> None:
        self._sheet = sheet
        self._names = names
        self._spoken = Spoken(names)

    def beside(self, question: Question) -> tuple[Beside, ...]:
        """Return what stands beside the answer to a question, with what does not fit it."""
        return tuple(self._beside(question))

    def _beside(self, question: Question) -> Iterator[Beside]:
        answer = self._sheet.answers.get(question.id)
        counted = answer if answer is not None and not answer.carried else None
        claim = self._sheet.claims.get(question.id)
        if claim is not None:
            for one in (claim, *claim.others):
                yield self._claimed(question, one, counted)
        if answer is not None and answer.workers is not None:
            yield self._workers(answer)
        last = self._sheet.before.get(question.id)
        if last is not None and counted is not None:
            yield self._last(question, last, counted)

    def _claimed(self, question: Question, claim: Claim, answer: Answer | None) -> Beside:
        say, day = self._names.say, self._day_of(claim.at)
        said = self._spoken.answer(question, claim.answer) if claim.answer else ""
        differs = answer is not None and _differ(question, answer.answer, claim.answer)
        return Beside(
            kind="employer",
            title=say("beside_employer"),
            answer=said,
            detail=f"{claim.who}, {self._names.day(day)}",
            note=claim.note,
            doubt="" if claim.is_confirmed_speaker else say("beside_not_confirmed"),
            differs=say("beside_employer_differs") if differs else "",
            claim_id=claim.id,
            claim_version=claim.version,
            documents=len(claim.documents),
            may_take=_may_take(claim, answer),
        )

    def _workers(self, answer: Answer) -> Beside:
        say, workers = self._names.say, answer.workers
        asked, confirming = (workers.asked, workers.confirming) if workers else (0, 0)
        return Beside(
            kind="workers",
            title=say("beside_workers"),
            answer=say("beside_workers_said", asked=asked, confirming=confirming),
            detail=month_words(workers.month if workers else "", say),
            differs="" if 2 * confirming > asked else say("beside_workers_differ"),
        )

    def _last(self, question: Question, last: Answer, answer: Answer) -> Beside:
        say, day = self._names.say, last.on or self._day_of(last.answered_at)
        changed = _differ(question, answer.answer, last.answer)
        return Beside(
            kind="last",
            title=say("beside_last"),
            answer=self._spoken.answer(question, last.answer),
            detail=f"{self._names.day(day)}, {age_words(day, self._sheet.today, say)}",
            note=say("beside_changed") if changed else say("beside_same"),
        )

    def _day_of(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self._sheet.organization.time_zone)).date()


def _may_take(claim: Claim, answer: Answer | None) -> bool:
    """Say whether the employer's word can be used as the answer, and is not the answer yet."""
    is_answer = answer is not None and answer.answer == claim.answer
    return claim.is_confirmed_speaker and bool(claim.answer) and not is_answer


def _differ(question: Question, one: str, other: str) -> bool:
    """Say whether two answers say different things; a missing one, or a refusal, says nothing."""
    read, against = _read(question, one), _read(question, other)
    return read is not None and against is not None and read != against


def _read(question: Question, text: str) -> tuple[State, Value | None] | None:
    try:
        read = read_answer(question, text) if text else None
    except AnswerError:
        return None
    if read is None or read.state in _SAYS_NOTHING:
        return None
    return read.state, read.value
