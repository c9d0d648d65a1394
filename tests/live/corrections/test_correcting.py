"""A correction is a new publication with a reason and a public difference."""

from dataclasses import replace

import pytest

from jobquality.access.actors import Role
from jobquality.access.states import AssessmentState, CertificateStatus, PublicationState
from jobquality.errors import FaultsError, ForbiddenError, RefusedError
from jobquality.ledger.acts import Difference
from jobquality.ledger.form import load_snapshot
from jobquality.rubrics.catalog import shipped
from jobquality.scoring.facts import Grade
from jobquality.services.amends import Corrected, read_amends
from jobquality.services.certificates import ChangeStatus, change_certificate_status
from jobquality.services.certifying import issue_certificate
from jobquality.services.corrections import StartCorrection, start_correction
from jobquality.services.notices import find_worse
from jobquality.services.reviews import Approve, approve
from jobquality.services.verifying import verify
from jobquality.store.assessments import Workers, get_assessment, list_answers
from jobquality.store.certificates import Certificate, get_certificate
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.events import list_events
from jobquality.store.evidence import list_evidence
from jobquality.store.publications import Publication, get_publication
from jobquality.store.rows import CorrectionRow
from jobquality.store.tenancy import belong
from tests.live.corrections.correcting import FREE, REASON, Desk
from tests.live.documents.issuing import CODE
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, new_id
from tests.live.reviews.test_reviews import stored_evidence


def wrong(desk: Desk) -> str:
    """Return the first thing that is wrong with the chain."""
    desk.session.flush()
    belong(desk.session, EVERY_ORGANIZATION)
    (found,) = verify(desk.session, shipped()).organizations
    belong(desk.session, desk.organization.id)
    return str(found.wrong or "")


def correction_by(desk: Desk, publication: Publication) -> Corrected:
    found = read_amends(desk.session).correction_by(publication)
    assert found is not None
    return found


def certified(desk: Desk, publication: Publication) -> Certificate:
    return issue_certificate(
        desk.session,
        desk.reviewer.actor,
        publication.hash,
        code=CODE,
        catalog=CATALOG,
        keys=desk.keys,
        at=desk.at,
        is_https=True,
    )


def test_a_correction_starts_with_all_that_the_published_one_says(desk: Desk) -> None:
    desk.drafted()
    desk.answered("sched_notice_days", "3", workers=Workers(asked=8, confirming=6, month="2026-02"))
    stored_evidence(desk, "sched_rest_hours", id="the-schedule")
    desk.submitted().approved()
    first = desk.heard().publish()
    before = get_assessment(desk.session, first.assessment_id)

    desk.correct(first)

    after = desk.assessment
    assert (after.state, after.on, after.edition, after.sites) == (
        AssessmentState.DRAFT,
        before.on,
        before.edition,
        before.sites,
    )
    earlier, now = (list_answers(desk.session, one.id) for one in (before, after))
    assert {
        name: replace(one, assessment_id=before.id, version=1) for name, one in now.items()
    } == {name: replace(one, version=1) for name, one in earlier.items()}
    (copied,) = list_evidence(desk.session, after.id)
    assert (copied.carried_from, copied.criterion) == ("the-schedule", "sched_rest_hours")


def test_a_correction_in_favor_of_the_employer_needs_no_new_clock(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")

    second = desk.corrected(first, sched_notice_days="14")

    assert get_publication(desk.session, first.hash).state is PublicationState.SUPERSEDED
    assert get_publication(desk.session, second.hash).state is PublicationState.CURRENT
    before, after = load_snapshot(first.content), load_snapshot(second.content)
    assert after.supersedes == first.hash
    assert (after.notice, after.reply) == (before.notice, before.reply)
    assert wrong(desk) == ""


def test_the_act_names_the_reason_two_people_and_what_changed(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    second = desk.corrected(first, sched_notice_days="14")

    said = correction_by(desk, second)

    assert (said.entry.number, said.act.corrects, said.act.reason) == (3, first.hash, REASON)
    assert said.act.decided_by == (desk.author.id, desk.reviewer.id)
    answer = Difference(node="sched_notice_days", what="answer", before="3", after="14")
    assert answer in said.act.differences
    scores = {one.node: one for one in said.act.differences if one.what == "score"}
    assert {"total", "scheduling", "sched_notice_days"} <= scores.keys()
    total = load_snapshot(second.content).row("total")
    assert scores["total"].after.split("..")[0] == total.low


def test_no_word_that_somebody_wrote_freely_enters_an_act(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    desk.correct(first)
    desk.answered("sched_notice_days", "14", source="Rosa Gil showed us", note="Her own words")
    desk.submitted().approved()
    desk.heard()

    said = correction_by(desk, desk.publish())

    text = repr(said.act.differences)
    assert "Rosa" not in text
    assert "Her own" not in text
    assert Difference(node="sched_notice_days", what="source", before="", after="") in (
        said.act.differences
    )


def test_anything_worse_needs_a_new_notice(desk: Desk) -> None:
    first = desk.published(sched_notice_days="14")
    desk.correct(first).answered("sched_notice_days", "3").submitted().approved()

    worse = find_worse(desk.session, desk.assessment, catalog=CATALOG, at=desk.at)

    assert worse is not None
    assert "sched_notice_days" in worse
    with (
        pytest.raises(RefusedError, match="worse than in the draft"),
        desk.session.begin_nested(),
    ):
        desk.resumed()
    with pytest.raises(FaultsError), desk.session.begin_nested():
        desk.heard(days=6)
    desk.heard(days=7)
    second = load_snapshot(desk.publish().content)
    assert second.notice is not None
    assert second.notice.days == 7
    assert wrong(desk) == ""


def test_the_one_who_corrects_cannot_approve_it(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    desk.correct(first).answered("sched_notice_days", "14").submitted()
    command: Approve = desk.seen()

    with pytest.raises(ForbiddenError):
        approve(desk.session, desk.author.actor, command, catalog=CATALOG, at=desk.at)


def test_only_who_assesses_may_begin_a_correction(desk: Desk) -> None:
    first = desk.published()
    admin = stored_person(desk.session, desk.organization, Role.ADMINISTRATOR)
    command = StartCorrection(id=new_id(), publication=first.hash, reason=REASON)

    with pytest.raises(ForbiddenError):
        start_correction(desk.session, admin.actor, command, new_id=new_id, at=desk.at)


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 2001])
def test_a_correction_without_a_fair_reason_is_refused(desk: Desk, reason: str) -> None:
    first = desk.published()
    with pytest.raises(FaultsError) as refused:
        desk.correct(first, reason)
    assert [fault.where for fault in refused.value.faults] == ["reason"]


def test_nobody_corrects_twice_at_once_or_what_is_old(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    second = desk.corrected(first, sched_notice_days="14")

    with pytest.raises(RefusedError, match="current"):
        desk.correct(first)
    desk.correct(second)
    with pytest.raises(RefusedError, match="already"):
        desk.correct(second)


def test_a_correction_that_changes_nothing_public_is_not_published(desk: Desk) -> None:
    first = desk.published()
    desk.correct(first).submitted().approved()
    desk.resumed()
    with pytest.raises(RefusedError, match="Nothing public is different"):
        desk.publish()


def test_a_correction_of_what_was_replaced_meanwhile_is_not_published(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    desk.correct(first).answered("sched_notice_days", "14").submitted().approved()
    begun = desk.assessment_id
    desk.resumed()
    desk.published(sched_notice_days="7")
    desk.assessment_id = begun
    with pytest.raises(RefusedError, match="not the current one any more"):
        desk.publish()


def test_next_years_scorecard_is_no_correction(desk: Desk) -> None:
    desk.published()
    second = desk.published(sched_notice_days="14")
    assert read_amends(desk.session).correction_by(second) is None
    assert wrong(desk) == ""


def test_a_certificate_keeps_while_its_level_holds(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    certified(desk, first)
    desk.corrected(first, sched_notice_days="14")
    assert get_certificate(desk.session, CODE).status is CertificateStatus.VALID


def test_a_certificate_is_suspended_where_its_level_falls(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    certified(desk, first)
    second = desk.corrected(first, sched_notice_days="14")
    desk.correct(second)
    for criterion in ("sched_notice_days", "sched_rest_hours", "lowest_base_rate"):
        desk.answered(criterion, "unknown", grade=None)
    desk.submitted().approved()
    desk.heard().publish()

    fallen = get_certificate(desk.session, CODE)

    assert (fallen.status, fallen.reason) == (CertificateStatus.SUSPENDED, REASON)
    lifted = ChangeStatus(
        code=CODE, status=CertificateStatus.VALID, reason="Again", seen=fallen.version
    )
    with pytest.raises(RefusedError, match="does not reach this level"):
        change_certificate_status(
            desk.session, desk.reviewer.actor, lifted, catalog=CATALOG, keys=desk.keys, at=desk.at
        )


def test_the_log_tells_of_a_correction(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    desk.corrected(first, sched_notice_days="14")
    desk.session.flush()
    told = [one.kind for one in list_events(desk.session)]
    assert told.count("publication.correction_started") == 1
    assert told.count("publication.corrected") == 1


def test_better_evidence_alone_is_a_difference(desk: Desk) -> None:
    first = desk.published(sched_notice_days="14")
    desk.correct(first).answered("sched_notice_days", "14", grade=Grade.E4)
    desk.submitted().approved()
    desk.resumed()
    said = correction_by(desk, desk.publish())
    assert Difference(node="sched_notice_days", what="evidence", before="E2", after="E4") in (
        said.act.differences
    )


def test_a_reason_in_free_words_needs_a_reviewer_who_stands_for_it(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    desk.correct(first, FREE).answered("sched_notice_days", "14").submitted()

    with pytest.raises(FaultsError, match="needs a second person"):
        desk.approved()

    assert desk.approved(stands_for_reason=True).assessment.state is AssessmentState.APPROVED


def test_a_reason_in_free_words_is_read_by_the_employer_first(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    desk.correct(first, f"{REASON} {FREE}").answered("sched_notice_days", "14").submitted()
    desk.approved(stands_for_reason=True)

    assert find_worse(desk.session, desk.assessment, catalog=CATALOG, at=desk.at) == ("Reason",)
    with pytest.raises(RefusedError, match="Reason"), desk.session.begin_nested():
        desk.resumed()
    desk.heard(days=7)

    assert correction_by(desk, desk.publish()).act.reason == f"{REASON} {FREE}"


def test_a_reason_that_nobody_read_is_not_published_by_an_older_program(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    desk.correct(first).answered("sched_notice_days", "14").submitted().approved()
    desk.resumed()
    row = desk.session.get_one(CorrectionRow, desk.assessment_id)
    row.reason = FREE

    with pytest.raises(RefusedError, match="has not read the reason"):
        desk.publish()


def test_a_better_answer_with_a_remark_as_its_source_needs_a_new_notice(desk: Desk) -> None:
    first = desk.published(sched_notice_days="3")
    source = "Postings; the owner admitted that he had forged the older ones"
    desk.correct(first).answered("sched_notice_days", "8", source=source)
    stored_evidence(desk, "sched_notice_days", title="Postings that the owner had forged")
    desk.submitted().approved()

    worse = find_worse(desk.session, desk.assessment, catalog=CATALOG, at=desk.at)

    assert worse == ("sched_notice_days",)
    with pytest.raises(RefusedError, match="sched_notice_days"):
        desk.resumed()
