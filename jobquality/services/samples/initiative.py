"""Found the invented initiative of the samples and record what it did, by the real path."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from jobquality.access.actors import Actor
from jobquality.services.initiatives import (
    ActivityCommand,
    InitiativeCommand,
    PartnerCommand,
    add_activity,
    add_initiative,
    add_partner,
)
from jobquality.services.samples import story
from jobquality.services.showing import Show, What, show
from jobquality.store.database import Session
from jobquality.store.initiatives import Kind, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeWork:
    """Who founds the initiative, who shows it as the second person, and what gives ids."""

    session: Session
    new_id: Callable[[], str]
    author: Actor
    shower: Actor

    def found(self) -> None:
        """Found the initiative, name its partners, and tell each thing that it did."""
        command = InitiativeCommand(
            id=self.new_id(),
            name="SAMPLE Good restaurant jobs in Austin",
            about="Workers, a college and restaurant owners who want better jobs in the "
            "restaurants of Austin. All of it is invented.",
            sector="722",
            place="48453",
            rubric=story.RUBRIC,
        )
        at = datetime.combine(story.ACTIVITIES[0].on, time(15), tzinfo=UTC)
        add_initiative(self.session, self.author, command, at=at)
        self._show(command.id, What.INITIATIVE, command.id, at=at)
        for name, part in story.PARTNERS:
            partner = PartnerCommand(
                id=self.new_id(), initiative_id=command.id, name=name, part=part
            )
            add_partner(self.session, self.author, partner, at=at)
            self._show(command.id, What.PARTNER, partner.id, at=at)
        for activity in story.ACTIVITIES:
            self._add(command.id, activity)

    def _add(self, initiative_id: str, told: story.SampleActivity) -> None:
        command = ActivityCommand(
            id=self.new_id(),
            initiative_id=initiative_id,
            kind=Kind(told.kind),
            way=Way(told.way),
            title=told.title,
            text=told.text,
            on=told.on,
            workers=told.workers,
            employers=told.employers,
            source="SAMPLE minutes and lists, invented",
        )
        at = datetime.combine(told.on, time(23), tzinfo=UTC)
        add_activity(self.session, self.author, command, at=at)
        self._show(initiative_id, What.ACTIVITY, command.id, at=at)

    def _show(self, initiative_id: str, what: What, item_id: str, *, at: datetime) -> None:
        command = Show(initiative_id=initiative_id, what=what, item_id=item_id, version=1)
        show(self.session, self.shower, command, at=at + timedelta(minutes=10))
