import re
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

from jobquality import paths
from jobquality import wording as wordings
from jobquality.wording import WORDING, Speaker

SAME_IN_BOTH = {"answer_no", "condition_is", "measure_of", "problem_status"}
PARTS = [
    import_module(f"{wordings.__name__}.{part.name}")
    for part in iter_modules(wordings.__path__)
    if part.name not in {"sentence", "refusal", "refusals", "refused", "checked", "checks"}
]
TEMPLATES = "\n".join(path.read_text() for path in sorted(paths.templates().rglob("*.html")))


def values_in(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_sentence_is_said_in_both_languages_with_the_same_values() -> None:
    wrong = [
        name
        for name, sentence in WORDING.items()
        if not sentence.en.strip()
        or not sentence.es.strip()
        or values_in(sentence.en) != values_in(sentence.es)
        or (sentence.en == sentence.es) != (name in SAME_IN_BOTH)
    ]

    assert WORDING
    assert wrong == []


def test_no_two_parts_of_the_site_use_one_name() -> None:
    assert sum(len(part.WORDING) for part in PARTS) == len(WORDING)


def test_every_sentence_that_a_template_says_exists() -> None:
    # A name that is put together, `say("role_" + role)`, is met when its page is shown.
    said = {name for _, name in re.findall(r"""say\((["'])(\w+)\1[,)]""", TEMPLATES)}

    assert said
    assert said <= set(WORDING)


def test_a_sentence_is_spoken_with_its_values() -> None:
    assert Speaker("es")("standard_edition", edition="2026.1") == "Edición 2026.1"
