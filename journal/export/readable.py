"""The journal as Markdown files, one an entry, with a list of them: to read in any editor, for a long time.

The texts as they are now; earlier ones are in ``journal.json``. A letter of which the day has not come is only there.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from journal import dates
from journal.domain import drawing, model
from journal.domain.drawing import DrawingError
from journal.domain.guidance import Guidance
from journal.domain.model import ModelError
from journal.domain.snapshot import AttachmentNow
from journal.export import figures
from journal.export.ink import Ink
from journal.export.markdown import entry_text, escaped, is_closed
from journal.text import say, tr

Row = Mapping[str, Any]
FOLDER = "text"
_LONGEST_NAME = 60


def files(archive: Row, guidance_of: Mapping[int, Guidance], pictures: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Name and text of every file. ``pictures``: the file of an attachment, by its id."""
    for journey in archive["journeys"]:
        yield from _journey(journey, guidance_of[journey["id"]], pictures)


def svg(kind: str, data: bytes, width: int, height: int) -> str | None:
    """A drawing or model as a picture; nothing when it is not what it should be."""
    try:
        drawing.read(data) if kind == "drawing" else model.read(data)
    except (DrawingError, ModelError):
        return None
    found = AttachmentNow(kind, "", "", data, width, height, None, dt.date.min)
    drawn = figures.as_svg(found, Ink(()))
    return drawn[0] if drawn else None


def _journey(journey: Row, guidance: Guidance, pictures: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    meetings = {meeting["id"]: meeting for meeting in journey["meetings"]}
    shown = sorted(
        (entry for entry in journey["entries"] if not is_closed(entry)), key=lambda one: (one["written_on"], one["id"])
    )
    place = f"{FOLDER}/{_slug(say(guidance.programme.name))}-{journey['id']}"
    lists: dict[bool, list[str]] = {False: [], True: []}
    for entry in shown:
        name = _name(entry, meetings, guidance)
        told = escaped(f"{dates.full(dt.date.fromisoformat(entry['written_on']))}: {_title(entry, guidance)}")
        lists[bool(entry["thrown_away_at"])].append(f"- [{told}]({name})")
        parts = [entry_text(entry, meetings, guidance), *_pictures(entry, pictures)]
        yield f"{place}/{name}", _whole(parts)
    head = [f"# {escaped(say(guidance.programme.name))}", escaped(journey["own_name"]), "\n".join(lists[False])]
    if lists[True]:
        head += [f"## {escaped(tr('Thrown away'))}", "\n".join(lists[True])]
    yield f"{place}/index.md", _whole(head)


def _pictures(entry: Row, pictures: Mapping[int, str]) -> Iterator[str]:
    texts = {answer["prompt_id"]: answer["text"] for answer in entry["answers"]}
    for found in entry.get("attachments", ()):
        path = pictures.get(found["id"])
        if path and not found["thrown_away_at"]:
            told = texts.get(f"attachment.{found['id']}.description") or texts.get(
                f"attachment.{found['id']}.caption", ""
            )
            yield f"![{escape(' '.join(told.split())).translate(_BRACKETS)}](../../{path})"


_BRACKETS = str.maketrans("", "", "[]\\")


def _title(entry: Row, guidance: Guidance) -> str:
    try:
        form = say(guidance.form(entry["form_id"]).name)
    except KeyError:
        form = entry["form_id"]
    return f"{form}, {entry['title']}" if entry["title"] else str(form)


def _name(entry: Row, meetings: Mapping[int, Row], guidance: Guidance) -> str:
    meeting = meetings.get(entry["meeting_id"] or 0)
    about = [entry["title"] or _title(entry, guidance)]
    about += [str(meeting["session_id"])] if meeting else []
    return f"{entry['written_on']}-{_slug(' '.join(about))}-{entry['id']}.md"


def _slug(text: str) -> str:
    """A name that every file system takes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-") or "x"


def _whole(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
