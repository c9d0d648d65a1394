"""What is taken back stays in the chain: two people, a public reason, and a hash that is kept."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from jobquality.access.actors import Role
from jobquality.access.states import CertificateStatus, PublicationState
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, GoneError, RefusedError
from jobquality.ledger.acts import Cause
from jobquality.services.amends import read_amends
from jobquality.services.certificates import look_up
from jobquality.services.corrections import StartCorrection, start_correction
from jobquality.services.drawn import keep_drawn
from jobquality.services.proposals import Verdict, lasting_faults
from jobquality.services.tombstones import decide_tombstone
from jobquality.services.withdrawals import ProposeWithdrawal, propose_withdrawal
from jobquality.store.certificates import get_certificate
from jobquality.store.documents import Drawn, find_document
from jobquality.store.events import list_events
from jobquality.store.publications import find_body, get_publication
from tests.live.corrections.correcting import ORDER, Desk
from tests.live.corrections.test_correcting import certified, wrong
from tests.live.documents.issuing import CODE
from tests.live.factories import stored_person


def test_two_people_take_a_publication_back(desk: Desk) -> None:
    first = desk.published()

    desk.withdrawn(first)

    taken = get_publication(desk.session, first.hash)
    said = read_amends(desk.session).withdrawal_of(taken)
    assert taken.state is PublicationState.WITHDRAWN
    assert said is not None
    assert (said.entry.number, said.act.reason) == (2, "Another place.")
    assert set(said.act.decided_by) == {desk.author.id, desk.reviewer.id}
    assert wrong(desk) == ""
    told = [one.kind for one in list_events(desk.session)]
    assert {"publication.withdrawal_proposed", "publication.withdrawn"} <= set(told)


def test_nobody_takes_back_alone(desk: Desk) -> None:
    first = desk.published()
    proposal = desk.propose_withdrawal(first)
    with pytest.raises(ForbiddenError, match="another person"):
        desk.decide_withdrawal(proposal, desk.author)
    advocate = stored_person(desk.session, desk.organization, Role.ADVOCATE)
    for refused in (desk.propose_withdrawal, desk.decide_withdrawal):
        with pytest.raises(ForbiddenError):
            refused(first if refused == desk.propose_withdrawal else proposal, advocate)  # type: ignore[arg-type]  # each its own
    assert get_publication(desk.session, first.hash).state is PublicationState.CURRENT


@pytest.mark.parametrize("said", ["The two cooks told us.", "Lo dijo una cajera."])
def test_a_reason_that_stays_for_ever_counts_no_few_workers(desk: Desk, said: str) -> None:
    first = desk.published()
    for faults in (lasting_faults(said), lasting_faults(f"{said} We were wrong.")):
        assert ["counts fewer than five" in one.message for one in faults] == [True]
    asked = ProposeWithdrawal(id="one", publication=first.hash, cause=Cause.ERROR, reason=said)
    with pytest.raises(FaultsError, match="fewer than five workers"):
        propose_withdrawal(desk.session, desk.author.actor, asked, at=desk.at)
    correction = StartCorrection(id="two", publication=first.hash, reason=said)
    with pytest.raises(FaultsError, match="fewer than five workers"):
        start_correction(
            desk.session, desk.author.actor, correction, new_id=lambda: "three", at=desk.at
        )


def test_a_refused_withdrawal_changes_nothing(desk: Desk) -> None:
    first = desk.published()
    proposal = desk.propose_withdrawal(first)
    desk.decide_withdrawal(proposal, accept=False)
    assert get_publication(desk.session, first.hash).state is PublicationState.CURRENT
    with pytest.raises((RefusedError, ConflictError)):
        desk.decide_withdrawal(proposal)
    desk.propose_withdrawal(first)


def test_what_is_withdrawn_is_not_withdrawn_again_nor_proposed_twice(desk: Desk) -> None:
    first = desk.published()
    desk.propose_withdrawal(first)
    with pytest.raises(RefusedError, match="proposed already"):
        desk.propose_withdrawal(first)
    second = desk.published()
    desk.withdrawn(second)
    with pytest.raises(RefusedError):
        desk.propose_withdrawal(second)


def test_certificates_are_suspended_with_the_public_words_at_once(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    certified(desk, first)
    second = desk.corrected(first, sched_notice_days="14")

    desk.withdrawn(second)

    fallen = get_certificate(desk.session, CODE)
    assert (fallen.status, fallen.reason) == (CertificateStatus.SUSPENDED, "Another place.")
    assert fallen.status_at == desk.at


def test_only_what_is_withdrawn_can_be_emptied(desk: Desk) -> None:
    first = desk.published()
    with pytest.raises(RefusedError, match="Withdraw this scorecard first"):
        desk.propose_tombstone(first.hash)


def test_a_tombstone_keeps_the_hash_and_takes_the_body_and_its_papers(desk: Desk) -> None:
    first = desk.published()
    desk.withdrawn(first)
    for subject in (first.hash, "0" * 64):
        drawn = Drawn(
            organization_id=desk.organization.id,
            subject=subject,
            kind="plan",
            language="en",
            sha256="a" * 64,
        )
        keep_drawn(desk.session, drawn, keys=desk.keys, at=desk.at)

    emptied = desk.buried(first.hash)

    assert emptied.files == ("a" * 64,)
    assert find_body(desk.session, first.hash) == ""
    assert find_document(desk.session, first.hash, kind="plan", language="en") is None
    assert find_document(desk.session, "0" * 64, kind="plan", language="en") is not None
    said = read_amends(desk.session).tombstone_of(desk.organization.id, first.hash)
    assert said is not None
    assert said.act.reason == f"A court ordered it. ({ORDER})"
    assert wrong(desk) == ""


def test_after_a_tombstone_the_employer_can_be_published_again(desk: Desk) -> None:
    first = desk.published()
    desk.withdrawn(first)
    desk.buried(first.hash)
    desk.published()
    assert wrong(desk) == ""


def test_nobody_empties_a_body_alone_or_without_an_order(desk: Desk) -> None:
    first = desk.published()
    desk.withdrawn(first)
    proposal = desk.propose_tombstone(first.hash)
    verdict = Verdict(proposal_id=proposal.id, is_accepted=True, stands_for_reason=True)
    with pytest.raises(ForbiddenError):
        decide_tombstone(desk.session, desk.author.actor, verdict, keys=desk.keys, at=desk.at)
    with pytest.raises(FaultsError):
        desk.propose_tombstone(first.hash, order=" ")


def test_an_act_that_the_chain_needs_is_never_emptied(desk: Desk) -> None:
    first = desk.published()
    desk.withdrawn(first)
    said = read_amends(desk.session).withdrawal_of(first)
    assert said is not None
    with pytest.raises(RefusedError, match="has to stay"):
        desk.propose_tombstone(said.entry.hash)


def test_a_certificate_whose_body_is_gone_is_revoked_and_says_so(desk: Desk) -> None:
    first = desk.published()
    certificate = certified(desk, first)

    desk.buried(certificate.hash)

    assert get_certificate(desk.session, CODE).status is CertificateStatus.REVOKED
    with pytest.raises(GoneError, match="hash kept"):
        look_up(desk.session, CODE, at=desk.at)
    assert wrong(desk) == ""


def test_t10_the_database_refuses_to_change_what_was_published(desk: Desk) -> None:
    first = desk.published()
    change = text("UPDATE bodies SET content = replace(content, '7', '9') WHERE hash = :hash")
    with (
        pytest.raises(DatabaseError, match="Nothing published changes"),
        desk.session.begin_nested(),
    ):
        desk.session.connection().execute(change, {"hash": first.hash})
