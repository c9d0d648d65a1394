"""The first page after logging in: what is there to do."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import timedelta
from zoneinfo import ZoneInfo

from flask import render_template, url_for

from jobquality.access.actors import Action, Actor
from jobquality.http import current
from jobquality.services.about import list_proposed
from jobquality.services.afterdesk import after_items
from jobquality.services.carrying import expiring
from jobquality.services.desk import Desk, FirstSteps, Item, Task, desk_of
from jobquality.services.guests import list_grants
from jobquality.services.hands import count_resets
from jobquality.services.links import links_for
from jobquality.services.mergers import list_open
from jobquality.services.practice import Practice, practice_for
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.outbox import list_open as list_open_messages
from jobquality.store.people import list_people
from jobquality.store.proposals import ProposalState, list_proposals
from jobquality.store.samples import find_samples
from jobquality.store.waiting import list_all_waiting
from jobquality.web.assessed import telling
from jobquality.web.drafts import names_of
from jobquality.web.languages import current_speaker
from jobquality.web.messages import needs_somebody, telling_messages
from jobquality.web.moments import moment_words
from jobquality.web.proposals import DECIDED_AT
from jobquality.web.visitors import current_actor, current_person, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("desk", __name__)

#: How early evidence that ends is told, and how many pieces of it at most.
_SOON, _MOST = timedelta(days=60), 10

_GROUPS: tuple[tuple[str, Callable[[Item], bool]], ...] = (
    ("returned", lambda item: item.mine and item.is_author and item.task is Task.RETURNED),
    ("inbox", lambda item: item.mine and item.task is Task.REVIEW),
    ("next", lambda item: item.mine and item.task not in {Task.DRAFT, Task.RETURNED}),
    ("drafts", lambda item: item.mine and item.is_author and item.task is Task.DRAFT),
    ("clocks", lambda item: item.task in (Task.CLOCK, Task.READING)),
)


@blueprint.get("/")
@needs(Action.LOOK, everybody=True)
def page() -> str:
    """Show what there is to do, whose turn it is, and the first steps while they last."""
    actor, grants = current_actor(), _grants()
    if not actor.may(Action.LOOK):
        return render_template("web/desk/guest.html", person=current_person(), **grants)
    with current().database.reading(actor.organization_id) as session:
        organization = get_organization(session, actor.organization_id)
        desk = desk_of(session, actor, at=current().clock())
        shown = {
            **_of_employers(session, desk),
            **_for_two(session),
            **_ending(session, organization),
            "left_links": len(links_for(session, actor, at=current().clock())),
            "doubts": count_resets(session, at=current().clock()),
            "messages": [one for one in list_open_messages(session) if needs_somebody(one)],
        }
    return render_template(
        "web/desk/page.html",
        person=current_person(),
        desk=desk,
        groups=tuple(_groups(desk)),
        names_of=names_of,
        steps=tuple(_steps(desk)),
        next_step=_next_step(desk.steps),
        may_manage=actor.may(Action.MANAGE),
        **_samples(actor),
        may_assess=actor.may(Action.ASSESS),
        may_review=actor.may(Action.REVIEW),
        **shown,
        **grants,
        **telling_messages(organization),
        **telling(organization.time_zone),
    )


def _of_employers(session: Session, desk: Desk) -> dict[str, object]:
    """Return what employers sent in, before publication and after it."""
    items = {item.assessment.id: item for item in desk.items}
    return {
        "from_employers": [
            (items[one.assessment_id], one)
            for one in desk.from_employers
            if one.assessment_id in items
        ],
        "waiting": [
            (items[one.said.assessment_id], one.criterion)
            for one in list_all_waiting(session)
            if one.said.assessment_id in items
        ],
        "at_notices": [
            (items[one.assessment_id], one) for one in desk.at_notices if one.assessment_id in items
        ],
        "after_items": after_items(session),
    }


def _for_two(session: Session) -> dict[str, object]:
    """Return what one person proposed and another one decides."""
    proposals = list_proposals(session, state=ProposalState.OPEN)
    return {
        "proposed": list_proposed(session),
        "mergers": list_open(session),
        "proposals": [
            (one, DECIDED_AT[one.kind](one)) for one in proposals if one.kind in DECIDED_AT
        ],
        "people": {one.id: one.name for one in list_people(session)} if proposals else {},
    }


def _ending(session: Session, organization: Organization) -> dict[str, object]:
    """Return the evidence that ends soon or has ended, the soonest first."""
    here = current()
    today = here.clock().astimezone(ZoneInfo(organization.time_zone)).date()
    ending = expiring(session, today + _SOON, catalog=here.catalog)
    return {
        "ending": ending[:_MOST],
        "more_ending": max(0, len(ending) - _MOST),
        "today": today,
    }


def _groups(desk: Desk) -> Iterator[tuple[str, list[Item]]]:
    """Yield each part of the page with its items; every item stands in one of them."""
    left = list(desk.items)
    for name, belongs in _GROUPS:
        taken = [item for item in left if belongs(item)]
        left = [item for item in left if item not in taken]
        yield name, taken
    yield "others", left


def _grants() -> dict[str, object]:
    """Return what somebody reviews for other organizations; their own is not asked."""
    here, person = current(), current_person()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        grants = list_grants(session, person, at=here.clock())
        zones = {
            one.guest.id: get_organization(session, one.guest.organization_id).time_zone
            for one in grants
        }
    say = current_speaker()
    return {
        "grants": grants,
        "until": lambda one: moment_words(one.guest.expires_at, zones[one.guest.id], say),
    }


def _samples(actor: Actor) -> dict[str, object]:
    """Return what there is to try things out with: samples and practice, of whatever owner."""
    if not actor.may(Action.MANAGE):
        return {"has_samples": False, "practice": Practice()}
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return {
            "has_samples": find_samples(session) is not None,
            "practice": practice_for(session, actor),
        }


def _steps(desk: Desk) -> Iterator[tuple[str, bool, str]]:
    """Yield each first step: its name, whether it is done, and where it is done."""
    addresses = {
        "employer": url_for("employers.add"),
        "assessed": url_for("employers.listing"),
        "second_person": url_for("accounts.people"),
    }
    for step in fields(FirstSteps):
        yield step.name, getattr(desk.steps, step.name), addresses.get(step.name, "")


def _next_step(steps: FirstSteps) -> str:
    return next((step.name for step in fields(steps) if not getattr(steps, step.name)), "")
