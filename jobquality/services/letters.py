"""Letters to employers: texts that an organization may change, and their messages.

A text holds places like {employer} from a closed list, and nothing else that is filled in: it
is never evaluated, as a template or as a format.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import ConflictError, Fault, NotFoundError, check_faults
from jobquality.rubrics.characters import unwanted_character
from jobquality.services.events import EventKind, record
from jobquality.services.outbox import Message, MessageKind, check_address, put
from jobquality.store.database import Session
from jobquality.store.letters import LetterText, add_letter_text, list_letter_texts
from jobquality.store.notices import Notice
from jobquality.wording import Speaker
from jobquality.wording.letters import SHIPPED


class LetterKind(StrEnum):
    """The texts that an organization may change."""

    NOTICE_MAIL = "notice_mail"
    NOTICE_LETTER = "notice_letter"


#: Everything that is filled in, and what a text cannot do without.
PLACES = ("employer", "organization", "standard", "link", "deadline", "days", "contact")
NEEDED = ("link", "deadline", "contact")
#: What may not stand in a subject: everybody on the way reads it.
_NOT_IN_SUBJECT = frozenset({"link"})

_PLACE = re.compile(r"\{([^{}\n]*)\}")
_LONGEST_SUBJECT, _LONGEST_TEXT, _LONGEST_LINE, _MOST_LINES = 150, 8000, 120, 7
_MAIL_SUBJECT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A subject and a text, with their places or filled in."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeText:
    """A new version of a text; without `words` it goes back to ours. `seen` is the last number."""

    id: str
    kind: LetterKind
    language: str
    words: Words | None
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a notice goes out beside its link, and who is there for questions.

    `mail_to` is empty where no mail goes out, `address` where no letter does; its lines are
    those of the envelope.
    """

    language: str = "en"
    mail_to: str = ""
    has_letter: bool = False
    address: str = ""
    person: str = ""
    phone: str = ""
    mail: str = ""

    @property
    def is_any(self) -> bool:
        """Say whether anything goes out beside the link."""
        return bool(self.mail_to or self.has_letter)

    @property
    def contact(self) -> str:
        """Return who is there for questions, in one line."""
        return ", ".join(part for part in (self.person, self.phone, self.mail) if part)


def current_words(session: Session, kind: LetterKind, language: str) -> Words:
    """Return the text that goes out now: the organization's own, or ours."""
    versions = list_letter_texts(session, kind, language)
    if not versions or versions[0].is_ours:
        return shipped_words(kind, language)
    return Words(subject=versions[0].subject, text=versions[0].text)


def shipped_words(kind: LetterKind, language: str) -> Words:
    """Return the text that we ship.

    Raises:
        NotFoundError: there is none in that language.
    """
    if (kind, language) not in SHIPPED:
        raise NotFoundError("There is no such text.")
    subject, text = SHIPPED[kind, language]
    return Words(subject=subject, text=text)


def change_text(session: Session, actor: Actor, command: ChangeText, *, at: datetime) -> None:
    """Keep a new version of a text; the earlier ones stay.

    Raises:
        ForbiddenError: the actor may not manage.
        ConflictError: somebody changed it since `command.seen`.
        FaultsError: a place is unknown or missing, or a text is too long; names every one.
    """
    check_may(actor, Action.MANAGE)
    words = command.words or shipped_words(command.kind, command.language)
    check_faults(find_text_faults(words))
    versions = list_letter_texts(session, command.kind, command.language)
    last = versions[0].number if versions else 0
    if last != command.seen:
        raise ConflictError("Somebody else changed this text. Reload the page to see it.")
    made = LetterText(
        id=command.id,
        organization_id=actor.organization_id,
        kind=command.kind,
        language=command.language,
        number=last + 1,
        is_ours=command.words is None,
        subject=words.subject,
        text=words.text,
        made_by=actor.person_id,
        made_at=at,
    )
    add_letter_text(session, made)
    record(
        session,
        actor,
        EventKind.TEMPLATE_CHANGED,
        organization_id=actor.organization_id,
        about="template",
        about_id=made.id,
        at=at,
        details={"what": f"{command.kind}, {command.language}"},
    )


def find_text_faults(words: Words) -> Iterator[Fault]:
    """Yield everything wrong with a text, each with its line and the nearest known place."""
    yield from _place_faults(words.subject, "subject")
    yield from _place_faults(words.text, "text")
    yield from _size_faults(words)
    for name in NEEDED:
        if f"{{{name}}}" not in words.text:
            message = f"The text leaves out {{{name}}}."
            remedy = "Put it back: the employer needs it."
            yield Fault(message=message, where="text", remedy=remedy)
    if any(f"{{{name}}}" in words.subject for name in _NOT_IN_SUBJECT):
        remedy = "Put {link} into the text."
        yield Fault(message="A subject holds no private link.", where="subject", remedy=remedy)


def fill(words: Words, values: Mapping[str, str]) -> Words:
    """Return a text with its places filled in, once: what is filled in is never read again."""
    subject = " ".join(_filled(words.subject, values).split())
    return Words(subject=subject[:_MAIL_SUBJECT], text=_filled(words.text, values))


def find_way_faults(ways: Ways) -> Iterator[Fault]:
    """Yield everything wrong with how a notice should go out."""
    if not ways.is_any:
        return
    if ways.mail_to:
        yield from check_address(ways.mail_to, where="mail_to")
    if ways.mail:
        yield from check_address(ways.mail, where="contact_mail")
    if not ways.person or not (ways.phone or ways.mail):
        remedy = "Write a name, and a phone number or a mail address."
        message = "Nobody is named whom the employer can ask."
        yield Fault(message=message, where="contact_person", remedy=remedy)
    yield from _line_faults(ways)
    if ways.has_letter and not 0 < len(ways.address.splitlines()) <= _MOST_LINES:
        remedy = f"Write it as on an envelope, in at most {_MOST_LINES} lines."
        yield Fault(message="The letter has no address.", where="address", remedy=remedy)


def write(  # noqa: PLR0913  # what goes to whom, with which words
    session: Session,
    actor: Actor,
    notice: Notice,
    ways: Ways,
    values: Mapping[str, str],
    *,
    new_id: Callable[[], str],
    at: datetime,
    first: str = "",
) -> None:
    """Put a notice's mail and letter into the outbox. Neither starts the clock.

    `first` is said before the text, such as that a link is a new one.

    Raises:
        FaultsError: an address is none, or nobody is named for questions; names every fault.
    """
    check_faults(find_way_faults(ways))
    for kind, to, head in _wanted(ways):
        words = fill(current_words(session, kind, ways.language), values)
        end = Speaker(ways.language)("letters_no_fee")
        message = Message(
            id=new_id(),
            organization_id=notice.organization_id,
            kind=_KINDS[kind],
            to=to,
            language=ways.language,
            subject=words.subject,
            text="\n\n".join(part for part in (head, first, words.text.strip(), end) if part)
            + "\n",
            about="notice",
            about_id=notice.id,
            secret=values["link"],
            made_by=actor.person_id,
        )
        put(session, message, at=at)


def parts_of_letter(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of a letter's address, and its paragraphs."""
    head, _, body = text.partition("\n\n")
    return tuple(head.splitlines()), tuple(one for one in body.split("\n\n") if one.strip())


_KINDS = {
    LetterKind.NOTICE_MAIL: MessageKind.NOTICE,
    LetterKind.NOTICE_LETTER: MessageKind.NOTICE_LETTER,
}


def _wanted(ways: Ways) -> Iterator[tuple[LetterKind, str, str]]:
    if ways.mail_to:
        yield LetterKind.NOTICE_MAIL, ways.mail_to, ""
    if ways.has_letter:
        yield LetterKind.NOTICE_LETTER, "", ways.address


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def _place_faults(text: str, where: str) -> Iterator[Fault]:
    for number, line in enumerate(text.splitlines(), 1):
        at = number if where == "text" else None
        for name in _PLACE.findall(line):
            if name not in PLACES:
                message = f"There is no place called {{{name}}}."
                yield Fault(message=message, where=where, line=at, remedy=_nearest(name))
        if set(_PLACE.sub("", line)) & {"{", "}"}:
            remedy = "Write a place as {link}; other braces cannot stand here."
            yield Fault(message="A brace stands alone.", where=where, line=at, remedy=remedy)


def _nearest(name: str) -> str:
    near = difflib.get_close_matches(name.strip().lower(), PLACES, n=1)
    if near:
        return f"Did you mean {{{near[0]}}}?"
    return f"Known are {', '.join(f'{{{one}}}' for one in PLACES)}."


def _size_faults(words: Words) -> Iterator[Fault]:
    bare = words.subject.strip()
    if not bare or len(bare.splitlines()) != 1 or len(bare) > _LONGEST_SUBJECT:
        remedy = f"Write one line of at most {_LONGEST_SUBJECT} characters."
        yield Fault(message="The subject cannot stay so.", where="subject", remedy=remedy)
    if len(words.text) > _LONGEST_TEXT:
        remedy = f"Write at most {_LONGEST_TEXT} characters."
        yield Fault(message="The text is too long.", where="text", remedy=remedy)
    for where, text in (("subject", words.subject), ("text", words.text)):
        found = unwanted_character(text)
        if found:
            yield Fault(message=f"The text holds {found}.", where=where, remedy="Delete it.")


def _line_faults(ways: Ways) -> Iterator[Fault]:
    lines = (
        ("contact_person", ways.person),
        ("contact_phone", ways.phone),
        *(("address", line) for line in ways.address.splitlines()),
    )
    for where, line in lines:
        if len(line) > _LONGEST_LINE or len(line.splitlines()) > 1 or unwanted_character(line):
            remedy = f"Write plain lines of at most {_LONGEST_LINE} characters."
            yield Fault(message="This cannot stand in a letter.", where=where, remedy=remedy)
