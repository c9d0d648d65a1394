from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from jobquality.ledger.comparing import changed_parts, fingerprint, worse_parts
from jobquality.ledger.form import dump_snapshot, load_snapshot
from jobquality.ledger.plainwords import is_plain
from jobquality.ledger.snapshot import PublicEvidence, PublicFact, Site, Snapshot
from jobquality.rubrics.model import Rubric, State
from jobquality.scoring.facts import EmployerFacts, Grade
from jobquality.scoring.score import score
from tests.pure.ledger.snapshots import snapshot_of
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters
from tests.pure.scoring.random_facts import Case, shipped_cases

SOUP = a_standard(
    """
    - criterion: soup
      ask: How many soups?
      answer: people
      na: yes
      points:
        - {under: 3, gives: 0}
        - {from: 3, gives: 1}
        - {from: 6, gives: 2}
    """
)


def a_draft(answer: str, rubric: Rubric = SOUP) -> Snapshot:
    facts: EmployerFacts = facts_of(rubric, {"soup": answer})
    return snapshot_of(score(rubric, facts, the_parameters()), facts)


def noted(draft: Snapshot, note: str) -> Snapshot:
    facts: tuple[PublicFact, ...] = tuple(replace(fact, note=note) for fact in draft.facts)
    return replace(draft, facts=facts)


def sourced(draft: Snapshot, source: str) -> Snapshot:
    return replace(draft, facts=tuple(replace(fact, source=source) for fact in draft.facts))


def _graded(draft: Snapshot, grade: Grade) -> Snapshot:
    return replace(draft, facts=tuple(replace(fact, grade=grade) for fact in draft.facts))


@given(shipped_cases())
@settings(max_examples=60, deadline=None)
def test_a_draft_that_was_written_and_read_again_is_the_same(case: Case) -> None:
    draft = snapshot_of(case.card(), case.facts)

    again = load_snapshot(dump_snapshot(draft))

    assert changed_parts(fingerprint(draft), fingerprint(again)) == ()
    assert worse_parts(draft, again, case.rubric) == ()


@given(shipped_cases(), shipped_cases())
@settings(max_examples=60, deadline=None)
def test_what_is_not_worse_has_no_line_with_a_lower_end(one: Case, other: Case) -> None:
    if one.rubric.id != other.rubric.id:
        return
    before, after = (snapshot_of(case.card(), case.facts) for case in (one, other))

    worse = worse_parts(before, after, one.rubric)

    earlier = {row.node: row for row in before.scores}
    for row in after.scores:
        low, was = row.low, earlier[row.node].low
        is_lower = low is not None and was is not None and Fraction(low) < Fraction(was)
        if is_lower and row.node in {one.id for one in one.rubric.root.criteria()}:
            assert row.node in worse


def test_fewer_points_are_worse_and_more_are_not() -> None:
    assert worse_parts(a_draft("4"), a_draft("2"), SOUP) == ("soup",)
    assert worse_parts(a_draft("4"), a_draft("7"), SOUP) == ()


def test_a_question_that_newly_counts_is_worse_and_one_that_leaves_is_not() -> None:
    out = a_draft("na: no kitchen")

    assert worse_parts(out, a_draft("7"), SOUP) == ("soup",)
    assert worse_parts(noted(a_draft("2"), "no kitchen"), out, SOUP) == ()


@pytest.mark.parametrize("before", ["2", "7", "unknown", "na: nobody cooks"])
def test_a_new_reason_why_a_question_does_not_apply_is_new_to_the_employer(before: str) -> None:
    told = a_draft("na: the owner sold the kitchen")

    assert worse_parts(a_draft(before), told, SOUP) == ("soup",)
    assert worse_parts(told, told, SOUP) == ()


def test_a_known_bad_answer_is_worse_than_an_unknown_one() -> None:
    assert worse_parts(a_draft("unknown"), a_draft("2"), SOUP) == ("soup",)


def test_a_known_best_answer_is_not_worse_than_an_unknown_one() -> None:
    assert worse_parts(a_draft("unknown"), a_draft("7"), SOUP) == ()


def test_another_remark_is_worse_and_no_better_answer_makes_up_for_it() -> None:
    said = noted(a_draft("4"), "The soup is thin.")

    assert worse_parts(a_draft("4"), said, SOUP) == ("soup",)
    assert worse_parts(a_draft("2"), said, SOUP) == ("soup",)
    assert worse_parts(said, a_draft("4"), SOUP) == ()


def test_another_answer_that_brings_no_more_points_is_new_to_the_employer() -> None:
    assert worse_parts(a_draft("2"), a_draft("1"), SOUP) == ("soup",)
    assert worse_parts(a_draft("unknown"), a_draft("declined"), SOUP) == ("soup",)


@pytest.mark.parametrize("source", ["A cook: the owner steals.", "Postings that he had forged"])
def test_another_source_is_worse_even_where_the_points_rose(source: str) -> None:
    before, poorer = a_draft("4"), a_draft("2")

    assert worse_parts(before, sourced(before, source), SOUP) == ("soup",)
    assert worse_parts(poorer, sourced(before, source), SOUP) == ("soup",)


def test_a_source_that_names_papers_and_days_alone_is_no_remark_where_the_points_rose() -> None:
    before, poorer = a_draft("4"), a_draft("2")
    plain = sourced(before, "Payroll records, seen on 20 March 2026; pot ledger")

    assert worse_parts(before, plain, SOUP) == ("soup",)
    assert worse_parts(poorer, plain, SOUP) == ("soup",)
    assert worse_parts(poorer, plain, SOUP, things={"Pot ledger"}) == ()


@pytest.mark.parametrize(
    ("title", "url", "worse"),
    [
        ("Photo, March 2026", "", ()),
        ("Postings that the owner had forged", "", ("soup",)),
        ("Photo", "https://center.example/forged", ("soup",)),
    ],
)
def test_new_evidence_of_a_better_answer_says_only_which_papers_it_is(
    title: str, url: str, worse: tuple[str, ...]
) -> None:
    paper = PublicEvidence(
        criterion="soup", title=title, grade=Grade.E2, url=url, seal="", month="2026-03"
    )
    better = replace(a_draft("4"), evidence=(paper,))

    assert worse_parts(a_draft("2"), better, SOUP) == worse
    assert worse_parts(better, better, SOUP) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Payroll records seen on 20 February 2026",
        "Nóminas vistas en marzo de 2026, y recibos de pago",
        "2026-03-14: time cards",
    ],
)
def test_plain_words_name_papers_and_days_alone(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text", ["Payroll records of a thief", "The employer lied", "records " * 400 + "forged"]
)
def test_words_that_say_more_than_papers_and_days_are_not_plain(text: str) -> None:
    assert not is_plain(text)


def test_a_lower_grade_is_worse() -> None:
    before = replace(a_draft("4"), facts=(replace(a_draft("4").facts[0], grade=Grade.E2),))
    after = replace(before, facts=(replace(before.facts[0], grade=Grade.E0),))

    assert worse_parts(before, after, SOUP) == ("soup",)


def test_better_proof_of_no_points_is_worse_and_of_some_is_not() -> None:
    poor, fair = a_draft("2"), a_draft("4")
    e0, e2 = Grade.E0, Grade.E2

    assert worse_parts(_graded(poor, e0), _graded(poor, e2), SOUP) == ("soup",)
    assert worse_parts(_graded(fair, e0), _graded(fair, e2), SOUP) == ()


def test_another_employer_or_workplace_has_not_been_asked() -> None:
    draft = a_draft("4")
    site = Site(name="Elm Street", address="12 Elm Street", place="us")
    renamed = replace(draft, employer=replace(draft.employer, name="Joe's Diner"))
    moved = replace(draft, employer=replace(draft.employer, sites=(site,)))

    assert worse_parts(draft, renamed, SOUP) == ("Employer",)
    assert worse_parts(draft, moved, SOUP) == ("Employer",)


def test_a_changed_answer_is_named() -> None:
    changed = changed_parts(fingerprint(a_draft("4")), fingerprint(a_draft("2")))

    assert changed == ("Result", "soup")


@pytest.mark.parametrize("but", [{"name": "Another name"}, {"contact": "another@example.org"}])
def test_another_name_or_contact_of_the_organization_was_not_read(but: dict[str, str]) -> None:
    draft = a_draft("4")
    renamed = replace(draft, organization=replace(draft.organization, **but))  # type: ignore[arg-type]  # texts only

    assert changed_parts(fingerprint(draft), fingerprint(renamed)) == ("Organization",)
    assert worse_parts(draft, renamed, SOUP) == ("Organization",)
    assert worse_parts(renamed, draft, SOUP) == ("Organization",)


def test_the_rest_of_the_organizations_page_is_no_part_of_what_was_seen() -> None:
    draft = a_draft("4")
    funded = replace(draft, organization=replace(draft.organization, funding="A new grant"))

    assert changed_parts(fingerprint(draft), fingerprint(funded)) == ()
    assert worse_parts(draft, funded, SOUP) == ()


def test_another_fact_about_the_employer_is_named() -> None:
    draft = a_draft("4")
    grown = replace(draft, employer=replace(draft.employer, profile={"headcount": "90"}))

    assert changed_parts(fingerprint(draft), fingerprint(grown)) == ("Employer",)


def test_an_open_state_is_read_as_such() -> None:
    assert a_draft("unknown").facts[0].state is State.UNKNOWN
