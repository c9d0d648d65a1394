"""Employers and their establishments, for people at work."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import ConflictError, Fault, FaultsError
from jobquality.http import current
from jobquality.reading.names import place_words
from jobquality.rubrics.days import read_day
from jobquality.rubrics.places import Places
from jobquality.schemas.employers import (
    FACT,
    asked_at,
    load_employer,
    load_establishment,
)
from jobquality.schemas.sectors import OTHER, SECTORS, is_offered
from jobquality.services import employers as services
from jobquality.services.about import list_chains, list_proposed, read_about
from jobquality.services.desk import standing_of
from jobquality.services.employers import Lookalikes, find_lookalikes, search_employers
from jobquality.services.mergers import list_open
from jobquality.services.renames import identity_of, needs_second_person
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Scope, get_employer, list_establishments
from jobquality.store.names import NameKind
from jobquality.store.organizations import get_organization
from jobquality.web.assessed import telling
from jobquality.web.languages import current_speaker
from jobquality.web.meant import choices_of
from jobquality.web.once import once
from jobquality.web.practice import invented
from jobquality.web.visitors import current_actor, current_person, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("employers", __name__)

_NOBODY = Lookalikes()


@blueprint.get("/employers")
@needs(Action.LOOK)
def listing() -> str:
    """Show the employers of the organization, or those that a search finds."""
    wanted = request.args.get("q", "")[:200]
    with _reading() as session:
        found = search_employers(session, wanted)
        proposed, mergers = list_proposed(session), list_open(session)
    return render_template(
        "web/employers/listing.html",
        found=found,
        wanted=wanted,
        proposed=proposed,
        mergers=mergers,
        **_around(),
    )


@blueprint.get("/employers/new")
@needs(Action.ASSESS)
def add() -> str:
    """Ask for a new employer; in practice for an invented one, which is filled in."""
    if current_person().is_sample and not request.args:
        return _form(invented(current_speaker()))
    return _form({"name": request.args.get("name", "")[:200]})


@blueprint.post("/employers/new")
@needs(Action.ASSESS)
def save() -> Response | tuple[str, int]:
    """Add an employer."""
    here, actor = current(), current_actor()
    try:
        command = load_employer(request.form, employer_id=here.new_id(), catalog=here.catalog)
        employer_id = once(
            actor,
            lambda session: (
                services.add_employer(session, actor, command, places=_places(), at=here.clock()).id
            ),
        )
    except FaultsError as refusal:
        return _again(refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(url_for("employers.page", employer_id=employer_id), HTTPStatus.SEE_OTHER)


@blueprint.get("/employers/<employer_id>")
@needs(Action.LOOK)
def page(employer_id: str) -> str | Response:
    """Show what is known of an employer, its workplaces and its assessments."""
    with _reading() as session:
        kept = get_employer(session, employer_id).merged_into
    if kept is not None:
        return redirect(url_for("employers.page", employer_id=kept))
    return employer_page(employer_id)


@blueprint.get("/employers/<employer_id>/change")
@needs(Action.ASSESS)
def change(employer_id: str) -> str:
    """Ask for what changed."""
    with _reading() as session:
        employer = get_employer(session, employer_id)
    return _form(_typed(employer), employer=employer)


@blueprint.post("/employers/<employer_id>/change")
@needs(Action.ASSESS)
def save_change(employer_id: str) -> Response | tuple[str, int]:
    """Change an employer, unless somebody else was faster: then both versions are shown."""
    here, actor = current(), current_actor()
    with _reading() as session:
        employer = get_employer(session, employer_id)
    try:
        command = load_employer(request.form, employer_id=employer.id, catalog=here.catalog)
        once(
            actor,
            lambda session: (
                services.change_employer(
                    session, actor, command, places=_places(), at=here.clock()
                ).id
            ),
        )
    except FaultsError as refusal:
        return _again(refusal.faults, employer=employer), HTTPStatus.UNPROCESSABLE_ENTITY
    except ConflictError:
        return _both(employer.id), HTTPStatus.CONFLICT
    return redirect(url_for("employers.page", employer_id=employer.id), HTTPStatus.SEE_OTHER)


@blueprint.post("/employers/<employer_id>/workplaces")
@needs(Action.ASSESS)
def add_workplace(employer_id: str) -> Response | tuple[str, int]:
    """Add a workplace to an employer."""
    here, actor = current(), current_actor()
    try:
        command = load_establishment(
            request.form, new_id=here.new_id(), employer_id=employer_id, places=_places()
        )
        once(
            actor,
            lambda session: (
                services.add_establishment(
                    session, actor, command, places=_places(), at=here.clock()
                ).id
            ),
        )
    except FaultsError as refusal:
        shown = employer_page(employer_id, typed=request.form, faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(
        url_for("employers.page", employer_id=employer_id, _anchor="workplaces"),
        HTTPStatus.SEE_OTHER,
    )


def employer_page(employer_id: str, **shown: object) -> str:
    """Return the page of an employer; `shown` is what was typed into one of its forms."""
    here, actor = current(), current_actor()
    with _reading() as session:
        employer = get_employer(session, employer_id)
        workplaces = list_establishments(session, employer.id)
        standing = standing_of(session, actor, employer.id, at=here.clock())
        zone = get_organization(session, employer.organization_id).time_zone
        about = read_about(session, employer)
    return render_template(
        "web/employers/page.html",
        **{
            "employer": employer,
            "questions": asked_at(employer.place, employer.profile.keys(), here.catalog),
            "workplaces": workplaces,
            "standing": standing,
            "about": about,
            "kinds": tuple(NameKind),
            "read_day": read_day,
            "typed": {},
            "faults": (),
            "named": {},
            "name_faults": (),
            "change_faults": (),
            **telling(zone),
            **_around(),
            **shown,
        },
    )


def _again(faults: Iterable[Fault], *, employer: Employer | None = None) -> str:
    """Show the form as it was typed, with what is wrong and whom the name may mean."""
    name = request.form.get("name", "")
    with _reading() as session:
        found = find_lookalikes(session, name, but=employer.id if employer else "")
    return _form(request.form, faults=faults, employer=employer, lookalikes=found)


def _both(employer_id: str) -> str:
    """Show what was typed and, beside each field that differs, what somebody else saved."""
    with _reading() as session:
        theirs = get_employer(session, employer_id)
    typed = {**request.form, "version": str(theirs.version)}
    saved = _typed(theirs)
    differing = {
        name: value for name, value in saved.items() if value != typed.get(name, "").strip()
    }
    return _form(typed, employer=theirs, theirs=differing)


def _form(
    typed: Mapping[str, str],
    *,
    faults: Iterable[Fault] = (),
    employer: Employer | None = None,
    lookalikes: Lookalikes = _NOBODY,
    theirs: Mapping[str, str] | None = None,
) -> str:
    faults = tuple(faults)
    with _reading() as session:
        chains = list_chains(session, but=employer.id if employer else "")
        is_public = employer is not None and needs_second_person(session, employer.id)
    return render_template(
        "web/employers/form.html",
        typed=typed,
        faults=faults,
        choices=choices_of(typed, faults, current().catalog.parameters.places, current_speaker()),
        employer=employer,
        lookalikes=lookalikes,
        theirs=theirs,
        chains=chains,
        scopes=tuple(Scope),
        is_public=is_public,
        questions=asked_at(typed.get("place", ""), _facts_in(typed), current().catalog),
        **_around(),
    )


def _facts_in(typed: Mapping[str, str]) -> frozenset[str]:
    """Return the facts that a form says something of."""
    facts = (name for name, value in typed.items() if name.startswith(FACT) and value.strip())
    return frozenset(name.removeprefix(FACT) for name in facts)


def _typed(employer: Employer) -> dict[str, str]:
    """Return an employer as its form says it."""
    listed = is_offered(employer.sector)
    return {
        **identity_of(employer),
        "sector": employer.sector if listed else OTHER,
        "sector_code": "" if listed else employer.sector,
        "place": employer.place,
        "headcount": "" if employer.headcount is None else str(employer.headcount),
        **{f"{FACT}{name}": value for name, value in employer.profile.items()},
        "version": str(employer.version),
    }


def _around() -> dict[str, object]:
    """Return what every page about employers can say."""
    return {
        "places": _places(),
        "place_of": lambda code: place_words(code, _places(), current_speaker()),
        "sectors": SECTORS,
        "zip": zip,
        "actor": current_actor(),
        "action": Action,
    }


def _places() -> Places:
    return current().catalog.parameters.places


def _reading() -> AbstractContextManager[Session]:
    return current().database.reading(current_actor().organization_id)
