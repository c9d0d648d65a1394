import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.words import (
    answer_ids,
    evidence_ids,
    load_words,
    missing_words,
    sources_of,
)
from tests.pure.rubrics.factories import a_rubric

WORDS = """\
words: corner_cafes
edition: 2026.1
language: es
reviewed: "no"
title: Cafeterías de barrio
say:
  wages: {title: Salarios}
  scheduling: {title: Horarios}
  lowest_pay: {title: Salario más bajo, ask: ¿Cuál es el salario más bajo?}
  notice_days: {title: Aviso, ask: ¿Cuántos días de aviso?, help: Cuente los días.}
  on_call:
    title: Guardia
    ask: ¿Usan turnos de guardia?
    answers: {unpaid: "Sí, sin pago", never: Nunca}
  openings: {title: Vacantes, ask: ¿Cuántas vacantes hubo?}
  wages_unpaid: {title: Salarios debidos, ask: ¿Debe salarios?}
  fair: {title: Justo}
  basic: {title: Básico}
  payroll_export: {title: Nómina}
  schedule_postings: {title: Horarios publicados}
"""


def faults_of_words(old: str, new: str) -> list[str]:
    assert old in WORDS
    with pytest.raises(FaultsError) as caught:
        load_words(WORDS.replace(old, new, 1).encode(), a_rubric())
    return [str(fault) for fault in caught.value.faults]


def missing_after(old: str, new: str, *, translated: bool = True) -> tuple[str, ...]:
    words = load_words(WORDS.replace(old, new, 1).encode(), a_rubric())
    return missing_words(a_rubric(), words, translated=translated)


def test_a_translation_says_everything_of_its_standard() -> None:
    words = load_words(WORDS.encode(), a_rubric())

    assert words.language == "es"
    assert words.of("notice_days").help == "Cuente los días."
    assert words.of("on_call").answers == {"unpaid": "Sí, sin pago", "never": "Nunca"}
    assert missing_words(a_rubric(), words, translated=True) == ()


@pytest.mark.parametrize(
    ("reviewed", "is_reviewed"),
    [('"no"', False), ("no", False), ("original", True), ("Ana Ruiz 2026-03-01", True)],
)
def test_a_translation_is_reviewed_when_it_names_who_did(
    reviewed: str, *, is_reviewed: bool
) -> None:
    content = WORDS.replace('"no"', reviewed)

    assert load_words(content.encode(), a_rubric()).is_reviewed is is_reviewed


def test_an_id_without_words_has_empty_ones() -> None:
    assert load_words(WORDS.encode(), a_rubric()).of("nowhere").title == ""


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("{title: Salarios}", "{help: Pagos}", ("wages title",)),
        (", ask: ¿Debe salarios?", "", ("wages_unpaid ask",)),
        (", never: Nunca", "", ("on_call answers never",)),
        ("  payroll_export: {title: Nómina}\n", "", ("payroll_export title",)),
        ("  fair: {title: Justo}\n", "", ("fair title",)),
        (
            "  openings: {title: Vacantes, ask: ¿Cuántas vacantes hubo?}\n",
            "",
            ("openings title", "openings ask"),
        ),
    ],
)
def test_what_a_translation_does_not_say_is_named(
    old: str, new: str, missing: tuple[str, ...]
) -> None:
    assert missing_after(old, new) == missing


def test_the_original_language_needs_titles_only() -> None:
    missing = missing_after(", ask: ¿Debe salarios?", "", translated=False)

    assert missing == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "words: corner_cafes",
            "words: corner_shops",
            (
                "line 1: 'words: corner_shops' does not match the standard. "
                "Write words: corner_cafes, or use the file that fits."
            ),
        ),
        (
            "edition: 2026.1",
            "edition: 2026.2",
            (
                "line 2: 'edition: 2026.2' does not match the standard. "
                "Write edition: 2026.1, or use the file that fits."
            ),
        ),
        ("edition: 2026.1\n", "", "line 1: A file of words has no 'edition'. Add edition: …"),
        (
            "  wages:",
            "  wagess:",
            "line 7: 'wagess' is not an id of the standard. Did you mean 'wages'?",
        ),
        (
            "never: Nunca",
            "nevr: Nunca",
            "line 14: 'nevr' is not a word of its answers. Did you mean 'never'?",
        ),
        (
            "{title: Salarios}",
            "Salarios",
            (
                "line 7: 'wages' is not followed by its words. "
                "Write title:, ask:, help: or answers: below it."
            ),
        ),
        (
            "{title: Salarios}",
            "{titl: Salarios}",
            "line 7: 'titl' is not a word of the words of 'wages'. Did you mean 'title'?",
        ),
        (
            "language: es",
            "language: Español",
            (
                "line 3: 'language' cannot be 'Español'. "
                "Write its two letters, such as es for Spanish."
            ),
        ),
        (
            'answers: {unpaid: "Sí, sin pago", never: Nunca}',
            "answers: [Sí, Nunca]",
            ("line 14: 'answers' must have words and values. Write it as answers: {word: value}."),
        ),
    ],
)
def test_words_that_do_not_fit_are_refused_with_the_line(old: str, new: str, fault: str) -> None:
    assert faults_of_words(old, new) == [fault]


def test_a_translation_says_a_source_by_the_words_of_the_standard() -> None:
    source = next(sources_of(a_rubric()))
    said = f'sources:\n  - source: "{source}"\n    says: Ley de Oregon\n'

    words = load_words(f"{WORDS}{said}".encode(), a_rubric())

    assert words.source(source) == "Ley de Oregon"
    assert words.source("Another law") == "Another law"


def test_a_source_that_the_standard_does_not_name_is_refused() -> None:
    said = "sources:\n  - {source: Another law, says: Otra ley}\n"

    with pytest.raises(FaultsError) as caught:
        load_words(f"{WORDS}{said}".encode(), a_rubric())

    assert str(caught.value) == (
        "line 22: 'Another law' is not a source of the standard. Copy it from there, word for word."
    )


def test_words_that_are_a_list_are_refused() -> None:
    start = WORDS.index("say:")
    with pytest.raises(FaultsError) as caught:
        load_words(f"{WORDS[:start]}say: [wages]\n".encode(), a_rubric())

    assert str(caught.value) == (
        "line 6: 'say' must have words and values. Write it as say: {word: value}."
    )


def test_a_kind_of_evidence_named_like_a_question_keeps_its_answers() -> None:
    rubric = a_rubric(("[payroll_export]", "[on_call]"))
    content = WORDS.replace("  payroll_export: {title: Nómina}\n", "")

    assert load_words(content.encode(), rubric).of("on_call").answers["never"] == "Nunca"


def test_the_choices_of_a_question_have_an_order() -> None:
    question = next(one for one in a_rubric().questions() if one.id == "on_call")

    assert answer_ids(question) == ("unpaid", "never")


def test_each_kind_of_evidence_is_named_once() -> None:
    assert evidence_ids(a_rubric()) == ("payroll_export", "schedule_postings")
