"""A real server over https in this process, whose clock a test can turn forward.

Two weeks of an employer's clock pass in no time; everything else is as installations run it.
"""

import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.http import Context
from jobquality.services.accounts import new_setup_code, offer_setup
from jobquality.store.database import EVERY_ORGANIZATION, open_database

SECRET = "b" * 32
START = datetime(2026, 3, 2, 15, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """A clock that stands still until somebody turns it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass(slots=True)
class RealClock(Clock):
    """The clock of this machine, which nobody turns."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Where it runs, its clock, the code that sets it up, and what its views work with."""

    address: str
    code: str
    app: Flask
    clock: Clock = field(default_factory=Clock)

    @property
    def here(self) -> Context:
        context = self.app.extensions["jobquality"]
        assert isinstance(context, Context)
        return context


class _Quiet(WSGIRequestHandler):
    """Says nothing of what it answers: a failed test should show its own words."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - its own name
        """Say nothing."""


@contextmanager
def running_installation(  # noqa: PLR0913  # where, how, for whom and by which clock
    folder: Path,
    port: int,
    database_url: str = "",
    *,
    scheme: str = "https",
    is_new: bool = True,
    clock: Clock | None = None,
) -> Iterator[Installation]:
    """Serve an installation on a port of this machine, over https; `is_new`: nobody is in it yet.

    Browsers run no service worker behind a certificate that they do not know, but on plain
    http://localhost they do: what a phone keeps is tested there.
    """
    address = f"{scheme}://localhost:{port}"
    environ = {"JOBQUALITY_DATA": str(folder / "data"), "SECRET_KEY": SECRET}
    settings = Settings.from_environ(environ | {"PUBLIC_URL": address})
    settings = replace(settings, database_url=database_url or settings.database_url)
    clock = clock or Clock()
    prepare(settings, at=clock())
    app = create_app(settings, clock=clock)
    code = _set_up_code(settings, clock()) if is_new else ""
    with _serving(app, port, _tls(folder) if scheme == "https" else None):
        yield Installation(address=address, code=code, app=app, clock=clock)


def _set_up_code(settings: Settings, at: datetime) -> str:
    """Return the code that `make run` prints."""
    code = new_setup_code()
    with (
        closing(open_database(settings.database_url)) as database,
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        assert offer_setup(session, code, at=at)
    return code


@contextmanager
def _serving(app: Flask, port: int, tls: ssl.SSLContext | None) -> Iterator[None]:
    server = make_server(
        "localhost", port, app, threaded=True, ssl_context=tls, request_handler=_Quiet
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _tls(folder: Path) -> ssl.SSLContext:
    """Return a certificate that nobody but the test's own browser accepts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(IPv4Address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "localhost.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    pem.write_bytes(certificate.public_bytes(Encoding.PEM) + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context
