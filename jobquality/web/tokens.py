"""Tokens: somebody makes, sees and ends the keys of their programs."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.scopes import Scope
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.schemas.accounts import TokenSchema, read_form
from jobquality.services import tokens as services
from jobquality.services.tokens import PREFIX, USUAL_DAYS, NewToken, stop_token
from jobquality.store.database import Session
from jobquality.store.tokens import list_tokens
from jobquality.web.forms import again, typed
from jobquality.web.languages import current_speaker
from jobquality.web.once import once, secret_of_form
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs

_PAGE, _SHOWN = "web/accounts/tokens.html", "web/accounts/token.html"
_DAYS = (30, USUAL_DAYS, 365)


@needs(Action.LOOK)
def tokens() -> str:
    """Show one's own tokens."""
    start = {"scopes": [Scope.READ.value], "days": str(USUAL_DAYS)}
    return render_template(_PAGE, typed=start, faults=(), **_shown())


@needs(Action.LOOK)
def end_token(token_id: str) -> Response:
    """End a token: one's own, or as an administrator anybody's."""
    actor, at = current_actor(), current().clock()

    def end(session: Session) -> str:
        return stop_token(session, actor, token_id, at=at).person_id

    is_own = once(actor, end) == actor.person_id
    return redirect(url_for("accounts.tokens" if is_own else "accounts.people"))


@needs(Action.LOOK)
@fresh
def make_token() -> Response | str:
    """Make a token, and show it once."""
    actor, at = current_actor(), current().clock()
    try:
        (read,) = read_form([TokenSchema()], typed(), current_speaker())
    except FaultsError as refusal:
        return again(_PAGE, refusal.faults, _shown())
    secret = PREFIX + secret_of_form(actor, "token")
    new = NewToken(
        id=current().new_id(),
        secret=secret,
        name=read["name"],
        scopes=frozenset(read["scopes"]),
        days=read["days"],
    )
    once(actor, lambda session: services.make_token(session, actor, new, at=at).id)
    return render_template(_SHOWN, name=new.name, secret=secret)


def _shown() -> dict[str, object]:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        found = list_tokens(session, at=here.clock(), person_id=actor.person_id)
    return {"tokens": found, "all_scopes": tuple(Scope), "all_days": _DAYS}
