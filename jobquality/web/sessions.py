"""Sessions that live on the server and end at logout; a visitor who does nothing gets no cookie."""

import hashlib
import json
import secrets
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, Request, Response, request
from flask import session as opened_session  # noqa: TID251 - it is made here
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from jobquality.errors import PausedError
from jobquality.http import current
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.sessions import Visit, add_visit, end_visit, find_visit, keep_visit
from jobquality.web.devices import device_of

#: A day's work on a phone survives eight quiet hours; nobody stays in longer than twelve.
IDLE, LONGEST = timedelta(hours=8), timedelta(hours=12)
#: Being seen is written at most this often, so that reading pages rarely writes.
_SEEN_EVERY = timedelta(minutes=5)


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """What one visitor's session holds; `key` is the browser's, empty while there is none."""

    def __init__(self, key: str = "", visit: Visit | None = None) -> None:
        content = json.loads(visit.content) if visit else {}
        super().__init__(content, lambda _: setattr(self, "modified", True))
        self.modified = False
        self.key = key if visit else ""
        self.visit = visit
        self.ended_key = ""
        self.goes_on = False
        self.unread: PausedError | None = None

    def renew(self) -> None:
        """Give the visitor another key, so that one planted before the login opens nothing.

        What the visit holds goes on under it; after a login that is nothing.
        """
        self.goes_on = bool(self)
        self.ended_key = self.ended_key or self.key
        self.key = ""
        self.modified = True


#: Addresses that other websites call: whoever is logged in is nobody there.
_WITHOUT = ("/api/", "/embed/", "/badge/")


class ServerSessions(SessionInterface):
    """Keeps sessions in our own table."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Return the visitor's session; an unknown or expired key gives an empty one.

        The API, the embed and the badge ignore every cookie, so that no website can use a
        visitor's.
        """
        key = request.cookies.get(cookie_name(app), "")
        if not key or request.path.startswith(_WITHOUT):
            return ServerSession()
        here = current()
        try:
            with here.database.reading(EVERY_ORGANIZATION) as session:
                return ServerSession(key, find_visit(session, digest_of(key), at=here.clock()))
        except PausedError as refusal:
            unread = ServerSession()
            unread.unread = refusal
            return unread

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed; an emptied session is forgotten, with its cookie.

        While nothing may be written, a page is shown all the same.
        """
        if not isinstance(session, ServerSession) or current().database.is_closed:
            return
        now = current().clock()
        if session.ended_key and not _forget(session.ended_key) and session.goes_on:
            session.clear()  # it was ended while this request was under way
        if not session:
            _leave(app, session, response)
        elif session.modified or _was_quiet(session.visit, now):
            if not _keep(session, now):
                return
            response.set_cookie(cookie_name(app), session.key, **_cookie(app))
            response.headers["Cache-Control"] = "private, no-store"
            response.vary.add("Cookie")


def check_session_was_read() -> None:
    """Be quiet where the session is known: nobody is logged out because a database was away.

    Raises:
        PausedError: it could not be read. Said here, for before a request there are no pages.
    """
    unread = getattr(opened_session, "unread", None)
    if unread is not None:
        raise unread


def cookie_name(app: Flask) -> str:
    """Return the cookie's name; over https, one that no other host can plant."""
    return "__Host-jq" if _is_https(app) else "jq"


def digest_of(key: str) -> str:
    """Return what the server keeps of a secret key, link or code: its SHA-256 in hex."""
    return hashlib.sha256(key.encode()).hexdigest()


def _is_https(app: Flask) -> bool:
    settings = app.extensions["jobquality"].settings
    return bool(settings.public_url.startswith("https://"))


def _cookie(app: Flask) -> dict[str, Any]:
    return {
        "secure": _is_https(app),
        "httponly": True,
        "samesite": "Lax",
        "path": "/",
        "max_age": int(LONGEST.total_seconds()),
    }


def _was_quiet(visit: Visit | None, now: datetime) -> bool:
    return visit is not None and now - visit.seen_at > _SEEN_EVERY


def _keep(session: ServerSession, now: datetime) -> bool:
    """Keep a session, and say whether it was.

    Only to be seen is not worth a wait; and one that was ended meanwhile stays ended.
    """
    is_new = not session.key
    session.key = session.key or secrets.token_urlsafe(32)
    created = session.visit.created_at if session.visit and not session.ended_key else now
    visit = Visit(
        digest=digest_of(session.key),
        content=json.dumps(dict(session), sort_keys=True),
        created_at=created,
        seen_at=now,
        expires_at=min(now + IDLE, created + LONGEST),
        person_id=session.get("person_id"),
        device=device_of(request.user_agent.string) if session.get("person_id") else None,
    )
    try:
        with _writing(waits=session.modified) as opened:
            if not is_new:
                return keep_visit(opened, visit)
            add_visit(opened, visit)
    except PausedError:
        if session.modified:
            raise
        return False
    return True


def _forget(key: str) -> bool:
    with _writing() as opened:
        return end_visit(opened, digest_of(key))


def _leave(app: Flask, session: ServerSession, response: Response) -> None:
    if session.key or session.ended_key:
        _forget(session.key or session.ended_key)
        # Without Secure, browsers would ignore this for a `__Host-` cookie.
        response.delete_cookie(
            cookie_name(app), path="/", secure=_is_https(app), samesite="Lax", httponly=True
        )


def _writing(*, waits: bool = True) -> AbstractContextManager[Session]:
    return current().database.transaction(EVERY_ORGANIZATION, waits=waits)
