"""The JSON Schema of rubric files says what the reader takes: no word more, no word less."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from jobquality.rubrics import yamltext
from jobquality.rubrics.catalog import edition_files
from jobquality.rubrics.schema import rubric_schema
from tests.pure.rubrics.every_word import ADVANCED
from tests.pure.rubrics.factories import SMALL
from tests.pure.rubrics.fuzzing import Tree, as_tree

ROOT = Path(__file__).parents[3]
GOLDEN = [
    ROOT / "tests" / "golden" / name / "rubric.yaml"
    for name in ("fairwork_rules", "formats", "nyc_restaurant_grades", "openssf_scorecard")
]
SCHEMA = rubric_schema()
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)


def tree_of(content: bytes) -> Tree:
    return as_tree(yamltext.parse(content).tree)


def as_numbers(tree: Tree) -> Any:  # noqa: ANN401  # what an editor makes of a file is any JSON
    """Return a tree as an editor reads it (YAML 1.2): what looks like a number is one."""
    if isinstance(tree, dict):
        return {word: as_numbers(inner) for word, inner in tree.items()}
    if isinstance(tree, list):
        return [as_numbers(inner) for inner in tree]
    if re.fullmatch(r"-?[1-9][0-9]*|0", tree):
        return int(tree)
    return float(tree) if re.fullmatch(r"-?[0-9]+\.[0-9]+", tree) else tree


@pytest.mark.parametrize("file", [*edition_files(), *GOLDEN], ids=lambda file: file.parent.name)
def test_every_standard_of_ours_and_of_others_fits(file: Path) -> None:
    tree = tree_of(file.read_bytes())

    assert [str(error) for error in VALIDATOR.iter_errors(tree)] == []
    assert [str(error) for error in VALIDATOR.iter_errors(as_numbers(tree))] == []


def test_the_schema_is_one_itself() -> None:
    jsonschema_rs.meta.validate(SCHEMA)

    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def objects(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from objects(inner)
    if isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


def test_no_other_word_may_stand_anywhere_and_every_word_is_explained() -> None:
    found = list(objects(SCHEMA))

    assert all(one["additionalProperties"] is False for one in found)
    for one in found:
        for word in one.get("properties", {}).values():
            assert re.fullmatch(r"[A-Z].{10,150}\.", word["description"], flags=re.DOTALL)


def places(tree: Tree) -> Iterator[dict[str, Tree]]:
    """Yield everything that is made of words and values."""
    if isinstance(tree, dict):
        yield tree
    for inner in (
        tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    ):
        yield from places(inner)


@pytest.mark.parametrize("text", [SMALL, ADVANCED], ids=["everyday", "advanced"])
def test_a_word_that_is_none_fits_nowhere(text: str) -> None:
    tree = tree_of(text.encode())

    for place in places(tree):
        place["No Word"] = "1"
        assert not VALIDATOR.is_valid(tree) or set(place) <= {"-1", "No Word"}
        del place["No Word"]
    assert VALIDATOR.is_valid(tree)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answer: days", "answer: fortnights"),
        ("gives: 12 months", "gives: a year"),
        ("edition: 2026.1", "edition: first"),
        ("basis: law", "basis: habit"),
        ("weight: 60", "weight: heavy"),
        ("criterion: lowest_pay", "criterion: Lowest pay"),
    ],
)
def test_a_value_that_the_reader_refuses_does_not_fit(old: str, new: str) -> None:
    tree = tree_of(SMALL.replace(old, new).encode())

    assert not VALIDATOR.is_valid(tree)
