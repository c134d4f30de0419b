"""Day One: the JSON export, bare or in its zip. Photos are counted, and stay in the zip."""

import datetime as dt
import json
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal.clean_text import first_line
from journal.elsewhere.notes import MOST_BYTES, MOST_NOTES, Found, Note, Unread, Why, note

PROGRAM = "Day One"
_MOST_JOURNALS = 100
_KNOWN_PRESSING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TROUBLE = (OSError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, struct.error)
"""RuntimeError is a password, and JSON that goes too deep."""
_MOMENT = re.compile(r"!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\n]{0,200}\)\n?")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def read(told: dict[str, Any]) -> Found:
    """Every entry of one journal."""
    notes: list[Note] = []
    unread: list[Unread] = []
    pictures = 0
    for entry in told["entries"][:MOST_NOTES]:
        if not isinstance(entry, dict):
            unread.append(Unread("", Why.DAMAGED))
            continue
        photos = entry.get("photos")
        pictures += len(photos) if isinstance(photos, list) else 0
        on, text = _day(entry), entry.get("text", "")
        if on is None or not isinstance(text, str):
            unread.append(Unread(str(entry.get("creationDate", ""))[:40], Why.NO_DAY if on is None else Why.DAMAGED))
            continue
        plain = _ESCAPED.sub(r"\1", _MOMENT.sub("", text)).strip()
        head = first_line(plain).lstrip("# ")
        made = note(on, head if plain.startswith("#") else "", plain, str(entry.get("uuid", "")) or f"{on} {head}")
        if made is not None:
            notes.append(made)
    return Found(PROGRAM, tuple(notes), tuple(unread), pictures)


def read_zip(file: Path) -> Found:
    """Every journal in the zip that Day One exports."""
    found: list[Found] = []
    unread: list[Unread] = []
    try:
        with zipfile.ZipFile(file) as box:
            parts = [part for part in box.infolist() if part.filename.endswith(".json") and "/" not in part.filename]
            for part in parts[:_MOST_JOURNALS]:
                if part.file_size > MOST_BYTES or part.compress_type not in _KNOWN_PRESSING:
                    too_large = part.file_size > MOST_BYTES
                    unread.append(Unread(part.filename, Why.TOO_LARGE if too_large else Why.DAMAGED))
                    continue
                told = json.loads(box.read(part))
                if is_export(told):
                    found.append(read(told))
    except _TROUBLE:
        unread.append(Unread(file.name, Why.DAMAGED))
    if not found and not unread:
        unread.append(Unread(file.name, Why.NOT_TEXT))
    notes = tuple(each for one in found for each in one.notes)[:MOST_NOTES]
    left = (*unread, *(each for one in found for each in one.unread))
    return Found(PROGRAM, notes, left, sum(one.pictures for one in found))


def is_export(told: object) -> bool:
    """Whether this JSON is an export of Day One."""
    entries = told.get("entries") if isinstance(told, dict) else None
    if not isinstance(entries, list):
        return False
    return not entries or any(isinstance(entry, dict) and "creationDate" in entry for entry in entries)


def _day(entry: dict[str, Any]) -> dt.date | None:
    """The day where its writer was: Day One keeps the moment in UTC, and the zone beside it."""
    try:
        moment = dt.datetime.fromisoformat(entry["creationDate"])
        zone = entry.get("timeZone")
        if moment.tzinfo is not None and isinstance(zone, str) and zone:
            moment = moment.astimezone(ZoneInfo(zone.replace("\\", "")))
    except (ZoneInfoNotFoundError, OSError):
        return moment.date()
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    return moment.date()
