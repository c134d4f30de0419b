"""Dates, a received programme file, several journeys: as a participant does it."""

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from journal import guidance_files
from journal.settings import Settings
from journal.storage import entries, journeys
from tests.ui.journeys_told import begun
from ui.pages.dates import DatesPage
from ui.pages.journey import JourneyPage
from ui.pages.settings import SettingsPage
from ui.store import Store

D = dt.date
HTC = Path(guidance_files.__file__).parents[1] / "resources/programmes/htc.toml"


@pytest.fixture
def store(journal, clock) -> Store:
    return begun(journal, clock)


@pytest.fixture
def page(store, qtbot) -> DatesPage:
    made = DatesPage(store)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.refresh()
    return made


def meetings(store):
    return {meeting.session_id: meeting for meeting in store.read(journeys.meetings, store.journey_id)}


def row_of(page, session_id):
    wanted = meetings(page._store)[session_id].id
    return next(row for row in page.rows if row.meeting_id == wanted)


def test_a_moved_meeting_is_kept_at_once_and_keeps_its_length(page, store):
    row_of(page, "two-day-3").first.setDate(QDate(2027, 3, 18))
    moved = meetings(store)["two-day-3"]
    assert (moved.starts_on, moved.ends_on, moved.moved) == (D(2027, 3, 18), D(2027, 3, 19), True)


def test_a_last_day_before_the_first_is_said_and_not_kept(page, store):
    row = row_of(page, "two-day-3")
    row.last.setDate(QDate(2027, 3, 1))
    assert row.error.text() == "De laatste dag ligt voor de eerste."
    assert meetings(store)["two-day-3"].ends_on == D(2027, 3, 12)


def test_a_meeting_gets_a_date_a_name_and_is_skipped(page, store):
    row = row_of(page, "closing")
    row.choose.click()
    row.name.setText("Feest")
    row.name.editingFinished.emit()
    row.there.click()
    closing = meetings(store)["closing"]
    assert (closing.starts_on, closing.own_name, closing.skipped) == (store.today(), "Feest", True)
    row.name.setText(" ")
    row.name.editingFinished.emit()
    assert meetings(store)["closing"].own_name is None


def test_an_own_meeting_is_added_and_taken_away_again(page, store):
    page.more.click()
    added = meetings(store)["own-1"]
    assert (added.own_name, added.added) == ("Nieuwe bijeenkomst", True)
    row_of(page, "own-1").remove.click()
    assert "own-1" not in meetings(store)


def test_an_own_meeting_with_something_written_stays(page, store):
    page.more.click()
    store.do(entries.start, None, store.journey_id, "note", on=store.today(), meeting_id=meetings(store)["own-1"].id)
    row = row_of(page, "own-1")
    row.remove.click()
    assert "blijft" in row.error.text()
    assert "own-1" in meetings(store)


def test_the_days_go_into_a_calendar_file(page, store, tmp_path):
    store.do(journeys.skip, None, meetings(store)["webinar-1"].id, True)
    page.save_calendar(tmp_path / "dagen.ics")
    events = {
        str(event["summary"]): event for event in Calendar.from_ical((tmp_path / "dagen.ics").read_bytes()).events
    }
    assert len(events) == 7
    two_days = events["Tweedaagse 2"]
    assert (two_days["dtstart"].dt, two_days["dtend"].dt) == (D(2026, 11, 19), D(2026, 11, 21))
    assert "Webinar 2: Opbouwen en afbouwen: de X-curve" in events
    assert "dagen.ics" in page.said.text()
    uids = {str(event["uid"]) for event in events.values()}
    page.save_calendar(tmp_path / "dagen.ics")
    again = Calendar.from_ical((tmp_path / "dagen.ics").read_bytes()).events
    assert {str(event["uid"]) for event in again} == uids


def test_a_calendar_that_cannot_be_written_is_said(page, tmp_path):
    page.save_calendar(tmp_path / "gone" / "dagen.ics")
    assert page.said.text().startswith("Bewaren lukt hier niet")


@pytest.fixture
def settings(store, qtbot) -> SettingsPage:
    made = SettingsPage(store, Settings())
    qtbot.addWidget(made)
    made.show()
    return made


def shown(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_received_file_first_shows_what_it_changes_and_then_changes_it(settings, store, tmp_path, qtbot):
    text = HTC.read_text("utf-8").replace("Leiding nemen zonder macht", "Leiden zonder de baas te zijn")
    extra = '\n[[sessions]]\nid = "extra"\nkind = "webinar"\nname.nl = "Extra webinar"\nstarts_on = 2027-01-05\n'
    (tmp_path / "new.toml").write_text(text + extra, "utf-8")
    settings.programme.read_file(tmp_path / "new.toml")
    told = shown(settings.programme.preview)
    assert "Extra webinar" in told
    assert "‘Leiding nemen zonder macht’ wordt ‘Leiden zonder de baas te zijn’" in told
    assert "extra" not in meetings(store)
    with qtbot.waitSignal(settings.journey_changed):
        settings.findChild(QPushButton, "programme.take").click()
    assert meetings(store)["extra"].starts_on == D(2027, 1, 5)


def test_toch_niet_changes_nothing(settings, store, tmp_path):
    extra = '\n[[sessions]]\nid = "extra"\nkind = "webinar"\nname.nl = "Extra webinar"\n'
    (tmp_path / "new.toml").write_text(HTC.read_text("utf-8") + extra, "utf-8")
    settings.programme.read_file(tmp_path / "new.toml")
    settings.findChild(QPushButton, "programme.leave").click()
    assert "extra" not in meetings(store)
    assert not settings.programme.preview.isVisible()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<html></html>", "webpagina"),
        (HTC.read_text("utf-8").replace('id = "htc"', 'id = "other"'), "ander programma"),
        ("x" * 10_000_000, "1 MB"),
        (HTC.read_text("utf-8").replace('id = "webinar-2"', 'id = "webinar-1"'), "twee keer"),
        (HTC.read_text("utf-8").replace("format = 1", "format = 9"), "nieuwere"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(settings, store, tmp_path, content, why):
    before = meetings(store).keys()
    (tmp_path / "wrong.toml").write_text(content, "utf-8")
    settings.programme.read_file(tmp_path / "wrong.toml")
    assert why in settings.programme.said.text()
    assert not settings.programme.preview.isVisible()
    assert meetings(store).keys() == before
    assert store.read(journeys.current).programme_source is None


def test_the_same_programme_again_says_that_nothing_changes(settings):
    settings.programme.read_file(HTC)
    settings.findChild(QPushButton, "programme.take").click()
    settings.programme.read_file(HTC)
    assert settings.programme.said.text() == "Dit bestand verandert niets wat je zou zien."


def test_a_next_journey_begins_and_the_first_one_can_be_taken_up_again(settings, store, qtbot):
    first = store.journey_id
    panel = settings.journeys
    panel.next.click()
    panel.findChild(object, "journeys.programme.network-team").click()
    with qtbot.waitSignal(settings.journey_changed) as told:
        panel.findChild(QPushButton, "journeys.begin").click()
    assert told.args == ["dates"]
    now = store.read(journeys.current)
    assert (now.programme_id, now.ended_on) == ("network-team", None)
    store.do(journeys.go_on_with, None, first, on=store.today())
    assert store.read(journeys.current).id == first
    assert [journey.ended_on for journey in store.read(journeys.listed)] == [None, store.today()]


def test_a_journey_is_closed_and_goes_on_with_only_intervisie(settings, store, clock):
    settings.findChild(QPushButton, "journeys.close").click()
    assert store.read(journeys.current).ended_on == clock.today()
    settings.findChild(object, "journeys.intervisie_only").click()
    assert store.read(journeys.current).intervisie_only
    settings.findChild(QPushButton, "journeys.reopen").click()
    assert store.read(journeys.current).ended_on is None


def test_in_the_window_another_journey_is_shown_at_once(open_window, qtbot):
    window = open_window
    window.show_page("settings")
    panel = window.shell.current().journeys
    panel.next.click()
    panel.findChild(object, "journeys.programme.building-blocks").click()
    with qtbot.waitSignal(window.unlocked, timeout=20_000):
        panel.findChild(QPushButton, "journeys.begin").click()
    assert window.store.guidance.programme.id == "building-blocks"
    assert window.shell.name == "dates"
    back = window.shell.current().findChild(QPushButton, "dates.back")
    back.click()
    assert window.shell.name == "journey"


def test_in_the_window_a_new_name_shows_on_the_journey(open_window, qtbot):
    window = open_window
    store = window.store
    store.do(journeys.add, None, store.journey_id, "Koffie", starts_on=D(2026, 12, 1), ends_on=D(2026, 12, 1))
    window.show_page("dates")
    row = window.shell.current().rows[-1]
    row.name.setText("Thee")
    row.name.editingFinished.emit()
    with qtbot.waitSignal(window.unlocked, timeout=20_000):
        window.show_page("journey")
    assert window.shell.name == "journey"
    assert any(node.name == "Thee" for node in window.shell.current().programme.nodes.values())
    QTest.qWait(0)


def test_with_only_intervisie_the_programme_asks_for_nothing(store, qtbot):
    page = JourneyPage(store)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.programme.isVisible()
    store.do(journeys.set_intervisie_only, None, store.journey_id, True)
    page.refresh()
    assert not page.programme.isVisible()
    assert page.next_step.isVisible()


def test_from_the_programme_card_one_gets_to_all_dates(open_window):
    window = open_window
    window.shell.current().findChild(QPushButton, "programme_card.dates").click()
    assert window.shell.name == "dates"
