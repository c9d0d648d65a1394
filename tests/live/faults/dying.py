"""Our application as a server runs it, that dies between the work and the reply when told to.

What the browser asks for is done and committed; then the process ends as by kill -9, before a
byte of the answer has left. No other moment shows whether sending again does things twice.
"""

import os
import signal
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.test import run_wsgi_app

from wsgi import app as ours

if TYPE_CHECKING:
    from _typeshed import HasFileno
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_SYNC = os.fsync
#: How many times this request may still ask for a file to be on the disk before the end comes.
_LEFT = threading.local()


def _dying_sync(fd: "int | HasFileno") -> None:
    count = getattr(_LEFT, "count", 0)
    if count == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    _LEFT.count = count - 1
    _SYNC(fd)


os.fsync = _dying_sync


def app(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer as we do, or die when it is done, or while a file of it is written."""
    _LEFT.count = int(environ.get("HTTP_DIE_AT_SYNC", "0"))
    body, status, headers = run_wsgi_app(ours, environ, buffered=True)
    was_done = status[0] in "23"
    if was_done and "HTTP_DIE_AFTER" in environ:
        os.kill(os.getpid(), signal.SIGKILL)
    start_response(status, list(headers))
    return body
