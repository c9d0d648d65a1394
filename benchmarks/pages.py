"""How long pages and documents take, as a multiple of the page that only says it lives.

The baseline is `/health/live`, which every request's own cost is part of. Each figure is the
median of some requests to one process without a network in between.
"""

import statistics
import tempfile
import time
from datetime import UTC, datetime

from jobquality.app import add_samples, create_app, prepare
from jobquality.config import Settings

PAGES = (
    "/health/live",
    "/en/",
    "/en/employers",
    "/en/e/sample-casa-verde",
    "/es/e/sample-taqueria-la-luna",
    "/en/o/sample-cooks-and-servers-center",
    "/en/briefs/7225/48453",
    "/api/v1/employers",
    "/en/e/sample-casa-verde/plan.pdf",
)
TIMES = 15


def main() -> None:
    """Print a line a page."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {"JOBQUALITY_DATA": folder, "SECRET_KEY": "b" * 32}
        settings = Settings.from_environ(environ)
        app = create_app(settings)
        prepare(settings, at=datetime.now(UTC))
        started = time.perf_counter()
        add_samples(settings)
        print(f"making the samples: {time.perf_counter() - started:.1f} s")
        _measure(app.test_client())


def _measure(client: object) -> None:
    baseline = 0.0
    for page in PAGES:
        took = _median(client, page)
        baseline = baseline or took
        print(f"{page:42} {took / baseline:8.1f} ×  {took * 1000:8.1f} ms")


def _median(client: object, page: str) -> float:
    return statistics.median(_once(client, page) for _ in range(TIMES))


def _once(client: object, page: str) -> float:
    started = time.perf_counter()
    response = client.get(page)  # type: ignore[attr-defined]  # Flask's test client
    if response.status_code != 200:  # noqa: PLR2004 - found and shown
        raise SystemExit(f"{page} answered {response.status_code}")
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
