"""Ports of this machine that nothing listens on."""

import secrets
import socket
from contextlib import suppress

import pytest

#: Where the machine takes no ports for what it asks others: nobody takes one in between.
_PORTS = range(10_000, 32_000)


def free_port() -> int:
    """Return a port that nothing listens on, another one in each of several runs at a time."""
    for _ in range(100):
        port = secrets.choice(_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    pytest.fail("No port is free.")
