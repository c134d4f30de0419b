"""Drawing beside a reflection: as on paper, saved by itself, and nothing is lost by a slip of the hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from journal.domain import drawing
from journal.domain.drawing import Pen
from journal.errors import CannotWrite
from journal.storage import attachments
from tests.ui.pads import a_reflection, draw, press, shown
from ui import theme
from ui.pages.drawing import DrawingPage
from ui.pages.reflection import ReflectionPage
from ui.widgets.attachment_strip import AttachmentStrip

CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = ((300, 200), (340, 220), (400, 300), (420, 380))


@pytest.fixture
def store(open_window):
    return open_window.store


@pytest.fixture
def entry_id(store):
    return a_reflection(store)


@pytest.fixture
def page(open_window, store, entry_id):
    return shown(open_window, DrawingPage(store, entry_id))


def kept(store, entry_id):
    (line,) = store.read(attachments.of_entry, entry_id)
    return drawing.read(store.read(attachments.data, line.id))


def test_what_is_drawn_is_in_the_journal_a_moment_later(store, entry_id, page, qtbot):
    draw(page.pad, *LINE)
    qtbot.waitUntil(lambda: store.read(attachments.of_entry, entry_id) != [])
    (stroke,) = kept(store, entry_id).strokes
    assert (stroke.pen, stroke.width) == (Pen.INK, 4)
    assert stroke.points[0] == pytest.approx(LINE[0], abs=1)
    assert stroke.points[-1] == pytest.approx(LINE[-1], abs=1)


def test_the_sheet_has_its_place_and_size(page):
    corner = page.pad.mapTo(page, page.pad.rect().topLeft())
    assert (corner.x(), corner.y(), page.pad.width(), page.pad.height()) == (152, 88, 1104, 616)


def test_keys_take_pens_and_widths(store, entry_id, page):
    press(page.pad, Qt.Key.Key_3, Qt.Key.Key_BracketRight)
    draw(page.pad, *LINE)
    press(page.pad, Qt.Key.Key_2, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketLeft)
    draw(page.pad, *LINE)
    assert page.settle()
    assert [(stroke.pen, stroke.width) for stroke in kept(store, entry_id).strokes] == [(Pen.OCHRE, 8), (Pen.GREEN, 2)]


def test_the_rubber_takes_whole_strokes_and_undo_brings_them_back(page):
    draw(page.pad, *LINE)
    draw(page.pad, (600, 100), (700, 100))
    press(page.pad, Qt.Key.Key_G)
    draw(page.pad, (650, 90), (650, 110))
    assert len(page.pad.drawing().strokes) == 1
    press(page.pad, Qt.Key.Key_Z, held=CONTROL)
    assert len(page.pad.drawing().strokes) == 2
    press(page.pad, Qt.Key.Key_Y, held=CONTROL)
    assert len(page.pad.drawing().strokes) == 1


def test_undo_redo_and_clear_say_when_there_is_nothing_to_do(page):
    buttons = [page.undo, page.redo, page.clear]
    assert [made.isEnabled() for made in buttons] == [False, False, False]
    draw(page.pad, *LINE)
    assert [made.isEnabled() for made in buttons] == [True, False, True]
    page.clear.click()
    assert page.is_blank()
    page.undo.click()
    assert not page.is_blank()
    assert [made.isEnabled() for made in buttons] == [True, True, True]


def test_the_screen_shows_the_same_after_drawing_as_after_opening_again(open_window, store, entry_id, page):
    draw(page.pad, *LINE)
    page.settle()
    before = page.pad.grab().toImage().pixelColor(320, 210)
    (line,) = store.read(attachments.of_entry, entry_id)
    again = shown(open_window, DrawingPage(store, entry_id, line.id))
    colour = again.pad.grab().toImage().pixelColor(320, 210)
    assert colour == before
    assert colour.name() == "#22302d"


def test_a_name_and_a_description_are_kept_and_found_again(store, entry_id, page):
    draw(page.pad, *LINE)
    caption = page.findChild(QLineEdit, "drawing.caption")
    QTest.keyClicks(caption, "De lege stoel")
    page.describe()
    panel = page.findChild(object, "attachment.description")
    QTest.keyClicks(panel, "Een tafel met een lege stoel.")
    assert page.settle()
    (line,) = store.read(attachments.of_entry, entry_id)
    assert (line.caption, line.description) == ("De lege stoel", "Een tafel met een lege stoel.")


def test_the_menu_of_the_caption_opens_by_keyboard_and_names_its_ways(page):
    caption = page.findChild(QLineEdit, "drawing.caption")
    opened = []
    caption.open_menu = lambda: opened.append(True)
    press(caption, Qt.Key.Key_Down)
    assert opened
    assert [action.text() for action in caption.menu.actions()] == [
        "Beschrijven in woorden",
        "Eerdere versies",
        "Weggooien",
    ]


def test_esc_is_done_and_an_empty_sheet_leaves_nothing_behind(store, entry_id, page, qtbot):
    draw(page.pad, *LINE)
    page.settle()
    page.clear.click()
    with qtbot.waitSignal(page.done_requested):
        press(page.pad, Qt.Key.Key_Escape)
    assert store.read(attachments.of_entry, entry_id) == []


def test_opening_the_sheet_and_going_back_makes_nothing(store, entry_id, page, qtbot):
    with qtbot.waitSignal(page.done_requested):
        page.findChild(QPushButton, "drawing.done").click()
    assert store.read(attachments.of_entry, entry_id, thrown_away=True) == []


def test_an_earlier_version_comes_back_and_can_be_undone(store, entry_id, page):
    draw(page.pad, *LINE)
    page.settle()
    page.clear.click()
    page.settle()
    page.show_versions()
    page.findChild(QPushButton, "attachment.version.1").click()
    assert len(page.pad.drawing().strokes) == 1
    assert len(kept(store, entry_id).strokes) == 1
    press(page.pad, Qt.Key.Key_Z, held=CONTROL)
    page.settle()
    assert kept(store, entry_id).strokes == ()


def test_a_drawing_that_cannot_be_saved_stays_on_the_sheet(store, entry_id, page, monkeypatch, qtbot):
    def fail(*_args, **_named):
        raise CannotWrite(Path())

    draw(page.pad, *LINE)
    with monkeypatch.context() as broken:
        broken.setattr(store.journal, "do", fail)
        with qtbot.assertNotEmitted(page.done_requested):
            page.done()
    assert not page.is_blank()
    assert page.settle()
    assert len(kept(store, entry_id).strokes) == 1


def test_a_damaged_drawing_is_left_as_it_is(open_window, store, entry_id, qtbot):
    made = store.do(attachments.add, None, entry_id, "drawing", b"not a drawing", width=1104, height=616)
    page = shown(open_window, DrawingPage(store, entry_id, made))
    draw(page.pad, *LINE)
    page.done()
    assert store.read(attachments.data, made) == b"not a drawing"
    assert not store.read(attachments.one, made).thrown_away
    strip = AttachmentStrip(store, entry_id, "Bij")
    qtbot.addWidget(strip)


@pytest.mark.parametrize("room", [(1.0, (960, 640)), (2.0, (1280, 800)), (2.0, (960, 640))])
def test_the_tools_stand_above_the_sheet_where_there_is_little_room(open_window, store, entry_id, qapp, room):
    factor, size = room
    theme.apply(qapp, scheme="dark", factor=factor)
    page = shown(open_window, DrawingPage(store, entry_id), size)
    assert page.width() <= size[0] + 40
    pen = page.findChild(object, "drawing.pen.row")
    assert pen.isVisible()
    assert not page.findChild(object, "drawing.pen").isVisible()
    QTest.mouseClick(page.findChild(object, "drawing.rubber.row"), Qt.MouseButton.LeftButton)
    assert page.pad.erasing


def test_from_the_writing_to_the_drawing_and_back(open_window, store, entry_id):
    shell = open_window.shell
    open_window.resize(1280, 800)
    shell.open_entry(entry_id)
    shell.current().show_step("moment")
    QTest.mouseClick(shell.current().findChild(QPushButton, "attachments.drawing"), Qt.MouseButton.LeftButton)
    page = shell.current()
    assert isinstance(page, DrawingPage)
    draw(page.pad, *LINE)
    press(page.pad, Qt.Key.Key_Escape)
    assert isinstance(shell.current(), ReflectionPage)
    assert shell.current().step_id() == "moment"
    (line,) = store.read(attachments.of_entry, entry_id)
    card = shell.current().findChild(object, f"attachment.{line.id}")
    assert card.accessibleName().startswith("Tekening, ")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert isinstance(shell.current(), DrawingPage)
    shell.current().throw_away()
    assert store.read(attachments.of_entry, entry_id) == []
    back = shell.current().findChild(QPushButton, f"attachments.fetch.{line.id}")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert len(store.read(attachments.of_entry, entry_id)) == 1


def test_a_reflection_with_only_a_drawing_is_not_thrown_away_as_blank(open_window, store, entry_id):
    store.do(attachments.add, None, entry_id, "drawing", drawing.write(drawing.Drawing()), width=1104, height=616)
    shell = open_window.shell
    shell.open_entry(entry_id)
    shell.current()._close()
    assert not store.read(attachments.of_entry, entry_id)[0].thrown_away
    assert store.read(attachments.of_journey, store.journey_id) != []


def test_at_200_percent_a_button_in_the_footer_opens_what_stands_beside(store, entry_id, qapp):
    theme.apply(qapp, scheme="light", factor=2.0)
    page = ReflectionPage(store, entry_id)
    page.resize(1280, 800)
    page.show_step("moment")
    page.show()
    button = page.findChild(QPushButton, "reflection.attach")
    assert button.isVisible()
    assert button.text() == "Tekening of foto"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = page.findChild(object, "reflection.attachments")
    assert panel.isVisible()
    asked = []
    page.attachment_requested.connect(lambda *wish: asked.append(wish))
    QTest.mouseClick(panel.findChild(QPushButton, "attachments.drawing"), Qt.MouseButton.LeftButton)
    assert asked == [(entry_id, "drawing", 0)]
    page.deleteLater()


def test_a_drawing_is_open_again_after_the_look_of_the_app_changed(open_window, entry_id, qtbot):
    shell = open_window.shell
    shell.open_entry(entry_id)
    shell.current().show_step("moment")
    QTest.mouseClick(shell.current().findChild(QPushButton, "attachments.drawing"), Qt.MouseButton.LeftButton)
    draw(shell.current().pad, *LINE)
    open_window.take_settings(replace(open_window.settings, theme="dark"))
    qtbot.waitUntil(lambda: isinstance(open_window.shell.current(), DrawingPage))
    page = open_window.shell.current()
    assert len(page.pad.drawing().strokes) == 1
    page.done()
    assert isinstance(open_window.shell.current(), ReflectionPage)
