"""The certificate as a document, from its body in the ledger and the score behind it."""

from dataclasses import dataclass

import segno

from jobquality.documents.charts import emblem
from jobquality.documents.pdf import render
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.certificate import CertificateBody
from jobquality.ledger.saidbefore import is_unsent
from jobquality.ledger.snapshot import Issuer, Snapshot
from jobquality.reading.names import Names
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.places import Places
from jobquality.rubrics.units import UNITS
from jobquality.scoring.exact import read_exact
from jobquality.services.certificates import grouped_code
from jobquality.wording import Speaker

#: How many places the first page names; the next page lists them all.
_SITES = 3
#: Names of up to so many letters have this size; longer ones the smallest.
#: So many letters of who pays have room on one sheet.
_PAID = 150
_SIZES = ((28, "large"), (60, "medium"), (110, "small"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Everything that a certificate says, in one language."""

    number: str
    code: str
    address: str
    level: str
    level_place: int
    level_count: int
    employer: str
    size: str
    issuer: str
    contact: str
    funding: str
    is_sample: bool
    sites: tuple[str, ...]
    first_sites: tuple[str, ...]
    wage: str
    wage_where: str
    standard: str
    edition: str
    is_reviewed: bool
    on: str
    valid_from: str
    valid_until: str
    made_at: str
    fingerprint: str
    said: str


def certificate_pdf(
    body: CertificateBody, snapshot: Snapshot, edition: Edition, places: Places, *, of: "Door"
) -> bytes:
    """Return a certificate as PDF: one page, and a second one where many places are covered.

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
    """
    printed = printed_certificate(body, snapshot, edition, places, of=of)
    pictures = {
        "qr": qr_code(printed.address),
        "emblem": emblem(printed.level_place, printed.level_count),
    }
    return render(
        "certificate.html",
        {"certificate": printed},
        language=of.language,
        pictures=pictures,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """In which language, and under which address (`https://jobs.example.org`) it is looked up."""

    language: str
    public_url: str


def printed_certificate(
    body: CertificateBody, snapshot: Snapshot, edition: Edition, places: Places, *, of: Door
) -> Printed:
    """Return what a certificate says."""
    names = Names.of(edition, Speaker(of.language))
    levels = [level.id for level in reversed(edition.rubric.levels) if not level.declared]
    sites = tuple(
        ", ".join(part for part in (site.name, site.address) if part) for site in body.sites
    )
    return Printed(
        number=str(body.number),
        code=grouped_code(body.code),
        address=f"{of.public_url}/verify/{body.code}",
        level=names.level(body.level),
        level_place=levels.index(body.level) + 1,
        level_count=len(levels),
        employer=body.employer,
        size=name_size(body.employer),
        issuer=body.issuer,
        contact=body.contact,
        funding=funding_line(snapshot.organization, names.say),
        is_sample=body.is_sample,
        sites=sites,
        first_sites=sites if len(sites) <= _SITES else sites[: _SITES - 1],
        wage=_wage(body, names),
        wage_where=_wage_where(body, names, places),
        standard=names.words.title or body.rubric,
        edition=body.edition,
        is_reviewed=names.words.is_reviewed,
        on=names.day(snapshot.on),
        valid_from=names.day(body.valid_from),
        valid_until=names.day(body.valid_until),
        said=names.say("certificate_replied" if _has_replied(snapshot) else "certificate_said"),
        made_at=moment_text(body.issued_at),
        fingerprint=body.publication,
    )


def qr_code(address: str) -> str:
    """Return an address as a QR code in SVG, with its quiet zone; a third may be damaged."""
    drawn: str = segno.make(address, error="q", boost_error=False, micro=False).svg_inline(
        border=4, omitsize=True, dark="#000", light="#fff"
    )
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def name_size(name: str) -> str:
    """Return in which size a name is printed on one sheet: the longer, the smaller."""
    return next((size for most, size in _SIZES if len(name) <= most), "tiny")


def funding_line(issuer: Issuer, say: Speaker) -> str:
    """Return who pays the organization, for one sheet; empty where it does not say.

    What has no room there is said to stand on the scorecard.
    """
    paid = " ".join(issuer.funding.split())
    if len(paid) > _PAID:
        paid = say("documents_funding_rest", start=paid[:_PAID].rpartition(" ")[0] or paid[:_PAID])
    return say("briefs_funding", name=issuer.name, funding=paid) if paid else ""


def _has_replied(snapshot: Snapshot) -> bool:
    """Say whether the employer sent a reply; words that it wrote and did not send are none."""
    reply = snapshot.reply
    return reply is not None and reply.answered_at is not None and not is_unsent(snapshot)


def _wage(body: CertificateBody, names: Names) -> str:
    wage = body.living_wage
    number = read_exact(wage.value) if wage else None
    return names.measured(number, UNITS[wage.unit]) if wage and number is not None else ""


def _wage_where(body: CertificateBody, names: Names, places: Places) -> str:
    wage = body.living_wage
    if wage is None:
        return ""
    return f"{names.place(wage.place, places)}, {wage.as_of.year}. {wage.source}"
