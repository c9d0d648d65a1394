"""Who an employer is: changed by one person while nothing is published, then only by two.

A renamed employer keeps its record: every old address leads to the new one for ever, and its
page says what it was called. Who it is, is whatever stands beside a publication without being
in it, so that nobody alone can change what a stranger reads.

Source: docs/decisions/0026-employers.md
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import ConflictError, Fault, check_faults
from jobquality.ledger.facts import Facts, source_of
from jobquality.services.called import is_called
from jobquality.services.events import EventKind, note
from jobquality.services.factsigning import Decided, change_facts, with_names
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.likeness import name_key
from jobquality.services.lookalikes import find_name_faults
from jobquality.services.signing import is_on_record, sign_identity
from jobquality.services.slugs import free_slug, plain_slug
from jobquality.services.stillhere import check_still_here
from jobquality.store import employers as store
from jobquality.store.database import Session
from jobquality.store.employers import (
    Employer,
    Scope,
    get_employer,
    list_employers,
    list_establishments,
)
from jobquality.store.keys import Keyring
from jobquality.store.mergers import MergerState, list_mergers
from jobquality.store.names import EmployerName, NameKind, add_name, keep_old_slug
from jobquality.store.renames import (
    ChangeState,
    IdentityChange,
    add_change,
    get_change,
    list_changes,
    settle_change,
)

#: Which of the fields of a change a chain says, by its name for it.
_FIELDS = {
    "scope": "scope",
    "brand_id": "brand",
    "sites_known": "sites",
    "sites_known_on": "counted_on",
    "sites_known_source": "source",
}
_CLOSED = "Somebody has decided on this change already. Reload the page to see what came of it."


class Identity(Protocol):
    """Everything that says who an employer is."""

    @property
    def name(self) -> str: ...  # noqa: D102  # as in Employer, and all below
    @property
    def legal_name(self) -> str: ...  # noqa: D102
    @property
    def website(self) -> str: ...  # noqa: D102
    @property
    def registration(self) -> str: ...  # noqa: D102
    @property
    def scope(self) -> Scope: ...  # noqa: D102
    @property
    def brand_id(self) -> str | None: ...  # noqa: D102
    @property
    def sites_known(self) -> int | None: ...  # noqa: D102
    @property
    def sites_known_on(self) -> date | None: ...  # noqa: D102
    @property
    def sites_known_source(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideChange:
    """What a second person says to a proposed change."""

    employer_id: str
    change_id: str
    is_confirmed: bool


def identity_of(one: Identity) -> dict[str, str]:
    """Return who an employer is as plain texts, empty where nothing is known."""
    return {
        "name": one.name,
        "legal_name": one.legal_name,
        "website": one.website,
        "registration": one.registration,
        "scope": one.scope.value,
        "brand_id": one.brand_id or "",
        "sites_known": "" if one.sites_known is None else str(one.sites_known),
        "sites_known_on": one.sites_known_on.isoformat() if one.sites_known_on else "",
        "sites_known_source": one.sites_known_source,
    }


def with_identity(employer: Employer, wanted: Mapping[str, str]) -> Employer:
    """Return an employer with some of who it is changed."""
    said = {**identity_of(employer), **wanted}
    return replace(
        employer,
        name=said["name"],
        name_key=name_key(said["name"]),
        legal_name=said["legal_name"],
        website=said["website"],
        registration=said["registration"],
        scope=Scope(said["scope"]),
        brand_id=said["brand_id"] or None,
        sites_known=int(said["sites_known"]) if said["sites_known"] else None,
        sites_known_on=date.fromisoformat(said["sites_known_on"])
        if said["sites_known_on"]
        else None,
        sites_known_source=said["sites_known_source"],
    )


def is_published(session: Session, employer_id: str) -> bool:
    """Say whether anything was ever published of an employer, or of who runs its brand's sites."""
    return is_on_record(session, [employer_id])


def needs_second_person(session: Session, employer_id: str) -> bool:
    """Say whether one person alone may no longer change who an employer is.

    So it is once something is published, and while a merger waits: whoever confirms it read
    the names, and must not confirm others.
    """
    return is_published(session, employer_id) or bool(
        list_mergers(session, employer_id, state=MergerState.OPEN)
    )


def keep_facts(session: Session, before: Employer, after: Employer) -> None:
    """Keep what changed of an employer beside who it is."""
    kept = with_identity(after, identity_of(before))
    if kept != before:
        store.change_employer(session, kept)


def keep_identity(
    session: Session,
    before: Employer,
    after: Employer,
    *,
    by: tuple[str, str | None],
    at: datetime,
) -> EmployerName | None:
    """Keep who an employer is from now on; its old name and public name stay with it.

    `by` is who changed it, and who confirmed that, if anybody. Returns the former name, if it
    has one now; a name that was never signed, where the chain says another, is none.
    """
    was_called = is_called(session, before)
    slug = before.slug
    if plain_slug(before.name) != plain_slug(after.name):
        slug = free_slug(after.name, lambda wanted: store.is_slug_taken(session, wanted))
        keep_old_slug(
            session,
            before.slug,
            employer_id=before.id,
            organization_id=before.organization_id,
            at=at,
        )
    store.change_employer(session, replace(after, slug=slug))
    if name_key(before.name) == name_key(after.name) or not was_called:
        return None
    former = _former(before, by, at)
    add_name(session, former)
    return former


def tell_of_change(
    session: Session, actor: Actor, before: Employer, after: Employer, *, at: datetime
) -> None:
    """Keep in the log that one person changed an employer: what, and no word of it.

    What waits for a second person is told by its proposal.
    """
    kept = get_employer(session, after.id)
    was, now = identity_of(before), identity_of(kept)
    what = sorted(name for name, said in now.items() if said != was[name])
    facts = (kept.sector, kept.place, kept.headcount, kept.profile)
    if facts != (before.sector, before.place, before.headcount, before.profile):
        what.append("facts")
    if what:
        note(session, actor, EventKind.EMPLOYER_CHANGED, after.id, at=at, fields=" ".join(what))


def propose_change(
    session: Session, actor: Actor, before: Employer, after: Employer, *, at: datetime
) -> IdentityChange | None:
    """Let who an employer is wait for a second person; return None where nothing changes.

    A newer proposal takes the place of an open one.
    """
    was = identity_of(before)
    wanted = {name: said for name, said in identity_of(after).items() if said != was[name]}
    open_ones = list_changes(session, before.id, state=ChangeState.OPEN)
    same = next((one for one in open_ones if dict(one.wanted) == wanted), None)
    if not wanted or same is not None:
        return same
    for earlier in open_ones:
        settle_change(session, earlier, ChangeState.REPLACED, by=actor.person_id, at=at)
    change = IdentityChange(
        id=_id_of("change", actor.person_id, at.isoformat(), before.id, json.dumps(wanted)),
        organization_id=before.organization_id,
        employer_id=before.id,
        wanted=wanted,
        state=ChangeState.OPEN,
        proposed_by=actor.person_id,
        proposed_at=at,
    )
    add_change(session, change)
    note(session, actor, EventKind.IDENTITY_PROPOSED, before.id, at=at)
    return change


def decide_change(
    session: Session, actor: Actor, command: DecideChange, *, keys: Keyring, at: datetime
) -> None:
    """Confirm what another person proposed, or refuse it; whoever proposed may take it back.

    Raises:
        ForbiddenError: the actor may not review, or proposed what is to be confirmed.
        NotFoundError: there is no such change.
        ConflictError: somebody decided already.
        FaultsError: meanwhile somebody else has a name that looks the same.
        RefusedError: the account of whoever proposed it was closed.
        SetupError: the key that signed so far is not here.
    """
    change = _checked(session, actor, command, at=at)
    if not command.is_confirmed:
        settle_change(session, change, ChangeState.REFUSED, by=actor.person_id, at=at)
        note(session, actor, EventKind.IDENTITY_REFUSED, change.employer_id, at=at)
        return
    before = get_employer(session, change.employer_id)
    after = with_identity(before, change.wanted)
    names = {name: change.wanted[name] for name in ("name",) if name in change.wanted}
    check_faults(
        (
            *find_name_faults(session, names, but=before.id, is_another=True),
            *find_identity_faults(session, identity_of(after), employer_id=before.id),
        )
    )
    settle_change(session, change, ChangeState.CONFIRMED, by=actor.person_id, at=at)
    by = (change.proposed_by, actor.person_id)
    former = keep_identity(session, before, after, by=by, at=at)
    kept = get_employer(session, before.id)
    if (kept.name, kept.slug) != (before.name, before.slug):
        sign_identity(session, kept, by, keys=keys, at=at)
    decided = Decided(by=by, keys=keys, at=at)
    change_facts(session, kept.id, lambda said: _changed(said, change, kept, former), decided)
    proposed_by = change.proposed_by
    note(session, actor, EventKind.IDENTITY_CHANGED, before.id, at=at, proposed_by=proposed_by)


def _changed(
    said: Facts, change: IdentityChange, kept: Employer, former: EmployerName | None
) -> Facts:
    """Return what is known once a change is made: of its row nothing but what was proposed."""
    given: dict[str, object] = {
        "scope": kept.scope.value,
        "brand": kept.brand_id or "",
        "sites": kept.sites_known,
        "counted_on": kept.sites_known_on,
        "source": source_of(kept.id, kept.sites_known_source),
    }
    wanted = {_FIELDS[name] for name in change.wanted if name in _FIELDS}
    after = replace(said, **{name: one for name, one in given.items() if name in wanted})  # type: ignore[arg-type]  # as Facts has them
    return with_names(after, former) if former else after


def find_identity_faults(
    session: Session, said: Mapping[str, str], *, employer_id: str
) -> Iterator[Fault]:
    """Yield what cannot be true of who an employer is, its names aside."""
    others = [one for one in list_employers(session) if one.id != employer_id]
    same = [one for one in others if said["registration"] and _is_number(said, one)]
    if same:
        message = f"{same[0].name} has this number already."
        yield Fault(message=message, where="registration", remedy="Open that employer.")
    yield from find_brand_faults(session, said["brand_id"] or None, employer_id=employer_id)
    if said["sites_known"]:
        yield from _count_faults(session, said, employer_id)


def find_brand_faults(
    session: Session, brand_id: str | None, *, employer_id: str
) -> Iterator[Fault]:
    """Yield what is wrong with the brand of an employer or a site."""
    chains = {one.id for one in list_employers(session) if one.scope is Scope.CHAIN}
    if brand_id is not None and brand_id not in chains - {employer_id}:
        message = "This is no chain or brand of your organization."
        yield Fault(message=message, where="brand_id", remedy="Choose one of the list.")


def _count_faults(session: Session, said: Mapping[str, str], employer_id: str) -> Iterator[Fault]:
    listed = len(list_establishments(session, employer_id))
    if int(said["sites_known"]) < max(listed, 1):
        message = f"{listed} workplaces are listed here, so there are at least that many."
        yield Fault(message=message, where="sites_known", remedy="Count them all.")
    if not said["sites_known_on"]:
        message = "On which day were the sites counted?"
        yield Fault(
            message=message,
            where="sites_known_on",
            remedy="Choose the day, or write it as 2026-03-01.",
        )
    if not said["sites_known_source"]:
        message = "Where does the number of sites come from?"
        remedy = "Name the page, the report or the list."
        yield Fault(message=message, where="sites_known_source", remedy=remedy)


def _checked(
    session: Session, actor: Actor, command: DecideChange, *, at: datetime
) -> IdentityChange:
    """Return the open change that somebody decides on, if they may."""
    get_employer(session, command.employer_id)
    change = get_change(session, command.change_id)
    if change.employer_id != command.employer_id or change.state is not ChangeState.OPEN:
        raise ConflictError(_CLOSED)
    is_own = change.proposed_by == actor.person_id
    if not (is_own and not command.is_confirmed):
        check_may(actor, Action.REVIEW)
    if command.is_confirmed:
        alone = (
            "You proposed this change, so another person has to confirm it: a new name can hide "
            "a record."
        )
        check_two(session, actor, [change.proposed_by], alone, at=at, ways=ANY_WAY)
        check_still_here(session, change.proposed_by)
    return change


def _is_number(said: Mapping[str, str], other: Employer) -> bool:
    return name_key(other.registration).replace(" ", "") == name_key(said["registration"]).replace(
        " ", ""
    )


def _former(before: Employer, by: tuple[str, str | None], at: datetime) -> EmployerName:
    return EmployerName(
        id=_id_of("former", before.id, str(before.version), before.name),
        organization_id=before.organization_id,
        employer_id=before.id,
        kind=NameKind.FORMER,
        text=before.name,
        until=at.date(),
        added_by=by[0],
        added_at=at,
        confirmed_by=by[1],
    )


def _id_of(*parts: str) -> str:
    """Return an id that follows from what it stands for: ids are no secrets here."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
