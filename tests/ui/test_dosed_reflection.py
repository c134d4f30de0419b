"""Dosed reflection: what comes back a third time, and the beginning seen from the last session."""

import datetime as dt

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from journal.storage import answers, entries, marks, worries
from tests.ui.journeys_told import begun, reflect
from ui.pages.reflection import ReflectionPage
from ui.pages.reflection.beginning import Beginning

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def store(journal, clock):
    return begun(journal, clock)


@pytest.fixture
def page_of(qtbot, store):
    def show(entry_id):
        page = ReflectionPage(store, entry_id)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page

    return show


def find(page, kind, name):
    QApplication.processEvents()
    found = page.findChildren(kind, name)
    assert found, name
    return found[-1]


def ending(page_of, store, day):
    page = page_of(reflect(store, day, "trials"))
    page.show_step("end")
    return page


def name_it(page, words):
    find(page, QAbstractButton, "comes_back.show").click()
    field = find(page, QLineEdit, "comes_back.name")
    QTest.keyClicks(field, words)
    find(page, QAbstractButton, "comes_back.add").click()


def test_the_first_time_it_is_only_kept(page_of, store):
    page = ending(page_of, store, TODAY)
    name_it(page, "Ik trek alles zelf")

    [line] = store.read(worries.listed, store.journey_id, page.written.entry_id)
    assert (line.name, line.times) == ("Ik trek alles zelf", 1)
    assert page.findChild(QAbstractButton, "comes_back.group") is None


def test_the_third_time_there_are_three_ways_on(page_of, store, qtbot):
    for day in (1, 2):
        page = ending(page_of, store, dt.date(2026, 11, day))
        name_it(page, "Ik trek alles zelf")
    page = ending(page_of, store, TODAY)
    find(page, QAbstractButton, "comes_back.show").click()
    worry = store.read(worries.listed, store.journey_id, page.written.entry_id)[0]
    find(page, QAbstractButton, f"comes_back.worry.{worry.id}").click()

    with qtbot.waitSignal(page.intervisie_requested):
        find(page, QAbstractButton, "comes_back.group").click()
    with qtbot.waitSignal(page.attachment_requested) as asked:
        find(page, QAbstractButton, "comes_back.draw").click()
    assert asked.args == [page.written.entry_id, "drawing", 0]
    find(page, QAbstractButton, "comes_back.leave").click()
    assert find(page, QLabel, "comes_back.left").text() == "‘Ik trek alles zelf’ mag blijven liggen."
    assert store.read(worries.listed, store.journey_id, page.written.entry_id)[0].left


def test_only_the_last_two_day_session_asks_where_the_beginning_was(page_of, store):
    first = page_of(reflect(store, dt.date(2026, 9, 25), "call", session_id="two-day-1"))
    first.show_step("themes")
    assert first.findChildren(Beginning) == []

    entry_id = reflect(store, dt.date(2027, 3, 12), "return", session_id="two-day-3")
    store.do(answers.write, None, entry_id, "theme.cooperation", "We zeggen het nu tegen elkaar.")
    store.do(marks.mark, None, entry_id, "cooperation", 4)
    page = page_of(entry_id)
    page.show_step("themes")
    asked = page.view("themes").beginnings["cooperation"]
    assert asked.line.isEnabled()
    assert not page.view("themes").beginnings["leadership"].line.isEnabled()

    asked.line.segments[0].click()
    assert store.read(marks.beginnings, store.journey_id) == {"cooperation": 1}
    assert store.read(entries.whole, entry_id).marks == {"cooperation": 4}
    page.written.undo()
    assert store.read(marks.beginnings, store.journey_id) == {}
