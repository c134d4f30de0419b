"""A programme that a participant fills in without a file: the text of a programme file with those meetings."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from journal.clean_text import clean
from journal.domain.guidance import FORMAT, Theme

MOST_MEETINGS = 40


@dataclass(frozen=True)
class OwnMeeting:
    """One meeting as its participant knows it."""

    name: str
    first: dt.date
    last: dt.date


def own_programme(name: str, meetings: Sequence[OwnMeeting], themes: Sequence[Theme]) -> str:
    """The TOML text of a programme with these meetings, in order of date, and with these themes.

    A meeting of more than one day is a two-day session: one looks back on it in the same way.
    """
    lines = [
        f"format = {FORMAT}",
        'id = "own"',
        'version = "1"',
        f"name.nl = {_text(name)}",
        f"summary.nl = {_text(name)}",
    ]
    for theme in themes:
        lines += ["", "[[themes]]", f"id = {_text(theme.id)}", *_words("name", theme.name)]
        lines += ["[themes.prompt]", f"id = {_text(theme.prompt.id)}", *_words("ask", theme.prompt.ask)]
        if theme.prompt.placeholder:
            lines += _words("placeholder", theme.prompt.placeholder)
    ordered = sorted(meetings, key=lambda meeting: (meeting.first, meeting.last))
    for number, meeting in enumerate(ordered, 1):
        days = min((meeting.last - meeting.first).days + 1, 14)
        lines += ["", "[[sessions]]", f'id = "meeting-{number}"', f'kind = "{"two_day" if days > 1 else "workshop"}"']
        lines += [f"name.nl = {_text(meeting.name)}", f"days = {days}"]
        lines += [f"week = {(meeting.first - ordered[0].first).days // 7}"]
    return "\n".join(lines) + "\n"


def _words(key: str, words: Mapping[Literal["nl", "en"], str]) -> list[str]:
    return [f"{key}.{language} = {_text(text)}" for language, text in words.items()]


def _text(text: str) -> str:
    """A TOML string: a JSON string is one too, but for the sign DEL."""
    return json.dumps(" ".join(clean(text).split()), ensure_ascii=False).replace("\x7f", "")
