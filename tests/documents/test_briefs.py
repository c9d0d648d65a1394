"""What a brief counts, held against counting by hand."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from jobquality.documents.briefs import Place, certified_of, read_brief
from jobquality.documents.briefwords import BriefWords
from jobquality.ledger.snapshot import Site, Snapshot
from jobquality.scoring.cells import Hidden
from jobquality.scoring.exact import read_exact
from jobquality.services.briefs import Brief, Finding, Scope, TooFewError, list_scopes, make_brief
from jobquality.services.published import Published
from tests.documents.published import CATALOG, PLACES, listed, published

KEYS = ("elm_2026", "casa_2026", "pine_2026", "luna_2026", "quick_2026", "owl_2026")
US = Scope(sector="7225", place="us")


def brief_of(snapshots: list[Snapshot], scope: Scope = US) -> Brief:
    return make_brief(listed(snapshots), scope, catalog=CATALOG, places=PLACES)


def everyone() -> list[Snapshot]:
    return [published(key) for key in KEYS]


def finding(brief: Brief, name: str) -> Finding:
    return next(one for one in brief.findings if one.question.id == name)


def with_headcount(snapshot: Snapshot, number: str) -> Snapshot:
    profile = {**snapshot.employer.profile, "headcount": number}
    return replace(snapshot, employer=replace(snapshot.employer, profile=profile))


def in_sector(snapshot: Snapshot, sector: str) -> Snapshot:
    profile = {**snapshot.employer.profile, "sector": sector}
    return replace(snapshot, employer=replace(snapshot.employer, profile=profile))


def real(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, organization=replace(snapshot.organization, is_sample=False))


def test_a_finding_counts_employers_whose_answer_is_known() -> None:
    snapshots = [
        published(key, sched_notice_days=days)
        for key, days in zip(KEYS, ("14", "13", "28", "unknown", "2", "14"), strict=True)
    ]

    found = finding(brief_of(snapshots), "sched_notice_days")

    assert (found.good, found.known) == (3, 5)
    assert found.share == Fraction(3, 5)
    assert [part.count for part in found.parts] == [1, 0, 1, 2, 1]


def test_the_share_of_workers_is_by_headcount_and_only_where_both_sides_may_be_told() -> None:
    days = ("14", "14", "14", "2", "2", "2")
    snapshots = [
        with_headcount(published(key, sched_notice_days=day), "30" if day == "14" else "20")
        for key, day in zip(KEYS, days, strict=True)
    ]

    assert finding(brief_of(snapshots), "sched_notice_days").workers == Fraction(90, 150)


def test_a_single_employer_on_one_side_hides_the_share_of_workers() -> None:
    days = ("14", "2", "2", "2", "2", "2")
    snapshots = [published(key, sched_notice_days=day) for key, day in zip(KEYS, days, strict=True)]

    found = finding(brief_of(snapshots), "sched_notice_days")

    assert (found.good, found.known, found.workers) == (1, 6, None)


def told_of(brief: Brief) -> str:
    """Return everything that a brief says of workers' numbers, in both languages."""
    said = [
        read_brief(brief, certified_of({}), PLACES, at=Place(language=language, public_url=""))
        for language in ("en", "es")
    ]
    return "\n".join(str(one) for one in said)


@pytest.mark.parametrize("counts", [("1", "1", "2"), ("1", "1", "1")])
def test_a_brief_about_fewer_than_five_workers_counts_none_of_them(counts: tuple[str, ...]) -> None:
    brief = brief_of(
        [with_headcount(published(key), one) for key, one in zip(KEYS[:3], counts, strict=True)]
    )
    few = sum(map(int, counts))

    assert brief.workers is None
    assert all(one.workers is None for one in brief.findings)
    assert all(one.workers is None for one in brief.rows)
    assert not re.search(rf"\b{few} (?:workers|trabajadores)", told_of(brief))


def test_no_brief_prints_what_an_answer_says_of_few_workers() -> None:
    told = [
        replace(
            one,
            facts=tuple(
                replace(fact, note="Rosa and 3 of 22 workers", source="3 of 22 workers told us")
                for fact in one.facts
            ),
        )
        for one in everyone()
    ]

    assert "3 of 22" not in told_of(brief_of(told))


@pytest.mark.parametrize("few", ["14", "2"])
def test_no_share_of_workers_tells_of_fewer_than_five_on_either_side(few: str) -> None:
    days = ("14", "14", "14", "2", "2", "2")
    snapshots = [
        with_headcount(published(key, sched_notice_days=day), "1" if day == few else "40")
        for key, day in zip(KEYS, days, strict=True)
    ]

    assert finding(brief_of(snapshots), "sched_notice_days").workers is None


def test_no_row_of_a_brief_tells_of_fewer_than_five_workers_nor_what_is_left_of_the_sum() -> None:
    snapshots = [
        with_headcount(in_sector(published(key), sector), count)
        for key, sector, count in zip(
            KEYS, ("722511",) * 3 + ("722513",) * 3, ("40",) * 3 + ("1",) * 3, strict=True
        )
    ]

    brief = brief_of(snapshots)

    assert brief.workers == 123
    assert [one.employers for one in brief.rows] == [3, 3]
    assert [one.workers for one in brief.rows] == [None, None]


def test_a_finding_about_two_employers_is_hidden() -> None:
    snapshots = [
        published(key, sched_notice_days="14" if key in KEYS[:2] else "unknown") for key in KEYS
    ]

    assert finding(brief_of(snapshots), "sched_notice_days").hidden is Hidden.FEW


def test_no_brief_is_made_of_two_employers() -> None:
    with pytest.raises(TooFewError) as refused:
        brief_of([published(key) for key in KEYS[:2]])

    assert refused.value.why is Hidden.FEW


def test_no_brief_is_made_where_one_employer_has_most_of_the_workers() -> None:
    with pytest.raises(TooFewError) as refused:
        brief_of([with_headcount(published("casa_2026"), "900"), *everyone()[2:]])

    assert refused.value.why is Hidden.DOMINANT


def test_the_mean_is_of_the_published_scores() -> None:
    brief = brief_of(everyone())

    lows = [read_exact(one.row("total").low or "") or Fraction(0) for one in everyone()]
    assert brief.low == sum(lows, start=Fraction(0)) / len(lows)


def test_a_trade_with_few_employers_cannot_be_worked_out_from_the_total() -> None:
    brief = brief_of(everyone())

    hidden = {row.sector: row.hidden for row in brief.rows}
    assert hidden["722513"] is Hidden.FEW
    assert hidden["722515"] is Hidden.FEW
    assert hidden["722511"] is Hidden.BESIDE


def test_samples_and_real_employers_are_never_mixed() -> None:
    reals = [real(published(key)) for key in KEYS[:3]]

    brief = brief_of([*reals, *(published(key) for key in KEYS[3:])])

    assert len(brief.members) == 3
    assert not brief.is_sample


def test_a_place_counts_the_employers_inside_it() -> None:
    lake = published("lake_2026")

    brief = brief_of([*everyone(), lake], Scope(sector="7225", place="48453"))

    assert lake.employer.name not in {one.snapshot.employer.name for one in brief.members}


def test_briefs_that_can_be_made_are_listed_once_for_the_same_employers() -> None:
    scopes = list_scopes(listed(everyone()), PLACES)

    assert Scope(sector="722511", place="48453") in scopes
    assert Scope(sector="722513", place="48453") not in scopes
    members = [{one.publication.hash for one in make_brief_of(scope).members} for scope in scopes]
    assert len({frozenset(one) for one in members}) == len(scopes)


def make_brief_of(scope: Scope) -> Brief:
    return brief_of(everyone(), scope)


def test_its_name_changes_with_every_score_that_goes_in() -> None:
    first = brief_of(everyone())
    again = brief_of(list(reversed(everyone())))
    other = brief_of([*everyone()[1:], published("elm_2025")])

    assert first.id == again.id != other.id


@pytest.mark.parametrize("language", ["en", "es"])
def test_everything_is_asked_for_only_where_somebody_falls_short(language: str) -> None:
    snapshots = [published(key, sched_notice_days="28") for key in KEYS]
    at = Place(language=language, public_url="https://jobs.example.org")

    words = read_brief(brief_of(snapshots), certified_of({}), PLACES, at=at)

    assert len(words.asks_policy) == 3
    assert len(words.replies) == len(KEYS)


def words_of(brief: Brief, language: str = "en") -> BriefWords:
    at = Place(language=language, public_url="https://jobs.example.org")
    return read_brief(brief, (), PLACES, at=at)


def changed(
    brief: Brief, name: str, *, contested: bool = False, sites: int | None = None
) -> tuple[Brief, Published]:
    """Return a brief made anew, in which one employer's score is contested or of some sites."""
    one = next(it for it in brief.members if name in it.name)
    publication = replace(one.publication, contested=contested)
    known = replace(one.known, sites_known=sites)
    other = replace(one, publication=publication, known=known)
    members = [other if it is one else it for it in brief.members]
    return make_brief(members, US, catalog=CATALOG, places=PLACES), other


def test_a_headline_says_of_how_many_the_answer_is_known_and_how_many_were_assessed() -> None:
    snapshots = [
        published(key, sched_notice_days=days)
        for key, days in zip(KEYS, ("14", "13", "28", "unknown", "2", "14"), strict=True)
    ]
    brief = brief_of(snapshots)

    assert any(
        line.startswith("3 of the 5 employers whose answer is known")
        and line.endswith("Assessed: 6.")
        for line in words_of(brief).headlines
    )
    assert any("Evaluados: 6." in line for line in words_of(brief, "es").headlines)


def test_a_brief_says_whose_score_is_contested_and_who_spoke_after_publication() -> None:
    brief, one = changed(brief_of(everyone()), "Quick Counter", contested=True)
    brief = replace(brief, spoken=frozenset({one.publication.hash}))
    words = words_of(brief)
    said = next(it for it in words.replies if it.employer == one.name)
    others = [it for it in words.replies if it.employer != one.name]

    assert words.contested.startswith(f"Contested scores (1): {one.name}.")
    assert said.marks == ("Contested",)
    assert "after publication" in said.later
    assert said.address.endswith(f"/e/{one.known.slug}#reply-title")
    assert not any(it.marks or it.later for it in others)
    assert words_of(brief_of(everyone())).contested == ""


def test_a_score_of_some_sites_says_so_and_its_headcount_stands_for_nobody() -> None:
    whole = brief_of([with_site(one) for one in everyone()])
    brief, one = changed(whole, "Quick Counter", sites=14)
    words = words_of(brief)
    said = next(it for it in words.replies if it.employer == one.name)

    assert whole.workers is not None
    assert brief.workers is None
    assert all(it.workers is None for it in brief.findings if knows(it, brief))
    assert said.marks == ("1 of 14 sites",)
    assert any(f"{one.name} (1 of 14 sites)" in line for line in words.method)


def with_site(snapshot: Snapshot) -> Snapshot:
    site = Site(name="Elm Street", address="1 Elm Street", place=snapshot.employer.place)
    return replace(snapshot, employer=replace(snapshot.employer, sites=(site,)))


def knows(found: Finding, brief: Brief) -> bool:
    """Say whether every employer's answer is known."""
    return found.known == len(brief.members)


def test_nobody_was_asked_first_who_was_only_looked_for() -> None:
    snapshots = everyone()
    notice = snapshots[0].notice
    assert notice is not None
    looked_for = replace(snapshots[0], notice=replace(notice, delivered_how="attempts"))
    reached, tried = (
        "\n".join(words_of(brief_of([first, *snapshots[1:]])).method)
        for first in (snapshots[0], looked_for)
    )

    assert "was sent its draft first, or looked for in two ways" in reached
    assert "One of them could not be reached" not in reached
    assert "One of them could not be reached" in tried


def test_a_brief_says_who_pays_for_those_who_made_it() -> None:
    name, paid = "SAMPLE Cooks and Servers Center", "Members, and a grant of the SAMPLE Foundation"
    assert words_of(brief_of(everyone())).funding == (f"Who funds {name}: {paid}",)
