"""Threat T10: an insider with the database edits what was published. Each way in is named."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from jobquality.access.states import PublicationState
from jobquality.ledger.acts import Act, NewKey
from jobquality.ledger.chain import message_of
from jobquality.ledger.form import dump_snapshot, load_snapshot
from jobquality.services.acts import append_act
from jobquality.services.ledger import record_key
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.publications import list_entries
from jobquality.store.schema import migrate
from tests.cli.calling import call
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_verify import center, head, wrong

__all__ = ["center"]


def _better(content: str) -> str:
    snapshot = load_snapshot(content)
    best = replace(snapshot.scores[0], value="90", low="90", high="90")
    return dump_snapshot(replace(snapshot, scores=(best, *snapshot.scores[1:])))


def test_the_program_itself_cannot_change_a_published_score(center: Center) -> None:
    first = center.publications[0]
    change = text("UPDATE bodies SET content = :content WHERE hash = :hash")
    with (
        pytest.raises(DatabaseError, match="Nothing published changes"),
        center.session.begin_nested(),
    ):
        center.session.connection().execute(
            change, {"content": _better(first.content), "hash": first.hash}
        )


@pytest.mark.parametrize("table", ["bodies", "ledger", "public_keys"])
def test_the_program_itself_cannot_delete_what_was_published(center: Center, table: str) -> None:
    with (
        pytest.raises(DatabaseError, match="Nothing published changes"),
        center.session.begin_nested(),
    ):
        center.session.connection().execute(text(f"DELETE FROM {table}"))  # noqa: S608 - our own names


def _edit(center: Center) -> None:
    first = center.publications[0]
    tamper(
        center.session,
        "UPDATE bodies SET content = :content WHERE hash = :hash",
        content=_better(first.content),
        hash=first.hash,
    )


def _drop(center: Center) -> None:
    tamper(center.session, "DELETE FROM ledger WHERE number = 2")


def _swap(center: Center) -> None:
    for before, after in ((1, 901), (2, 1), (901, 2)):
        tamper(
            center.session,
            "UPDATE ledger SET number = :after WHERE number = :before",
            before=before,
            after=after,
        )


def _cut(center: Center) -> None:
    last = center.publications[-1]
    for statement in (
        "DELETE FROM publications WHERE hash = :hash",
        "DELETE FROM ledger WHERE hash = :hash",
        "DELETE FROM bodies WHERE hash = :hash",
    ):
        tamper(center.session, statement, hash=last.hash)
    tamper(
        center.session,
        "UPDATE publications SET state = :state WHERE hash = :hash",
        state=PublicationState.CURRENT.value,
        hash=center.publications[0].hash,
    )


@pytest.mark.parametrize(
    ("deed", "number", "named"),
    [
        (_edit, 1, "Its body was changed"),
        (_drop, 3, "Number 2 is missing"),
        (_swap, 1, ""),
        (_cut, 3, "The chain ends at 2: its end was cut off."),
    ],
)
def test_what_somebody_with_all_rights_does_is_named_with_its_record(
    center: Center, deed: Callable[[Center], None], number: int, named: str
) -> None:
    kept = head(center)
    deed(center)
    said = wrong(center, kept)
    assert said.startswith(f"entry {number}: ")
    assert named in said


def test_verify_ends_with_1_and_names_the_record(empty_url: str, tmp_path: Path) -> None:
    migrate(empty_url)
    with (
        closing(open_database(empty_url)) as database,
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        center = stored_center(session, tmp_path)
        center.publish(center.employer())
        _edit(center)
    found = call("verify", "--database", empty_url)
    assert found.code == 1
    assert "FAILED: entry 1: Its body was changed" in found.out


def test_the_page_says_that_its_check_failed(
    database: Database, client: FlaskClient, tmp_path: Path
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        center = stored_center(session, tmp_path)
        diner = center.employer()
        center.publish(diner)
    assert "Integrity check failed" not in client.get(f"/en/e/{diner.slug}").text
    with database.transaction(EVERY_ORGANIZATION) as session:
        center.session = session
        _edit(center)

    page = client.get(f"/en/e/{diner.slug}")
    assert page.status_code == 503
    assert "Integrity check failed." in page.text
    assert "La comprobación de integridad falló." in client.get(f"/es/e/{diner.slug}").text


def test_a_signature_of_another_key_shows_on_the_page_too(
    database: Database, client: FlaskClient, tmp_path: Path
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        center = stored_center(session, tmp_path)
        diner = center.employer()
        center.publish(diner)
        tamper(session, "UPDATE ledger SET signature = 'AAAA' WHERE number = 1")
    assert "Integrity check failed." in client.get(f"/en/e/{diner.slug}").text


def _rotated(center: Center, *, recorded: bool = True) -> tuple[str, str]:
    """Change the key as two people do; return the old key's id and the new one's."""
    old = center.keys.signer(center.organization.id).key_id
    new = center.keys.make_next(center.organization.id)
    at = center.publications[-1].published_at + timedelta(hours=1)

    def made(number: int) -> Act:
        return NewKey(
            number=number,
            organization=center.organization.id,
            at=at,
            key_id=new.key_id,
            public_key=new.public_key,
            replaces=old,
            reason="A laptop was lost.",
            decided_by=(center.author.id, center.reviewer.id),
        )

    append_act(center.session, center.organization.id, made, keys=center.keys, at=at)
    if recorded:
        record_key(center.session, center.organization.id, new, at=at)
    return old, new.key_id


def test_after_a_change_of_keys_the_new_one_signs_and_all_is_whole(center: Center) -> None:
    old, new = _rotated(center)
    center.publish(center.employer())

    signed = [one.key_id for one in list_entries(center.session, center.organization.id)]
    assert signed == [old, old, old, old, new]
    assert wrong(center) == ""


def test_whoever_found_the_old_key_signs_nothing_any_more(center: Center) -> None:
    old, new = _rotated(center)
    center.publish(center.employer())
    entry = list_entries(center.session, center.organization.id)[-1]
    forged = replace(entry, key_id=old)
    signature = center.keys.signer(center.organization.id, old).sign(message_of(forged))
    tamper(
        center.session,
        "UPDATE ledger SET key_id = :key, signature = :signature WHERE number = 5",
        key=old,
        signature=signature,
    )
    assert wrong(center) == (
        f"entry 5: It is signed with the key {old}; that of this time is {new}."
    )


def test_a_key_that_was_slipped_into_the_list_signs_nothing(center: Center) -> None:
    slipped = center.keys.make_next(center.organization.id)
    at = center.publications[-1].published_at
    record_key(center.session, center.organization.id, slipped, at=at + timedelta(minutes=1))
    center.publish(center.employer())
    assert "no entry brought it in" in wrong(center)


def test_the_old_key_can_go_once_the_new_one_signs(center: Center) -> None:
    old, new = _rotated(center)
    center.keys.retire(center.organization.id, old)

    center.publish(center.employer())
    assert center.keys.signer(center.organization.id, new).key_id == new
    assert wrong(center) == ""


def test_a_chain_of_three_keys_is_whole(center: Center) -> None:
    diner = center.employer()
    for _ in range(2):
        _again(center)
        center.publish(diner)
    assert len({one.key_id for one in list_entries(center.session, center.organization.id)}) == 3
    assert wrong(center) == ""


def _again(center: Center) -> None:
    newest = list_entries(center.session, center.organization.id)[-1]
    new = center.keys.make_next(center.organization.id)

    def made(number: int) -> Act:
        return NewKey(
            number=number,
            organization=center.organization.id,
            at=newest.at,
            key_id=new.key_id,
            public_key=new.public_key,
            replaces=newest.key_id,
            reason="Every year.",
            decided_by=(center.author.id, center.reviewer.id),
        )

    append_act(center.session, center.organization.id, made, keys=center.keys, at=newest.at)
    record_key(center.session, center.organization.id, new, at=newest.at)
