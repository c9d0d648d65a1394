"""Who else could be in an account: everybody sees it, and a third person confirms who it is."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.http import current
from jobquality.services.hands import (
    RESETS,
    confirm_by_old_code,
    confirm_person,
    list_doubts,
    may_confirm,
)
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs


@needs(Action.LOOK)
@fresh
def confirm(person_id: str) -> Response:
    """Confirm as a third person that somebody is who they say."""
    actor, at = current_actor(), current().clock()
    once(actor, lambda session: confirm_person(session, actor, person_id, at=at).id)
    return redirect(url_for("accounts.people"))


@needs(Action.LOOK)
def old_code() -> Response:
    """Take a recovery code from before a reset: it shows that it is really them."""
    actor, at, code = current_actor(), current().clock(), request.form.get("old_code", "")
    tries = tries_at("old-code", actor.person_id)
    check_tries(tries)

    def prove(session: Session) -> str:
        confirm_by_old_code(session, actor, code, at=at)
        return actor.person_id

    once(actor, prove)
    forgive(tries)
    return redirect(url_for("accounts.people"))


def doubts_shown(session: Session) -> dict[str, dict[str, object]]:
    """Return by person who else could be in their account, until when, and who may confirm."""
    actor, at, say = current_actor(), current().clock(), current_speaker()
    zone = get_organization(session, actor.organization_id).time_zone
    return {
        person_id: {
            "makers": tuple(dict.fromkeys(one.maker for one in hands)),
            "until": moment_words(max(one.ends_at for one in hands), zone, say),
            "may_confirm": may_confirm(session, actor, person_id, at=at),
            "is_reset": any(one.why in RESETS for one in hands),
            "has_proofs": any(one.proofs for one in hands),
        }
        for person_id, hands in list_doubts(session, at=at).items()
    }
