"""A returned file, read safely: within its limits, in a process of its own, with one kind of trouble."""

import stat
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from journal.apart import ApartTrouble, Ended, Stopped, TookTooLong, TooMuch, run_apart
from journal.domain.returning import PaperRead
from journal.errors import JournalError
from journal.returned.answer import Strange, parsed
from journal.returned.asking import Refusal, request
from journal.returned.limits import MOST_ANSWER, MOST_BYTES, MOST_MEMORY, MOST_SECONDS

READER = "journal.returned.reader:read"


class Reason(StrEnum):
    """What is the matter with a returned file."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    LOCKED = "locked"
    LARGE = "large"
    SLOW = "slow"
    GONE = "gone"
    EMPTY = "empty"


class NotRead(JournalError):
    """The file was not taken in, and nothing of it is in the journal."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class NobodyWaits(Exception):
    """The reading was broken off, because that was asked."""


def contents(file: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file that somebody points at. Raises NotRead."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise NotRead(Reason.FOREIGN)  # a pipe is not even opened: that waits for ever
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except (OSError, ValueError) as error:
        raise NotRead(Reason.GONE) from error
    if not data:
        raise NotRead(Reason.EMPTY)
    if len(data) > most:
        raise NotRead(Reason.LARGE)
    return data


def read_paper(
    data: bytes,
    *,
    password: str = "",
    wanted: Callable[[], bool] = lambda: True,
    seconds: float = MOST_SECONDS,
    reader: str = READER,
) -> PaperRead:
    """The words and remarks of a returned PDF. Raises NotRead; NobodyWaits once ``wanted`` says no."""
    if len(data) > MOST_BYTES:
        raise NotRead(Reason.LARGE)
    try:
        answer = run_apart(
            reader,
            request(data, password),
            seconds=seconds,
            memory_bytes=MOST_MEMORY,
            answer_bytes=MOST_ANSWER,
            wanted=wanted,
        )
        read = parsed(answer)
    except Stopped as stopped:
        raise NobodyWaits from stopped
    except TookTooLong as trouble:
        raise NotRead(Reason.SLOW) from trouble
    except TooMuch as trouble:
        raise NotRead(Reason.LARGE) from trouble
    except (Ended, ApartTrouble, Strange, OSError) as trouble:
        raise NotRead(Reason.DAMAGED) from trouble
    if isinstance(read, Refusal):
        raise NotRead(Reason(read.value))
    return read
