"""The settings of one installation, read from the environment once, every fault named at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jobquality.errors import Fault, check_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What one installation was told.

    `public_url` has no slash at its end. `secret_key` signs; whoever has it can forge.
    `has_samples` says whether a new installation starts with the samples. `proxies` is how
    many web servers stand in front of this one; the last so many addresses they name are true.
    `mail_server` is empty where people carry messages by hand. `has_json_logs` writes a line of
    JSON for each request.
    `read_only` says that nothing is saved for now: pages are shown, forms are kept.
    """

    data: Path
    database_url: str
    secret_key: str
    public_url: str
    has_samples: bool = True
    proxies: int = 0
    mail_server: str = ""
    mail_from: str = ""
    has_json_logs: bool = False
    read_only: bool = False

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Settings":
        """Read the settings.

        Raises:
            FaultsError: one or more settings are missing or wrong; names every one.
        """
        given = {setting.name: environ.get(setting.name, "") for setting in SETTINGS}
        check_faults(_faults(given))
        return cls(
            data=data_of(given),
            database_url=database_url_of(given),
            secret_key=given["SECRET_KEY"],
            public_url=(given["PUBLIC_URL"] or "http://localhost:8000").rstrip("/"),
            has_samples=given["JOBQUALITY_SAMPLES"] != "no",
            proxies=int(given["TRUSTED_PROXIES"] or 0),
            mail_server=given["MAIL_SERVER"],
            mail_from=given["MAIL_FROM"],
            has_json_logs=given["LOG_FORMAT"] == "json",
            read_only=given["READ_ONLY"] == "1",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One environment variable; `fault` returns what is wrong with a value, or nothing."""

    name: str
    meaning: str
    default: str
    fault: Callable[[str], str]


def database_url_of(environ: Mapping[str, str]) -> str:
    """Return the address of the database: for programs that need nothing else."""
    return environ.get("DATABASE_URL") or f"sqlite:///{data_of(environ) / 'jobquality.sqlite'}"


def data_of(environ: Mapping[str, str]) -> Path:
    """Return the folder of files and keys: for programs that need nothing else."""
    return Path(environ.get("JOBQUALITY_DATA") or "data")


def _fault_of_key(key: str) -> str:
    return "" if len(key) >= _SHORTEST_KEY else "is missing or shorter than 32 characters."


def _fault_of_database(url: str) -> str:
    known = re.match(r"sqlite:///.|postgresql\+psycopg://.|$", url)
    return "" if known else "is neither a SQLite nor a PostgreSQL address."


def _fault_of_public_url(url: str) -> str:
    if not url:
        return ""
    parts = urlsplit(url)
    whole = parts.scheme in {"http", "https"} and parts.netloc
    bare = not (parts.query or parts.fragment or parts.username)
    return "" if whole and bare else "is not the address of a website."


def _fault_of_mail_server(url: str) -> str:
    if not url:
        return ""
    wrong = "is not the address of a mail server."
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return wrong
    bare = not (parts.path.strip("/") or parts.query or parts.fragment)
    return "" if parts.scheme in {"smtp", "smtps"} and parts.hostname and bare else wrong


def _fault_of_mail_from(address: str) -> str:
    known = re.fullmatch(r"([A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,180})?", address)
    return "" if known else "is not a mail address."


_SHORTEST_KEY = 32

_REMEDIES = {
    "SECRET_KEY": "Make one with: python3 -c 'import secrets; print(secrets.token_hex(32))'",
    "DATABASE_URL": "Write sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/DATABASE.",
    "PUBLIC_URL": "Write for example https://jobs.example.org",
    "JOBQUALITY_SAMPLES": "Write yes or no.",
    "MAIL_SERVER": "Write smtp://USER:PASSWORD@HOST:587 or smtps://USER:PASSWORD@HOST",
    "MAIL_FROM": "Write for example notices@example.org",
    "READ_ONLY": "Write 1 to pause saving, 0 to save.",
    "LOG_FORMAT": "Write text or json.",
    "PG_BINDIR": "Name the folder that holds pg_dump and pg_restore.",
    "TRUSTED_PROXIES": "Write 1 behind one web server of yours, 0 without.",
}

SETTINGS = (
    Setting(
        name="JOBQUALITY_DATA",
        meaning="Folder for everything that this installation keeps",
        default="data",
        fault=lambda _: "",
    ),
    Setting(
        name="DATABASE_URL",
        meaning="The database: SQLite for one machine, PostgreSQL for many users",
        default="sqlite:///data/jobquality.sqlite",
        fault=_fault_of_database,
    ),
    Setting(
        name="SECRET_KEY",
        meaning="At least 32 random characters; `make run` makes and keeps one",
        default="",
        fault=_fault_of_key,
    ),
    Setting(
        name="PUBLIC_URL",
        meaning="The address under which people reach this installation",
        default="http://localhost:8000",
        fault=_fault_of_public_url,
    ),
    Setting(
        name="JOBQUALITY_SAMPLES",
        meaning="Whether a new installation starts with the samples: yes or no",
        default="yes",
        fault=lambda text: "" if text in ("", "yes", "no") else "is neither yes nor no.",
    ),
    Setting(
        name="TRUSTED_PROXIES",
        meaning="How many web servers of yours stand in front and name each visitor's address",
        default="0",
        fault=lambda text: "" if re.fullmatch(r"[0-9]?", text) else "is no number from 0 to 9.",
    ),
    Setting(
        name="MAIL_SERVER",
        meaning="The server that sends mail; without one, people carry messages by hand",
        default="",
        fault=_fault_of_mail_server,
    ),
    Setting(
        name="MAIL_FROM",
        meaning="The address that mail comes from; else jobquality@ the host of PUBLIC_URL",
        default="",
        fault=_fault_of_mail_from,
    ),
    Setting(
        name="READ_ONLY",
        meaning="1 while nothing may be saved: pages are shown, and what is sent is kept to send",
        default="0",
        fault=lambda text: "" if text in ("", "0", "1") else "is neither 0 nor 1.",
    ),
    Setting(
        name="LOG_FORMAT",
        meaning="json writes one line for each request and fault; text tells faults alone",
        default="text",
        fault=lambda text: "" if text in ("", "text", "json") else "is neither text nor json.",
    ),
    Setting(
        name="PG_BINDIR",
        meaning="The folder of PostgreSQL's programs, where they are not on the PATH",
        default="",
        fault=lambda text: "" if not text or Path(text).is_dir() else "is no folder.",
    ),
)


def _faults(given: Mapping[str, str]) -> Iterator[Fault]:
    for setting in SETTINGS:
        message = setting.fault(given[setting.name])
        if message:
            remedy = _REMEDIES[setting.name]
            yield Fault(message=f"{setting.name} {message}", where="settings", remedy=remedy)
