"""Reminders: a line on opening, and the system tray only for who asked for it."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QSystemTrayIcon, QWidget

from journal import reminder_file, text
from journal.domain.reminders import Kind
from journal.reminder_file import Day
from journal.settings import Settings
from journal.storage import answers, database, entries, experiments, journeys, preparations
from journal.storage.journeys import PlannedMeeting
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.ui.conftest import lock_page, unlock
from ui.main_window import MainWindow
from ui.reminder_words import told_words
from ui.widgets.reminder_setting import ReminderSetting

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)  # the tests' platform has no tray

TOMORROW = dt.date(2026, 11, 21)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A desktop with a tray; gives what was said there. The offscreen platform of tests has none."""
    heard: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, _title, words, *_more: heard.append(words))
    yield heard
    QApplication.setQuitOnLastWindowClosed(True)


def told(folder: Path, clock: Clock, *, own_name: str = "") -> Path:
    """A journal with webinar 4 tomorrow, and a reflection that is not finished."""
    with database.create(folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as journal:
        planned = [PlannedMeeting("webinar-4", "webinar", TOMORROW, TOMORROW)]
        id_ = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 20), meetings=planned)
        entry = journal.do(entries.start, id_, "reflection", on=clock.today(), depth="steps")
        journal.do(answers.write, entry, "moment.story", "Mijn geheim.")
        if own_name:
            journal.do(journeys.rename, journal.read(journeys.meetings, id_)[0].id, own_name)
    return folder


@pytest.fixture
def opened(make_window, clock, qtbot, journal_folder) -> Callable[..., MainWindow]:
    """``opened(reminders=True, own_name="Met Henk")``: a window on a journal as ``told``."""

    def make(*, reminders: bool = False, own_name: str = "") -> MainWindow:
        folder = told(journal_folder, clock, own_name=own_name)
        window: MainWindow = make_window(folder, Settings(theme="light", reminders=reminders))
        unlock(qtbot, window)
        return window

    return make


@pytest.fixture
def reminded(opened, said) -> MainWindow:  # noqa: ARG001
    """A window whose owner has reminders on."""
    return opened(reminders=True)


def notice(window: MainWindow) -> str:
    label = window.findChild(QLabel, "notice.words")
    assert isinstance(label, QLabel)
    return label.text() if window.furniture.notice.isVisible() else ""


def days_of(tmp_path: Path) -> Path:
    return tmp_path / reminder_file.NAME


def test_on_opening_one_line_says_what_is_tomorrow(opened):
    window = opened()
    assert notice(window) == "Morgen is webinar 4"


def test_the_line_is_said_once_a_day(opened, qtbot):
    window = opened()
    window.furniture.notice.hide()
    window.lock()
    unlock(qtbot, window)
    assert notice(window) == ""


def test_what_the_next_step_says_is_not_said_twice(make_window, locked_journal, clock, qtbot):
    with database.unlock(locked_journal, PASSPHRASE, now=clock) as journal:
        id_ = journal.read(journeys.current).id
        journal.do(experiments.begin, id_, on=clock.today(), title="Eerst vragen", first_on=dt.date(2026, 11, 10))
    window = make_window(locked_journal)
    unlock(qtbot, window)
    assert notice(window) == ""


def test_without_the_setting_closing_ends_the_app_and_no_day_stands_outside_the_journal(opened, tmp_path, said):
    window = opened()
    assert window.furniture.reminding.tray is None
    assert not days_of(tmp_path).exists()
    assert window.close()
    assert said == []


def test_with_the_setting_the_window_goes_and_the_app_stays_locked(reminded, said):
    assert not reminded.close()
    assert not reminded.isVisible()
    assert reminded.store is None
    assert said == ["Morgen is webinar 4"]
    reminded.furniture.reminding.tray.open_requested.emit()
    assert reminded.isVisible()
    assert lock_page(reminded).unlock_form.field.text() == ""


def test_each_thing_is_told_once(reminded, said, clock):
    reminded.close()
    for _ in range(3):
        reminded.furniture.reminding.tray.look()
    assert said == ["Morgen is webinar 4"]
    clock.later(days=1)
    reminded.furniture.reminding.tray.look()
    assert len(said) == 1


def test_nothing_of_the_diary_stands_in_the_open_file(reminded, tmp_path):
    content = days_of(tmp_path).read_text("utf-8")
    assert "webinar 4" in content
    assert "geheim" not in content
    assert str(reminded.folder) not in content


def test_a_name_that_somebody_gave_a_meeting_stays_in_the_journal(opened, tmp_path, said):
    window = opened(reminders=True, own_name="Met Henk")
    assert "Henk" not in days_of(tmp_path).read_text("utf-8")
    window.close()
    assert said == ["Morgen is een bijeenkomst van je programma"]


def test_dates_that_change_change_in_the_file_too(reminded, tmp_path):
    store = reminded.store
    meeting = store.read(journeys.meetings, store.journey_id)[0]
    store.do(journeys.set_dates, None, meeting.id, dt.date(2026, 12, 3), dt.date(2026, 12, 3))
    store.do(
        preparations.prepare,
        None,
        store.journey_id,
        on=store.today(),
        meeting_on=dt.date(2026, 11, 25),
        method_id="incident",
    )
    assert [(each.kind, each.day.day) for each in reminder_file.read(days_of(tmp_path)).days] == [
        (Kind.SESSION, 3),
        (Kind.INTERVISIE, 25),
    ]


def test_switching_it_off_takes_icon_and_file_away(reminded, tmp_path):
    reminded.take_settings(replace(reminded.settings, reminders=False))
    assert not days_of(tmp_path).exists()
    assert reminded.furniture.reminding.tray is None
    assert reminded.close()


def test_quitting_from_the_tray_really_quits(reminded):
    reminded.close()
    reminded.furniture.reminding.tray.quit_requested.emit()
    assert reminded.furniture.reminding.tray is None
    assert reminded.close()


def test_text_that_cannot_be_saved_keeps_the_window_open(reminded, monkeypatch):
    monkeypatch.setattr(reminded.shell, "settle", lambda: False)
    assert not reminded.close()
    assert reminded.isVisible()
    assert reminded.shell.trouble.isVisible()


def test_where_there_is_no_tray_the_setting_says_so(open_window: MainWindow):
    open_window.show_page("settings")
    box = open_window.findChild(QCheckBox, "settings.reminders")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    assert not box.isEnabled()
    hint = open_window.findChild(QWidget, "settings.reminders.hint")
    assert "geen systeemvak" in hint.text()


@pytest.mark.usefixtures("said")
def test_the_setting_tells_what_it_costs_and_works_at_once(open_window: MainWindow, tmp_path):
    open_window.show_page("settings")
    box = open_window.findChild(QCheckBox, "settings.reminders")
    assert "open bestand buiten je dagboek" in box.accessibleDescription()
    box.click()
    assert open_window.furniture.reminding.tray is not None
    assert days_of(tmp_path).exists()
    assert Settings.read(tmp_path / "settings.toml").reminders


def test_a_setting_from_another_computer_can_still_be_switched_off(qtbot):
    made = ReminderSetting(on=True)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.changed) as heard:
        made.box.click()
    assert heard.args == [False]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today your group meets."), (1, "Tomorrow your group meets."), (9, "In 9 days your group meets.")],
)
def test_the_words_of_the_group_in_english(days, words):
    text.use("en")
    today = dt.date(2026, 11, 20)
    assert told_words(Day(Kind.INTERVISIE, today + dt.timedelta(days=days)), today) == words


def test_without_a_tray_no_day_stands_outside_the_journal_whatever_the_settings_say(opened, tmp_path):
    window = opened(reminders=True)
    assert window.furniture.reminding.tray is None
    assert not days_of(tmp_path).exists()


def test_when_the_whole_app_is_asked_to_quit_nothing_stays(reminded, monkeypatch):
    monkeypatch.setattr("ui.reminding.is_quitting", lambda: True)
    assert reminded.close()
