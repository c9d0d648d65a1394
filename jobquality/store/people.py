"""The people of an organization."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select

from jobquality.access.actors import Actor, Role
from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import OrganizationRow, PersonRow
from jobquality.store.versions import check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who works here.

    Without `password_hash` nobody can log in as them. `session_key` changes when every
    session of theirs shall end. `is_sample`: nothing of their organization is real.
    """

    id: str
    organization_id: str
    name: str
    email: str | None
    roles: frozenset[Role]
    language: str
    session_key: str
    created_at: datetime
    password_hash: str | None = None
    second_factor: str | None = None
    totp_secret: str | None = None
    active: bool = True
    erased_at: datetime | None = None
    is_sample: bool = False
    version: int = 1

    @property
    def actor(self) -> Actor:
        """The person as somebody who acts."""
        return Actor(
            person_id=self.id,
            organization_id=self.organization_id,
            name=self.name,
            roles=self.roles,
            # Where nothing is real, nobody needs their phone to publish.
            second_step=self.is_sample or self.second_factor is not None,
        )


def add_person(session: Session, person: Person) -> None:
    """Keep a new person."""
    session.add(
        PersonRow(
            id=person.id,
            organization_id=person.organization_id,
            name=person.name,
            email=person.email,
            password_hash=person.password_hash,
            session_key=person.session_key,
            active=person.active,
            language=person.language,
            roles=_roles_text(person.roles),
            second_factor=person.second_factor,
            totp_secret=person.totp_secret,
            created_at=person.created_at,
        )
    )
    session.flush()


def change_person(session: Session, person: Person) -> None:
    """Write a person anew: all but the id, the organization and the day they joined.

    Raises:
        ConflictError: somebody changed them since `person.version`.
    """
    row = session.get_one(PersonRow, person.id)
    check_version(row, person.version)
    row.name = person.name
    row.email = person.email
    row.password_hash = person.password_hash
    row.session_key = person.session_key
    row.active = person.active
    row.language = person.language
    row.roles = _roles_text(person.roles)
    row.second_factor = person.second_factor
    row.totp_secret = person.totp_secret
    session.flush()


def get_person(session: Session, person_id: str) -> Person:
    """Return one person.

    Raises:
        NotFoundError: nobody here has that id.
    """
    row = session.get(PersonRow, person_id)
    if row is None:
        raise NotFoundError("There is no such person.")
    return _value(row)


def find_person(
    session: Session, *, email: str | None = None, session_key: str | None = None
) -> Person | None:
    """Return the person with that address or that key, or None."""
    wanted = select(PersonRow)
    if email is not None:
        wanted = wanted.where(PersonRow.email == email)
    if session_key is not None:
        wanted = wanted.where(PersonRow.session_key == session_key)
    row = session.scalars(wanted).first() if email or session_key else None
    return _value(row) if row else None


def list_people(session: Session) -> tuple[Person, ...]:
    """Return everybody, by name."""
    return tuple(_value(row) for row in session.scalars(select(PersonRow).order_by(PersonRow.name)))


def has_real_people(session: Session) -> bool:
    """Say whether somebody can log in: anybody outside the organization of samples."""
    count = (
        select(func.count())
        .select_from(PersonRow)
        .join(OrganizationRow, OrganizationRow.id == PersonRow.organization_id)
        .where(OrganizationRow.is_sample.is_(False))
    )
    return bool(session.scalar(count))


def has_accounts(session: Session) -> bool:
    """Say whether somebody can log in with a password, if only to practice."""
    wanted = select(PersonRow.id).where(PersonRow.password_hash.is_not(None)).limit(1)
    return session.scalars(wanted).first() is not None


def _roles_text(roles: frozenset[Role]) -> str:
    return ",".join(sorted(roles))


def _value(row: PersonRow) -> Person:
    person = _as_written(row)
    if is_ours(row):
        return person
    # Somebody wrote it past the program: it may stand in a list, and lets nobody in.
    return replace(person, roles=frozenset(), password_hash=None, active=False)


def _as_written(row: PersonRow) -> Person:
    return Person(
        id=row.id,
        organization_id=row.organization_id,
        name=row.name,
        email=row.email,
        roles=frozenset(Role(name) for name in row.roles.split(",") if name),
        language=row.language,
        session_key=row.session_key,
        created_at=row.created_at,
        password_hash=row.password_hash,
        second_factor=row.second_factor,
        totp_secret=row.totp_secret,
        active=row.active,
        erased_at=row.erased_at,
        is_sample=row.is_sample,
        version=row.version,
    )
