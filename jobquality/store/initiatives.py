"""Sector initiatives, who takes part, and what was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import ActivityRow, InitiativeRow, PartnerRow
from jobquality.store.tenancy import past_the_border
from jobquality.store.versions import check_version


class Kind(StrEnum):
    """What an activity is."""

    TRAINING = "training"
    RESEARCH = "research"
    CONVENING = "convening"
    POLICY_ADVOCACY = "policy_advocacy"
    ORGANIZING = "organizing"
    SERVICE = "service"


class Way(StrEnum):
    """Which of the two ways an activity follows."""

    MOVE_UP = "move_up"
    IMPROVE_JOBS = "improve_jobs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What everyone sees only after another person than its writer has read and shown it.

    `written_by` is who wrote it last; a change takes `shown_by` and `shown_at` away.
    """

    written_by: str
    shown_by: str | None = None
    shown_at: datetime | None = None
    version: int = 1

    @property
    def is_shown(self) -> bool:
        """Whether everyone may see it as it stands."""
        return self.shown_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Read):
    """Industry × region × organizations × rubric.

    `sector` is a NAICS code or range (`722`, `44-45`), `place` the id of a place, `rubric`
    the id of a standard without its edition. The organization that it belongs to leads it.
    """

    id: str
    organization_id: str
    slug: str
    name: str
    about: str
    sector: str
    place: str
    rubric: str
    created_by: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(Read):
    """An organization that takes part; it need not be one that works here."""

    id: str
    organization_id: str
    initiative_id: str
    name: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Read):
    """Something that was done.

    `workers` and `employers` say how many took part, where somebody counted. Who added it and
    when stays with it whatever is changed later.
    """

    id: str
    organization_id: str
    initiative_id: str
    kind: Kind
    way: Way
    title: str
    text: str
    on: date
    workers: int | None
    employers: int | None
    source: str
    added_by: str
    added_at: datetime


def add_initiative(session: Session, initiative: Initiative) -> None:
    """Keep a new initiative."""
    session.add(
        InitiativeRow(
            id=initiative.id,
            organization_id=initiative.organization_id,
            slug=initiative.slug,
            created_by=initiative.created_by,
            created_at=initiative.created_at,
            **_columns(initiative),
        )
    )
    session.flush()


def change_initiative(session: Session, initiative: Initiative) -> None:
    """Write an initiative anew; its public name stays.

    Raises:
        ConflictError: somebody changed it since `initiative.version`.
    """
    row = session.get_one(InitiativeRow, initiative.id)
    check_version(row, initiative.version)
    for name, value in _columns(initiative).items():
        setattr(row, name, value)
    session.flush()


def get_initiative(session: Session, initiative_id: str) -> Initiative:
    """Return one initiative.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(InitiativeRow).where(InitiativeRow.id == initiative_id)).first()
    if row is None:
        raise NotFoundError("There is no such initiative.")
    return _value(row)


def find_initiative(session: Session, slug: str) -> Initiative | None:
    """Return the initiative of that public name, or None."""
    row = session.scalars(select(InitiativeRow).where(InitiativeRow.slug == slug)).first()
    return _value(row) if row else None


def list_initiatives(session: Session) -> tuple[Initiative, ...]:
    """Return every initiative, by name."""
    rows = session.scalars(select(InitiativeRow).order_by(InitiativeRow.name, InitiativeRow.id))
    return tuple(_value(row) for row in rows)


def taken_slugs(session: Session, among: Iterable[str]) -> frozenset[str]:
    """Return which of these public names some initiative of any organization has.

    This looks past the border between organizations, through the bare table, and tells only
    which names are taken.
    """
    table = InitiativeRow.__table__
    asked = select(table.c.slug).where(table.c.slug.in_(tuple(among)))
    with past_the_border(session) as connection:
        return frozenset(connection.scalars(asked))


def add_partner(session: Session, partner: Partner) -> None:
    """Keep who takes part."""
    session.add(
        PartnerRow(
            id=partner.id,
            organization_id=partner.organization_id,
            initiative_id=partner.initiative_id,
            **_columns_of_partner(partner),
        )
    )
    session.flush()


def change_partner(session: Session, partner: Partner) -> None:
    """Write a partner anew.

    Raises:
        ConflictError: somebody changed it since `partner.version`.
    """
    row = session.get_one(PartnerRow, partner.id)
    check_version(row, partner.version)
    for name, value in _columns_of_partner(partner).items():
        setattr(row, name, value)
    session.flush()


def get_partner(session: Session, initiative_id: str, partner_id: str) -> Partner:
    """Return one who takes part in an initiative.

    Raises:
        NotFoundError: nobody of that id takes part in it.
    """
    return _partner(_partner_row(session, initiative_id, partner_id))


def remove_partner(session: Session, initiative_id: str, partner_id: str) -> None:
    """Forget somebody who takes part.

    Raises:
        NotFoundError: nobody of that id takes part in it.
    """
    session.delete(_partner_row(session, initiative_id, partner_id))
    session.flush()


def list_partners(session: Session, initiative_id: str) -> tuple[Partner, ...]:
    """Return who takes part, by name."""
    rows = session.scalars(
        select(PartnerRow)
        .where(PartnerRow.initiative_id == initiative_id)
        .order_by(PartnerRow.name, PartnerRow.id)
    )
    return tuple(_partner(row) for row in rows)


def add_activity(session: Session, activity: Activity) -> None:
    """Keep what was done."""
    session.add(
        ActivityRow(
            id=activity.id,
            organization_id=activity.organization_id,
            initiative_id=activity.initiative_id,
            added_by=activity.added_by,
            added_at=activity.added_at,
            **_columns_of_activity(activity),
        )
    )
    session.flush()


def change_activity(session: Session, activity: Activity) -> None:
    """Write an activity anew.

    Raises:
        ConflictError: somebody changed it since `activity.version`.
    """
    row = session.get_one(ActivityRow, activity.id)
    check_version(row, activity.version)
    for name, value in _columns_of_activity(activity).items():
        setattr(row, name, value)
    session.flush()


def remove_activity(session: Session, activity: Activity) -> None:
    """Forget an activity.

    Raises:
        ConflictError: somebody changed it since `activity.version`.
    """
    row = session.get_one(ActivityRow, activity.id)
    check_version(row, activity.version)
    session.delete(row)
    session.flush()


def get_activity(session: Session, initiative_id: str, activity_id: str) -> Activity:
    """Return one activity of an initiative.

    Raises:
        NotFoundError: it has none of that id.
    """
    wanted = (ActivityRow.id == activity_id, ActivityRow.initiative_id == initiative_id)
    row = session.scalars(select(ActivityRow).where(*wanted)).first()
    if row is None:
        raise NotFoundError("There is no such activity.")
    return _activity(row)


def list_activities(session: Session, initiative_id: str) -> tuple[Activity, ...]:
    """Return what was done, newest first."""
    rows = session.scalars(
        select(ActivityRow)
        .where(ActivityRow.initiative_id == initiative_id)
        .order_by(ActivityRow.on.desc(), ActivityRow.added_at.desc(), ActivityRow.id)
    )
    return tuple(_activity(row) for row in rows)


def _partner_row(session: Session, initiative_id: str, partner_id: str) -> PartnerRow:
    wanted = (PartnerRow.id == partner_id, PartnerRow.initiative_id == initiative_id)
    row = session.scalars(select(PartnerRow).where(*wanted)).first()
    if row is None:
        raise NotFoundError("There is no such partner.")
    return row


def _read(one: Read) -> dict[str, object]:
    return {"written_by": one.written_by, "shown_by": one.shown_by, "shown_at": one.shown_at}


def _columns(initiative: Initiative) -> dict[str, object]:
    return {
        **_read(initiative),
        "name": initiative.name,
        "about": initiative.about,
        "sector": initiative.sector,
        "place": initiative.place,
        "rubric": initiative.rubric,
    }


def _columns_of_partner(partner: Partner) -> dict[str, object]:
    return {**_read(partner), "name": partner.name, "part": partner.part}


def _columns_of_activity(activity: Activity) -> dict[str, object]:
    return {
        **_read(activity),
        "kind": activity.kind.value,
        "way": activity.way.value,
        "title": activity.title,
        "text": activity.text,
        "on": activity.on,
        "workers": activity.workers,
        "employers": activity.employers,
        "source": activity.source,
    }


def _value(row: InitiativeRow) -> Initiative:
    return Initiative(
        id=row.id,
        organization_id=row.organization_id,
        slug=row.slug,
        name=row.name,
        about=row.about,
        sector=row.sector,
        place=row.place,
        rubric=row.rubric,
        created_by=row.created_by,
        created_at=row.created_at,
        written_by=row.written_by,
        shown_by=row.shown_by,
        shown_at=row.shown_at,
        version=row.version,
    )


def _partner(row: PartnerRow) -> Partner:
    return Partner(
        id=row.id,
        organization_id=row.organization_id,
        initiative_id=row.initiative_id,
        name=row.name,
        part=row.part,
        written_by=row.written_by,
        shown_by=row.shown_by,
        shown_at=row.shown_at,
        version=row.version,
    )


def _activity(row: ActivityRow) -> Activity:
    return Activity(
        id=row.id,
        organization_id=row.organization_id,
        initiative_id=row.initiative_id,
        kind=Kind(row.kind),
        way=Way(row.way),
        title=row.title,
        text=row.text,
        on=row.on,
        workers=row.workers,
        employers=row.employers,
        source=row.source,
        added_by=row.added_by,
        added_at=row.added_at,
        written_by=row.written_by,
        shown_by=row.shown_by,
        shown_at=row.shown_at,
        version=row.version,
    )
