import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal import text
from journal.domain.progress import Standing
from ui import theme
from ui.widgets.programme_line import ProgrammeLine
from ui.widgets.programme_node import Node

D = dt.date
FIRST = Node(1, "two_day", "Tweedaagse 1", "", D(2026, 9, 24), D(2026, 9, 25), Standing.DONE)
WEBINAR = Node(2, "webinar", "Webinar 1", "1", D(2026, 10, 6), None, Standing.DONE)
SECOND = Node(3, "two_day", "Tweedaagse 2", "", D(2026, 11, 19), D(2026, 11, 20), Standing.NOW)
NEXT = Node(4, "webinar", "Webinar 4", "4", D(2026, 12, 1), None, Standing.TO_COME)
THIRD = Node(5, "two_day", "Tweedaagse 3", "", D(2027, 3, 11), D(2027, 3, 12), Standing.TO_COME)
CLOSING = Node(6, "closing", "Slotbijeenkomst", "", None, None, Standing.TO_COME)
NODES = [FIRST, WEBINAR, SECOND, NEXT, THIRD, CLOSING]


@pytest.fixture
def line(qtbot):
    shown = ProgrammeLine(NODES)
    qtbot.addWidget(shown)
    shown.resize(586, 137)
    shown.show()
    return shown


def test_every_dated_meeting_is_a_button_that_says_what_it_is(line):
    assert line.button_of(3).accessibleName() == "Tweedaagse 2, 19 en 20 november. Nu reflecteren."
    assert line.button_of(4).accessibleName() == "Webinar 4, 1 december. Komt nog."
    assert line.button_of(6) is None
    assert not line.is_list


@pytest.mark.parametrize(
    ("standing", "days", "dutch", "english"),
    [
        (Standing.DONE, 0, "gedaan", "done"),
        (Standing.NOW, 0, "nu reflecteren", "reflect now"),
        (Standing.TO_COME, 90, "komt nog", "still to come"),
        (Standing.SOON, 5, "over vijf dagen", "in five days"),
        (Standing.SOON, 13, "over 13 dagen", "in 13 days"),
        (Standing.SOON, 1, "morgen", "tomorrow"),
        (Standing.SOON, 0, "vandaag", "today"),
        (Standing.MOVED, 90, "verzet naar 14 jan", "moved to 14 Jan"),
        (Standing.SKIPPED, 0, "overgeslagen", "skipped"),
    ],
)
def test_the_state_is_told_in_words(standing, days, dutch, english):
    node = Node(1, "two_day", "Tweedaagse 2", "", D(2027, 1, 14), None, standing, days)
    assert node.state_words() == dutch
    text.use("en")
    assert node.state_words() == english


def test_a_meeting_without_a_date_says_so():
    assert CLOSING.spoken() == "Slotbijeenkomst, nog geen datum. Komt nog."


def test_the_line_is_walked_with_arrows_and_opened_with_enter(line):
    opened = []
    line.meeting_activated.connect(opened.append)
    line.button_of(1).setFocus(Qt.FocusReason.TabFocusReason)
    for key, at in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_Home, 1),
    ):
        QTest.keyClick(line.focusWidget(), key)
        assert line.button_of(at).hasFocus()
    QTest.keyClick(line.focusWidget(), Qt.Key.Key_Return)
    QTest.mouseClick(line.button_of(3), Qt.MouseButton.LeftButton)
    assert opened == [1, 3]


def test_time_runs_to_scale(line):
    def middle(meeting_id):
        return line.place_of(meeting_id).center().x()

    days = (SECOND.first - FIRST.first).days / (THIRD.first - FIRST.first).days
    assert abs((middle(3) - middle(1)) / (middle(5) - middle(1)) - days) < 0.01


def test_nodes_closer_than_24_pixels_become_a_list(line):
    line.resize(300, 137)
    assert line.is_list
    assert line.sizeHint().height() == sum(line.place_of(id_).height() for id_ in range(1, 6))
    line.grab()
    line.resize(586, 137)
    assert not line.is_list


def test_large_letters_make_it_a_list(qtbot, qapp):
    theme.apply(qapp, scheme="dark", factor=2.0)
    shown = ProgrammeLine(NODES)
    qtbot.addWidget(shown)
    shown.resize(850, 900)
    shown.grab()
    assert shown.is_list


def test_an_empty_programme_shows_nothing(qtbot):
    shown = ProgrammeLine([CLOSING])
    qtbot.addWidget(shown)
    shown.resize(586, 137)
    shown.grab()
    shown.set_nodes([SECOND])
    shown.grab()
    assert shown.button_of(3) is not None


def test_every_state_is_painted_differently(qtbot):
    pictures = set()
    for standing in (Standing.DONE, Standing.NOW, Standing.SOON, Standing.TO_COME, Standing.SKIPPED):
        shown = ProgrammeLine([Node(1, "two_day", "T", "", D(2026, 9, 24), None, standing), THIRD])
        qtbot.addWidget(shown)
        shown.resize(586, 137)
        pictures.add(bytes(shown.button_of(1).grab().toImage().constBits()))
    assert len(pictures) == 5
