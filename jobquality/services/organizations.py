"""Make an organization, and say who it is."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import RefusedError
from jobquality.services.events import EventKind, note
from jobquality.services.signing import house_of, sign_house
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.organizations import (
    Organization,
    add_organization,
    find_organization,
    get_organization,
)
from jobquality.store.organizations import (
    change_organization as write_organization,
)

_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationCommand:
    """Who an organization is. `languages` are those it publishes in, at least one."""

    name: str
    contact: str
    region: str
    funding: str
    languages: tuple[str, ...]
    time_zone: str


def create_organization(
    session: Session,
    command: OrganizationCommand,
    *,
    organization_id: str,
    at: datetime,
    is_sample: bool = False,
) -> Organization:
    """Make an organization with a public name of its own, and return it.

    The session belongs to every organization: public names are shared by all.
    """
    organization = Organization(
        id=organization_id,
        slug=_free_slug(session, command.name),
        name=command.name,
        contact=command.contact,
        region=command.region,
        funding=command.funding,
        languages=command.languages,
        time_zone=command.time_zone,
        is_sample=is_sample,
        created_at=at,
    )
    add_organization(session, organization)
    return organization


def change_organization(  # noqa: PLR0913  # who changes what, seen as what, with which keys, when
    session: Session,
    actor: Actor,
    command: OrganizationCommand,
    *,
    seen: int,
    keys: Keyring,
    at: datetime,
) -> Organization:
    """Change who the actor's organization is; its public address stays.

    Raises:
        ForbiddenError: the actor is no administrator.
        RefusedError: it is a practice center, which may pass for nobody.
        ConflictError: somebody changed it since version `seen`.
        SetupError: the key that signed so far is not here.
    """
    check_may(actor, Action.MANAGE)
    known = get_organization(session, actor.organization_id)
    if known.is_sample:
        raise RefusedError("In practice nobody is an organization: this stays as it is.")
    changed = replace(
        known,
        name=command.name,
        contact=command.contact,
        region=command.region,
        funding=command.funding,
        languages=command.languages,
        time_zone=command.time_zone,
        version=seen,
    )
    write_organization(session, changed)
    if house_of(known) != house_of(changed):
        sign_house(session, changed, actor.person_id, keys=keys, at=at)
    names = ("name", "contact", "region", "funding", "languages", "time_zone")
    what = " ".join(one for one in names if getattr(known, one) != getattr(changed, one))
    note(session, actor, EventKind.ORGANIZATION_CHANGED, known.id, at=at, fields=what)
    return changed


def _free_slug(session: Session, name: str) -> str:
    wanted = slug_of(name)
    slug, number = wanted, 1
    while find_organization(session, slug) is not None:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def slug_of(name: str) -> str:
    """Return a name as it can stand in an address: `Centro Ñandú` is `centro-nandu`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG] or "organization"
