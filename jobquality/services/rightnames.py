"""The names that were signed, for employers whose rows somebody changed past the program.

A chain has no names, only what `called_of` makes of them. So whatever is known of an employer
is tried until it fits: the names in its signed scores, those that two people gave it, and its
old addresses. Where nothing fits, a score that was signed still names it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from jobquality.ledger.acts import called_of
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Subject
from jobquality.services.standing import Standing, proof_of, standings_of
from jobquality.services.whole import find_whole, is_body
from jobquality.store.database import Session
from jobquality.store.employers import Employer, family_of
from jobquality.store.names import list_names, list_old_slugs
from jobquality.store.publications import Publication, list_publications
from jobquality.store.renames import list_changes


def rightly_called(
    session: Session, records: Mapping[str, Employer], proofs: Iterable[Publication]
) -> dict[str, Employer]:
    """Return these records, each under the name that was signed, where it has another one.

    Its address stays that of its row, which leads to its page.
    """
    standings = standings_of(session, {one.organization_id for one in records.values()})
    strict = {key: one for key, one in records.items() if one.organization_id in standings}
    proven = _Proven(session, standings, proofs, strict)
    return {
        key: one
        if key not in strict or proven.is_right(one)
        else replace(one, name=proven.name_of(one))
        for key, one in records.items()
    }


class _Proven:
    """What signed scores call some records."""

    def __init__(
        self,
        session: Session,
        standings: Mapping[str, Standing],
        proofs: Iterable[Publication],
        records: Mapping[str, Employer],
    ) -> None:
        self._session = session
        self._standings = standings
        self._called: dict[str, str] = {}
        for one in proofs:
            self._take(one)
        missing = {
            key
            for key, one in records.items()
            if key not in standings[one.organization_id].called and key not in self._called
        }
        for one in _signed_of(session, missing):
            self._take(one)

    def _take(self, one: Publication) -> None:
        standing = self._standings.get(one.organization_id)
        if standing is not None and one.number > standing.since and one.content:
            self._called.setdefault(one.employer_id, proof_of(one))

    def is_right(self, record: Employer) -> bool:
        """Say whether a record is called as its chain says."""
        proof = self._called.get(record.id, "")
        return self._standings[record.organization_id].calls(record, proof)

    def name_of(self, record: Employer) -> str:
        """Return the name that was signed; empty where nothing tells it any more."""
        standing = self._standings[record.organization_id]
        called = standing.called.get(record.id, self._called.get(record.id, ""))
        scores = _signed_of(self._session, family_of(self._session, record.id))
        said = [load_snapshot(one.content).employer for one in scores if one.content]
        newest = said[0].name if said else ""
        tried = _tried(self._session, record, said)
        fitting = (name for name, slug in tried if called_of(record.id, name, slug) == called)
        return next(fitting, newest)


def _tried(session: Session, record: Employer, said: list[Subject]) -> Iterator[tuple[str, str]]:
    changes = list_changes(session, record.id)
    names = [
        *(one.name for one in said),
        record.name,
        *(one.text for one in list_names(session, [record.id])),
        *(one.wanted.get("name", "") for one in changes),
    ]
    slugs = [*(one.slug for one in said), record.slug, *list_old_slugs(session, record.id)]
    return product(dict.fromkeys(names), dict.fromkeys(slugs))


def _signed_of(session: Session, record_ids: Iterable[str]) -> tuple[Publication, ...]:
    """Return the scores of records that are what was signed, newest first."""
    wanted = sorted(record_ids)
    found = list_publications(session, employer_ids=wanted) if wanted else ()
    whole = find_whole(session, {one.hash for one in found}) if found else frozenset()
    return tuple(one for one in found if is_body(one, whole))
