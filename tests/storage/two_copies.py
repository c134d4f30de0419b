"""Two copies of one journal, and what can be done on each of them at random."""

import shutil
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from journal.domain.record import Record
from journal.domain.records import Attachment, Entry, Who
from journal.storage import answers, attachments, database, entries, marks, places, preparations
from journal.storage.database import OpenJournal
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.storage.beginnings import TODAY, a_journey

PROMPTS = ("moment.story", "moment.name", "note.text")
TEXT = st.sampled_from(["", "wad", "wad en vloed", "een lange zin over toen", "anders", "vloed", "niet"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["write", "write", "write", "new", "throw", "fetch", "title", "place", "notice", "mark", "draw", "redraw"]
        ),
        st.integers(0, 5),
        st.sampled_from(PROMPTS),
        TEXT,
        st.sampled_from([1, 30, 400, 100_000]),
    ),
    max_size=12,
)


def base(folder: Path) -> Path:
    """A journal with some entries, closed; every example begins with copies of it."""
    clock = Clock()
    with database.create(folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as journal:
        journey_id = a_journey(journal)
        for number in range(3):
            entry_id = journal.do(entries.start, journey_id, "note", on=TODAY)
            journal.do(answers.write, entry_id, "note.text", f"begin {number}")
        journal.do(preparations.prepare, journey_id, on=TODAY, method_id="incident")
        journal.do(attachments.add, entry_id, "drawing", b'{"a": "een lange tekening"}' * 5, width=4, height=3)
    return folder


def copy_of(folder: Path, to: Path, clock: Clock) -> OpenJournal:
    shutil.copytree(folder, to)
    return database.unlock(to, PASSPHRASE, now=clock)


def do(journal: OpenJournal, clock: Clock, steps: list[tuple[str, int, str, str, int]]) -> None:
    """Carry out steps; time goes on with each of them."""
    for kind, which, prompt_id, text, seconds in steps:
        clock.later(seconds=seconds)
        ids = journal.read(_ids)
        entry_id = ids[which % len(ids)]
        _step(journal, kind, entry_id, prompt_id, text)


def _step(journal: OpenJournal, kind: str, entry_id: int, prompt_id: str, text: str) -> None:
    if kind == "write":
        journal.do(answers.write, entry_id, prompt_id, text)
    elif kind == "new":
        made = journal.do(entries.start, 1, "note", on=TODAY, caused_by_id=entry_id)
        journal.do(answers.write, made, "note.text", f"nieuw {text}")
    elif kind == "throw":
        journal.do(entries.throw_away, entry_id)
    elif kind == "fetch":
        journal.do(entries.fetch_back, entry_id)
    elif kind == "title":
        journal.do(entries.set_title, entry_id, text)
    elif kind in ("place", "notice"):
        journal.do(places.place, entry_id, Who.ME, ["call", "mentor"])
        if kind == "notice":
            journal.do(places.notice, entry_id, Who.ME, "call", text)
    elif kind == "mark":
        journal.do(marks.mark, entry_id, "cooperation", len(text) % 5 + 1)
    else:
        _draw(journal, entry_id, text, again=kind == "redraw")


def _draw(journal: OpenJournal, entry_id: int, text: str, *, again: bool) -> None:
    if not again:
        made = journal.do(attachments.add, entry_id, "drawing", b'{"b": 1}' * 20, width=4, height=3)
        journal.do(answers.write, entry_id, attachments.prompt_of(made, "caption"), f"bij {text}")
        return
    for attachment in journal.read(lambda s: list(s.exec(select(Attachment.id)))):
        journal.do(attachments.update, attachment, f'{{"c": "{text} {entry_id}"}}'.encode() * 5)


def _ids(session: Session) -> list[int]:
    return [id_ for id_ in session.exec(select(Entry.id).order_by(col(Entry.id))) if id_]


def texts(journal: OpenJournal) -> set[str]:
    """Every text that somebody could miss, wherever it stands."""
    places_of = [("answer", "text"), ("answer_version", "text"), ("placement", "evidence"), ("entry", "title")]
    return journal.read(
        lambda session: {
            text
            for table, column in places_of
            for (text,) in session.connection().execute(sa.select(Record.metadata.tables[table].c[column]))
            if text.strip()
        }
    )


def sheets(journal: OpenJournal) -> set[bytes]:
    """Every drawing, also earlier ones."""
    return journal.read(
        lambda session: {
            data
            for table in ("attachment_data", "attachment_version")
            for (data,) in session.connection().execute(sa.select(Record.metadata.tables[table].c.data))
        }
    )


def standing(journal: OpenJournal) -> dict[Any, Any]:
    """What stands where now, by names that both copies share."""
    query = sa.text(
        "SELECT e.uid, CASE WHEN a.prompt_id LIKE 'attachment.%' THEN 'caption' ELSE a.prompt_id END, a.text"
        " FROM answer a JOIN entry e ON e.id = a.entry_id WHERE a.text <> '' ORDER BY 1, 2, 3"
    )
    gone = sa.text("SELECT uid, thrown_away_at IS NOT NULL, title FROM entry ORDER BY uid")
    return journal.read(
        lambda s: {
            "texts": [tuple(row) for row in s.connection().execute(query)],
            "entries": [tuple(row) for row in s.connection().execute(gone)],
        }
    )
