"""`jobquality verify`: is everything published still what was signed, and does it add up?"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from jobquality.cli.refusals import in_file
from jobquality.cli.standards import find_edition, read_bytes
from jobquality.config import data_of, database_url_of
from jobquality.errors import Fault, FaultsError, SetupError
from jobquality.ledger.audit import Wrong, audit, find_cut
from jobquality.ledger.beside import find_other_names
from jobquality.ledger.chain import Head
from jobquality.ledger.publicfile import PublicLedger, load_ledger
from jobquality.reading.numbers import count_words
from jobquality.rubrics.catalog import Catalog, shipped
from jobquality.services.logseals import second_of
from jobquality.services.standards import live
from jobquality.services.verifying import KeptHead, Report, Verified, verify
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.keys import Keyring
from jobquality.store.rowkeys import open_proving
from jobquality.store.schema import check_ready

_HEAD = re.compile(r"([^:\s]+):([0-9]{1,9}):([0-9a-f]{64})")
_FILE = "sqlite:///"
#: Where a fault is that is no single place of a file.
_WHOLE = "the whole file"


class _BrokenError(click.ClickException):
    """Something published is not what was signed. Exit code 1."""


class _Heads(click.ParamType[KeptHead]):
    """A head as it is shown on an organization's page: `center:12:HASH`."""

    name = "ORGANIZATION:NUMBER:HASH"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> KeptHead:
        """Read a head, or say how one is written."""
        found = _HEAD.fullmatch(str(value).strip())
        if found is None:
            self.fail("Write it as ORGANIZATION:NUMBER:HASH, with 64 digits of hash.", param, ctx)
        organization, number, name = found.groups()
        return KeptHead(organization=organization, head=Head(number=int(number), hash=name))


@click.command("verify", short_help="Check everything that was published.")
@click.option("--database", metavar="URL", help="Another database than that of DATABASE_URL.")
@click.option(
    "--file", "file", metavar="LEDGER", help="Check a ledger.json that anyone can download."
)
@click.option(
    "--standard",
    "standards",
    multiple=True,
    metavar="FILE",
    help="With --file: the YAML of a standard that the organization brought itself.",
)
@click.option(
    "--head",
    "heads",
    type=_Heads(),
    multiple=True,
    help="A head that you kept: tells whether the end was cut off or signed anew.",
)
@click.option(
    "--against",
    metavar="FILE",
    help="What this command printed earlier, kept elsewhere: every head in it is asked for.",
)
def verify_ledgers(
    database: str | None,
    file: str | None,
    standards: tuple[str, ...],
    heads: tuple[KeptHead, ...],
    against: str | None,
) -> None:
    """Check every signature, link and body, and work every published score out again.

    Names the first thing that fails in each organization, and the head of each chain. Keep a
    head in another place: with --head it shows later whether the chain still goes through it.

    Exit codes: 0 all is whole, 1 something is not.
    """
    heads = (*heads, *(_kept_in(against) if against else ()))
    report = _of_file(file, heads, standards) if file else _of_database(database, heads)
    for line in lines_of(report):
        click.echo(line)
    if not report.is_proven:
        said = "marks: not looked at; the key that proves who wrote the log is not here."
        click.echo(said, err=True)
    if not report.is_whole:
        raise _BrokenError("Not everything is whole. Look at the lines above.")


def _kept_in(file: str) -> tuple[KeptHead, ...]:
    """Return every head that stands in a file, whatever stands around it."""
    text = read_bytes(Path(file)).decode("utf-8", errors="replace")
    found = tuple(
        KeptHead(organization=name, head=Head(number=int(number), hash=link))
        for name, number, link in _HEAD.findall(text)
        if int(number)
    )
    if not found:
        with in_file(file):
            raise FaultsError([Fault(message="There is no head in it.", where=_WHOLE)])
    return found


def _of_database(database: str | None, heads: Iterable[KeptHead]) -> Report:
    url = database or database_url_of(os.environ)
    if url.startswith(_FILE) and not Path(url.removeprefix(_FILE)).exists():
        raise SetupError(f"There is no database '{url}'. Name one with --database.")
    is_own = database is None or "JOBQUALITY_DATA" in os.environ
    data = data_of(os.environ)
    keys = None if database else Keyring(data / "keys")
    with closing(open_proving(url, data) if is_own else open_database(url)) as opened:
        check_ready(opened)
        with opened.reading(EVERY_ORGANIZATION) as session:
            return verify(session, live(shipped(), opened), heads=heads, keys=keys)


def _with_standards(files: Iterable[str]) -> Catalog:
    """Return what ships, with the standards in some files."""
    catalog = shipped()
    found = [find_edition(name, catalog.parameters) for name in files]
    own = {one.rubric.name: one for one in found}
    return replace(catalog, by_name={**own, **catalog.by_name})


def _of_file(file: str, heads: tuple[KeptHead, ...], standards: Iterable[str]) -> Report:
    content = read_bytes(Path(file))
    with in_file(file):
        ledger = _ledger(content)
    mine = [one.head for one in heads if one.organization in (ledger.slug, ledger.organization)]
    return Report(
        organizations=(_verified(ledger, mine, _with_standards(standards)),),
        lost=tuple(
            one.organization
            for one in heads
            if one.organization not in (ledger.slug, ledger.organization)
        ),
    )


def _verified(ledger: PublicLedger, heads: Iterable[Head], catalog: Catalog) -> Verified:
    found = audit(
        ledger.links(),
        organization_id=ledger.organization,
        keys=ledger.known_keys,
        catalog=catalog,
    )
    wrong = found.wrong or next(find_other_names(found), None)
    for head in (ledger.head, *heads):
        wrong = wrong or find_cut(found, head)
    if wrong is None and ledger.head != found.head:
        wrong = Wrong(number=None, message="Its head is not the last of its entries.")
    return Verified(
        organization=ledger.slug,
        entries=found.entries,
        scores=len(found.published),
        head=found.head,
        wrong=wrong,
        gone=len(found.gone),
        beside=found.said.beside,
        log_until=found.said.logs[-1].at if found.said.logs else None,
    )


def _ledger(content: bytes) -> PublicLedger:
    try:
        return load_ledger(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise FaultsError([Fault(message="It is no text in UTF-8.", where=_WHOLE)]) from None
    except FaultsError as error:
        named = (replace(fault, where=fault.where or _WHOLE) for fault in error.faults)
        raise FaultsError(named) from None


def lines_of(report: Report) -> Iterator[str]:
    """Yield what was found of each organization, and the head of its chain."""
    if not report.organizations:
        yield "There is no organization yet."
    for one in report.organizations:
        yield from _lines_of_one(one)
    for name in report.lost:
        yield f"{name}: FAILED: There is no such organization here any more."
    for name in report.homeless:
        yield f"{name}: FAILED: Something was published under this id; no organization has it."
    yield from _lines_of_guards(report)


def _lines_of_guards(report: Report) -> Iterator[str]:
    for message in report.keys:
        yield f"keys: FAILED: {message}"
    if report.unguarded:
        names = ", ".join(report.unguarded)
        yield f"database: FAILED: A guard is missing, changed or not ours: {names}."


def _gone(count: int) -> str:
    return f"{count_words(count, 'body was', 'bodies were')} withdrawn, hash kept."


def _lines_of_one(found: Verified) -> Iterator[str]:
    yield _line(found)
    if found.gone:
        yield f"  gone  {_gone(found.gone)}"
    if found.entries and not found.is_sample:
        yield f"  since {_since(found)}"
    yield f"  head  {found.organization}:{found.head.number}:{found.head.hash}"


def _since(found: Verified) -> str:
    """Say since when the chain itself says what stands beside it."""
    what = "names, mergers, certificates and issued PDFs are signed"
    until = f"the log until {second_of(found.log_until)}" if found.log_until else "no log yet"
    if found.beside is None:
        return f"no entry yet {what}, as before such acts existed; {until}."
    day = found.beside.at.date().isoformat()
    since = f"since entry {found.known.number}" if found.known else "not yet"
    more = f"{since} brands, further names and numbers of sites"
    return f"entry {found.beside.number} of {day} {what}, {more}; {until}."


def _line(found: Verified) -> str:
    if found.wrong is not None:
        return f"{found.organization}: FAILED: {found.wrong}"
    entries = count_words(found.entries, "entry is", "entries are")
    scores = count_words(found.scores, "score comes", "scores come")
    return f"{found.organization}: {entries} whole, {scores} out the same again."
