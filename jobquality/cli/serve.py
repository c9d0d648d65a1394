"""`jobquality serve`: become the server, as `make run` does."""

import os
import sys

import click


@click.command(short_help="Serve on http://localhost:8000 (PORT, HOST).")
def serve() -> None:
    """Prepare the installation, say where to click, and serve until Ctrl-C."""
    os.execv(sys.executable, [sys.executable, "-m", "jobquality.serve"])  # noqa: S606 - our own
