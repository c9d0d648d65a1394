"""A published score is read aloud whole, in both languages, and says no more than it knows."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

import pytest

from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.workers import coarse
from jobquality.reading.values import Law, LineWords, Mark, ScorecardWords
from jobquality.scoring.exact import read_exact
from jobquality.scoring.facts import Grade
from tests.reading.cards import (
    ON,
    Told,
    edition_of,
    every_state,
    read,
    snapshot_of,
    the_texas_diner,
)

#: Fields that hold ids, or words of other people that nobody may translate.
UNTOLD = {
    "id", "slug", "mark", "kind", "grade", "level_id", "standard_id", "edition", "scoring_hash",
    "checked", "standing", "source", "law", "remedy", "statement", "replied_by", "decision",
    "employer", "name", "contact", "mail", "region", "funding", "address", "url", "criterion",
    "low", "high", "low_at", "high_at", "total_at",
}  # fmt: skip


def line(card: ScorecardWords, name: str) -> LineWords:
    return next(one for topic in card.topics for one in topic.lines if one.id == name)


def told(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with its place, the ones that nobody may translate left out."""
    if isinstance(value, str):
        yield path, value
    for name, one in parts_of(value):
        yield from told(one, f"{path}.{name}")


def parts_of(value: object) -> list[tuple[str, object]]:
    if isinstance(value, tuple):
        return [(str(number), one) for number, one in enumerate(value)]
    if not is_dataclass(value):
        return []
    names = (field.name for field in fields(value))
    return [(name, getattr(value, name)) for name in names if name not in UNTOLD]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return snapshot_of(every_state())


@pytest.fixture(scope="module")
def card(snapshot: Snapshot) -> ScorecardWords:
    return read(snapshot, "en")


def test_no_english_is_left_in_spanish_and_no_spanish_in_english(snapshot: Snapshot) -> None:
    english, spanish = (dict(told(read(snapshot, language))) for language in ("en", "es"))
    names = {"Texas", "No", snapshot.reply.stances[0].text if snapshot.reply else ""}
    names |= {one.title for one in snapshot.evidence}

    assert english.keys() == spanish.keys()
    same = {
        place: text
        for place, text in english.items()
        if text == spanish[place] and any(letter.isalpha() for letter in text)
    }
    assert {place: text for place, text in same.items() if text not in names} == {}


def test_no_id_of_the_standard_is_shown_to_people(snapshot: Snapshot) -> None:
    rubric = edition_of().rubric
    ids = {one.id for one in rubric.questions()} | {one.id for one in rubric.critical}
    for language in ("en", "es"):
        for place, text in told(read(snapshot, language)):
            assert not {name for name in ids if "_" in name and name in text}, place


def test_the_headline_is_both_ends_of_the_published_total(
    snapshot: Snapshot, card: ScorecardWords
) -> None:
    row = snapshot.row("total")
    low, high = (read_exact(end or "") for end in (row.low, row.high))

    assert low is not None
    assert high is not None
    assert card.ends.text == f"{card.ends.low} to {card.ends.high}"
    assert abs(Fraction(card.ends.low) - low) <= Fraction(1, 20)
    assert abs(Fraction(card.ends.high) - high) <= Fraction(1, 20)


def test_one_number_stands_only_where_both_ends_are_equal(card: ScorecardWords) -> None:
    for topic in card.topics:
        assert topic.ends.is_one == (" to " not in topic.ends.text)
    assert {topic.ends.is_one for topic in card.topics} == {True, False}


@pytest.mark.parametrize(
    ("criterion", "mark", "word", "answer"),
    [
        ("wages_back_wages", Mark.FULL, "Full marks", "None in federal and state records"),
        ("sched_notice_days", Mark.SOME, "Some points", "10 days"),
        ("wages_living_share", Mark.FAILS, "Fails", "8%"),
        ("ben_sick_hours", Mark.FAILS, "Fails", "Not offered"),
        ("ben_paid_time_off", Mark.NO_EVIDENCE, "No evidence seen", "12 hours a year"),
        ("wages_raise_first_year", Mark.UNKNOWN, "Not known", "Not known"),
        ("sched_change_pay", Mark.DECLINED, "Declined to answer", "Declined to answer"),
    ],
)
def test_each_state_has_a_mark_a_word_and_an_answer(
    card: ScorecardWords, criterion: str, mark: Mark, word: str, answer: str
) -> None:
    found = line(card, criterion)

    assert (found.mark, found.mark_word, found.answer) == (mark, word, answer)


def test_what_does_not_apply_says_why_and_has_no_points() -> None:
    profile = {"place": "TX", "sector": "722511", "headcount": "22", "tipped_workers": "no"}
    without = {
        name: one
        for name, one in the_texas_diner().items()
        if name not in {"wages_tipped_base_ratio", "wages_tip_integrity"}
    }
    english, spanish = (
        line(read(snapshot_of(without, profile=profile), language), "wages_tip_integrity")
        for language in ("en", "es")
    )

    assert (english.mark, english.points) == (Mark.NA, "")
    assert english.reason == "It is asked only if some workers get tips"
    assert spanish.reason == "Solo se pregunta si hay trabajadores que reciben propinas"


def test_a_question_that_nobody_asked_is_not_asked_and_open() -> None:
    without = {name: one for name, one in the_texas_diner().items() if name != "sched_rest_hours"}
    found = line(read(snapshot_of(without), "en"), "sched_rest_hours")

    assert (found.mark, found.points) == (Mark.MISSING, "0 to 4 of 4 points")


def test_boxes_are_told_one_by_one(card: ScorecardWords) -> None:
    boxes = line(card, "wages_tip_integrity").boxes

    assert [box.ticked for box in boxes] == [True, False, True, False, False]
    assert line(card, "wages_tip_integrity").answer == "2 of 5 boxes"


def test_a_figure_shows_its_parts_in_words() -> None:
    parts = the_texas_diner() | {"lowest_base_rate": Told("7.25", source="Pay stubs")}
    del parts["wages_lowest_base_ratio"]
    figures = snapshot_of(parts, living_wage="15.50")
    found = line(read(figures, "en"), "wages_lowest_base_ratio")

    assert found.working == (
        "Lowest base rate ($7.25 an hour) ÷ living wage of that place and date ($15.50 an hour)",
    )
    assert found.sources[0].of == "Lowest base rate"
    assert found.sources[0].answer == "$7.25 an hour"


def test_what_gives_more_is_told_with_its_points(card: ScorecardWords) -> None:
    assert line(card, "sched_notice_days").more == "14 or more, under 28: 3 of 4 points"


def test_the_law_beside_an_answer_has_one_of_three_wordings(snapshot: Snapshot) -> None:
    card = read(snapshot, "en")

    assert {one.law.kind for topic in card.topics for one in topic.lines if one.law} <= set(Law)
    checked, other = line(card, "sched_notice_days").law, line(card, "sched_rest_hours").law
    assert checked is not None
    assert other is not None
    assert checked.text == "We know of no rule here (checked on February 20, 2026)."
    assert (other.kind, other.source) == (Law.NOT_CHECKED, "")


def test_a_law_elsewhere_is_never_told_as_the_law_here(card: ScorecardWords) -> None:
    found = line(card, "sched_notice_days")

    assert "Oregon" in found.source
    assert found.law is not None
    assert found.law.kind is Law.NO_RULE


@pytest.mark.parametrize(
    ("asked", "confirming", "said"),
    [
        (4, 4, ""),
        (8, 8, "At least 5 workers were asked, and all confirmed it (February 2026)."),
        (12, 7, "At least 10 workers were asked, and more than half confirmed it (February 2026)."),
        (12, 6, "At least 10 workers were asked, and half or fewer confirmed it (February 2026)."),
        (8, 1, "At least 5 workers were asked, and half or fewer confirmed it (February 2026)."),
    ],
)
def test_no_group_of_fewer_than_five_workers_can_be_counted(
    asked: int, confirming: int, said: str
) -> None:
    workers = coarse(asked, confirming, "2026-02")
    answers = the_texas_diner() | {"sched_notice_days": Told("10", Grade.E3, workers=workers)}

    assert line(read(snapshot_of(answers), "en"), "sched_notice_days").workers == said


def test_a_finding_comes_first_with_its_source_day_and_remedy(card: ScorecardWords) -> None:
    first = card.findings[0]

    assert (first.title, first.checked_word) == ("Tips kept by bosses", "Found")
    assert (first.source, first.remedy) == (
        "Labor agency file 2026-114",
        "Paid back in March 2026.",
    )
    assert first.seen_in == "February 2026"
    assert [one.checked for one in card.findings[:2]] == ["found", "not_checked"]


def test_a_finding_without_a_remedy_says_so() -> None:
    answers = the_texas_diner() | {"child_labor": Told("found")}

    assert read(snapshot_of(answers), "en").findings[0].remedy == "No remedy is recorded."


def test_the_reply_is_told_word_for_word_or_that_there_was_none(snapshot: Snapshot) -> None:
    replied = read(snapshot, "en").reply
    silent = read(replace(snapshot, reply=None), "en").reply
    draft = read(replace(snapshot, reply=None, notice=None, published_at=None), "en").reply

    assert replied.statement == "We post schedules as early as we can."
    assert replied.summary == "The employer replied on March 7, 2026."
    assert silent.summary == "The employer was asked on February 21, 2026, and did not reply."
    assert draft.summary == "The employer has not been asked yet."


def test_a_shortened_clock_is_told(snapshot: Snapshot) -> None:
    assert snapshot.notice is not None
    short = replace(snapshot, notice=replace(snapshot.notice, days=1, is_shortened=True))

    said = read(short, "en").notice

    assert "had 1 day to reply" in said
    assert "shorter than the usual 14 days" in said


def test_what_the_lines_add_is_the_score(snapshot: Snapshot) -> None:
    card = read(snapshot, "en")
    adds = [one.adds for topic in card.topics for one in topic.lines if one.adds]
    low = sum(Fraction(text.split(" to ")[0]) for text in adds)
    high = sum(Fraction(text.split(" to ")[-1]) for text in adds)

    assert card.adds_up
    # Each line is rounded to a hundredth.
    assert abs(low - Fraction(card.ends.low)) < Fraction(1, 5)
    assert abs(high - Fraction(card.ends.high)) < Fraction(1, 5)


def test_the_day_is_the_day_where_the_organization_is(snapshot: Snapshot) -> None:
    assert snapshot.published_at is not None
    late = replace(snapshot, published_at=snapshot.published_at.replace(hour=3))

    assert read(late, "en").published_on == "March 8, 2026"
    assert read(late, "en").on == "February 20, 2026"
    assert ON.isoformat() == "2026-02-20"


def test_only_web_addresses_become_links(snapshot: Snapshot) -> None:
    hostile = tuple(replace(one, url="javascript:alert(1)") for one in snapshot.evidence)

    assert line(read(snapshot, "en"), "sched_notice_days").evidence[0].url.startswith("https://")
    card = read(replace(snapshot, evidence=hostile), "en")
    assert line(card, "sched_notice_days").evidence[0].url == ""


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("en", "the whole score is 18.6 to 25.6, needs 50 or more"),
        ("es", "la calificación total va de 18.6 a 25.6, hace falta 50 o más"),
    ],
)
def test_a_level_that_is_missed_tells_both_ends_of_the_score(language: str, why: str) -> None:
    given = {name: one for name, one in the_texas_diner().items() if name != "sched_notice_days"}

    assert why in read(snapshot_of(given), language).why


def test_a_violation_that_was_not_found_says_where_that_was_looked_up() -> None:
    """Like every answer: its source, its month and how strong that is, in page and claims."""
    snapshot = snapshot_of(every_state())
    card = read(snapshot, "en")
    one = next(it for it in card.findings if it.checked == "none_found")
    fact = next(it for it in snapshot.facts if it.criterion == one.id)

    assert one.source == fact.source != ""
    assert one.seen_in
    assert (one.grade, bool(one.grade_meaning)) == (fact.grade, True)
