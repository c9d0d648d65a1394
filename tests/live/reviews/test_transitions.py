"""Every step, by every role, from every state: what is not in the tables is refused."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from jobquality.access.actors import ALLOWED, Action, Actor, Role
from jobquality.access.states import AssessmentState, ReplyState
from jobquality.errors import ForbiddenError, RefusedError
from jobquality.services.notices import SendNotice, send_notice
from jobquality.services.publishing import publish
from jobquality.services.reviews import (
    Mark,
    SendBack,
    Submit,
    abandon,
    approve,
    send_back,
    submit,
)
from jobquality.store.assessments import change_assessment
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.notices import change_notice, find_last_notice
from tests.live.reviews.parts import CATALOG, Walk, new_id

_S = AssessmentState


def _submit(walk: Walk, actor: Actor, keys: Keyring) -> None:
    del keys
    command = Submit(id=new_id(), assessment_id=walk.assessment_id)
    submit(walk.session, actor, command, catalog=CATALOG, at=walk.at)


def _approve(walk: Walk, actor: Actor, keys: Keyring) -> None:
    del keys
    approve(walk.session, actor, walk.seen(), catalog=CATALOG, at=walk.at)


def _return(walk: Walk, actor: Actor, keys: Keyring) -> None:
    del keys
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments={"": "Look again."},
    )
    send_back(walk.session, actor, command, at=walk.at)


def _notify(walk: Walk, actor: Actor, keys: Keyring) -> None:
    del keys
    command = SendNotice(id=new_id(), assessment_id=walk.assessment_id, token_digest=new_id())
    send_notice(walk.session, actor, command, catalog=CATALOG, at=walk.at)


def _publish(walk: Walk, actor: Actor, keys: Keyring) -> None:
    publish(walk.session, actor, walk.assessment_id, catalog=CATALOG, keys=keys, at=walk.at)


def _abandon(walk: Walk, actor: Actor, keys: Keyring) -> None:
    del keys
    command = Mark(id=new_id(), assessment_id=walk.assessment_id, reason="It closed.")
    abandon(walk.session, actor, command, at=walk.at)


Step = Callable[[Walk, Actor, Keyring], None]
#: Each step: what does it, who may, from where, and where it leads.
STEPS: dict[str, tuple[Step, Action, frozenset[AssessmentState], AssessmentState]] = {
    "submit": (_submit, Action.ASSESS, frozenset({_S.DRAFT}), _S.IN_REVIEW),
    "approve": (_approve, Action.REVIEW, frozenset({_S.IN_REVIEW}), _S.APPROVED),
    "return": (
        _return,
        Action.REVIEW,
        frozenset({_S.IN_REVIEW, _S.APPROVED, _S.NOTICE}),
        _S.DRAFT,
    ),
    "notify": (_notify, Action.NOTIFY, frozenset({_S.APPROVED}), _S.NOTICE),
    "publish": (_publish, Action.PUBLISH, frozenset({_S.NOTICE}), _S.PUBLISHED),
    "abandon": (
        _abandon,
        Action.REVIEW,
        frozenset({_S.DRAFT, _S.IN_REVIEW, _S.APPROVED, _S.NOTICE}),
        _S.ABANDONED,
    ),
}


@pytest.fixture
def walk(session: Session) -> Walk:
    """An assessment that has everything every step asks for, so that only its state decides."""
    made = Walk(session)
    made.with_employer()
    made.later(days=14)
    return made


def put(walk: Walk, state: AssessmentState) -> None:
    change_assessment(walk.session, replace(walk.assessment, state=state))
    notice = find_last_notice(walk.session, walk.assessment_id)
    if notice is not None:
        change_notice(walk.session, replace(notice, state=ReplyState.DELIVERED))


@pytest.mark.parametrize(("name", "state"), tuple(product(STEPS, AssessmentState)))
def test_a_step_is_taken_from_its_own_states_only(
    walk: Walk, keys: Keyring, name: str, state: AssessmentState
) -> None:
    do, _, starts, leads_to = STEPS[name]
    put(walk, state)

    if state in starts:
        do(walk, walk.reviewer.actor, keys)
        assert walk.assessment.state is leads_to
        return
    with pytest.raises(RefusedError, match="cannot become"):
        do(walk, walk.reviewer.actor, keys)


@pytest.mark.parametrize(("name", "role"), tuple(product(STEPS, Role)))
def test_a_step_is_taken_by_its_own_roles_only(
    walk: Walk, keys: Keyring, name: str, role: Role
) -> None:
    do, action, starts, leads_to = STEPS[name]
    put(walk, min(starts))
    actor = replace(walk.reviewer.actor, roles=frozenset({role}))

    if role in ALLOWED[action]:
        do(walk, actor, keys)
        assert walk.assessment.state is leads_to
        return
    with pytest.raises(ForbiddenError, match="needs the role"):
        do(walk, actor, keys)
