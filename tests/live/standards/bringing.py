"""Standards that an organization brings, made with as few words as a test needs."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count

from jobquality.access.actors import Actor
from jobquality.rubrics.catalog import Catalog, shipped
from jobquality.services.impact import measure_impact
from jobquality.services.proposals import Verdict
from jobquality.services.standard_drafts import BringEdition, bring_edition
from jobquality.services.standard_issuing import (
    ProposeEdition,
    Workbench,
    decide_edition,
    propose_edition,
)
from jobquality.services.standards import live
from jobquality.store.database import Database, Session
from jobquality.store.keys import Keyring
from jobquality.store.proposals import Proposal
from jobquality.store.standard_drafts import StandardDraft
from tests.live.factories import NOON

_numbers = count(1)

WASHES = b"""\
rubric: washes
edition: 2026.1
title: Car washes
dimensions:
  - dimension: pay
    weight: 60
    criteria:
      - criterion: lowest_pay
        weight: 50
        ask: What is the lowest hourly pay?
        answer: usd_per_hour
        source: Vote of our members
        points:
          - {under: 16, gives: 0}
          - {from: 16, gives: 1}
          - {from: 21, gives: 3}
        evidence: [pay_stubs]
      - criterion: stubs
        weight: 50
        ask: Do workers get a pay stub?
        answer: yes_no
        source: Vote of our members
  - dimension: safety
    weight: 40
    criteria:
      - criterion: water
        ask: Is there drinking water?
        answer: yes_no
        source: Vote of our members
levels:
  - level: clean_wash
    from: {total: 70, coverage: 50}
  - level: fair_wash
    from: {total: 40, coverage: 50}
tests:
  - ask: All is well
    answer: {lowest_pay: 22, stubs: yes, water: yes}
    gives: {total: 100}
"""

#: The same with more weight on safety, and a question more.
WASHES_2 = (
    WASHES.replace(b"2026.1", b"2026.2")
    .replace(b"weight: 60", b"weight: 50")
    .replace(b"weight: 40", b"weight: 50")
    .replace(
        b"levels:",
        b"""      - criterion: shade
        ask: Is there shade?
        answer: yes_no
        source: Vote of our members
levels:""",
    )
    .replace(b"water: yes}", b"water: yes, shade: yes}")
)

TAILORED = b"""\
rubric: texas_kitchens
edition: 2026.1
extends: restaurants_us@2026.1
why: Our members voted it
change:
  scheduling: {weight: 20, why: Schedules matter more here}
  wages: {weight: 26, why: Schedules matter more here}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Two people who bring standards, and what they do it with."""

    session: Session
    catalog: Catalog
    keys: Keyring
    first: Actor
    second: Actor

    def bring(self, content: bytes = WASHES, /, **parts: bytes) -> StandardDraft:
        """Bring a file as the first person."""
        command = BringEdition(
            id=f"standard-draft{next(_numbers)}",
            name="mine.yaml",
            parts={"standard": content, **parts},
        )
        return bring_edition(self.session, self.first, command, catalog=self.catalog, at=NOON)

    def propose(self, draft: StandardDraft, **but: object) -> Proposal:
        """Look at what it does, and propose it."""
        measured = measure_impact(self.session, draft.id, catalog=self.catalog, at=NOON)
        command = ProposeEdition(
            id=f"edition-proposal{next(_numbers)}",
            draft_id=draft.id,
            in_use_from=NOON.date(),
            reason="Our members voted it.",
            seen=measured.version,
        )
        command = replace(command, **but)  # type: ignore[arg-type]  # a test says what it needs
        return propose_edition(self.session, self.first, command, catalog=self.catalog, at=NOON)

    def decide(
        self, proposal: Proposal, *, by: Actor | None = None, at: datetime = NOON, yes: bool = True
    ) -> Proposal:
        """Decide on it as the second person."""
        verdict = Verdict(proposal_id=proposal.id, is_accepted=yes, seen=proposal.version)
        bench = Workbench(catalog=self.catalog, keys=self.keys)
        decided = decide_edition(self.session, by or self.second, verdict, bench=bench, at=at)
        self.session.flush()
        return decided

    def publish(
        self, content: bytes = WASHES, /, *, at: datetime = NOON, **parts: bytes
    ) -> StandardDraft:
        """Bring, propose and publish an edition that is in use at once."""
        draft = self.bring(content, **parts)
        self.decide(self.propose(draft), at=at)
        return draft


def bench_of(
    session: Session, database: Database, keys: Keyring, first: Actor, second: Actor
) -> Bench:
    """Return two people with the catalog of their installation."""
    return Bench(
        session=session,
        catalog=live(shipped(), database),
        keys=keys,
        first=first,
        second=second,
    )


def on_day(days: int) -> date:
    """Return a day so many days after today."""
    return NOON.date() + timedelta(days=days)
