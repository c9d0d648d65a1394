"""Threat T10: an insider gives an organization another id, and its chain belongs to nobody."""

from sqlalchemy import text

from jobquality.cli.verify import lines_of
from jobquality.store.border import EVERY_ORGANIZATION as ALL
from jobquality.store.border import say_whose
from tests.live.ledger.published import Center
from tests.live.ledger.test_verify import center, report

__all__ = ["center"]

_OFF = {
    "sqlite": "PRAGMA defer_foreign_keys = ON",
    "postgresql": "SET LOCAL session_replication_role = replica",
}


def test_t10_a_chain_whose_organization_is_not_there_is_named(center: Center) -> None:
    assert report(center).is_whole
    connection = center.session.connection()
    say_whose(connection, ALL)
    connection.execute(text(_OFF[connection.dialect.name]))
    connection.execute(text("UPDATE organizations SET id = 'nobody'"))
    center.session.expunge_all()

    found = report(center)

    assert found.homeless == (center.organization.id,)
    assert not found.is_whole
    (said,) = (one for one in lines_of(found) if one.startswith(center.organization.id))
    assert "no organization has it" in said
