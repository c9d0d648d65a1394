from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from jobquality.services.elements import Element, Recorded, for_everyone, read_elements
from jobquality.services.industries import codes_of, is_within
from jobquality.store.initiatives import Activity, Kind, Way
from jobquality.wording import WORDING

NOTHING = Recorded(
    funding="",
    region="",
    partners=0,
    activities=(),
    is_whole_country=True,
    scorecards=(),
    certificates=0,
)


def done(kind: Kind, way: Way, **but: object) -> Activity:
    given: dict[str, object] = {
        "id": "a", "organization_id": "o", "initiative_id": "i", "kind": kind, "way": way,
        "title": "Title", "text": "", "on": date(2026, 1, 1), "workers": None, "employers": None,
        "source": "", "added_by": "p", "added_at": datetime(2026, 1, 2, tzinfo=UTC),
        "written_by": "p",
    }  # fmt: skip
    return Activity(**given | but)  # type: ignore[arg-type]  # a test says what it needs


def everything() -> Recorded:
    return Recorded(
        funding="Members",
        region="Texas",
        partners=2,
        activities=(
            done(Kind.TRAINING, Way.MOVE_UP, workers=14),
            done(Kind.CONVENING, Way.IMPROVE_JOBS, employers=9),
            done(Kind.POLICY_ADVOCACY, Way.IMPROVE_JOBS),
        ),
        is_whole_country=False,
        scorecards=(2, 1),
        certificates=1,
    )


def sentences(element: Element) -> dict[str, object]:
    return {one.name: one.values.get("count") for one in element.said}


def test_each_of_five_elements_is_answered() -> None:
    elements = read_elements(everything())

    assert [one.number for one in elements] == [1, 2, 3, 4, 5]
    assert {one.standing for one in elements} == {"recorded"}


def test_an_empty_initiative_says_what_is_missing_and_what_is_next() -> None:
    elements = read_elements(NOTHING)

    assert all(one.missing for one in elements)
    assert [one.standing for one in elements] == ["partly", *["missing"] * 4]


@pytest.mark.parametrize("recorded", [NOTHING, everything()])
def test_every_sentence_of_the_elements_exists_in_both_languages(recorded: Recorded) -> None:
    for element in read_elements(recorded):
        for said in (*element.said, *element.missing):
            assert said.name in WORDING


@pytest.mark.parametrize(("workers", "told"), [(0, 0), (3, 3), (5, 5), (9, 5), (10, 10), (36, 35)])
def test_strangers_learn_the_month_and_a_step_of_five_where_workers_came(
    workers: int, told: int
) -> None:
    activity = done(Kind.ORGANIZING, Way.IMPROVE_JOBS, workers=workers)
    seen = for_everyone(replace(activity, on=date(2026, 3, 17)))

    assert (seen.workers, seen.on) == (told, date(2026, 3, 1))


def test_what_says_nothing_of_workers_keeps_its_day() -> None:
    activity = done(Kind.POLICY_ADVOCACY, Way.IMPROVE_JOBS, workers=None)

    assert for_everyone(activity) == activity


def test_groups_under_five_are_neither_told_nor_added() -> None:
    counts = (24, 3, 4, 0, 12, None)
    activities = tuple(done(Kind.TRAINING, Way.MOVE_UP, workers=count) for count in counts)

    element = read_elements(replace(everything(), activities=activities))[2]

    assert sentences(element)["initiatives_workers_people"] == 36
    assert sentences(element)["initiatives_workers_few"] == 3


def test_help_for_workers_counts_only_on_its_own_way() -> None:
    activities = (done(Kind.TRAINING, Way.IMPROVE_JOBS, workers=30),)

    element = read_elements(replace(everything(), activities=activities))[2]

    assert element.standing == "missing"


def test_lasting_change_needs_scores_from_two_times() -> None:
    element = read_elements(replace(everything(), scorecards=(1, 1)))[4]

    assert [one.name for one in element.missing] == ["initiatives_change_no_scores"]


@pytest.mark.parametrize(
    ("sector", "industry", "holds"),
    [
        ("722511", "722", True),
        ("721110", "722", False),
        ("445110", "44-45", True),
        ("455110", "44-45", True),
        ("493110", "48-49", True),
        ("", "722", False),
        ("72", "722", False),
    ],
)
def test_an_industry_holds_its_own_codes(sector: str, industry: str, *, holds: bool) -> None:
    assert is_within(sector, industry) is holds


def test_a_range_is_each_of_its_codes() -> None:
    assert codes_of("31-33") == ("31", "32", "33")


def test_no_sentence_claims_that_one_thing_led_to_another() -> None:
    told = " ".join(
        f"{one.en} {one.es}".lower()
        for name, one in WORDING.items()
        if name.startswith("initiatives_") and name != "initiatives_scores_why"
    )

    for word in ("because of", "thanks to", "impact", "caused", "gracias a", "impacto", "debido a"):
        assert word not in told
