import pytest

from jobquality.access.states import AssessmentState, NoticePeriodError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import recomputed
from jobquality.services.publishing import publish
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.publications import Publication
from tests.live.reviews.parts import CATALOG, Walk


def published(walk: Walk, keys: Keyring) -> Publication:
    return publish(
        walk.session,
        walk.reviewer.actor,
        walk.assessment_id,
        catalog=CATALOG,
        keys=keys,
        at=walk.at,
    )


def test_nothing_is_published_a_moment_before_the_clock_ends(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    walk.later(days=13)

    with pytest.raises(NoticePeriodError) as refused:
        published(walk, keys)

    assert refused.value.code == "notice_period"
    assert refused.value.ends_at == notice.ends_at


def test_at_the_end_of_the_clock_it_is_published_and_recomputes(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    walk.with_employer()
    walk.later(days=14)

    publication = published(walk, keys)

    snapshot = load_snapshot(publication.content)
    rubric = CATALOG.get(snapshot.rubric, snapshot.edition)
    assert recomputed(snapshot, rubric, CATALOG.parameters.places) == ()
    assert walk.assessment.state is AssessmentState.PUBLISHED
    assert snapshot.reply is not None
    assert snapshot.reply.answered_at is None
