"""Ctrl Z outside text: what was thrown away, moved, ticked or chosen is taken back, and the notice says what it was."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from journal.domain.records import AttachmentKind
from journal.domain.sharing import Recipient
from journal.errors import CannotWrite
from journal.storage import attachments, entries, experiments, journeys, preparations, trash
from tests.ui.conftest import note, unlock
from ui.main_window import MainWindow
from ui.undoing import Undoing

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(window: MainWindow, name: str) -> None:
    button = window.shell.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def undo(window: MainWindow, key: Qt.Key = Qt.Key.Key_Z) -> str:
    """Where the focus is; gives the notice."""
    QTest.keyClick(QApplication.focusWidget() or window, key, CONTROL)
    QApplication.processEvents()
    return window.furniture.notice.label.text()


def is_thrown(window: MainWindow, entry_id: int) -> bool:
    return window.store.read(entries.whole, entry_id).entry.thrown_away_at is not None


@pytest.fixture
def written(open_window: MainWindow) -> int:
    entry_id = note(open_window, "iets")
    open_window.store.do(entries.set_title, None, entry_id, "Langs het wad")
    open_window.show_page("reflections")
    return entry_id


def test_what_was_thrown_away_comes_back_and_goes_again(open_window: MainWindow, written: int):
    press(open_window, "reflections.throw")
    assert is_thrown(open_window, written)
    assert undo(open_window) == "Teruggedraaid: weggooien van ‘Langs het wad’"
    assert not is_thrown(open_window, written)
    panel = open_window.shell.findChild(QAbstractButton, "reflections.undo")
    assert not panel.isVisible()
    assert undo(open_window, Qt.Key.Key_Y) == "Opnieuw gedaan: weggooien van ‘Langs het wad’"
    assert is_thrown(open_window, written)


def test_another_page_does_not_take_back_what_one_does_not_see(open_window: MainWindow, written: int):
    press(open_window, "reflections.throw")
    open_window.show_page("question")
    open_window.shell.navigation.list.setFocus()
    assert undo(open_window) == ""
    assert is_thrown(open_window, written)
    open_window.show_page("reflections")
    undo(open_window)
    assert not is_thrown(open_window, written)


def test_in_a_text_ctrl_z_takes_back_the_typing_and_nothing_else(open_window: MainWindow, written: int):
    press(open_window, "reflections.throw")
    other = note(open_window)
    open_window.open_entry(other)
    QTest.keyClicks(QApplication.focusWidget(), "zomaar")
    undo(open_window)
    assert is_thrown(open_window, written)
    assert open_window.furniture.notice.label.text() == ""


def test_the_lock_takes_all_steps_and_their_words_away(open_window: MainWindow, written: int, qtbot):
    press(open_window, "reflections.throw")
    undo(open_window)
    steps = open_window.store.undoing
    open_window.lock()
    assert not any(stack.count() for stack in steps._stacks.values())
    assert "wad" not in open_window.furniture.notice.label.text()
    unlock(qtbot, open_window)
    assert undo(open_window, Qt.Key.Key_Y) == ""
    assert not is_thrown(open_window, written)


@pytest.mark.usefixtures("written")
def test_fetching_back_from_the_bin_can_be_taken_back_and_erasing_cannot(open_window: MainWindow):
    press(open_window, "reflections.throw")
    open_window.show_page("trash")
    open_window.shell.current().rows[0].fetch.click()
    assert undo(open_window) == "Teruggedraaid: terughalen van ‘Langs het wad’"
    row = open_window.shell.current().rows[0]
    open_window.shell.current().copies.setChecked(False)
    row.erase.click()
    row.yes.click()
    open_window.furniture.notice.forget()
    assert undo(open_window) == ""
    assert open_window.store.read(trash.listed) == []


def test_a_moved_and_a_skipped_meeting_go_back(open_window: MainWindow):
    store = open_window.store
    day = dt.date(2026, 12, 1)
    id_ = store.do(journeys.add, None, store.journey_id, "Terugkomdag", starts_on=day, ends_on=day)
    open_window.show_page("dates")
    row = next(row for row in open_window.shell.current().rows if row.meeting_id == id_)
    row.first.setFocus()
    for _ in range(3):
        QTest.keyClick(row.first, Qt.Key.Key_Up)
    row.there.click()

    def now():
        return next(each for each in store.read(journeys.meetings, store.journey_id) if each.id == id_)

    assert (now().starts_on, now().skipped) == (dt.date(2026, 12, 4), True)
    assert undo(open_window).startswith("Teruggedraaid: niet bij Terugkomdag")
    assert not now().skipped
    row = next(row for row in open_window.shell.current().rows if row.meeting_id == id_)
    row.first.setFocus()
    assert undo(open_window).startswith("Teruggedraaid: andere dag voor Terugkomdag")
    assert now().starts_on == day, "three days in a row are one step"
    assert undo(open_window, Qt.Key.Key_Y).startswith("Opnieuw gedaan")
    assert now().starts_on == dt.date(2026, 12, 4)


def test_an_added_meeting_goes_and_one_that_was_taken_away_comes_back(open_window: MainWindow):
    store = open_window.store
    open_window.show_page("dates")
    before = [each.session_id for each in store.read(journeys.meetings, store.journey_id)]
    press(open_window, "dates.add")
    page: QWidget = open_window.shell.current()
    assert len(page.rows) == len(before) + 1
    page.more.setFocus()
    assert undo(open_window) == "Teruggedraaid: toevoegen van Nieuwe bijeenkomst"
    assert len(page.rows) == len(before)
    undo(open_window, Qt.Key.Key_Y)
    assert len(page.rows) == len(before) + 1
    newest = max(page.rows, key=lambda row: row.meeting_id)
    newest.remove.click()
    assert undo(open_window) == "Teruggedraaid: weghalen van Nieuwe bijeenkomst"
    assert len(page.rows) == len(before) + 1


def test_an_experiment_comes_back_and_so_does_its_day(open_window: MainWindow):
    store = open_window.store
    entry_id = store.do(experiments.begin, None, store.journey_id, on=store.today(), title="Drie tellen wachten")
    open_window.show_page("webinars")
    page = open_window.shell.current()
    page.tabs.setCurrentIndex(1)
    page.all.throw_requested.emit(entry_id)
    assert is_thrown(open_window, entry_id)
    assert undo(open_window) == "Teruggedraaid: weggooien van ‘Drie tellen wachten’"
    assert not is_thrown(open_window, entry_id)
    card = next(card for card in page.all.cards if card.entry_id == entry_id)
    card._set_dates(dt.date(2026, 12, 1), dt.date(2026, 12, 8))
    page.setFocus()
    assert undo(open_window) == "Teruggedraaid: andere dag voor dit experiment"
    assert store.read(experiments.listed, store.journey_id)[0].until_on is None


def test_a_photo_comes_back_on_the_page_where_it_stood(open_window: MainWindow, written: int):
    store = open_window.store
    drawing = b'{"version": 1, "strokes": []}'
    id_ = store.do(attachments.add, None, written, AttachmentKind.MODEL, drawing, width=1, height=1)
    store.do(attachments.throw_away, None, id_)
    open_window.open_entry(written)
    press(open_window, f"attachments.fetch.{id_}")
    assert store.read(attachments.of_entry, written)
    (open_window.shell.findChild(QAbstractButton, "attachments.model") or open_window).setFocus()
    assert undo(open_window).startswith("Teruggedraaid: terughalen van")
    assert not store.read(attachments.of_entry, written)
    assert open_window.shell.findChild(QAbstractButton, f"attachments.fetch.{id_}") is not None


def test_another_method_and_ticks_go_back_in_the_order_in_which_they_came(open_window: MainWindow):
    store = open_window.store
    methods = store.guidance.methods
    id_ = store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id=methods[0].id)
    open_window.show_page("intervisie")
    page = open_window.shell.current()
    page._ticking.tick(["harvest"], on=True)
    page._preparing.method.chosen.emit(methods[1].id)
    open_window.shell.navigation.list.setFocus()

    def method() -> str:
        return store.read(preparations.whole, id_).preparation.method_id

    assert method() == methods[1].id
    assert undo(open_window) == "Teruggedraaid: andere methode"
    assert method() == methods[0].id
    assert undo(open_window) == "Teruggedraaid: wat je aanvinkte"
    assert not store.read(preparations.ticks, id_, Recipient.GROUP, store.guidance).held


def test_a_disk_that_is_full_keeps_the_step_for_later():
    undoing, full, done = Undoing(), [True], []

    def back() -> None:
        if full[0]:
            raise CannotWrite(Path("vol"))
        done.append("back")

    undoing.did("iets", back, lambda: done.append("again"))
    assert not undoing.undo()
    assert undoing.can_undo()
    full[0] = False
    assert undoing.undo()
    assert done == ["back"]
    assert undoing.redo()
    assert done == ["back", "again"]


def test_a_day_chosen_on_the_map_and_a_step_put_off_go_back(open_window: MainWindow):
    store = open_window.store
    day, other = dt.date(2026, 12, 1), dt.date(2026, 12, 5)
    id_ = store.do(journeys.add, None, store.journey_id, "Terugkomdag", starts_on=day, ends_on=day)
    open_window.show_page("journey")
    page = open_window.shell.current()
    page._set_dates(id_, other, other)
    assert undo(open_window) == "Teruggedraaid: andere dag voor Terugkomdag"
    assert page._seen().meetings[0].starts_on == day
    key = page._step.key
    page._postpone()
    assert key in store.read(journeys.postponed, store.today())
    page.setFocus()
    assert undo(open_window) == "Teruggedraaid: uitstellen van deze stap"
    assert key not in store.read(journeys.postponed, store.today())
