"""Giving something to the group: as a participant does it, with a real journal and a real file."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QWidget

from journal import guidance_files, text
from journal.domain import evaluation
from journal.domain.evaluation import Said
from journal.storage import answers, entries, journeys, marks
from ui.pages.evaluation import EvaluationPage
from ui.pages.reflection import ReflectionPage
from ui.pages.reflections import ReflectionsPage
from ui.store import Store

GUIDANCE = guidance_files.guidance_for(guidance_files.shipped()[0])
WORDS = "Volgens Henk luister ik nu beter."


@pytest.fixture
def store(journal, clock) -> Store:
    planned = [
        journeys.PlannedMeeting("two-day-2", "two_day", dt.date(2026, 11, 19), dt.date(2026, 11, 20)),
        journeys.PlannedMeeting("webinar-4", "webinar", dt.date(2026, 12, 1), dt.date(2026, 12, 1)),
    ]
    began = dt.date(2026, 9, 19)
    journey = journal.do(
        journeys.begin, "htc", edition="najaar 2026", own_name="Marjan de Wit", began_on=began, meetings=planned
    )
    return Store(journal, GUIDANCE, journey, now=clock)


def reflection(store, *, meeting: int | None = 0, said: bool = True) -> int:
    ids = [each.id for each in store.read(journeys.meetings, store.journey_id)]
    meeting_id = None if meeting is None else ids[meeting]
    entry = store.do(
        entries.start, None, store.journey_id, "reflection", on=store.today(), meeting_id=meeting_id, depth="steps"
    )
    if said:
        store.do(answers.write, None, entry, "theme.transformation", WORDS)
        store.do(answers.write, None, entry, "theme.cooperation", "Samen is langzamer en verder.")
        store.do(answers.write, None, entry, "moment.story", "Dit blijft hier.")
        store.do(marks.mark, None, entry, "transformation", 3)
    return entry


@pytest.fixture
def page(store, qtbot) -> EvaluationPage:
    made = EvaluationPage(store, reflection(store))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def box(page: QWidget, name: str) -> QCheckBox:
    found = page.findChild(QCheckBox, f"evaluation.{name}")
    assert isinstance(found, QCheckBox)
    return found


def test_everything_starts_unticked_and_nothing_can_be_saved(page):
    assert not any(each.isChecked() for each in page.findChildren(QCheckBox))
    assert page.chosen() is None
    assert not page.save.isEnabled()
    assert "Vink eerst aan" in page.findChild(QWidget, "evaluation.note").text()
    assert "Nog niets" in page.content.told()


def test_only_what_was_ticked_is_in_the_file_with_initials(page, tmp_path):
    box(page, "words.transformation").click()
    target = tmp_path / page.file_name()
    assert page.save_to(target)
    found = evaluation.read(target.read_bytes())
    assert found.themes == (Said(theme="transformation", words="Volgens H. luister ik nu beter."),)
    assert (found.programme, found.edition, found.session, found.name) == ("htc", "najaar 2026", "two-day-2", None)
    assert b"Henk" not in target.read_bytes()
    assert b"Marjan" not in target.read_bytes()
    assert "Marjan" not in target.name
    assert "Opgeslagen als" in page.findChild(QWidget, "evaluation.note").text()


def test_the_mark_and_the_name_come_along_when_they_are_ticked_too(page, tmp_path):
    for name in ("mark.transformation", "words.cooperation", "with_name"):
        box(page, name).click()
    page.findChild(QLineEdit, "evaluation.name").setText("  Marjan ")
    target = tmp_path / "mine.json"
    page.save_to(target)
    found = evaluation.read(target.read_bytes())
    assert found.name == "Marjan"
    assert found.themes[0] == Said(theme="transformation", mark=3)
    assert found.themes[1].words == "Samen is langzamer en verder."


def test_the_page_tells_all_that_will_be_in_the_file(page):
    for name in ("words.transformation", "mark.transformation", "with_name"):
        box(page, name).click()
    told = page.content.told()
    for words in (
        "Health Transformation Community, najaar 2026",
        "Tweedaagse 2",
        "Volgens H. luister ik nu beter.",
        "Op de lijn: in beweging",
        "Marjan de Wit",
        page.chosen().id[:8],
    ):
        assert words in told
    assert "Dit blijft hier" not in told


def test_what_is_changed_here_changes_the_file_and_not_the_journal(page, store, tmp_path):
    box(page, "words.transformation").click()
    field = page.themes["transformation"].edit
    field.selectAll()
    QTest.keyClicks(field, "Ik luister.")
    assert "Ik luister." in page.content.told()
    page.save_to(tmp_path / "mine.json")
    assert evaluation.read((tmp_path / "mine.json").read_bytes()).themes[0].words == "Ik luister."
    line = store.read(entries.listed, store.journey_id, ["reflection"])[0]
    assert store.read(entries.whole, line.id).answers["theme.transformation"].text == WORDS


def test_words_that_are_emptied_or_much_too_long_cannot_be_saved(page):
    box(page, "words.transformation").click()
    field = page.themes["transformation"].edit
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert not page.save.isEnabled()
    field.setPlainText("x" * 9000)
    assert not page.save.isEnabled()
    assert "te lang" in page.findChild(QWidget, "evaluation.note").text()


def test_saving_twice_is_the_same_file_for_who_collects(page, tmp_path):
    box(page, "mark.transformation").click()
    page.save_to(tmp_path / "one.json")
    page.save_to(tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_folder_that_is_gone_is_told_and_what_was_ticked_stays(page, tmp_path):
    box(page, "mark.transformation").click()
    assert not page.save_to(tmp_path / "gone" / "mine.json")
    assert "Kies een andere map" in page.findChild(QWidget, "evaluation.note").text()
    assert box(page, "mark.transformation").isChecked()


def test_it_can_be_done_with_the_keyboard_alone(page, qtbot):
    first = box(page, "words.transformation")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert first.isChecked()
    seen = []
    for _ in range(12):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget().objectName())
    assert seen.index("evaluation.text.transformation") < seen.index("evaluation.mark.transformation")
    assert seen.index("evaluation.with_name") < seen.index("evaluation.save")
    with qtbot.waitSignal(page.done_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_every_control_has_a_name_for_who_listens(page):
    for control in (*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)):
        assert control.accessibleName() or getattr(control, "text", str)(), control.objectName()
    assert box(page, "words.transformation").accessibleName().startswith("Transformatie")


def test_it_speaks_english_too(store, qtbot):
    text.use("en")
    made = EvaluationPage(store, reflection(store))
    qtbot.addWidget(made)
    assert made.file_name().startswith("Evaluation Two-day session 2")


def enough(store, entry_id, qtbot) -> QAbstractButton:
    made = ReflectionPage(store, entry_id)
    qtbot.addWidget(made)
    made.show()
    made.show_step("end")
    found = made.findChild(QAbstractButton, "reflection.evaluation")
    assert isinstance(found, QAbstractButton)
    made.settle()
    return found


@pytest.mark.parametrize(("meeting", "said", "offered"), [(0, True, True), (0, False, False), (None, True, False)])
def test_it_is_offered_after_a_session_when_there_is_something_to_give(store, qtbot, meeting, said, offered):
    made = enough(store, reflection(store, meeting=meeting, said=said), qtbot)
    assert made.isVisible() is offered


@pytest.mark.parametrize(("meeting", "said", "offered"), [(0, True, True), (0, False, False), (1, True, False)])
def test_it_is_offered_below_a_reflection_that_is_read_back(store, qtbot, meeting, said, offered):
    entry = reflection(store, meeting=meeting, said=said)
    made = ReflectionsPage(store)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.choose(entry, reading=True)
    give = made.findChild(QAbstractButton, "reflections.evaluation")
    assert (give is not None) is offered
    if give is not None:
        with qtbot.waitSignal(made.evaluation_requested) as asked:
            give.click()
        assert asked.args == [entry]


def test_from_enough_for_today_one_goes_there_and_comes_back(open_window):
    store = open_window.store
    journal = store.journal
    added = journal.do(
        journeys.add, store.journey_id, "Tweedaagse 2", starts_on=dt.date(2026, 11, 19), ends_on=dt.date(2026, 11, 20)
    )
    entry = journal.do(entries.start, store.journey_id, "reflection", on=store.today(), meeting_id=added, depth="steps")
    journal.do(answers.write, entry, "theme.leadership", "Ik neem de tijd.")
    open_window.open_entry(entry)
    shell = open_window.shell
    shell.current().show_step("end")
    shell.current().evaluation_requested.emit(entry)
    there = shell.current()
    assert isinstance(there, EvaluationPage)
    QTest.keyClick(there, Qt.Key.Key_Escape)
    assert isinstance(shell.current(), ReflectionPage)
    assert shell.current().step_id() == "end"
