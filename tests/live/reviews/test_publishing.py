from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, event

from jobquality.access.states import (
    AssessmentState,
    NoticePeriodError,
    PublicationState,
    ReplyState,
)
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import recomputed
from jobquality.ledger.snapshot import Snapshot
from jobquality.services.decisions import Decided
from jobquality.services.notices import (
    Decide,
    RenewLink,
    ReplyCommand,
    Stated,
    decide,
    renew_link,
    reply,
)
from jobquality.services.publishing import publish
from jobquality.store.assessments import Workers
from jobquality.store.database import Database, Session
from jobquality.store.employers import change_employer, get_employer
from jobquality.store.evidence import remove_evidence
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, find_last_notice
from jobquality.store.publications import Publication, get_publication, last_entry
from jobquality.web.sessions import digest_of
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, ON, Walk, new_id
from tests.live.reviews.test_reviews import stored_evidence

STAYS = {"adv_ladder": Decided(outcome="stays", reason="See the payroll.")}


def published(walk: Walk, keys: Keyring) -> Publication:
    return publish(
        walk.session,
        walk.reviewer.actor,
        walk.assessment_id,
        catalog=CATALOG,
        keys=keys,
        at=walk.at,
    )


def body(publication: Publication) -> Snapshot:
    return load_snapshot(publication.content)


def answered(walk: Walk, notice: Notice) -> None:
    command = ReplyCommand(
        speaker_id=walk.speaker_id,
        statement="We will do more.\n\nAsk us again in May.",
        stances={"adv_ladder": Stated(stance="fixed", text="All of it.", fixed_on=ON)},
        is_final=True,
    )
    reply(walk.session, notice.id, command, at=walk.at)


def test_nothing_is_published_on_day_13(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    walk.later(days=13)

    with pytest.raises(NoticePeriodError) as refused:
        published(walk, keys)

    assert refused.value.code == "notice_period"
    assert refused.value.ends_at == notice.ends_at


def test_nothing_is_published_a_moment_before_the_end(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    walk.later(days=14, hours=-1, microseconds=-1)  # summer time begins meanwhile

    with pytest.raises(NoticePeriodError):
        published(walk, keys)


def test_on_day_14_it_is_published_and_recomputes(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    walk.later(days=14)

    snapshot = body(published(walk, keys))

    rubric = CATALOG.get(snapshot.rubric, snapshot.edition)
    assert recomputed(snapshot, rubric, CATALOG.parameters.places) == ()
    assert walk.assessment.state is AssessmentState.PUBLISHED


def test_silence_is_printed_as_asked_and_no_reply(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    walk.later(days=14)

    snapshot = body(published(walk, keys))

    notice = find_last_notice(session, walk.assessment_id)
    assert snapshot.reply is not None
    assert snapshot.reply.answered_at is None
    assert notice is not None
    assert notice.state is ReplyState.LAPSED


def test_a_reply_waits_for_the_decision_of_another_person(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    answered(walk, walk.with_employer())
    walk.later(days=14)

    with pytest.raises(RefusedError, match="decide on the reply"):
        published(walk, keys)


def test_an_early_reply_and_decision_do_not_shorten_the_clock(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    answered(walk, notice)
    command = Decide(id=new_id(), notice_id=notice.id, decision="It stays.", items=STAYS)
    decide(session, walk.reviewer.actor, command, at=walk.at)
    walk.later(days=13)

    with pytest.raises(NoticePeriodError):
        published(walk, keys)


def test_the_reply_and_the_decision_are_printed_word_for_word(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    answered(walk, notice)
    command = Decide(
        id=new_id(),
        notice_id=notice.id,
        decision="We thank you.",
        items=STAYS,
        titles={"adv_ladder": "Ways up"},
    )
    decide(session, walk.reviewer.actor, command, at=walk.at)
    walk.later(days=14)

    said = body(published(walk, keys)).reply

    assert said is not None
    assert said.statement == "We will do more.\n\nAsk us again in May."
    assert said.replied_by == "Ana Ruiz, owner"
    assert [(one.criterion, one.stance) for one in said.stances] == [("adv_ladder", "fixed")]
    assert [one.text for one in said.stances] == ["2026-02-20. All of it."]
    assert said.decision == ("Ways up: this stays. See the payroll.\n\nOn the whole: We thank you.")


def test_nothing_is_published_before_the_employer_has_the_draft(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    walk.later(days=60)

    with pytest.raises(RefusedError, match="has not got the draft"):
        published(walk, keys)


def test_an_answer_whose_evidence_is_gone_stops_publishing_by_name(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session).drafted()
    walk.answered("adv_ladder", "1", source="")
    stored_evidence(walk, "adv_ladder", id="the-only-evidence")
    walk.submitted().approved().noticed()
    walk.opened()
    walk.later(days=14)
    remove_evidence(session, "the-only-evidence")

    with pytest.raises(FaultsError) as refused:
        published(walk, keys)

    assert [fault.where for fault in refused.value.faults] == ["adv_ladder"]


def test_a_fact_about_the_employer_that_changed_after_approval_stops_publishing(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    walk.with_employer()
    change_employer(session, replace(get_employer(session, walk.employer.id), headcount=90))
    walk.later(days=14)

    with pytest.raises(ConflictError, match="Employer"):
        published(walk, keys)


def test_a_next_scorecard_supersedes_the_one_before(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    walk.later(days=14)
    first = published(walk, keys)
    walk.drafted().submitted().approved().noticed(token="another-link")
    walk.opened("another-link")
    walk.later(days=14)

    second = published(walk, keys)

    assert body(second).supersedes == first.hash
    assert [body(first).revision, body(second).revision] == [1, 2]
    assert get_publication(session, first.hash).state is PublicationState.SUPERSEDED
    assert get_publication(session, second.hash).state is PublicationState.CURRENT


def test_nothing_is_published_twice(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    walk.later(days=14)
    published(walk, keys)

    with pytest.raises(RefusedError, match="'published' now"):
        published(walk, keys)


def test_whoever_made_the_employers_link_does_not_publish(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    notice = find_last_notice(session, walk.assessment_id)
    assert notice is not None
    renewed = RenewLink(id=new_id(), notice_id=notice.id, token_digest=digest_of("again"))
    renew_link(session, walk.reviewer.actor, renewed, at=walk.at)
    walk.judged(walk.came("again"), stored_person(session, walk.organization))
    walk.later(days=15)

    with pytest.raises(ForbiddenError, match="You made the employer's link"):
        published(walk, keys)


def test_somebody_without_the_role_does_not_publish(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    walk.later(days=14)
    walk.reviewer = stored_person(session, walk.organization)
    walk.reviewer = replace(walk.reviewer, roles=frozenset())

    with pytest.raises(ForbiddenError):
        published(walk, keys)


@pytest.mark.parametrize("asked", [0, 1, 2, 3, 4])
def test_no_count_under_five_is_ever_in_a_snapshot(session: Session, asked: int) -> None:
    walk = Walk(session).drafted()
    nobody = walk.seen().seen
    workers = Workers(asked=asked, confirming=asked, month="2026-02")
    walk.answered("adv_ladder", "1", workers=workers)

    assert walk.seen().seen == nobody


@contextmanager
def failing_at(connection: Connection, number: int) -> Iterator[Callable[[], int]]:
    """Let the n-th statement from here on fail as a crash would; tell how many there were."""
    sent = 0

    def count(*_: object) -> None:
        nonlocal sent
        sent += 1
        if sent == number:
            raise RuntimeError("the power went out")

    event.listen(connection, "before_cursor_execute", count)
    try:
        yield lambda: sent
    finally:
        event.remove(connection, "before_cursor_execute", count)


def test_a_crash_at_any_statement_leaves_all_of_it_or_nothing(
    database: Database, keys: Keyring
) -> None:
    with database.transaction() as session:
        walk = Walk(session)
        walk.with_employer()
        walk.later(days=14)
    number, is_done = 0, False

    while not is_done:
        number += 1
        is_done = published_until(database, walk, keys, number)
        assert traces(database, walk) == (is_done,) * 3, f"statement {number}"

    assert number > 10


def published_until(database: Database, walk: Walk, keys: Keyring, number: int) -> bool:
    """Publish with a crash at a statement; say whether it went through before."""
    try:
        with database.transaction(walk.organization.id) as session:
            walk.session = session
            with failing_at(session.connection(), number):
                published(walk, keys)
    except RuntimeError:
        return False
    return True


def traces(database: Database, walk: Walk) -> tuple[bool, bool, bool]:
    """Say what publishing left behind: the state, the ledger, and the lapsed notice."""
    with database.reading(walk.organization.id) as session:
        walk.session = session
        notice = find_last_notice(session, walk.assessment_id)
        return (
            walk.assessment.state is AssessmentState.PUBLISHED,
            last_entry(session, walk.organization.id) is not None,
            notice is not None and notice.state is ReplyState.LAPSED,
        )


def test_the_end_of_the_clock_is_that_of_the_days_given(session: Session, keys: Keyring) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed(days=7)
    walk.opened()
    walk.later(days=7)

    told = body(published(walk, keys)).notice

    assert told is not None
    assert told.ended_at - told.delivered_at == timedelta(days=7, hours=-1)
    assert not told.is_shortened


def test_a_sample_says_that_its_clock_was_shortened(session: Session, keys: Keyring) -> None:
    walk = Walk(session, is_sample=True).drafted().submitted().approved()
    walk.noticed(days=0)
    walk.opened()
    walk.later(minutes=5)

    told = body(published(walk, keys)).notice

    assert told is not None
    assert told.is_shortened
