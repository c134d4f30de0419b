"""A disk that fails at a chosen step: the n-th write, sync, rename or new file ends in an error of the system."""

import errno
import io
import os
from collections.abc import Callable
from typing import Any, Self

import pytest

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
_CALLS = ("fsync", "replace", "rename", "mkdir", "unlink")


class Faults:
    """Counts steps; at step ``at`` it raises ``code``. A write then leaves half of its bytes."""

    def __init__(self, at: int, code: int) -> None:
        self.at, self.code, self.steps = at, code, 0

    @property
    def met(self) -> bool:
        return self.steps >= self.at

    def step(self) -> bool:
        self.steps += 1
        return self.steps == self.at

    def error(self) -> OSError:
        return OSError(self.code, os.strerror(self.code))

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in _CALLS:
            monkeypatch.setattr(os, name, self._failing(getattr(os, name)))
        whole = io.open

        def opened(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
            if not set(mode) & set("wxa+"):
                return whole(file, mode, *args, **named)
            if self.step():
                raise self.error()
            return _File(whole(file, mode, *args, **named), self)

        monkeypatch.setattr(io, "open", opened)

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            if self.step():
                raise self.error()
            return call(*args, **named)

        return called


class _File:
    def __init__(self, file: Any, faults: Faults) -> None:
        self._file, self._faults = file, faults

    def write(self, data: Any) -> int:
        if self._faults.step():
            self._file.write(bytes(data)[: len(data) // 2])
            raise self._faults.error()
        return int(self._file.write(data))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_args: object) -> None:
        self._file.close()
