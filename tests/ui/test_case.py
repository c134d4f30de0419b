"""The form of the case: everything saves itself, everything may stay empty."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from journal import text
from journal.errors import CannotWrite
from journal.storage import answers, entries, preparations
from tests.storage.intervisie_story import tell
from ui import theme
from ui.pages.case import CasePage
from ui.store import Store


@pytest.fixture
def story(journal):
    return tell(journal)


@pytest.fixture
def case_id(story):
    return story.journal.read(preparations.current, story.journey_id).case_entry_id


@pytest.fixture
def store(story, clock):
    return Store(story.journal, story.guidance, story.journey_id, now=clock)


@pytest.fixture
def page(qtbot, store, case_id):
    made = CasePage(store, case_id)
    qtbot.addWidget(made)
    made.resize(1032, 800)
    made.show()
    yield made
    made.settle()


def test_the_form_shows_what_was_written(page):
    assert page.edits["case.question"].text() == "Wat doe ik mKc?"
    assert page.edits["case.tried"].text() == ""


def test_what_is_written_is_saved_without_a_button(page, story, case_id, qtbot):
    QTest.keyClicks(page.edits["case.tried"], "Een notitie.")
    with qtbot.waitSignal(page.edits["case.tried"].written, timeout=3000):
        pass
    assert story.journal.read(entries.whole, case_id).answers["case.tried"].text == "Een notitie."


def test_the_name_of_the_case_is_also_its_title(page, story, case_id):
    page.edits["case.title"].selectAll()
    QTest.keyClicks(page.edits["case.title"], "Het uitgestelde gesprek")
    assert page.settle()
    assert story.journal.read(entries.whole, case_id).entry.title == "Het uitgestelde gesprek"


@pytest.mark.parametrize("leave", ["case.back", "case.done", "esc"])
def test_going_back_saves_first(page, story, case_id, qtbot, leave):
    QTest.keyClicks(page.edits["case.did"], "Ik zweeg.")
    with qtbot.waitSignal(page.closed_requested):
        if leave == "esc":
            QTest.keyClick(page, Qt.Key.Key_Escape)
        else:
            page.findChild(QPushButton, leave).click()
    assert story.journal.read(entries.whole, case_id).answers["case.did"].text == "Ik zweeg."


def test_ctrl_enter_goes_through_the_form(page, qtbot):
    page.activateWindow()
    order = list(page.edits.values())
    order[0].setFocus()
    QTest.keyClick(order[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is order[1]
    QTest.keyClick(order[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is order[0]
    with qtbot.waitSignal(page.closed_requested):
        QTest.keyClick(order[-1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_questions_that_the_method_leans_on_are_marked(page, story):
    marked = [label for label in page.findChildren(QLabel) if label.text() == "De roddelmethode leunt hierop."]
    assert len(marked) == len(story.guidance.method("gossip").asks)


def test_text_that_cannot_be_saved_stays_and_the_page_does_not_close(page, store, monkeypatch):
    def full(*_args, **_named):
        raise CannotWrite(store.journal.folder, "disk full")

    monkeypatch.setattr(store.journal, "do", full)
    closed: list[bool] = []
    page.closed_requested.connect(lambda: closed.append(True))
    QTest.keyClicks(page.edits["case.did"], "Blijft staan")
    page.findChild(QPushButton, "case.done").click()
    assert closed == []
    assert page.edits["case.did"].text() == "Blijft staan"
    monkeypatch.undo()
    assert page.settle()


def test_a_change_elsewhere_is_shown_and_unsaved_text_stays(page, story, case_id):
    QTest.keyClicks(page.edits["case.did"], "Nog niet bewaard")
    story.journal.do(answers.write, case_id, "case.matter", "Anders")
    page.refresh()
    assert page.edits["case.matter"].text() == "Anders"
    assert page.edits["case.did"].text() == "Nog niet bewaard"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_form_fits_at_double_text_size(qtbot, qapp, store, case_id, language):
    text.use(language)
    theme.apply(qapp, scheme="dark", factor=2.0)
    page = CasePage(store, case_id)
    qtbot.addWidget(page)
    page.resize(960, 640)
    page.show()
    assert page.minimumSizeHint().width() <= 960
    for edit in page.edits.values():
        assert edit.mapTo(page, edit.rect().topRight()).x() <= 960
    page.settle()
