"""What a brief counts, held against counting by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jobquality.documents.briefs import Place, certified_of, read_brief
from jobquality.ledger.snapshot import Snapshot
from jobquality.scoring.cells import Hidden
from jobquality.scoring.exact import read_exact
from jobquality.services.briefs import Brief, Finding, Scope, TooFewError, list_scopes, make_brief
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
