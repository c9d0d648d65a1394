"""A notice goes out as link, mail and letter; mail alone is no delivery (R19, T5, T14)."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from jobquality.errors import ConflictError, FaultsError
from jobquality.ledger.form import load_snapshot
from jobquality.mailing import send_due
from jobquality.reading.workers import workers_words
from jobquality.scoring.facts import Grade
from jobquality.services.letters import (
    ChangeText,
    LetterKind,
    Words,
    change_text,
    current_words,
    fill,
    find_text_faults,
    shipped_words,
)
from jobquality.services.outbox import Message, MessageState
from jobquality.store.assessments import Workers
from jobquality.store.database import Session
from jobquality.store.letters import list_letter_texts
from jobquality.store.outbox import list_messages
from jobquality.wording import Speaker
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_person
from tests.live.messages.postbox import running_postbox
from tests.live.messages.test_outbox import a_member
from tests.live.reviews.browsing import Site, link_in
from tests.live.reviews.parts import new_id

WAYS = {
    "mail_to": "office@diner.example",
    "letter": "yes",
    "address": "12 Elm Street\nAustin, TX 78701",
    "letter_language": "en",
    "contact_person": "Rosa Gil",
    "contact_phone": "512-555-0100",
    "contact_mail": "rosa@center.example",
}


def notify(site: Site, **but: str) -> str:
    site.submit()
    site.approve()
    form = {"key": new_id(), "days": "14", **WAYS, **but}
    return site.as_author().post(site.at("notice"), data=form).text


def messages(site: Site) -> dict[str, Message]:
    with site.database.reading(site.walk.organization.id) as session:
        return {one.kind: one for one in list_messages(session)}


def test_a_notice_as_mail_and_letter_holds_the_link_the_deadline_and_whom_to_ask(
    site: Site,
) -> None:
    page = notify(site)

    made = messages(site)
    assert set(made) == {"notice", "notice_letter"}
    for one in made.values():
        assert one.text.count("http") == 1
        assert link_in(page) in one.text
        assert "Rosa Gil, 512-555-0100, rosa@center.example" in one.text
        assert re.search(
            r"until \w+ \d+, 2026 at \d+:\d\d [AP]M \(C.T, Chicago time\), or later", one.text
        )
        assert "No fee changes a score." in one.text
    assert made["notice_letter"].state is MessageState.BY_HAND


@pytest.mark.parametrize("wanted", ["", "do \0nul", "burn"])
def test_what_a_message_cannot_do_is_refused_and_leaves_it_as_it_was(
    site: Site, wanted: str
) -> None:
    notify(site)
    before = messages(site)

    form = {"key": new_id(), "do": wanted}
    answer = site.as_author().post(f"/en/work/messages/{before['notice'].id}/state", data=form)

    assert answer.status_code == 422
    assert "What to do with it is not said." in answer.text
    assert messages(site) == before


def test_mail_that_was_taken_starts_no_clock(site: Site) -> None:
    notify(site)
    with running_postbox() as postbox:
        taken = send_due(site.database, postbox.server, clock=lambda: NOON)

    assert taken == (1, 0)
    assert messages(site)["notice"].state is MessageState.SENT
    assert site.notice().delivered_at is None
    assert "This is no delivery." in site.as_author().get(site.at("notice")).text


def test_a_notice_goes_out_though_the_mail_server_is_down_and_the_page_says_so(
    site: Site,
) -> None:
    page = notify(site)
    with running_postbox() as gone:
        server = gone.server
    send_due(site.database, server, clock=lambda: NOON)

    site.open(link_in(page))

    assert site.notice().delivered_at is not None
    seen = site.as_author().get(site.at("notice")).text
    assert "The mail server could not be reached." in seen
    assert "The mail server could not be reached." in site.as_author().get("/en/work/").text


def test_a_notice_without_mail_and_letter_is_the_link_alone(site: Site) -> None:
    site.submit()
    site.approve()

    assert link_in(site.notify())
    assert messages(site) == {}


def test_a_wrong_way_leaves_the_notice_unsent_and_names_every_fault(site: Site) -> None:
    page = notify(site, mail_to="office@diner", address="", contact_person="")

    assert "This is no mail address." in page
    assert "The letter has no address." in page
    assert not link_in(page)
    assert messages(site) == {}


def test_a_new_link_takes_the_letters_with_the_old_one_back(site: Site) -> None:
    notify(site)

    form = {"key": new_id(), **WAYS, "letter": ""}
    page = site.as_author().post(site.at("notice/link"), data=form).text

    with site.database.reading(site.walk.organization.id) as session:
        found = list_messages(session)
    assert sorted(one.state.value for one in found) == ["waiting", "withdrawn", "withdrawn"]
    waiting = next(one for one in found if one.state is MessageState.WAITING)
    assert link_in(page) in waiting.text


def test_only_whoever_made_the_letter_sees_its_link_and_prints_it(site: Site) -> None:
    page = notify(site)
    letter = messages(site)["notice_letter"]
    address = f"/en/work/messages/{letter.id}"

    assert link_in(site.as_author().get(address).text) == link_in(page)
    assert link_in(site.as_reviewer().get(address).text) == ""
    assert site.as_reviewer().get(f"{address}/letter.pdf").status_code == 409


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("What the draft says", "12 Elm Street")),
        ("es", ("Lo que dice el borrador", "Chicago")),
    ],
)
def test_a_letter_is_a_paper_with_link_claims_and_no_count_of_workers(
    site: Site, language: str, words: tuple[str, ...]
) -> None:
    with site.database.transaction(site.walk.organization.id) as site.walk.session:
        asked = Workers(asked=19, confirming=17, month="2026-02")
        site.walk.answered("sched_notice_days", "10", grade=Grade.E3, on=None, workers=asked)
    page = notify(site, letter_language=language)
    letter = messages(site)["notice_letter"]

    answer = site.as_author().get(f"/en/work/messages/{letter.id}/letter.pdf")

    assert answer.mimetype == "application/pdf"
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(answer.data)).pages)
    for word in (*words, "Rosa Gil", site.walk.employer.name):
        assert word in text
    token = link_in(page).rpartition("/")[2]
    assert token in text.replace("\n", "")
    drafted = load_snapshot(site.notice().draft)
    (counted,) = (one.workers for one in drafted.facts if one.workers)
    assert workers_words(counted, Speaker(language)) not in " ".join(text.split())
    assert not re.search(r"\b1[579]\b", text.partition(words[0])[2])


def test_a_message_that_hands_carried_is_marked_with_day_and_way(site: Site) -> None:
    notify(site)
    letter = messages(site)["notice_letter"]
    form = {"key": new_id(), "on": "2026-03-01", "how": "By post to the office"}

    site.as_author().post(f"/en/work/messages/{letter.id}/done", data=form)

    done = messages(site)["notice_letter"]
    assert (done.state, done.settled_how) == (MessageState.HANDED_OVER, "By post to the office")
    assert "http" not in done.text
    assert site.notice().delivered_at is None


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", list(LetterKind))
def test_the_texts_that_we_ship_pass_their_own_check(kind: LetterKind, language: str) -> None:
    assert list(find_text_faults(shipped_words(kind, language))) == []


def faults_of(text: str, subject: str = "Draft") -> list[str]:
    whole = f"{text}\n{{link}} {{deadline}} {{contact}}"
    return [str(one) for one in find_text_faults(Words(subject=subject, text=whole))]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Dear\n{emploier}", "line 2, text: There is no place called {emploier}. Did you mean {em"),
        ("{0.__class__}", "There is no place called {0.__class__}. Known are {employer}"),
        ("{{7*7}}", "A brace stands alone."),
        ("{% for x in y %}", "There is no place called {% for x in y %}."),
        ("{employer!r}", "There is no place called {employer!r}. Did you mean {employer}?"),
        ("{link", "A brace stands alone."),
    ],
)  # fmt: skip
def test_a_place_that_is_not_known_is_named_with_the_nearest(text: str, fault: str) -> None:
    assert any(fault in one for one in faults_of(text))


def test_a_text_without_link_deadline_or_contact_is_refused() -> None:
    faults = [str(one) for one in find_text_faults(Words(subject="Draft", text="Hello"))]

    assert [fault.partition("{")[2].partition("}")[0] for fault in faults] == [
        "link",
        "deadline",
        "contact",
    ]


def test_a_subject_is_one_line_without_the_private_link() -> None:
    assert any("no private link" in one for one in faults_of("", subject="Read {link}"))
    assert any("one line" in one for one in faults_of("", subject="Draft\nBcc: a@b.example"))


def test_what_is_filled_in_is_never_read_again() -> None:
    words = Words(subject="About {employer}", text="{employer} {link}")
    values = {"employer": "{link}\nBcc: a@b.example", "link": "https://x.example"}

    filled = fill(words, values)

    assert filled.subject == "About {link} Bcc: a@b.example"
    assert filled.text == "{link}\nBcc: a@b.example https://x.example"


def test_a_changed_text_goes_out_and_every_version_stays(session: Session) -> None:
    actor = a_member(session)
    own = Words(subject="Draft", text="{link} {deadline} {contact} Ours!")
    kind = LetterKind.NOTICE_MAIL

    change_text(
        session, actor, ChangeText(id="t1", kind=kind, language="en", words=own, seen=0), at=NOON
    )
    assert current_words(session, kind, "en") == own
    assert current_words(session, kind, "es") == shipped_words(kind, "es")
    change_text(
        session, actor, ChangeText(id="t2", kind=kind, language="en", words=None, seen=1), at=NOON
    )

    assert current_words(session, kind, "en") == shipped_words(kind, "en")
    versions = list_letter_texts(session, kind, "en")
    assert [(one.number, one.is_ours, one.made_by) for one in versions] == [
        (2, True, actor.person_id),
        (1, False, actor.person_id),
    ]


def test_two_who_change_a_text_at_once_do_not_overwrite_each_other(session: Session) -> None:
    actor = a_member(session)
    own = Words(subject="Draft", text="{link} {deadline} {contact}")
    command = ChangeText(id="t1", kind=LetterKind.NOTICE_MAIL, language="en", words=own, seen=0)
    change_text(session, actor, command, at=NOON)

    with pytest.raises(ConflictError):
        change_text(session, actor, command, at=NOON)


def test_a_text_with_a_fault_is_not_kept(session: Session) -> None:
    actor = a_member(session)
    own = Words(subject="Draft", text="{lnk}")
    command = ChangeText(id="t1", kind=LetterKind.NOTICE_MAIL, language="en", words=own, seen=0)

    with pytest.raises(FaultsError, match=r"Did you mean \{link\}"):
        change_text(session, actor, command, at=NOON)


def test_an_administrator_tries_a_text_out_keeps_it_and_goes_back(site: Site) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        manager = stored_person(session, site.walk.organization)
    browser = log_in(site.app.test_client(), manager)
    address = "/en/work/letters/notice_mail/en"
    own = {"subject": "Draft for {employer}", "text": "Hi <b>you</b>: {link} {deadline} {contact}"}

    looked = browser.post(address, data={"key": new_id(), "do": "look", "seen": "0"} | own).text
    assert "Draft for Sample Diner" in looked
    assert "Hi &lt;b&gt;you&lt;/b&gt;" in looked
    browser.post(address, data={"key": new_id(), "do": "save", "seen": "0"} | own)
    notify(site)
    assert messages(site)["notice"].subject.startswith("Draft for ")
    assert messages(site)["notice"].text.startswith("Hi <b>you</b>: http")
    browser.post(address, data={"key": new_id(), "do": "reset", "seen": "1"} | own)
    assert "Dear owner or manager" in browser.get(address).text
