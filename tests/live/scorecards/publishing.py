"""Published scores with everything on them, made with as few words as a test needs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from jobquality.ledger.snapshot import Replied
from jobquality.store.database import Database
from jobquality.store.employers import Employer
from jobquality.store.publications import Publication
from tests.live.ledger.published import Center, stored_center
from tests.reading.cards import Told, every_state, snapshot_of

#: What a published score takes from the made-up one.
_KEPT = (
    "on", "facts", "parameters", "evidence", "scores", "level", "if_evidence_holds",
    "could_reach", "notice", "reply",
)  # fmt: skip


@dataclass(frozen=True)
class Press:
    """A center that publishes, each time in a transaction of its own."""

    database: Database
    center: Center

    def employer(self, **but: object) -> Employer:
        """Write an employer."""
        with self._session():
            return self.center.employer(**but)

    def publish(
        self, employer: Employer, told: Mapping[str, Told] | None = None, **but: object
    ) -> Publication:
        """Publish a score with every kind of answer about an employer."""
        rich = snapshot_of(every_state() if told is None else told)
        kept = {name: getattr(rich, name) for name in _KEPT}
        with self._session():
            return self.center.publish(employer, **kept | but)

    def withdraw(self, publication: Publication) -> None:
        """Take a score back, as two people do."""
        with self._session():
            self.center.withdraw(publication)

    @contextmanager
    def _session(self) -> Iterator[None]:
        with self.database.transaction(self.center.organization.id) as session:
            self.center.session = session
            yield


def a_press(database: Database, folder: Path) -> Press:
    """Return a center with two people."""
    with database.transaction() as session:
        return Press(database, stored_center(session, folder))


def replied(statement: str) -> Replied:
    """Return a reply with this statement."""
    rich = snapshot_of(every_state()).reply
    assert rich is not None
    return replace(rich, statement=statement)
