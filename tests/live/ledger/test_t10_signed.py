"""Threat T10: an insider changes a row, forges every trace of it, and puts the triggers back.

The chain itself says what stands beside it, and the insider has no key to say otherwise.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jobquality.access.states import CertificateStatus
from jobquality.errors import IntegrityFailedError, RefusedError
from jobquality.ledger.acts import Act, ActKind, StatusChanged
from jobquality.rubrics.catalog import shipped
from jobquality.services.acts import append_act
from jobquality.services.beginning import begin_beside
from jobquality.services.called import check_called
from jobquality.services.certificates import ChangeStatus, change_certificate_status, look_up
from jobquality.services.drawn import find_drawn, keep_drawn
from jobquality.services.events import EventKind, note
from jobquality.services.logseals import is_log_due, seal_log
from jobquality.services.mergers import Propose, decide_merger, propose_merger, undo_merger
from jobquality.services.organizations import OrganizationCommand, change_organization
from jobquality.services.public_ledgers import read_ledger
from jobquality.store.certificates import list_certificates
from jobquality.store.documents import Drawn
from jobquality.store.employers import get_employer
from jobquality.store.guards import find_unguarded
from jobquality.store.organizations import get_organization
from jobquality.store.publications import list_entries
from jobquality.store.tenancy import belong
from tests.cli.calling import call
from tests.live.ledger.published import Center, stored_center
from tests.live.ledger.test_verify import report, wrong
from tests.live.statements.speaking import LATER

_DAY = timedelta(days=1)
CATALOG = shipped()


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """Three scores of two employers, a revoked certificate and a PDF; all of it is signed."""
    made = stored_center(session, tmp_path)
    diner, cafe = made.employer(), made.employer()
    for employer in (diner, cafe, diner):
        made.publish(employer)
    certificate = made.certify()
    note(session, made.reviewer.actor, EventKind.ISSUED, certificate.code, at=LATER)
    revoked = ChangeStatus(code=certificate.code, status=CertificateStatus.REVOKED, reason="No.")
    keep_drawn(session, pdf_of(made), keys=made.keys, at=LATER)
    begin(made)
    change_certificate_status(
        session, made.reviewer.actor, revoked, catalog=CATALOG, keys=made.keys, at=LATER
    )
    seal(made)
    return made


def pdf_of(center: Center) -> Drawn:
    """Return a plan in English of the first score."""
    first = center.publications[0].hash
    owner, name = center.organization.id, "a" * 64
    return Drawn(organization_id=owner, subject=first, kind="plan", language="en", sha256=name)


def begin(center: Center) -> bool:
    """Let the chain say what stands beside it."""
    belong(center.session, center.organization.id)
    return begin_beside(center.session, center.organization.id, keys=center.keys, at=LATER)


def seal(center: Center) -> None:
    """Seal the log, as the running service does."""
    belong(center.session, center.organization.id)
    seal_log(center.session, center.organization.id, keys=center.keys, at=LATER)


@contextmanager
def unwatched(session: Session, table: str) -> Iterator[None]:
    """Take the triggers of a table off, and put back exactly what was there."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        yield
        connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
        return
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table"
    found = connection.execute(text(query), {"table": table}).all()
    for name, _ in found:
        connection.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, statement in found:
        connection.exec_driver_sql(statement)


def walk(center: Center, table: str, *statements: str, **values: object) -> str:
    """Do what an insider does unwatched, and return the first thing that `verify` names."""
    assert wrong(center) == ""
    session = center.session
    with unwatched(session, table):
        for statement in statements:
            used = {name: one for name, one in values.items() if f":{name}" in statement}
            session.connection().execute(text(statement), used)
    session.expunge_all()
    assert find_unguarded(session) == ()
    return wrong(center)


def test_what_was_signed_beside_the_chain_is_whole(center: Center) -> None:
    assert wrong(center) == ""
    kinds = [one.kind for one in list_entries(center.session, center.organization.id)]
    assert kinds == ["publication"] * 3 + ["certificate", "beside", "status", "log"]
    (found,) = report(center).organizations
    assert found.beside is not None
    assert found.beside.number == 5


_FORGED_NAME = """
    INSERT INTO employer_names (id, employer_id, kind, text, added_by, added_at, confirmed_by,
        organization_id, version)
    SELECT 'forged', id, 'former', name, :author, '2026-08-01 12:00:00', :reviewer, :owner, 1
    FROM employers WHERE id = :one
"""
_FORGED_CHANGE = """
    INSERT INTO identity_changes (id, employer_id, wanted, state, proposed_by, proposed_at,
        decided_by, decided_at, organization_id, version)
    VALUES ('forged', :one, :wanted, 'confirmed', :author, '2026-08-01 12:00:00', :reviewer,
        '2026-08-01 12:00:00', :owner, 1)
"""
_FORGED_SLUG = """
    INSERT INTO old_slugs (slug, employer_id, since, organization_id)
    SELECT slug, id, '2026-08-01 12:00:00', :owner FROM employers WHERE id = :one
"""
_FORGED_MERGER = """
    INSERT INTO mergers (id, kept_id, merged_id, reason, state, moved, proposed_by, proposed_at,
        decided_by, decided_at, organization_id, version)
    VALUES ('forged', :other, :one, 'So', 'merged', '{}', :author, '2026-08-01 12:00:00',
        :reviewer, '2026-08-01 12:00:00', :owner, 1)
"""
_FORGED_EVENT = """
    INSERT INTO events (kind, at, person_id, about, about_id, details, organization_id)
    VALUES (:kind, '2026-08-01 12:00:00', :author, 'organization', :about, :details, :owner)
"""
_FORGED = [
    (
        (_FORGED_NAME, _FORGED_CHANGE, "UPDATE employers SET name = 'Clean House' WHERE id = :one"),
        "entry 5: The employer is called 'Clean House' (",
    ),
    (
        (_FORGED_SLUG, "UPDATE employers SET slug = 'clean-house' WHERE id = :one"),
        "(clean-house) now; no entry says so.",
    ),
    (
        (_FORGED_MERGER, "UPDATE employers SET merged_into = :other WHERE id = :one"),
        "entry 5: Its employer's record was merged into another one; no entry says so.",
    ),
    (
        (_FORGED_EVENT, "UPDATE organizations SET name = 'Another House'"),
        "entry 5: The organization is called 'Another House' now; the chain says '",
    ),
    (
        (_FORGED_EVENT, "UPDATE organizations SET slug = 'another-house'"),
        "entry 3: The organization has the address 'another-house'; it published under 'center-",
    ),
    (
        (_FORGED_EVENT, "UPDATE organizations SET contact = 'me@elsewhere.example'"),
        "entry 5: What the organization says of itself (contact) is not what the chain says.",
    ),
    (
        (
            "DELETE FROM events WHERE kind = 'certificate.revoked'",
            "UPDATE certificates SET status = 'valid', reason = ''",
        ),
        "entry 6: The certificate is listed as valid; the chain says revoked.",
    ),
    (
        ("UPDATE certificates SET reason = 'They asked for it.'",),
        "entry 6: The reason why the certificate is revoked is another than the chain's.",
    ),
    (
        ("UPDATE documents SET sha256 = '" + "b" * 64 + "'",),
        "entry 1: The issued PDF (plan, en) is not the one that was signed.",
    ),
    (
        ("UPDATE documents SET sha256 = '" + "b" * 64 + "', signature = NULL",),
        "entry 1: The issued PDF (plan, en) has no signature any more.",
    ),
    (
        ("DELETE FROM events WHERE kind = 'certificate.revoked'",),
        "entry 7: 1 event of the log until 2026-08-01T12:00:00Z is missing or changed.",
    ),
    (
        ("UPDATE events SET person_id = 'another'",),
        "entry 7: 2 events of the log until 2026-08-01T12:00:00Z are missing or changed.",
    ),
    (
        ("DELETE FROM log_seals", "DELETE FROM events"),
        "entry 7: The list of what the log held until 2026-08-01T12:00:00Z is gone or was changed.",
    ),
]


_WHAT = (
    *("name", "address", "merger", "house", "slug", "contact", "worth", "reason"),
    *("pdf", "unsigned", "shortened", "changed", "list"),
)


@pytest.mark.parametrize(("deeds", "named"), _FORGED, ids=_WHAT)
def test_t10_a_row_changed_with_all_its_traces_forged_is_named(
    center: Center, deeds: tuple[str, ...], named: str
) -> None:
    one, other = (publication.employer_id for publication in center.publications[:2])
    values = {
        "one": one,
        "other": other,
        "owner": center.organization.id,
        "author": center.author.id,
        "reviewer": center.reviewer.id,
        "wanted": '{"name": "Clean House"}',
        "kind": EventKind.ORGANIZATION_CHANGED.value,
        "about": center.organization.id,
        "details": '{"fields":"name contact"}',
    }
    assert named in walk(center, "events", *deeds, **values)


def test_t10_a_pdf_that_was_replaced_is_not_given_out(center: Center) -> None:
    session, pdf = center.session, pdf_of(center)
    found = find_drawn(session, pdf.subject, kind="plan", language="en")
    assert found is not None
    walk(center, "documents", "UPDATE documents SET signature = NULL")
    with pytest.raises(IntegrityFailedError):
        find_drawn(session, pdf.subject, kind="plan", language="en")


def test_t10_nothing_more_is_signed_of_an_employer_with_a_forged_name(center: Center) -> None:
    session, keys = center.session, center.keys
    one, other = (publication.employer_id for publication in center.publications[:2])
    check_called(session, one)
    walk(center, "employers", "UPDATE employers SET name = 'Clean House' WHERE id = :one", one=one)
    belong(session, center.organization.id)
    with pytest.raises(RefusedError, match="changed past the program"):
        check_called(session, one)
    command = Propose(id="merger", kept_id=one, merged_id=other, reason="One kitchen")
    with pytest.raises(RefusedError, match="changed past the program"):
        propose_merger(session, center.author.actor, command, keys=keys, at=LATER)
    check_called(session, other)


def test_t10_a_certificate_worth_more_by_hand_is_neither_shown_nor_built_upon(
    center: Center,
) -> None:
    walk(center, "certificates", "UPDATE certificates SET status = 'valid', reason = ''")
    (found,) = list_certificates(center.session)
    with pytest.raises(IntegrityFailedError):
        look_up(center.session, found.code, at=LATER)
    belong(center.session, center.organization.id)
    wanted = ChangeStatus(code=found.code, status=CertificateStatus.SUSPENDED, reason="So")
    with pytest.raises(IntegrityFailedError):
        change_certificate_status(
            center.session,
            center.reviewer.actor,
            wanted,
            catalog=CATALOG,
            keys=center.keys,
            at=LATER,
        )


def test_an_honest_change_is_an_act_and_no_alarm(center: Center) -> None:
    session, keys, at = center.session, center.keys, LATER + _DAY
    belong(session, center.organization.id)
    author, reviewer = center.author.actor, center.reviewer.actor
    one, other = (publication.employer_id for publication in center.publications[:2])
    command = Propose(id="merger", kept_id=one, merged_id=other, reason="One kitchen")
    propose_merger(session, author, command, keys=keys, at=at)
    decide_merger(session, reviewer, "merger", is_confirmed=True, keys=keys, at=at)
    assert wrong(center) == ""
    belong(session, center.organization.id)
    undo_merger(session, author, "merger", keys=keys, at=at)
    _rename_house(center)
    assert wrong(center) == ""
    kinds = [entry.kind for entry in list_entries(session, center.organization.id)]
    assert kinds[-3:] == ["merger", "merger", "organization"]


def _rename_house(center: Center) -> None:
    known = get_organization(center.session, center.organization.id)
    command = OrganizationCommand(
        name="House of Today",
        contact=known.contact,
        region=known.region,
        funding=known.funding,
        languages=known.languages,
        time_zone=known.time_zone,
    )
    administrator = center.reviewer.actor
    change_organization(
        center.session,
        administrator,
        command,
        seen=known.version,
        keys=center.keys,
        at=LATER + _DAY,
    )


def test_t10_a_forged_name_that_is_published_by_the_honest_is_named_to_strangers_too(
    center: Center, tmp_path: Path
) -> None:
    belong(center.session, center.organization.id)
    employer = get_employer(center.session, center.publications[1].employer_id)
    center.publish(replace(employer, name="Clean House"))
    message = "It calls the employer otherwise than the chain did before; no entry renamed it."
    assert wrong(center) == f"entry 8: {message}"
    place = tmp_path / "ledger.json"
    place.write_text(read_ledger(center.session, center.organization.slug), encoding="utf-8")
    assert f"FAILED: entry 8: {message}" in call("verify", "--file", place).out


@pytest.mark.parametrize(
    ("made", "named"),
    [
        ({"status": "valid"}, "The certificate was revoked before, which is for ever."),
        ({"certificate": "f" * 64}, "It speaks of a certificate that was never issued."),
        ({"decided_by": ()}, "No second person stands behind it."),
        ({"reason": " "}, "It gives no reason."),
    ],
)
def test_an_act_that_cannot_be_is_named(center: Center, made: dict[str, str], named: str) -> None:
    (found,) = list_certificates(center.session)
    owner, by = center.organization.id, (center.reviewer.id,)

    def act(number: int) -> Act:
        one = StatusChanged(
            number=number,
            organization=owner,
            at=LATER,
            certificate=found.hash,
            status="revoked",
            reason="So",
            decided_by=by,
        )
        return replace(one, **made)  # type: ignore[arg-type]  # a test says what it needs

    append_act(center.session, owner, act, keys=center.keys, at=LATER)
    assert wrong(center) == f"entry 8: {named}"


def test_the_log_is_sealed_when_something_is_published_or_a_day_is_over(center: Center) -> None:
    session, owner = center.session, center.organization.id
    belong(session, owner)
    note(session, center.author.actor, EventKind.LOGGED_IN, at=LATER)
    assert not is_log_due(session, owner, at=LATER + _DAY / 2)
    assert is_log_due(session, owner, at=LATER + _DAY)
    _rename_house(center)
    assert is_log_due(session, owner, at=LATER + _DAY)
    seal_log(session, owner, keys=center.keys, at=LATER + _DAY)
    assert not is_log_due(session, owner, at=LATER + 3 * _DAY), "nothing was written since"
    named = walk(center, "events", "DELETE FROM events WHERE kind = 'account.logged_in'")
    span = "between 2026-08-01T12:00:00Z and 2026-08-02T12:00:00Z"
    assert named == f"entry 9: 1 event of the log {span} is missing or changed."


def test_what_no_trace_explains_is_not_signed(session: Session, tmp_path: Path) -> None:
    center = stored_center(session, tmp_path)
    center.publish(center.employer())
    session.connection().execute(text("UPDATE employers SET name = 'Clean House'"))
    session.expunge_all()
    assert not begin(center)
    assert wrong(center).endswith("no two people renamed it.")


def test_a_false_mark_of_a_dispute_is_set_right_when_the_chain_begins(
    session: Session, tmp_path: Path
) -> None:
    center = stored_center(session, tmp_path)
    first = center.publish(center.employer())
    yes = {"yes": True}
    session.connection().execute(text("UPDATE publications SET contested = :yes"), yes)
    session.expunge_all()
    assert begin(center)
    (found,) = report(center).organizations
    assert found.wrong is None
    assert found.beside is not None
    assert found.beside.marked == (first.hash,)


def test_a_document_of_before_is_signed_when_the_chain_begins(
    session: Session, tmp_path: Path
) -> None:
    center = stored_center(session, tmp_path)
    center.publish(center.employer())
    pdf = pdf_of(center)
    keep_drawn(session, pdf, keys=center.keys, at=LATER)
    session.connection().execute(text("UPDATE documents SET signature = NULL"))
    session.expunge_all()
    assert wrong(center) == "", "as before such acts existed"
    assert begin(center)
    assert wrong(center) == ""
    kinds = [entry.kind for entry in list_entries(session, center.organization.id)]
    assert kinds[-1] == ActKind.BESIDE
