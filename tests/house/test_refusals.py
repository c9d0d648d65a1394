"""Refusals are raised in English, far from any page; pages tell them in Spanish."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import jobquality
from jobquality.wording.refusals import REFUSALS, spoken_refusal

_HOUSE = Path(jobquality.__file__).parent
PLACE = re.compile(r"\{\w*\}")
#: Letters of its own that a sentence has at least.
_WORDS = 6
_TOLD = (
    "schemas/addresses", "schemas/employers", "schemas/evidence", "schemas/forms",
    "schemas/names", "schemas/rates", "schemas/replies", "services/addresses",
    "services/approvals", "services/assessments", "services/copies", "services/deliveries",
    "services/employers", "services/evidence", "services/grounds", "services/guests",
    "services/lookalikes", "services/looks", "services/mergers", "services/names",
    "services/notices", "services/publishing", "services/rates", "services/renames",
    "services/replies", "services/reviews", "services/scopes", "services/waiting",
    "store/versions", "uploads/gate", "uploads/pdfs", "uploads/pictures", "web/evidence",
    "web/publishing", "services/proposals", "services/keys", "services/witnesses",
    "services/secondlooks", "services/packets", "services/takingback",
    "services/corrections", "services/tombstones", "services/resting", "services/amends",
    "web/corrections", "services/records",
    "services/after", "services/statements", "services/rulings", "services/fixes", "services/plans",
    "web/after",
    "services/standard_checks", "services/standard_drafts", "services/standard_issuing",
    "store/standards", "services/editionmoves",
    "services/decisions", "services/extensions", "services/replypapers", "web/reply",
    "services/letters", "services/outbox", "web/messages", "web/ways",
    "services/stillhere", "services/links",
    "services/hands", "services/unmarking", "services/pairs", "services/accountchanges",
    "services/called", "services/ledger", "services/replyspeakers",
    "services/practice", "services/factsigning", "services/narrowing",
)  # fmt: skip


def sentences_in(path: Path) -> Iterator[str]:
    """Yield every text of a module that is no docstring, with {} for what differs."""
    tree = ast.parse(path.read_text())
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            skipped.update(id(part) for part in ast.walk(node) if part is not node)
    for node in ast.walk(tree):
        if id(node) not in skipped:
            yield from _text(node)


def _text(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )


def test_no_sentence_is_kept_for_a_refusal_that_nobody_raises() -> None:
    raised = {text for path in _HOUSE.rglob("*.py") for text in sentences_in(path)}
    words = {text for text in raised if sum(map(str.isalpha, PLACE.sub("", text))) >= _WORDS}
    patterns = [
        re.compile(".*".join(re.escape(part) for part in PLACE.split(text)), re.DOTALL)
        for text in words
    ]
    stale = []
    for one in REFUSALS:
        example = PLACE.sub("7", one.said)
        if example not in words and not any(pattern.fullmatch(example) for pattern in patterns):
            stale.append(one.said)

    assert stale == []


@pytest.mark.parametrize("module", _TOLD)
def test_whatever_refuses_people_at_work_is_told_in_spanish(module: str) -> None:
    examples = {PLACE.sub("7", text) for text in sentences_in(_HOUSE / f"{module}.py")}
    told = {
        text
        for text in examples
        if " " in text and text[-1] in ".?" and not text.startswith("There is no such ")
    }

    assert told
    assert {text for text in told if spoken_refusal(text, "es") == text} == set()


def test_what_differs_in_a_refusal_stays_and_a_sentence_inside_it_is_told_too() -> None:
    said = "We do not know the place '78701'. Did you mean Texas?"

    assert spoken_refusal(said, "es") == "No conocemos el lugar '78701'. ¿Quiso decir Texas?"
    assert spoken_refusal("The legal name is missing.", "es") == "Falta esto: La razón social."
    assert spoken_refusal(said, "en") == said


def test_a_refusal_that_nobody_listed_is_told_as_it_is() -> None:
    assert spoken_refusal("Nobody listed this. Say why.", "es") == "Nobody listed this. Say why."


@pytest.mark.parametrize(
    "said",
    [
        (
            "No living_wage for Texas → United States on 2026-11-26. Add a row for it, with its "
            "source, in a file and pass it with --parameters."
        ),
        (
            "Our minimum_wage for Texas is known from 2026-03-16; what held on 2026-02-20 is not. "
            "Add that row, with its source, in a file and pass it with --parameters."
        ),
    ],
)
def test_a_missing_figure_is_told_without_the_words_of_the_command_line(said: str) -> None:
    assert "--parameters" not in spoken_refusal(said, "en") + spoken_refusal(said, "es")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "living wage, for Travis (county), Texas, on March 1, 2026"),
     ("es", "salario digno, para Travis (condado), Texas, el 1 de marzo de 2026")],
)  # fmt: skip
def test_a_missing_figure_and_its_place_are_named_in_plain_words(language: str, said: str) -> None:
    raised = (
        "No living_wage for Travis (county 48453), Texas → Texas → United States on 2026-03-01. "
        "Add a row for it, with its source, in a file and pass it with --parameters."
    )

    assert f": {said}. " in spoken_refusal(raised, language)


def test_a_county_that_is_offered_is_called_a_county_in_spanish() -> None:
    raised = (
        "'Austin' may be a county or a city, and we know the counties: Austin (county 48015), "
        "Texas. Choose one, or write it as in Travis County, TX."
    )

    assert "Austin (condado 48015), Texas" in spoken_refusal(raised, "es")
