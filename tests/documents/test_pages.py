from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError

from jobquality import paths
from jobquality.documents.charts import Bar, Tick, bars, emblem, score_scale
from jobquality.documents.pages import _environment, fill

TEMPLATES = sorted((paths.templates() / "documents").iterdir())


@dataclass(frozen=True)
class Odd:
    """Something that a template may be given."""

    name: str


@pytest.mark.parametrize("name", ["a.html", "a.html.j2", "a.jinja", "a.txt", "a.md", "a.css"])
def test_what_a_template_is_called_never_turns_the_escaping_off(name: str) -> None:
    template = _environment().from_string("{{ name }}")
    template.name = name

    assert template.render(name="<img src=x>") == "&lt;img src=x&gt;"


def test_what_is_missing_is_never_printed_as_nothing() -> None:
    with pytest.raises(UndefinedError):
        fill("plan.html", {}, language="en")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_of_a_document_turns_the_escaping_off(template: object) -> None:
    text = template.read_text()  # type: ignore[attr-defined]

    assert "|safe" not in text.replace(" ", "")
    assert "autoescape" not in text
    assert "http" not in text


def test_the_words_in_a_picture_are_escaped() -> None:
    hostile = '"><image href="http://x/">'

    drawn = bars([Bar(label=hostile, share=0.5, value=hostile)])
    drawn += score_scale(10, 20, [Tick(at=50, label=hostile)])

    assert "<image" not in drawn


def test_a_level_shows_by_shape_how_high_it_stands() -> None:
    assert emblem(2, 3).count('fill="none"') == 1
