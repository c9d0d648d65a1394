"""Documents, more time, reasons for each point, and panels; each step is told by the log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jobquality.access.states import ReplyState
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, RefusedError
from jobquality.reading.decided import seat_in
from jobquality.reading.smallgroups import find_small_groups
from jobquality.scoring.facts import Grade
from jobquality.services.decisions import (
    Decide,
    Decided,
    SignDecision,
    decide,
    people_for_panels,
    sign,
)
from jobquality.services.deliveries import DAYS_TO_DECIDE
from jobquality.services.extensions import AnswerTime, AskTime, answer_time, ask_time
from jobquality.services.hearing import Heard, history_of
from jobquality.services.notices import (
    ReplyCommand,
    ResumeNotice,
    Stated,
    reply,
    resume_notice,
)
from jobquality.services.publishing import publish
from jobquality.services.replypapers import (
    MOST_PAPERS,
    OfferPaper,
    TakePaper,
    offer_paper,
    take_back_paper,
    take_paper,
)
from jobquality.services.reviews import SendBack, send_back
from jobquality.store.database import Session
from jobquality.store.events import list_events
from jobquality.store.evidence import is_file_named, list_evidence
from jobquality.store.extensions import find_extension
from jobquality.store.guests import get_guest
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, get_notice
from jobquality.store.panels import find_panel, list_panelists
from jobquality.store.replypapers import ReplyPaper, list_papers
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, Walk, new_id
from tests.live.web.worlds import stored_guest

POINT, OTHER = "adv_ladder", "sched_notice_days"


def offered(walk: Walk, notice: Notice, criterion: str = POINT) -> ReplyPaper:
    command = OfferPaper(
        id=new_id(),
        speaker_id=walk.speaker_id,
        criterion=criterion,
        title="The posted ladder",
        sha256="ab" * 32,
        media_type="application/pdf",
        size=12,
    )
    return offer_paper(walk.session, notice.id, command, at=walk.at)


def answered(walk: Walk, notice: Notice, **stances: Stated) -> Notice:
    said = stances or {POINT: Stated(stance="disagree", text="There is a ladder.")}
    command = ReplyCommand(speaker_id=walk.speaker_id, stances=said, is_final=True)
    return reply(walk.session, notice.id, command, at=walk.at)


def asked(walk: Walk, notice: Notice) -> None:
    command = AskTime(
        id=new_id(),
        notice_id=notice.id,
        speaker_id=walk.speaker_id,
        reason="The owner is ill.",
        asked_by="Ana Ruiz, owner",
    )
    ask_time(walk.session, command, at=walk.at)


def told(walk: Walk, notice: Notice, *, days: int = 0, answer: str = "") -> Notice:
    command = AnswerTime(notice_id=notice.id, days=days, answer=answer, is_granted=bool(days))
    return answer_time(walk.session, walk.author.actor, command, at=walk.at)


def decision(notice: Notice, **but: object) -> Decide:
    stays = {POINT: Decided(outcome="stays", reason="Nobody was ever promoted.")}
    given = Decide(
        id=new_id(),
        notice_id=notice.id,
        decision="Thank you.",
        items=stays,
        titles={POINT: "The ladder"},
    )
    return replace(given, **but)  # type: ignore[arg-type]  # a test says what it needs


def kinds(walk: Walk) -> list[str]:
    return [event.kind for event in list_events(walk.session)]


def test_a_correction_is_sent_with_a_document_and_a_repair_with_its_day(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    said = {
        POINT: Stated(stance="correct", text="There are three steps."),
        OTHER: Stated(stance="fixed"),
    }

    with pytest.raises(FaultsError) as refused:
        answered(walk, notice, **said)
    assert {fault.where for fault in refused.value.faults} == {f"paper-{POINT}", f"on-{OTHER}"}

    offered(walk, notice)
    fixed = said | {OTHER: Stated(stance="fixed", fixed_on=date(2026, 3, 1))}
    assert answered(walk, notice, **fixed).state is ReplyState.ANSWERED


def test_a_document_names_its_file_and_is_no_evidence_before_somebody_takes_it_over(
    session: Session,
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    paper = offered(walk, notice)

    assert is_file_named(session, paper.sha256)
    assert list_evidence(session, walk.assessment_id) == ()

    command = TakePaper(paper_id=paper.id, evidence_id=new_id(), grade=Grade.E2)
    with pytest.raises(RefusedError, match="no draft any more"):
        take_paper(session, walk.author.actor, walk.assessment_id, command, at=walk.at)


def test_a_document_is_taken_over_once_in_a_draft_by_a_person_of_the_team(
    session: Session,
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    paper = offered(walk, notice)
    answered(walk, notice, **{POINT: Stated(stance="correct", text="Three steps.")})
    decide(session, walk.reviewer.actor, decision(notice), at=walk.at)
    given_back(walk)
    command = TakePaper(paper_id=paper.id, evidence_id=new_id(), grade=Grade.E2)

    made = take_paper(session, walk.author.actor, walk.assessment_id, command, at=walk.at)

    assert (made.grade, made.added_by) == (Grade.E2, walk.author.id)
    assert list_papers(session, notice.id)[0].taken_as == made.id
    with pytest.raises(RefusedError, match="taken over already"):
        take_paper(session, walk.author.actor, walk.assessment_id, command, at=walk.at)
    assert {"reply.paper_offered", "reply.paper_taken_over"} <= set(kinds(walk))


def given_back(walk: Walk) -> None:
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments={"": "The employer is right."},
    )
    send_back(walk.session, walk.reviewer.actor, command, at=walk.at)


def test_documents_can_be_taken_back_until_the_reply_is_sent_and_not_without_end(
    session: Session,
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    papers = [offered(walk, notice) for _ in range(MOST_PAPERS)]

    with pytest.raises(RefusedError, match="to this point already"):
        offered(walk, notice)
    take_back_paper(session, notice.id, papers[0].id, at=walk.at)
    answered(walk, notice)
    with pytest.raises(RefusedError, match="sent already"):
        take_back_paper(session, notice.id, papers[1].id, at=walk.at)

    assert len(list_papers(session, notice.id)) == MOST_PAPERS - 1


def test_more_time_is_asked_for_once_and_counts_in_days_and_end(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    asked(walk, notice)

    longer = told(walk, notice, days=7, answer="Gladly.")

    assert longer.days == notice.days + 7
    assert notice.ends_at is not None
    assert longer.ends_at == notice.ends_at + timedelta(days=7)
    with pytest.raises(RefusedError, match="can be done once"):
        asked(walk, longer)
    assert {"reply.time_asked", "reply.time_granted"} <= set(kinds(walk))


@pytest.mark.parametrize(
    ("but", "where"),
    [
        ({"days": 31, "is_granted": True}, "more_days"),
        ({"days": 0, "is_granted": True}, "more_days"),
        ({"days": 0, "is_granted": False}, "time_answer"),
    ],
)
def test_more_time_is_given_in_reason_or_refused_with_one(
    session: Session, but: dict[str, object], where: str
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    asked(walk, notice)
    command = AnswerTime(notice_id=notice.id, **but)  # type: ignore[arg-type]  # as above

    with pytest.raises(FaultsError) as refused:
        answer_time(session, walk.author.actor, command, at=walk.at)

    assert [fault.where for fault in refused.value.faults] == [where]


def test_nothing_is_published_while_the_employer_waits_for_an_answer_about_time(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    asked(walk, notice)
    walk.later(days=20)

    with pytest.raises(RefusedError, match="asked for more time"):
        publish(
            session,
            walk.reviewer.actor,
            walk.assessment_id,
            catalog=CATALOG,
            keys=keys,
            at=walk.at,
        )
    longer = told(walk, get_notice(session, notice.id), days=5)

    # 14 days at the same hour in Chicago, 20 days of waiting and 5 more
    assert longer.ends_at == walk.at + timedelta(days=19, hours=-1)
    assert longer.is_open(walk.at)


def test_a_late_refusal_gives_back_the_time_for_which_the_employer_waited(
    session: Session,
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    walk.later(days=13)
    asked(walk, notice)
    walk.later(days=9)

    refused = told(walk, get_notice(session, notice.id), answer="Two weeks are enough.")

    assert notice.ends_at is not None
    assert refused.ends_at == notice.ends_at + timedelta(days=9)
    answered(walk, refused)


def test_an_employer_that_waits_for_more_time_can_still_reply(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    asked(walk, notice)
    walk.later(days=20)

    sent = answered(walk, get_notice(session, notice.id))

    assert sent.state is ReplyState.ANSWERED
    assert not sent.was_not_sent
    assert sent.ends_at is not None
    assert sent.ends_at > walk.at


@pytest.mark.parametrize("outcome", ["changed", "removed"])
def test_nothing_is_published_that_was_decided_to_change_and_did_not(
    session: Session, keys: Keyring, outcome: str
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    answered(walk, notice)
    items = {POINT: Decided(outcome=outcome, reason="The ladder was shown to us.")}
    decide(session, walk.reviewer.actor, decision(notice, items=items), at=walk.at)
    walk.later(days=14)

    with pytest.raises(FaultsError) as refused:
        publish(
            session,
            walk.reviewer.actor,
            walk.assessment_id,
            catalog=CATALOG,
            keys=keys,
            at=walk.at,
        )

    assert [fault.where for fault in refused.value.faults] == [POINT]


def test_what_was_decided_to_change_is_published_once_it_did(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    answered(walk, notice)
    items = {POINT: Decided(outcome="changed", reason="The ladder was shown to us.")}
    decide(session, walk.reviewer.actor, decision(notice, items=items), at=walk.at)
    given_back(walk)
    walk.answered(POINT, "3").submitted().approved()
    command = ResumeNotice(id=new_id(), assessment_id=walk.assessment_id)
    resume_notice(session, walk.author.actor, command, catalog=CATALOG, at=walk.at)
    walk.later(days=14)

    made = publish(
        session, walk.reviewer.actor, walk.assessment_id, catalog=CATALOG, keys=keys, at=walk.at
    )

    assert made.number == 1


def test_more_time_is_not_asked_for_after_the_end(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    walk.later(days=14)

    with pytest.raises(RefusedError, match="ended"):
        asked(walk, notice)
    assert find_extension(session, notice.id) is None


def test_each_point_that_was_not_accepted_gets_an_outcome_and_a_reason(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    answered(walk, notice)

    with pytest.raises(FaultsError) as refused:
        decide(session, walk.reviewer.actor, decision(notice, items={}), at=walk.at)
    assert [fault.where for fault in refused.value.faults] == [
        f"outcome-{POINT}",
        f"reason-{POINT}",
    ]

    decided = decide(session, walk.reviewer.actor, decision(notice), at=walk.at)
    assert decided.decision == (
        "The ladder: this stays. Nobody was ever promoted.\n\nOn the whole: Thank you."
    )


def test_whoever_made_the_link_does_not_decide_alone(session: Session) -> None:
    walk = Walk(session)
    writer, sender = walk.author, walk.reviewer
    walk.drafted().submitted().approved()
    walk.author = sender
    walk.noticed()
    walk.author = writer
    notice = walk.opened()
    answered(walk, notice)

    with pytest.raises(ForbiddenError, match="do not decide alone"):
        decide(session, sender.actor, decision(notice), at=walk.at)


def test_a_decision_of_a_panel_counts_once_all_have_signed(session: Session) -> None:
    walk = Walk(session)
    second = stored_person(session, walk.organization, name="Cara Diaz")
    notice = walk.with_employer()
    answered(walk, notice)
    command = decision(notice, panel=(walk.reviewer.id, second.id))

    waiting = decide(session, walk.reviewer.actor, command, at=walk.at)
    assert waiting.state is ReplyState.ANSWERED
    assert waiting.decision == ""
    signed = SignDecision(id=new_id(), notice_id=notice.id, panel_id=command.id)
    done = sign(session, second.actor, signed, at=walk.at)

    assert done.state is ReplyState.DECIDED
    assert done.decision.endswith("Decided by a panel of 2.")
    assert "Cara" not in done.decision
    assert {"reply.panel_asked", "reply.panel_signed", "reply.decided"} <= set(kinds(walk))


def test_a_panel_says_for_whom_its_people_sit_where_that_was_chosen(session: Session) -> None:
    walk = Walk(session)
    cara, dee = (stored_person(session, walk.organization, name=one) for one in ("Cara", "Dee"))
    notice = walk.with_employer()
    answered(walk, notice)
    seats = {walk.reviewer.id: "independent", cara.id: "worker", dee.id: "employer"}
    command = decision(notice, panel=tuple(seats), seats=seats)

    decide(session, walk.reviewer.actor, command, at=walk.at)
    signed = SignDecision(id=new_id(), notice_id=notice.id, panel_id=command.id)
    sign(session, cara.actor, signed, at=walk.at)
    done = sign(session, dee.actor, replace(signed, id=new_id()), at=walk.at)

    said = "Decided by a panel of 1 worker, 1 employer, 1 independent."
    assert done.decision.endswith(said)
    assert not find_small_groups(done.decision)
    names = [one.name for one in list_panelists(session, notice.id)]
    assert names[:2] == ["Cara (worker member)", "Dee (employer member)"]
    assert [seat_in(one) for one in names[:2]] == ["worker", "employer"]


def test_who_says_it_of_one_on_the_panel_says_it_of_all(session: Session) -> None:
    walk = Walk(session)
    second = stored_person(session, walk.organization)
    notice = walk.with_employer()
    answered(walk, notice)
    panel = (walk.reviewer.id, second.id)

    for seats in ({second.id: "worker"}, {second.id: "worker", walk.reviewer.id: "judge"}):
        command = decision(notice, panel=panel, seats=seats)
        with pytest.raises(FaultsError, match="for whom they sit"):
            decide(session, walk.reviewer.actor, command, at=walk.at)


def test_a_changed_decision_is_signed_anew_and_nobody_signs_what_they_did_not_read(
    session: Session,
) -> None:
    walk = Walk(session)
    second = stored_person(session, walk.organization)
    third = stored_person(session, walk.organization)
    notice = walk.with_employer()
    answered(walk, notice)
    first = decision(notice, panel=(second.id, third.id))
    decide(session, walk.reviewer.actor, first, at=walk.at)
    signed = SignDecision(id=new_id(), notice_id=notice.id, panel_id=first.id)
    sign(session, second.actor, signed, at=walk.at)

    changed = decision(notice, panel=(second.id, third.id), decision="Thanks again.")
    decide(session, walk.reviewer.actor, changed, at=walk.at)

    assert [one.signed_at for one in list_panelists(session, notice.id)] == [None, None]
    with pytest.raises(ConflictError, match="changed after you read it"):
        sign(session, third.actor, signed, at=walk.at)
    with pytest.raises(RefusedError, match="Only whoever wrote it"):
        decide(session, third.actor, decision(notice), at=walk.at)
    known, stranger = (
        replace(signed, panel_id=changed.id),
        stored_person(session, walk.organization),
    )
    with pytest.raises(ForbiddenError, match="not on the panel"):
        sign(session, stranger.actor, known, at=walk.at)
    assert find_panel(session, notice.id) is not None


def test_whoever_wrote_a_part_is_on_no_panel_and_one_is_no_panel(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    answered(walk, notice)

    assert walk.author.id not in people_for_panels(session, notice)
    for panel in ((walk.reviewer.id,), (walk.reviewer.id, walk.author.id)):
        with pytest.raises(FaultsError) as refused:
            decide(session, walk.reviewer.actor, decision(notice, panel=panel), at=walk.at)
        assert {fault.where for fault in refused.value.faults} == {"panel"}


def test_a_guest_stays_until_the_clock_and_the_decision_can_be_over(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    guest = stored_guest(session, walk.author, walk.assessment_id)
    before = get_guest(session, guest.id).expires_at
    walk.noticed(days=90)
    notice = walk.opened()

    assert notice.ends_at is not None
    assert get_guest(session, guest.id).expires_at == notice.ends_at + DAYS_TO_DECIDE > before
    asked(walk, notice)
    longer = told(walk, notice, days=10)
    assert longer.ends_at is not None
    assert get_guest(session, guest.id).expires_at == longer.ends_at + DAYS_TO_DECIDE
    assert kinds(walk).count("guest.stays_lengthened") == 2


def test_both_sides_read_the_same_history_and_no_name_of_the_team(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    walk.later(days=1)
    asked(walk, notice)
    walk.later(days=1)
    longer = told(walk, notice, days=7, answer="Gladly.")
    walk.later(days=1)
    sent = answered(walk, longer)
    walk.later(days=3)
    done = decide(session, walk.reviewer.actor, decision(sent), at=walk.at)

    steps = history_of(session, done)

    assert [one.what for one in steps] == [
        Heard.MADE,
        Heard.OPENED,
        Heard.ACCEPTED,
        Heard.TIME_ASKED,
        Heard.TIME_GRANTED,
        Heard.ANSWERED,
        Heard.DECIDED,
    ]
    said = repr(steps)
    for person in (walk.author, walk.reviewer):
        assert person.id not in said
        assert person.name not in said
