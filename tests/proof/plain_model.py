"""What a journal should hold, in plain Python: notes with their texts, earlier texts, ticks and the bin."""

import datetime as dt
from copy import deepcopy
from dataclasses import dataclass, field

from sqlmodel import Session, select

from journal.domain.guidance import Guidance
from journal.domain.records import Answer, AnswerVersion, Entry
from journal.domain.sharing import Recipient
from journal.storage import preparations
from journal.storage.answers import KEEP_AFTER_MINUTES

PROMPT = "note.text"
_LONG_ENOUGH = dt.timedelta(minutes=KEEP_AFTER_MINUTES)


@dataclass
class Note:
    """``kept`` must be among the earlier texts; ``ever`` is all that ever stood there. ``ticked``: the words then."""

    text: str
    since: dt.datetime
    kept: set[str] = field(default_factory=set)
    ever: set[str] = field(default_factory=set)
    ticked: str | None = None
    thrown: bool = False

    def write(self, text: str, moment: dt.datetime) -> None:
        """Another text stands from now on."""
        if moment - self.since >= _LONG_ENOUGH and text != self.text:
            self.kept.add(self.text)
        self.text, self.since = text, moment
        self.ever.add(text)

    @property
    def held(self) -> bool:
        """Whether it is shared."""
        return self.ticked == self.text and not self.thrown

    @property
    def lapsed(self) -> bool:
        """Whether it was, and its words are others now."""
        return self.ticked not in (None, self.text) and not self.thrown


@dataclass
class Model:
    """All notes by the name that copies share, and every word that was erased for good."""

    notes: dict[str, Note] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    gone: dict[str, dt.datetime] = field(default_factory=dict)
    """When which note was erased: a copy from before need not bring it back."""

    def copy(self) -> "Model":
        """As it is now."""
        return deepcopy(self)

    def erase(self, uid: str, moment: dt.datetime) -> None:
        """Nothing of it is left."""
        self.gone[uid] = moment
        note = self.notes.pop(uid)
        self.erased |= {text.split()[0] for text in note.ever}

    def take_over(self, theirs: "Model", found: "Model") -> None:
        """After merging: what either side had is there, and what stands now came from one of them."""
        everything = self.notes.keys() | theirs.notes.keys()
        free = {uid for uid in everything if uid in self.gone and theirs.notes[uid].since <= self.gone[uid]}
        assert everything - free <= found.notes.keys() <= everything
        for uid in found.notes:
            sides = [side.notes[uid] for side in (self, theirs) if uid in side.notes]
            note = found.notes[uid]
            assert note.text in {side.text for side in sides}
            note.kept = set() if uid in self.gone else {text for side in sides for text in side.kept}
            assert {side.text for side in sides} | note.kept <= note.ever
            assert note.thrown in {side.thrown for side in sides}
            same = len(sides) == 2 and sides[0].ticked == sides[1].ticked
            note.ticked = sides[0].ticked if same else None  # a tick stays when both have it; the next look compares
        back = {text.split()[0] for note in found.notes.values() for text in note.ever}
        self.notes, self.erased = found.notes, self.erased - back
        self.gone = {uid: moment for uid, moment in self.gone.items() if uid not in found.notes}


def found_in(session: Session, preparation_id: int, guidance: Guidance) -> Model:
    """What the journal holds."""
    ticks = preparations.ticks(session, preparation_id, Recipient.GROUP, guidance)
    found = Model()
    rows = session.exec(
        select(Entry, Answer).where(Answer.entry_id == Entry.id, Entry.form_id == "note", Answer.prompt_id == PROMPT)
    )
    for entry, answer in rows:
        versions = session.exec(select(AnswerVersion.text).where(AnswerVersion.answer_id == answer.id)).all()
        note = Note(answer.text, answer.updated_at, thrown=entry.thrown_away_at is not None)
        note.ever = {answer.text, *versions}
        fragment = f"piece.{entry.id}.{PROMPT}"
        note.ticked = (
            answer.text if fragment in ticks.held else "words from before" if fragment in ticks.lapsed else None
        )
        found.notes[entry.uid] = note
    return found


def compare(model: Model, found: Model) -> None:
    """The journal holds what the model holds: texts, earlier texts, ticks, the bin."""
    assert found.notes.keys() == model.notes.keys()
    for uid, note in model.notes.items():
        there = found.notes[uid]
        assert (there.text, there.thrown) == (note.text, note.thrown)
        assert note.kept - {note.text} <= there.ever
        assert there.ever <= note.ever
        assert (there.held, there.lapsed) == (note.held, note.lapsed)
