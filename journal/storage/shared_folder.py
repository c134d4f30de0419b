"""The road between laptops: a folder of the user's choice in which every device lays one sealed copy.

Something else (OneDrive, Nextcloud, Syncthing, a USB stick) carries it. The live journal is never there. What a copy
holds is known by what its list of contents says of the database; so a copy is read whole only when it is merged.
"""

import datetime as dt
import json
import os
import re
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journal.errors import JournalError
from journal.files import save
from journal.paths import COPY_SUFFIX, DATABASE, KEY_FILE
from journal.storage import copies, key_file
from journal.storage.database import OpenJournal

MEMORY = "shared-folder.json"
"""Beside the journal: which copies were merged, and what was laid down last. Names of copies, and nothing written."""
_BEGIN = "Reisgezel "
_ODD = re.compile(r"[^\w .()-]+")
_LONGEST_NAME = 60
_MOST_FILES = 500
_LARGEST_KEY_FILE = 64 * 1024


@dataclass(frozen=True)
class Waiting:
    """A copy in the folder that was not merged yet. ``called`` is the device as its file is named."""

    file: Path
    called: str
    made_at: dt.datetime
    mark: str


@dataclass(frozen=True)
class Found:
    """What is in the folder. ``half``: copies that are not whole yet; they are looked at again later."""

    waiting: tuple[Waiting, ...] = ()
    half: tuple[str, ...] = ()
    others: int = 0


def this_device() -> str:
    """How this computer calls itself."""
    if hasattr(os, "uname"):
        return os.uname().nodename.partition(".")[0]
    return os.environ.get("COMPUTERNAME", "laptop").lower()


def file_of(folder: Path, device: str) -> Path:
    """Where the copy of this device is."""
    name = " ".join(_ODD.sub(" ", device or this_device()).split())[:_LONGEST_NAME].strip(" .") or "laptop"
    return folder / f"{_BEGIN}{name}{COPY_SUFFIX}"


def lay_down(journal: OpenJournal, folder: Path, device: str) -> bool:
    """Put a sealed copy there, unless nothing changed since the last. Raises CannotWrite, DamagedKeyFile."""
    target = file_of(folder, device)
    memory = _remembered(journal.folder)
    state = [str(target), *_state(journal.database), *_state(journal.folder / KEY_FILE)]
    if memory["laid"] == state and target.is_file():
        return False
    copies.write_copy(journal, target)
    _remember(journal.folder, {**memory, "laid": state})
    return True


def look(journal: OpenJournal, folder: Path, device: str) -> Found:
    """What other devices laid down here, newest first. Also the odd names that programs give to conflicting copies."""
    own, ours = file_of(folder, device), journal.fingerprint()
    seen = _remembered(journal.folder)["merged"]
    waiting: list[Waiting] = []
    half: list[str] = []
    others = 0
    for file in _copies(folder):
        if file == own:
            continue
        try:
            found, fingerprint = _contents(file)
        except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, JournalError):
            half.append(file.name)
            continue
        if fingerprint != ours:
            others += 1
        elif found.mark not in seen:
            waiting.append(found)
    waiting.sort(key=lambda each: each.made_at, reverse=True)
    return Found(tuple(waiting), tuple(half), others)


def merged(journal: OpenJournal, found: Waiting) -> None:
    """Remember that this copy is in the journal now; it is not offered again until it changes."""
    memory = _remembered(journal.folder)
    _remember(journal.folder, {**memory, "merged": [*memory["merged"], found.mark][-_MOST_FILES:]})


def _copies(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(file for file in folder.iterdir() if COPY_SUFFIX in file.name and not file.name.startswith("."))[
            :_MOST_FILES
        ]
    return []


def _contents(file: Path) -> tuple[Waiting, str]:
    with zipfile.ZipFile(file) as box:
        database, key = box.getinfo(DATABASE), box.getinfo(KEY_FILE)
        if key.file_size > _LARGEST_KEY_FILE or key.compress_type:
            raise ValueError("no key file")
        fingerprint = key_file.parse(box.read(key), file).fingerprint
    made = dt.datetime(*database.date_time).astimezone()
    called = file.name.partition(COPY_SUFFIX)[0].removeprefix(_BEGIN).strip() or file.name
    return Waiting(file, called, made, f"{database.CRC:08x}-{database.file_size}"), fingerprint


def _state(file: Path) -> list[int]:
    with suppress(OSError):
        found = file.stat()
        return [found.st_size, found.st_mtime_ns]
    return [0, 0]


def _remembered(folder: Path) -> dict[str, list[object]]:
    memory: dict[str, list[object]] = {"merged": [], "laid": []}
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            memory |= {name: found[name] for name in memory if isinstance(found.get(name), list)}
    return memory


def _remember(folder: Path, memory: dict[str, list[object]]) -> None:
    save((json.dumps(memory, indent=1) + "\n").encode(), folder / MEMORY)
