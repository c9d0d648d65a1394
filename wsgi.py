"""The same entry for a checkout: `gunicorn wsgi:app`."""

from jobquality.wsgi import app

__all__ = ["app"]
