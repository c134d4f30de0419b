"""Writing a file for the outside world: whole or not at all."""

import os
import tempfile
from pathlib import Path

from journal.errors import CannotWrite


def save(data: bytes, target: Path) -> None:
    """Write beside the target, then take its place. CannotWrite leaves the target as it was."""
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".part", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as trouble:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise CannotWrite(target, trouble.strerror or str(trouble)) from trouble
