import datetime as dt

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QLabel, QPushButton, QWidget

from journal.domain.records import Who
from journal.settings import Settings
from journal.storage import entries, experiments, journeys, places, preparations, questions, shares
from tests.storage.intervisie_story import a_share
from tests.ui.journeys_told import QUESTION, begun, halfway, meeting, reflect
from ui import theme
from ui.pages.journey import JourneyPage
from ui.widgets.journey_map import JourneyMap
from ui.widgets.stage_list import StageList

D = dt.date


@pytest.fixture
def show(qtbot):
    def shown(store, width=1032, height=800, settings=None) -> JourneyPage:
        page = JourneyPage(store, settings)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.refresh()
        page.show()
        QTest.qWait(1)
        return page

    return shown


@pytest.fixture
def told(journal, clock):
    return halfway(journal, clock)


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(page: QWidget, name: str) -> QAbstractButton:
    return page.findChild(QAbstractButton, name)


def heard(signal) -> list:
    found = []
    signal.connect(lambda *given: found.append(given))
    return found


def place(page: JourneyPage, widget: QWidget) -> tuple[int, int, int, int]:
    at = widget.mapTo(page.widget(), widget.rect().topLeft())
    return at.x(), at.y(), widget.width(), widget.height()


def test_everything_stands_where_it_was_drawn(show, journal, clock):
    page = show(halfway(journal, clock))
    assert place(page, page.places) == (32, 154, 968, 356)
    assert place(page, page.next_step) == (32, 530, 312, 238)
    assert place(page, page.programme) == (364, 530, 636, 238)
    assert page.widget().height() == 800
    assert not page.verticalScrollBar().isVisible()


def test_the_page_shows_my_question_where_i_am_and_what_is_next(show, journal, clock):
    page = show(halfway(journal, clock))
    assert QUESTION in words(page.question)
    assert "versie" not in words(page.question)
    assert "Je bent hier. Één reflectie." in page.places.form.stop("trials").accessibleName()
    assert "Schrijf verder over tweedaagse 2" in words(page.next_step)
    assert "Je bent bij stap 3 van 5. Reken op een kwartier; stoppen kan altijd." in words(page.next_step)
    assert "webinar 4 op dinsdag 1 december" in words(page.programme)


def test_in_the_beginning_the_first_place_waits_and_days_are_counted(show, journal, clock):
    clock.moment = dt.datetime(2026, 9, 19, 20, tzinfo=dt.UTC)
    store = begun(journal, clock)
    store.do(questions.write_version, None, store.journey_id, "Hoe krijg ik iedereen mee?", on=D(2026, 9, 19))
    page = show(store)
    assert "Eerste versie, vandaag geschreven" in words(page.question)
    assert page.places.form.stop("call").accessibleName() == "Plek 1, De roep tot avontuur. Hier begin je."
    assert "Nog vijf dagen tot tweedaagse 1" in words(page.next_step)
    assert page.programme.line.button_of(meeting(store, "two-day-1")).accessibleName().endswith("Over vijf dagen.")
    clock.later(days=4)
    page.refresh()
    assert "Eerste versie, geschreven op 19 september" in words(page.question)
    assert "Morgen begint tweedaagse 1" in words(page.next_step)


def test_exploring_the_map_goes_to_its_first_place(show, journal, clock):
    clock.moment = dt.datetime(2026, 9, 19, 20, tzinfo=dt.UTC)
    page = show(begun(journal, clock))
    button(page, "next_step.explore").click()
    assert page.places.form.stop("call").hasFocus()


def test_without_a_question_the_page_invites_to_look_for_one(show, journal, clock):
    page = show(begun(journal, clock))
    asked = heard(page.question_requested)
    assert "Je leervraag mag nog komen." in words(page.question)
    find = button(page, "journey.question")
    assert find.text() == "Leervraag zoeken"
    find.click()
    assert len(asked) == 1


def test_sharpening_is_one_click_away(show, journal, clock):
    page = show(halfway(journal, clock))
    asked = heard(page.question_requested)
    assert button(page, "journey.question").text() == "Bijschaven"
    button(page, "journey.question").click()
    assert len(asked) == 1


def test_going_on_writing_opens_the_unfinished_reflection(show, journal, clock):
    store = halfway(journal, clock)
    page = show(store)
    opened = heard(page.entry_requested)
    button(page, "next_step.resume").click()
    assert opened == [(store.read(entries.of_meeting, meeting(store, "two-day-2"), "reflection"),)]


def test_later_hides_the_step_until_tomorrow(show, journal, clock, qtbot):
    page = show(halfway(journal, clock))
    button(page, "next_step.later").click()
    qtbot.waitUntil(lambda: "Niets hoeft nu" in words(page.next_step))
    assert button(page, "next_step.note").hasFocus()
    clock.later(days=1)
    page.refresh()
    assert "Schrijf verder over tweedaagse 2" in words(page.next_step)


def test_after_a_two_day_session_one_begins_or_takes_five_minutes(show, journal, clock):
    store = begun(journal, clock)
    page = show(store)
    asked = heard(page.reflect_requested)
    assert "Hoe was tweedaagse 2?" in words(page.next_step)
    assert "Begin met één moment dat bleef hangen. Vijf minuten mag ook." in words(page.next_step)
    button(page, "next_step.begin").click()
    button(page, "next_step.short").click()
    second = meeting(store, "two-day-2")
    assert asked == [(second, ""), (second, "short")]


def test_on_the_evening_of_day_one_the_first_day_is_asked_after(show, journal, clock):
    clock.later(days=-1)
    assert "Hoe was de eerste dag van tweedaagse 2?" in words(show(begun(journal, clock)).next_step)


def at_rest(journal, clock):
    store = begun(journal, clock)
    reflect(store, D(2026, 11, 20), "trials", session_id="two-day-2")
    return store


def test_intervisie_experiment_and_webinar_take_their_turn(show, journal, clock):
    store = at_rest(journal, clock)
    page = show(store)
    notes = heard(page.note_requested)
    assert "Niets hoeft nu" in words(page.next_step)
    assert "Wil je toch iets vastleggen? Een paar regels is genoeg." in words(page.next_step)
    button(page, "next_step.note").click()
    experiment = store.do(
        experiments.begin, None, store.journey_id, on=D(2026, 11, 5), title="Stil", first_on=D(2026, 11, 17)
    )
    page.refresh()
    opened = heard(page.entry_requested)
    assert "Kijk naar je experiment" in words(page.next_step)
    assert "Je zou op 17 november beginnen. Hoe ging het?" in words(page.next_step)
    button(page, "next_step.experiment").click()
    assert opened == [(experiment,)]
    store.do(preparations.prepare, None, store.journey_id, on=D(2026, 11, 20), meeting_on=D(2026, 11, 24))
    page.refresh()
    meetings = heard(page.intervisie_requested)
    assert "Bereid je intervisie voor" in words(page.next_step)
    assert "Dinsdag 24 november komt je groep bij elkaar." in words(page.next_step)
    button(page, "next_step.prepare").click()
    assert (len(notes), len(meetings)) == (1, 1)


def test_a_shared_paper_needs_no_more_preparing(show, journal, clock):
    store = at_rest(journal, clock)
    prepared = store.do(preparations.prepare, None, store.journey_id, on=D(2026, 11, 20), meeting_on=D(2026, 11, 24))
    store.do(shares.remember, None, store.journey_id, **a_share(prepared))
    assert "Niets hoeft nu" in words(show(store).next_step)


def test_the_day_before_a_webinar_its_topic_is_told(show, journal, clock):
    store = at_rest(journal, clock)
    clock.later(days=10)
    page = show(store)
    assert "Morgen is webinar 4" in words(page.next_step)
    assert "Samenwerken met inwoners. Wat hoop je te horen?" in words(page.next_step)


def test_a_place_opens_a_panel_that_the_keyboard_reads_and_leaves(show, journal, clock):
    page = show(halfway(journal, clock))
    opened, wanted = heard(page.entry_requested), heard(page.write_at_stage_requested)
    page.places.focus_stage("refusal")
    QTest.keyClick(page.places.focusWidget(), Qt.Key.Key_Return)
    panel = page.findChild(QWidget, "stage_panel")
    assert panel.width() == 360
    assert "2. De weigering" in words(panel)
    first = panel.focusWidget()
    assert first.text() == "Weer aan het trekken, 20 oktober"
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.places.form.stop("refusal").hasFocus()
    QTest.keyClick(page.places.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    QTest.qWait(0)
    page.places.stage_activated.emit("guardian")
    button(page, "stage_panel.write").click()
    assert (len(opened), wanted) == (1, [("guardian",)])


def test_a_click_beside_the_panel_closes_it(show, journal, clock):
    page = show(halfway(journal, clock))
    page.places.stage_activated.emit("call")
    panel = page.findChild(QWidget, "stage_panel")
    window = page.window().windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=panel.mapTo(page, panel.rect().center()))
    assert panel.isVisible()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=page.viewport().mapTo(page, QPoint(10, 10)))
    assert page.findChild(QWidget, "stage_panel") is None


def test_closing_the_panel_with_its_button_gives_the_focus_back(show, journal, clock):
    page = show(halfway(journal, clock))
    page.places.focus_stage("call")
    page.places.stage_activated.emit("call")
    button(page, "stage_panel.close").click()
    assert page.places.form.stop("call").hasFocus()


def test_a_place_with_much_writing_tells_how_much_more_there_is(show, journal, clock):
    store = begun(journal, clock)
    for day in range(1, 9):
        reflect(store, D(2026, 10, day), "call")
    page = show(store)
    page.places.stage_activated.emit("call")
    assert "en nog 2 eerder" in words(page.findChild(QWidget, "stage_panel"))


def test_a_meeting_can_be_moved(show, journal, clock):
    store = halfway(journal, clock)
    page = show(store)
    webinar = meeting(store, "webinar-5")
    page.programme.line.button_of(webinar).click()
    page.findChild(QDateEdit, "meeting_panel.first").setDate(QDate(2027, 1, 14))
    button(page, "meeting_panel.keep").click()
    moved = next(m for m in store.read(journeys.meetings, store.journey_id) if m.id == webinar)
    assert (moved.starts_on, moved.ends_on, moved.moved) == (D(2027, 1, 14), D(2027, 1, 14), True)
    assert page.programme.line.button_of(webinar).accessibleName() == "Webinar 5, 14 januari. Verzet naar 14 jan."
    assert page.programme.line.button_of(webinar).hasFocus()


def test_two_days_move_together(show, journal, clock):
    store = halfway(journal, clock)
    page = show(store)
    third = meeting(store, "two-day-3")
    page.programme.line.button_of(third).click()
    page.findChild(QDateEdit, "meeting_panel.first").setDate(QDate(2027, 3, 18))
    button(page, "meeting_panel.keep").click()
    moved = next(m for m in store.read(journeys.meetings, store.journey_id) if m.id == third)
    assert (moved.starts_on, moved.ends_on) == (D(2027, 3, 18), D(2027, 3, 19))


def test_the_closing_event_can_be_given_its_first_date(show, journal, clock):
    store = halfway(journal, clock)
    page = show(store)
    closing = button(page, f"programme.{meeting(store, 'closing')}")
    assert closing.text() == "Slotbijeenkomst: nog geen datum"
    closing.click()
    page.findChild(QDateEdit, "meeting_panel.first").setDate(QDate(2027, 4, 8))
    button(page, "meeting_panel.keep").click()
    assert page.programme.line.button_of(meeting(store, "closing")) is not None


@pytest.mark.parametrize(
    ("session", "action", "reads"),
    [("two-day-1", "Lezen", True), ("two-day-2", "Verder schrijven", True), ("two-day-3", None, False)],
)
def test_a_two_day_session_leads_to_its_reflection(show, told, session, action, reads):
    store = told
    page = show(store)
    opened = heard(page.entry_requested)
    page.programme.line.button_of(meeting(store, session)).click()
    found = button(page, "meeting_panel.action")
    assert (found.text() if found else None) == action
    if reads:
        found.click()
        assert opened == [(store.read(entries.of_meeting, meeting(store, session), "reflection"),)]


def test_a_session_without_reflection_can_be_reflected_on_long_after(show, journal, clock):
    store = begun(journal, clock)
    page = show(store)
    asked = heard(page.reflect_requested)
    page.programme.line.button_of(meeting(store, "two-day-1")).click()
    assert button(page, "meeting_panel.action").text() == "Reflecteren"
    button(page, "meeting_panel.action").click()
    assert asked == [(meeting(store, "two-day-1"), "")]


def test_narrow_the_cards_stand_under_each_other_and_the_map_is_a_list(show, journal, clock):
    page = show(halfway(journal, clock), 700, 640)
    assert isinstance(page.places.form, StageList)
    assert page.programme.y() > page.next_step.geometry().bottom()
    assert page.widget().width() <= page.viewport().width()


def test_with_text_of_200_percent_nothing_is_wider_than_the_page(show, journal, clock, qapp):
    theme.apply(qapp, scheme="dark", factor=2.0)
    page = show(halfway(journal, clock), 960, 640)
    assert isinstance(page.places.form, StageList)
    assert page.widget().width() <= page.viewport().width()
    for name in ("next_step.resume", "journey.question"):
        assert button(page, name).width() >= button(page, name).sizeHint().width()
    page.places.stage_activated.emit("trials")
    panel = page.findChild(QWidget, "stage_panel")
    assert page.widget().rect().contains(panel.geometry())


def test_the_setting_makes_the_map_a_list(show, journal, clock):
    store = halfway(journal, clock)
    assert isinstance(show(store).places.form, JourneyMap)
    assert isinstance(show(store, settings=Settings(map_as_list=True)).places.form, StageList)


def test_a_wide_window_leaves_white_space_at_the_right(show, journal, clock):
    page = show(halfway(journal, clock), 1700, 900)
    assert place(page, page.places)[:3] == (32, 154, 1120)


def test_a_long_question_pushes_the_map_down_and_stays_whole(show, journal, clock):
    store = begun(journal, clock)
    store.do(questions.write_version, None, store.journey_id, "Hoe doe ik het? " * 30, on=D(2026, 11, 1))
    page = show(store)
    assert place(page, page.places)[1] > 154
    shown = page.findChild(QLabel, "journey.long_question_text")
    assert shown.height() >= shown.heightForWidth(shown.width())


def test_the_place_of_our_cooperation_is_shown_too(show, journal, clock):
    store = begun(journal, clock)
    entry_id = reflect(store, D(2026, 11, 20), "trials")
    store.do(places.place, None, entry_id, Who.US, ["threshold"])
    page = show(store)
    assert page.places.form.stop("threshold").accessibleName().endswith("Onze samenwerking is hier.")


def test_every_control_has_a_name_for_the_eye_and_for_the_ear(show, journal, clock):
    page = show(halfway(journal, clock))
    page.places.stage_activated.emit("refusal")
    for control in page.findChildren(QAbstractButton):
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert control.objectName()
            assert control.accessibleName() or control.text()
    assert page.settle()


def test_tab_reaches_everything_in_reading_order(show, journal, clock):
    page = show(halfway(journal, clock))
    button(page, "journey.question").setFocus()
    names = []
    for _ in range(22):
        names.append(page.focusWidget().objectName())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    order = ["journey.question", "map.call", "map.guardian", "next_step.resume", "next_step.later"]
    at = [names.index(name) for name in order]
    assert at == sorted(at)
    assert any(name.startswith("programme.") for name in names[at[-1] :])
    assert isinstance(page.findChild(QPushButton, "next_step.resume"), QPushButton)
