import pytest

from tests.pure.rubrics.factories import Change, a_rubric

SCORING = a_rubric().scoring_hash

WORDING: dict[str, Change] = {
    "the question": ("What is the lowest hourly pay?", "How little do you pay?"),
    "a choice": ('"Yes, unpaid"', '"Yes, but unpaid"'),
    "a source": ("City code", "City code of 2026"),
    "a basis": ("basis: law", "basis: standard"),
    "a title": ("  - dimension: wages", "  - dimension: wages\n    title: Wages"),
    "a note": ("levels:", "# A note.\nlevels:"),
    "empty lines": ("levels:", "\n\nlevels:"),
    "the evidence": ("[payroll_export]", "[payroll_export, pay_stubs]"),
    "a test": ("A good cafe", "A very good cafe"),
    "the edition": ("2026.1", "2026.2"),
    "the order of words": (
        "{total: 70, each_dimension: 50, coverage: 80}",
        "{coverage: 80, each_dimension: 50, total: 70}",
    ),
    "the order of words on several lines": (
        "rubric: corner_cafes\nedition: 2026.1\n",
        "edition: 2026.1\nrubric: corner_cafes\n",
    ),
    "zeros after the point": ("weight: 60", "weight: 60.00"),
    "a published label": ("  - dimension: wages", "  - dimension: wages\n    code: W"),
}


@pytest.mark.parametrize("what", WORDING)
def test_what_cannot_change_a_score_does_not_change_the_scoring_hash(what: str) -> None:
    changed = a_rubric(WORDING[what])

    assert changed.scoring_hash == SCORING
    assert changed.wording_hash != a_rubric().wording_hash


def test_the_order_of_conditions_says_nothing() -> None:
    one = a_rubric(("answer: days", "answer: days\n        applies: {tipped: yes, open: no}"))
    other = a_rubric(("answer: days", "answer: days\n        applies: {open: no, tipped: yes}"))

    assert one.scoring_hash == other.scoring_hash != SCORING


SCORES: dict[str, tuple[Change, ...]] = {
    "a weight": (("weight: 60", "weight: 61"), ("weight: 40", "weight: 39")),
    "the points of a band": (("{from: 15, gives: 1}", "{from: 15, gives: 1.5}"),),
    "the start of a band": (("under: 15", "under: 16"), ("from: 15", "from: 16")),
    "a parameter at a band": (("from: 18", "from: living_wage"),),
    "one more band": (
        ("{from: 7, gives: 2}", "{from: 7, gives: 2}\n          - {from: 9, gives: 3}"),
    ),
    "the points of a choice": (("Never, gives: 2", "Never, gives: 3"),),
    "a floor of a level": (("total: 70", "total: 71"),),
    "a level": (("  - level: basic\n    from: {total: 50}\n", ""),),
    "how long a level lasts": (("12 months", "6 months"),),
    "a critical violation": (("        critical: [wages_unpaid]\n", ""),),
    "the unit of an answer": (("answer: days", "answer: weeks"),),
    "when a question is asked": (
        ("answer: days", "answer: days\n        applies: {tipped_workers: yes}"),
    ),
    "when an answer counts": (("answer: days", "answer: days\n        from: {openings: 5}"),),
    "a figure worked out from parts": (
        (
            "answer: people\n",
            "answer: people\n        of: [{criterion: piece, ask: Q, answer: people}]\n",
        ),
    ),
    "how a dimension combines": (
        ("    weight: 60\n", "    weight: 60\n    combine: max\n"),
        ("        weight: 100\n", ""),
        ("each_dimension: 50", "each_dimension: 2"),
    ),
    "how the unknown is read": (("edition: 2026.1", "edition: 2026.1\nwhen: {missing: zero}"),),
    "whether less is better": (("edition: 2026.1", "edition: 2026.1\nbetter: lower"),),
    "another scoring": (("tests:", "scorings:\n  - {scoring: s, weight: {wages: 0}}\ntests:"),),
    "rounding": (("tests:", "rounding: {digits: 1}\ntests:"),),
    "an answer that stands for a state": (
        ("answer: days", "answer: days\n        read_as: {-1: unknown}"),
    ),
    "an id": (("on_call", "on_standby"), ("on_call", "on_standby")),
}


@pytest.mark.parametrize("what", SCORES)
def test_what_can_change_a_score_changes_the_scoring_hash(what: str) -> None:
    assert a_rubric(*SCORES[what]).scoring_hash != SCORING


def test_each_of_these_changes_gives_a_hash_of_its_own() -> None:
    hashes = {a_rubric(*changes).scoring_hash for changes in SCORES.values()}

    assert len(hashes) == len(SCORES)
