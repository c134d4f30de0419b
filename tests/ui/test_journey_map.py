import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from journal import text
from tests.ui.journeys_told import GUIDANCE
from ui import theme
from ui.widgets.journey_map import JourneyMap
from ui.widgets.journey_map_state import MapState, Note
from ui.widgets.journey_places import JourneyPlaces
from ui.widgets.stage_list import StageList

D = dt.date
NOTES = {
    "call": [Note(D(2026, 9, 24), 1)],
    "refusal": [Note(D(2026, 9, 25), 2), Note(D(2026, 10, 20), 3)],
    "mentor": [Note(D(2026, 10, day), 40 + day) for day in range(1, 5)],
    "trials": [Note(D(2026, 11, 20), 5), Note(D(2026, 11, 19), 6)],
}
STATE = MapState(me=("trials",), us=("threshold",), furthest="trials", notes=NOTES)


@pytest.fixture
def journey_map(qtbot):
    shown = JourneyMap(GUIDANCE.stages, STATE)
    qtbot.addWidget(shown)
    shown.resize(968, 356)
    shown.show()
    return shown


def heard(signal) -> list:
    found = []
    signal.connect(found.append)
    return found


def test_a_screen_reader_hears_where_one_is_and_how_much_was_written(journey_map):
    name = journey_map.stop("trials").accessibleName()
    assert name == "Plek 5, Beproevingen, bondgenoten en belangen. Je bent hier. Twee reflecties."
    assert journey_map.stop("threshold").accessibleName().endswith("drempel. Onze samenwerking is hier.")
    assert journey_map.stop("return").accessibleName() == "Plek 7, De beloning en de terugkeer."
    role = QAccessible.queryAccessibleInterface(journey_map.stop("trials")).role()
    assert role == QAccessible.Role.Button


def test_in_english_the_same_is_said_in_english(qtbot):
    text.use("en")
    shown = JourneyMap(GUIDANCE.stages, STATE)
    qtbot.addWidget(shown)
    assert shown.stop("call").accessibleName() == "Place 1, The call to adventure. One reflection."


def test_arrows_walk_the_path_and_home_and_end_go_to_its_ends(journey_map):
    journey_map.focus_stage()
    assert journey_map.stop("trials").hasFocus()
    for key, stage in (
        (Qt.Key.Key_Right, "ordeal"),
        (Qt.Key.Key_Left, "trials"),
        (Qt.Key.Key_Up, "threshold"),
        (Qt.Key.Key_Down, "trials"),
        (Qt.Key.Key_End, "guardian"),
        (Qt.Key.Key_Right, "guardian"),
        (Qt.Key.Key_Home, "call"),
    ):
        QTest.keyClick(journey_map.focusWidget(), key)
        assert journey_map.stop(stage).hasFocus()


def test_enter_space_and_a_click_open_a_place(journey_map):
    opened = heard(journey_map.stage_activated)
    journey_map.focus_stage("mentor")
    QTest.keyClick(journey_map.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(journey_map.focusWidget(), Qt.Key.Key_Space)
    middle, _ = journey_map.stop("ordeal").circle()
    QTest.mouseClick(
        journey_map.childAt(middle), Qt.MouseButton.LeftButton, pos=_in(journey_map.stop("ordeal"), middle)
    )
    assert opened == ["mentor", "mentor", "ordeal"]


def test_ctrl_asks_for_a_second_place(journey_map):
    also, opened = heard(journey_map.also_requested), heard(journey_map.stage_activated)
    ctrl = Qt.KeyboardModifier.ControlModifier
    stop = journey_map.stop("ordeal")
    QTest.keyClick(stop, Qt.Key.Key_Space, ctrl)
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton, ctrl, _in(stop, stop.circle()[0]))
    assert (also, opened) == (["ordeal", "ordeal"], [])


def test_a_click_on_a_date_opens_what_was_written_that_day(journey_map):
    read, opened = heard(journey_map.entry_activated), heard(journey_map.stage_activated)
    stop = journey_map.stop("refusal")
    for x in range(stop.width()):
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton, pos=QPoint(x, 42 - 12))
        if len(set(read)) == 2:
            break
    assert set(read) == {2, 3}
    assert set(opened) <= {"refusal"}


def test_more_than_three_dates_become_a_count_that_opens_the_place(qtbot):
    shown = JourneyPlaces(GUIDANCE.stages, STATE)
    qtbot.addWidget(shown)
    assert "Vier reflecties." in shown.form.stop("mentor").accessibleName()


def test_in_a_picker_the_chosen_places_are_checked_and_a_click_alone_changes_nothing(qtbot):
    shown = JourneyMap(GUIDANCE.stages, MapState(me=("call",), chosen=("call",)), picker=True)
    qtbot.addWidget(shown)
    shown.resize(968, 356)
    opened = heard(shown.stage_activated)
    shown.stop("mentor").click()
    assert opened == ["mentor"]
    assert [stop.isChecked() for stop in (shown.stop("call"), shown.stop("mentor"))] == [True, False]
    shown.set_state(MapState(me=("mentor",), chosen=("mentor",)))
    assert shown.stop("mentor").isChecked()


def test_every_label_lies_on_the_map_also_with_large_letters_and_on_any_place(qtbot, qapp):
    for factor in (1.0, 1.15, 1.3, 1.5):
        theme.apply(qapp, scheme="dark", factor=factor)
        for stage in GUIDANCE.stages:
            shown = JourneyMap(GUIDANCE.stages, MapState(me=(stage.id,), us=(stage.id,), furthest=stage.id))
            qtbot.addWidget(shown)
            shown.resize(968, 356)
            shown.grab()
            assert all(
                shown.rect().contains(stop.geometry().center()) for stop in shown.children() if stop.isWidgetType()
            )


def test_the_map_keeps_its_shape(journey_map):
    assert (journey_map.heightForWidth(968), journey_map.heightForWidth(1120)) == (356, 412)


def test_narrow_or_with_large_letters_the_map_is_a_list(qtbot, qapp):
    shown = JourneyPlaces(GUIDANCE.stages, STATE)
    qtbot.addWidget(shown)
    shown.show()
    shown.resize(968, 400)
    assert isinstance(shown.form, JourneyMap)
    shown.resize(700, 400)
    assert isinstance(shown.form, StageList)
    assert isinstance(JourneyPlaces(GUIDANCE.stages, STATE, as_list=True).form, StageList)
    theme.apply(qapp, scheme="light", factor=1.75)
    assert isinstance(JourneyPlaces(GUIDANCE.stages, STATE).form, StageList)


def test_the_list_says_and_does_the_same_as_the_map(qtbot):
    shown = StageList(GUIDANCE.stages, STATE)
    qtbot.addWidget(shown)
    shown.resize(600, 600)
    shown.show()
    opened, also, read = heard(shown.stage_activated), heard(shown.also_requested), heard(shown.entry_activated)
    shown.focus_stage()
    spoken = shown.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Plek 5, Beproevingen, bondgenoten en belangen. Je bent hier. Twee reflecties."
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    row = shown.place_of("call")
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 105, row.center().y() + 12))
    assert (opened, also, read) == (["ordeal", "call"], ["ordeal"], [1])


def test_new_footsteps_come_one_after_another_once(journey_map, qtbot):
    further = MapState(me=("ordeal",), furthest="ordeal", notes=NOTES)
    journey_map.set_state(further, walk=True)
    first = journey_map.grab().toImage()
    qtbot.waitUntil(lambda: journey_map.grab().toImage() != first, timeout=3000)


def _in(stop, place: QPoint) -> QPoint:
    return place - stop.pos()
