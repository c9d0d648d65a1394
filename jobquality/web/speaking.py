"""Who comes in through an employer's link: asked the same way at each of its three doors."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar

from flask import make_response, redirect, request
from werkzeug.wrappers import Response

from jobquality.access.actors import Actor
from jobquality.errors import Fault, FaultsError, ForbiddenError, RefusedError
from jobquality.http import current
from jobquality.schemas.claims import read_decision, read_introduction
from jobquality.services.speakers import DecideSpeaker, Introduce
from jobquality.store.database import Session
from jobquality.store.speakers import Speaking
from jobquality.web.forms import chosen
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.once import once
from jobquality.web.security import keep_in_visit, renew_visit
from jobquality.web.visitors import find_current_person

_CODE_LENGTH = 10

S = TypeVar("S", bound=Speaking)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """Somebody before a door: for whom the form is sent, who came before, how they come in.

    `about` is what guesses at codes are counted for, `slot` where the visit keeps who speaks,
    `page` where they go once they are in, and `ask` the form again, with what is wrong.
    `again` lets somebody in who came through another link and gave the code from then.
    """

    visitor: Actor
    about: str
    slot: str
    came: Callable[[Session], Iterable[Speaking]]
    introduce: Callable[[Session, Introduce], Speaking]
    page: str
    ask: Callable[[Iterable[Fault]], str]
    again: Callable[[Session, str], Speaking] | None = None


def let_in(knock: Knock) -> Response:
    """Let in somebody new, or somebody who goes on by their code; else ask again, as typed."""
    try:
        _let_in(knock)
    except FaultsError as refusal:
        return make_response(knock.ask(refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY)
    except RefusedError as refusal:
        return make_response(knock.ask([Fault(message=str(refusal))]), HTTPStatus.CONFLICT)
    return redirect(knock.page, HTTPStatus.SEE_OTHER)


def _let_in(knock: Knock) -> None:
    is_back = request.form.get("do") == "return"
    speaker_id = _come_back(knock) if is_back else _come(knock)
    renew_visit()
    keep_in_visit(knock.slot, speaker_id)


def decision_of_form(speaker_id: str) -> DecideSpeaker:
    """Return what somebody of the team makes of one who came; nothing is guessed.

    Raises:
        FaultsError: it does not say which, how it was checked, or why they were refused.
    """
    chosen("do", "accept", "refuse")
    return read_decision(request.form, speaker_id=speaker_id, say=current_speaker())


def code_of(speaker_id: str) -> str:
    """Return the words by which somebody goes on as themselves on another device.

    It follows from who they are and the installation's secret, so it is never kept.
    """
    secret = current().settings.secret_key.encode()
    digest = hmac.new(secret, f"speaker {speaker_id}".encode(), hashlib.sha256).digest()
    code = base64.b32encode(digest).decode()[:_CODE_LENGTH]
    return f"{code[:5]}-{code[5:]}"


def find_by_code(speakers: Iterable[S], typed: str) -> S | None:
    """Return who has this code among those who came, or None."""
    given = "".join(typed.upper().split()).replace("-", "")
    for speaker in speakers:
        known = code_of(speaker.id).replace("-", "")
        if hmac.compare_digest(known.encode(), given.encode()):
            return speaker
    return None


def is_own(organization_id: str) -> bool:
    """Say whether somebody of the organization that made the link is logged in here."""
    person = find_current_person()
    return person is not None and person.organization_id == organization_id


def check_not_own(organization_id: str, refusal: str) -> None:
    """Be quiet where nobody of the organization that made the link is logged in here.

    Raises:
        ForbiddenError: somebody is.
    """
    if is_own(organization_id):
        raise ForbiddenError(refusal)


def _come(knock: Knock) -> str:
    command = read_introduction(request.form, speaker_id=current().new_id(), say=current_speaker())
    return once(knock.visitor, lambda session: knock.introduce(session, command).id)


def _come_back(knock: Knock) -> str:
    """Return who goes on as before; guesses at a code are counted, right ones are not."""
    tries = tries_at("speaker", knock.about)
    check_tries(tries)
    with current().database.reading(knock.visitor.organization_id) as session:
        speaker = find_by_code(knock.came(session), request.form.get("code", ""))
    if speaker is None:
        raise FaultsError([Fault(message=current_speaker()("claims_no_code"), where="code")])
    forgive(tries)
    again, known = knock.again, speaker.id
    return once(knock.visitor, lambda session: again(session, known).id) if again else known
