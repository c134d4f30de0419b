"""The reading process for many files after each other: starting one for each takes longer than reading.

It is held to the same time and memory, and ended in the same way; then the next file gets a new one.
"""

import os
import queue
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from journal.returned import limits

_LENGTH = struct.Struct(">Q")
ROOT = Path(__file__).parents[2]
_EACH = 60
"""So many files a process; memory that a library keeps may not add up."""


class Reader:
    """``ask`` gives the answer of the process; None when it crashed or had to be ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._asked = 0

    def ask(self, request: bytes) -> bytes | None:
        if self._process is None or self._asked >= _EACH:
            self.end()
            self._begin()
        assert self._process is not None
        assert self._process.stdin is not None
        self._asked += 1
        try:
            self._process.stdin.write(_LENGTH.pack(len(request)) + request)
            self._process.stdin.flush()
            answer = self._answers.get(timeout=limits.MOST_SECONDS)
        except (OSError, queue.Empty):
            answer = None
        if answer is None:
            self.end()
        return answer

    def end(self) -> None:
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    stream.close()

    def _begin(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-B", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self._asked, self._answers = 0, queue.Queue()
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()


def _listen(stream, answers) -> None:
    with suppress(ValueError, OSError):  # it was ended
        while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
            (length,) = _LENGTH.unpack(head)
            answers.put(stream.read(length))
    answers.put(None)


def _serve() -> None:
    import resource

    from journal.returned.reader import read

    resource.setrlimit(resource.RLIMIT_AS, (limits.MOST_MEMORY, limits.MOST_MEMORY))
    given, given_back = sys.stdin.buffer, sys.stdout.buffer
    while len(head := given.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        answer = read(given.read(length))
        given_back.write(_LENGTH.pack(len(answer)) + answer)
        given_back.flush()


if __name__ == "__main__":
    _serve()
