"""`jobquality restore`: an installation from a backup, in an empty place."""

from pathlib import Path

import click

from jobquality.cli.backup import proved_lines
from jobquality.cli.installed import disk_told, installation, tell
from jobquality.rubrics.catalog import shipped
from jobquality.services.manifests import read_manifest
from jobquality.services.restoring import restore as write_back


class _BrokenError(click.ClickException):
    """What was restored is not whole. Exit code 1."""


@click.command(short_help="Restore a backup into an empty place, and verify it.")
@click.argument(
    "folders", metavar="FOLDER", nargs=-1, required=True, type=click.Path(path_type=Path)
)
def restore(folders: tuple[Path, ...]) -> None:
    """Restore FOLDER, a backup, into the empty places that the settings name.

    Files and keys go to JOBQUALITY_DATA, rows to DATABASE_URL. Every file is compared with the
    manifest before anything is written. A kill loses nothing: run the same once more.

    Exit codes: 0 restored and whole, 1 refused, or not whole; 2 not understood.
    """
    folder = _only(folders)
    with disk_told():
        proved = write_back(folder, installation(), shipped(), tell=tell)
    for line in proved_lines(proved):
        click.echo(line)
    if not read_manifest(folder).with_keys:
        click.echo(
            "Keys: not in this backup. Put keys/ and secret_key into the folder of data "
            "before you start."
        )
    if not proved.is_whole:
        raise _BrokenError("Restored, but not everything is whole. Look at the lines above.")
    click.echo("Restored.")


def _only(folders: tuple[Path, ...]) -> Path:
    """Return the one backup that was named: which of several is meant is for a person to say."""
    if len(folders) == 1:
        return folders[0]
    newest = max(folders, key=lambda one: one.name)  # the name of a backup is its moment
    raise click.UsageError(
        f"{len(folders)} folders are named; one is restored. The newest is {newest}"
    )
