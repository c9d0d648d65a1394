"""What there is to do: where each assessment stands, and whose turn it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from jobquality.access.actors import Action, Actor
from jobquality.access.states import AssessmentState, ReplyState
from jobquality.store import desk as store
from jobquality.store.assessments import Assessment, list_assessments
from jobquality.store.database import Session
from jobquality.store.desk import AtNotice, Clock, Comeback, FromEmployer


class Task(StrEnum):
    """What comes next for an assessment; the order is the order on the desk."""

    PUBLISH = "publish"
    REPLY = "reply"
    REVIEW = "review"
    RETURNED = "returned"
    DRAFT = "draft"
    NOTICE = "notice"
    HAND_OVER = "hand_over"
    HELD = "held"
    CLOCK = "clock"
    READING = "reading"
    WAITING = "waiting"
    PUBLISHED = "published"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One assessment on the desk. `mine` says that the actor can do the next step.

    `since` is when it was sent to review or came back; `asked` and `done` count a returned
    draft's questions. `is_author` says that the actor began it.
    """

    task: Task
    assessment: Assessment
    employer_name: str
    employer_slug: str
    mine: bool
    ends_at: datetime | None = None
    author: str = ""
    is_author: bool = False
    since: datetime | None = None
    asked: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSteps:
    """How far an organization is on the way to its first published scorecard."""

    employer: bool
    assessed: bool
    second_person: bool
    reviewed: bool
    notified: bool
    published: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything open, in the order of the tasks, and the first steps while they last.

    Reviews stand by age, the longest wait first; clocks by their end.
    """

    items: tuple[Item, ...]
    from_employers: tuple[FromEmployer, ...]
    at_notices: tuple[AtNotice, ...]
    steps: FirstSteps


_OPEN = tuple(task for task in Task if task not in {Task.PUBLISHED, Task.ABANDONED})
_NEEDED: Mapping[Task, Action] = {
    Task.PUBLISH: Action.PUBLISH,
    Task.REPLY: Action.REVIEW,
    Task.REVIEW: Action.REVIEW,
    Task.RETURNED: Action.ASSESS,
    Task.DRAFT: Action.ASSESS,
    Task.NOTICE: Action.NOTIFY,
    Task.HAND_OVER: Action.NOTIFY,
    Task.HELD: Action.NOTIFY,
}
#: What waits at a notice comes before these: who it was that replied, and more time.
_COMES_FIRST = frozenset({"speaker", "time"})
_AFTER_NOTICE = frozenset({Task.REPLY, Task.PUBLISH})
_WRITTEN = frozenset({Task.DRAFT, Task.RETURNED})
_PAST_REVIEW = frozenset(
    {AssessmentState.APPROVED, AssessmentState.NOTICE, AssessmentState.PUBLISHED}
)


def desk_of(session: Session, actor: Actor, *, at: datetime) -> Desk:
    """Return what there is to do in the actor's organization."""
    items = standing_of(session, actor, at=at)
    order = list(Task)
    at_notices = store.at_notices(session, actor.person_id)
    first = {one.assessment_id for one in at_notices if one.what in _COMES_FIRST}
    still_open = [
        replace(item, mine=False)
        if item.task in _AFTER_NOTICE and item.assessment.id in first
        else item
        for item in items
        if item.task in _OPEN
    ]
    return Desk(
        items=tuple(sorted(still_open, key=lambda item: (order.index(item.task), _age(item)))),
        from_employers=store.from_employers(session) if actor.may(Action.ASSESS) else (),
        at_notices=at_notices,
        steps=_first_steps(session, items),
    )


def standing_of(
    session: Session, actor: Actor, employer_id: str | None = None, *, at: datetime
) -> tuple[Item, ...]:
    """Return every assessment, or those of one employer, newest first, with its next step."""
    found = list_assessments(session, employer_id)
    names = store.names_of_employers(session)
    turns = _Turns(
        actor=actor,
        at=at,
        authors=store.authors_of(session, [one.id for one in found if _is_in_review(one)]),
        returned=store.returned_ones(session),
        clocks=store.clocks(session),
        submitted=store.submitted(session),
        people=store.names_of_people(session),
    )
    return tuple(_item(one, turns, names[one.employer_id]) for one in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turns:
    actor: Actor
    at: datetime
    authors: Mapping[str, frozenset[str]]
    returned: Mapping[str, Comeback]
    clocks: Mapping[str, Clock]
    submitted: Mapping[str, datetime]
    people: Mapping[str, str]

    def task(self, assessment: Assessment) -> Task:
        """Return what comes next; a hold comes before everything that is still open."""
        is_held = assessment.hold_since is not None and assessment.state in _CAN_BE_HELD
        return Task.HELD if is_held else self._step(assessment)

    def may_do(self, task: Task, *, is_author: bool) -> bool:
        """Say whether the next step is the actor's to do."""
        if task not in _NEEDED or not self.actor.may(_NEEDED[task]):
            return False
        if task is Task.REPLY:
            return not is_author  # whoever assessed it does not decide on the reply
        # Whoever answers a colleague's draft writes a part of it, and cannot review it any more.
        return task not in _WRITTEN or is_author or not self.actor.may(Action.REVIEW)

    def _step(self, assessment: Assessment) -> Task:
        if assessment.state is AssessmentState.DRAFT:
            return Task.RETURNED if assessment.id in self.returned else Task.DRAFT
        if assessment.state is AssessmentState.IN_REVIEW:
            return Task.WAITING if self._wrote(assessment) else Task.REVIEW
        if assessment.state is AssessmentState.NOTICE:
            return self._at_notice(self.clocks.get(assessment.id))
        return _BY_STATE[assessment.state]

    def _wrote(self, assessment: Assessment) -> bool:
        authors = {assessment.author_id, *self.authors.get(assessment.id, ())}
        return self.actor.person_id in authors or not self.actor.may(Action.REVIEW)

    def _at_notice(self, clock: Clock | None) -> Task:
        ends_at = clock.end(self.at) if clock else None
        if clock is None or ends_at is None:
            return Task.HAND_OVER
        is_over = clock.state is ReplyState.LAPSED or self.at >= ends_at
        # What was saved last and not sent counts once the time is over.
        was_saved = clock.state is ReplyState.DELIVERED and is_over and clock.has_words
        if clock.state is ReplyState.ANSWERED or was_saved:
            return Task.REPLY
        if not is_over:
            return Task.CLOCK
        return Task.READING if self._reads(clock) else Task.PUBLISH

    def _reads(self, clock: Clock) -> bool:
        """Say whether the employer has the decision on its reply for itself."""
        return clock.read_until is not None and self.at < clock.read_until


_CAN_BE_HELD = frozenset(AssessmentState) - {AssessmentState.PUBLISHED, AssessmentState.ABANDONED}
_BY_STATE: Mapping[AssessmentState, Task] = {
    AssessmentState.APPROVED: Task.NOTICE,
    AssessmentState.PUBLISHED: Task.PUBLISHED,
    AssessmentState.ABANDONED: Task.ABANDONED,
}


def _item(assessment: Assessment, turns: _Turns, names: tuple[str, str]) -> Item:
    task = turns.task(assessment)
    clock = turns.clocks.get(assessment.id)
    back = turns.returned.get(assessment.id)
    is_author = turns.actor.person_id == assessment.author_id
    return Item(
        task=task,
        assessment=assessment,
        employer_name=names[0],
        employer_slug=names[1],
        mine=turns.may_do(task, is_author=is_author),
        ends_at=_ends_at(task, clock, turns.at) if clock else None,
        author=turns.people.get(assessment.author_id, ""),
        is_author=is_author,
        since=back.at if back else turns.submitted.get(assessment.id),
        asked=back.asked if back else 0,
        done=back.done if back else 0,
    )


def _ends_at(task: Task, clock: Clock, at: datetime) -> datetime | None:
    return clock.read_until if task is Task.READING else clock.end(at)


def _age(item: Item) -> datetime:
    """Return what orders items of one task: the wait of a review, the end of a clock."""
    at = item.since if item.task in {Task.REVIEW, Task.RETURNED} else item.ends_at
    return at or item.assessment.changed_at


def _is_in_review(assessment: Assessment) -> bool:
    return assessment.state is AssessmentState.IN_REVIEW


def _first_steps(session: Session, items: tuple[Item, ...]) -> FirstSteps:
    states = {item.assessment.state for item in items}
    return FirstSteps(
        employer=bool(items) or bool(store.names_of_employers(session)),
        assessed=bool(items),
        second_person=store.count_people(session) > 1,
        reviewed=bool(states & _PAST_REVIEW),
        notified=bool(states & {AssessmentState.NOTICE, AssessmentState.PUBLISHED}),
        published=AssessmentState.PUBLISHED in states,
    )
