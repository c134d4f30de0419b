"""The disk fails under somebody who is writing in the real window: every letter stays, and saving resumes by itself."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtTest import QTest

from journal.storage import entries
from journal.storage.health import check
from tests.ui.conftest import note, unlock, writing_field
from ui.main_window import MainWindow

BEFORE, MORE, LONG = "eerste zin", " en dit typ ik terwijl het misgaat", ("woord " * 60 + "\n") * 400


def _pragma(window: MainWindow, text: str) -> int:
    query = f"PRAGMA {text}"
    return window.store.journal.read(lambda session: session.connection().exec_driver_sql(query).scalar_one())


@contextmanager
def no_room(window: MainWindow) -> Iterator[None]:
    """SQLite is told that the disk is full."""
    _pragma(window, f"max_page_count = {_pragma(window, 'page_count')}")
    yield
    _pragma(window, "max_page_count = 1000000")


@contextmanager
def may_not_grow(window: MainWindow) -> Iterator[None]:
    """The system refuses to write any further in any file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (window.store.journal.database.stat().st_size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def pulled_out(window: MainWindow) -> Iterator[None]:
    """The stick with the journal is gone."""
    away = window.folder.with_name("pulled out")
    window.folder.rename(away)
    yield
    away.rename(window.folder)


@pytest.mark.parametrize("trouble", [no_room, may_not_grow, pulled_out], ids=lambda each: each.__name__)
def test_every_letter_stays_and_saving_resumes(qtbot, open_window: MainWindow, trouble, capsys):
    entry_id = note(open_window, BEFORE)
    open_window.open_entry(entry_id)
    field = writing_field(open_window)
    field.setFocus()
    with trouble(open_window):
        QTest.keyClicks(field, MORE)
        field.insertPlainText(LONG)  # so much that it needs room
        typed = field.toPlainText()
        assert not open_window.settle()
        assert not open_window.lock()
        assert field.toPlainText() == typed
        QTest.keyClicks(field, "x")
        typed = field.toPlainText()
        assert open_window.shell.trouble.isVisible()
    qtbot.waitUntil(lambda: not field.is_dirty(), timeout=20_000)
    assert field.toPlainText() == typed
    assert open_window.lock()
    unlock(qtbot, open_window)
    store = open_window.store
    assert store.read(entries.whole, entry_id).answers["note.text"].text == typed
    assert check(store.journal).problems == ()
    with capsys.disabled():
        print(f"\n{trouble.__name__}: {len(typed)} letters typed through it, 0 lost")
