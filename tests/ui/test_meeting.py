"""After the meeting: what it yielded, advice without judgement, and what grows from it."""

import datetime as dt
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QTextEdit, QWidget

from journal import text
from journal.errors import CannotWrite
from journal.storage import advice, answers, entries, harvests, journeys, preparations, search
from tests.storage.intervisie_story import Story, tell
from ui import theme
from ui.pages.meeting import MeetingPage
from ui.pages.search import labels
from ui.store import Store
from ui.widgets.text_link import TextLink

DAY = dt.date(2026, 12, 9)


@pytest.fixture
def story(journal) -> Story:
    return tell(journal)


@pytest.fixture
def store(story, clock) -> Store:
    clock.moment = dt.datetime(2026, 12, 9, 19, 0, tzinfo=dt.UTC)
    return Store(story.journal, story.guidance, story.journey_id, now=clock)


@pytest.fixture
def make(qtbot, store):
    pages: list[MeetingPage] = []

    def show() -> MeetingPage:
        page = MeetingPage(store)
        qtbot.addWidget(page)
        page.resize(1032, 800)
        page.show()
        page.activateWindow()
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.settle()


@pytest.fixture
def page(make) -> MeetingPage:
    return make()


def find(page: MeetingPage, name: str, kind: type = QAbstractButton):
    found = [each for each in page.findChildren(kind, name) if not each.isHidden()]
    assert found, name
    return found[-1]


def press(page: MeetingPage, name: str) -> None:
    found = find(page, name)
    assert found.isEnabled()
    QTest.keyClick(found, Qt.Key.Key_Space)


def type_in(page: MeetingPage, name: str, words: str) -> None:
    QTest.keyClicks(find(page, name, QTextEdit), words)


def next_stop(widget: QWidget) -> QWidget:
    """Where Tab goes from here."""
    found = widget.nextInFocusChain()
    while not found.focusPolicy() & Qt.FocusPolicy.TabFocus or not found.isVisible():
        found = found.nextInFocusChain()
    return found


def said(page: MeetingPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def case_of(story: Story) -> int:
    return story.journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id


def test_the_page_says_which_meeting_it_was_and_with_what_question(page):
    told = said(page)
    assert "Na de bijeenkomst" in told
    assert "Groep Oost, dinsdag 8 december 2026" in told
    assert "Casus mKa" in told
    assert "Wat doe ik mKc?" in told


def test_a_harvest_saves_itself_and_nothing_is_made_by_looking(page, story):
    assert story.journal.read(harvests.meeting, story.preparation_id).harvest_id is None
    type_in(page, "harvest.did", "We roddelden.")
    type_in(page, "harvest.will", "Ik zwijg een keer.")
    assert page.settle()
    assert story.journal.read(harvests.texts, story.preparation_id) == {
        "harvest.did": "We roddelden.",
        "harvest.will": "Ik zwijg een keer.",
    }


def test_ctrl_enter_goes_through_all_questions(page):
    fields = ["did", "heard", "touched", "different", "will", "when", "stuck"]
    find(page, "harvest.did", QTextEdit).setFocus()
    for before, after in pairwise(fields):
        field = find(page, f"harvest.{before}", QTextEdit)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert page.focusWidget().objectName() == f"harvest.{after}"


def test_advice_is_added_taken_left_and_opened_again(page, story):
    press(page, "advice.add")
    entry_id = story.journal.read(advice.listed, case_of(story))[0].entry_id
    assert page.focusWidget().objectName() == f"advice.{entry_id}.advice.text"
    QTest.keyClicks(page.focusWidget(), "Tel tot tien.")
    type_in(page, f"advice.{entry_id}.advice.giver", "een wijkverpleegkundige")
    assert page.settle()
    for number, state in ((2, "taken"), (3, "left"), (1, "open"), (2, "taken")):
        press(page, f"advice.{entry_id}.state.{number}")
        assert story.journal.read(advice.listed, case_of(story))[0].state == state
    type_in(page, f"advice.{entry_id}.advice.came_of_it", "Er kwam lucht.")
    assert page.settle()
    line = story.journal.read(advice.listed, case_of(story))[0]
    assert (line.text, line.giver, line.came_of_it) == ("Tel tot tien.", "een wijkverpleegkundige", "Er kwam lucht.")


def test_tab_goes_through_a_new_advice_where_it_stands(page, story):
    press(page, "advice.add")
    entry_id = story.journal.read(advice.listed, case_of(story))[0].entry_id
    words = find(page, f"advice.{entry_id}.advice.text", QTextEdit)
    assert next_stop(words).objectName() == f"advice.{entry_id}.advice.giver"
    assert next_stop(find(page, f"advice.{entry_id}.throw")).objectName() == "advice.add"


def test_what_came_of_it_is_asked_only_of_advice_that_is_used(page, story):
    press(page, "advice.add")
    entry_id = story.journal.read(advice.listed, case_of(story))[0].entry_id
    came = page.findChild(QTextEdit, f"advice.{entry_id}.advice.came_of_it")
    assert not came.isVisible()
    press(page, f"advice.{entry_id}.state.2")
    assert came.isVisible()


def test_an_empty_advice_is_not_added_twice(page, story):
    press(page, "advice.add")
    press(page, "advice.add")
    assert len(story.journal.read(advice.listed, case_of(story))) == 1


def test_advice_that_was_thrown_away_comes_back_with_one_click(page, story):
    made = story.journal.do(advice.add, case_of(story), "Tel tot tien.", on=DAY)
    page.refresh()
    press(page, f"advice.{made}.throw")
    assert story.journal.read(advice.listed, case_of(story)) == []
    assert page.focusWidget().objectName() == "advice.undo"
    press(page, "advice.undo")
    assert story.journal.read(advice.listed, case_of(story))[0].text == "Tel tot tien."


def test_an_advice_becomes_an_experiment_and_leads_to_it_afterwards(page, story, qtbot):
    made = story.journal.do(advice.add, case_of(story), "Tel tot tien.", on=DAY)
    page.refresh()
    with qtbot.waitSignal(page.entry_requested) as first:
        press(page, f"advice.{made}.experiment")
    assert story.journal.read(entries.whole, first.args[0]).entry.title == "Tel tot tien."
    page.refresh()
    assert find(page, f"advice.{made}.experiment").text() == "Naar het experiment"
    with qtbot.waitSignal(page.entry_requested) as second:
        press(page, f"advice.{made}.experiment")
    assert first.args == second.args


def test_what_one_will_do_becomes_an_experiment_once_there_are_words(page, story, qtbot):
    assert not find(page, "meeting.experiment").isEnabled()
    assert "Schrijf voor een experiment eerst op wat je gaat doen." in said(page)
    type_in(page, "harvest.will", "Ik zwijg een keer.")
    with qtbot.waitSignal(page.entry_requested) as made:
        press(page, "meeting.experiment")
    assert story.journal.read(entries.whole, made.args[0]).entry.title == "Ik zwijg een keer."
    page.refresh()
    with qtbot.waitSignal(page.entry_requested) as opened:
        QTest.keyClick(find(page, f"meeting.experiment.{made.args[0]}", TextLink), Qt.Key.Key_Return)
    assert opened.args == made.args


def test_a_question_that_shifted_starts_from_the_harvest(page, story, qtbot):
    with qtbot.waitSignal(page.shift_requested) as asked:
        press(page, "meeting.shift")
    assert asked.args == [story.journal.read(harvests.meeting, story.preparation_id).harvest_id]


def test_earlier_harvests_stay_readable(page, story):
    type_in(page, "harvest.did", "De eerste keer.")
    assert page.settle()
    later = story.journal.do(preparations.prepare, story.journey_id, on=DAY, meeting_on=DAY, method_id="balint")
    page.show_meeting(0)
    assert find(page, "harvest.did", QTextEdit).toPlainText() == ""
    assert page.step_id() == str(later)
    QTest.keyClick(find(page, f"meeting.other.{story.preparation_id}", TextLink), Qt.Key.Key_Return)
    assert find(page, "harvest.did", QTextEdit).toPlainText() == "De eerste keer."
    page.show_step(str(later))
    assert find(page, "harvest.did", QTextEdit).toPlainText() == ""


def test_a_found_advice_opens_its_meeting_with_the_caret_in_it(page, story):
    made = story.journal.do(advice.add, case_of(story), "Tel tot tien.", on=DAY)
    story.journal.do(preparations.prepare, story.journey_id, on=DAY, meeting_on=DAY, method_id="balint")
    page.show_entry(made)
    assert page.step_id() == str(story.preparation_id)
    assert page.focusWidget().objectName() == f"advice.{made}.advice.text"


def test_without_a_preparation_there_is_one_thing_to_do(qtbot, store, journal):
    store.journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 1))
    page = MeetingPage(store)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.intervisie_requested):
        press(page, "meeting.prepare")


def test_text_that_cannot_be_saved_stays_on_the_screen(page, store, monkeypatch):
    def full(*_args, **_named):
        raise CannotWrite(store.journal.folder, "disk full")

    monkeypatch.setattr(store.journal, "do", full)
    type_in(page, "harvest.did", "Blijft staan")
    assert not page.settle()
    page.refresh()
    assert find(page, "harvest.did", QTextEdit).toPlainText() == "Blijft staan"
    monkeypatch.undo()
    assert page.settle()


def test_harvest_and_advice_are_found_by_their_own_names(story):
    story.journal.do(harvests.write, story.preparation_id, "harvest.did", "We roddelden samen.", on=DAY)
    story.journal.do(advice.add, case_of(story), "Roddelden is leuk.", "de coach", on=DAY)
    hits = story.journal.read(search.find, story.journey_id, "roddelden")
    assert {labels.title_of(hit, story.guidance) for hit in hits} == {"Na de bijeenkomst", "Raad uit een bijeenkomst"}
    assert {search.kind_of(hit.form_id) for hit in hits} == {search.INTERVISIE}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_fits_at_double_text_size(qtbot, qapp, store, story, language):
    text.use(language)
    theme.apply(qapp, scheme="dark", factor=2.0)
    story.journal.do(advice.add, case_of(story), "Tel tot tien.", "een wijkverpleegkundige", on=DAY)
    page = MeetingPage(store)
    qtbot.addWidget(page)
    page.resize(960, 640)
    page.show()
    QTest.qWait(20)
    inside = page.widget()
    assert inside.minimumSizeHint().width() <= page.viewport().width()
    for made in page.findChildren(QPushButton):
        if made.isVisible():
            assert made.mapTo(page, made.rect().topRight()).x() <= 960, made.objectName()
    page.settle()


def test_a_text_that_changed_elsewhere_is_shown(page, story):
    entry_id = story.journal.do(harvests.write, story.preparation_id, "harvest.did", "Eerst.", on=DAY)
    page.refresh()
    story.journal.do(answers.write, entry_id, "harvest.did", "Daarna.")
    page.refresh()
    assert find(page, "harvest.did", QTextEdit).toPlainText() == "Daarna."
