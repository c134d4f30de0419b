"""The form of the case: everything saves itself, everything may stay empty."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from journal import text
from journal.errors import CannotWrite
from journal.storage import answers, entries, preparations
from journal.storage import names as name_rules
from tests.storage.intervisie_story import tell
from ui import theme
from ui.pages.case import CasePage
from ui.pages.case.rail import Rail
from ui.store import Store
from ui.widgets.gentle_checks import GentleCheck
from ui.widgets.step_rail import StepRow


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
def make(qtbot, store, case_id):
    pages: list[CasePage] = []

    def show(entry_id: int = 0) -> CasePage:
        made = CasePage(store, entry_id or case_id)
        qtbot.addWidget(made)
        made.resize(1280, 800)
        made.show()
        pages.append(made)
        return made

    yield show
    for made in pages:
        made.settle()


@pytest.fixture
def page(make):
    return make()


def said(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def words_in(story, entry_id: int) -> dict[str, str]:
    return {
        id_: answer.text for id_, answer in story.journal.read(entries.whole, entry_id).answers.items() if answer.text
    }


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


@pytest.mark.parametrize("leave", ["case.back", "case.ready", "esc"])
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
    asked = [edit for edit in order if edit.isVisible()]
    with qtbot.waitSignal(page.closed_requested):
        QTest.keyClick(asked[-1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_the_method_asks_comes_first_and_the_rest_is_folded(page, story):
    asked = story.guidance.method("gossip").asks
    order = list(page.edits)
    assert order[1 : len(asked) + 2] == ["case.title", *asked]  # after the old words on the last time
    assert "Je werkwijze: Roddelmethode" in said(page)
    assert not page.edits["case.facts"].isVisible()
    page.findChild(QPushButton, "case.more").click()
    assert page.edits["case.facts"].isVisible()
    page.findChild(QPushButton, "case.more").click()
    assert not page.edits["case.facts"].isVisible()


def test_a_question_outside_the_method_that_was_answered_is_there_to_see(make, story, case_id):
    story.journal.do(answers.write, case_id, "case.facts", "Drie partijen, één plan.")
    assert make().edits["case.facts"].isVisible()


def test_a_quadrant_is_asked_only_by_its_method(make, story):
    assert "case.pitfall" not in make().edits
    story.journal.do(preparations.set_method, story.preparation_id, "core-quadrants")
    assert "case.pitfall" in make().edits


def test_the_question_to_the_group_is_asked_back_and_never_stopped(page, story, case_id):
    edit = page.edits["case.question"]
    edit.selectAll()
    QTest.keyClicks(edit, "Hoe voorkom ik dat het stilvalt?")
    check = page.findChild(GentleCheck)
    check.look()
    assert check.asks() == "Je vraag zegt wat je niet wilt. Wat wil je in plaats daarvan?"
    assert page.settle()
    assert words_in(story, case_id)["case.question"] == "Hoe voorkom ik dat het stilvalt?"


def test_help_hoped_for_is_chosen_with_the_keyboard_and_stays_free_text(page, story, case_id):
    page.findChild(QPushButton, "case.more").click()
    chips = [page.findChild(QPushButton, f"case.help.choice.{number}") for number in range(1, 5)]
    QTest.keyClick(chips[0], Qt.Key.Key_Space)
    QTest.keyClick(chips[2], Qt.Key.Key_Space)
    edit = page.edits["case.help"]
    assert edit.text() == "Nieuwe mogelijkheden\nMoed om te doen wat ik al weet"
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, ", en een grap")
    assert [chip.isChecked() for chip in chips] == [True, False, False, False]
    QTest.keyClick(chips[0], Qt.Key.Key_Space)
    assert edit.text() == "Moed om te doen wat ik al weet, en een grap"
    edit.undo()
    assert edit.text().startswith("Nieuwe mogelijkheden")
    assert page.settle()
    assert words_in(story, case_id)["case.help"].startswith("Nieuwe mogelijkheden")


def test_the_learning_question_stands_beside_the_tie(page):
    page.findChild(QPushButton, "case.more").click()
    assert "Hoe mQb?" in said(page)


def test_a_name_is_answered_with_a_role_until_its_writer_decided(make, story):
    page = make()
    names = page.findChild(QLabel, "case.matter.names")
    assert names.text().startswith("‘Henk’: een rol zegt je groep meer dan een naam")
    assert names.isVisible()
    story.journal.do(name_rules.print_as, story.journey_id, "Henk", "een collega")
    page.refresh()
    assert not names.isVisible()


def test_an_earlier_text_is_put_back(page, story, case_id, clock):
    story.journal.do(answers.write, case_id, "case.matter", "Heel anders.")
    clock.later(minutes=10)
    story.journal.do(answers.write, case_id, "case.matter", "Nog anders.")
    page.refresh()
    page.findChild(QPushButton, "case.matter.earlier").click()
    version = story.journal.read(answers.versions, case_id, "case.matter")[0]
    page.findChild(QPushButton, f"case.matter.earlier.back.{version.id}").click()
    assert page.edits["case.matter"].text() == "Heel anders."
    assert words_in(story, case_id)["case.matter"] == "Heel anders."


def test_the_rail_says_what_was_written_and_leads_there(page):
    row = page.findChild(StepRow, "case.rail.step.case.question")
    assert row.trace() == "Wat doe ik mKc?"
    page.activateWindow()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert page.focusWidget() is page.edits["case.question"]


def test_text_that_cannot_be_saved_stays_and_the_page_does_not_close(page, store, monkeypatch):
    def full(*_args, **_named):
        raise CannotWrite(store.journal.folder, "disk full")

    monkeypatch.setattr(store.journal, "do", full)
    closed: list[bool] = []
    page.closed_requested.connect(lambda: closed.append(True))
    QTest.keyClicks(page.edits["case.did"], "Blijft staan")
    page.findChild(QPushButton, "case.ready").click()
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


def test_the_words_in_the_rail_keep_their_lines_when_a_scroll_bar_comes(page, qtbot):
    row = page.findChild(StepRow)
    before = row.width()
    page.resize(1280, 320)
    bar = page.findChild(Rail).findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert row.width() >= before
