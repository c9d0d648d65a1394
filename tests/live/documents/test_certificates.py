from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from jobquality.access.actors import Role
from jobquality.access.states import CertificateStatus
from jobquality.errors import (
    ConflictError,
    FaultsError,
    ForbiddenError,
    NotFoundError,
    RefusedError,
)
from jobquality.ledger.certificate import dump_certificate, load_certificate
from jobquality.rubrics.model import Combine
from jobquality.services.certificates import (
    ChangeStatus,
    change_certificate_status,
    look_up,
    plain_code,
    status_on,
)
from jobquality.services.certifying import Obstacle, offer_certificate
from jobquality.store.certificates import find_certificate
from jobquality.store.database import Session
from jobquality.store.publications import get_publication, list_entries
from jobquality.store.tenancy import belong
from tests.live.documents.issuing import ANOTHER, CODE, Published, answers_of_the_bistro, keys_in
from tests.live.factories import stored_organization, stored_person
from tests.live.ledger.published import say_withdrawn
from tests.live.reviews.parts import CATALOG


@pytest.fixture
def published(session: Session, tmp_path: Path) -> Published:
    return Published(session, keys_in(tmp_path))


def status(published: Published, code: str = CODE) -> CertificateStatus:
    standing = look_up(published.session, code, at=published.walk.at)
    assert standing is not None
    return standing.status


def changed(
    published: Published, to: CertificateStatus, *, seen: int = 1, reason: str = "So"
) -> None:
    change_certificate_status(
        published.session,
        published.walk.reviewer.actor,
        ChangeStatus(code=CODE, status=to, reason=reason, seen=seen),
        catalog=CATALOG,
        keys=published.keys,
        at=published.walk.at,
    )


def test_a_certificate_says_what_the_published_score_says(published: Published) -> None:
    certificate = published.certified()

    body = load_certificate(certificate.content)
    assert body.level == "silver"
    assert body.employer == published.walk.employer.name
    assert body.publication == published.publication.hash
    assert body.number == certificate.number == published.publication.number + 1
    assert dump_certificate(body) == certificate.content


def test_it_is_a_signed_entry_of_the_ledger(published: Published) -> None:
    certificate = published.certified()

    last = list_entries(published.session, certificate.organization_id)[-1]
    assert (last.kind, last.hash) == ("certificate", certificate.hash)


def test_it_lasts_as_long_as_its_level_says_from_the_day_of_the_score(
    published: Published,
) -> None:
    published.walk.later(days=100)

    certificate = published.certified()

    assert certificate.valid_from == date(2026, 6, 23)
    assert certificate.valid_until == date(2028, 3, 15)


def test_an_old_score_makes_no_certificate(published: Published) -> None:
    published.walk.later(days=800)

    with pytest.raises(RefusedError, match="older than"):
        published.certified()


def test_without_https_no_real_certificate_is_issued(published: Published) -> None:
    with pytest.raises(RefusedError, match="https"):
        published.certified(is_https=False)


def test_a_sample_may_be_issued_without_https(session: Session, tmp_path: Path) -> None:
    samples = Published(session, keys_in(tmp_path), is_sample=True)

    certificate = samples.certified(is_https=False)

    assert load_certificate(certificate.content).is_sample


def test_who_wrote_a_part_of_it_does_not_certify_it(published: Published) -> None:
    published.walk.reviewer, published.walk.author = published.walk.author, published.walk.reviewer

    with pytest.raises(ForbiddenError):
        published.certified()


def test_an_advocate_does_not_certify(published: Published) -> None:
    published.walk.reviewer = stored_person(
        published.session, published.walk.organization, Role.ADVOCATE
    )

    with pytest.raises(ForbiddenError):
        published.certified()


def test_another_organization_finds_nothing_to_certify(published: Published) -> None:
    stranger = stored_organization(published.session)
    published.walk.reviewer = stored_person(published.session, stranger)

    with pytest.raises(NotFoundError):
        published.certified()


def test_an_unchecked_violation_stands_in_the_way(session: Session, tmp_path: Path) -> None:
    published = Published(session, keys_in(tmp_path))
    published.again(child_labor="not_checked")

    with pytest.raises(RefusedError, match="no level"):
        published.certified()


def test_what_is_unknown_helps_nobody_to_a_certificate(published: Published) -> None:
    looked = [name for name in answers_of_the_bistro() if name.startswith(("wages_", "sched_"))]
    published.again(**dict.fromkeys(looked, "unknown"))

    offer = offer_certificate(
        published.session,
        published.publication.hash,
        catalog=CATALOG,
        at=published.walk.at,
        is_https=True,
    )

    assert offer.obstacles == (Obstacle.NO_LEVEL,)


def test_a_standard_that_breaks_a_law_certifies_nobody(published: Published) -> None:
    edition = CATALOG.edition("restaurants_us", "2026.1")
    ladder = replace(edition.rubric.root, combine=Combine.LADDER)
    unlawful = replace(edition, rubric=replace(edition.rubric, root=ladder))
    catalog = replace(CATALOG, by_name={edition.rubric.name: unlawful})

    with pytest.raises(RefusedError, match="does not keep every law") as refused:
        published.certified(catalog=catalog)

    assert str(refused.value).count("\n") == 0


def test_only_the_newest_score_is_certified(published: Published) -> None:
    older = published.publication
    published.again()
    published.publication = older

    with pytest.raises(RefusedError, match="newest"):
        published.certified()


def test_one_score_gives_one_certificate(published: Published) -> None:
    published.certified()

    with pytest.raises(RefusedError, match="already"):
        published.certified(ANOTHER)


def test_a_newer_certificate_replaces_the_older_one(published: Published) -> None:
    published.certified()
    published.again()

    published.certified(ANOTHER)

    older = find_certificate(published.session, CODE)
    assert older is not None
    assert (older.status, older.reason) == (CertificateStatus.REPLACED, ANOTHER)
    assert status(published, ANOTHER) is CertificateStatus.VALID


def test_its_last_day_counts_whole_where_the_issuer_is(published: Published) -> None:
    certificate = published.certified()
    last = certificate.valid_until

    assert status_on(certificate, last) is CertificateStatus.VALID
    assert status_on(certificate, last + timedelta(days=1)) is CertificateStatus.EXPIRED


def test_it_can_be_suspended_and_the_suspension_lifted(published: Published) -> None:
    published.certified()

    changed(published, CertificateStatus.SUSPENDED)
    suspended = status(published)
    changed(published, CertificateStatus.VALID, seen=2)

    assert suspended is CertificateStatus.SUSPENDED
    assert status(published) is CertificateStatus.VALID


def test_what_was_revoked_stays_revoked_after_its_end(published: Published) -> None:
    published.certified()
    changed(published, CertificateStatus.REVOKED)
    published.walk.later(days=1000)

    with pytest.raises(RefusedError):
        changed(published, CertificateStatus.VALID, seen=2)

    assert status(published) is CertificateStatus.REVOKED


def test_a_suspension_ends_with_the_certificate(published: Published) -> None:
    published.certified()
    changed(published, CertificateStatus.SUSPENDED)
    published.walk.later(days=1000)

    assert status(published) is CertificateStatus.EXPIRED


def test_a_change_needs_a_reason(published: Published) -> None:
    published.certified()

    with pytest.raises(FaultsError, match="reason"):
        changed(published, CertificateStatus.REVOKED, reason=" ")


def test_of_two_who_change_it_the_second_is_told(published: Published) -> None:
    published.certified()
    changed(published, CertificateStatus.SUSPENDED)

    with pytest.raises(ConflictError):
        changed(published, CertificateStatus.REVOKED, seen=1)


def test_another_organization_cannot_revoke_it(published: Published) -> None:
    published.certified()
    stranger = stored_organization(published.session)
    published.walk.reviewer = stored_person(published.session, stranger)

    with pytest.raises(NotFoundError):
        changed(published, CertificateStatus.REVOKED)


def test_a_withdrawn_score_suspends_its_certificate(published: Published) -> None:
    certificate = published.certified()
    say_withdrawn(
        published.session,
        published.keys,
        get_publication(published.session, certificate.publication_hash),
        by=(published.walk.author.id, published.walk.reviewer.id),
        at=published.walk.at,
    )

    assert status(published) is CertificateStatus.SUSPENDED


def test_a_newer_score_is_named_beside_the_certificate(published: Published) -> None:
    published.certified()
    newer = published.again()

    standing = look_up(published.session, CODE, at=published.walk.at)

    assert standing is not None
    assert standing.newer == newer.hash


def test_everybody_may_look_it_up(published: Published) -> None:
    published.certified()
    belong(published.session, "*")

    assert status(published) is CertificateStatus.VALID


@pytest.mark.parametrize(
    "typed", ["7qk3-mzpt-9wx4-hrbd", " 7QK3 MZPT 9WX4 HRBD ", "7QK3—MZPT9WX4HRBD"]
)
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert plain_code(typed) == CODE


@pytest.mark.parametrize("code", ["", "ABC", "0" * 16, CODE + "A"])
def test_a_code_of_another_form_is_refused(published: Published, code: str) -> None:
    with pytest.raises(FaultsError):
        published.certified(code)
