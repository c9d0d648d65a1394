"""An installation from a backup, in an empty place; and whether a backup could be one."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jobquality.errors import Fault, FaultsError, SetupError, check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.services.backups import Installation, copy_whole
from jobquality.services.manifests import NAME, Manifest, check_files, read_manifest
from jobquality.services.standards import live
from jobquality.services.verifying import KeptHead, Report, verify
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.dumps import (
    Dumped,
    kind_of,
    load,
    look_into,
    name_of_dump,
    scratch,
)
from jobquality.store.files import FileStore
from jobquality.store.folders import make_private, sync_folder, write_whole
from jobquality.store.schema import is_newest, migrate

#: Stands in a folder of data while a restore is not done.
MARK = "restoring"
_SHOWN = 5
_STEP = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """What was found of a backup: of its ledger, and of its files.

    `opened` is how many sealed and plain files were read and compared with their names; None
    where the keys are not in the backup.
    """

    report: Report
    opened: int | None
    damaged: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything in it is what it should be."""
        return self.report.is_whole and not self.damaged


def check_whole(data: Path) -> None:
    """Be quiet where no restore was cut off in a folder of data.

    Raises:
        SetupError: one was; says how it is finished.
    """
    if (data / MARK).exists():
        raise SetupError(
            f"A restore into {data} was cut off. Run the same `jobquality restore` once more."
        )


def restore(
    folder: Path, here: Installation, catalog: Catalog, *, tell: Callable[[str], None]
) -> Proved:
    """Write a backup into an empty place, bring it up to date, and hold it against its heads.

    What a kill left undone is done when the same is asked again.

    Raises:
        FaultsError: names everything that speaks against it, before anything is written.
    """
    manifest = _checked(folder, here)
    tell(f"Backup of {manifest.made_at:%Y-%m-%d %H:%M} UTC: every file is what was written.")
    make_private(here.data)
    write_whole(here.data / MARK, (_mark(folder, here),))
    _copy_files(folder, here.data, manifest, tell)
    if not look_into(here.url).tables:
        load(folder / name_of_dump(manifest.kind), here.url, here.programs)
        _check_counts(manifest, look_into(here.url))
    migrate(here.url)
    tell(f"Database: {sum(manifest.tables.values())} rows in {len(manifest.tables)} tables.")
    proved = _prove(here.url, FileStore(here.data / "files"), manifest, catalog)
    (here.data / MARK).unlink()
    sync_folder(here.data)
    return proved


def verify_backup(folder: Path, here: Installation, catalog: Catalog) -> tuple[Manifest, Proved]:
    """Restore a backup's database into a place that is gone afterwards, and look at it all.

    Raises:
        FaultsError: a file is not what was written.
        SetupError: this is no whole backup, or it cannot be restored.
    """
    manifest = read_manifest(folder)
    check_files(folder, manifest)
    with scratch(here.url, manifest.kind) as url:
        load(folder / name_of_dump(manifest.kind), url, here.programs)
        _check_counts(manifest, look_into(url))
        migrate(url)
        return manifest, _prove(url, FileStore(folder / "files"), manifest, catalog)


def _checked(folder: Path, here: Installation) -> Manifest:
    """Return the manifest of a backup that can be restored here."""
    faults: list[Fault] = []
    manifest = None
    try:
        manifest = read_manifest(folder)
        check_files(folder, manifest)
    except SetupError as refusal:
        faults.append(Fault(message=str(refusal), where="backup"))
    except FaultsError as refusal:
        faults.extend(refusal.faults)
    faults.extend(_faults_of_place(folder, here, manifest))
    check_faults(faults)
    return manifest or read_manifest(folder)


def _faults_of_place(
    folder: Path, here: Installation, manifest: Manifest | None
) -> Iterator[Fault]:
    mark = here.data / MARK
    is_continued = mark.exists() and mark.read_bytes() == _mark(folder, here)
    lying = sorted(one.name for one in here.data.glob("*")) if not is_continued else []
    if lying:
        shown = ", ".join(lying[:_SHOWN])
        yield Fault(
            message=f"{here.data} is not empty: it holds {shown}.",
            where="JOBQUALITY_DATA",
            remedy="Name an empty folder, or one that is not there yet.",
        )
    if manifest and manifest.kind != kind_of(here.url):
        yield Fault(
            message=f"This backup is of {manifest.kind}, the database here is {kind_of(here.url)}.",
            where="DATABASE_URL",
            remedy="Restore it into its own kind, then use `jobquality move`.",
        )
        return
    there = look_into(here.url)
    if there.tables and not (is_continued and manifest and _is_ours(manifest, there)):
        yield Fault(
            message=f"The database is not empty: it has {', '.join(list(there.tables)[:_SHOWN])}.",
            where="DATABASE_URL",
            remedy="Name an empty database.",
        )


def _is_ours(manifest: Manifest, there: Dumped) -> bool:
    """Say whether a database is what this backup made, before or after it was brought up."""
    return is_newest(there.schema) or there.tables == manifest.tables


def _mark(folder: Path, here: Installation) -> bytes:
    place = folder / NAME
    content = place.read_bytes() if place.is_file() else b""
    return hashlib.sha256(content + here.url.encode()).hexdigest().encode()


def _copy_files(folder: Path, data: Path, manifest: Manifest, tell: Callable[[str], None]) -> None:
    names = [name for name in manifest.files if not name.startswith("database.")]
    for number, name in enumerate(names, start=1):
        copied = copy_whole(_pieces(folder / name), data / name)
        if copied != manifest.files[name]:
            raise SetupError(f"{folder / name} changed while it was read. Start again.")
        if number % _STEP == 0:
            tell(f"Files: {number} of {len(names)}")
    tell(f"Files: {len(names)}.")


def _pieces(place: Path) -> Iterator[bytes]:
    with place.open("rb") as file:
        while piece := file.read(1024 * 1024):
            yield piece


def _check_counts(manifest: Manifest, there: Dumped) -> None:
    if there.tables != manifest.tables or there.heads != manifest.heads:
        raise SetupError(
            "The database that came out of the backup does not have the rows that the manifest "
            "names. Take another backup."
        )


def _prove(url: str, files: FileStore, manifest: Manifest, catalog: Catalog) -> Proved:
    heads = [KeptHead(organization=name, head=head) for name, head in manifest.heads.items()]
    database = open_database(url)
    try:
        with database.reading(EVERY_ORGANIZATION) as session:
            report = verify(session, live(catalog, database), heads=heads)
    finally:
        database.close()
    if not manifest.with_keys:
        return Proved(report=report, opened=None, damaged=())
    names = files.all_names()
    damaged = tuple(name for name in names if not files.is_whole(name))
    return Proved(report=report, opened=len(names), damaged=damaged)
