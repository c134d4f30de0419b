"""Backups as files: their names, what lies in a folder, and one written so that it counts only when it is good."""

import datetime as dt
import hashlib
import json
import platform
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journal.domain.backup_policy import Made, Reason, too_many
from journal.errors import CannotWrite, DamagedJournal
from journal.files import Steady, replace_patiently, sync_file, sync_folder
from journal.paths import COPY_SUFFIX, DATABASE
from journal.storage import copies, key_file

_NAME = re.compile(
    r"reisgezel-(?P<number>\d{6,})-(?P<day>\d{8})-(?P<time>\d{6})Z-(?P<reason>[a-z]+)"
    r"-(?P<journal>[0-9a-f]{8})(?P<place>[0-9a-f]{8})" + re.escape(COPY_SUFFIX)
)
_WORK = ".making-"
_CHUNK = 1 << 20


@dataclass(frozen=True, order=True)
class Backup(Made):
    """A good backup: it got its name when it was opened and looked through. All this is known without passphrase."""

    path: Path
    bytes: int
    fingerprint: str
    """Of the journal's root: the same in all its copies."""
    series: str
    """Of the folder of the journal on one computer; only such backups are thinned together."""


def name_of(number: int, made_at: dt.datetime, reason: Reason, mark: str, series: str) -> str:
    """The file name of a backup; the time in UTC, so that a journey or summer time does not turn the order."""
    return f"reisgezel-{number:06}-{made_at.astimezone(dt.UTC):%Y%m%d-%H%M%S}Z-{reason}-{mark}{series}{COPY_SUFFIX}"


def series(folder: Path) -> str:
    """The name of a series: the folder and the computer where the journal is."""
    where = f"{platform.node()} {folder.resolve()}".encode(errors="surrogateescape")
    return f"{zlib.crc32(where):08x}"


def read_name(path: Path) -> Backup | None:
    """The backup with this name; None for a file that is not one. Raises OSError."""
    found = _NAME.fullmatch(path.name)
    if found is None or not path.is_file():
        return None
    try:
        made_at = dt.datetime.strptime(found["day"] + found["time"], "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)
        reason = Reason(found["reason"])
    except ValueError:
        return None
    size = path.stat().st_size
    return Backup(int(found["number"]), made_at, reason, path, size, found["journal"], found["place"])


def listed(place: Path, fingerprint: str = "") -> list[Backup]:
    """The backups in a folder, oldest first, perhaps of one journal only. A folder that is not there has none."""
    found: list[Backup] = []
    with suppress(OSError):
        for path in place.iterdir():
            with suppress(OSError):
                backup = read_name(path)
                if backup is not None and fingerprint in ("", backup.fingerprint):
                    found.append(backup)
    return sorted(found)


def next_number(place: Path) -> int:
    """Higher than all that are there."""
    return max((backup.number for backup in listed(place)), default=0) + 1


def stamp_of(backup: Backup) -> str:
    """How the journal's files stood when this backup was begun; empty when the backup does not tell."""
    with suppress(OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError), zipfile.ZipFile(backup.path) as box:
        return str(json.loads(box.comment)["stamp"])
    return ""


def write(
    place: Path,
    name: str,
    key: Path,
    *,
    mark: str,
    copy_database: Callable[[Path], object],
    check: Callable[[Path], object],
    stamp: str = "",
) -> Path:
    """Make one backup. It gets its name when all of it was read back and ``check`` found the database in it good.

    ``mark`` is the fingerprint of the key of the database: the key file must be for that one.

    Raises CannotWrite, DamagedKeyFile, and what ``check`` raises. Then nothing is left behind, and nothing else gone.
    """
    key_file.read(key)
    comment = json.dumps({"stamp": stamp}).encode()
    try:
        place.mkdir(parents=True, exist_ok=True)
        sweep(place)
        with tempfile.TemporaryDirectory(prefix=_WORK, dir=place, ignore_cleanup_errors=True) as work:
            database, part = Path(work) / DATABASE, Path(work) / name
            copy_database(database)
            check(database)
            fitting = copies.fitting_key(key, mark)
            with part.open("xb") as file:
                copies.pack(Steady(file), database, fitting, comment)
            sync_file(part)
            _compare(part, database)
            replace_patiently(part, place / name)
    except zipfile.BadZipFile as error:
        raise CannotWrite(place / name, "what was written does not read back") from error
    except OSError as error:
        raise CannotWrite(place / name, error.strerror or str(error)) from error
    sync_folder(place)
    return place / name


def copy(backup: Backup, place: Path) -> Path:
    """The same file in another folder, whole or not at all, read back and compared. Raises CannotWrite."""
    target = place / backup.path.name
    try:
        place.mkdir(exist_ok=True)
        sweep(place)
        with tempfile.TemporaryDirectory(prefix=_WORK, dir=place, ignore_cleanup_errors=True) as work:
            part = Path(work) / backup.path.name
            with backup.path.open("rb") as source, part.open("xb") as file:
                shutil.copyfileobj(source, file, _CHUNK)
            sync_file(part)
            if not same(part, backup.path):
                raise CannotWrite(target, "the copy differs")
            replace_patiently(part, target)
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error
    sync_folder(place)
    return target


def same(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes. Raises OSError."""
    return _digest(one.open("rb")) == _digest(other.open("rb"))


def thin(place: Path, series: str) -> list[Backup]:
    """Let go of the backups of one series that the policy does not keep. One that cannot be removed stays."""
    gone: list[Backup] = []
    for backup in too_many([found for found in listed(place) if found.series == series]):
        assert isinstance(backup, Backup)
        with suppress(OSError):
            backup.path.unlink()
            gone.append(backup)
    return gone


def sweep(place: Path) -> None:
    """Clear away what a killed run has left half made."""
    with suppress(OSError):
        for path in place.glob(f"{_WORK}*"):
            shutil.rmtree(path, ignore_errors=True)


def look_whole(file: Path) -> None:
    """Read all of a backup, without its key. Raises ForeignFile, DamagedJournal, CannotRead."""
    copies.refuse_foreign(file)
    try:
        with zipfile.ZipFile(file) as box:
            if any(part.compress_type for part in box.infolist()):
                raise DamagedJournal(file, "altered")  # a backup is never pressed: this may unpack without end
            wrong = box.testzip()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise DamagedJournal(file, "truncated") from error
    except OSError as error:
        raise copies.trouble_of_reading(file, error) from error
    if wrong:
        raise DamagedJournal(file, "altered")


def _compare(part: Path, database: Path) -> None:
    """What was written must read back as what was looked through."""
    with zipfile.ZipFile(part) as box, database.open("rb") as plain:
        if _digest(box.open(DATABASE)) != _digest(plain):
            raise CannotWrite(part, "what was written does not read back")


def _digest(opened: Any) -> bytes:
    made = hashlib.sha256()
    with opened as file:
        while chunk := file.read(_CHUNK):
            made.update(chunk)
    return made.digest()
