"""Plain Markdown and text files: one note each, with the day of the front matter, the name, or the file itself."""

import datetime as dt
import re
from pathlib import PurePath

from journal.elsewhere.notes import Note, day, note

PROGRAM = "text"
ENDINGS = (".md", ".markdown", ".txt")
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(date|created|created_at|datum|title|titel):[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_IN_NAME = re.compile(r"(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)")
_HEADING = re.compile(r"\A#{1,3} +(.{1,200})\n?")


def read(name: str, text: str, changed: dt.datetime) -> Note | None:
    """The note in a file; ``changed`` is when the file was changed last, for when nothing else tells a day."""
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    told = [day(fields[key]) for key in ("date", "created", "created_at", "datum") if key in fields]
    on = next((each for each in told if each), None) or _in_name(name) or changed.date()
    title = fields.get("title") or fields.get("titel") or ""
    text = text.strip("\n")
    heading = _HEADING.match(text)
    if heading and not title:
        title, text = heading[1].strip(), text[heading.end() :].strip("\n")
    return note(on, title or (_rest_of(name) if text.strip() else ""), text, name)


def _in_name(name: str) -> dt.date | None:
    found = _IN_NAME.search(PurePath(name).name)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _rest_of(name: str) -> str:
    """The name of the file without its day, when it says something."""
    rest = _IN_NAME.sub("", PurePath(name).stem).replace("_", " ").strip(" -.")
    return rest if any(sign.isalpha() for sign in rest) else ""
