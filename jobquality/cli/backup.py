"""`jobquality backup`: everything that this installation keeps, while it goes on."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from jobquality.cli.installed import disk_told, installation, tell
from jobquality.cli.refusals import refusal_text
from jobquality.cli.verify import lines_of
from jobquality.errors import JobQualityError
from jobquality.reading.numbers import count_words
from jobquality.rubrics.catalog import shipped
from jobquality.services.backups import Backup, back_up
from jobquality.services.restoring import Proved, verify_backup

_MEGABYTE = 1024 * 1024


class _BrokenError(click.ClickException):
    """Something is not as it should be. Exit code 1."""


@click.command(short_help="Copy everything that this installation keeps, while it runs.")
@click.argument(
    "folders", metavar="DIR...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--without-keys",
    is_flag=True,
    help="Leave the keys out: for a copy that goes where others can read it.",
)
@click.option(
    "--verify", is_flag=True, help="Each DIR is a backup: restore it for a moment and check."
)
def backup(folders: tuple[Path, ...], *, without_keys: bool, verify: bool) -> None:
    r"""Write a dated folder below DIR: database, files, keys and a manifest with every hash.

    The service may run meanwhile. The folder is there only when it is whole. Without the keys
    nothing can be published and no file of evidence be opened from it: keep them elsewhere.

    \b
    jobquality backup /mnt/backups
    jobquality backup --verify /mnt/backups/jobquality-2026-11-27T020000Z
    jobquality backup --verify /mnt/backups/jobquality-*

    Exit codes: 0 whole, 1 something is missing or not what it was; 2 not understood.
    """
    with disk_told():
        if verify:
            _verify_each(folders)
            return
        done = back_up(
            installation(),
            _only(folders),
            with_keys=not without_keys,
            at=datetime.now(UTC),
            tell=tell,
        )
    for line in _lines(done):
        click.echo(line)
    if done.manifest.missing:
        raise _BrokenError("Files that rows name are not on the disk. See `evidence sweep`.")


def _lines(done: Backup) -> Iterator[str]:
    manifest = done.manifest
    if not manifest.with_keys:
        yield (
            "Keys: left out. Without keys/ and secret_key nothing can be published, no evidence "
            "be opened and no code of a phone be checked. Keep a copy of both elsewhere."
        )
    for name in manifest.missing:
        yield f"Missing: {name}"
    for name, head in manifest.heads.items():
        yield f"  head  {name}:{head.number}:{head.hash}"
    yield f"  manifest  {done.hash}"
    size = f"{manifest.size / _MEGABYTE:.1f} MB"
    yield f"Backup: {done.folder} ({count_words(len(manifest.files), 'file', 'files')}, {size})"


def _only(folders: tuple[Path, ...]) -> Path:
    if len(folders) > 1:
        raise click.UsageError("Name one DIR to write the backup into.")
    return folders[0]


def _verify_each(folders: tuple[Path, ...]) -> None:
    """Look at every backup, also after one that is broken; name each where there are several."""
    broken = []
    for folder in folders:
        if len(folders) > 1:
            click.echo(f"{folder}:")
        try:
            _verify(folder)
        except (JobQualityError, _BrokenError) as refusal:
            if len(folders) == 1:
                raise
            click.echo(
                refusal_text(refusal) if isinstance(refusal, JobQualityError) else refusal.message
            )
            broken.append(str(folder))
    if broken:
        raise _BrokenError(
            f"Not whole, or not looked at: {', '.join(broken)}. Look at the lines above."
        )


def _verify(folder: Path) -> None:
    manifest, proved = verify_backup(folder, installation(), shipped())
    for line in proved_lines(proved):
        click.echo(line)
    for name in manifest.missing:
        click.echo(f"Missing since before the backup: {name}")
    if not proved.is_whole or manifest.missing:
        raise _BrokenError("Not everything in this backup is whole. Look at the lines above.")
    click.echo(f"Whole: {count_words(len(manifest.files), 'file', 'files')}.")


def proved_lines(proved: Proved) -> Iterator[str]:
    """Yield what was found of a restored ledger and its files, a line each."""
    yield from lines_of(proved.report)
    for name in proved.damaged:
        yield f"Damaged: {name}"
    if proved.opened is None:
        yield "Files: not opened, for the keys are not in this backup."
    else:
        yield f"Files: {proved.opened} opened and compared with their names."
