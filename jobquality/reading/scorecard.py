"""A published score, read aloud in one language from its snapshot and the score made again."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jobquality.ledger.snapshot import Issuer, Snapshot
from jobquality.reading.ends import group_ends, point_ends
from jobquality.reading.heard import (
    answered_words,
    days_words,
    notice_words,
    silence_words,
    times_words,
)
from jobquality.reading.lines import LineReader, grade_words
from jobquality.reading.names import Names
from jobquality.reading.numbers import counted, number_beside, number_words, percent_words
from jobquality.reading.outcomes import (
    blocking_words,
    checked_words,
    other_words,
    says_more,
    standing,
    why_words,
)
from jobquality.reading.saidbefore import read_before
from jobquality.reading.values import (
    CheckWords,
    FigureWords,
    FindingWords,
    IssuerWords,
    LevelWords,
    ReplyWords,
    RowWords,
    ScorecardWords,
    SiteWords,
)
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import NO_LEVEL, TOTAL, Combine, Floor
from jobquality.rubrics.places import Places
from jobquality.rubrics.units import UNITS
from jobquality.scoring.exact import read_exact
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.scorecard import (
    Check,
    Checked,
    CriticalResult,
    LevelResult,
    NodeScore,
    Scorecard,
)
from jobquality.wording import Speaker

_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,190}")
_ORDER = (Checked.FOUND, Checked.NOT_CHECKED, Checked.NONE_FOUND)
_NATIONAL_DIGITS = (6, 5, 4, 3, 2)


def read_scorecard(
    card: Scorecard, snapshot: Snapshot, edition: Edition, places: Places, say: Speaker
) -> ScorecardWords:
    """Return a published score in plain words.

    `card` is the score of the snapshot, made again from it alone. The draft that an employer
    sees is read in the same way; what it does not hold yet reads as not done yet.
    """
    return _Reader(card, snapshot, edition, places, say).words()


def sector_words(code: str, say: Speaker) -> str:
    """Return what a NAICS code stands for; the nearest wider one that we know, or the code."""
    for digits in _NATIONAL_DIGITS:
        named = say.spoken_or(f"sector_{code[:digits]}", "")
        if named:
            return named
    return say("sector_code", code=code) if code else ""


def local_day(moment: datetime, time_zone: str) -> date:
    """Return the day of a moment where the organization is."""
    try:
        return moment.astimezone(ZoneInfo(time_zone)).date()
    except (ZoneInfoNotFoundError, ValueError):
        return moment.date()


def day_where(snapshot: Snapshot, moment: datetime) -> date:
    """Return the day of a moment where the organization of a snapshot is, as it was published."""
    return local_day(moment, snapshot.notice.time_zone if snapshot.notice else "UTC")


class _Reader:
    """Reads one score aloud."""

    def __init__(
        self, card: Scorecard, snapshot: Snapshot, edition: Edition, places: Places, say: Speaker
    ) -> None:
        self._card = card
        self._snapshot = snapshot
        self._edition = edition
        self._places = places
        self._say = say
        self._names = Names.of(edition, say)
        self._before = read_before(snapshot, card.rubric, self._names, self._local)
        self._lines = LineReader(self._names, card.rubric, places, snapshot, self._before)
        self._nodes = {node.id: node for node in card.total.walk()}

    def words(self) -> ScorecardWords:
        card, snapshot, outcome, say = self._card, self._snapshot, self._card.outcome, self._say
        employer, names = snapshot.employer, self._names
        words = names.words
        published = snapshot.published_at
        return ScorecardWords(
            employer=employer.name,
            slug=employer.slug,
            sector=sector_words(employer.sector, say),
            place=names.place(employer.place, self._places) if employer.place else "",
            sites=tuple(self._sites()),
            standard=words.title or card.rubric.wording.title or card.rubric.id,
            standard_id=card.rubric.id,
            edition=card.rubric.edition,
            scoring_hash=card.rubric.scoring_hash,
            is_reviewed=words.is_reviewed,
            on=names.day(snapshot.on),
            published_on=names.day(self._local(published)) if published else "",
            revision=snapshot.revision,
            issuer=issuer_words(snapshot.organization),
            who=self._who(),
            ends=group_ends(card.total, card.rubric, say),
            most=number_words(card.total.most),
            level=names.level(outcome.level),
            level_id=outcome.level,
            why=_sentence(why_words(outcome, names, card.total)) if outcome.level else "",
            if_evidence=names.level(outcome.if_evidence_holds) if says_more(outcome) else "",
            could_reach=self._could_reach(),
            coverage=tuple(self._coverage()),
            answered=percent_words(card.total.answered),
            topics=tuple(self._lines.topics(card.total)),
            adds_up=all(group.combine is Combine.MEAN for group in card.rubric.root.groups()),
            levels=tuple(self._level(result) for result in outcome.levels),
            findings=tuple(self._findings()),
            reply=self._reply(),
            notice=self._notice(),
            days=days_words(snapshot, say),
            figures=tuple(self._figures()),
        )

    def _local(self, moment: datetime) -> date:
        return day_where(self._snapshot, moment)

    def _sites(self) -> Iterator[SiteWords]:
        for site in self._snapshot.employer.sites:
            place = self._names.place(site.place, self._places) if site.place else ""
            yield SiteWords(name=site.name, address=site.address, place=place)

    def _who(self) -> str:
        roles = self._snapshot.roles
        return counted("who_assessed", len(roles.assessed_by), self._say)

    def _could_reach(self) -> str:
        outcome = self._card.outcome
        is_more = outcome.could_reach not in (outcome.level, NO_LEVEL, "")
        return self._names.level(outcome.could_reach) if is_more else ""

    def _coverage(self) -> Iterator[str]:
        total = self._card.total
        for name in ("answered", "coverage", "confirmed"):
            yield self._say(f"known_{name}", share=percent_words(getattr(total, name)))

    def _level(self, result: LevelResult) -> LevelWords:
        reached = "reached" if result.is_reached else "not_reached"
        return LevelWords(
            id=result.level.id,
            title=self._names.level(result.level.id),
            is_reached=result.is_reached,
            word=self._say(f"level_{reached}"),
            total_at=self._total_at(result),
            checks=(*map(self._check, result.checks), *self._other_checks(result)),
            against=tuple(_sentence(said) for said in blocking_words(result, self._names)),
        )

    def _other_checks(self, result: LevelResult) -> Iterator[CheckWords]:
        for stands, said in other_words(result, self._card, self._names):
            yield CheckWords(
                name=_sentence(said),
                now="",
                needs="",
                standing=stands,
                standing_word=self._say(f"standing_{stands}"),
            )

    def _total_at(self, result: LevelResult) -> str:
        floors = (one for one in result.level.floors if one.name == TOTAL and not one.at_most)
        floor, most = next(floors, None), self._card.total.most
        return decimal_text(floor.number / most * 100, digits=2) if floor and most else ""

    def _check(self, check: Check) -> CheckWords:
        node = self._nodes.get(check.name)
        stands = standing(check, node)
        return CheckWords(
            name=_sentence(self._names.subject(check.name)),
            now=self._now(check),
            needs=self._needs(check.floor),
            standing=stands,
            standing_word=self._say(f"standing_{stands}"),
        )

    def _needs(self, floor: Floor) -> str:
        unit = "%" if floor.share else ""
        number = f"{number_words(floor.number)}{unit}"
        return self._say("floor_most" if floor.at_most else "range_open", number=number, low=number)

    def _now(self, check: Check) -> str:
        node = self._nodes.get(check.name)
        if check.exempt:
            return self._say("exempt")
        if node is not None:
            return self._ends(node)
        if check.actual is None:
            return self._say("reason_state_na")
        return f"{number_beside(check.actual, check.floor.number, digits=1)}%"

    def _ends(self, node: NodeScore) -> str:
        if node.is_out:
            return self._say("reason_state_na")
        if node.line is not None:
            return point_ends(node, self._say).text
        return group_ends(node, self._card.rubric, self._say).text

    def _findings(self) -> Iterator[FindingWords]:
        results = self._card.outcome.critical
        for checked in _ORDER:
            yield from (self._finding(one) for one in results if one.checked is checked)

    def _finding(self, result: CriticalResult) -> FindingWords:
        critical, fact = result.critical, result.fact
        return FindingWords(
            id=critical.id,
            title=self._names.thing(critical.id),
            question=self._names.ask(critical.id),
            checked=result.checked,
            checked_word=_sentence(checked_words(result.checked, self._say)),
            law=self._names.source(critical.source),
            source=fact.source if fact else "",
            seen_in=self._lines.seen_in(critical.id),
            remedy=self._remedy(result),
            evidence=tuple(self._lines.evidence(critical.id)),
            stance=self._lines.stance(critical.id),
            before=self._lines.before(critical.id),
            grade=fact.grade or "" if fact else "",
            grade_meaning=grade_words(fact.grade, self._names) if fact else "",
        )

    def _remedy(self, result: CriticalResult) -> str:
        """Return what was done about it, as published, or that nothing is recorded."""
        if result.checked is not Checked.FOUND:
            return ""
        note = result.fact.note if result.fact else ""
        return note or self._say("remedy_none")

    def _reply(self) -> ReplyWords:
        reply, notice = self._snapshot.reply, self._snapshot.notice
        answered_at = reply.answered_at if reply else None
        if reply is not None and answered_at is not None:
            day = self._names.day(self._local(answered_at))
            summary = answered_words(self._snapshot, day, self._say)
        elif notice is not None:
            summary = silence_words(notice, self._local, self._say)
        else:
            summary = self._say("replied_not_asked")
        return ReplyWords(
            has_answered=answered_at is not None,
            summary=summary,
            times=times_words(self._snapshot, self._say),
            statement=reply.statement if reply else "",
            replied_by=reply.replied_by if reply else "",
            stances=tuple(self._lines.stances()),
            decision=reply.decision if reply else "",
            before=self._before,
        )

    def _notice(self) -> str:
        notice = self._snapshot.notice
        return "" if notice is None else notice_words(notice, self._local, self._say)

    def _figures(self) -> Iterator[FigureWords]:
        for figure in self._snapshot.parameters:
            yield FigureWords(
                id=figure.id,
                title=_sentence(self._names.figure(figure.id)),
                rows=tuple(self._rows(figure.id)),
            )

    def _rows(self, name: str) -> Iterator[RowWords]:
        figure = next(one for one in self._snapshot.parameters if one.id == name)
        names = self._names
        for row in figure.rows:
            value, unit = read_exact(row.value), UNITS.get(figure.unit)
            amount = row.value if value is None or unit is None else names.measured(value, unit)
            yield RowWords(
                place=self._names.place(row.place, self._places),
                amount=amount,
                since=self._names.day(row.first),
                as_of=self._names.day(row.as_of),
                source=row.source,
            )


def issuer_words(issuer: Issuer) -> IssuerWords:
    """Return the organization that publishes."""
    return IssuerWords(
        slug=issuer.slug,
        name=issuer.name,
        contact=issuer.contact,
        mail=issuer.contact if _MAIL.fullmatch(issuer.contact) else "",
        region=issuer.region,
        funding=issuer.funding,
        is_sample=issuer.is_sample,
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
