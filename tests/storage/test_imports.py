import datetime as dt

import pytest

from journal.elsewhere.notes import Note
from journal.errors import Stopped
from journal.steps import Steps
from journal.storage import entries, imports, search
from journal.storage.database import OpenJournal
from tests.conftest import Clock
from tests.storage.beginnings import a_journey, text_of

NOTES = [Note(dt.date(2020, 1, day), f"dag {day}", f"tekst van {day}", f"k{day}") for day in range(1, 4)]


def test_notes_from_elsewhere_stand_at_their_own_day_and_are_found(journal: OpenJournal):
    journey = a_journey(journal)
    assert journal.do(imports.read_in, journey, "jrnl", NOTES).notes == 3
    listed = journal.read(entries.listed, journey, ["note"])
    assert [str(line.written_on) for line in listed] == ["2020-01-03", "2020-01-02", "2020-01-01"]
    assert text_of(journal, listed[0].id, "note.text") == "tekst van 3"
    assert len(journal.read(search.find, journey, "tekst")) == 3


def test_nothing_is_read_in_twice(journal: OpenJournal):
    journey = a_journey(journal)
    journal.do(imports.read_in, journey, "jrnl", NOTES[:2])
    assert [note.key for note in journal.read(imports.fresh, "jrnl", [*NOTES, *NOTES])] == ["k3"]
    assert journal.do(imports.read_in, journey, "jrnl", NOTES).notes == 1
    assert journal.do(imports.read_in, journey, "Day One", NOTES).notes == 3


def test_stopping_reads_nothing_in(journal: OpenJournal):
    journey = a_journey(journal)
    steps = Steps()
    steps.stop()
    with pytest.raises(Stopped):
        journal.do(imports.read_in, journey, "jrnl", NOTES, steps)
    assert not journal.read(entries.listed, journey, ["note"])


def test_what_was_read_in_is_thrown_away_together_and_each_can_come_back(journal: OpenJournal, clock: Clock):
    journey = a_journey(journal)
    journal.do(imports.read_in, journey, "jrnl", NOTES[:2])
    clock.later(hours=1)
    journal.do(imports.read_in, journey, "text", NOTES)
    newest, older = journal.read(imports.batches)
    assert (newest.program, newest.notes, older.notes) == ("text", 3, 2)
    assert journal.do(imports.throw_away, newest) == 3
    assert journal.read(imports.batches)[0].thrown_away == 3
    assert len(journal.read(entries.listed, journey, ["note"])) == 2
    gone = journal.read(entries.listed, journey, ["note"], thrown_away=True)
    journal.do(entries.fetch_back, gone[0].id)
    assert len(journal.read(entries.listed, journey, ["note"])) == 3
