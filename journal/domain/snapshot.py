"""The frozen input of a paper: only what its writer ticked ever gets in here.

``storage/snapshot.py`` takes it, ``export/compose.py`` turns it into a neutral document.
Texts are as written (names still in full); ``names`` says how they must print.
A section that was not ticked is None or empty. Of an answer of which only some sentences were ticked, ``text`` is
those sentences, and nothing tells that there were others.
Every text carries its ``fragment``: the id (``domain/fragment_ids.py``) of the answer that it is, or is a part of.
It is there to number what stands on the paper and to find it back; it never prints itself.
"""

import datetime as dt
from dataclasses import dataclass, field

from journal.domain.sharing import Recipient


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
class Piece:
    """What was ticked of one answer: the question it answers and the text."""

    prompt_id: str
    text: str
    fragment: str = ""


ReflectionPiece = Piece


@dataclass(frozen=True)
class SinceLastTime:
    """The loop on top: what was promised at the last sharing, and what came of it.

    ``parts`` are what was promised, what was done, its effect and the advice that was used, as far as they were told
    and ticked, in this order. ``text`` is the one answer for all of that which was asked before.
    """

    since: dt.date | None
    text: str = ""
    fragment: str = ""
    parts: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class QuestionVersion:
    """One version of the learning question. ``shift`` is the writer's own reason for the change.

    Of an earlier version only the wording or only the reason may have been ticked: then the other is empty.
    """

    text: str
    written_on: dt.date
    shift: str = ""
    fragment: str = ""
    shift_fragment: str = ""


@dataclass(frozen=True)
class PlaceNow:
    """A place that is marked now, with what tells the writer so."""

    stage_id: str
    evidence: str = ""
    fragment: str = ""
    """Of the evidence."""


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
    """First days of the sessions on which a place was chosen; never a day of writing."""
    fragment: str = ""


@dataclass(frozen=True)
class Case:
    """The case. ``parts`` are in the order of the form, without title and question."""

    title: str
    parts: tuple[Piece, ...]
    question: str
    method_id: str = ""
    title_fragment: str = ""
    question_fragment: str = ""


@dataclass(frozen=True)
class Reflection:
    """The ticked pieces of one reflection. Days are those of its session; without one there are none.

    ``title`` only when an answer that carries it was ticked as a whole.
    """

    title: str
    session_id: str | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class ThemeNow:
    """A theme in own words. ``level`` and ``earlier`` are 1 to 5, or None when no word was chosen."""

    theme_id: str
    text: str
    level: int | None = None
    earlier: int | None = None
    fragment: str = ""


@dataclass(frozen=True)
class Themes:
    """All themes with words, and after which sessions."""

    lines: tuple[ThemeNow, ...]
    session_id: str | None = None
    earlier_session_id: str | None = None


@dataclass(frozen=True)
class ExperimentNow:
    """An experiment: its title and parts in the order of its form. ``title`` may not have been ticked."""

    title: str
    parts: tuple[Piece, ...]
    fragment: str = ""
    title_fragment: str = ""


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
    made_on: dt.date | None = None
    """Not on papers for others."""
    fragment: str = ""


@dataclass(frozen=True)
class Snapshot:
    """Everything that one paper may show."""

    made_on: dt.date
    writer: str
    edition: str = ""
    group_name: str = ""
    recipient: Recipient = Recipient.GROUP
    recipient_name: str = ""
    """The name of the group or of the coach; empty when the writer never gave one."""
    code: str = ""
    """What the visible codes on the paper begin with: ``K7`` of ``K7-2``."""
    meeting_on: dt.date | None = None
    after_session_id: str | None = None
    """The last two-day session before the paper: "after two-day session 2"."""
    initials: bool = True
    names: tuple[NameChoice, ...] = ()
    since: SinceLastTime | None = None
    question: tuple[QuestionVersion, ...] = ()
    """Newest first; empty when not ticked."""
    context: tuple[Piece, ...] = ()
    """What stands beside the learning question, for a reader who does not know the writer."""
    places: Places | None = None
    case: Case | None = None
    reflections: tuple[Reflection, ...] = ()
    themes: Themes | None = None
    experiments: tuple[ExperimentNow, ...] = ()
    attachments: tuple[AttachmentNow, ...] = ()
    next_step: str = ""
    next_step_fragment: str = ""
    notes: tuple[Reflection, ...] = ()
    """Notes after webinars and free notes, in the shape of reflections."""
    harvest: bool = False
    fragments: tuple[str, ...] = field(default=())
    """Ids of all that is on it, sorted, to the sentence; kept with the share."""
