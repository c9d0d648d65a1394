"""What a program may do for a person: never more than the person, and mostly less."""

from dataclasses import dataclass
from enum import StrEnum

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import ForbiddenError


class Scope(StrEnum):
    """What somebody lets a program do for them."""

    READ = "read"
    ASSESS = "assess"


#: What a program with a scope may do, where its person may. Nothing here reviews, publishes,
#: certifies, invites or manages: those are for people, with a second step.
OPENS: dict[Scope, frozenset[Action]] = {
    Scope.READ: frozenset({Action.LOOK}),
    Scope.ASSESS: frozenset({Action.LOOK, Action.ASSESS}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A program that acts for a person: who they are now, and what they let it do."""

    token_id: str
    actor: Actor
    scopes: frozenset[Scope]

    def may(self, action: Action) -> bool:
        """Say whether both the scopes and the person's roles allow it."""
        return self.actor.may(action) and any(action in OPENS[scope] for scope in self.scopes)


def check_bearer(bearer: Bearer, action: Action) -> Actor:
    """Return who acts, when their program may do it.

    Raises:
        ForbiddenError: the token has no scope for it, or the person no role.
    """
    if not any(action in OPENS[scope] for scope in bearer.scopes):
        wanted = " or ".join(sorted(scope for scope in Scope if action in OPENS[scope]))
        raise ForbiddenError(
            f"This token may not do that: it needs the scope {wanted}. Make another one."
            if wanted
            else "No program may do this. Do it on the pages."
        )
    check_may(bearer.actor, action)
    return bearer.actor
