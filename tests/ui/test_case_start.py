"""Starting a case from what was written, and from what the last meeting yielded: a choice, and it can be undone."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from journal.storage import advice, answers, entries, harvests, journeys, preparations
from tests.storage.intervisie_story import Story, tell
from tests.ui.test_every_page import Appearing
from ui.pages.case import CasePage
from ui.store import Store
from ui.widgets.text_link import TextLink

DAY = dt.date(2026, 12, 9)


@pytest.fixture
def story(journal) -> Story:
    return tell(journal)


@pytest.fixture
def case_id(story) -> int:
    made = story.journal.do(preparations.prepare, story.journey_id, on=DAY, method_id="incident")
    return story.journal.read(preparations.whole, made).preparation.case_entry_id


@pytest.fixture
def make(qtbot, story, clock, case_id):
    pages: list[CasePage] = []

    def show() -> CasePage:
        page = CasePage(Store(story.journal, story.guidance, story.journey_id, now=clock), case_id)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        page.activateWindow()
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.settle()


def words_in(story: Story, entry_id: int) -> dict[str, str]:
    found = story.journal.read(entries.whole, entry_id).answers
    return {id_: answer.text for id_, answer in found.items() if answer.text}


def press(page: CasePage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def choose(page: CasePage, entry_id: int) -> None:
    press(page, "case.start")
    QTest.keyClick(page.findChild(TextLink, f"case.source.{entry_id}"), Qt.Key.Key_Return)


def test_an_empty_case_starts_from_a_reflection_by_keyboard(make, story, case_id):
    page = make()
    assert "Begin je liever bij iets wat je al schreef?" in [label.text() for label in page.findChildren(QLabel)]
    choose(page, story.reflection_id)
    boxes = {box.objectName(): box for box in page.findChildren(QCheckBox)}
    assert all(box.isChecked() for box in boxes.values())
    assert boxes["case.piece.moment.story"].accessibleName() == "Eén moment"
    QTest.keyClick(boxes["case.piece.next.closing"], Qt.Key.Key_Space)
    press(page, "case.take")
    assert words_in(story, case_id) == {
        "case.title": "Naam mRt",
        "case.moment": "Het moment mRa met Henk en Fatima.",
        "case.felt": "Voor mij mRb.",
        "case.wanted": "Ik vraag mXa aan Henk.",
    }
    assert page.edits["case.moment"].text() == "Het moment mRa met Henk en Fatima."
    assert page.edits["case.felt"].isVisible(), "what was filled outside the method is there to see"
    press(page, "case.undo")
    assert words_in(story, case_id) == {}
    assert page.edits["case.moment"].text() == ""


def test_what_stands_there_is_kept_and_it_is_said(make, story, case_id):
    story.journal.do(answers.write, case_id, "case.title", "Mijn naam")
    story.journal.do(answers.write, case_id, "case.moment", "Toen.")
    page = make()
    choose(page, story.reflection_id)
    title = page.findChild(QCheckBox, "case.piece.moment.name")
    assert not title.isEnabled()
    assert not title.isChecked()
    assert "hier staat al iets" in title.accessibleDescription()
    press(page, "case.take")
    assert words_in(story, case_id)["case.title"] == "Mijn naam"
    assert words_in(story, case_id)["case.moment"] == "Toen.\n\nHet moment mRa met Henk en Fatima."


def test_tab_goes_from_the_button_into_the_choice_and_on_to_the_form(make, story):
    page = make()
    press(page, "case.start")
    start = page.findChild(QPushButton, "case.start")
    assert start.nextInFocusChain().objectName() == f"case.source.{story.experiment_id}"
    QTest.keyClick(page.findChild(TextLink, f"case.source.{story.reflection_id}"), Qt.Key.Key_Return)
    assert start.nextInFocusChain().objectName() == "case.piece.moment.name"
    press(page, "case.take")
    assert page.findChild(QPushButton, "case.undo").isVisible()


def test_esc_closes_the_choice_first_and_changes_nothing(make, story, case_id):
    page = make()
    closed: list[bool] = []
    page.closed_requested.connect(lambda: closed.append(True))
    choose(page, story.experiment_id)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert closed == []
    assert page.focusWidget() is page.findChild(QPushButton, "case.start")
    assert words_in(story, case_id) == {}
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert closed == [True]


def test_another_source_can_be_chosen_and_nothing_ticked_takes_nothing(make, story):
    page = make()
    choose(page, story.experiment_id)
    for box in page.findChildren(QCheckBox):
        box.click()
    assert not page.findChild(QPushButton, "case.take").isEnabled()
    press(page, "case.take.other")
    offered = [link.objectName() for link in page.findChildren(TextLink) if link.isVisible()]
    assert f"case.source.{story.note_id}" in offered


def test_with_nothing_written_yet_it_says_so(qtbot, journal, clock, story):
    journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 1))
    made = journal.do(preparations.prepare, journey_id, on=DAY, method_id="incident")
    case_id = journal.read(preparations.whole, made).preparation.case_entry_id
    page = CasePage(Store(journal, story.guidance, journey_id, now=clock), case_id)
    qtbot.addWidget(page)
    page.show()
    press(page, "case.start")
    told = [label.text() for label in page.findChildren(QLabel)]
    assert "Er is nog geen reflectie of experiment. Je kunt je casus hieronder meteen schrijven." in told


def test_the_second_preparation_opens_with_what_came_of_the_first(make, story, case_id):
    first = story.journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id
    story.journal.do(harvests.write, story.preparation_id, "harvest.will", "Ik zwijg een keer.", on=DAY)
    given = story.journal.do(advice.add, first, "Tel tot tien.", "de coach", on=DAY)
    story.journal.do(advice.set_state, given, "taken")
    page = make()
    assert list(page.edits)[:4] == ["case.promised", "case.done", "case.since_effect", "case.advice_used"]
    assert words_in(story, case_id) == {}, "a proposal, nothing more"
    press(page, "case.promised.take")
    press(page, "case.advice_used.take")
    assert page.settle()
    assert words_in(story, case_id) == {
        "case.promised": "Ik zwijg een keer.",
        "case.advice_used": "Tel tot tien. (de coach)",
    }
    assert not page.findChild(QPushButton, "case.promised.take").isVisible()
    page.edits["case.promised"].undo()
    assert page.findChild(QPushButton, "case.promised.take").isVisible()


@pytest.mark.usefixtures("qapp")
def test_no_second_window_flashes_while_a_case_is_started(story, clock, case_id):
    story.journal.do(harvests.write, story.preparation_id, "harvest.will", "Ik zwijg een keer.", on=DAY)
    watch = Appearing()
    QApplication.instance().installEventFilter(watch)
    page = CasePage(Store(story.journal, story.guidance, story.journey_id, now=clock), case_id)
    choose(page, story.reflection_id)
    press(page, "case.take")
    QApplication.instance().removeEventFilter(watch)
    assert watch.windows == []
    page.settle()
    page.deleteLater()


def test_what_was_taken_over_before_is_no_proposal_any_more_and_a_choice_is_still_chosen(make, story, case_id):
    story.journal.do(harvests.write, story.preparation_id, "harvest.will", "Ik zwijg een keer.", on=DAY)
    story.journal.do(answers.write, case_id, "case.promised", "Ik zwijg een keer.")
    story.journal.do(answers.write, case_id, "case.help", "Een betere vraag")
    page = make()
    assert not page.findChild(QPushButton, "case.promised.take").isVisible()
    assert page.findChild(QPushButton, "case.help.choice.4").isChecked()


def test_without_a_harvest_the_way_to_write_it_stands_there(make, story, qtbot):
    page = make()
    with qtbot.waitSignal(page.harvest_requested) as asked:
        press(page, "case.harvest")
    assert asked.args == [story.preparation_id]
