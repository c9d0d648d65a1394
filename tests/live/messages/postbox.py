"""A real mail server on this machine, for tests: it keeps what it gets, or says no."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from threading import Thread

from jobquality.mailing import MailServer


class Postbox(socketserver.ThreadingTCPServer):
    """Takes mail over SMTP. `answers` replaces its answer to a command, such as RCPT."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.raw: list[bytes] = []
        self.recipients: list[str] = []
        self.answers: dict[str, str] = {}

    @property
    def mails(self) -> list[EmailMessage]:
        """What came, read as mail."""
        return [message_from_bytes(one, policy=default) for one in self.raw]

    @property
    def server(self) -> MailServer:
        """How to reach it."""
        return MailServer(
            host="127.0.0.1",
            port=self.server_address[1],
            user="",
            password="",
            is_tls=False,
            sender="notices@jobs.example.org",
        )


class _Talk(socketserver.StreamRequestHandler):
    server: Postbox

    def handle(self) -> None:
        self._say("220 postbox")
        while line := self.rfile.readline():
            verb = line[:4].decode().upper()
            if verb == "RCPT":
                self.server.recipients.append(line.decode().strip())
            self._answer(verb)
            if verb == "QUIT":
                return

    def _answer(self, verb: str) -> None:
        usual = {"QUIT": "221 bye", "DATA": "354 go on"}.get(verb, "250 fine")
        answer = self.server.answers.get(verb, usual)
        self._say(answer)
        if answer.startswith("354"):
            self.server.raw.append(b"".join(self._content()))
            self._say("250 taken")

    def _content(self) -> Iterator[bytes]:
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            yield line.removeprefix(b".") if line.startswith(b"..") else line

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def running_postbox() -> Iterator[Postbox]:
    """Give a mail server that listens until the block ends."""
    with Postbox() as postbox:
        Thread(target=postbox.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield postbox
        postbox.shutdown()
