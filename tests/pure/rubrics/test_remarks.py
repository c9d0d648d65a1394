"""Remarks: what an author may want to look at again, in a standard that can be used."""

from pathlib import Path

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import load_edition, shipped, shipped_parameters
from jobquality.rubrics.remarks import remarks_on
from tests.pure.rubrics.factories import Change, a_rubric, rubric_text
from tests.pure.rubrics.test_words import WORDS

LAW = (
    "The source names a law, but the basis is our own judgment. "
    "Write basis: law if the law sets this number."
)


def beside(folder: Path, **files: str) -> Path:
    """Write a standard, and files beside it named `my_standard` and the key."""
    standard = folder / "my_standard.yaml"
    standard.write_text(rubric_text(), encoding="utf-8")
    for tail, content in files.items():
        (folder / f"my_standard{tail}").write_text(content, encoding="utf-8")
    return standard


def remarks_beside(folder: Path, **files: str) -> tuple[str, ...]:
    return load_edition(beside(folder, **files), shipped_parameters()).remarks


def band(source: str) -> Change:
    return "{from: 15, gives: 1}", f'{{from: 15, gives: 1, source: "{source}"}}'


@pytest.mark.parametrize(
    "source",
    [
        "29 USC 206",
        "29 U.S.C. 206",
        "29 CFR 531.50",
        "29 C.F.R. § 531",
        "NYC Admin. Code 20-1201",
        "Fair Labor Standards Act",
        "Oregon SB 828",
        "Chicago Fair Workweek Ordinance",
        "New York Labor Law 193",
        "Minnesota Statutes 177.24",
    ],
)
def test_a_source_that_names_a_law_without_a_basis_is_remarked(source: str) -> None:
    assert remarks_on(a_rubric(band(source))) == (f"line 13: {LAW}",)


@pytest.mark.parametrize(
    "source",
    [
        "Our members' vote of March 2026",
        "Our own steps below 29 USC 206",
        "Fair Food Code of Conduct",
        "Action plan of the center",
        "Activity report",
    ],
)
def test_other_sources_of_our_own_judgment_are_not_remarked(source: str) -> None:
    assert remarks_on(a_rubric(band(source))) == ()


def test_a_basis_that_the_file_says_is_not_remarked() -> None:
    said = "{from: 15, gives: 1, basis: editorial, source: 29 USC 206}"
    above = "answer: usd_per_hour\n        basis: editorial\n        source: 29 USC 206"

    assert remarks_on(a_rubric(("{from: 15, gives: 1}", said))) == ()
    assert remarks_on(a_rubric(("answer: usd_per_hour", above))) == ()


def test_the_source_of_a_criterion_is_remarked_once() -> None:
    rubric = a_rubric(("answer: choice", "answer: choice\n        source: 29 USC 206"))

    assert remarks_on(rubric) == (f"line 32: {LAW}",)


def test_a_fact_spelt_in_two_ways_is_remarked() -> None:
    rubric = a_rubric(
        ("answer: days", "answer: days\n        applies: {tipped_workers: yes}"),
        ("answer: choice", "answer: choice\n        applies: {tiped_workers: yes}"),
    )

    assert remarks_on(rubric) == (
        (
            "line 29: 'tiped_workers' is spelt almost like 'tipped_workers' on line 19. "
            "If they are one fact, write them the same way."
        ),
    )


def test_shipped_standards_need_no_remarks() -> None:
    assert {name: one.remarks for name, one in shipped().by_name.items() if one.remarks} == {}


@pytest.mark.parametrize(
    ("tail", "remedy"),
    [
        ("_es.yaml", "Name it my_standard.es.yaml."),
        ("-es.yaml", "Name it my_standard.es.yaml."),
        (".sp.yaml", "Name it my_standard.es.yaml."),
        (".ES.yaml", "Name it my_standard.es.yaml."),
        (".es.yml", "Name it my_standard.es.yaml."),
        (".español.yaml", "Name it my_standard.es.yaml."),
        ("_english.yaml", "Name it my_standard.en.yaml."),
        (
            ".fr.yaml",
            "Words are read from my_standard.en.yaml and my_standard.es.yaml only.",
        ),
    ],
)
def test_words_that_are_named_otherwise_are_remarked(
    tmp_path: Path, tail: str, remedy: str
) -> None:
    found = remarks_beside(tmp_path, **{tail: WORDS})

    assert found == (f"my_standard{tail} is not read. {remedy}",)


def test_other_files_beside_a_standard_are_not_remarked(tmp_path: Path) -> None:
    others = {
        ".es.yaml": WORDS,
        "_us.yaml": rubric_text(),
        "_tx.yaml": "# ours\nparameters: []\n",
        "_notes.yaml": "notes",
        "_es.txt": WORDS,
        "2.yaml": WORDS,
        "s.yaml": WORDS,
    }

    assert remarks_beside(tmp_path, **others) == ()


def test_faults_of_every_file_of_words_are_named_at_once(tmp_path: Path) -> None:
    english = WORDS.replace("language: es", "language: fr")
    standard = beside(tmp_path, **{".en.yaml": english, ".es.yaml": "words: corner_cafes\n"})

    with pytest.raises(FaultsError) as caught:
        load_edition(standard, shipped_parameters())

    assert [fault.where for fault in caught.value.faults] == [
        "my_standard.en.yaml",
        *["my_standard.es.yaml"] * 3,
    ]
