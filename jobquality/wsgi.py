"""The WSGI entry: `gunicorn jobquality.wsgi:app`. Refuses to start where something is wrong."""

import os
from datetime import UTC, datetime

from jobquality import mailing, upkeep
from jobquality.app import create_app, prepare
from jobquality.config import Settings

settings = Settings.from_environ(os.environ)
prepare(settings, at=datetime.now(UTC))
app = create_app(settings)
if not settings.read_only:
    mailing.start(settings)
    upkeep.start(settings)
