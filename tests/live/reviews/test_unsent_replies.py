"""A reply that was saved and not sent counts as it was saved last; silence stays silence."""

from dataclasses import asdict, replace
from http import HTTPStatus

import pytest

from jobquality.access.states import AssessmentState, ReplyState
from jobquality.errors import FaultsError, ForbiddenError, RefusedError
from jobquality.services.notices import (
    Decide,
    ReplyCommand,
    ResumeNotice,
    Stated,
    decide,
    reply,
    resume_notice,
)
from jobquality.services.reviews import SendBack, send_back
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, find_last_notice
from jobquality.store.organizations import change_organization, get_organization
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import CATALOG, Walk, new_id
from tests.live.reviews.test_publishing import body, published

WORDS = "We raised every wage in May."
STATEMENT: dict[str, object] = {"statement": WORDS}
STANCE: dict[str, object] = {"stances": {"adv_ladder": Stated(stance="accept")}}


def saved(walk: Walk, said: dict[str, object]) -> Notice:
    """Let the employer save this and send nothing until the clock has ended."""
    notice = walk.with_employer()
    command = ReplyCommand(speaker_id=walk.speaker_id, **said)  # type: ignore[arg-type]  # a test says what it needs
    kept = reply(walk.session, notice.id, command, at=walk.at)
    walk.later(days=14)
    return kept


def decided(walk: Walk, notice: Notice, decision: str = "It stays.") -> Notice:
    command = Decide(id=new_id(), notice_id=notice.id, decision=decision)
    return decide(walk.session, walk.reviewer.actor, command, at=walk.at)


def last(walk: Walk) -> Notice:
    found = find_last_notice(walk.session, walk.assessment_id)
    assert found is not None
    return found


@pytest.mark.parametrize("said", [STATEMENT, STANCE, STATEMENT | STANCE])
def test_what_was_saved_and_not_sent_is_not_published_as_silence(
    session: Session, keys: Keyring, said: dict[str, object]
) -> None:
    walk = Walk(session)
    saved(walk, said)

    with pytest.raises(RefusedError, match="wrote a reply and did not send it"):
        published(walk, keys)

    assert last(walk).state is ReplyState.DELIVERED


@pytest.mark.parametrize("said", [{}, {"statement": " \n\t "}])
def test_blank_words_are_no_reply(session: Session, keys: Keyring, said: dict[str, object]) -> None:
    walk = Walk(session)
    saved(walk, said)

    printed = body(published(walk, keys)).reply

    assert printed is not None
    assert printed.answered_at is None
    assert last(walk).state is ReplyState.LAPSED


@pytest.mark.parametrize("said", [{}, {"statement": " "}])
def test_there_is_nothing_to_decide_where_nothing_was_saved(
    session: Session, said: dict[str, object]
) -> None:
    walk = Walk(session)

    with pytest.raises(RefusedError, match="cannot become 'decided'"):
        decided(walk, saved(walk, said))


def test_what_was_taken_back_before_the_end_is_no_reply(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    for said in (STATEMENT | STANCE, {}):
        command = ReplyCommand(speaker_id=walk.speaker_id, **said)  # type: ignore[arg-type]  # as above
        reply(session, notice.id, command, at=walk.at)
    walk.later(days=14)

    published(walk, keys)

    assert last(walk).state is ReplyState.LAPSED


@pytest.mark.parametrize("said", [STATEMENT, STANCE])
def test_a_decision_makes_it_the_reply_of_the_end_of_the_clock(
    session: Session, said: dict[str, object]
) -> None:
    walk = Walk(session)
    notice = saved(walk, said)
    walk.later(days=3)

    after = decided(walk, notice)

    assert after.state is ReplyState.DECIDED
    assert after.answered_at == notice.ends_at
    assert after.decided_at == walk.at
    assert after.replied_by == "Ana Ruiz, owner"


def test_the_saved_words_and_the_decision_are_printed_word_for_word(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = saved(walk, STATEMENT | STANCE)
    decided(walk, notice, "We keep it: see the payroll.")
    walk.had_read()

    printed = body(published(walk, keys)).reply

    assert printed is not None
    assert printed.answered_at == notice.ends_at
    assert printed.statement == WORDS
    assert [(one.criterion, one.stance) for one in printed.stances] == [("adv_ladder", "accept")]
    assert printed.decision == "We keep it: see the payroll."


def test_nobody_decides_on_saved_words_before_the_end(session: Session) -> None:
    walk = Walk(session)
    notice = saved(walk, STATEMENT)
    walk.later(hours=-1, microseconds=-1)  # summer time begins meanwhile

    with pytest.raises(RefusedError, match="cannot become 'decided'"):
        decided(walk, notice)


def test_whoever_wrote_the_assessment_does_not_decide_on_saved_words(session: Session) -> None:
    walk = Walk(session)
    notice = saved(walk, STATEMENT)
    walk.reviewer = walk.author

    with pytest.raises(ForbiddenError):
        decided(walk, notice)


def test_a_decision_without_reasons_leaves_saved_words_as_they_were(session: Session) -> None:
    walk = Walk(session)
    notice = saved(walk, STATEMENT)

    with pytest.raises(FaultsError):
        decided(walk, notice, " ")

    assert last(walk) == notice


def test_saved_words_are_decided_once(session: Session) -> None:
    walk = Walk(session)
    notice = saved(walk, STATEMENT)
    decided(walk, notice)

    with pytest.raises(RefusedError):
        decided(walk, notice)


def pages(site: Site, language: str = "en") -> list[str]:
    browser = site.as_reviewer()
    paths = ("notice", "review", "publish")
    return [browser.get(site.at(path, language)).text for path in paths]


def kept(site: Site) -> str:
    """Let the employer save a reply and not send it; return their link."""
    link = site.to_employer()
    stance = {"stance-adv_ladder": "disagree", "text-adv_ladder": "Our ladder has four steps."}
    site.reply(link, statement=WORDS, do="save", **stance)
    return link


def test_staff_see_nothing_of_what_is_not_sent_before_the_end(site: Site) -> None:
    kept(site)
    site.later(days=14, hours=-1, seconds=-1)  # summer time begins meanwhile

    for page in pages(site):
        assert all(words not in page for words in (WORDS, "four steps"))
        assert "notice/decision" not in page


@pytest.mark.parametrize(
    ("language", "words"), [("en", "did not send it"), ("es", "guardó esto y no lo envió")]
)
def test_after_the_end_the_page_shows_what_was_saved_and_says_so(
    site: Site, language: str, words: str
) -> None:
    kept(site)
    site.later(days=14)

    page, _, preview = pages(site, language)

    for shown in (words, WORDS, "Our ladder has four steps.", "Ana Ruiz, owner"):
        assert shown in page
    assert "notice/decision" in page
    assert WORDS in preview
    assert 'class="box forever"' not in preview


def test_saved_words_go_all_the_way_through_the_pages(site: Site) -> None:
    kept(site)
    site.later(days=14)

    refused = site.publish()
    site.decide("It stays, because of the payroll.")
    site.later(days=3)  # the employer reads it first
    done = site.publish()

    assert refused.status_code == HTTPStatus.CONFLICT
    assert "What was saved last counts as the reply." in refused.text
    assert done.status_code == HTTPStatus.SEE_OTHER
    assert site.state() is AssessmentState.PUBLISHED


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "If you do not send it, what you saved last counts as your reply."),
        ("es", "Si no la envía, lo último que guardó cuenta como su respuesta."),
    ],
)
def test_the_employer_reads_beside_save_that_saved_words_count(
    site: Site, language: str, words: str
) -> None:
    site.to_employer()

    assert words in site.employer.get(f"/{language}/reply").text


def test_the_employer_reads_after_the_end_that_saved_words_count(site: Site) -> None:
    link = kept(site)
    site.later(days=14)

    page = site.open(link)

    assert "What you saved last counts as your reply" in page
    assert "Your reply was sent" not in page
    assert WORDS in page


ANOTHER = [{"name": "Another Center"}, {"contact": "another@example.org"}]


def renamed(walk: Walk, but: dict[str, str]) -> None:
    found = get_organization(walk.session, walk.organization.id)
    change_organization(walk.session, replace(found, **but))  # type: ignore[arg-type]  # texts only


@pytest.mark.parametrize("but", ANOTHER)
def test_nothing_is_published_under_a_name_or_contact_the_employer_never_read(
    session: Session, keys: Keyring, but: dict[str, str]
) -> None:
    walk = Walk(session)
    walk.with_employer()
    renamed(walk, but)
    walk.later(days=14)

    with pytest.raises(RefusedError, match="name or the contact of your organization changed"):
        published(walk, keys)


def reviewed_anew(walk: Walk) -> None:
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments={"": "We have another name or contact."},
    )
    send_back(walk.session, walk.reviewer.actor, command, at=walk.at)
    walk.submitted().approved()


@pytest.mark.parametrize("but", ANOTHER)
def test_another_name_or_contact_does_not_go_on_under_the_earlier_clock(
    session: Session, but: dict[str, str]
) -> None:
    walk = Walk(session)
    walk.with_employer()
    renamed(walk, but)
    reviewed_anew(walk)
    command = ResumeNotice(id=new_id(), assessment_id=walk.assessment_id)

    with pytest.raises(RefusedError, match="Organization"):
        resume_notice(session, walk.author.actor, command, catalog=CATALOG, at=walk.at)


@pytest.mark.parametrize("but", ANOTHER)
def test_another_name_or_contact_is_published_after_a_new_notice(
    session: Session, keys: Keyring, but: dict[str, str]
) -> None:
    walk = Walk(session)
    walk.with_employer()
    renamed(walk, but)
    reviewed_anew(walk)
    walk.noticed(token="the-second-link")
    walk.opened("the-second-link")
    walk.later(days=14)

    issuer = body(published(walk, keys)).organization

    assert but.items() <= asdict(issuer).items()
