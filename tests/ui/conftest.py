"""What tests of the window may ask for: fonts and Dutch words, places of its own, and a window on a real journal."""

import datetime as dt
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from journal import text
from journal.settings import Settings
from journal.storage import answers, database, entries, journeys
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from ui import theme
from ui.lock import LockPage
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, caches and logs of a test stay in its own folder."""
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Dutch, light, 100 %; and so again after a test that changes it."""
    if not theme_loaded:
        theme.load_fonts()
        theme_loaded.append(True)
    text.use("nl")
    theme.apply(qapp, scheme="light", factor=1.0)
    yield
    text.use("nl")


theme_loaded: list[bool] = []


@pytest.fixture(autouse=True)
def alone(qapp: QApplication) -> Iterator[None]:
    """No widget of one test is there in the next, and all are let go on this thread, as ``ui.collecting`` does."""
    gc.disable()
    yield
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.hide()
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)


@pytest.fixture(autouse=True, scope="module")
def collected_well() -> Iterator[None]:
    """After each file everything is looked through."""
    yield
    gc.collect()


@pytest.fixture
def locked_journal(journal_folder: Path, clock: Clock) -> Path:
    """The folder of a journal with a journey that has begun; it is closed."""
    with database.create(journal_folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as journal:
        journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 20))
    return journal_folder


@pytest.fixture
def make_window(qtbot, tmp_path: Path, clock: Clock) -> Iterator[Callable[..., MainWindow]]:
    """``make_window(folder)`` shows a window on a journal."""
    made: list[MainWindow] = []

    def make(folder: Path, settings: Settings | None = None) -> MainWindow:
        window = MainWindow(
            settings or Settings(theme="light"), folder=folder, settings_file=tmp_path / "settings.toml", now=clock
        )
        made.append(window)
        qtbot.addWidget(window)
        window.begin()
        window.show()
        QTest.qWaitForWindowActive(window)
        return window

    yield make
    for window in made:
        window.lock(anyway=True)
        window.hide()


@pytest.fixture
def window(make_window, locked_journal: Path) -> MainWindow:
    """A window that shows the lock."""
    return make_window(locked_journal)


@pytest.fixture
def open_window(window: MainWindow, qtbot) -> MainWindow:
    """A window with its journal open, on De reis."""
    unlock(qtbot, window)
    return window


def lock_page(window: MainWindow) -> LockPage:
    page = window.centralWidget().currentWidget()
    assert isinstance(page, LockPage)
    return page


def unlock(qtbot, window: MainWindow, passphrase: str = PASSPHRASE) -> None:
    """As a user does: type, Enter."""
    field = lock_page(window).unlock_form.field
    field.clear()
    QTest.keyClicks(field, passphrase)
    with qtbot.waitSignal(window.unlocked, timeout=20_000):
        QTest.keyClick(field, Qt.Key.Key_Return)


def note(window: MainWindow, words: str = "") -> int:
    """A free note in the open journal; gives the entry."""
    store = window.store
    assert store is not None
    entry_id = store.do(entries.start, None, store.journey_id, "note", on=dt.date(2026, 11, 20))
    if words:
        store.do(answers.write, None, entry_id, "note.text", words)
    return entry_id


def writing_field(window: MainWindow) -> QTextEdit:
    """The field for writing on the page that is on screen."""
    assert window.shell is not None
    found = window.shell.current().findChild(QTextEdit, "reflection.text.note.text")
    assert isinstance(found, QTextEdit)
    return found
