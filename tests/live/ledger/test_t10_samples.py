"""Threat T10: an insider marks a real center as invented, to discredit or to remove it."""

import pytest
from sqlalchemy import text

from jobquality.errors import RefusedError
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.samples import remove_samples
from jobquality.store.tenancy import belong
from tests.live.ledger.published import Center
from tests.live.ledger.test_verify import center, wrong

__all__ = ["center"]


def mark_as_sample(center: Center) -> None:
    """Turn the flag, with the trigger off, as whoever owns the table can."""
    connection = center.session.connection()
    belong(center.session, EVERY_ORGANIZATION)
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TRIGGER organizations_stay_real"))
    else:
        connection.execute(text("ALTER TABLE organizations DISABLE TRIGGER USER"))
    connection.execute(text("UPDATE organizations SET is_sample = true"))
    center.session.expunge_all()


def test_t10_a_real_center_that_is_marked_as_invented_is_named(center: Center) -> None:
    assert not wrong(center)

    mark_as_sample(center)

    assert "marked as a sample" in wrong(center)


def test_t10_a_real_center_is_removed_by_no_flag_of_its_row(center: Center) -> None:
    mark_as_sample(center)

    with pytest.raises(RefusedError, match="real organization"):
        remove_samples(center.session, center.organization.id)
