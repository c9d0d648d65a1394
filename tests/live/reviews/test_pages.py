"""Review, notice, reply and publishing, as browsers without scripts see them."""

from http import HTTPStatus

from jobquality.access.states import AssessmentState, ReplyState
from tests.live.reviews.browsing import Site, link_in


def test_the_whole_way_from_draft_to_public_goes_through_the_pages(site: Site) -> None:
    site.submit()
    site.approve()
    link = link_in(site.notify())
    site.reply(link, statement="We pay what the law asks.\n\nAnd we will do more.")
    site.decide("Nothing changes: the source is the payroll itself.")
    too_early = site.publish()
    site.later(days=14)
    wrong_name = site.publish(name="Somebody else")
    right_name = site.publish(name=site.walk.employer.name.upper())

    assert too_early.status_code == HTTPStatus.CONFLICT
    assert wrong_name.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert right_name.status_code == HTTPStatus.SEE_OTHER
    assert site.state() is AssessmentState.PUBLISHED


def test_looking_at_the_link_is_no_delivery(site: Site) -> None:
    site.submit()
    site.approve()
    link = link_in(site.notify())

    shown = site.employer.get(link)

    assert shown.status_code == HTTPStatus.OK
    assert site.notice().state is ReplyState.SENT
