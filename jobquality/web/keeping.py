"""Keep one answer of a form: once, and beside the one that is there where it comes too late."""

from collections.abc import Callable
from dataclasses import dataclass

from jobquality.errors import ConflictError, RefusedError
from jobquality.http import current
from jobquality.schemas.answers import Typed
from jobquality.services.assessments import (
    ConfirmAnswer,
    RecordAnswer,
    confirm_answer,
    record_answer,
)
from jobquality.services.waiting import Late, check_undecided, let_wait, settle, waiting_id_of
from jobquality.store.database import Session
from jobquality.web.said import confirmed_command, typed_command, version_in
from jobquality.web.visitors import current_actor

#: What is done in one transaction; what it returns is kept for whoever sends the same again.
Work = Callable[[Session], str]
_Read = Callable[[Session, str, str, Typed], RecordAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """One answer on its way: `key` is what was meant, and `once` does a work for it once."""

    assessment_id: str
    criterion: str
    typed: Typed
    key: str
    once: Callable[[Work], str]

    def answer(self) -> int | Late:
        """Keep what was typed; return its version, or what came of it where it came too late.

        The version is 0 for words that were there already.

        Raises:
            FaultsError: it cannot be understood.
        """
        here, actor = current(), current_actor()

        def keep(session: Session) -> str:
            command = typed_command(session, self.assessment_id, self.criterion, self.typed)
            self._check_undecided(session, command)
            kept = record_answer(session, actor, command, catalog=here.catalog, at=here.clock())
            settle(session, actor, kept)
            return str(kept.version)

        return self._done(keep, typed_command)

    def confirm(self) -> int | Late:
        """Let an answer of last time count; as for `answer`."""
        here, actor = current(), current_actor()
        command = ConfirmAnswer(
            assessment_id=self.assessment_id,
            criterion=self.criterion,
            seen=version_in(self.typed.seen),
        )

        def keep(session: Session) -> str:
            said = confirmed_command(session, self.assessment_id, self.criterion, self.typed)
            self._check_undecided(session, said)
            return str(confirm_answer(session, actor, command, at=here.clock()).version)

        return self._done(keep, confirmed_command)

    def _done(self, keep: Work, read: _Read) -> int | Late:
        try:
            return int(self.once(keep))
        except (ConflictError, RefusedError):
            late = self._surely_let_wait(read)
            return late if late.waits or late.decision else 0

    def _surely_let_wait(self, read: _Read) -> Late:
        try:
            return self._let_wait(read)
        except ConflictError:  # the same form at the same moment: now it is there
            return self._let_wait(read)

    def _let_wait(self, read: _Read) -> Late:
        here, actor = current(), current_actor()
        with here.database.transaction(actor.organization_id) as session:
            command = read(session, self.assessment_id, self.criterion, self.typed)
            return let_wait(session, actor, self._waiting_id, command, at=here.clock())

    def _check_undecided(self, session: Session, command: RecordAnswer) -> None:
        actor, at = current_actor(), current().clock()
        check_undecided(session, actor, self._waiting_id, command, at=at)

    @property
    def _waiting_id(self) -> str:
        return waiting_id_of(current_actor(), self.key)
