"""What holds for every page: one window, and a Tab that goes where the eye goes."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from journal.domain.records import Who
from journal.storage import entries, journeys, places, preparations
from tests.ui.test_keyboard import press, walk
from ui import navigation
from ui.main_window import MainWindow

EVERY_PAGE = [row.name for row in (*navigation.ROWS, *navigation.BEHIND) if row is not navigation.SEARCH]


class Appearing(QObject):
    """Notes every window that shows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def prepared(open_window: MainWindow) -> MainWindow:
    """An open window with an intervisie under way."""
    store = open_window.store
    assert store is not None
    store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id="gossip")
    return open_window


def test_no_page_makes_a_second_window_flash(prepared: MainWindow):
    store = prepared.store
    watch = Appearing()
    QApplication.instance().installEventFilter(watch)

    for name in EVERY_PAGE:
        prepared.show_page(name)
        QTest.qWait(0)
    entry_id = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth="steps")
    store.do(places.place, None, entry_id, Who.ME, ["trials"])
    prepared.open_entry(entry_id)
    for step in ("moment", "place", "stage", "themes", "next"):
        prepared.shell.current().show_step(step)
        QTest.qWait(0)

    QApplication.instance().removeEventFilter(watch)
    assert watch.windows == []


def names_in_order(stops: list[QWidget], *wanted: str) -> list[str]:
    found = [stop.objectName() for stop in stops]
    start = found.index(wanted[0])
    turned = found[start:] + found[:start]
    return sorted(wanted, key=turned.index)


def test_tab_reads_the_intervisie_page_from_the_meeting_to_the_paper(prepared: MainWindow):
    prepared.show_page("intervisie")

    wanted = (
        "intervisie.meeting",
        "intervisie.case",
        "intervisie.method",
        "intervisie.step.bring",
        "intervisie.tick.harvest",
        "intervisie.initials",
        "intervisie.own_name",
        "intervisie.page",
    )
    seen = walk(prepared)

    names = [stop.objectName() for stop in seen]
    present = tuple(name for name in wanted if name in names)
    assert len(present) >= len(wanted) - 1, names
    assert names_in_order(seen, *present) == list(present)


@pytest.mark.parametrize("name", ["journey", "question", "reflections"])
def test_tab_never_stops_where_nobody_sees_it(open_window: MainWindow, name):
    open_window.show_page(name)

    for _ in range(50):
        press(open_window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        if isinstance(here, QScrollArea):
            assert open_window.furniture.ring.widget() is here, here.objectName()


def test_tab_reads_the_dates_before_the_boxes_under_them(make_window, tmp_path):
    window = make_window(tmp_path / "nothing yet")
    find(window, "start.next").click()

    seen = [stop.objectName() for stop in tab_through(window, 24)]

    wanted = ["start.first.two-day-1", "start.last.two-day-3", "start.webinars", "start.unknown", "start.next"]
    assert sorted(wanted, key=seen.index) == wanted


def test_tab_reads_a_reflection_from_its_steps_over_the_words_to_the_foot(prepared: MainWindow):
    store = prepared.store
    entry_id = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth="steps")
    prepared.open_entry(entry_id)

    seen = walk(prepared)

    wanted = (
        "reflection.close",
        "reflection.rail.step.moment",
        "reflection.depth",
        "reflection.text.moment.story",
        "reflection.text.moment.name",
        "reflection.next",
    )
    assert names_in_order(seen, *wanted) == list(wanted)


def test_tab_reads_the_dates_from_the_first_meeting_to_a_new_one(open_window: MainWindow):
    store, day = open_window.store, dt.date(2026, 12, 3)
    store.do(journeys.add, None, store.journey_id, "Terugkomdag", starts_on=day, ends_on=day)
    open_window.show_page("dates")
    back = next(each for each in open_window.findChildren(QPushButton, "dates.back") if each.isVisible())
    back.setFocus()

    seen = [stop.objectName() for stop in tab_through(open_window, 30)]

    first = next(name for name in seen if name.endswith(".name") and name.startswith("dates."))
    assert seen.index(first) < seen.index("dates.add")


def find(window: MainWindow, name: str) -> QPushButton:
    found = [button for button in window.findChildren(QPushButton, name) if button.isVisible()]
    assert found, name
    return found[0]


def tab_through(window: MainWindow, times: int) -> list[QWidget]:
    """Where Tab stops; a date has a stop for its day, its month and its year."""
    seen: list[QWidget] = []
    for _ in range(times):
        press(window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here)
    return seen
