"""What is written down of requests and faults: enough to find a fault, and nothing of a person.

A line names the pattern of an address, never the address: links carry secrets in it. No network
address, no program of a visitor, no query, no name, no message of an exception (it may quote
what somebody typed) is ever in it. Whoever reports a fault names the number of their request.

Source: docs/decisions/0047-logs.md
"""

import json
import logging
import re
import secrets
import time
import traceback
from datetime import UTC, datetime
from http import HTTPStatus
from types import TracebackType

from flask import Flask, Response, g, has_request_context, request

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9_-]{8,64}")
_REQUESTS = logging.getLogger("jobquality.requests")
_FAULTS = logging.getLogger("jobquality.faults")
_MOST_FRAMES = 12
#: Asked every few seconds by whatever watches over the service.
_UNTOLD = "/health/"

#: gunicorn reads this name, where it is told that this module is its configuration.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "jobquality.logs.JsonLines"}},
    "handlers": {"json": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"level": "WARNING", "handlers": ["json"]},
    "loggers": {
        "gunicorn.error": {"level": "ERROR", "handlers": [], "propagate": True},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        "jobquality": {"level": "INFO"},
    },
}


class JsonLines(logging.Formatter):
    """One line of JSON for each thing that happened, whatever stands in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a line break inside of it cannot make it two."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "request": request_id(),
            "said": record.getMessage(),
        }
        line |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[0] is not None:
            line |= _fault_of(record.exc_info)
        return json.dumps({name: value for name, value in line.items() if value != ""})


class NumberedApp(Flask):
    """An application whose every request has a number, and whose faults are told without words."""

    def log_exception(self, exc_info: ExcInfo) -> None:
        """Write down where it failed, by the number of the request."""
        told = _fault_of(exc_info) | {"method": request.method, "route": _route()}
        frames = told["frames"]
        where = " < ".join(reversed(frames)) if isinstance(frames, list) else ""
        said = f"Request {request_id()} failed: {told['error']} at {where}"
        _FAULTS.error(said, extra={"told": told})
        # With its words and values: for whoever develops, never in an installation.
        _FAULTS.debug("What it said", exc_info=exc_info)


def number_requests(app: Flask) -> None:
    """Give each request its number before anything else, and tell it when all is done."""
    app.before_request_funcs.setdefault(None, []).insert(0, _begin)
    app.after_request_funcs.setdefault(None, []).insert(0, _end)
    app.context_processor(lambda: {"request_number": request_id()})


def request_id() -> str:
    """Return the number of the request at hand, the caller's own where it is one; else nothing."""
    if not has_request_context():
        return ""
    if "request_id" not in g:
        asked = request.headers.get(HEADER, "")
        g.request_id = asked if _SANE.fullmatch(asked) else secrets.token_hex(8)
    return str(g.request_id)


def _begin() -> None:
    g.began = time.monotonic()


def _end(response: Response) -> Response:
    # What a cache hands to many people is the answer to nobody's request.
    if not response.cache_control.public:
        response.headers[HEADER] = request_id()
    is_fault = response.status_code >= HTTPStatus.BAD_REQUEST
    if is_fault or not request.path.startswith(_UNTOLD):
        told = {
            "method": request.method,
            "route": _route(),
            "status": response.status_code,
            "ms": round((time.monotonic() - g.get("began", time.monotonic())) * 1000),
        }
        is_ours = response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
        _REQUESTS.log(logging.WARNING if is_ours else logging.INFO, "", extra={"told": told})
    return response


def _route() -> str:
    """Return the pattern of the address, with the names of what stands in it."""
    return request.url_rule.rule if request.url_rule is not None else "none"


def _fault_of(exc_info: ExcInfo) -> dict[str, object]:
    """Return the kind of a fault and the lines that led to it, the outermost first."""
    kind, _, trace = exc_info
    lines = [
        f"{_short(one.filename)}:{one.lineno} {one.name}"
        for one in traceback.extract_tb(trace)[-_MOST_FRAMES:]
    ]
    return {"error": kind.__name__ if kind else "", "frames": lines}


def _short(filename: str) -> str:
    """Return a file as its package calls it: where it is installed is nobody's business."""
    for root in ("site-packages/", "jobquality/"):
        _, found, rest = filename.rpartition(f"/{root}")
        if found:
            return rest if root == "site-packages/" else f"jobquality/{rest}"
    return filename.rpartition("/")[2]
