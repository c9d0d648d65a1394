from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, NotFoundError
from jobquality.rubrics.catalog import shipped
from jobquality.services import initiatives as services
from jobquality.services.initiatives import ActivityCommand
from jobquality.services.tracks import read_tracks
from jobquality.store.initiatives import (
    Activity,
    Way,
    get_activity,
    list_activities,
    list_initiatives,
    list_partners,
)
from tests.live.factories import stored_organization, stored_person
from tests.live.initiatives.leading import (
    AT,
    command_of,
    stored_activity,
    stored_initiative,
    stored_partner,
)
from tests.live.ledger.published import stored_center


def changed(activity: Activity, **but: object) -> ActivityCommand:
    names = ActivityCommand.__dataclass_fields__
    return ActivityCommand(**{name: getattr(activity, name) for name in names} | but)


def test_an_initiative_is_kept_under_a_public_name(session: Session) -> None:
    person = stored_person(session, stored_organization(session), Role.ADVOCATE)

    first = stored_initiative(session, person, name="Empleos Dignos: ¡Cocinas!")
    second = stored_initiative(session, person, name="Empleos dignos, cocinas")

    assert (first.slug, second.slug) == ("empleos-dignos-cocinas", "empleos-dignos-cocinas-2")
    assert list_initiatives(session) == (first, second)


def test_two_organizations_never_share_a_public_name(session: Session) -> None:
    first = stored_initiative(session, stored_person(session, stored_organization(session)))

    other = stored_initiative(session, stored_person(session, stored_organization(session)))

    assert other.slug == f"{first.slug}-2"
    assert list_initiatives(session) == (other,)


def test_a_reviewer_alone_does_not_lead(session: Session) -> None:
    person = stored_person(session, stored_organization(session), Role.REVIEWER)

    with pytest.raises(ForbiddenError):
        services.add_initiative(session, person.actor, command_of(), at=AT)


def test_a_changed_initiative_keeps_its_public_name(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    before = stored_initiative(session, person)

    after = services.change_initiative(
        session,
        person.actor,
        command_of(id=before.id, name="Another", version=before.version),
        at=AT,
    )

    assert (after.name, after.slug, after.version) == ("Another", before.slug, 2)


def test_nobody_overwrites_what_they_have_not_seen(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    initiative = stored_initiative(session, person)
    activity = stored_activity(session, person, initiative)
    services.change_activity(session, person.actor, changed(activity, title="Theirs"), at=AT)

    with pytest.raises(ConflictError):
        services.change_activity(session, person.actor, changed(activity, title="Mine"), at=AT)
    with pytest.raises(ConflictError):
        services.remove_activity(
            session,
            person.actor,
            initiative_id=initiative.id,
            activity_id=activity.id,
            version=activity.version,
            at=AT,
        )
    assert get_activity(session, initiative.id, activity.id).title == "Theirs"


def test_a_corrected_activity_keeps_who_recorded_it_and_when(session: Session) -> None:
    organization = stored_organization(session)
    first, second = stored_person(session, organization), stored_person(session, organization)
    initiative = stored_initiative(session, first)
    activity = stored_activity(session, first, initiative)

    after = services.change_activity(
        session,
        second.actor,
        changed(activity, way=Way.IMPROVE_JOBS),
        at=AT + timedelta(days=9),
    )

    assert (after.way, after.added_by, after.added_at) == (Way.IMPROVE_JOBS, first.id, AT)


def test_an_activity_recorded_by_mistake_can_be_removed(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    initiative = stored_initiative(session, person)
    activity = stored_activity(session, person, initiative)

    services.remove_activity(
        session,
        person.actor,
        initiative_id=initiative.id,
        activity_id=activity.id,
        version=activity.version,
        at=AT,
    )

    assert list_activities(session, initiative.id) == ()


def test_only_what_was_done_is_recorded(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    initiative = stored_initiative(session, person)

    with pytest.raises(FaultsError, match="has not come yet"):
        stored_activity(session, person, initiative, on=AT.date() + timedelta(days=2))


def test_an_organization_takes_part_once(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    initiative = stored_initiative(session, person)
    partner = stored_partner(session, person, initiative, "Elm College")

    with pytest.raises(FaultsError, match="takes part already"):
        stored_partner(session, person, initiative, "ELM COLLEGE")
    assert list_partners(session, initiative.id) == (partner,)


def test_nobody_reaches_another_organizations_initiative(session: Session) -> None:
    owner = stored_person(session, stored_organization(session))
    initiative = stored_initiative(session, owner)
    activity = stored_activity(session, owner, initiative)
    stranger = stored_person(session, stored_organization(session))

    with pytest.raises(NotFoundError):
        stored_activity(session, stranger, initiative)
    with pytest.raises(NotFoundError):
        services.change_initiative(
            session, stranger.actor, command_of(id=initiative.id, version=1), at=AT
        )
    with pytest.raises(NotFoundError):
        services.change_activity(session, stranger.actor, changed(activity), at=AT)


def test_an_activity_is_found_only_under_its_own_initiative(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    first, second = stored_initiative(session, person), stored_initiative(session, person)
    activity = stored_activity(session, person, first, on=date(2026, 1, 1))

    with pytest.raises(NotFoundError):
        get_activity(session, second.id, activity.id)


@pytest.mark.parametrize(
    ("standard", "counted"),
    [
        ("restaurants_us", 1),
        ("restaurants_us@2026.1", 1),
        ("restaurants_us@2027.1", 0),
        ("retail_us", 0),
    ],
)
def test_an_initiative_counts_scores_by_its_own_edition_and_any_where_it_names_none(
    session: Session, tmp_path: Path, standard: str, counted: int
) -> None:
    center = stored_center(session, tmp_path)
    center.publish(center.employer())
    initiative = stored_initiative(session, center.author, rubric=standard)

    assert len(read_tracks(session, initiative, shipped().parameters.places)) == counted
