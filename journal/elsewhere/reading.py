"""Finds out whose diary a file or folder is, and reads it. Nothing in it is believed; nothing in it is changed."""

import datetime as dt
import json
import os
import stat
from pathlib import Path

from journal.elsewhere import day_one, jrnl, plain, red_notebook
from journal.elsewhere.notes import MOST_BYTES, MOST_NOTES, Found, Note, Unread, Why, decoded
from journal.errors import CannotRead
from journal.steps import Steps

_MOST_FILES = 20_000
_MOST_DEEP = 8
_LARGEST_NOTE = 4_000_000


def read(path: Path, steps: Steps | None = None) -> Found:
    """Everything in a file, or in a folder with all folders in it. Raises CannotRead and Stopped."""
    try:
        if path.is_dir():
            return _folder(path, steps or Steps())
        return _file(path, path.name, path.stat())
    except OSError as error:
        raise CannotRead(path, error.strerror or str(error)) from error


def _file(path: Path, name: str, known: os.stat_result) -> Found:
    if not stat.S_ISREG(known.st_mode):
        return _left("", name, Why.NOT_TEXT)  # a pipe would never end
    if path.suffix.lower() == ".zip":
        return day_one.read_zip(path)
    if known.st_size > MOST_BYTES:
        return _left("", name, Why.TOO_LARGE)
    data = path.read_bytes()
    text = decoded(data)
    if text is None or jrnl.is_locked(data):
        return _left("", name, Why.NOT_TEXT if text is None else Why.LOCKED)
    changed = dt.datetime.fromtimestamp(known.st_mtime).astimezone()
    return _text(path, name, text, changed)


def _text(path: Path, name: str, text: str, changed: dt.datetime) -> Found:
    ending = path.suffix.lower()
    if ending == ".json":
        return _json(name, text)
    if red_notebook.looks_like(path.name, text):
        return red_notebook.read(path.name, text)
    if jrnl.is_text(text):
        return jrnl.read_text(text)
    if ending not in plain.ENDINGS or len(text) > _LARGEST_NOTE:
        return _left("", name, Why.TOO_LARGE if ending in plain.ENDINGS else Why.NOT_TEXT)
    made = plain.read(name, text, changed)
    return Found(plain.PROGRAM, (made,)) if made else _left("", name, Why.EMPTY)


def _json(name: str, text: str) -> Found:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return _left("", name, Why.DAMAGED)
    if day_one.is_export(told) and told["entries"]:
        return day_one.read(told)
    if isinstance(told, dict) and isinstance(told.get("entries"), list):
        return jrnl.read_json(told)
    return _left("", name, Why.NOT_TEXT)


def _folder(folder: Path, steps: Steps) -> Found:
    files = _files(folder)
    found: list[Found] = []
    for number, file in enumerate(files):
        steps.at(number, len(files))
        name = file.relative_to(folder).as_posix()
        try:
            found.append(_file(file, name, file.stat()))
        except OSError:
            found.append(_left("", name, Why.DAMAGED))
    programs = {each.program for each in found if each.notes}
    notes: dict[str, Note] = {}
    for each in found:
        for note in each.notes:
            notes.setdefault(f"{each.program}:{note.key}", note)
    return Found(
        programs.pop() if len(programs) == 1 else plain.PROGRAM,
        tuple(notes.values())[:MOST_NOTES],
        tuple(unread for each in found for unread in each.unread),
        sum(each.pictures for each in found),
    )


def _files(folder: Path) -> list[Path]:
    """Files that may be a diary; links and hidden folders are not followed."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        deep = len(Path(place).relative_to(folder).parts)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and deep < _MOST_DEEP)
        for name in sorted(names):
            file = Path(place) / name
            if file.suffix.lower() in (*plain.ENDINGS, ".json") and not file.is_symlink() and not name.startswith("."):
                found.append(file)
        if len(found) >= _MOST_FILES:
            break
    return found[:_MOST_FILES]


def _left(program: str, name: str, why: Why) -> Found:
    return Found(program, unread=(Unread(name, why),))
