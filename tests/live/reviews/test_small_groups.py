"""T14 in free words: whoever publishes decides on words that count fewer than five workers."""

from http import HTTPStatus

from jobquality.access.states import AssessmentState
from tests.live.reviews.browsing import Site


def test_words_about_two_workers_are_published_only_once_somebody_read_them(site: Site) -> None:
    link = site.to_employer()
    site.reply(link, statement="Only two cooks complained. All our workers are paid.")
    site.decide("It stays.")
    site.later(days=20)

    page = site.as_reviewer().get(site.at("publish")).text
    refused = site.publish()
    assert "two cooks" in page
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "one could be recognized" in refused.text
    assert site.state() is AssessmentState.NOTICE

    site.publish(small="yes")
    assert site.state() is AssessmentState.PUBLISHED


def test_where_no_words_count_few_workers_nothing_is_asked(site: Site) -> None:
    link = site.to_employer()
    site.reply(link, statement="All our 22 workers are paid.")
    site.decide("It stays.")
    site.later(days=20)

    assert 'name="small"' not in site.as_reviewer().get(site.at("publish")).text
    site.publish()
    assert site.state() is AssessmentState.PUBLISHED
