"""How an employer was told, in words that say no more than what was done."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from jobquality.ledger.saidbefore import is_unsent
from jobquality.ledger.snapshot import Notified, Snapshot
from jobquality.reading.names import city_words, day_words
from jobquality.reading.numbers import counted
from jobquality.wording import Speaker

_BY_PORTAL, _BY_ATTEMPTS = "portal", "attempts"
#: What is said where the employer did not come in by its link: on whose word it rests.
_SILENT = {_BY_ATTEMPTS: "replied_not_reached", "handed_over": "replied_not_handed"}
_TOLD = {_BY_ATTEMPTS: "notice_tried", "handed_over": "notice_handed"}
_A_MOMENT = timedelta(microseconds=1)


def told_at(delivered_at: datetime, how: str) -> datetime:
    """Return a moment of the day on which the employer was told.

    A hand-over, or an attempt, starts the clock at the midnight that ends its day.
    """
    return delivered_at if how == _BY_PORTAL else delivered_at - _A_MOMENT


def is_not_reached(notice: Notified | None) -> bool:
    """Say whether two attempts stand for a hand-over of the draft."""
    return notice is not None and notice.delivered_how == _BY_ATTEMPTS


def answered_words(snapshot: Snapshot, answered_on: str, say: Speaker) -> str:
    """Say on which day the employer replied, or that it wrote something and did not send it."""
    name = "replied_unsent" if is_unsent(snapshot) else "replied_on"
    return say(name, day=answered_on)


def silence_words(notice: Notified, day_of: Callable[[datetime], date], say: Speaker) -> str:
    """Say that no reply came, and what was done to get one."""
    return say(_SILENT.get(notice.delivered_how, "replied_not"), day=_day(notice, day_of, say))


def given_words(days: int, say: Speaker) -> str:
    """Say how long there was to reply; no days are the few minutes of practice."""
    return counted("notice_days", days, say) if days else say("practice_minutes")


def notice_words(notice: Notified, day_of: Callable[[datetime], date], say: Speaker) -> str:
    """Say how the employer was told, and how long there was to reply."""
    name = _TOLD.get(notice.delivered_how, "notice_given")
    days = given_words(notice.days, say)
    given = say(name, day=_day(notice, day_of, say), days=days)
    return f"{given} {say('notice_short')}" if notice.is_shortened else given


def days_words(snapshot: Snapshot, say: Speaker) -> str:
    """Say in which time zone the days of a score, and the time to reply, are counted."""
    if snapshot.notice is None:
        return say("card_days_utc")
    zone = snapshot.notice.time_zone
    return say("card_days", city=city_words(zone, say), zone=zone)


def times_words(snapshot: Snapshot, say: Speaker) -> str:
    """Say how long the employer had, when it answered, and how soon that was published."""
    notice, reply = snapshot.notice, snapshot.reply
    if notice is None or reply is None or reply.answered_at is None or reply.is_older:
        return ""  # of an answer to an earlier draft no days between the two can be told
    if reply.answered_at < notice.delivered_at:
        return ""
    given = given_words(notice.days, say)
    if is_unsent(snapshot):
        return say("replied_unsent_had", given=given)
    said = [_took(notice, reply.answered_at, given, say)]
    if snapshot.published_at is not None:
        published = _days(reply.answered_at, snapshot.published_at, ZoneInfo(notice.time_zone))
        said.append(say("replied_published", days=counted("notice_days", published, say)))
    return " ".join(said)


def _took(notice: Notified, answered_at: datetime, given: str, say: Speaker) -> str:
    """Say after how many days the employer answered."""
    told = told_at(notice.delivered_at, notice.delivered_how)
    answered = _days(told, answered_at, ZoneInfo(notice.time_zone))
    name = "replied_after" if answered else "replied_at_once"
    return say(name, given=given, days=counted("notice_days", answered, say))


def earlier_words(
    snapshot: Snapshot, revision: int | None, published_at: datetime | None, say: Speaker
) -> str:
    """Say that a reply answered another draft: that of a published score, or one that was not.

    `revision` and `published_at` are of the score that was published of that draft, or None.
    """
    if revision is None or published_at is None:
        is_tried = is_not_reached(snapshot.notice)
        return say("card_reply_older_tried" if is_tried else "card_reply_older_draft")
    zone = ZoneInfo(snapshot.notice.time_zone if snapshot.notice else "UTC")
    day = day_words(published_at.astimezone(zone).date(), say)
    return say("card_reply_earlier", number=revision, day=day)


def _days(start: datetime, end: datetime, zone: ZoneInfo) -> int:
    """Return from which day to which it was, as a calendar of that place counts."""
    days = end.astimezone(zone).date() - start.astimezone(zone).date()
    return max(days.days, 0)


def _day(notice: Notified, day_of: Callable[[datetime], date], say: Speaker) -> str:
    return day_words(day_of(told_at(notice.delivered_at, notice.delivered_how)), say)
