"""What a map of the journey shows of one participant, and the words that it says about a place."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journal import dates
from journal.domain.guidance import Guidance, Stage
from journal.text import say, tr, trn

if TYPE_CHECKING:
    from journal.storage.places import Walked

MANY = 3
"""More dates than these become "4 times"."""


@dataclass(frozen=True)
class Note:
    """Something that was written at a place."""

    on: dt.date
    entry_id: int


@dataclass(frozen=True)
class MapState:
    """Where somebody stands, and what they wrote where. ``notes`` are oldest first, and only of their own places.

    ``me_words`` and ``us_words`` stand under the places of now; empty takes the usual words. ``chosen`` are the
    places that a picker has checked. ``beginning``: nothing has been walked; the first place is where one begins.
    """

    me: tuple[str, ...] = ()
    us: tuple[str, ...] = ()
    furthest: str | None = None
    notes: Mapping[str, Sequence[Note]] = field(default_factory=dict)
    me_words: str = ""
    us_words: str = ""
    chosen: tuple[str, ...] = ()
    beginning: bool = False

    def is_visited(self, stage_id: str) -> bool:
        """Whether the participant ever placed themselves here."""
        return bool(self.notes.get(stage_id)) or stage_id in self.me

    def notes_at(self, stage_id: str) -> list[Note]:
        """What was written here, one line for each entry, oldest first."""
        found = {note.entry_id: note for note in sorted(self.notes.get(stage_id, ()), key=lambda note: note.on)}
        return list(found.values())


def state_of(walked: "Walked", guidance: Guidance, today: dt.date) -> MapState:
    """What the map shows of a way that was walked. Places that the programme does not have stay away."""
    stages = [stage.id for stage in guidance.stages]
    notes: dict[str, list[Note]] = {}
    for note in walked.notes:
        if note.who == "me" and note.stage_id in stages:
            notes.setdefault(note.stage_id, []).append(Note(note.on, note.entry_id))
    me = tuple(stage_id for stage_id in walked.me if stage_id in stages)
    us = tuple(stage_id for stage_id in walked.us if stage_id in stages)
    if not stages:
        return MapState()
    if not notes:
        return MapState(me=(stages[0],), us=us, furthest=stages[0], beginning=True)
    since = tr("you are here, since {day}", day=_day(walked.me_since, today)) if walked.me_since else ""
    return MapState(me, us, max(notes, key=stages.index), notes, me_words=since)


def _day(day: dt.date, today: dt.date) -> str:
    if day >= today:
        return tr("today")
    return tr("yesterday") if (today - day).days == 1 else dates.short(day)


@dataclass(frozen=True)
class Piece:
    """A piece of the line under a name; with an entry it is a link to it."""

    text: str
    entry_id: int | None = None


def words_under(state: MapState, stage_id: str) -> str:
    """Who stands here now, in words: "you are here", "our cooperation"; else empty."""
    if state.beginning:
        return tr("this is where you begin") if stage_id in state.me else ""
    if stage_id in state.me and stage_id in state.us:
        return tr("you are here, and so is our cooperation")
    if stage_id in state.me:
        return state.me_words or tr("you are here")
    if stage_id in state.us:
        return state.us_words or tr("our cooperation")
    return ""


def dates_under(state: MapState, stage_id: str) -> list[Piece]:
    """The dates of what was written here, each a link; more than three become one count."""
    notes = state.notes_at(stage_id)
    if len(notes) > MANY:
        return [Piece(trn("{n} time", "{n} times", len(notes)))]
    pieces: list[Piece] = []
    for number, note in enumerate(notes):
        if number:
            pieces.append(Piece(tr(" and ") if number == len(notes) - 1 else ", "))
        pieces.append(Piece(dates.short(note.on), note.entry_id))
    return pieces


def spoken(state: MapState, number: int, stage: Stage) -> str:
    """The accessible name: "Place 5, Trials, allies and interests. You are here. Two reflections."."""
    parts = [tr("Place {number}, {name}.", number=number, name=say(stage.name))]
    if state.beginning and stage.id in state.me:
        parts.append(tr("This is where you begin."))
    elif stage.id in state.me:
        parts.append(tr("You are here."))
    if stage.id in state.us:
        parts.append(tr("Our cooperation is here."))
    if count := len(state.notes_at(stage.id)):
        parts.append(reflections(count))
    return " ".join(parts)


def reflections(count: int) -> str:
    """One reflection. Two reflections. Above twelve in figures."""
    number = number_word(count)
    return trn("{word} reflection.", "{word} reflections.", count, word=number[:1].upper() + number[1:])


def number_word(count: int) -> str:
    """Numbers up to twelve in words."""
    words = tr("zero one two three four five six seven eight nine ten eleven twelve").split()
    return words[count] if 0 <= count < len(words) else str(count)
