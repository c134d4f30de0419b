"""A function that runs apart, in a process of its own that can be ended: for what is untrusted, or takes long.

Bytes go in and come out over pipes: no temporary files, and nothing of a user on a command line. The same from a
checkout, an installed wheel and the bundle, whose programs begin with ``serve`` when they are called with ``FLAG``.
"""

import os
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

FLAG = "--apart"
_HEAD = struct.Struct(">HIQ")
"""Length of the function's name, seconds, bytes of memory."""
_GOOD, _RAISED = b"+", b"-"
_LOOK_EVERY = 0.05
_CHUNK = 1 << 16


class ApartTrouble(Exception):
    """No answer came; this process is unharmed."""


class TookTooLong(ApartTrouble):
    """It was ended, because its time was over."""


class Ended(ApartTrouble):
    """It ended by itself without an answer: a crash, or no more memory."""


class TooMuch(ApartTrouble):
    """It answered more than was asked for, and was ended."""


class Raised(ApartTrouble):
    """The function raised; the message is the name of its exception."""


class Stopped(ApartTrouble):
    """Nobody waits for the answer any more."""


def run_apart(
    function_path: str,
    payload: bytes,
    *,
    seconds: float,
    memory_bytes: int,
    answer_bytes: int,
    wanted: Callable[[], bool] = lambda: True,
) -> bytes:
    """What ``journal.module:function`` gives for these bytes. Raises ApartTrouble; the process is gone then.

    ``wanted`` is asked some times a second; once it says False the process is ended.
    """
    end = time.monotonic() + seconds
    process = _start()
    answer = bytearray()
    try:
        name = function_path.encode()
        head = _HEAD.pack(len(name), max(1, round(seconds)), memory_bytes)
        feeder = _thread(_feed, process.stdin, head + name, payload)
        reader = _thread(_collect, process.stdout, answer, answer_bytes + 1)
        while reader.is_alive():
            reader.join(_LOOK_EVERY)
            if time.monotonic() > end:
                raise TookTooLong
            if not wanted():
                raise Stopped
    finally:
        process.kill()
        process.wait()
    feeder.join()
    return _judged(bytes(answer), answer_bytes)


def serve() -> int:
    """The other side: read what to do, do it, write the answer. Gives the exit code."""
    given, given_back = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("r+b") as nothing:  # whatever a library prints or asks does not come between
        for stream in (0, 1, 2):
            os.dup2(nothing.fileno(), stream)
    length, seconds, memory = _HEAD.unpack(_exactly(given, _HEAD.size))
    name = _exactly(given, length).decode()
    payload = given.read()
    _limit(seconds, memory)
    try:
        answer = _GOOD + _function(name)(payload)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other side must hear of it
        answer = _RAISED + type(error).__name__.encode()
    given_back.write(answer)
    given_back.close()
    os._exit(0)  # a library may hang while it cleans up


def _judged(answer: bytes, most: int) -> bytes:
    if not answer:
        raise Ended
    if answer[:1] == _RAISED:
        raise Raised(answer[1:].decode("ascii", "replace")[:80])
    if answer[:1] != _GOOD:
        raise Ended
    if len(answer) > most + 1:
        raise TooMuch
    return answer[1:]


def _start() -> "subprocess.Popen[bytes]":
    frozen = bool(getattr(sys, "frozen", False))
    environment = dict(os.environ)
    program = Path(sys.executable)
    if frozen:
        # On Windows a program without a console has no streams; its twin has.
        twin = program.with_name("reisgezel-cli.exe")
        command = [str(twin if sys.platform == "win32" and twin.exists() else program), FLAG]
    else:
        command = [str(program), "-s", "-P", "-B", "-m", "journal.apart"]
        known = environment.get("PYTHONPATH", "")
        here = str(Path(__file__).resolve().parent.parent)
        environment["PYTHONPATH"] = os.pathsep.join(part for part in (here, known) if part)
    return subprocess.Popen(  # noqa: S603 - this very program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        close_fds=True,
    )


def _thread(work: Callable[..., None], *given: object) -> threading.Thread:
    thread = threading.Thread(target=work, args=given, name="reisgezel-apart", daemon=True)
    thread.start()
    return thread


def _feed(stream: BinaryIO, *parts: bytes) -> None:
    with suppress(OSError), stream:  # it may be gone already; then no answer comes, and that is what is told
        stream.writelines(parts)


def _collect(stream: BinaryIO, into: bytearray, most: int) -> None:
    with suppress(OSError, ValueError), stream:
        while len(into) <= most and (piece := stream.read1(_CHUNK)):  # type: ignore[attr-defined]
            into += piece


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError
    return data


def _function(path: str) -> Callable[[bytes], bytes]:
    import importlib

    module, _, name = path.partition(":")
    if module.split(".", maxsplit=1)[0] != "journal":
        raise ValueError(module)
    found: Callable[[bytes], bytes] = getattr(importlib.import_module(module), name)
    return found


def _limit(seconds: int, memory: int) -> None:
    """Ask the system to hold it to its time and memory, and to let it write no file. Not every system can."""
    try:
        import resource
    except ImportError:
        return  # Windows: the other side ends it when its time is over
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(serve())
