"""Webinars and experiments: the sheet after a webinar, and the whole life of an experiment."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from journal.storage import answers, entries, experiments
from tests.ui.journeys_told import begun, meeting
from ui import theme
from ui.pages.webinars import WebinarsPage
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.date_field import DateField
from ui.widgets.segments import Segments

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def store(journal, clock):
    return begun(journal, clock)


@pytest.fixture
def page_of(qtbot, store):
    def show(size=(1032, 800)):
        page = WebinarsPage(store)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page

    return show


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page, name):
    find(page, QAbstractButton, name).click()


def try_something(store, session_id="webinar-3", **more):
    more = {"title": "Beginnen met mijn eigen belang", **more}
    return store.do(experiments.begin, None, store.journey_id, on=TODAY, meeting_id=meeting(store, session_id), **more)


def said(page):
    model = page.list.model()
    return [model.data(model.index(row), Qt.ItemDataRole.UserRole).under for row in range(model.rowCount())]


def life(store, entry_id):
    return next(line for line in store.read(experiments.listed, store.journey_id) if line.entry_id == entry_id)


def test_each_webinar_tells_how_it_stands(page_of, store):
    note = store.do(entries.start, None, store.journey_id, "note", on=TODAY, meeting_id=meeting(store, "webinar-1"))
    store.do(answers.write, None, note, "note.text", "Tien tellen.")
    try_something(store)
    page = page_of()

    assert said(page) == [
        "6 okt, opdracht gemaakt",
        "20 okt, terugkijken kan nog",
        "3 nov, experiment loopt",
        "1 dec, komt nog",
        "15 dec, komt nog",
    ]
    assert page.list.line().title == "Belangen boven tafel"
    assert find(page, QLabel, "webinars.after").text() == "Hierna: webinar 4 op dinsdag 1 december"


def test_a_coming_webinar_says_where_its_assignment_will_be(page_of, store):
    page = page_of()

    page.list.choose(meeting(store, "webinar-4"))

    texts = [label.text() for label in page.detail.findChildren(QLabel)]
    assert "Na afloop vind je hier de opdracht." in texts


def test_notes_on_a_webinar_are_written_in_place_and_make_it_done(page_of, store):
    page = page_of()

    click(page, "webinars.notes")
    QTest.keyClicks(find(page, AnswerEdit, "webinars.text.webinar.touched"), "Dat niemand het zei")
    page.settle()

    sheet = store.read(entries.of_meeting, meeting(store, "webinar-3"), "webinar")
    assert store.read(entries.whole, sheet).answers["webinar.touched"].text == "Dat niemand het zei"
    assert said(page)[2] == "3 nov, opdracht gemaakt"


def test_an_experiment_begins_at_a_webinar_and_is_written_in_place(page_of, store):
    page = page_of()
    assert find(page, QLabel, "webinars.empty").text().startswith("Nog geen experiment. Klein is goed")

    click(page, "webinars.begin")
    card = page.detail.cards[0]
    assert page.focusWidget() is card.field("experiment.title")
    QTest.keyClicks(page.focusWidget(), "Eerst vragen")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(page.focusWidget(), "Als ik vraag, dan komt er meer")
    page.settle()

    line = life(store, card.entry_id)
    assert (line.title, line.state, line.meeting_id) == ("Eerst vragen", "running", meeting(store, "webinar-3"))
    assert line.answers["experiment.suspicion"] == "Als ik vraag, dan komt er meer"


@pytest.mark.parametrize(("choice", "state", "tag"), [(0, "let_go", "afgerond"), (3, "stopped", "gestopt")])
def test_an_experiment_is_finished_in_a_way_of_ones_own(page_of, store, choice, state, tag):
    entry_id = try_something(store)
    page = page_of()
    card = page.detail.cards[0]

    click(page, f"experiment.{entry_id}.finish")
    find(card, Segments, f"experiment.{entry_id}.outcome").segments[choice].click()

    assert life(store, entry_id).state == state
    assert card._tag.text() == tag
    assert said(page)[2] == "3 nov, opdracht gemaakt"


def test_who_stops_is_asked_what_they_know_now(page_of, store):
    entry_id = try_something(store)
    page = page_of()

    click(page, f"experiment.{entry_id}.finish")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    outcome = find(page, Segments, f"experiment.{entry_id}.outcome")
    outcome.segments[3].click()
    QTest.keyClicks(page.focusWidget(), "Dat het niet van mij is")
    page.settle()

    assert life(store, entry_id).answers["experiment.known"] == "Dat het niet van mij is"
    click(page, f"experiment.{entry_id}.again")
    assert life(store, entry_id).state == "running"


def test_going_on_takes_the_next_step_as_the_new_hunch(page_of, store):
    entry_id = try_something(store)
    store.do(answers.write, None, entry_id, "experiment.next", "Twee gesprekken zonder agenda.")
    page = page_of()

    click(page, f"experiment.{entry_id}.follow")

    newest = store.read(experiments.listed, store.journey_id)[0]
    assert newest.entry_id != entry_id
    assert newest.answers == {"experiment.suspicion": "Twee gesprekken zonder agenda."}
    assert newest.meeting_id == meeting(store, "webinar-3")
    assert store.read(entries.whole, newest.entry_id).entry.caused_by_id == entry_id


def test_more_questions_stay_folded_until_asked_for(page_of, store):
    entry_id = try_something(store)
    page = page_of()
    assert page.findChild(AnswerEdit, f"experiment.{entry_id}.text.experiment.if_then") is None

    click(page, f"experiment.{entry_id}.more")
    QTest.keyClicks(find(page, AnswerEdit, f"experiment.{entry_id}.text.experiment.if_then"), "Als het stil wordt")
    click(page, f"experiment.{entry_id}.when.first")
    page.settle()

    assert life(store, entry_id).answers["experiment.if_then"] == "Als het stil wordt"
    assert life(store, entry_id).first_on == TODAY


def test_a_day_to_look_back_before_the_beginning_is_told_and_not_kept(page_of, store):
    entry_id = try_something(store, first_on=TODAY, until_on=dt.date(2026, 12, 8))
    page = page_of()
    click(page, f"experiment.{entry_id}.more")

    find(page, DateField, f"experiment.{entry_id}.when.until.day").set_day(dt.date(2026, 11, 1))

    assert find(page, QLabel, f"experiment.{entry_id}.when.error").isVisibleTo(page)
    assert life(store, entry_id).until_on == dt.date(2026, 12, 8)


def test_all_experiments_stand_together_and_what_is_thrown_away_comes_back(page_of, store):
    page = page_of()
    page.tabs.setCurrentIndex(1)
    assert "Hier komen je experimenten te staan." in [label.text() for label in page.all.findChildren(QLabel)]
    entry_id = try_something(store)
    assert page.tabs.tabText(1) == "Experimenten (1)"

    click(page.all, f"experiment.{entry_id}.more")
    click(page.all, f"experiment.{entry_id}.throw")
    assert store.read(experiments.listed, store.journey_id) == []
    click(page, f"experiments.fetch.{entry_id}")
    assert [line.entry_id for line in store.read(experiments.listed, store.journey_id)] == [entry_id]


def test_in_a_small_window_list_and_detail_follow_each_other(page_of):
    page = page_of(size=(760, 700))
    assert page.list.isVisible()
    assert not page.detail.isVisible()

    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    click(page, "webinars.back")
    assert page.list.isVisible()


def test_nothing_sticks_out_at_200_percent(page_of, store, qapp):
    theme.apply(qapp, scheme="light", factor=2.0)
    try_something(store)
    page = page_of(size=(960, 640))
    page._open(0)

    assert page._pane.horizontalScrollBar().maximum() == 0


def test_an_experiment_can_be_opened_from_elsewhere(page_of, store):
    entry_id = try_something(store)
    page = page_of()

    field = page.show_entry(entry_id, "experiment.learn")

    assert page.tabs.currentIndex() == 1
    assert page.focusWidget() is field
