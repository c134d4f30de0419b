"""From case to next paper, in the real window and by keyboard alone: case, meeting, harvest, advice, next case."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTextEdit

from journal.domain.sharing import Recipient
from journal.storage import advice, cases, database, entries, harvests, preparations, questions
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.intervisie_story import tell
from tests.ui.conftest import unlock

BEFORE, AFTER = dt.datetime(2026, 12, 1, 19, 0, tzinfo=dt.UTC), dt.datetime(2026, 12, 9, 19, 0, tzinfo=dt.UTC)


@pytest.fixture
def told(journal_folder: Path, clock) -> Path:
    with database.create(journal_folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as journal:
        journal.do(entries.finish, tell(journal).reflection_id)
    return journal_folder


def find(window, name: str, kind: type = QAbstractButton):
    page = window.shell.current()
    found = [each for each in page.findChildren(kind, name) if not each.isHidden()]
    assert found, f"{name} on {page.objectName()}"
    return found[-1]


def press(window, name: str) -> None:
    QTest.keyClick(find(window, name), Qt.Key.Key_Space)


def type_in(window, name: str, words: str) -> None:
    QTest.keyClicks(find(window, name, QTextEdit), words)


def write_case(window) -> None:
    window.show_page("intervisie")
    press(window, "intervisie.case")
    assert window.shell.current().objectName() == "case"
    QTest.keyClick(find(window, "case.rail.step.case.moment"), Qt.Key.Key_Return)
    QTest.keyClicks(window.shell.current().focusWidget(), "Het viel stil toen ik over geld begon.")
    QTest.keyClick(window.shell.current(), Qt.Key.Key_Escape)
    assert window.shell.current().objectName() == "intervisie"


def harvest(window, case_id: int) -> int:
    """From the next step on De reis to an experiment; gives the advice that it came from."""
    window.show_page("journey")
    assert find(window, "next_step.title", QLabel).text() == "Wat leverde de bijeenkomst op?"
    press(window, "next_step.harvest")
    assert window.shell.current().objectName() == "meeting"
    type_in(window, "harvest.did", "Vier vragen, en toen roddelen.")
    type_in(window, "harvest.will", "Ik tel tot tien.")
    press(window, "advice.add")
    given = window.store.read(advice.listed, case_id)[0].entry_id
    QTest.keyClicks(window.shell.current().focusWidget(), "Vraag wat er op het spel staat.")
    press(window, f"advice.{given}.state.2")
    press(window, f"advice.{given}.experiment")
    assert window.shell.current().objectName() == "webinars"
    return given


def shift_question(window, given: int) -> None:
    window.open_entry(given)
    assert window.shell.current().focusWidget().objectName() == f"advice.{given}.advice.text"
    press(window, "meeting.shift")
    assert window.shell.current().objectName() == "question"
    edit = find(window, "question.text", QTextEdit)
    edit.selectAll()
    QTest.keyClicks(edit, "Hoe blijf ik stil tot er iets komt?")
    press(window, "question.save")


def test_a_meeting_is_prepared_held_harvested_and_opens_the_next_paper(qtbot, make_window, told, clock):
    clock.moment = BEFORE
    window = make_window(told)
    unlock(qtbot, window)
    store = window.store
    write_case(window)
    prepared = store.read(preparations.current, store.journey_id)
    case = store.read(entries.whole, prepared.case_entry_id)
    assert case.answers["case.moment"].text == "Het viel stil toen ik over geld begon."

    clock.moment = AFTER
    given = harvest(window, prepared.case_entry_id)
    assert store.read(advice.listed, prepared.case_entry_id)[0].experiment_id is not None
    shift_question(window, given)
    harvested = store.read(harvests.meeting, prepared.id).harvest_id
    assert store.read(questions.current, store.journey_id).caused_by_id == harvested
    assert find(window, "question.link", QComboBox).currentData() == harvested

    window.show_page("intervisie")
    press(window, "intervisie.after")
    assert find(window, "harvest.did", QTextEdit).toPlainText() == "Vier vragen, en toen roddelen."
    press(window, "meeting.back")
    press(window, "intervisie.new")
    press(window, "intervisie.case")
    press(window, "case.promised.take")
    press(window, "case.advice_used.take")
    QTest.keyClick(window.shell.current(), Qt.Key.Key_Escape)
    now = store.read(preparations.current, store.journey_id)
    words = store.read(entries.whole, now.case_entry_id).answers
    assert words["case.promised"].text == "Ik tel tot tien."
    assert words["case.advice_used"].text == "Vraag wat er op het spel staat."
    assert not store.read(preparations.ticks, now.id, Recipient.GROUP, store.guidance).held, (
        "nothing is shared by itself"
    )
    assert store.read(cases.loop, now.case_entry_id).met_on == dt.date(2026, 12, 8)


def test_after_the_lock_the_same_harvest_is_there_again(qtbot, make_window, told, clock):
    clock.moment = AFTER
    window = make_window(told)
    unlock(qtbot, window)
    first = window.store.read(preparations.current, window.store.journey_id).id
    window.store.do(
        preparations.prepare, None, window.store.journey_id, on=dt.date(2026, 12, 9), meeting_on=dt.date(2026, 12, 9)
    )
    window.show_page("meeting")
    window.shell.current().show_meeting(first)
    type_in(window, "harvest.did", "Vier vragen.")
    assert window.lock()
    unlock(qtbot, window)
    assert window.shell.current().objectName() == "meeting"
    assert find(window, "harvest.did", QTextEdit).toPlainText() == "Vier vragen."
