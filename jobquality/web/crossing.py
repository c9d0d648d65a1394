"""No other site may send a form for somebody: where it comes from, and the token in it."""

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Flask, make_response, render_template, request
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response

from jobquality.http import current
from jobquality.web.kept import Fields, has_secrets, kept_fields

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_OURS = frozenset({"same-origin", "none"})


def add_crossing(app: Flask) -> None:
    """Refuse what other sites send, then what has no token; in this order."""
    app.config.update(
        WTF_CSRF_TIME_LIMIT=None,  # as long as the visit: people fill in forms for hours
        WTF_CSRF_SSL_STRICT=False,  # the check below is stricter, and works behind a proxy
    )
    app.before_request(refuse_other_sites)
    CSRFProtect(app)
    app.register_error_handler(CSRFError, _ask_again)


def refuse_other_sites() -> None:
    """Be quiet unless another site makes a browser send this.

    The programming interface has no visits, so nobody can be made to use theirs there.

    Raises:
        Forbidden: it does.
    """
    if request.method in _SAFE or request.path.startswith("/api/"):
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in _OURS:
            raise Forbidden
        return
    origin = request.headers.get("Origin")
    if origin is not None and origin not in _own_origins():
        raise Forbidden


def _own_origins() -> tuple[str, str]:
    parts = urlsplit(current().settings.public_url)
    return f"{parts.scheme}://{parts.netloc}", request.host_url.rstrip("/")


def _ask_again(_error: CSRFError) -> Response:
    """Show what was sent with a fresh token, so that an old page loses nothing.

    Only where the browser itself says that the form is ours, and nothing secret is in it:
    otherwise another site could make somebody press the button.
    """
    page = render_template("web/accounts/again.html", kept=_kept())
    return make_response(page, HTTPStatus.BAD_REQUEST)


def _kept() -> Fields:
    sent = kept_fields()
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return sent if is_ours and not has_secrets(sent) and not request.files else []
