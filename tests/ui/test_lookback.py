"""Terugblik: own words first, charts that skip what was skipped, and letters that stay closed."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from journal.domain.records import Who
from journal.storage import answers, entries, letters, marks, places, questions, search
from tests.ui.journeys_told import begun, meeting, reflect
from ui import theme
from ui.pages.lookback import LookbackPage
from ui.pages.lookback.path_chart import PathChart
from ui.pages.lookback.theme_chart import ThemeChart
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.date_field import DateField

FIRST, SECOND, TODAY = dt.date(2026, 9, 25), dt.date(2026, 11, 20), dt.date(2026, 11, 20)


@pytest.fixture
def store(journal, clock):
    return begun(journal, clock)


@pytest.fixture
def page_of(qtbot, store):
    def show(size=(1032, 800)):
        page = LookbackPage(store)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page

    return show


def tell(store, on, session_id, level, words="Er kwam lucht in. Dat was nieuw.", **where):
    stage, us = where.get("stage", "trials"), where.get("us", "")
    entry_id = reflect(store, on, stage, session_id=session_id, us=us)
    store.do(answers.write, None, entry_id, "theme.cooperation", words)
    if level:
        store.do(marks.mark, None, entry_id, "cooperation", level)
    return entry_id


def find(page, kind, name):
    QApplication.processEvents()
    found = page.findChildren(kind, name)
    assert found, name
    return found[-1]


def texts(page):
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def click(page, name):
    find(page, QAbstractButton, name).click()


def test_before_the_first_reflection_there_is_one_thing_to_do(page_of, qtbot):
    page = page_of()

    said = find(page, QLabel, "lookback.empty").text()
    assert said == "Hier kijk je straks terug. Na je eerste reflectie verschijnt het begin."
    with qtbot.waitSignal(page.note_requested):
        click(page, "lookback.note")


def test_after_one_session_there_is_a_point_and_a_promise_of_movement(page_of, store):
    tell(store, FIRST, "two-day-1", 2)
    page = page_of()

    assert "Na tweedaagse 2 zie je hier beweging." in texts(page)
    chart = find(page, ThemeChart, "lookback.chart.cooperation")
    assert chart.accessibleDescription() == "Samenwerking. Tweedaagse 1: zoekend."


def test_two_sessions_show_the_words_and_how_it_moved(page_of, store):
    store.do(questions.write_version, None, store.journey_id, "Hoe krijg ik ze mee?", on=FIRST)
    store.do(questions.write_version, None, store.journey_id, "Hoe maak ik ruimte?", on=SECOND, reason="Minder ik")
    tell(store, FIRST, "two-day-1", 2, "We zijn beleefd.")
    tell(store, SECOND, "two-day-2", 3)
    page = page_of()

    lead = find(page, QLabel, "lookback.lead").text()
    assert lead == "Twee maanden onderweg. Je leervraag heeft nu zijn tweede versie."
    assert "“Er kwam lucht in. Dat was nieuw.”" in texts(page)
    assert find(page, QLabel, "lookback.moved.cooperation").accessibleName() == "van zoekend naar in beweging"
    assert "Hoe maak ik ruimte?" in texts(page)


def test_words_without_a_chosen_place_have_no_chart(page_of, store):
    tell(store, FIRST, "two-day-1", None)
    page = page_of()

    assert page.findChild(ThemeChart, "lookback.chart.cooperation") is None
    assert "“Er kwam lucht in. Dat was nieuw.”" in texts(page)


def test_a_skipped_session_is_a_gap_and_the_one_to_come_has_no_point(page_of, store):
    tell(store, FIRST, "two-day-1", 2)
    tell(store, dt.date(2027, 3, 12), "two-day-3", 4)
    page = page_of()

    points = find(page, ThemeChart, "lookback.chart.cooperation")._points
    assert [(point.label, point.level, point.coming) for point in points] == [
        ("T1", 2, False),
        ("T2", None, False),
        ("T3", 4, False),
    ]


def test_the_beginning_as_seen_from_now_stands_before_the_first_session(page_of, store):
    tell(store, FIRST, "two-day-1", 2)
    last = tell(store, SECOND, "two-day-2", 3)
    store.do(marks.mark_beginning, None, last, "cooperation", 1)
    page = page_of()

    points = find(page, ThemeChart, "lookback.chart.cooperation")._points
    assert [(point.label, point.level) for point in points] == [("begin", 1), ("T1", 2), ("T2", 3), ("T3", None)]
    assert store.read(entries.whole, last).marks == {"cooperation": 3}


def test_enter_on_a_chart_shows_all_sentences_in_order(page_of, store):
    tell(store, FIRST, "two-day-1", 2, "We zijn beleefd.")
    tell(store, SECOND, "two-day-2", 3, "Er is vertrouwen.")
    page = page_of()

    chart = find(page, ThemeChart, "lookback.chart.cooperation")
    QTest.keyClick(chart, Qt.Key.Key_Return)

    shown = [label.text() for label in page._sentences.findChildren(QLabel)]
    assert shown.index("We zijn beleefd.") < shown.index("Er is vertrouwen.")
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert not page._sentences.isVisible()


def test_both_journeys_are_in_the_path_and_in_its_words(page_of, store):
    tell(store, FIRST, "two-day-1", 2, stage="refusal", us="call")
    tell(store, SECOND, "two-day-2", 3, stage="trials", us="threshold")
    page = page_of()

    path = find(page, PathChart, "lookback.path")
    assert [spot.stage for spot in path._me] == [2, 5]
    assert [spot.stage for spot in path._us] == [1, 4]
    assert "25 september, onze samenwerking: plek 1, De roep tot avontuur" in path.accessibleDescription()
    click(page, "lookback.path.text")
    assert any("plek 5" in text for text in texts(page))


def test_helpers_and_lessons_are_in_own_words_and_lead_to_where_they_stand(page_of, store, qtbot):
    entry_id = tell(store, FIRST, "two-day-1", 2, stage="mentor")
    store.do(places.notice, None, entry_id, Who.ME, "mentor", "Iemand zei niets en leidde toch.")
    store.do(answers.write, None, entry_id, "stage.trials.us", "Henk bleek een bondgenoot.")
    store.do(answers.write, None, entry_id, "next.closing", "Ik mag het niet weten.")
    page = page_of()

    for words in ("Iemand zei niets en leidde toch.", "Henk bleek een bondgenoot.", "Ik mag het niet weten."):
        assert f"“{words}”" in texts(page)
    with qtbot.waitSignal(page.entry_requested) as asked:
        click(page, f"lookback.lessons.{entry_id}")
    assert asked.args == [entry_id]


def test_a_letter_is_closed_until_its_day_and_found_by_nobody(page_of, store, clock):
    page = page_of()
    click(page, "lookback.letter.write")
    QTest.keyClicks(find(page, AnswerEdit, "lookback.letter.text"), "Lieve ik, vergeet de stilte niet")
    assert find(page, DateField, "lookback.letter.day").day() == dt.date(2027, 11, 20)
    click(page, "lookback.letter.seal")

    assert "Er wacht een brief tot 20 november 2027." in texts(page)
    assert not any("Lieve ik" in text for text in texts(page))
    assert store.read(search.find, store.journey_id, "stilte") == []
    [letter] = store.read(letters.listed, store.journey_id)
    with pytest.raises(letters.StillClosed):
        store.read(letters.text_of, letter.entry_id, store.today())

    clock.later(days=365)
    page.refresh()
    click(page, f"lookback.letter.open.{letter.entry_id}")
    shown = find(page, AnswerEdit, f"lookback.letter.{letter.entry_id}")
    assert shown.text() == "Lieve ik, vergeet de stilte niet"
    assert len(store.read(search.find, store.journey_id, "stilte")) == 1


def test_an_empty_letter_or_a_day_gone_by_is_told(page_of):
    page = page_of()
    click(page, "lookback.letter.write")
    click(page, "lookback.letter.seal")
    assert page.letter._error.words == "Schrijf eerst iets."

    QTest.keyClicks(find(page, AnswerEdit, "lookback.letter.text"), "Dag")
    find(page, DateField, "lookback.letter.day").set_day(TODAY)
    click(page, "lookback.letter.seal")
    assert page.letter._error.words == "Kies een dag die nog komt."
    click(page, "lookback.letter.later")
    assert find(page, QAbstractButton, "lookback.letter.write").text() == "Verder met je brief"


def test_a_year_after_the_end_there_is_a_form_to_look_back(page_of, store, clock, qtbot):
    page = page_of()
    assert not page._year.isVisibleTo(page)

    clock.moment = dt.datetime(2028, 3, 1, 12, tzinfo=dt.UTC)
    page.refresh()
    assert page._year.isVisibleTo(page)
    with qtbot.waitSignal(page.form_requested):
        click(page, "lookback.year.begin")
    begun_one = store.do(entries.start, None, store.journey_id, "year_after", on=store.today())
    with qtbot.waitSignal(page.entry_requested) as asked:
        click(page, "lookback.year.begin")
    assert asked.args == [begun_one]


def test_nothing_sticks_out_in_a_small_window_at_200_percent(page_of, store, qapp):
    tell(store, FIRST, "two-day-1", 2, us="call")
    assert meeting(store, "two-day-1")
    theme.apply(qapp, scheme="light", factor=2.0)
    page = page_of(size=(960, 640))

    assert page.horizontalScrollBar().maximum() == 0
