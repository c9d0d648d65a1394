"""Whether what a page is about to show is still what was signed.

Fast enough for every public page: one look at the entries and keys of what is shown. Whether
an entry is missing elsewhere in the chain only `verify` tells.
"""

from collections.abc import Collection, Iterable, Mapping

from jobquality.access.states import PublicationState
from jobquality.errors import IntegrityFailedError
from jobquality.ledger.acts import ActKind
from jobquality.services.amends import Amend, Amends, Buried, Corrected, read_amends
from jobquality.services.mismarked import find_mismarked, find_other_kind
from jobquality.services.standing import find_miscalled
from jobquality.services.whole import Sealed, find_whole, is_body
from jobquality.store.chains import newest_numbers
from jobquality.store.database import Session
from jobquality.store.publications import Publication

FAILED = (
    "Integrity check failed. What is kept here is not what was signed when it was published, "
    "so it is not shown. Tell the organization that published it."
)


def find_changed(
    session: Session, shown: Iterable[Publication], amends: Amends | None = None
) -> frozenset[str]:
    """Return the hashes of those that are not what was signed; empty where all is whole.

    That is one whose body, entry or key is another; one that is listed as withdrawn, or whose
    body is gone, and no signed act says so; one that an act withdraws and the list does not; one
    that is listed as current and was replaced, or the other way round; one that is marked as
    contested and no dispute says so, or the other way round; one that was signed as real and
    is listed as a sample, or so; or one whose employer is called otherwise today than the chain
    says.
    """
    listed = tuple(shown)
    if not listed:
        return frozenset()
    acts = _acts_of({one.hash for one in listed}, amends or read_amends(session))
    wanted = {*(one.hash for one in listed), *(act.entry.hash for act, _ in acts)}
    whole = find_whole(session, wanted)
    said = {
        (act.entry.organization_id, body, act.entry.kind)
        for act, body in acts
        if act.entry.hash in whole
    }
    newest = newest_numbers(session, {one.employer_id for one in listed})
    right = [
        one
        for one in listed
        if is_body(one, whole) and _is_said(one, said) and _is_placed(one, newest)
    ]
    wrong = frozenset(one.hash for one in listed) - {one.hash for one in right}
    mismarked = find_mismarked(session, right) | find_other_kind(session, right)
    return wrong | find_miscalled(session, right) | mismarked


def check_whole(
    session: Session, shown: Iterable[Publication], amends: Amends | None = None
) -> None:
    """Be quiet where all of these are still what was signed.

    Raises:
        IntegrityFailedError: one of them is not.
    """
    if find_changed(session, shown, amends):
        raise IntegrityFailedError(FAILED)


def check_body(session: Session, sealed: Sealed) -> None:
    """Be quiet where a body that is there is still what was signed.

    Raises:
        IntegrityFailedError: it is not.
    """
    if not is_body(sealed, find_whole(session, {sealed.hash})):
        raise IntegrityFailedError(FAILED)


def _acts_of(bodies: Collection[str], amends: Amends) -> list[tuple[Amend, str]]:
    """Return what takes some bodies back or away, each with the hash of the body."""
    found = [
        (one, one.act.body if isinstance(one, Buried) else one.act.publication)
        for one in amends.said
        if not isinstance(one, Corrected)
    ]
    return [(one, body) for one, body in found if body in bodies]


def _is_placed(publication: Publication, newest: Mapping[str, int]) -> bool:
    """Say whether the newest score of a record is the current one, and no other is."""
    if publication.state is PublicationState.WITHDRAWN:
        return True
    is_newest = newest.get(publication.employer_id) == publication.number
    return is_newest == (publication.state is PublicationState.CURRENT)


def _is_said(publication: Publication, said: Collection[tuple[str, str, str]]) -> bool:
    """Say whether signed acts say of a publication what the list and its body say."""
    of = (publication.organization_id, publication.hash)
    is_withdrawn = publication.state is PublicationState.WITHDRAWN
    is_gone = not publication.content
    return is_withdrawn == ((*of, ActKind.WITHDRAWAL.value) in said) and (
        not is_gone or (*of, ActKind.TOMBSTONE.value) in said
    )
