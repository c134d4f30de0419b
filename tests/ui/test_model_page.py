"""Boxes and arrows, with the mouse and without it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journal.domain import model
from journal.domain.model import Arrow
from journal.storage import attachments
from tests.ui.pads import a_reflection, draw, press, shown
from ui import theme
from ui.pages.model import ModelPage

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(open_window):
    return open_window.store


@pytest.fixture
def entry_id(store):
    return a_reflection(store)


@pytest.fixture
def page(open_window, store, entry_id):
    return shown(open_window, ModelPage(store, entry_id))


def write(page, text):
    field = page.pad.findChild(object, "model.text")
    QTest.keyClicks(field, text)
    press(field, K.Key_Return)


def two_boxes(page):
    for name in ("Ik", "Henk"):
        press(page.pad, K.Key_N)
        write(page, name)


def names(page):
    return [box.text for box in page.pad.model().boxes]


def test_a_whole_model_by_keyboard(store, entry_id, page):
    two_boxes(page)
    press(page.pad, K.Key_Tab)  # on from the last box: out; back in at the end
    page.pad.setFocus(Qt.FocusReason.BacktabFocusReason)
    page.pad._choose(1)
    press(page.pad, K.Key_C, K.Key_Tab, K.Key_Return)
    assert page.pad.model().arrows == (Arrow(1, 2),)
    before = page.pad.model().box(2).x
    press(page.pad, K.Key_Right, K.Key_Right)
    assert page.pad.model().box(2).x == before + 32
    press(page.pad, K.Key_Tab)
    assert page.pad.chosen() == Arrow(1, 2)
    press(page.pad, K.Key_Return)
    write(page, "luistert naar")
    assert page.settle()
    (line,) = store.read(attachments.of_entry, entry_id)
    kept = model.read(store.read(attachments.data, line.id))
    assert [box.text for box in kept.boxes] == ["Ik", "Henk"]
    assert kept.arrows == (Arrow(1, 2, "luistert naar"),)


def test_who_comes_here_can_begin_at_once(open_window, store, entry_id):
    page = shown(open_window, ModelPage(store, entry_id))
    assert open_window.focusWidget() is page.pad
    press(page.pad, K.Key_N)
    write(page, "Ik")
    assert names(page) == ["Ik"]


def test_tab_walks_boxes_and_then_leaves_the_sheet(page):
    two_boxes(page)
    page.pad._choose(None)
    press(page.pad, K.Key_Tab)
    assert page.pad.chosen() == 1
    press(page.pad, K.Key_Tab)
    assert page.pad.chosen() == 2
    press(page.pad, K.Key_Tab)
    assert not page.pad.hasFocus()


def test_a_screen_reader_hears_what_is_on_the_sheet(page):
    two_boxes(page)
    page.pad.replace(model.connect(page.pad.model(), 1, 2))
    assert page.pad.accessibleDescription().startswith("Ik, pijl naar Henk; Henk. ")


def test_delete_takes_a_box_with_its_arrows_and_undo_brings_them_back(page):
    two_boxes(page)
    page.pad.replace(model.connect(page.pad.model(), 1, 2))
    page.pad._choose(2)
    press(page.pad, K.Key_Delete)
    assert (names(page), page.pad.model().arrows) == (["Ik"], ())
    press(page.pad, K.Key_Z, held=CONTROL)
    assert (names(page), page.pad.model().arrows) == (["Ik", "Henk"], (Arrow(1, 2),))
    press(page.pad, K.Key_Y, held=CONTROL)
    assert names(page) == ["Ik"]


def test_esc_in_a_box_keeps_what_was_written(page):
    press(page.pad, K.Key_N)
    field = page.pad.findChild(object, "model.text")
    QTest.keyClicks(field, "Half")
    press(field, K.Key_Escape)
    assert names(page) == ["Half"]


def test_leaving_the_page_keeps_the_text_that_is_being_written(store, entry_id, page):
    press(page.pad, K.Key_N)
    QTest.keyClicks(page.pad.findChild(object, "model.text"), "Bijna")
    page.done()
    (line,) = store.read(attachments.of_entry, entry_id)
    assert model.read(store.read(attachments.data, line.id)).boxes[0].text == "Bijna"


def test_by_mouse_a_box_is_made_moved_and_connected(page):
    for place in (QPoint(200, 200), QPoint(600, 400)):
        QTest.mouseDClick(page.pad, Qt.MouseButton.LeftButton, pos=place)
        write(page, "blok")
    draw(page.pad, (600, 400), (650, 420), (700, 450))
    assert (page.pad.model().box(2).x, page.pad.model().box(2).y) == pytest.approx((700, 450), abs=1)
    page.undo.click()
    assert page.pad.model().box(2).x == pytest.approx(600, abs=1)
    page.pad._choose(1)
    draw(page.pad, (284, 200), (400, 300), (600, 400))  # from the handle at its right edge
    assert page.pad.model().arrows == (Arrow(1, 2),)
    QTest.mouseClick(page.pad, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert page.pad.chosen() == Arrow(1, 2)


def test_the_arrow_tool_connects_the_chosen_box_with_the_next_that_is_clicked(page):
    for place in (QPoint(200, 200), QPoint(600, 400)):
        QTest.mouseDClick(page.pad, Qt.MouseButton.LeftButton, pos=place)
        write(page, "blok")
    tool = page.findChild(object, "model.arrow")
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert tool.isChecked()
    QTest.mouseClick(page.pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert page.pad.model().arrows == (Arrow(2, 1),)
    assert not tool.isChecked()


def test_tidy_and_clear_can_be_undone(page):
    two_boxes(page)
    untidy = page.pad.model()
    QTest.mouseClick(page.findChild(object, "model.tidy"), Qt.MouseButton.LeftButton)
    assert page.pad.model() != untidy
    page.clear.click()
    assert page.is_blank()
    page.undo.click()
    page.undo.click()
    assert page.pad.model() == untidy


def test_a_damaged_model_is_left_as_it_is(store, entry_id, qtbot):
    made = store.do(attachments.add, None, entry_id, "model", b"[]", width=1104, height=616)
    page = ModelPage(store, entry_id, made)
    qtbot.addWidget(page)
    assert not page.pad.isEnabled()
    page.done()
    assert store.read(attachments.data, made) == b"[]"
    assert not store.read(attachments.one, made).thrown_away


def test_it_shows_in_the_dark_with_large_letters(open_window, store, entry_id, qapp):
    theme.apply(qapp, scheme="dark", factor=2.0)
    page = shown(open_window, ModelPage(store, entry_id))
    assert page.findChild(object, "model.box.row").isVisible()
    assert page.width() == 1280
