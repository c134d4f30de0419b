"""The frozen input of a paper: only what its writer ticked ever gets in here.

``storage/snapshot.py`` takes it, ``export/compose.py`` turns it into a neutral document.
Texts are as written (names still in full); ``names`` says how they must print.
A section that was not ticked is None or empty.
"""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NameChoice:
    """How one name prints. ``replacement`` is the text that takes its place."""

    name: str
    replacement: str
    kind: str = "person"
    """Person, organisation or place, as found or as its writer says."""
    count: int = 1
    """How often it stands in what is shared."""


@dataclass(frozen=True)
class SinceLastTime:
    """The loop on top: what was promised at the last sharing, and what came of it."""

    since: dt.date | None
    text: str


@dataclass(frozen=True)
class QuestionVersion:
    """One version of the learning question. ``shift`` is the writer's own reason for the change."""

    text: str
    written_on: dt.date
    shift: str = ""


@dataclass(frozen=True)
class PlaceNow:
    """A place that is marked now, with what tells the writer so."""

    stage_id: str
    evidence: str = ""


@dataclass(frozen=True)
class Places:
    """Where I and our cooperation stand, and the way so far."""

    me: tuple[PlaceNow, ...]
    us: tuple[PlaceNow, ...]
    visited: tuple[str, ...]
    """Ids of the stages where the writer ever placed themselves."""
    furthest: str | None
    """The stage up to which footsteps are drawn."""
    dates: tuple[dt.date, ...]


@dataclass(frozen=True)
class Case:
    """The case. ``parts`` are (prompt id, text) in the order of the form, without title and question."""

    title: str
    parts: tuple[tuple[str, str], ...]
    question: str
    method_id: str = ""


@dataclass(frozen=True)
class ReflectionPiece:
    """One ticked piece of a reflection: the question it answers and the text."""

    prompt_id: str
    text: str


@dataclass(frozen=True)
class Reflection:
    """The ticked pieces of one reflection."""

    title: str
    session_id: str | None
    starts_on: dt.date
    ends_on: dt.date | None
    pieces: tuple[ReflectionPiece, ...]


@dataclass(frozen=True)
class ThemeNow:
    """A theme in own words. ``level`` and ``earlier`` are 1 to 5, or None when no word was chosen."""

    theme_id: str
    text: str
    level: int | None = None
    earlier: int | None = None


@dataclass(frozen=True)
class Themes:
    """All themes with words, and after which sessions."""

    lines: tuple[ThemeNow, ...]
    session_id: str | None = None
    earlier_session_id: str | None = None


@dataclass(frozen=True)
class ExperimentNow:
    """An experiment: its title and (prompt id, text) parts in the order of its form."""

    title: str
    parts: tuple[tuple[str, str], ...]
    state: str = "running"
    until_on: dt.date | None = None


@dataclass(frozen=True)
class AttachmentNow:
    """A drawing, model or photo. ``data``: strokes or boxes as JSON, or a JPEG."""

    kind: str
    caption: str
    description: str
    data: bytes
    width: int
    height: int
    session_id: str | None
    made_on: dt.date


@dataclass(frozen=True)
class Snapshot:
    """Everything that one paper may show."""

    made_on: dt.date
    writer: str
    edition: str = ""
    group_name: str = ""
    meeting_on: dt.date | None = None
    after_session_id: str | None = None
    """The last two-day session before the paper: "after two-day session 2"."""
    initials: bool = True
    names: tuple[NameChoice, ...] = ()
    since: SinceLastTime | None = None
    question: tuple[QuestionVersion, ...] = ()
    """Newest first; empty when not ticked."""
    context: tuple[ReflectionPiece, ...] = ()
    """What stands beside the learning question, for a reader who does not know the writer."""
    places: Places | None = None
    case: Case | None = None
    reflections: tuple[Reflection, ...] = ()
    themes: Themes | None = None
    experiments: tuple[ExperimentNow, ...] = ()
    attachments: tuple[AttachmentNow, ...] = ()
    next_step: str = ""
    notes: tuple[Reflection, ...] = ()
    """Notes after webinars and free notes, in the shape of reflections."""
    harvest: bool = False
    fragments: tuple[str, ...] = field(default=())
    """Ids of what was ticked, sorted; kept with the share."""
