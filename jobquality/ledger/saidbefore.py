"""What an employer said of an earlier draft: it stands, and never as words on another answer.

A yes to "14 days" is no yes to "2 days". So of each thing that an employer said to one question
it is looked at whether the public words of that question are still the ones that it read.

Source: docs/decisions/0053-words-and-their-draft.md
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jobquality.ledger.comparing import read_words
from jobquality.ledger.snapshot import (
    PublicFact,
    Replied,
    RepliedBefore,
    Snapshot,
    Stanced,
    StancedBefore,
)
from jobquality.rubrics.model import Rubric, State


def with_standing(reply: Replied, read: Snapshot, printed: Snapshot, rubric: Rubric) -> Replied:
    """Return a reply as it stands beside what is printed; `read` is the draft that it answered.

    What it said to questions of which the public now reads other words is told as said before.
    """
    changed = tuple(
        one for one in reply.stances if not stands(one.criterion, read, printed, rubric)
    )
    if not changed or reply.answered_at is None:
        return reply
    moved = RepliedBefore(
        answered_at=reply.answered_at,
        statement="",
        replied_by=reply.replied_by,
        stances=tuple(_before(changed, read)),
        decision="",
        is_unsent=reply.is_unsent,
    )
    standing = tuple(one for one in reply.stances if one not in changed)
    return replace(reply, stances=standing, earlier=_joined(reply.earlier, moved))


def said_before(reply: Replied, read: Snapshot) -> tuple[RepliedBefore, ...]:
    """Return a whole reply as one to an earlier draft, which was `read`; the oldest first."""
    if reply.answered_at is None:
        return reply.earlier
    whole = RepliedBefore(
        answered_at=reply.answered_at,
        statement=reply.statement,
        replied_by=reply.replied_by,
        stances=tuple(_before(reply.stances, read)),
        decision=reply.decision,
        is_unsent=reply.is_unsent,
    )
    return _joined(reply.earlier, whole)


def without_repeats(reply: Replied) -> Replied:
    """Return a reply whose earlier ones leave out what it says again, word for word."""
    again = {(one.criterion, one.stance, one.text) for one in reply.stances}
    kept = (
        replace(
            one,
            statement="" if one.statement == reply.statement else one.statement,
            stances=tuple(
                said
                for said in one.stances
                if (said.criterion, said.stance, said.text) not in again
            ),
        )
        for one in reply.earlier
    )
    told = tuple(one for one in kept if one.statement or one.stances or one.decision)
    return replace(reply, earlier=told)


def stands(name: str, read: Snapshot, now: Snapshot, rubric: Rubric) -> bool:
    """Say whether an employer reads the same of a question in two drafts."""
    return read_words(name, read, rubric) == read_words(name, now, rubric)


def is_unsent(snapshot: Snapshot) -> bool:
    """Say whether a printed reply was written and not sent when the time ended.

    Of what was published before a reply said so itself, its moment tells: nobody can send
    anything at the end of the clock. In practice, a clock of no days ends with the reply.
    """
    reply, notice = snapshot.reply, snapshot.notice
    if reply is None or reply.answered_at is None:
        return False
    at_end = notice is not None and notice.days > 0 and notice.ended_at == reply.answered_at
    return reply.is_unsent or at_end


def _before(stances: Iterable[Stanced], read: Snapshot) -> Iterator[StancedBefore]:
    facts = {fact.criterion: fact for fact in read.facts}
    for one in stances:
        answer = _answer(facts.get(one.criterion))
        yield StancedBefore(
            criterion=one.criterion, stance=one.stance, text=one.text, answer=answer
        )


def _answer(fact: PublicFact | None) -> str:
    if fact is None:
        return ""
    return fact.answer if fact.state is State.VALUE else fact.state.value


def _joined(before: tuple[RepliedBefore, ...], more: RepliedBefore) -> tuple[RepliedBefore, ...]:
    """Return replies with one more; what was said at one moment is one reply."""
    same = next((one for one in before if one.answered_at == more.answered_at), None)
    if same is None:
        return tuple(sorted((*before, more), key=lambda one: one.answered_at))
    joined = replace(
        same,
        statement=same.statement or more.statement,
        stances=(*same.stances, *more.stances),
        decision=same.decision or more.decision,
    )
    return tuple(joined if one is same else one for one in before)
