"""Search on screen: while one types, with filters, open at the word, and back."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from journal.domain.records import Who
from journal.storage import answers, entries, experiments, places
from tests.ui.conftest import note
from tests.ui.journeys_told import begun, reflect
from ui import theme
from ui.pages.search import SearchPage
from ui.widgets.answer_edit import AnswerEdit

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def store(journal, clock):
    """A reflection, an experiment and a note with the same word in them."""
    store = begun(journal, clock)
    entry_id = reflect(store, dt.date(2026, 9, 25), "refusal", session_id="two-day-1")
    store.do(answers.write, None, entry_id, "moment.story", "Twintig mensen, en ineens stilte.")
    tried = store.do(experiments.begin, None, store.journey_id, on=dt.date(2026, 11, 3), title="Begin met mijzelf")
    store.do(answers.write, None, tried, "experiment.learn", "Stilte is geen weerstand.")
    later = store.do(entries.start, None, store.journey_id, "note", on=TODAY, title="Op weg naar huis")
    store.do(answers.write, None, later, "note.text", "Het café viel stil.")
    return store


@pytest.fixture
def page(qtbot, store):
    page = SearchPage(store)
    qtbot.addWidget(page)
    page.resize(1032, 800)
    page.show()
    QTest.qWaitForWindowActive(page)
    page.begin()
    return page


def type_in(page, words):
    page.field.setText(words)
    page.refresh()


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def said(page):
    return find(page, QLabel, "search.said").text()


def titles(page):
    model = page.results.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_results_come_while_one_types_newest_first(page, qtbot):
    QTest.keyClicks(page.field, "stil")
    qtbot.waitUntil(lambda: bool(titles(page)))

    assert titles(page) == ["Op weg naar huis", "Begin met mijzelf", "Reflectie op tweedaagse 1"]
    assert said(page) == "3 plekken gevonden, nieuwste eerst"
    spoken = page.results.model().data(page.results.model().index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Begin met mijzelf, 3 november, Wat ik leer: Stilte is geen weerstand."


def test_nothing_found_says_what_to_try(page):
    type_in(page, "stiltes")
    assert said(page) == "Niets gevonden voor ‘stiltes’. Probeer een deel van het woord."


def test_filters_have_counts_and_choose_a_kind(page):
    type_in(page, "stil")

    chips = [button.text() for button in page._chips.buttons()]
    assert chips == ["Alles", "Reflecties (2)", "Experimenten (1)", "Leervraag (0)", "Intervisie (0)"]
    find(page, QAbstractButton, "search.kind.experiments").click()
    assert titles(page) == ["Begin met mijzelf"]


def test_a_place_and_a_period_narrow_it(page):
    type_in(page, "stil")

    find(page, QComboBox, "search.stage").setCurrentIndex(2)
    assert titles(page) == ["Reflectie op tweedaagse 1"]
    find(page, QComboBox, "search.period").setCurrentIndex(1)
    assert titles(page) == []


def test_what_was_noticed_at_a_place_is_named_as_such(page, store):
    entry_id = reflect(store, TODAY, "trials")
    store.do(places.notice, None, entry_id, Who.ME, "trials", "Ik schuif meer dan ik praat")
    type_in(page, "schuif")

    assert (
        page.results.model().data(page.results.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
        == "Reflectie, 20 november, Je plek op de reis: Ik schuif meer dan ik praat"
    )


def test_down_enter_and_escape(page, qtbot):
    type_in(page, "stil")

    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.results.hasFocus()
    QTest.keyClick(page.results, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.hit_requested) as asked:
        QTest.keyClick(page.results, Qt.Key.Key_Return)
    assert asked.args[1:] == ["experiment.learn", "stil"]
    QTest.keyClick(page.results, Qt.Key.Key_Up)
    QTest.keyClick(page.results, Qt.Key.Key_Up)
    assert page.field.hasFocus()
    with qtbot.waitSignal(page.left_requested):
        QTest.keyClick(page.field, Qt.Key.Key_Escape)


def test_at_200_percent_refining_becomes_a_button(qtbot, store, qapp):
    theme.apply(qapp, scheme="light", factor=2.0)
    page = SearchPage(store)
    qtbot.addWidget(page)
    page.resize(960, 640)
    page.show()
    type_in(page, "stil")
    assert not page._refine.isVisible()
    find(page, QAbstractButton, "search.unfold").click()
    assert page._refine.isVisible()
    assert page.minimumSizeHint().width() <= 960


def test_control_f_searches_opens_at_the_word_and_escape_goes_back(open_window):
    entry_id = note(open_window, "Eerst niets. " * 300 + "Toen werd het café stil. " + "Daarna weer praten. " * 300)
    open_window.show_page("reflections")
    shell = open_window.shell

    shell.search()
    search_page = shell.current()
    assert isinstance(search_page, SearchPage)
    type_in(search_page, "cafe")
    QTest.keyClick(search_page.field, Qt.Key.Key_Return)
    QTest.keyClick(search_page.results, Qt.Key.Key_Return)

    reading = shell.current()
    assert reading.list.line().id == entry_id
    field = reading.focusWidget()
    assert isinstance(field, AnswerEdit)
    assert field.textCursor().selectedText() == "café"

    shell.search()
    QTest.keyClick(shell.current().field, Qt.Key.Key_Escape)
    assert shell.name == "reflections"


def test_searching_while_writing_saves_and_comes_back_to_the_caret(open_window):
    entry_id = note(open_window)
    open_window.open_entry(entry_id)
    shell = open_window.shell
    field = shell.current().findChild(AnswerEdit, "reflection.text.note.text")
    field.setFocus()
    QTest.keyClicks(field, "Half een zin")

    shell.search()
    type_in(shell.current(), "half")
    assert len(shell.current().results.hits()) == 1
    QTest.keyClick(shell.current().field, Qt.Key.Key_Escape)

    assert shell.entry_id == entry_id
    back = shell.current().findChild(AnswerEdit, "reflection.text.note.text")
    assert (back.text(), back.textCursor().position()) == ("Half een zin", len("Half een zin"))
