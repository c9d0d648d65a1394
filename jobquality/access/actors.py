"""Who may do what: three roles, and the rule that nobody publishes alone."""

from dataclasses import dataclass
from enum import StrEnum

from jobquality.errors import ForbiddenError, SecondStepError


class Role(StrEnum):
    """What somebody does in an organization; one person may do several."""

    ADVOCATE = "advocate"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """Everything that needs a role."""

    LOOK = "look"
    ASSESS = "assess"
    REVIEW = "review"
    NOTIFY = "notify"
    PUBLISH = "publish"
    CERTIFY = "certify"
    HOST = "host"
    LEAD = "lead"
    MANAGE = "manage"


#: The whole table; docs/permissions.md shows the same, and a test compares them.
ALLOWED: dict[Action, frozenset[Role]] = {
    Action.LOOK: frozenset(Role),
    Action.ASSESS: frozenset({Role.ADVOCATE}),
    Action.REVIEW: frozenset({Role.REVIEWER}),
    Action.NOTIFY: frozenset({Role.ADVOCATE, Role.REVIEWER}),
    Action.PUBLISH: frozenset({Role.REVIEWER, Role.ADMINISTRATOR}),
    Action.CERTIFY: frozenset({Role.REVIEWER, Role.ADMINISTRATOR}),
    Action.HOST: frozenset({Role.ADVOCATE, Role.ADMINISTRATOR}),
    Action.LEAD: frozenset({Role.ADVOCATE, Role.ADMINISTRATOR}),
    Action.MANAGE: frozenset({Role.ADMINISTRATOR}),
}


#: All that a guest reviewer may do, and only at the one assessment they are invited to.
OF_GUESTS: frozenset[Action] = frozenset({Action.LOOK, Action.REVIEW})

#: What nobody does with a password alone: a stolen one must not approve, publish or manage,
#: nor invite somebody who approves.
WEIGHTY: frozenset[Action] = frozenset(
    {Action.REVIEW, Action.PUBLISH, Action.CERTIFY, Action.HOST, Action.MANAGE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts for an organization; a guest acts for it at one assessment only.

    `second_step` says that they come in with a passkey or a code of their phone; a program
    that acts for them never does.
    """

    person_id: str
    organization_id: str
    name: str
    roles: frozenset[Role]
    is_guest: bool = False
    second_step: bool = False

    def may(self, action: Action) -> bool:
        """Say whether one of the roles allows it."""
        if self.is_guest and action not in OF_GUESTS:
            return False
        return bool(self.roles & ALLOWED[action])


def check_may(actor: Actor, action: Action) -> None:
    """Be quiet when the actor may do it.

    Raises:
        ForbiddenError: no role of theirs allows it; names those that do.
        SecondStepError: a role does, but it is weighty and they come in by a password alone.
    """
    if not actor.may(action):
        roles = " or ".join(sorted(ALLOWED[action]))
        raise ForbiddenError(
            f"This needs the role {roles}. Ask an administrator of your organization."
        )
    if action in WEIGHTY:
        check_second_step(actor)


def check_second_step(actor: Actor) -> None:
    """Be quiet where somebody comes in by more than a password.

    Raises:
        SecondStepError: they come in by a password alone.
    """
    if not actor.second_step:
        raise SecondStepError(
            "Whoever reviews, publishes, certifies, invites or manages needs a second step beside "
            "the password: a passkey or a code of the phone. Set it up under Your account."
        )


def needs_second_step(actor: Actor, action: Action) -> bool:
    """Say whether only the second step is missing."""
    return action in WEIGHTY and actor.may(action) and not actor.second_step
