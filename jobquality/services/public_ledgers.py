"""What an organization shows of itself to everybody: who it is, what it published, its ledger."""

from dataclasses import dataclass

from jobquality.access.states import PublicationState
from jobquality.errors import NotFoundError
from jobquality.ledger.chain import Head, SignedLink, head_of
from jobquality.ledger.publicfile import FiledKey, PublicLedger, dump_ledger, filed_entries
from jobquality.services.amends import gone, read_amends
from jobquality.services.chainkeys import list_chain_keys
from jobquality.services.published import Published, list_current
from jobquality.services.sealed import check_whole
from jobquality.services.standing import as_signed, house_as_signed
from jobquality.store.certificates import Certificate, list_certificates
from jobquality.store.chains import walk_chain
from jobquality.store.database import Session
from jobquality.store.employers import family_of, find_employer
from jobquality.store.initiatives import Initiative, list_initiatives
from jobquality.store.organizations import Organization, find_organization, list_organizations
from jobquality.store.practice import list_practice
from jobquality.store.publications import (
    Entry,
    Publication,
    last_entry,
    list_publications,
)
from jobquality.store.standards import list_own
from jobquality.store.tenancy import belong


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicOrganization:
    """Everything on the page of an organization; `keys` are the ids of its public keys."""

    organization: Organization
    published: tuple[Published, ...]
    initiatives: tuple[Initiative, ...]
    certificates: tuple[Certificate, ...]
    head: Head
    keys: tuple[str, ...]
    has_standards: bool


def list_public(session: Session) -> tuple[Organization, ...]:
    """Return the organizations that keep a record here, by name; the samples last.

    Practice keeps none: it goes again.
    """
    practice = list_practice(session)
    kept = [one for one in list_organizations(session) if one.id not in practice]
    found = [house_as_signed(session, one) for one in kept]
    return tuple(sorted(found, key=lambda one: (one.is_sample, one.name.casefold())))


def read_organization(session: Session, slug: str) -> PublicOrganization:
    """Return what everybody may see of an organization.

    Raises:
        NotFoundError: there is none of that public name.
    """
    organization = of_slug(session, slug)
    return PublicOrganization(
        organization=organization,
        published=list_current(session),
        initiatives=tuple(one for one in list_initiatives(session) if one.is_shown),
        certificates=as_signed(session, list_certificates(session)),
        head=head_of(last_entry(session, organization.id)),
        keys=tuple(key.key_id for key in list_chain_keys(session, organization.id)),
        has_standards=bool(list_own(session)),
    )


def find_head(session: Session, slug: str) -> Head:
    """Return the newest link of an organization's chain.

    Raises:
        NotFoundError: there is none of that public name.
    """
    return head_of(last_entry(session, of_slug(session, slug).id))


def read_ledger(session: Session, slug: str) -> str:
    """Return the whole ledger of an organization as the file that anyone can check.

    Raises:
        NotFoundError: there is none of that public name.
    """
    organization = of_slug(session, slug)
    links = [(_link(entry), body or "") for entry, body in walk_chain(session, organization.id)]
    ledger = PublicLedger(
        organization=organization.id,
        slug=organization.slug,
        keys=tuple(
            FiledKey(key_id=key.key_id, public_key=key.public_key, first=key.first)
            for key in list_chain_keys(session, organization.id)
        ),
        entries=filed_entries(links),
        head=head_of(links[-1][0] if links else None),
    )
    return dump_ledger(ledger)


def read_current(session: Session, slug: str) -> Publication:
    """Return what is published of an employer now; the session belongs to everybody.

    Raises:
        NotFoundError: nothing was ever published of it.
        GoneError: what was published is withdrawn; says when and why.
        IntegrityFailedError: it is not what was signed.
    """
    employer = find_employer(session, slug)
    records = family_of(session, employer.id) if employer else ()
    published = list_publications(session, employer_ids=records)
    current = [one for one in published if one.state is PublicationState.CURRENT]
    if not published:
        raise NotFoundError("Nothing is published under that name.")
    amends = read_amends(session)
    check_whole(session, published if not current else current[:1], amends)
    if not current:
        raise gone(published[0], amends)
    return current[0]


def of_slug(session: Session, slug: str) -> Organization:
    """Return the organization, and let the session see its rows alone.

    Raises:
        NotFoundError: there is none of that public name.
    """
    organization = find_organization(session, slug)
    if organization is None:
        raise NotFoundError("There is no organization of that name.")
    belong(session, organization.id)
    return house_as_signed(session, organization)


def _link(entry: Entry) -> SignedLink:
    return SignedLink(
        organization_id=entry.organization_id,
        number=entry.number,
        kind=entry.kind,
        hash=entry.hash,
        previous=entry.previous,
        at=entry.at,
        key_id=entry.key_id,
        signature=entry.signature,
    )
