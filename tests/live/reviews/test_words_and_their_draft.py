"""Threat T2: what an employer said stands beside the answer that it read, and beside no other.

Source: docs/decisions/0053-words-and-their-draft.md
"""

from typing import Any

import pytest

from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Replied, Snapshot
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import LineWords, ScorecardWords
from jobquality.services.decisions import Decide, Decided, decide
from jobquality.services.deliveries import Delivery, record_attempt
from jobquality.services.notices import ReplyCommand, Stated, reply
from jobquality.services.publishing import publish
from jobquality.services.reviews import SendBack, send_back
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, find_last_notice
from jobquality.wording import Speaker
from tests.live.reviews.parts import CATALOG, Walk, new_id
from tests.live.reviews.test_notices import brought_back, resumed

SECOND = "the-second-link"
DAYS, BREAKS = "sched_notice_days", "safe_breaks"
AGREES = {DAYS: Stated(stance="accept"), BREAKS: Stated(stance="accept")}
BEFORE = {
    "en": "On March 1, 2026 the employer said of an earlier draft, in which the answer was "
    "“3 days”: “This is right”",
    "es": "El 1 de marzo de 2026 el empleador dijo de un borrador anterior, en el que la "
    "respuesta era «3 días»: «Es correcto»",
}


def said(walk: Walk, outcome: str = "stays", **but: Any) -> Notice:  # noqa: ANN401 - a test's own words
    """Let the employer answer the last notice, and the reviewer decide on it."""
    notice = find_last_notice(walk.session, walk.assessment_id)
    assert notice is not None
    words: dict[str, Any] = {"is_final": True} | but
    command = ReplyCommand(speaker_id=walk.speaker_id, **words)
    reply(walk.session, notice.id, command, at=walk.at)
    stays = Decided(outcome=outcome, reason="We read the schedule.")
    open_points = {name for name, one in command.stances.items() if one.stance != "accept"}
    decision = Decide(
        id=new_id(),
        notice_id=notice.id,
        decision="It stays.",
        items=dict.fromkeys(open_points, stays),
    )
    return decide(walk.session, walk.reviewer.actor, decision, at=walk.at)


def agreed(session: Session) -> Walk:
    """Let the employer agree to 3 days and to the breaks."""
    walk = Walk(session)
    walk.with_employer()
    said(walk, stances=AGREES)
    return walk


def worsened(walk: Walk) -> Walk:
    """Send a newer draft: 2 days, and retaliation found."""
    returned(walk)
    walk.answered(DAYS, "2").answered("retaliation", "found").submitted()
    walk.approved(confirmed=frozenset({"retaliation"})).noticed(days=7, token=SECOND)
    return walk


def returned(walk: Walk) -> None:
    comments, version = {"": "Look again."}, walk.assessment.version
    command = SendBack(
        id=new_id(), assessment_id=walk.assessment_id, version=version, comments=comments
    )
    send_back(walk.session, walk.reviewer.actor, command, at=walk.at)


def printed(walk: Walk, keys: Keyring) -> Snapshot:
    kept = publish(
        walk.session,
        walk.reviewer.actor,
        walk.assessment_id,
        catalog=CATALOG,
        keys=keys,
        at=walk.at,
    )
    return load_snapshot(kept.content)


def replied(snapshot: Snapshot) -> Replied:
    assert snapshot.reply is not None
    return snapshot.reply


def read(snapshot: Snapshot, language: str) -> ScorecardWords:
    edition, places = CATALOG.edition(snapshot.rubric, snapshot.edition), CATALOG.parameters.places
    card = rebuild(snapshot, edition.rubric, places)
    return read_scorecard(card, snapshot, edition, places, Speaker(language))


def line(card: ScorecardWords, name: str) -> LineWords:
    return next(one for topic in card.topics for one in topic.lines if one.id == name)


def attempted(walk: Walk, way: str) -> None:
    notice = find_last_notice(walk.session, walk.assessment_id)
    assert notice is not None
    made = Delivery(id=new_id(), notice_id=notice.id, on=walk.at.date(), how="Nobody", way=way)
    record_attempt(walk.session, walk.author.actor, made, at=walk.at)


def test_a_yes_to_one_figure_is_never_printed_as_a_yes_to_another(
    session: Session, keys: Keyring
) -> None:
    walk = worsened(agreed(session))
    attempted(walk, "email")
    attempted(walk.later(days=3), "phone")

    snapshot = printed(walk.later(days=15), keys)

    said = replied(snapshot)
    assert [one.criterion for one in said.stances] == [BREAKS]
    (before,) = said.earlier
    assert [(one.criterion, one.stance, one.answer) for one in before.stances] == [
        (DAYS, "accept", "3")
    ]
    assert said.is_older, "also where the newer draft went out at the very moment of the reply"
    for language, words in BEFORE.items():
        card = read(snapshot, language)
        notice_days = line(card, DAYS)
        assert (notice_days.stance, [one.stance for one in notice_days.before]) == (None, [words])
        assert line(card, BREAKS).stance is not None
        assert [one.criterion for one in card.reply.stances] == [BREAKS]
        assert [one.stance for one in card.reply.before[0].stances] == [words]
        (finding,) = (one for one in card.findings if one.id == "retaliation")
        assert (finding.stance, finding.before) == (None, ())


def test_a_better_answer_does_not_carry_the_no_to_the_earlier_one(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    walk.with_employer()
    no = Stated(stance="disagree", text="It is 28, see our schedule.")
    said(walk, "changed", stances={DAYS: no})
    brought_back(walk, sched_notice_days="28")
    resumed(walk)

    snapshot = printed(walk.later(days=15), keys)

    assert replied(snapshot).stances == ()
    (told,) = line(read(snapshot, "en"), DAYS).before
    assert "in which the answer was “3 days”: “We disagree”" in told.stance
    assert told.text == "It is 28, see our schedule."


@pytest.mark.parametrize("source", ["Payroll records", "Payroll records that the owner forged"])
def test_an_answer_with_another_source_is_not_the_one_that_was_agreed_to(
    session: Session, keys: Keyring, source: str
) -> None:
    walk = agreed(session)
    returned(walk)
    walk.answered(DAYS, "3", source=source).submitted().approved()
    walk.noticed(days=7, token=SECOND)
    walk.opened(SECOND)

    snapshot = printed(walk.later(days=15), keys)

    assert [one.criterion for one in replied(snapshot).stances] == [BREAKS]


def test_an_earlier_reply_stands_beneath_the_one_to_a_newer_draft(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    walk.with_employer()
    said(
        walk,
        statement="FIRST: we pay on time.",
        stances={BREAKS: Stated(stance="disagree", text="FIRST: eleven hours.")},
    )
    worsened(walk.later(days=1)).opened(SECOND)
    said(walk, stances={DAYS: Stated(stance="disagree", text="SECOND: it is 3.")})

    snapshot = printed(walk.later(days=20), keys)

    reply = replied(snapshot)
    assert [(one.criterion, one.text) for one in reply.stances] == [(DAYS, "SECOND: it is 3.")]
    card = read(snapshot, "en")
    (first,) = card.reply.before
    assert first.summary == "Said of an earlier draft, on March 1, 2026"
    assert (first.statement, first.replied_by) == ("FIRST: we pay on time.", "Ana Ruiz, owner")
    assert first.decision.endswith("It stays.")
    assert [one.text for one in line(card, BREAKS).before] == ["FIRST: eleven hours."]
    assert not reply.is_older


def test_the_name_that_is_printed_is_of_whoever_was_accepted_and_wrote_last(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    reply(
        session, notice.id, ReplyCommand(speaker_id=walk.speaker_id, statement="Hers."), at=walk.at
    )
    other = walk.later(hours=1).came(name="Ben Poe", role="manager", contact="ben@diner.example")
    walk.judged(other)
    said(walk, statement="His.")
    stranger = walk.came(name="Jane Doe", role="president", contact="jane@doe.example")
    walk.judged(stranger)

    reply_printed = replied(printed(walk.later(days=20), keys))

    assert (reply_printed.statement, reply_printed.replied_by) == ("His.", "Ben Poe, manager")


def test_a_long_name_and_role_are_cut_where_they_are_printed(session: Session) -> None:
    walk = Walk(session)
    walk.drafted().submitted().approved().noticed()
    walk.judged(walk.came(name="N" * 200, role="R" * 200))

    answered = said(walk, statement="Ours.")

    assert answered.replied_by == "N" * 199 + "…"
