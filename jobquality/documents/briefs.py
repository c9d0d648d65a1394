"""The advocacy brief in words, for its page and its PDF."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.documents.briefwords import (
    BriefWords,
    CertifiedWords,
    ChartWords,
    FindingWords,
    PointSaid,
    ReplySaid,
    TopicFindings,
    TradeWords,
)
from jobquality.documents.charts import Bar, bars
from jobquality.documents.pdf import render
from jobquality.documents.steps import Steps, figure_of
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.saidbefore import is_unsent
from jobquality.ledger.snapshot import Snapshot, Stanced
from jobquality.reading.covers import Counted, cover_words
from jobquality.reading.heard import (
    answered_words,
    earlier_words,
    is_not_reached,
    silence_words,
)
from jobquality.reading.names import Names, day_words, place_words
from jobquality.reading.numbers import number_words, percent_words
from jobquality.reading.saidbefore import read_before
from jobquality.reading.scorecard import day_where, local_day, sector_words
from jobquality.rubrics.model import Band, Choice, Criterion
from jobquality.rubrics.places import Places
from jobquality.scoring.rounding import round_to
from jobquality.services.briefs import Brief, Finding, Row, is_of_some_sites
from jobquality.services.published import Published
from jobquality.services.said import has_replied
from jobquality.wording import Speaker

#: The three questions that are drawn and asked about, each under the ids that standards have.
_DRAWN = {
    "wages": ("wages_lowest_base_ratio", "wages_lowest_ratio"),
    "notice": ("sched_notice_days",),
    "sick": ("ben_sick_hours",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a brief stands: its language, and the address of the installation."""

    language: str
    public_url: str


def brief_pdf(words: BriefWords, *, language: str) -> bytes:
    """Return a brief as PDF.

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
    """
    pictures = {chart.id: chart.picture for chart in words.charts}
    return render("brief.html", {"brief": words}, language=language, pictures=pictures)


def read_brief(
    brief: Brief, certified: Iterable[CertifiedWords], places: Places, *, at: Place
) -> BriefWords:
    """Return a brief in plain words."""
    return _Reader(brief, places, at).words(tuple(certified))


class _Reader:
    def __init__(self, brief: Brief, places: Places, at: Place) -> None:
        self._brief = brief
        self._places = places
        self._at = at
        self._say = Speaker(at.language)
        self._names = Names.of(brief.edition, self._say)
        self._steps = Steps(self._names)
        self._by_id = {finding.question.id: finding for finding in brief.findings}
        self._drawn = {
            topic: self._by_id[name]
            for topic, ids in _DRAWN.items()
            for name in ids
            if name in self._by_id
        }

    def words(self, certified: tuple[CertifiedWords, ...]) -> BriefWords:
        brief, say = self._brief, self._say
        sector = sector_words(brief.scope.sector, say)
        place = place_words(brief.scope.place, self._places, say)
        title = say("briefs_in", sector=sector, place=place)
        issuers = {one.snapshot.organization.name for one in brief.members}
        contacts = {one.snapshot.organization.contact for one in brief.members}
        return BriefWords(
            title=title,
            sector=sector,
            place=place,
            issuers=", ".join(sorted(issuers)),
            contacts=tuple(sorted(contacts)),
            is_sample=brief.is_sample,
            as_of=day_words(local_day(brief.as_of, self._time_zone()), say),
            headlines=tuple(self._headlines()),
            who=self._who(),
            mean=self._mean(),
            levels=tuple(self._levels()),
            charts=tuple(self._charts()),
            topics=tuple(self._topics()),
            trades=tuple(self._trade(row) for row in brief.rows),
            certified=tuple(self._certified(certified)),
            asks_policy=tuple(say(f"briefs_ask_policy_{topic}") for topic in self._asked()),
            asks_employers=tuple(say(f"briefs_ask_employers_{topic}") for topic in self._asked()),
            method=tuple(self._method()),
            cite=say(
                "briefs_cite",
                issuers=", ".join(sorted(issuers)),
                year=brief.as_of.year,
                title=title,
                address=self._address(),
            ),
            replies=tuple(map(self._reply, brief.members)),
            made_at=moment_text(brief.as_of),
            address=self._address(),
            contested=self._contested(),
            funding=tuple(sorted(set(self._funding()))),
        )

    def _contested(self) -> str:
        """Say whose scores are contested; nothing where none is."""
        found = sorted(one.name for one in self._brief.members if one.publication.contested)
        said = self._say("briefs_contested", count=len(found), names=", ".join(found))
        return said if found else ""

    def _funding(self) -> Iterator[str]:
        """Yield who pays each organization, where it says so."""
        for one in self._brief.members:
            issuer = one.snapshot.organization
            if issuer.funding:
                yield self._say("briefs_funding", name=issuer.name, funding=issuer.funding)

    def _address(self) -> str:
        scope = self._brief.scope
        return f"{self._at.public_url}/{self._at.language}/briefs/{scope.sector}/{scope.place}"

    def _time_zone(self) -> str:
        notice = self._brief.members[0].snapshot.notice
        return notice.time_zone if notice else "UTC"

    def _headlines(self) -> Iterator[str]:
        for finding in self._drawn.values():
            if finding.hidden is None and finding.standard is not None:
                yield self._say(
                    "briefs_headline",
                    good=finding.good,
                    known=finding.known,
                    employers=len(self._brief.members),
                    title=self._names.thing(finding.question.id),
                    step=self._steps.good(finding.question, finding.standard),
                )

    def _who(self) -> str:
        brief = self._brief
        if brief.workers is None:
            return self._say("briefs_who_unknown", employers=len(brief.members))
        return self._say("briefs_who", employers=len(brief.members), workers=f"{brief.workers:,}")

    def _mean(self) -> str:
        low, high = _tenths(self._brief.low), _tenths(self._brief.high)
        most = number_words(self._brief.edition.rubric.root.out_of)
        if low == high:
            return self._say("briefs_mean", score=low, most=most)
        return self._say("briefs_mean_range", low=low, high=high, most=most)

    def _levels(self) -> Iterator[tuple[str, str]]:
        reached = self._brief.levels
        levels = self._brief.edition.rubric.levels
        known = [one.id for one in levels if not one.declared or one.id in reached]
        for name in [*known, *(name for name in reached if name not in known)]:
            count = reached.get(name, 0)
            said = self._say("briefs_count_of", count=count, most=len(self._brief.members))
            yield self._names.level(name), said

    def _charts(self) -> Iterator[ChartWords]:
        for topic, finding in self._drawn.items():
            if finding.hidden is None:
                yield self._chart(topic, finding)

    def _chart(self, topic: str, finding: Finding) -> ChartWords:
        rows = [
            Bar(
                label=self._steps.step(finding.question, part.step),
                share=part.count / finding.known,
                value=self._say("briefs_count_of", count=part.count, most=finding.known),
                is_good=self._is_good(finding, part.step),
            )
            for part in finding.parts
        ]
        title = self._names.thing(finding.question.id)
        said = "; ".join(self._say("briefs_bar", label=row.label, value=row.value) for row in rows)
        return ChartWords(
            id=topic,
            title=title,
            note=self._note(finding),
            rows=tuple(rows),
            picture=bars(rows),
            text=self._say("briefs_chart_alt", title=title, bars=said),
        )

    def _note(self, finding: Finding) -> str:
        said = self._say("briefs_chart_of", known=finding.known)
        figure = figure_of(finding.question)
        if not figure:
            return said
        return f"{said} {self._say('briefs_chart_figure', figure=self._names.figure(figure))}"

    def _is_good(self, finding: Finding, step: Band | Choice) -> bool:
        standard = finding.standard
        fewer = self._brief.edition.rubric.lower_is_better
        return standard is not None and (
            step.gives <= standard.gives if fewer else step.gives >= standard.gives
        )

    def _topics(self) -> Iterator[TopicFindings]:
        for group in self._brief.edition.rubric.root.children:
            ids = (
                [group.id]
                if isinstance(group, Criterion)
                else [question.id for question in group.criteria()]
            )
            found = [self._by_id[name] for name in ids if name in self._by_id]
            if found:
                rows = tuple(self._finding(finding) for finding in found)
                yield TopicFindings(title=self._names.thing(group.id), findings=rows)

    def _finding(self, finding: Finding) -> FindingWords:
        hidden = self._say(f"briefs_hidden_{finding.hidden}") if finding.hidden else ""
        standard = finding.standard
        return FindingWords(
            id=finding.question.id,
            title=self._names.thing(finding.question.id),
            good=self._steps.good(finding.question, standard) if standard else "",
            count=self._say("briefs_count_of", count=finding.good, most=finding.known),
            employers=_whole_percent(finding.share),
            workers="–" if finding.workers is None else _whole_percent(finding.workers),
            hidden=hidden,
        )

    def _trade(self, row: Row) -> TradeWords:
        low, high = _tenths(row.low), _tenths(row.high)
        return TradeWords(
            title=sector_words(row.sector, self._say),
            employers=str(row.employers),
            workers="–" if row.workers is None else f"{row.workers:,}",
            score=low if low == high else self._say("range", low=low, high=high),
            hidden=self._say(f"briefs_hidden_{row.hidden}") if row.hidden else "",
        )

    def _certified(self, certified: tuple[CertifiedWords, ...]) -> Iterator[tuple[str, str]]:
        for one in certified:
            said = self._say(
                "briefs_good_one",
                level=self._names.level(one.level),
                until=day_words(one.until, self._say),
            )
            yield one.employer, said

    def _asked(self) -> list[str]:
        """Return what is asked for: where somebody falls short, and better records always."""
        short = [topic for topic, finding in self._drawn.items() if finding.share < 1]
        return [*short, "records"]

    def _method(self) -> Iterator[str]:
        brief, say = self._brief, self._say
        yield say(
            "briefs_method_counts",
            employers=len(brief.members),
            first=day_words(brief.first, say),
            last=day_words(brief.last, say),
            standard=self._names.words.title or brief.edition.rubric.id,
            edition=brief.edition.rubric.edition,
        )
        if brief.left_out:
            yield say("briefs_method_left_out", count=brief.left_out)
        yield from self._of_some_sites()
        yield from (say(f"briefs_method_{name}") for name in ("employers", "hidden", "answers"))
        yield from self._not_reached()
        yield say("briefs_method_again", address=self._address(), id=brief.id[:12])

    def _of_some_sites(self) -> Iterator[str]:
        """Say of whom only some sites were scored: no headcount stands for those."""
        found = [one for one in self._brief.members if is_of_some_sites(one)]
        if found:
            named = ", ".join(sorted(f"{one.name} ({self._covers(one)})" for one in found))
            yield self._say("briefs_method_sites", names=named)

    def _covers(self, member: Published) -> str:
        counted = Counted(number=member.known.sites_known)
        return cover_words(len(member.snapshot.employer.sites), counted, self._say).short

    def _not_reached(self) -> Iterator[str]:
        """Say how many employers nobody could hand the draft to."""
        count = sum(is_not_reached(one.snapshot.notice) for one in self._brief.members)
        if count:
            name = "briefs_not_reached_one" if count == 1 else "briefs_not_reached"
            yield self._say(name, count=count)

    def _marks(self, member: Published) -> Iterator[str]:
        if member.publication.contested:
            yield self._say("contested_word")
        if is_of_some_sites(member):
            yield self._covers(member)

    def _reply(self, member: Published) -> ReplySaid:
        snapshot, reply = member.snapshot, member.snapshot.reply
        is_later = member.publication.hash in self._brief.spoken
        name = reply.replied_by if reply else ""
        return ReplySaid(
            employer=snapshot.employer.name,
            slug=member.known.slug,
            summary=self._summary(snapshot),
            lines=tuple(reply.statement.splitlines()) if reply else (),
            by=self._say("card_reply_by", name=name) if name else "",
            points=tuple(self._point(one) for one in reply.stances) if reply else (),
            address=self._reply_address(member),
            earlier=self._earlier(member),
            later=self._say("briefs_said_later") if is_later else "",
            marks=tuple(self._marks(member)),
            is_unsent=is_unsent(snapshot),
            before=read_before(
                snapshot,
                self._brief.edition.rubric,
                self._names,
                lambda at: day_where(snapshot, at),
            ),
        )

    def _earlier(self, member: Published) -> str:
        found = self._brief.earlier.get(member.publication.hash)
        if found is None:
            return ""
        return earlier_words(member.snapshot, found.revision, found.published_at, self._say)

    def _reply_address(self, member: Published) -> str:
        if not (has_replied(member, self._brief.spoken) or is_unsent(member.snapshot)):
            return ""
        at = self._at
        return f"{at.public_url}/{at.language}/e/{member.known.slug}#reply-title"

    def _point(self, said: Stanced) -> PointSaid:
        title, stance = self._names.thing(said.criterion), self._say(f"stance_{said.stance}")
        return PointSaid(title=title, stance=stance, lines=tuple(said.text.splitlines()))

    def _summary(self, snapshot: Snapshot) -> str:
        reply, notice, say = snapshot.reply, snapshot.notice, self._say
        zone = notice.time_zone if notice else "UTC"
        if reply is not None and reply.answered_at is not None:
            day = day_words(local_day(reply.answered_at, zone), say)
            return answered_words(snapshot, day, say)
        if notice is not None:
            return silence_words(notice, lambda at: local_day(at, zone), say)
        return say("replied_not_asked")


def certified_of(found: Mapping[str, tuple[str, date]]) -> tuple[CertifiedWords, ...]:
    """Return the certified employers, by name; each with its level and the last day."""
    return tuple(
        CertifiedWords(employer=name, level=level, until=until)
        for name, (level, until) in sorted(found.items())
    )


def _tenths(number: Fraction) -> str:
    return number_words(round_to(number, digits=1))


def _whole_percent(share: Fraction) -> str:
    """Return a share in whole percent; 0% and 100% only where it is."""
    shown = round_to(share, digits=2)
    return percent_words(share if shown in (0, 1) else shown)
