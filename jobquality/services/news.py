"""Everything new, for feeds: what was published, corrected, withdrawn, said and taken back."""

from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.states import CertificateStatus
from jobquality.ledger.acts import ActKind, Correction, Statement, Tombstone, Withdrawal, load_act
from jobquality.ledger.audit import CERTIFICATE, PUBLICATION
from jobquality.services.amends import Amends, Missing, read_amends
from jobquality.services.public_ledgers import of_slug
from jobquality.services.published import Published, read_all
from jobquality.services.standing import as_signed, house_as_signed
from jobquality.store.certificates import Certificate, list_certificates
from jobquality.store.database import Session
from jobquality.store.news import Happened, list_happened
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.practice import list_practice
from jobquality.store.publications import find_body, list_publications

#: What a feed tells; keys and standards are no news of a scorecard.
EVERYTHING = frozenset(
    {
        PUBLICATION,
        CERTIFICATE,
        ActKind.CORRECTION.value,
        ActKind.WITHDRAWAL.value,
        ActKind.TOMBSTONE.value,
        ActKind.STATEMENT.value,
    }
)
CORRECTIONS = frozenset(
    {ActKind.CORRECTION.value, ActKind.WITHDRAWAL.value, ActKind.TOMBSTONE.value}
)
_WORTH = frozenset(one.value for one in CertificateStatus)
#: How many things stand on one page of a feed.
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that is new. `updated` is later than `at` where something was said of it since.

    `published` is the scorecard that it is about, `certificate` the certificate; each None
    where there is none, or its body is gone. `is_withdrawn` says that nobody may see the
    scorecard. `text` is a reason or what the employer said, word for word. `missing` says which
    score of a correction is gone.
    """

    what: Happened
    organization: Organization
    updated: datetime
    published: Published | None = None
    certificate: Certificate | None = None
    text: str = ""
    is_decision: bool = False
    is_withdrawn: bool = False
    missing: Missing | None = None

    @property
    def parts(self) -> tuple[object, ...]:
        """What makes it another thing to show."""
        name = self.published.name if self.published else ""
        is_changed = bool(self.published and self.published.is_changed)
        beside = self.published and (self.published.publication.contested, self.published.known)
        told = self.text, self.is_withdrawn, self.missing
        return self.what, self.updated, name, *told, is_changed, beside


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """One page of news, newest first, of so many pages; the first is 1."""

    news: tuple[News, ...]
    number: int
    pages: int
    organization: Organization | None = None


def read_news(
    session: Session, kinds: frozenset[str], *, page: int = 1, slug: str = ""
) -> NewsPage:
    """Return a page of what is new; the session belongs to everybody.

    `slug` narrows it to one organization. Nothing is cut off: older things stand on later pages.

    Raises:
        NotFoundError: there is no organization of that public name.
    """
    organization = of_slug(session, slug) if slug else None
    amends = read_amends(session)
    hidden = frozenset() if organization else list_practice(session)
    twice = amends.correcting if ActKind.CORRECTION.value in kinds else frozenset()
    # A publication that sets another one right is told by the act that says so.
    told = [
        one
        for one in _without_forged(session, list_happened(session, kinds))
        if one.organization_id not in hidden
        if one.kind != PUBLICATION or one.subject not in twice
    ]
    pages = max(1, -(-len(told) // PAGE_SIZE))
    number = min(max(page, 1), pages)
    shown = told[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    reader = _Reader(session, amends)
    return NewsPage(
        news=tuple(reader.read(one) for one in shown),
        number=number,
        pages=pages,
        organization=organization,
    )


def _without_forged(session: Session, happened: tuple[Happened, ...]) -> list[Happened]:
    """Leave out what a row says of a certificate and its chain does not."""
    back = {one.subject: one.kind for one in happened if one.kind in _WORTH}
    found = as_signed(session, list_certificates(session, hashes=back)) if back else ()
    forged = {one.hash for one in found if one.status.value != back[one.hash]}
    return [one for one in happened if one.kind not in _WORTH or one.subject not in forged]


class _Reader:
    """Reads what happened, with what it is about."""

    def __init__(self, session: Session, amends: Amends) -> None:
        self._session = session
        self._amends = amends

    def read(self, one: Happened) -> News:
        """Return one thing that is new."""
        if one.kind == PUBLICATION:
            return self._about(one, one.subject, "")
        if one.kind in (CERTIFICATE, *CertificateStatus):
            return self._of_certificate(one)
        return self._of_act(one)

    def _of_act(self, one: Happened) -> News:
        body = find_body(self._session, one.subject)
        if not body:
            return self._about(one, "", "")
        act = load_act(one.kind, body)
        match act:
            case Correction():
                told = self._of_correction(one, act)
            case Withdrawal():
                told = self._about(one, act.publication, act.reason)
            case Statement():
                is_decision = act.topic == "decision"
                told = self._about(one, act.publication, act.text, is_decision=is_decision)
            case _:
                told = self._about(one, "", act.reason if isinstance(act, Tombstone) else "")
        return told

    def _of_correction(self, one: Happened, act: Correction) -> News:
        told = self._about(one, act.publication, act.reason)
        missing = self._amends.missing_of(one.organization_id, act)
        if missing is None:
            return told
        return replace(told, missing=missing, updated=max(told.updated, missing.by.act.at))

    def _of_certificate(self, one: Happened) -> News:
        found = as_signed(self._session, list_certificates(self._session, hashes=[one.subject]))
        certificate = next(iter(found), None)
        is_there = certificate is not None and bool(certificate.content)
        text = certificate.reason if certificate and one.kind != CERTIFICATE else ""
        return News(
            what=one,
            organization=self._organization(one),
            updated=one.at,
            certificate=certificate if is_there else None,
            text=text,
        )

    def _organization(self, one: Happened) -> Organization:
        known = get_organization(self._session, one.organization_id)
        return house_as_signed(self._session, known)

    def _about(
        self, one: Happened, publication: str, text: str, *, is_decision: bool = False
    ) -> News:
        found = next(iter(list_publications(self._session, hashes=[publication])), None)
        withdrawn = self._amends.withdrawal_of(found) if found else None
        amends = self._amends
        read = next(iter(read_all(self._session, [found], amends)), None) if found else None
        # What answers the reason of a withdrawal came after it, and stands beside it.
        is_before = withdrawn is not None and one.at < withdrawn.act.at
        is_hidden = is_before and one.kind == ActKind.STATEMENT.value
        return News(
            what=one,
            organization=self._organization(one),
            updated=max(one.at, withdrawn.act.at) if withdrawn else one.at,
            published=read,
            text="" if is_hidden else text,
            is_decision=is_decision,
            is_withdrawn=withdrawn is not None,
        )
