"""What an employer says after publication: checked for two things, and printed in full."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.access.states import CertificateStatus
from jobquality.errors import FaultsError, ForbiddenError, NotFoundError, RefusedError
from jobquality.ledger.acts import Cause
from jobquality.rubrics.catalog import shipped
from jobquality.services import after, fixes, plans, statements
from jobquality.services.certificates import ChangeStatus, look_up
from jobquality.services.certifying import Obstacle, offer_certificate
from jobquality.services.contesting import mark
from jobquality.services.fixes import TakeUp
from jobquality.services.plans import TakeAction
from jobquality.services.proposals import Verdict
from jobquality.services.said import answer_times, spoken_since
from jobquality.services.speakers import DecideSpeaker
from jobquality.services.statements import Check, NewPaper, Speak
from jobquality.services.statuses import Way, change_alone
from jobquality.services.tombstones import ProposeTombstone, decide_tombstone, propose_tombstone
from jobquality.store.after import change_link, get_speaker, list_links
from jobquality.store.assessments import list_answers
from jobquality.store.employers import get_employer
from jobquality.store.events import list_events
from jobquality.store.evidence import list_evidence
from jobquality.store.outbox import MessageState, list_messages
from jobquality.store.plans import list_actions
from jobquality.store.publications import find_body, get_publication
from jobquality.store.speakers import Standing
from jobquality.store.statements import Outcome, StatementState
from jobquality.web.sessions import digest_of
from tests.live.factories import stored_person, turn_clock
from tests.live.ledger.test_verify import wrong
from tests.live.statements.speaking import A_QUESTION, LATER, Speaking, new_id, speaking

#: All that an employer may say at once.
LONG = "é" * 5000


@pytest.fixture
def it(session: Session, tmp_path: Path) -> Speaking:
    return speaking(session, tmp_path)


def test_nothing_is_printed_before_somebody_confirmed_who_speaks(it: Speaking) -> None:
    it.speak()

    with pytest.raises(RefusedError, match="speaks for the employer"):
        it.print_()

    assert it.read() == ()
    assert not it.contested()


def test_nobody_accepts_who_came_through_a_link_that_they_made(it: Speaking) -> None:
    with pytest.raises(ForbiddenError, match="You made the employer's link"):
        it.accept(it.center.author)

    it.accept(it.center.reviewer).speak()
    assert it.print_(person=it.center.author).act_hash


def test_a_new_address_of_a_link_does_not_make_its_first_maker_forgotten(it: Speaking) -> None:
    (link,) = list_links(it.session, it.door.records)
    later = replace(link, made_by=it.third.id, made_at=LATER + timedelta(days=1))
    change_link(it.session, later)

    for maker in (it.center.author, it.third):
        with pytest.raises(ForbiddenError, match="You made the employer's link"):
            it.accept(maker)
    it.accept(it.center.reviewer)


def test_what_one_person_let_in_alone_once_waits_for_another_one_to_print_it(
    it: Speaking,
) -> None:
    it.accepted_alone().speak()
    with pytest.raises(ForbiddenError, match="made the employer's link and accepted"):
        it.print_(person=it.center.author)

    assert it.print_(person=it.third).act_hash


def test_five_thousand_characters_are_printed_whole_and_signed(it: Speaking) -> None:
    it.accept().speak(text=LONG)
    printed = it.print_()

    (spoken,) = it.read()
    assert spoken.text == LONG
    assert spoken.who == "Lee Park, owner"
    assert LONG in (find_body(it.session, printed.act_hash) or "")
    assert wrong(it.center) == ""


@pytest.mark.parametrize("text", [" ", LONG + "x"])
def test_a_statement_has_one_to_five_thousand_characters(it: Speaking, text: str) -> None:
    with pytest.raises(FaultsError):
        it.speak(text=text)


def test_a_day_is_promised_for_the_answer(it: Speaking) -> None:
    assert it.speak().answer_by == date(2026, 8, 15)

    after.set_answer_days(it.session, it.center.author.actor, 5, at=it.at)

    assert it.speak().answer_by == date(2026, 8, 6)


def test_nobody_reads_the_opinion_only_a_workers_name_sends_it_back_once(it: Speaking) -> None:
    it.accept().speak(text="Ana told you this.")
    back = Check(statement_id=it.said[0].id, seen=1, reason="Take the name of a worker out.")
    returned = statements.give_back(it.session, it.center.author.actor, back, at=it.at)
    assert returned.state is StatementState.RETURNED

    again = Speak(id=returned.id, topic="dispute", text="Somebody told you this.")
    amended = statements.amend(it.session, it.door, again, seen=returned.version, at=it.at)
    once_more = Check(statement_id=amended.id, seen=amended.version, reason="And this.")
    with pytest.raises(RefusedError, match="came back once"):
        statements.give_back(it.session, it.center.author.actor, once_more, at=it.at)

    it.print_()
    assert [one.text for one in it.read()] == ["Somebody told you this."]


def test_nothing_is_printed_without_a_look_for_workers_names(it: Speaking) -> None:
    it.accept().speak()
    with pytest.raises(FaultsError, match="worker"):
        it.print_(names_no_worker=False)


def test_a_dispute_marks_the_score_and_leaves_it_as_it_is(it: Speaking) -> None:
    before = it.publication.content
    it.accept().speak()
    assert not it.contested()

    it.print_()

    assert it.contested()
    assert get_publication(it.session, it.publication.hash).content == before


def test_only_a_dispute_marks_the_score(it: Speaking) -> None:
    it.accept().speak("statement")
    it.print_()
    it.speak("fixed")
    it.print_()

    assert not it.contested()


def test_two_people_who_wrote_nothing_of_it_end_the_mark(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    proposal = it.propose()
    assert it.contested()

    decided = it.confirm(proposal)

    assert not it.contested()
    assert wrong(it.center) == ""
    (spoken,) = it.read()
    assert (spoken.outcome, spoken.reasons) == (Outcome.STAYS, "We looked: ten.")
    assert decided.decision_hash


def test_whoever_assessed_it_neither_proposes_nor_confirms(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    with pytest.raises(ForbiddenError, match="You wrote a part"):
        it.propose(it.center.author)
    proposal = it.propose()
    with pytest.raises(ForbiddenError, match="You wrote a part"):
        it.confirm(proposal, it.center.author)


def test_whoever_reviewed_it_does_not_decide_alone(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    proposal = it.propose(it.center.reviewer)
    with pytest.raises(ForbiddenError, match="another person"):
        it.confirm(proposal, it.center.reviewer)

    it.confirm(proposal, it.third)
    assert not it.contested()


def test_a_decision_to_withdraw_ends_the_mark_only_once_it_is_withdrawn(it: Speaking) -> None:
    it.accept().speak()
    it.print_()

    it.confirm(it.propose(outcome="withdrawn"))
    assert it.contested()
    assert it.read()[0].is_waiting

    it.withdraw()
    assert not it.contested()
    assert not it.read()[0].is_waiting


def test_a_decision_to_correct_ends_the_mark_only_once_that_answer_is_corrected(
    it: Speaking,
) -> None:
    it.accept().speak(criteria=(A_QUESTION,))
    it.print_()
    it.confirm(it.propose(outcome="corrected"))
    employer = get_employer(it.session, it.publication.employer_id)

    other = it.center.correct(employer, touches="sched_rest_hours")
    mark(it.session, employer.id)
    assert get_publication(it.session, other.hash).contested

    right = it.center.correct(employer, touches=A_QUESTION)
    mark(it.session, employer.id)
    assert not get_publication(it.session, right.hash).contested
    assert not it.contested()
    assert wrong(it.center) == ""


def test_publishing_anew_is_no_correction_and_ends_no_mark(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    it.confirm(it.propose(outcome="corrected"))
    employer = get_employer(it.session, it.publication.employer_id)

    newer = it.center.publish(employer)
    mark(it.session, employer.id)

    assert it.contested()
    assert get_publication(it.session, newer.hash).contested


def test_what_was_not_carried_out_is_decided_anew_and_both_stay_printed(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    it.confirm(it.propose(outcome="withdrawn", reasons="The wrong place."))

    it.confirm(it.propose(reasons="It was the right place."))

    assert not it.contested()
    (spoken,) = it.read()
    assert (spoken.outcome, spoken.reasons) == (Outcome.STAYS, "It was the right place.")
    (before,) = spoken.earlier
    assert (before.outcome, before.reasons) == (Outcome.WITHDRAWN, "The wrong place.")
    with pytest.raises(RefusedError, match="nothing to decide"):
        it.propose()
    assert wrong(it.center) == ""


def test_a_second_person_who_does_not_agree_leaves_the_mark(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    it.confirm(it.propose(), is_accepted=False)

    assert it.contested()
    assert it.read()[0].outcome is None
    it.confirm(it.propose(outcome="corrected"))
    assert it.read()[0].outcome is Outcome.CORRECTED


def test_a_score_stays_contested_until_every_dispute_is_decided(it: Speaking) -> None:
    it.accept()
    for _ in range(2):
        it.print_(it.speak())
    it.confirm(it.propose(statement_id=it.said[0].id))
    assert it.contested()

    it.confirm(it.propose(statement_id=it.said[1].id))
    assert not it.contested()


def test_nothing_of_whom_the_team_refused_is_printed(it: Speaking) -> None:
    it.speak()
    it.refuse()

    with pytest.raises(RefusedError):
        it.print_()
    with pytest.raises(RefusedError, match="cannot speak"):
        it.speak()


def test_a_link_that_ended_opens_nothing(it: Speaking) -> None:
    (link,) = list_links(it.session, it.door.records)
    after.end_link(it.session, it.center.author.actor, link.id, at=it.at)

    with pytest.raises(NotFoundError):
        after.look_behind(it.session, digest_of(it.token))


def test_what_belongs_to_no_question_of_the_score_is_refused(it: Speaking) -> None:
    with pytest.raises(FaultsError, match="no question"):
        it.speak(criteria=("no_such_thing",))


@pytest.mark.parametrize("but", [{"criteria": ()}, {"fixed_on": None}, {"fixed_on": date.max}])
def test_something_fixed_is_one_question_and_a_day_that_was(
    it: Speaking, but: dict[str, object]
) -> None:
    with pytest.raises(FaultsError):
        it.speak("fixed", **but)


def test_something_fixed_becomes_an_assessment_that_starts_from_the_published_one(
    it: Speaking,
) -> None:
    paper = NewPaper(id=new_id(), sha256="a" * 64, media_type="image/png", size=9)
    it.accept().speak("fixed", papers=(paper,))
    printed = it.print_()
    command = TakeUp(
        id=new_id(),
        statement_id=printed.id,
        title="From the employer",
        seen=printed.version,
        paper_ids=(new_id(),),
    )

    started = fixes.take_up(
        it.session, it.center.author.actor, command, catalog=shipped(), at=it.at
    )

    assert started.previous_id == it.publication.assessment_id
    assert [(one.title, one.grade.value) for one in list_evidence(it.session, started.id)] == [
        ("From the employer 1", "E0")
    ]
    assert all(one.carried for one in list_answers(it.session, started.id).values())
    with pytest.raises(RefusedError):
        fixes.take_up(it.session, it.center.author.actor, command, catalog=shipped(), at=it.at)


def test_how_long_a_fix_took_is_told_once_a_score_shows_it(it: Speaking) -> None:
    it.accept().speak("fixed")
    it.print_()
    assert it.read()[0].fixed_in is None

    employer = get_employer(it.session, it.publication.employer_id)
    rows = it.center.snapshot(employer, []).scores
    it.center.publish(
        employer,
        published_at=LATER + timedelta(days=10),
        scores=tuple(
            replace(one, low="4", high="4") if one.node == A_QUESTION else one for one in rows
        ),
    )

    assert it.read()[0].fixed_in == 41


def test_an_action_of_the_plan_is_taken_up_and_done_by_saying_that_it_is_fixed(
    it: Speaking,
) -> None:
    command = TakeAction(
        id=new_id(), criterion=A_QUESTION, owner="Ana, manager", due_on=date(2026, 9, 1)
    )
    plans.take_action(it.session, it.door, it.speaker.id, command, at=it.at)
    (action,) = list_actions(it.session)
    assert (action.owner, action.is_done) == ("Ana, manager", False)

    said = Speak(
        id=new_id(),
        topic="fixed",
        text="Two weeks since July.",
        criteria=(A_QUESTION,),
        fixed_on=date(2026, 7, 20),
    )
    plans.finish(it.session, it.door, it.speaker.id, said, at=it.at)

    assert list_actions(it.session)[0].is_done


def test_the_mean_time_to_answer_is_told_to_everybody_once_three_are_answered(
    it: Speaking, client: FlaskClient
) -> None:
    it.accept()
    today = date(2026, 9, 1)
    turn_clock(client, LATER + timedelta(days=31))
    page = f"/en/o/{it.center.organization.slug}"
    for number in range(3):
        assert answer_times(it.session, today=today).mean is None
        assert "on average" not in client.get(page).text
        it.print_(it.speak("statement"))
        assert answer_times(it.session, today=today).answered == number + 1
    assert answer_times(it.session, today=today).mean == 0
    assert "Answered in 0 days on average (3 answers)." in client.get(page).text

    it.speak()
    assert answer_times(it.session, today=today).late == 1
    assert "1 wait for longer than promised." in client.get(page).text


def test_every_step_is_told_by_the_log(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    it.confirm(it.propose())

    told = [one.kind for one in list_events(it.session)]
    for kind in (
        "employer_link.made", "employer_speaker.came", "employer_speaker.decided",
        "statement.sent", "statement.printed", "statement.decision_proposed", "statement.decided",
    ):  # fmt: skip
        assert kind in told


def test_an_employer_finds_nothing_of_another_one(it: Speaking, tmp_path: Path) -> None:
    door = it.door
    other = speaking(it.session, tmp_path / "other")
    theirs = other.speak()
    with pytest.raises(NotFoundError):
        statements.own_statement(other.session, door, theirs.id)


def test_an_advocate_alone_decides_nothing(it: Speaking) -> None:
    it.accept().speak()
    it.print_()
    advocate = stored_person(it.session, it.center.organization, Role.ADVOCATE)
    with pytest.raises(ForbiddenError):
        it.propose(advocate)


def test_the_employer_speaks_of_what_is_published_now(it: Speaking) -> None:
    it.at += timedelta(days=1)
    assert it.door.published is not None
    assert it.door.published.hash == it.publication.hash


def test_nothing_is_certified_while_it_is_contested(it: Speaking) -> None:
    it.accept().speak()
    it.print_()

    def obstacles() -> tuple[Obstacle, ...]:
        offer = offer_certificate(
            it.session, it.publication.hash, catalog=shipped(), at=it.at, is_https=True
        )
        return offer.obstacles

    assert Obstacle.CONTESTED in obstacles()
    it.confirm(it.propose())
    assert Obstacle.CONTESTED not in obstacles()


def test_an_employer_answers_the_reason_of_a_withdrawal(it: Speaking) -> None:
    it.accept().withdraw()

    with pytest.raises(RefusedError, match="nothing to speak to"):
        it.speak("dispute")
    said = it.speak("statement", text="We never hid anything.")
    it.print_(said)

    withdrawn = get_publication(it.session, it.publication.hash)
    (shown,) = spoken_since(it.session, withdrawn, it.at - timedelta(days=1))
    assert (shown.text, said.publication_hash) == ("We never hid anything.", withdrawn.hash)
    assert spoken_since(it.session, withdrawn, it.at + timedelta(days=1)) == ()
    assert wrong(it.center) == ""


def test_an_employer_answers_why_its_certificate_does_not_hold(it: Speaking) -> None:
    it.accept()
    code = it.center.certify().code
    lawful = ChangeStatus(
        code=code,
        status=CertificateStatus.SUSPENDED,
        reason="We are checking whether its level still holds.",
    )
    before = it.print_(it.speak("statement", text="Said before."))
    way = Way(catalog=shipped(), keys=it.center.keys, at=it.at)
    change_alone(it.session, it.center.reviewer.actor, lawful, way)
    it.print_(it.speak("statement", text="Our level holds."))

    found = look_up(it.session, code, at=it.at)

    assert before.act_hash
    assert found is not None
    assert [one.text for one in found.said] == ["Our level holds."]
    assert wrong(it.center) == ""


def test_an_employer_is_told_when_its_words_are_taken_out_and_why(it: Speaking) -> None:
    it.accept().speak()
    printed = it.print_()
    command = ProposeTombstone(
        id=new_id(),
        body=printed.act_hash,
        cause=Cause.COURT_ORDER,
        reason="A court ordered it.",
        order="26-117",
    )
    proposal = propose_tombstone(it.session, it.center.author.actor, command, at=it.at)

    verdict = Verdict(proposal_id=proposal.id, is_accepted=True, stands_for_reason=True)
    decide_tombstone(it.session, it.center.reviewer.actor, verdict, keys=it.center.keys, at=it.at)

    (told,) = list_messages(it.session, about_id=printed.id)
    assert (told.kind, told.state) == ("words_gone", MessageState.BY_HAND)
    assert "A court ordered it. (26-117)" in told.text
    assert printed.text not in told.text


def test_one_person_alone_does_not_refuse_whoever_said_something_later(it: Speaking) -> None:
    it.speak()
    no = DecideSpeaker(id=it.speaker.id, seen=it.speaker.version, is_accepted=False, reason="No.")

    after.decide_speaker(it.session, it.third.actor, no, at=it.at)
    assert get_speaker(it.session, it.speaker.id).state is Standing.PENDING
    with pytest.raises(ForbiddenError, match="another person has to decide"):
        after.decide_speaker(it.session, it.third.actor, no, at=it.at)

    after.decide_speaker(it.session, it.center.author.actor, no, at=it.at)
    assert get_speaker(it.session, it.speaker.id).state is Standing.REFUSED


def test_one_person_alone_ends_no_link_behind_which_words_wait(it: Speaking) -> None:
    (link,) = list_links(it.session, it.door.records)
    it.accept().speak()
    it.print_()

    first = after.end_link(it.session, it.center.author.actor, link.id, at=it.at)
    assert first.ended_at is None
    assert it.door.published is not None
    with pytest.raises(ForbiddenError, match="another person has to decide"):
        after.end_link(it.session, it.center.author.actor, link.id, at=it.at)

    second = after.end_link(it.session, it.third.actor, link.id, at=it.at)
    assert second.ended_at == it.at


def test_one_person_ends_a_link_behind_which_nothing_waits(it: Speaking) -> None:
    (link,) = list_links(it.session, it.door.records)

    assert after.end_link(it.session, it.center.author.actor, link.id, at=it.at).ended_at
