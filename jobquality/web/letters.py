"""The texts of letters: read, tried out, changed and taken back to ours by an administrator."""

from collections.abc import Iterable
from http import HTTPStatus
from zoneinfo import ZoneInfo

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import USUAL_NOTICE, end_of_notice
from jobquality.errors import Fault, FaultsError, NotFoundError, check_faults
from jobquality.http import current
from jobquality.schemas.replies import read_lines
from jobquality.services import letters as services
from jobquality.services.letters import (
    NEEDED,
    PLACES,
    ChangeText,
    LetterKind,
    Words,
    current_words,
    fill,
    find_text_faults,
)
from jobquality.store.database import Session
from jobquality.store.letters import list_letter_texts
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.people import list_people
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES

blueprint = work_blueprint("letters", __name__)


@blueprint.get("/letters")
@needs(Action.MANAGE)
def listing() -> str:
    """Show the texts that go out, and whose each is."""
    with current().database.reading(current_actor().organization_id) as session:
        texts = [
            (kind, language, list_letter_texts(session, kind, language))
            for kind in LetterKind
            for language in LANGUAGES
        ]
    return render_template("web/letters/listing.html", texts=texts)


@blueprint.get("/letters/<kind>/<letter_language>")
@needs(Action.MANAGE)
def page(kind: str, letter_language: str) -> str:
    """Show a text with its versions, and how it looks."""
    return _page(_kind(kind), _language(letter_language))


@blueprint.post("/letters/<kind>/<letter_language>")
@needs(Action.MANAGE)
def change(kind: str, letter_language: str) -> Response:
    """Try a text out, keep it, or go back to ours."""
    known, language = _kind(kind), _language(letter_language)
    faults: list[Fault] = []
    words = Words(
        subject=read_lines(request.form.get("subject", ""), "subject", faults),
        text=read_lines(request.form.get("text", ""), "text", faults),
    )
    try:
        check_faults(faults)
        if request.form.get("do") == "look":
            check_faults(find_text_faults(words))
            return make_response(_page(known, language, typed=words))
        _keep(known, language, None if request.form.get("do") == "reset" else words)
    except FaultsError as refusal:
        shown = _page(known, language, typed=words, faults=refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    back = url_for("letters.page", kind=kind, letter_language=language)
    return redirect(back, HTTPStatus.SEE_OTHER)


def _keep(kind: LetterKind, language: str, words: Words | None) -> None:
    here, actor = current(), current_actor()
    seen = request.form.get("seen", "")
    command = ChangeText(
        id=here.new_id(),
        kind=kind,
        language=language,
        words=words,
        seen=int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < len("100000") else 0,
    )

    def work(session: Session) -> str:
        services.change_text(session, actor, command, at=here.clock())
        return "changed"

    once(actor, work)


def _kind(text: str) -> LetterKind:
    if text not in set(LetterKind):
        raise NotFoundError("There is no such text.")
    return LetterKind(text)


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise NotFoundError("There is no such text.")
    return text


def _page(
    kind: LetterKind,
    language: str,
    *,
    typed: Words | None = None,
    faults: Iterable[Fault] = (),
) -> str:
    with current().database.reading(current_actor().organization_id) as session:
        organization = get_organization(session, current_actor().organization_id)
        versions = list_letter_texts(session, kind, language)
        words = typed or current_words(session, kind, language)
        people = {one.id: one.name for one in list_people(session)}
    known = tuple(faults)
    return render_template(
        "web/letters/page.html",
        kind=kind,
        letter_language=language,
        words=words,
        shown=None if known else fill(words, _sample(organization, Speaker(language))),
        end=Speaker(language)("letters_no_fee"),
        versions=versions,
        seen=versions[0].number if versions else 0,
        people=people,
        places=" ".join(f"{{{one}}}" for one in PLACES),
        needed=" ".join(f"{{{one}}}" for one in NEEDED),
        moment=lambda at: moment_words(at, organization.time_zone, current_speaker()),
        faults=known,
    )


def _sample(organization: Organization, say: Speaker) -> dict[str, str]:
    """Return values that are nobody's, to try a text out."""
    zone = ZoneInfo(organization.time_zone)
    ends = end_of_notice(current().clock(), USUAL_NOTICE, zone)
    earliest = moment_words(ends, organization.time_zone, say)
    return {
        "employer": say("letters_sample_employer"),
        "organization": organization.name,
        "standard": say("letters_sample_standard"),
        "link": f"{current().settings.public_url}/{say.language}/reply/…",
        "deadline": say("letters_deadline_later", moment=earliest, days=USUAL_NOTICE),
        "days": str(USUAL_NOTICE),
        "contact": f"Ana Ruiz, 512-555-0100, {organization.contact}",
    }
