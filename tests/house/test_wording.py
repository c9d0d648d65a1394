import re
from string import Formatter

import pytest

from jobquality import paths
from jobquality.web.wording import WORDING, Speaker
from jobquality.web.wordings import problems, site, start

SAME_IN_BOTH = {"problem_status"}
TEMPLATES = "\n".join(path.read_text() for path in sorted(paths.templates().rglob("*.html")))


def values_in(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("name", sorted(WORDING))
def test_every_sentence_is_said_in_both_languages_with_the_same_values(name: str) -> None:
    sentence = WORDING[name]

    assert sentence.en.strip()
    assert sentence.es.strip()
    assert values_in(sentence.en) == values_in(sentence.es)
    assert (sentence.en == sentence.es) == (name in SAME_IN_BOTH)


def test_no_two_parts_of_the_site_use_one_name() -> None:
    parts = (site.WORDING, start.WORDING, problems.WORDING)

    assert sum(len(part) for part in parts) == len(WORDING)


def test_every_sentence_that_a_template_says_exists() -> None:
    said = set(re.findall(r'say\("(\w+)"', TEMPLATES)) | set(re.findall(r"say\('(\w+)'", TEMPLATES))

    assert said
    assert said <= set(WORDING)


def test_a_sentence_is_spoken_with_its_values() -> None:
    assert Speaker("es")("standard_edition", edition="2026.1") == "Edición 2026.1"
