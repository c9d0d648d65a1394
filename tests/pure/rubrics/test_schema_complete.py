"""The JSON Schema of rubric files has every word that the reader takes, and no other.

Where this fails, a word was added to the language: add its line to the kinds in
jobquality/rubrics/schema_kinds.py.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import edition_files, shipped_parameters
from jobquality.rubrics.fields import Fields
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.schema import rubric_schema
from jobquality.rubrics.schema_kinds import KINDS
from tests.pure.rubrics.every_word import ADVANCED, PUBLISHED
from tests.pure.rubrics.factories import SMALL
from tests.pure.rubrics.fuzzing import Fuzzer, real_files
from tests.pure.rubrics.test_schema import VALIDATOR, as_numbers, tree_of

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "rubric-language.md").read_text(encoding="utf-8")
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/rubric*.yaml"))
LINES = """\
rubric: q
edition: 2026.1
line: [{at: 0, gives: 0}, {at: 9, gives: 1}]
dimensions: [{dimension: d, line: [{at: 0, gives: 0}, {at: 9, gives: 1}]}]
"""
FUZZER = Fuzzer(real_files())
PARAMETERS = shipped_parameters()
#: What follows these is named by ids that an author chooses.
_CHOSEN = {"'read_as'"}
#: Put in place before anything is read.
_EXPANDED = {
    "the top of the file": {"scales", "extends", "why", "change", "drop", "add"},
    "a criterion": {"scale"},
    "a scale": set(KINDS["scale"].words),
    "a change": set(KINDS["changed"].words),
    "a drop": set(KINDS["drop"].words),
    "an addition": set(KINDS["add"].words),
}


def known_words() -> dict[str, set[str]]:
    """Return every word that the reader looked for, by what it calls the place it stands in."""
    known: dict[str, set[str]] = {}
    close = Fields.close

    def noted(fields: Fields) -> None:
        what = re.sub(r"(the condition on ).*", r"\1", fields.what)
        known.setdefault(what, set()).update(fields.known)
        close(fields)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fields, "close", noted)
        for content in contents():
            with suppress(FaultsError):
                load_rubric(content, parameters=PARAMETERS.units)
    return {what: words for what, words in known.items() if what not in _CHOSEN}


def contents() -> Iterator[bytes]:
    yield from (file.read_bytes() for file in [*edition_files(), *GOLDEN])
    yield from (text.encode() for text in (SMALL, ADVANCED, PUBLISHED, LINES))
    yield from (text.encode() for text in re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL))
    yield from (FUZZER.file(seed) for seed in range(300))


def test_the_words_are_those_that_the_reader_takes() -> None:
    said: dict[str, set[str]] = {}
    for kind in KINDS.values():
        said.setdefault(kind.what, set()).update(kind.words)

    known = known_words()
    for what, words in _EXPANDED.items():
        known.setdefault(what, set()).update(words)
    assert said == known


@given(seed=st.integers(0, 2**64 - 1))
def test_what_can_be_read_fits(seed: int) -> None:
    content = FUZZER.file(seed)
    with suppress(FaultsError):
        load_rubric(content, parameters=PARAMETERS.units)
        tree = tree_of(content)

        assert [str(error) for error in VALIDATOR.iter_errors(tree)] == []
        assert [str(error) for error in VALIDATOR.iter_errors(as_numbers(tree))] == []


def test_docs_rubric_schema_json_is_what_jobquality_rubric_schema_prints() -> None:
    """After a new word: `jobquality rubric schema > docs/rubric.schema.json`."""
    published = json.loads((ROOT / "docs" / "rubric.schema.json").read_text(encoding="utf-8"))

    assert published == json.loads(json.dumps(rubric_schema()))
