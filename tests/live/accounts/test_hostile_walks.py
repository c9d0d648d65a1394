"""T9, T10: wherever a second person acts, whoever could be in both accounts is refused.

The source is read: each call that asks whether two people are two has a walk here, which fails
without that call.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import jobquality.services
from jobquality.errors import ForbiddenError
from jobquality.services.hands import keep_hands
from jobquality.services.people import drop_second_step
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.hands import Why, end_hands
from tests.live.accounts import hostile
from tests.live.accounts.hostile import Scene, World

SERVICES = Path(jobquality.services.__file__).parent
#: The rule itself; a function that is named like a check and calls it is a part of the rule.
RULE = frozenset({"check_two", "check_apart"})
ONE_PERSON = "One person could have come in as both of you"

Walk = Callable[[World], Scene]

#: Acts in which only a reset counts, each with the calls that its walk is for.
RESETS: dict[Walk, tuple[str, ...]] = {
    hostile.approval: (
        "reviews.approve: check_another_person",
        "approvals.check_another_person: check_two",
    ),
    hostile.look: ("looks.look_at: check_another_person",),
    hostile.unknowns_accepted: ("unknowns.accept_unknown: check_another_person",),
    hostile.unknowns_taken_back: ("unknowns.take_back_unknown: check_another_person",),
    hostile.hearing_beside_author: ("deliveries.confirm_heard: check_another_person",),
    hostile.hearing_beside_sender: ("deliveries.confirm_heard: check_two",),
    hostile.decision_beside_author: ("decisions.decide: check_another_person",),
    hostile.decision_beside_sender: ("decisions.decide: check_two",),
    hostile.signature_beside_author: ("decisions.sign: check_another_person",),
    hostile.signature_beside_panelist: (
        "decisions.sign: _check_on_panel",
        "decisions._check_on_panel: check_apart",
    ),
    hostile.taking_back_beside_author: ("takingback.take_back_decision: check_another_person",),
    hostile.taking_back_beside_decider: ("takingback.take_back_decision: check_two",),
    hostile.renewal_beside_who_left: ("links.renew_left: check_two",),
    hostile.figure: ("secondlooks.confirm: check_two",),
}
#: Acts by which something becomes public or leaves the team: there it counts, too, that one let
#: the other join.
ANY_WAY: dict[Walk, tuple[str, ...]] = {
    hostile.publication_beside_sender: (
        "publishing.publish: _check_not_the_sender",
        "publishing._check_not_the_sender: check_two",
    ),
    hostile.speaker_beside_sender: ("replyspeakers.decide_speaker: check_two",),
    hostile.later_speaker_beside_maker: ("after.decide_speaker: check_two",),
    hostile.printing_beside_maker: (
        "statements.print_statement: _check_not_alone",
        "statements._check_not_alone: check_two",
    ),
    hostile.certificate: (
        "certifying.issue_certificate: check_certifier",
        "certifying.check_certifier: check_two",
    ),
    hostile.ruling_proposed: (
        "rulings.propose_ruling: _check_apart",
        "rulings._check_apart: check_two",
    ),
    hostile.ruling_confirmed: ("rulings.confirm_ruling: _check_apart",),
    hostile.proposal: ("proposals.decide: check_two",),
    hostile.standard: ("standard_issuing.decide_edition: check_two",),
    hostile.merger: ("mergers.decide_merger: check_two",),
    hostile.other_name: ("renames._checked: check_two",),
    hostile.initiative: ("showing.show: check_two",),
    hostile.further_name: ("names.confirm_name: check_two",),
    hostile.copy: ("copies.release_copy: check_two",),
    hostile.unmarking: ("unmarking.unmark: check_two",),
}
#: A reset after the approval does not undo it; that the author let the reviewer join does.
JOINED: dict[Walk, tuple[str, ...]] = {
    hostile.publication_of_one_person: (
        "publishing._checked_draft: _check_two_people",
        "publishing._check_two_people: check_apart",
    ),
}


@pytest.fixture
def world(database: Database, session: Session, tmp_path: Path) -> World:
    session.info["organization"] = EVERY_ORGANIZATION
    return World(session=session, database=database, folder=tmp_path)


@pytest.mark.parametrize("walk", [*RESETS, *ANY_WAY], ids=lambda walk: walk.__name__)
def test_whoever_reset_an_account_does_not_act_as_the_second_person_in_it(
    world: World, walk: Walk
) -> None:
    scene = walk(world)
    drop_second_step(world.session, scene.first.actor, scene.second.id, at=scene.at)

    refused(world, scene)
    end_hands(world.session, [scene.second.id], by="third", at=scene.at)
    if walk in ANY_WAY:
        joined(world, scene)
        refused(world, scene)
        end_hands(world.session, [scene.second.id], by="third", at=scene.at)
    scene.act()


@pytest.mark.parametrize("walk", JOINED, ids=lambda walk: walk.__name__)
def test_an_author_who_let_the_reviewer_join_gets_nothing_published(
    world: World, walk: Walk
) -> None:
    scene = walk(world)
    joined(world, scene)

    refused(world, scene)
    end_hands(world.session, [scene.second.id], by="third", at=scene.at)
    scene.act()


def test_every_call_of_the_rule_has_a_walk() -> None:
    walked = [
        site for table in (RESETS, ANY_WAY, JOINED) for sites in table.values() for site in sites
    ]

    assert sorted(walked) == sorted(_sites())


def refused(world: World, scene: Scene) -> None:
    """Expect a refusal, after which everything is undone, as on the web."""
    with pytest.raises(ForbiddenError, match=ONE_PERSON), world.session.begin_nested():
        scene.act()


def joined(world: World, scene: Scene) -> None:
    keep_hands(world.session, scene.second, [scene.first.id], Why.JOINED, at=scene.at)


def _sites() -> list[str]:
    """Return each call of the rule in the services, as module, function and what is called."""
    functions = list(_functions())
    rule = RULE
    while True:
        parts = {name for _, name, called in functions if _is_check(name) and rule & set(called)}
        if parts <= rule:
            break
        rule |= parts
    return [
        f"{module}.{name}: {one}"
        for module, name, called in functions
        for one in called
        if one in rule
    ]


def _is_check(name: str) -> bool:
    return name.lstrip("_").startswith("check_")


def _functions() -> Iterator[tuple[str, str, list[str]]]:
    """Yield each function of the services but the rule's own, with the names that it calls."""
    for path in sorted(SERVICES.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if path.stem != "hands" and isinstance(node, ast.FunctionDef):
                yield path.stem, node.name, list(_called(node))


def _called(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            called = one.func
            yield called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
