"""The WSGI entry: `gunicorn jobquality.wsgi:app`. Refuses to start where something is wrong."""

import os
from datetime import UTC, datetime

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.mailing import start

settings = Settings.from_environ(os.environ)
prepare(settings, at=datetime.now(UTC))
app = create_app(settings)
if not settings.read_only:
    start(settings)
