"""The text that a journal keeps of a programme: the file as it came, and below it what earlier versions had.

So an answer whose question is asked no more keeps the words of that question, without another place to keep them.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from journal import guidance_files
from journal.domain.guidance import Earlier, Guidance, Programme
from journal.domain.guidance_parts import Part
from journal.domain.programme_update import what_was
from journal.errors import GuidanceError
from journal.text import tr

_HEAD = "\n\n# What earlier versions of this programme had; kept by Reisgezel, for what was written then.\n"


def updated(before: Guidance, path: Path) -> tuple[Programme, str]:
    """The programme of a received file, and the text to keep of it. GuidanceError when it cannot take the place."""
    source = guidance_files.source_of(path)
    programme = guidance_files.read_programme(path)
    if programme.id != before.programme.id:
        why = tr("this is another programme; begin a next journey with it instead")
        raise GuidanceError(path, [(1, "id", why)])
    earlier = what_was(before.programme, programme)
    if earlier == Earlier():
        return programme, source
    text = source.rstrip("\n") + _HEAD + "\n".join(_lines(("earlier",), earlier)) + "\n"
    return guidance_files.read_programme(text), text


def _lines(place: tuple[str, ...], part: Part) -> Iterator[str]:
    """A part in TOML: its own values first, then the parts in it."""
    inner: list[tuple[str, object]] = []
    for name in type(part).model_fields:
        value = getattr(part, name)
        if value is None or value == type(part).model_fields[name].get_default(call_default_factory=True):
            continue
        if isinstance(value, Part) or (isinstance(value, tuple) and isinstance(value[0], Part)):
            inner.append((name, value))
        elif isinstance(value, dict):
            yield from (f"{name}.{key} = {_value(text)}" for key, text in value.items())
        elif isinstance(value, tuple):
            yield f"{name} = ["
            yield from ("    " + _value(each) + "," for each in value)
            yield "]"
        else:
            yield f"{name} = {_value(value)}"
    for name, value in inner:
        header = ".".join((*place, name))
        for each in value if isinstance(value, tuple) else (value,):
            yield ""
            yield f"[[{header}]]" if isinstance(value, tuple) else f"[{header}]"
            yield from _lines((*place, name), each)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(text)}" for key, text in value.items()) + " }"
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "")
