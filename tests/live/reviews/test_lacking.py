"""A dated figure that is missing: said in words, before and when it stands in the way."""

import re
from dataclasses import replace
from html import unescape
from http import HTTPStatus

import pytest

from jobquality.store.employers import change_employer, get_employer
from tests.live.employers.test_rates import WAGE
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import new_id

WAGES = "/{}/work/rates?parameter=living_wage&place=48453#add-title"


@pytest.fixture
def poor(site: Site) -> Site:
    """A draft with a lowest wage at a place for which nobody has a living wage."""
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        change_employer(
            session, replace(get_employer(session, site.walk.employer.id), place="48453")
        )
        site.walk.answered("wages_lowest_base_ratio", "")
        site.walk.answered("lowest_base_rate", "7.25")
    return site


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Living wage, for Travis (county), Texas, on February 20, 2026."),
        ("es", "Salario digno, para Travis (condado), Texas, el 20 de febrero de 2026."),
    ],
)
def test_a_refused_draft_names_the_place_the_question_and_the_way(
    poor: Site, language: str, said: str
) -> None:
    author = poor.as_author()

    refused = author.post(poor.at("submit", language), data={"key": new_id()})

    page = unescape(refused.text)
    told = page.partition('class="faults')[2].partition("</ul>")[0]
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in told
    assert re.search("[“«].{9,}[”»]", told), "the question by its title"
    assert "48453" not in re.sub(r'href="[^"]*"', "", told)
    assert 'href="#lacking"' in told
    assert f'href="{WAGES.format(language)}"' in page.partition('id="lacking"')[2]


def test_the_page_says_so_before_it_is_sent_and_leads_to_the_form_filled_in(poor: Site) -> None:
    author = poor.as_author()

    mine = unescape(author.get(f"/en/work/assessments/{poor.walk.assessment_id}").text)
    sending = mine.partition('id="submit-title"')[2]
    before = unescape(author.get(poor.at("review")).text)
    form = author.get(WAGES.format("en").partition("#")[0]).text

    assert f'href="{WAGES.format("en")}"' in sending
    assert '/stand#faulty">' not in sending, "it is named once, where it leads to its form"
    assert "Living wage, for Travis (county), Texas" in before
    assert 'value="Travis County, Texas"' in form
    assert '<option value="living_wage" selected>' in form
    assert '<details class="more" open>' in form.partition('id="add"')[2]
    typed = {**WAGE, "place": "Travis County, Texas", "check_by": "2027-01-31"}
    author.post("/en/work/rates", data=typed)
    assert poor.submit().status_code == HTTPStatus.SEE_OTHER


@pytest.mark.parametrize(
    ("language", "place", "field"), [("en", "48", "Texas"), ("es", "Atlantis", "Atlantis")]
)
def test_the_form_takes_no_place_for_another(
    site: Site, language: str, place: str, field: str
) -> None:
    page = site.as_author().get(f"/{language}/work/rates?place={place}&parameter=nonsense").text

    assert f'name="place" type="text" value="{field}"' in page
    assert '<option value="living_wage" selected>' in page


def test_official_figures_that_are_due_are_folded_and_say_for_whom(site: Site) -> None:
    site.clock.now = site.clock.now.replace(year=2027, month=6)

    page = site.as_author().get("/en/work/rates").text
    due = page.partition('id="due-title"')[2].partition("</section>")[0]

    assert page.index('id="add-title"') < page.index('id="due-title"')
    assert "<details" in due
    assert "United States, Construction" in due
    assert "United States, Hotels and restaurants" in due
    rows = re.findall(r"<li><b>(.*?)</b>", due)
    in_groups = [re.findall(r"<li><b>(.*?)</b>", one) for one in due.split("<details")[1:]]
    assert len(rows) > 20
    assert all(len(one) == len(set(one)) for one in in_groups if "Construction" in str(one))


def test_the_first_steps_say_that_a_living_wage_is_needed(site: Site) -> None:
    steps = site.as_author().get("/es/work/").text.partition('id="first-steps"')[2]

    assert "una respuesta sobre la paga más baja no puede ir a revisión" in steps
    assert 'href="/es/work/rates"' in steps.partition("</ol>")[0]
