"""What may go wrong in a process of its own, to try on any machine and in any bundle that it stays there."""

import os
import time


def echo(payload: bytes) -> bytes:
    """The same bytes."""
    return payload


def hang(_payload: bytes) -> bytes:
    """Never answers."""
    while True:
        time.sleep(60)


def crash(_payload: bytes) -> bytes:
    """Ends at once, as by a fault in a library."""
    os.abort()


def grow(_payload: bytes) -> bytes:
    """Wants more and more memory."""
    held = []
    while True:
        held.append(bytearray(64 << 20))


def flood(_payload: bytes) -> bytes:
    """Answers more than anybody asked for."""
    return b"x" * 5_000_000


def stumble(payload: bytes) -> bytes:
    """Raises, with what it was given in the message."""
    raise KeyError(payload)


def chatter(payload: bytes) -> bytes:
    """Prints to every stream before it answers."""
    os.write(1, b"print")
    os.write(2, b"print")
    return payload
