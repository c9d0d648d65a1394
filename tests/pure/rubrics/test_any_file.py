"""Whatever is in a file: it is read, or its faults are named; nothing else happens."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.catalog import edition_files, shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.parameters import load_parameters
from jobquality.rubrics.places import load_places
from jobquality.rubrics.words import load_words
from tests.pure.rubrics.every_word import ADVANCED, PUBLISHED
from tests.pure.rubrics.factories import PARAMETERS, SMALL, a_rubric
from tests.pure.rubrics.parameter_files import PLACES, parameter_text, the_places
from tests.pure.rubrics.test_words import WORDS

Read = Callable[[bytes], object]

RUBRIC = a_rubric()
READERS: dict[str, Read] = {
    "a standard": lambda content: load_rubric(content, parameters=PARAMETERS),
    "words": lambda content: load_words(content, RUBRIC),
    "figures": lambda content: load_parameters(content, the_places()),
    "places": lambda content: load_places(content, counties={}),
}
FIGURES = parameter_text(
    "place: TX, from: 2026-01-01, until: 2026-12-31, applies: {headcount: {from: 4}}, value: 9",
    "place: us, from: 2026-01-01, applies: {sector: 72}, value: 8",
)
FILES = {
    "a standard": (SMALL, ADVANCED, PUBLISHED),
    "words": (WORDS,),
    "figures": (FIGURES,),
    "places": (PLACES,),
}
PIECES = st.sampled_from(
    [
        "", " ", "  ", "\t", "\n", "\r", ":", ": ", "- ", "{", "}", "[", "]", ",", "#", "&a ",
        "*a", "!t ", "|", ">", '"', "'", "%", "@", "---\n", "...\n", "<<", "? ", "\\", "\ufeff",
        "\u202e", "0", "-1", "1e9", "9" * 20, "0.1", ".nan", "yes", "no", "na", "total", "us",
        "from", "under", "of", "to", "gives", "answer", "points", "criterion", "dimension",
        "weight", "when", "range", "combine: min", "people", "ratio", "choice", "[[[[", "{a: {b:",
    ]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, files: tuple[str, ...]) -> bytes:
    """Return a good file after a few slips: a piece put in, cut out, moved or written over."""
    text = draw(st.sampled_from(files))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(st.one_of(PIECES, st.just(text[start:end] * 2), st.text(max_size=5)))
        text = text[:start] + piece + text[end:]
    return text.encode("utf-8", "surrogatepass")


def faults_in(read: Read, content: bytes) -> tuple[Fault, ...]:
    """Return what is wrong with a file; nothing when it can be read."""
    try:
        read(content)
    except FaultsError as error:
        return error.faults
    return ()


def are_sentences(faults: tuple[Fault, ...]) -> bool:
    return all(f"{fault.message} {fault.remedy}".rstrip()[-1] in ".?…1" for fault in faults)


@pytest.mark.parametrize("kind", READERS)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(kind: str, content: bytes) -> None:
    assert are_sentences(faults_in(READERS[kind], content))


@pytest.mark.parametrize("kind", READERS)
@given(content=st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_text_is_read_or_refused(kind: str, content: bytes) -> None:
    assert are_sentences(faults_in(READERS[kind], content))


@pytest.mark.parametrize("kind", READERS)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    content = data.draw(damaged(FILES[kind]))

    assert are_sentences(faults_in(READERS[kind], content))


@pytest.mark.soak
@given(data=st.data())
def test_a_damaged_standard_of_ours_is_read_or_refused(data: st.DataObject) -> None:
    files = tuple(file.read_text(encoding="utf-8") for file in edition_files())
    content = data.draw(damaged(files))

    assert are_sentences(faults_in(read_ours, content))


def read_ours(content: bytes) -> object:
    return load_rubric(content, parameters=shipped_parameters().units)


@given(data=st.data())
def test_the_same_file_always_has_the_same_faults(data: st.DataObject) -> None:
    content = data.draw(damaged((SMALL, ADVANCED)))

    assert outcome(content) == outcome(content)


def outcome(content: bytes) -> str:
    try:
        return load_rubric(content, parameters=PARAMETERS).scoring_hash
    except FaultsError as error:
        return str(error)
