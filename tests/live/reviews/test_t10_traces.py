# ruff: noqa: S608 - an insider writes plain SQL; nothing of it comes from outside
"""What leads to a publication is what the program wrote: whoever has the database is named.

An insider changes rows by plain SQL, with no trigger in the way and no key.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jobquality.documents.packets import packet_page
from jobquality.errors import ConflictError, FaultsError, RefusedError
from jobquality.rubrics.catalog import Edition
from jobquality.services.extensions import AskTime, ask_time
from jobquality.services.notices import Decide, ReplyCommand, decide, reply
from jobquality.services.packets import read_packet
from jobquality.services.traces import find_untraced
from jobquality.services.verifying import verify
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice
from jobquality.store.rowkeys import SINCE, mark_rows, open_marking
from jobquality.store.rows import Row
from jobquality.store.schema import migrate
from jobquality.store.tenancy import belong
from jobquality.store.traces import traced_kinds
from tests.live.conftest import MARKER
from tests.live.reviews.parts import CATALOG, Walk, new_id
from tests.live.reviews.test_publishing import STAYS, answered, published

#: Tables that hang on an assessment and change nothing that is published, each with the reason.
_UNTRACED = {
    "answer_versions": "what answers were before",
    "answers": "held as a whole once they are handed over",
    "claims": "what the employer says before there is a draft; it stands beside the answers",
    "evidence": "held as a whole once the answers are handed over",
    "evidence_openings": "who opened a file",
    "guests": "carries a mark",
    "looks": "what a reviewer looked at; the approval is a step",
    "publications": "held against the chain",
    "statements": "come after publication, and are signed",
    "questionnaires": "carries a mark",
    "review_sheets": "the answers of an earlier round, to show what changed",
    "takings": "which file of answers was taken",
    "waiting_answers": "what waits beside an answer",
}


@pytest.fixture
def walk(session: Session) -> Walk:
    """An assessment whose reply is decided on, after the clock: it could be published now."""
    made = Walk(session)
    notice = made.with_employer()
    answered(made, notice)
    command = Decide(id=new_id(), notice_id=notice.id, decision="It stays.", items=STAYS)
    decide(session, made.reviewer.actor, command, at=made.at)
    made.later(days=14)
    return made


def tamper(walk: Walk, statement: str, **values: object) -> None:
    """Run SQL past the program, and let it be read anew."""
    walk.session.flush()
    given = {"id": walk.assessment_id, **values}
    walk.session.connection().execute(text(statement), given)
    walk.session.expire_all()


def named(walk: Walk) -> str:
    """Return what `verify` names of the center."""
    belong(walk.session, EVERY_ORGANIZATION)
    found = verify(walk.session, CATALOG).organizations
    (mine,) = (one for one in found if one.organization == walk.organization.slug)
    return str(mine.wrong or "")


_MINE = "WHERE assessment_id = :id"
_OF_MY_NOTICE = f"WHERE notice_id IN (SELECT id FROM notices {_MINE})"
#: What an insider does, what they change by it, and what is said of that.
FORGERIES: Mapping[str, tuple[str, str]] = {
    "the clock is moved back": (
        f"UPDATE notices SET ends_at = '2026-02-15 12:00:00+00' {_MINE}",
        "The employer's clock",
    ),
    "the delivery is another one": (
        f"UPDATE notices SET delivered_how = 'handed_over' {_MINE}",
        "The employer's clock",
    ),
    "another person made the link": (
        f"UPDATE notices SET sent_by = (SELECT max(id) FROM people) {_MINE}",
        "The employer's clock",
    ),
    "the draft is another one": (
        f"UPDATE notices SET draft = replace(draft, '15.5', '15.6') || ' ' {_MINE}",
        "The draft that the employer was shown",
    ),
    "the statement is rewritten": (
        f"UPDATE notices SET statement = 'We agree to all.' {_MINE}",
        "The employer's reply",
    ),
    "a point of the reply is rewritten": (
        f"UPDATE replies SET text = 'Nothing of it.' {_OF_MY_NOTICE}",
        "The employer's reply",
    ),
    "a point of the reply is deleted": (
        f"DELETE FROM replies {_OF_MY_NOTICE}",
        "The employer's reply",
    ),
    "a point is put into the reply": (
        (
            "INSERT INTO replies"
            " (id, organization_id, notice_id, criterion, stance, text, at, version)"
            " SELECT 'forged', organization_id, id, 'lowest_base_rate', 'accept', '', sent_at, 1"
            f" FROM notices {_MINE}"
        ),
        "The employer's reply",
    ),
    "the whole reply is deleted": (
        (
            "UPDATE notices SET statement = '', replied_by = '', answered_at = NULL, decision = '',"
            f" decided_by = NULL, decided_at = NULL, state = 'delivered' {_MINE}"
        ),
        "The employer's reply",
    ),
    "the decision is rewritten": (
        f"UPDATE notices SET decision = 'We were wrong.' {_MINE}",
        "The decision on the reply",
    ),
    "the reason of a point is rewritten": (
        f"UPDATE decided_items SET reason = 'We do not care.' {_MINE}",
        "The decision on the reply",
    ),
    "who speaks is somebody else": (
        f"UPDATE reply_speakers SET name = 'Eva Nobody' {_MINE}",
        "Who speaks for the employer",
    ),
    "another one approved it": (
        (
            "UPDATE assessments SET reviewer_id = (SELECT min(id) FROM people WHERE id NOT IN"
            " (reviewer_id, author_id)) WHERE id = :id"
        ),
        "The assessment's state, author or reviewer",
    ),
    "an answer has another remark": (
        f"UPDATE answers SET note = 'Seen by nobody.' {_MINE}",
        "An answer or its evidence",
    ),
    "a step is of another person": (
        f"UPDATE reviews SET at = '2026-02-01 12:00:00+00' {_MINE} AND step = 'approved'",
        "A step of the review",
    ),
    "a step is deleted": (
        f"DELETE FROM reviews {_MINE} AND step = 'submitted'",
        "A step of the review",
    ),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_t10_what_leads_to_a_publication_is_changed_by_no_sql_unseen(
    walk: Walk, keys: Keyring, what: str
) -> None:
    assert named(walk) == ""
    statement, thing = FORGERIES[what]
    Walk(walk.session)  # so that there is somebody else

    tamper(walk, statement)

    assert f"Assessment {walk.assessment_id} was changed past the program" in named(walk)
    assert thing in named(walk)
    with pytest.raises((FaultsError, ConflictError, RefusedError)):
        published(walk, keys)


@pytest.mark.parametrize(
    "what", ["the clock is moved back", "the statement is rewritten", "the decision is rewritten"]
)
def test_t10_publishing_says_what_was_changed_past_the_program_and_what_to_do(
    walk: Walk, keys: Keyring, what: str
) -> None:
    statement, thing = FORGERIES[what]
    tamper(walk, statement)

    with pytest.raises(FaultsError) as refused:
        published(walk, keys)

    (fault,) = refused.value.faults
    assert fault.message == f"{thing} was changed past the program."
    assert "jobquality verify" in fault.remedy


def test_t10_a_delivery_that_never_was_starts_no_clock(session: Session, keys: Keyring) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    walk.later(days=30)
    tamper(
        walk,
        "UPDATE notices SET state = 'delivered', delivered_how = 'attempts', delivered_at ="
        f" '2026-03-02 12:00:00+00', ends_at = '2026-03-16 12:00:00+00' {_MINE}",
    )

    assert "The employer's clock" in named(walk)
    with pytest.raises((FaultsError, RefusedError)):
        published(walk, keys)


def test_t10_a_speaker_whom_nobody_accepted_speaks_for_nobody(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    walk.came()
    walk.later(days=30)
    assert named(walk) == ""
    tamper(
        walk,
        "UPDATE reply_speakers SET state = 'accepted', decided_at = came_at, decided_by ="
        f" (SELECT reviewer_id FROM assessments WHERE id = :id) {_MINE}",
    )

    assert "Who speaks for the employer" in named(walk)
    with pytest.raises(FaultsError, match="Who speaks for the employer"):
        published(walk, keys)


def test_t10_an_answer_and_the_step_that_approved_it_are_not_changed_together(
    walk: Walk, keys: Keyring
) -> None:
    """Whoever makes the approval fit a changed answer has to change the approval."""
    tamper(walk, f"UPDATE answers SET answer = '99' {_MINE} AND criterion = 'sched_notice_days'")
    seen = json.dumps(dict(walk.seen().seen), sort_keys=True)
    tamper(
        walk,
        f"UPDATE reviews SET comment = :seen {_MINE} AND step = 'seen' AND criterion = ''",
        seen=seen,
    )

    assert "An answer or its evidence; A step of the review" in named(walk)
    with pytest.raises(FaultsError, match="past the program"):
        published(walk, keys)


def test_t10_no_later_step_by_the_program_makes_a_forged_clock_true(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    tamper(walk, f"UPDATE notices SET ends_at = '2026-03-03 12:00:00+00' {_MINE}")
    command = ReplyCommand(speaker_id=walk.speaker_id, statement="We will see.", is_final=True)
    reply(session, notice.id, command, at=walk.at)
    decision = Decide(id=new_id(), notice_id=notice.id, decision="It stays.")
    decide(session, walk.reviewer.actor, decision, at=walk.at)
    walk.later(days=14)

    assert "The employer's clock" in named(walk)
    with pytest.raises(FaultsError, match="The employer's clock"):
        published(walk, keys)


def test_t10_who_forges_the_event_as_well_is_named_twice(walk: Walk, keys: Keyring) -> None:
    """An event without its mark proves nothing, whatever it says that it leaves."""
    notice_id = walk.session.connection().scalar(
        text(f"SELECT id FROM notices {_MINE}"), {"id": walk.assessment_id}
    )
    tamper(walk, FORGERIES["the decision is rewritten"][0])
    (forged,) = (one for one in find_untraced(walk.session, walk.assessment_id))
    assert forged == f"decision/{notice_id}"
    details = '{"traces":"{\\"decision/%s\\":\\"* *\\",\\"key\\":\\"%s\\"}"}'
    tamper(
        walk,
        "INSERT INTO events (number, kind, at, about, about_id, details, organization_id, mark)"
        " SELECT max(number) + 1000, 'reply.decided', '2026-03-02 12:00:00+00', 'assessment', :id,"
        " :details, :owner, '' FROM events",
        details=details % (notice_id, MARKER.name),
        owner=walk.organization.id,
    )

    assert "were not written by the program" in named(walk)
    with pytest.raises(FaultsError, match="The decision on the reply"):
        published(walk, keys)


def test_what_nobody_touched_is_published_and_stays_whole(walk: Walk, keys: Keyring) -> None:
    published(walk, keys)

    assert named(walk) == ""


def test_t10_a_step_that_was_changed_is_called_so_in_the_packet(walk: Walk, keys: Keyring) -> None:
    published(walk, keys)
    edition = CATALOG.edition(*walk.standard)
    assert "past the program" not in steps_in_packet(walk, edition)
    tamper(walk, FORGERIES["a step is of another person"][0])

    words = "Approved by a second person (changed past the program)"
    assert words in steps_in_packet(walk, edition)


def steps_in_packet(walk: Walk, edition: Edition) -> str:
    """Return the history in the packet for a lawyer, and whether it warns."""
    packet = read_packet(walk.session, walk.reviewer.actor, walk.assessment_id)
    page = packet_page(
        packet, edition, CATALOG.parameters.places, language="en", address="https://x.test"
    )
    assert page.is_forged == bool(packet.untraced)
    return " ".join(what for _, what, _ in page.steps)


def test_a_wish_for_more_time_and_its_answer_are_told_too(session: Session) -> None:
    walk = Walk(session)
    notice: Notice = walk.with_employer()
    asked = AskTime(
        id=new_id(),
        notice_id=notice.id,
        speaker_id=walk.speaker_id,
        reason="The books are away.",
        asked_by="Ana Ruiz, owner",
    )
    ask_time(session, asked, at=walk.at)
    assert named(walk) == ""

    tamper(walk, f"DELETE FROM extensions {_MINE}")

    assert "The answer about more time" in named(walk)


def test_t10_what_stood_there_before_the_log_told_of_it_is_taken_once_as_it_is(
    empty_url: str, tmp_path: Path
) -> None:
    migrate(empty_url)
    opened = open_marking(empty_url, tmp_path)
    mark_rows(opened, tmp_path / "keys")
    plain = replace(opened, marker=None)  # as the release before wrote it
    with plain.transaction() as session:
        walk = Walk(session)
        walk.with_employer()
    (tmp_path / "keys" / SINCE).unlink()
    for _ in range(2):  # a start that was cut off is done again
        mark_rows(opened, tmp_path / "keys")

    with opened.transaction(EVERY_ORGANIZATION) as session:
        walk.session = session
        walk.later(days=14)
        assert named(walk) == ""
        tamper(walk, f"UPDATE notices SET statement = 'We agree.' {_MINE}")
        assert "The employer's reply" in named(walk)
        tamper(walk, f"UPDATE notices SET statement = '' {_MINE}")
        published(walk, Keyring(tmp_path / "keys"))
    opened.close()


def test_every_table_that_hangs_on_an_assessment_is_traced_or_says_why_not() -> None:
    traced = {one.__tablename__ for one in traced_kinds()}
    hanging = {
        table.name
        for table in Row.metadata.tables.values()
        for key in table.foreign_keys
        if key.target_fullname in ("assessments.id", "notices.id")
    }

    assert hanging - traced == _UNTRACED.keys() & hanging
    assert hanging - traced <= _UNTRACED.keys()
