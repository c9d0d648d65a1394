"""A bad line between a phone and its server: slow, lossy, and sometimes not there at all.

It passes bytes between two ports of this machine. What is lost is lost where it hurts: either
the request never comes to the server, or it does and the answer never comes back.
"""

import asyncio
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.browser.ports import free_port

_PIECE = 65536
#: Ten seconds; what still runs then is left to end with its thread.
_LAST_TRIES = 500


@dataclass(slots=True)
class Line:
    """How the line is at this moment; a test turns it while it runs. `latency` is in seconds."""

    to: int
    seed: int = 1
    latency: float = 0
    loss: float = 0
    is_down: bool = False
    swallow: int = 0
    port: int = field(default_factory=free_port)
    connections: int = 0
    lost: int = 0
    _chance: random.Random = field(default_factory=random.Random)
    _open: "set[asyncio.StreamWriter]" = field(default_factory=set)

    def __post_init__(self) -> None:
        self._chance.seed(self.seed)

    @property
    def address(self) -> str:
        """Return where a browser finds the server through this line."""
        return f"http://localhost:{self.port}"

    async def carry(self, phone: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """Carry one connection, as well as the line can."""
        self.connections += 1
        self._open.add(back)
        try:
            fate = self._fate()
            if fate != "request":
                await self._both_ways(phone, back, loses_answer=fate == "answer")
        except OSError:
            pass
        finally:
            self._open.discard(back)
            back.close()

    def _fate(self) -> str:
        if self.is_down:
            return "request"
        if self.swallow:
            self.swallow -= 1
            self.lost += 1
            return "answer"
        if self._chance.random() < self.loss:
            self.lost += 1
            return self._chance.choice(["request", "answer"])
        return "arrives"

    async def _both_ways(
        self, phone: asyncio.StreamReader, back: asyncio.StreamWriter, *, loses_answer: bool
    ) -> None:
        await asyncio.sleep(self.latency / 2)
        server, there = await asyncio.open_connection("127.0.0.1", self.to)
        self._open.add(there)
        sending = asyncio.ensure_future(self._pass_on(phone, there))
        try:
            first = await server.read(_PIECE)
            await asyncio.sleep(self.latency / 2)
            if first and not loses_answer and not self.is_down:
                back.write(first)
                await self._pass_on(server, back)
        finally:
            sending.cancel()
            self._open.discard(there)
            there.close()

    async def _pass_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.CancelledError):
            while piece := await source.read(_PIECE):
                target.write(piece)
                await target.drain()

    def cut(self) -> None:
        """Tear down every connection that is open."""
        for one in list(self._open):
            one.transport.abort()


@dataclass(slots=True)
class Cable:
    """The line as a test holds it."""

    line: Line
    loop: asyncio.AbstractEventLoop

    def go_down(self) -> None:
        """Lose the connection in the middle of whatever is going on."""
        self.line.is_down = True
        self.loop.call_soon_threadsafe(self.line.cut)

    def come_back(self) -> None:
        """Have a connection again."""
        self.line.is_down = False


@contextmanager
def a_line(to: int, **how: float) -> Iterator[Cable]:
    """Run a line to a port of this machine until the test is over."""
    line = Line(to=to, **how)  # type: ignore[arg-type]  # a test says how it is
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    serving = asyncio.run_coroutine_threadsafe(
        asyncio.start_server(line.carry, "127.0.0.1", line.port), loop
    ).result()
    try:
        yield Cable(line=line, loop=loop)
    finally:
        asyncio.run_coroutine_threadsafe(_end(serving, line), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(serving: asyncio.Server, line: Line) -> None:
    serving.close()
    line.cut()
    for _ in range(_LAST_TRIES):
        if len(asyncio.all_tasks()) <= 1:
            return
        line.cut()
        await asyncio.sleep(0.02)
