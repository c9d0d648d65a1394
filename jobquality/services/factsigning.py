"""Say in the chain what is known of employers, each time two people change it.

Once a chain says such things, whatever is known of an employer of whom something is published
is an entry. A row that says otherwise was changed past the program: nothing more is signed of
that employer before two people have set it right.

Source: docs/decisions/0052-signed-facts.md
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.errors import RefusedError
from jobquality.ledger.acts import Act, FactsChanged
from jobquality.ledger.facts import Facts, Mark
from jobquality.services.acts import append_act
from jobquality.services.facts import hash_of_name, is_as_listed, listed_of, mark_of
from jobquality.services.rightfacts import rightly_known
from jobquality.services.signing import sign_identity
from jobquality.services.standing import Standing, standings_of
from jobquality.store.database import Session
from jobquality.store.employers import Employer, family_of, get_employer, list_records, list_sites
from jobquality.store.keys import Keyring
from jobquality.store.names import EmployerName, list_names
from jobquality.store.publications import list_publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Who decided on what is known from now on, when, and with which keys it is signed."""

    by: tuple[str, ...]
    keys: Keyring
    at: datetime


def check_facts(session: Session, employer_id: str) -> None:
    """Be quiet where an employer is known as its chain says, or that does not say so yet.

    Raises:
        RefusedError: its row was changed past the program.
    """
    employer = get_employer(session, employer_id)
    standing = _standing_of(session, employer)
    if standing is None or not _is_said(session, standing, employer):
        return
    if not is_as_listed(
        standing.facts_of(employer.id), listed_of(session, [employer])[employer.id]
    ):
        raise RefusedError(
            "What is known of this employer (its brand, the number of its sites, its further "
            "names) was changed past the program, so nothing more is signed of it. Let an "
            "administrator run 'jobquality verify'. Two people can set it right again."
        )


def sign_facts(
    session: Session, employer_ids: Iterable[str], decided: Decided, *, sites: Iterable[str] = ()
) -> None:
    """Say what is known of these employers now, where something is published of them.

    `sites` are those that a score covers: from now on their brands are signed, too. The caller
    has checked that the rows were what the chain said before.

    Raises:
        RefusedError: the clock is behind the last entry.
        ConflictError: somebody else appended at the same moment.
        SetupError: the key that signed so far is not here.
    """
    records = list_records(session, employer_ids)
    carried = [mark_of(one) for one in list_sites(session, sites) if one.brand_id]
    for one in records.values():
        standing = _standing_of(session, one)
        if standing is None or not _is_said(session, standing, one):
            continue
        said = standing.facts_of(one.id)
        listed = listed_of(session, [one])[one.id]
        _append(session, one, replace(listed, marks=_marks(said, carried)), decided)
        brands = {listed.brand, *(mark.brand for mark in carried)} - {""}
        _introduce(session, brands, decided)


def change_facts(
    session: Session, employer_id: str, change: Callable[[Facts], Facts], decided: Decided
) -> None:
    """Say what two people changed of what is known, and nothing else that its row may say.

    Raises:
        As sign_facts.
    """
    employer = get_employer(session, employer_id)
    standing = _standing_of(session, employer)
    said = standing.facts_of(employer.id) if standing else None
    if standing is None or said is None or not _is_said(session, standing, employer):
        return
    after = change(said)
    _append(session, employer, after, decided)
    _introduce(session, {after.brand} - {""}, decided)


def with_names(facts: Facts, *names: EmployerName) -> Facts:
    """Return what is known with further names that two people stand behind."""
    return replace(facts, names=tuple(sorted({*facts.names, *map(hash_of_name, names)})))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forged:
    """What a row says of an employer, and its chain does not: what was `signed` in its place.

    `names` are ids of further names that no entry has; `gone` counts those that rows lack.
    """

    signed: Employer
    names: frozenset[str]
    gone: int


def find_forged(session: Session, employer: Employer) -> Forged | None:
    """Return what was changed past the program of an employer; None where nothing was."""
    standing = _standing_of(session, employer)
    said = standing.facts_of(employer.id) if standing else None
    if standing is None or said is None or not _is_said(session, standing, employer):
        return None
    if is_as_listed(said, listed_of(session, [employer])[employer.id]):
        return None
    public = {
        one.id: hash_of_name(one) for one in list_names(session, [employer.id]) if one.is_public
    }
    return Forged(
        signed=rightly_known(session, {employer.id: employer})[employer.id],
        names=frozenset(one for one, called in public.items() if called not in said.names),
        gone=len(set(said.names) - set(public.values())),
    )


def is_forged_name(session: Session, name: EmployerName) -> bool:
    """Say whether a further name is shown as confirmed, and no entry of the chain has it."""
    forged = find_forged(session, get_employer(session, name.employer_id))
    return forged is not None and name.id in forged.names


def _standing_of(session: Session, employer: Employer) -> Standing | None:
    """Return what a chain says, where it says what is known of employers."""
    owner = employer.organization_id
    standing = standings_of(session, [owner]).get(owner)
    return standing if standing and standing.facts is not None else None


def _is_said(session: Session, standing: Standing, employer: Employer) -> bool:
    """Say whether the chain speaks of an employer: by an act, or by a score."""
    if employer.id in standing.called:
        return True
    return bool(list_publications(session, employer_ids=family_of(session, employer.id)))


def _introduce(session: Session, brand_ids: Iterable[str], decided: Decided) -> None:
    """Say who a brand is that a public page names from now on, if nothing told of it so far."""
    for one in list_records(session, sorted(brand_ids)).values():
        standing = _standing_of(session, one)
        if standing is None or _is_said(session, standing, one):
            continue
        sign_identity(session, one, decided.by, keys=decided.keys, at=decided.at)
        _append(session, one, listed_of(session, [one])[one.id], decided)


def _append(session: Session, employer: Employer, facts: Facts, decided: Decided) -> None:
    """Add an entry, unless it would say again what the chain says already."""
    standing = _standing_of(session, employer)
    if standing is None or standing.facts_of(employer.id) == facts:
        return

    def made(number: int) -> Act:
        return FactsChanged(
            number=number,
            organization=employer.organization_id,
            at=decided.at,
            facts=facts,
            decided_by=tuple(dict.fromkeys(decided.by)),
        )

    append_act(session, employer.organization_id, made, keys=decided.keys, at=decided.at)


def _marks(said: Facts | None, fresh: Iterable[Mark]) -> tuple[Mark, ...]:
    known = {one.site: one for one in (*(said.marks if said else ()), *fresh)}
    return tuple(known[site] for site in sorted(known))
