"""What an employer said after publication, in the words of a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jobquality.http import Context
from jobquality.reading.names import Names, day_words
from jobquality.reading.scorecard import day_where, local_day
from jobquality.services.published import Published
from jobquality.services.said import Spoken
from jobquality.services.unanswered import Unanswered
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A decision that another one took the place of."""

    outcome: str
    reasons: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLater:
    """One statement; `revision` names the scorecard it is about where another one is shown."""

    id: str
    topic: str
    things: tuple[str, ...]
    text: str
    who: str
    day: str
    fixed_on: str
    revision: int | None
    outcome: str
    reasons: str
    decided: str
    fixed_in: int | None
    is_gone: bool
    gone_why: str
    gone_on: str
    is_waiting: bool
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSince:
    """Words of an employer beside a reason that became public later."""

    text: str
    who: str
    day: str
    is_gone: bool


def said_since(spoken: Iterable[Spoken], zone: str, say: Speaker) -> tuple[SaidSince, ...]:
    """Return what an employer said since then, with the day where the organization is."""
    return tuple(
        SaidSince(
            text=one.text,
            who=one.who,
            day=day_words(local_day(one.at, zone), say),
            is_gone=one.is_gone,
        )
        for one in spoken
    )


def unanswered_words(
    unanswered: Iterable[Unanswered], wanted: Published, say: Speaker
) -> Iterator[str]:
    """Yield which objections to a score wait for longer than the employer was promised."""
    for one in unanswered:
        if one.publication_hash == wanted.publication.hash:
            day = day_words(day_where(wanted.snapshot, one.said_at), say)
            yield say("card_unanswered" if one.is_known else "card_unanswered_by", day=day)


def said_later(
    spoken: Iterable[Spoken],
    history: Sequence[Published],
    shown: Published,
    here: Context,
    say: Speaker,
) -> tuple[SaidLater, ...]:
    """Return what is printed beside a publication; beside the newest one, all that was said."""
    is_newest = shown is [one for one in history if not one.is_withdrawn][-1]
    wanted = (one for one in spoken if is_newest or one.publication_hash == shown.publication.hash)
    return tuple(_all(wanted, history, shown, here, say))


def _all(
    spoken: Iterable[Spoken],
    history: Sequence[Published],
    shown: Published,
    here: Context,
    say: Speaker,
) -> Iterator[SaidLater]:
    about = {one.publication.hash: one for one in history}
    for one in spoken:
        of = about[one.publication_hash].snapshot
        zone = of.notice.time_zone if of.notice else "UTC"
        names = Names.of(here.catalog.edition(of.rubric, of.edition), say)
        is_other = one.publication_hash != shown.publication.hash
        decided = one.decided_at
        yield SaidLater(
            id=one.id,
            topic=one.topic.value,
            things=tuple(names.thing(name) for name in one.criteria),
            text=one.text,
            who=one.who,
            day=day_words(local_day(one.at, zone), say),
            fixed_on=day_words(one.fixed_on, say) if one.fixed_on else "",
            revision=of.revision if is_other else None,
            outcome=one.outcome.value if one.outcome else "",
            reasons=one.reasons,
            decided=day_words(local_day(decided, zone), say) if decided else "",
            fixed_in=one.fixed_in,
            is_gone=one.is_gone,
            gone_why=say.why(one.gone_why),
            gone_on=day_words(local_day(one.gone_at, zone), say) if one.gone_at else "",
            is_waiting=one.is_waiting,
            earlier=tuple(
                Earlier(
                    outcome=it.outcome.value,
                    reasons=it.reasons,
                    day=day_words(local_day(it.at, zone), say),
                )
                for it in one.earlier
            ),
        )
