"""How a notice goes out beside its link, as its form asks for it: mail, a letter, a contact."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import request, url_for

from jobquality.access.actors import Actor
from jobquality.access.states import end_of_notice
from jobquality.errors import Fault, check_faults
from jobquality.http import current
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.names import Names
from jobquality.schemas.replies import read_lines
from jobquality.services import letters
from jobquality.services.letters import Ways, find_way_faults
from jobquality.store.database import Session
from jobquality.store.notices import Notice
from jobquality.store.organizations import get_organization
from jobquality.web.languages import current_language
from jobquality.web.moments import moment_words
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES


def read_ways(employer: str) -> Ways:
    """Return how the form wants a notice to go out; the employer's name heads the envelope.

    Raises:
        FaultsError: an address is none, or nobody is named; names every fault.
    """
    faults: list[Fault] = []
    given = {
        name: read_lines(request.form.get(name, ""), name, faults).strip()
        for name in ("mail_to", "address", "contact_person", "contact_phone", "contact_mail")
    }
    language = request.form.get("letter_language", "")
    lines = [line.strip() for line in given["address"].splitlines() if line.strip()]
    has_letter = request.form.get("letter") == "yes"
    if has_letter and not lines:
        remedy = "Write it as on an envelope."
        faults.append(Fault(message="The letter has no address.", where="address", remedy=remedy))
    head = [] if lines and lines[0].casefold() == employer.casefold() else [employer]
    ways = Ways(
        language=language if language in LANGUAGES else "en",
        mail_to=given["mail_to"],
        has_letter=has_letter,
        address="\n".join((*head, *lines)),
        person=given["contact_person"],
        phone=given["contact_phone"],
        mail=given["contact_mail"],
    )
    check_faults((*faults, *find_way_faults(ways)))
    return ways


def send_out(session: Session, actor: Actor, notice: Notice, *, token: str) -> None:
    """Put what the form asks for into the outbox, with the link that is known only now.

    Raises:
        FaultsError: an address is none, or nobody is named; names every fault.
    """
    here = current()
    draft = load_snapshot(notice.draft)
    ways = read_ways(draft.employer.name)
    if not ways.is_any:
        return
    values = _values(session, notice, draft, ways, token)
    letters.write(session, actor, notice, ways, values, new_id=here.new_id, at=here.clock())


def send_again(session: Session, actor: Actor, notice: Notice, ways: Ways, *, token: str) -> None:
    """Put a new address into the outbox as the old one was, saying that it is a new one."""
    if ways.is_any:
        here, first = current(), Speaker(ways.language)("links_note")
        values = _values(session, notice, load_snapshot(notice.draft), ways, token)
        letters.write(
            session,
            actor,
            notice,
            ways,
            values,
            new_id=here.new_id,
            at=here.clock(),
            first=first,
        )


def link_of(token: str, *, language: str = "") -> str:
    """Return the employer's private address, whole."""
    wanted = language or current_language()
    address = url_for("reply.door", token=token, language=wanted)
    return f"{current().settings.public_url}{address}"


def deadline_words(notice: Notice, time_zone: str, say: Speaker, *, at: datetime) -> str:
    """Return until when the employer can reply; before delivery, the earliest that can be."""
    if notice.ends_at is not None:
        return moment_words(notice.ends_at, time_zone, say)
    if not notice.days:
        return say("practice_deadline")
    earliest = moment_words(end_of_notice(at, notice.days, ZoneInfo(time_zone)), time_zone, say)
    return say("letters_deadline_later", moment=earliest, days=notice.days)


def _values(
    session: Session, notice: Notice, draft: Snapshot, ways: Ways, token: str
) -> Mapping[str, str]:
    here, say = current(), Speaker(ways.language)
    organization = get_organization(session, notice.organization_id)
    names = Names.of(here.catalog.edition(draft.rubric, draft.edition), say)
    return {
        "employer": draft.employer.name,
        "organization": organization.name,
        "standard": f"{names.words.title or draft.rubric} {draft.edition}",
        "deadline": deadline_words(notice, organization.time_zone, say, at=here.clock()),
        "days": str(notice.days),
        "contact": ways.contact,
        "link": link_of(token, language=ways.language),
    }
