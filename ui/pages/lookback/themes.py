"""What the theme cards say, from what was written and chosen: always the writer's own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.guidance import Guidance, Theme
from journal.domain.records import Meeting
from journal.storage.lookback import LookBack
from journal.storage.marks import ThemeNote
from journal.text import say, tr

_QUOTE_SIGNS = 110
_MOST = 6


@dataclass(frozen=True)
class Point:
    """One session on a chart. ``level`` None: nothing was chosen then; ``coming``: it is the next one."""

    label: str
    name: str
    level: int | None
    coming: bool = False


@dataclass(frozen=True)
class ThemeStory:
    """One theme: the newest words, when they were written, its points and the sentence about them."""

    theme: Theme
    quote: str
    after: str
    points: tuple[Point, ...]
    before: str
    now: str
    hint: str
    notes: tuple[ThemeNote, ...]

    @property
    def marked(self) -> bool:
        """Whether any word on the line was chosen."""
        return any(point.level for point in self.points)

    def spoken(self) -> str:
        """All of the chart in one sentence."""
        told = [f"{point.name}: {word}" for point, word in zip(self.points, self.words, strict=True) if word]
        return f"{say(self.theme.name)}. {'; '.join(told)}." if told else say(self.theme.name)

    words: tuple[str, ...] = ()


def stories(found: LookBack, guidance: Guidance) -> list[ThemeStory]:
    """A story for every theme of the programme."""
    return [_story(theme, found, guidance) for theme in guidance.programme.themes]


def _story(theme: Theme, found: LookBack, guidance: Guidance) -> ThemeStory:
    notes = tuple(note for note in found.themes if note.theme_id == theme.id)
    written = [note for note in notes if note.text.strip()]
    points = _points(theme.id, notes, found, guidance)
    marked = [point for point in points if point.level]
    names = [say(mark) for mark in guidance.marks]
    now = names[(marked[-1].level or 1) - 1] if marked else ""
    before = names[(marked[-2].level or 1) - 1] if len(marked) > 1 else ""
    coming = next((point for point in points if point.coming), None)
    hint = ""
    if len(marked) == 1 and coming:
        hint = tr("After {session} you see movement here.", session=_inside(coming.name))
    after = tr("After {session}", session=_inside(_name(written[-1], guidance))) if written else ""
    return ThemeStory(
        theme,
        first_words(written[-1].text) if written else "",
        after,
        points,
        before,
        now,
        hint,
        tuple(written),
        tuple(names[point.level - 1] if point.level else "" for point in points),
    )


def _points(theme_id: str, notes: Sequence[ThemeNote], found: LookBack, guidance: Guidance) -> tuple[Point, ...]:
    """The beginning when one said something about it, every session that has been, and the one to come."""
    levels = {note.session_id: note.level for note in notes if note.level}
    points = []
    if theme_id in found.beginnings:
        points.append(Point(tr("begin"), tr("the beginning, seen from now"), found.beginnings[theme_id]))
    main = _main_sessions(found.meetings, guidance)
    last = max((n for n, meeting in enumerate(main) if meeting.session_id in levels), default=-1)
    for number, meeting in enumerate(main[: last + 2]):
        name = session_name(meeting, guidance)
        points.append(Point(_initials(name), name, levels.get(meeting.session_id), coming=number == last + 1))
    return _most_telling(points)


def _most_telling(points: Sequence[Point]) -> tuple[Point, ...]:
    """As many as fit: sessions at which nothing was chosen give way first, then the oldest ones."""
    kept = list(points)
    for point in points:
        if len(kept) > _MOST and not point.level and not point.coming:
            kept.remove(point)
    return tuple(kept[-_MOST:])


def _main_sessions(meetings: Sequence[Meeting], guidance: Guidance) -> list[Meeting]:
    """The two-day sessions; a programme without them is seen by the sessions at which it asks for its themes."""
    been = [meeting for meeting in meetings if not meeting.skipped]
    long = [meeting for meeting in been if meeting.kind == "two_day"]
    return long or [meeting for meeting in been if _asks_for_themes(meeting, guidance)] or been


def _asks_for_themes(meeting: Meeting, guidance: Guidance) -> bool:
    form = guidance.form_of(meeting.session_id, meeting.kind)
    return form is not None and any(step.kind == "themes" for step in form.steps)


def session_name(meeting: Meeting, guidance: Guidance) -> str:
    """What a meeting is called."""
    names = {session.id: say(session.name) for session in guidance.programme.sessions}
    return meeting.own_name or names.get(meeting.session_id, meeting.session_id)


def first_words(text: str) -> str:
    """The first sentence, or as much of it as a card holds."""
    line = " ".join(text.split())
    sentences = re.split(r"(?<=[.?!…])\s+", line)
    said = sentences[0]
    for sentence in sentences[1:]:
        if len(said) + len(sentence) + 1 > _QUOTE_SIGNS:
            break
        said = f"{said} {sentence}"
    if len(said) <= _QUOTE_SIGNS:
        return said
    return said[:_QUOTE_SIGNS].rsplit(" ", 1)[0] + "…"


def _name(note: ThemeNote, guidance: Guidance) -> str:
    names = {session.id: say(session.name) for session in guidance.programme.sessions}
    return names.get(note.session_id or "", "") or tr("a moment in between")


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def _initials(name: str) -> str:
    """T2 for two-day session 2; of another name its first letters."""
    number = re.search(r"\d+$", name)
    return f"{name[:1]}{number[0]}" if number else name[:4]
