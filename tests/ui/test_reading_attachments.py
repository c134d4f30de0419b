"""What was drawn is there again when one reads back, and the paper asks who can be recognised."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from journal.domain import drawing
from journal.domain.drawing import Drawing, Pen, Stroke
from journal.storage import answers, attachments, preparations
from tests.ui.pads import a_reflection
from ui.pages.drawing import DrawingPage
from ui.pages.reflections import ReflectionsPage

DRAWN = drawing.write(Drawing((Stroke(Pen.INK, 4, ((10.0, 20.0), (300.0, 400.0))),)))


@pytest.fixture
def store(open_window):
    return open_window.store


@pytest.fixture
def drawn(store):
    entry_id = a_reflection(store)
    made = store.do(attachments.add, None, entry_id, "drawing", DRAWN, width=1104, height=616)
    store.do(answers.write, None, entry_id, attachments.prompt_of(made, "caption"), "De lege stoel")
    return store.read(attachments.one, made)


def test_a_drawing_is_read_back_with_its_entry_and_opens_from_there(open_window, drawn):
    shell = open_window.shell
    shell.show_page("reflections")
    page = shell.current()
    assert isinstance(page, ReflectionsPage)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "Ook geschreven" not in texts
    card = page.findChild(object, f"attachment.{drawn.id}")
    assert card.accessibleName().startswith("Tekening: De lege stoel, ")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert isinstance(shell.current(), DrawingPage)
    shell.current().done()
    assert shell.current() is page


def test_the_thumbnail_is_made_once_and_kept(open_window, store, drawn):
    assert store.read(attachments.thumbnail, drawn.id) == b""
    open_window.shell.show_page("reflections")
    assert store.read(attachments.thumbnail, drawn.id).startswith(b"\x89PNG")


def test_a_ticked_drawing_asks_whether_anyone_is_recognisable(open_window, store, drawn):
    made = store.do(preparations.prepare, None, store.journey_id, on=dt.date(2026, 11, 20), method_id="gossip")
    open_window.shell.show_page("intervisie")
    page = open_window.shell.current()
    asks = page.findChild(QLabel, "intervisie.recognisable")
    assert asks.text() == ""
    box = page.findChild(object, f"intervisie.tick.attachment.{drawn.id}")
    assert box.accessibleName() == "Tekening: De lege stoel"
    assert not box.isChecked()
    store.do(preparations.tick, None, made, f"attachment.{drawn.id}", True, guidance=store.guidance)
    page.refresh()
    assert asks.text() == "Tekening: De lege stoel. Staat er iemand herkenbaar op?"
