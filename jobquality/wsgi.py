"""The WSGI entry: `gunicorn jobquality.wsgi:app`. Refuses to start where something is wrong."""

import logging.config
from datetime import UTC, datetime

from jobquality import logs, mailing, upkeep
from jobquality.app import create_app, prepare
from jobquality.cli.installed import settings_here

settings = settings_here()
if settings.has_json_logs:
    logging.config.dictConfig(logs.logconfig_dict)
prepare(settings, at=datetime.now(UTC))
app = create_app(settings)
if not settings.read_only:
    mailing.start(settings)
    upkeep.start(settings)
