"""Answers that were chosen or placed rather than written: how they are kept as text, and how they read.

A choice or checklist keeps the ids of what was chosen, one a line. An X-curve keeps one line a thing:
``name | build | 20 | 80``, with the way it goes and its place in percents from the left and from below.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.guidance import Guidance, Prompt
from journal.text import say, tr

LONGEST_NAME = 80
MOST_PLACED = 30
_LINE = re.compile(r"^(.*\S)\s*\|\s*(build|down|on)\s*\|\s*(\d{1,3})\s*\|\s*(\d{1,3})\s*$")


class Way(StrEnum):
    """Which way something goes on the X-curve."""

    BUILD = "build"
    DOWN = "down"
    ON = "on"


@dataclass(frozen=True)
class Placed:
    """Something on the X-curve; ``x`` and ``y`` are percents from the left and from below."""

    name: str
    way: Way
    x: int
    y: int


def chosen(text: str) -> tuple[str, ...]:
    """The ids in an answer, in their order."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def chosen_text(prompt: Prompt, ids: Collection[str], before: str = "") -> str:
    """The answer for what is chosen now. Ids in ``before`` that the programme no longer offers stay in it."""
    offered = [option.id for option in prompt.options]
    gone = [id_ for id_ in chosen(before) if id_ not in offered]
    return "\n".join([*(id_ for id_ in offered if id_ in ids), *gone])


def placed(text: str) -> list[Placed]:
    """What stands on the curve; a line that is none is left out here, and ``readable`` shows it."""
    found = [_LINE.match(line) for line in text.splitlines()]
    return [
        Placed(match[1].strip(), Way(match[2]), min(int(match[3]), 100), min(int(match[4]), 100))
        for match in found
        if match
    ]


def placed_text(things: Iterable[Placed]) -> str:
    """The answer for what stands on the curve."""
    return "\n".join(f"{one_name(thing.name)} | {thing.way} | {thing.x} | {thing.y}" for thing in things)


def one_name(text: str) -> str:
    """A name that fits on its line of the answer."""
    return " ".join(text.replace("|", "/").split())[:LONGEST_NAME]


def way_words(way: Way) -> str:
    """Which way it goes, in words."""
    return {Way.BUILD: tr("builds up"), Way.DOWN: tr("winds down"), Way.ON: tr("goes on")}[way]


def readable(guidance: Guidance, prompt_id: str, text: str) -> str:
    """An answer as a person reads it: names of what was chosen, sentences for what was placed; else as written."""
    found = next((prompt for prompt in guidance.prompts() if prompt.id == prompt_id), None)
    if found is None or not text.strip():
        return text
    if found.options:
        names = guidance.option_names(prompt_id)
        return "\n".join(say(names[id_]) if id_ in names else id_ for id_ in chosen(text))
    if found.kind == "curve":
        return "\n".join(_placed_words(line) for line in text.splitlines() if line.strip())
    return text


def _placed_words(line: str) -> str:
    things = placed(line)
    return tr("{name}: {way}", name=things[0].name, way=way_words(things[0].way)) if things else line


def not_written(guidance: Guidance) -> frozenset[str]:
    """Ids of the prompts that are answered by choosing or placing."""
    return frozenset(prompt.id for prompt in guidance.prompts() if prompt.options or prompt.kind == "curve")
