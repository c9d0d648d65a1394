"""What a certificate says, whole, as it stands in the ledger. Format 1 never changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from jobquality.errors import Fault, FaultsError
from jobquality.ledger.canonical import canonical_text, moment_text, read_canonical, read_moment
from jobquality.ledger.snapshot import FORMAT, Site

_KIND = "certificate"
_REMEDY = "This program reads certificates of format 1 only. Use a newer program."


@dataclass(frozen=True, slots=True, kw_only=True)
class WageUsed:
    """The living wage that the score was measured by; `value` is an exact number as text."""

    value: str
    unit: str
    place: str
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateBody:
    """One certificate. Both days of its validity are whole days where the issuer is.

    `number` is its number in the issuer's ledger, `publication` the hash of the score behind
    it. `living_wage` is None where the standard looks at none. No sites means the employer
    as a whole.
    """

    number: int
    code: str
    level: str
    issuer_id: str
    issuer: str
    contact: str
    is_sample: bool
    time_zone: str
    employer_id: str
    employer: str
    slug: str
    sites: tuple[Site, ...]
    living_wage: WageUsed | None
    rubric: str
    edition: str
    scoring_hash: str
    publication: str
    issued_at: datetime
    valid_from: date
    valid_until: date


def dump_certificate(body: CertificateBody) -> str:
    """Return a certificate as canonical JSON."""
    wage = body.living_wage
    return canonical_text(
        {
            "format": FORMAT,
            "kind": _KIND,
            "number": body.number,
            "code": body.code,
            "level": body.level,
            "issuer": {
                "id": body.issuer_id,
                "name": body.issuer,
                "contact": body.contact,
                "is_sample": body.is_sample,
                "time_zone": body.time_zone,
            },
            "employer": {"id": body.employer_id, "name": body.employer, "slug": body.slug},
            "sites": [
                {"name": site.name, "address": site.address, "place": site.place}
                for site in body.sites
            ],
            "living_wage": None if wage is None else _wage(wage),
            "rubric": body.rubric,
            "edition": body.edition,
            "scoring_hash": body.scoring_hash,
            "publication": body.publication,
            "issued_at": moment_text(body.issued_at),
            "valid_from": body.valid_from.isoformat(),
            "valid_until": body.valid_until.isoformat(),
        }
    )


def load_certificate(content: str) -> CertificateBody:
    """Return the certificate that `dump_certificate` wrote so.

    Raises:
        FaultsError: it is not canonical, or of another form.
    """
    tree = read_canonical(content)
    try:
        body = _body(cast("dict[str, object]", tree))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable() from error
    if dump_certificate(body) != content:
        raise _unreadable()
    return body


def _wage(wage: WageUsed) -> dict[str, object]:
    return {
        "value": wage.value,
        "unit": wage.unit,
        "place": wage.place,
        "source": wage.source,
        "as_of": wage.as_of.isoformat(),
    }


def _body(tree: Mapping[str, object]) -> CertificateBody:
    issuer, employer = _part(tree, "issuer"), _part(tree, "employer")
    issued_at = read_moment(str(tree["issued_at"]))
    if issued_at is None:
        raise ValueError("issued_at")
    wage = tree["living_wage"]
    return CertificateBody(
        number=cast("int", tree["number"]),
        code=_text(tree, "code"),
        level=_text(tree, "level"),
        issuer_id=_text(issuer, "id"),
        issuer=_text(issuer, "name"),
        contact=_text(issuer, "contact"),
        is_sample=issuer["is_sample"] is True,
        time_zone=_text(issuer, "time_zone"),
        employer_id=_text(employer, "id"),
        employer=_text(employer, "name"),
        slug=_text(employer, "slug"),
        sites=tuple(_site(site) for site in cast("list[Mapping[str, object]]", tree["sites"])),
        living_wage=None if wage is None else _wage_of(cast("Mapping[str, object]", wage)),
        rubric=_text(tree, "rubric"),
        edition=_text(tree, "edition"),
        scoring_hash=_text(tree, "scoring_hash"),
        publication=_text(tree, "publication"),
        issued_at=issued_at,
        valid_from=date.fromisoformat(_text(tree, "valid_from")),
        valid_until=date.fromisoformat(_text(tree, "valid_until")),
    )


def _site(tree: Mapping[str, object]) -> Site:
    return Site(
        name=_text(tree, "name"), address=_text(tree, "address"), place=_text(tree, "place")
    )


def _wage_of(tree: Mapping[str, object]) -> WageUsed:
    return WageUsed(
        value=_text(tree, "value"),
        unit=_text(tree, "unit"),
        place=_text(tree, "place"),
        source=_text(tree, "source"),
        as_of=date.fromisoformat(_text(tree, "as_of")),
    )


def _part(tree: Mapping[str, object], name: str) -> Mapping[str, object]:
    return cast("Mapping[str, object]", tree[name])


def _text(tree: Mapping[str, object], name: str) -> str:
    text = tree[name]
    if not isinstance(text, str):
        raise TypeError(name)
    return text


def _unreadable() -> FaultsError:
    return FaultsError([Fault(message="It is no certificate of format 1.", remedy=_REMEDY)])
