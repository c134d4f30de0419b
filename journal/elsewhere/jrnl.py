"""jrnl (jrnl.sh): its own text file, and what ``jrnl --format json`` gives."""

import datetime as dt
import hashlib
import re
from typing import Any

from journal.elsewhere.notes import MOST_NOTES, Found, Note, Unread, Why, day, note

PROGRAM = "jrnl"
_HEAD = re.compile(r"^\[(\d{4}-\d{2}-\d{2})(?: (\d{1,2}:\d{2}(?::\d{2})?)(?: ?[AaPp][Mm])?)?\] ?(.*)$", re.MULTILINE)
_OLD_HEAD = re.compile(r"^(\d{4}-\d{2}-\d{2}) (\d{1,2}:\d{2}) (.*)$", re.MULTILINE)


def is_text(text: str) -> bool:
    """Whether this is the text file of jrnl: its first line begins with a day and a time."""
    return bool(_HEAD.match(text.lstrip()) or _OLD_HEAD.match(text.lstrip()))


def is_locked(data: bytes) -> bool:
    """Whether this is a diary that jrnl has encrypted (Fernet, in base64)."""
    return data[:6] == b"gAAAAA"


def read_text(text: str) -> Found:
    """Every note of the text file."""
    head = _HEAD if _HEAD.search(text) else _OLD_HEAD
    heads = list(head.finditer(text))[:MOST_NOTES]
    notes: list[Note] = []
    unread: list[Unread] = []
    for at, found in enumerate(heads):
        end = heads[at + 1].start() if at + 1 < len(heads) else len(text)
        _add(notes, unread, (found[1], found[2] or "", found[3], text[found.end() : end]))
    return Found(PROGRAM, tuple(notes), tuple(unread))


def read_json(told: dict[str, Any]) -> Found:
    """Every note of the JSON export."""
    notes: list[Note] = []
    unread: list[Unread] = []
    for entry in told["entries"][:MOST_NOTES]:
        if not isinstance(entry, dict):
            unread.append(Unread("", Why.DAMAGED))
            continue
        parts = [entry.get(name, "") for name in ("date", "time", "title", "body")]
        if not all(isinstance(part, str) for part in parts):
            unread.append(Unread(str(entry.get("date", ""))[:40], Why.DAMAGED))
            continue
        _add(notes, unread, (parts[0], parts[1], parts[2], parts[3]))
    return Found(PROGRAM, tuple(notes), tuple(unread))


def _add(notes: list[Note], unread: list[Unread], parts: tuple[str, str, str, str]) -> None:
    date, time, title, body = parts
    on: dt.date | None = day(date)
    if on is None:
        unread.append(Unread(date[:40], Why.NO_DAY))
        return
    mark = hashlib.sha256(f"{title.strip()}\n{body.strip()}".encode("utf-8", "replace")).hexdigest()[:12]
    made = note(on, title, body if body.strip() else title, f"{on} {time} {mark}")
    if made is not None:
        notes.append(made)
