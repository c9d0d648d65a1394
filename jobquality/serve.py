"""Start a server from nothing, or say in a sentence why not: `python -m jobquality.serve`."""

import os
import socket
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import closing
from datetime import UTC, datetime

from jobquality.app import add_samples, prepare
from jobquality.cli.findings import Level, quick_findings
from jobquality.cli.installed import kept_secret
from jobquality.config import Settings
from jobquality.errors import JobQualityError, SetupError
from jobquality.services.accounts import new_setup_code, offer_setup
from jobquality.store.database import EVERY_ORGANIZATION, open_database


def main() -> None:
    """Prepare the installation, say where to click, and become the server."""
    try:
        port = _prepare(os.environ)
    except JobQualityError as refusal:
        sys.exit(f"\njobquality did not start.\n{refusal}")
    settings = Settings.from_environ(os.environ)
    site = settings.public_url
    print(f"\n  jobquality is ready:  {site}")
    if site != f"http://localhost:{port}":
        print(f"  It answers at:        http://localhost:{port}")
    if settings.read_only:
        print("  READ_ONLY=1:          pages are shown, nothing is saved.")
    code = "" if settings.read_only else _offer_setup(settings)
    if code:
        print(f"  Set it up first:      {site}/en/setup   code: {code}")
    print("  Ctrl-C stops it.\n", flush=True)
    _become_server(os.environ.get("HOST", "127.0.0.1"), port)


def _prepare(environ: MutableMapping[str, str]) -> int:
    """Return the port to serve on; completes `environ` for the server that follows."""
    port = _free_port(environ.get("PORT", "8000"), environ.get("HOST", "127.0.0.1"))
    environ.setdefault("PUBLIC_URL", f"http://localhost:{port}")
    if not environ.get("SECRET_KEY"):
        environ["SECRET_KEY"] = kept_secret(environ)
    settings = Settings.from_environ(environ)
    _look_around(settings, environ)
    prepare(settings, at=datetime.now(UTC))
    if not settings.read_only:
        add_samples(settings)
    return port


def _look_around(settings: Settings, environ: Mapping[str, str]) -> None:
    """Say what does not look right before a start.

    Raises:
        SetupError: nothing can be served like this.
    """
    for one in quick_findings(settings, environ, at=datetime.now(UTC)):
        if one.stops:
            raise SetupError(f"{one.said} {one.remedy}")
        is_on_laptop = one.name == "address" and "this machine only" in one.said
        if one.level is not Level.OK and not is_on_laptop:
            print(f"  {one.name}: {one.said} {one.remedy}")


def _offer_setup(settings: Settings) -> str:
    """Return the code that opens an installation without people, or an empty text."""
    code = new_setup_code()
    with (
        closing(open_database(settings.database_url)) as database,
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        return code if offer_setup(session, code, at=datetime.now(UTC)) else ""


def _free_port(given: str, host: str) -> int:
    """Return the port as a number.

    Raises:
        SetupError: it is no port, or another program has it.
    """
    if not given.isdecimal() or not 0 < int(given) < 2**16:
        raise SetupError(f"PORT is {given!r}, which is not a number from 1 to 65535.")
    port = int(given)
    with closing(socket.socket()) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise SetupError(
                f"Port {port} cannot be used ({error.strerror}). "
                f"Choose another one:  make run PORT={port + 1}"
            ) from error
    return port


def _become_server(host: str, port: int) -> None:
    if sys.platform == "win32":
        arguments = ["waitress", f"--listen={host}:{port}", "jobquality.wsgi:app"]
    else:
        arguments = [
            "gunicorn",
            f"--bind={host}:{port}",
            f"--workers={os.environ.get('WEB_CONCURRENCY', '2')}",
            "--worker-class=gthread",
            "--threads=8",
            # Its warnings name the network address of whoever asked for something unreadable.
            "--log-level=error",
            "--no-control-socket",
            *_logs(),
            "jobquality.wsgi:app",
        ]
    os.execv(sys.executable, [sys.executable, "-m", *arguments])  # noqa: S606 - our own server


def _logs() -> list[str]:
    is_json = os.environ.get("LOG_FORMAT") == "json"
    return ["--config=python:jobquality.logs"] if is_json else []


if __name__ == "__main__":
    main()
