"""A part of the journal that cannot be read, found only when somebody goes there."""

import datetime as dt
from pathlib import Path

import pytest

from journal.errors import DamagedJournal
from journal.storage import answers, database, entries
from tests.conftest import PASSPHRASE, Clock
from tests.ui.conftest import unlock
from ui.main_window import MainWindow

LONG = "Wat er gebeurde, zonder oordeel. " * 20_000


@pytest.fixture
def damaged(locked_journal: Path, clock: Clock) -> tuple[Path, int]:
    """A journal of which the pages of one long answer have become unreadable, and the entry of that answer."""
    with database.unlock(locked_journal, PASSPHRASE, now=clock) as journal:
        entry_id = journal.do(entries.start, 1, "note", on=dt.date(2026, 11, 20))
        journal.do(answers.write, entry_id, "note.text", LONG)
    file = locked_journal / "journal.db"
    whole = bytearray(file.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 8192] = bytes(8192)
    file.write_bytes(whole)
    return locked_journal, entry_id


def test_a_part_that_cannot_be_read_is_told_and_the_rest_stays_in_use(qtbot, make_window, damaged):
    folder, entry_id = damaged
    before = (folder / "journal.db").read_bytes()
    window: MainWindow = make_window(folder)
    unlock(qtbot, window)

    with pytest.raises(DamagedJournal):
        window.open_entry(entry_id)

    assert window.furniture.notice.isVisible()
    assert "beschadigd" in window.furniture.notice.label.text()
    wide = window.furniture.notice.width()
    window.furniture.notice.say("Kort.")
    assert window.furniture.notice.width() < wide
    window.show_page("settings")
    assert window.shell is not None
    assert window.shell.name == "settings"
    assert (folder / "journal.db").read_bytes() == before
