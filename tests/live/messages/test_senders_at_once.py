"""Several senders at one database: each message goes out once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from jobquality.mailing import MailServer, send_due
from jobquality.services import outbox
from jobquality.services.outbox import MessageState
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.outbox import list_messages
from jobquality.store.schema import migrate
from tests.live.factories import NOON
from tests.live.messages.postbox import running_postbox
from tests.live.messages.test_outbox import a_member, a_message


def run_sender(url: str, server: MailServer) -> int:
    """Send in rounds until nothing is due, as a process of the service does."""
    taken = 0
    with closing(open_database(url)) as database:
        for _ in range(20):
            taken += send_due(database, server, clock=lambda: NOON)[0]
    return taken


def test_three_senders_at_once_send_each_message_once(empty_url: str) -> None:
    migrate(empty_url)
    with closing(open_database(empty_url)) as database:
        with database.transaction() as session:
            actor = a_member(session)
            for number in range(12):
                outbox.put(session, a_message(actor, id=f"message{number}"), at=NOON)

        with running_postbox() as postbox, ThreadPoolExecutor(3) as senders:
            runs = [senders.submit(run_sender, empty_url, postbox.server) for _ in range(3)]
            taken = sum(run.result() for run in runs)

        with database.reading(EVERY_ORGANIZATION) as session:
            states = {one.state for one in list_messages(session)}
    assert taken == 12
    assert len({mail["Message-ID"] for mail in postbox.mails}) == len(postbox.mails) == 12
    assert states == {MessageState.SENT}
