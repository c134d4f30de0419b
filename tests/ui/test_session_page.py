"""Leading a meeting: the steps, a quiet clock, and nothing of the journal that was not asked for."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from journal import text
from journal.storage import answers, preparations
from tests.storage.intervisie_story import Story, tell
from ui import theme
from ui.main_window import MainWindow
from ui.pages.session import SessionPage
from ui.store import Store

QUESTION = "Wat doe ik waardoor Henk zwijgt?"
DID = "Ik zei tegen Henk dat ik het zou oplossen."


@pytest.fixture
def story(journal) -> Story:
    told = tell(journal)
    case = journal.read(preparations.whole, told.preparation_id).preparation.case_entry_id
    for prompt, words in {"case.title": "De stilte", "case.question": QUESTION, "case.did": DID}.items():
        journal.do(answers.write, case, prompt, words)
    return told


@pytest.fixture
def store(story, clock) -> Store:
    clock.moment = dt.datetime(2026, 12, 8, 14, 0, tzinfo=dt.UTC)
    return Store(story.journal, story.guidance, story.journey_id, now=clock)


@pytest.fixture
def lead(store, story, qtbot) -> Callable[..., SessionPage]:
    def make(method: str = "gossip", *, with_case: bool = True, width: int = 1280) -> SessionPage:
        page = SessionPage(store, method, story.preparation_id if with_case else 0)
        qtbot.addWidget(page)
        page.resize(width, 800)
        page.show()
        QTest.qWaitForWindowActive(page)
        page.setFocus()
        return page

    return make


def find(page: QWidget, name: str):
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    button = find(page, name)
    assert isinstance(button, QAbstractButton)
    assert button.isVisible()
    assert button.isEnabled()
    button.click()


def seen(page: QWidget) -> str:
    QTest.qWait(0)
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_steps_go_on_with_the_keys_and_back(lead):
    page = lead()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert "Stap 1 van 5" in seen(page)
    assert "Inbreng" in seen(page)
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert "Vragen" in seen(page)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert "Jij draait je stoel om en schrijft mee." in seen(page)
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert "Ieder stelt je hooguit drie open vragen." in seen(page)
    assert "Stap 2 van 5" in seen(page)


def test_each_step_says_who_does_what(lead):
    page = lead("tietze")
    page.begin()
    assert "Iedereen doet mee." in seen(page)
    page.go(4)
    assert "Schrijver" in seen(page)
    assert "Gespreksleider" not in seen(page)


def test_the_question_is_seen_only_when_its_writer_shows_it_and_with_initials(lead):
    page = lead()
    assert "De stilte" not in seen(page)
    assert "zwijgt" not in seen(page)
    page.begin()
    assert "zwijgt" not in seen(page)
    click(page, "session.question.toggle")
    assert "Wat doe ik waardoor H. zwijgt?" in seen(page)
    assert "De stilte" in seen(page)
    assert "Henk" not in seen(page)
    click(page, "session.question.toggle")
    assert "zwijgt" not in seen(page)
    assert not any("zwijgt" in label.text() for label in page.findChildren(QLabel)), "not even hidden"


def test_the_choice_beforehand_shows_it_at_once(lead):
    page = lead()
    page.ready.show_question.setChecked(True)
    click(page, "session.next")
    assert "zwijgt" in seen(page)


def test_nothing_else_of_the_journal_is_anywhere_on_the_page(lead, story):
    page = lead("incident")
    page.ready.show_question.setChecked(True)
    page.begin()
    everything = " ".join(label.text() + label.accessibleName() for label in page.findChildren(QLabel))
    for markers in story.markers.values():
        assert not any(marker in everything for marker in markers)
    assert "Ik zei tegen" not in everything


def test_what_was_really_done_is_told_at_its_own_step_and_only_on_request(lead):
    page = lead("incident")
    page.begin()
    for step in range(7):
        page.go(step)
        assert find(page, "session.reveal").isVisible() == (step == 5)
    page.go(5)
    assert "oplossen" not in seen(page)
    click(page, "session.reveal")
    assert "Ik zei tegen H. dat ik het zou oplossen." in seen(page)
    page.go(6)
    assert "oplossen" not in seen(page)
    page.go(5)
    assert "oplossen" not in seen(page), "it has to be asked for again"


def test_the_clock_follows_the_time_also_after_sleep(lead, clock):
    page = lead()
    page.begin()
    face = page.side.face
    assert face.words() == "10 minuten over"
    clock.later(minutes=9, seconds=10)
    page.tick()
    assert face.words() == "1 minuut over"
    clock.later(minutes=43)
    page.tick()
    assert face.words() == "+42 minuten langer"
    assert "nog 50 minuten tot het eind" in seen(page)


def test_a_step_that_takes_longer_is_told_calmly(lead, clock):
    page = lead()
    page.begin()
    clock.later(minutes=10, seconds=20)
    page.tick()
    assert "neem rustig de tijd" in page.side.face.words()
    image = page.side.face.grab().toImage()
    red = theme.color("err")
    colours = {image.pixelColor(x, y).rgb() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert red.rgb() not in colours


def test_a_pause_and_five_minutes_more(lead, clock):
    page = lead()
    page.begin()
    clock.later(minutes=4)
    click(page, "session.pause")
    assert page.side.face.words() == "6 gepauzeerd"
    clock.later(minutes=30)
    click(page, "session.pause")
    assert page.side.face.words() == "6 minuten over"
    click(page, "session.more")
    assert page.side.face.words() == "11 minuten over"
    assert "15 minuten" in page.frame.rail.steps.row("bring").accessibleName()


def test_the_overview_goes_to_any_step(lead):
    page = lead()
    assert len(page.frame.rail.steps.findChildren(QAbstractButton)) == 5
    click(page, "session.rail.step.gossip")
    assert "Stap 3 van 5" in seen(page)
    assert page.clock.running


def test_after_the_last_step_it_is_over_and_the_harvest_is_near(lead, story, qtbot):
    page = lead()
    page.begin()
    page.go(4)
    assert find(page, "session.next").text() == "Afronden"
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert "Dat was de laatste stap" in seen(page)
    assert not page.clock.running
    with qtbot.waitSignal(page.harvest_requested) as asked:
        click(page, "session.harvest")
    assert asked.args == [story.preparation_id]
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert "Stap 5 van 5" in seen(page)
    page.go(5)
    with qtbot.waitSignal(page.done_requested):
        click(page, "session.next")


def test_it_needs_no_preparation_at_all(lead):
    page = lead("", with_case=False)
    assert not page.ready.show_question.isVisible()
    page.ready.combo.setCurrentIndex(page.ready.combo.findData("balint"))
    page.ready.combo.activated.emit(page.ready.combo.currentIndex())
    assert "Balintmethode" in seen(page)
    page.begin()
    assert not page.question.isVisible()
    page.go(7)
    assert not find(page, "session.harvest").isVisible()


def test_a_preparation_without_any_word_can_be_led_too(store, story, qtbot):
    empty = store.do(preparations.prepare, None, story.journey_id, on=store.today(), method_id="incident")
    page = SessionPage(store, "incident", empty)
    qtbot.addWidget(page)
    page.show()
    page.begin()
    page.go(5)
    assert not page.question.isVisible()
    assert not find(page, "session.reveal").isVisible()


def test_esc_leaves_and_the_whole_screen_comes_and_goes(lead, qtbot):
    page = lead()
    QTest.keyClick(page, Qt.Key.Key_F11)
    assert page.window().windowState() & Qt.WindowState.WindowFullScreen
    assert find(page, "session.full").text() == "Volledig scherm uit"
    with qtbot.waitSignal(page.done_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    page.hide()
    assert not page.window().windowState() & Qt.WindowState.WindowFullScreen


def test_who_leads_is_taken_to_be_there_while_time_passes(lead, clock):
    page = lead()
    awake: list[int] = []
    page.awake_requested.connect(lambda: awake.append(1))
    page.begin()
    assert awake
    clock.later(minutes=26)
    awake.clear()
    page.tick()
    assert not awake, "nobody has touched it for long after the step was over"
    page.pause()
    page.tick()
    assert not awake


def test_no_part_of_it_flashes_as_a_window_of_its_own(lead):
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(f"{type(watched).__name__} {watched.objectName()}")
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    page = lead("incident")
    page.begin()
    for step in range(8):
        page.go(step)
        QTest.qWait(0)
    QApplication.instance().removeEventFilter(watch)
    assert shown == ["SessionPage session"]


@pytest.mark.parametrize(("width", "factor"), [(860, 1.0), (960, 2.0)])
def test_with_little_room_the_steps_become_a_list_and_nothing_scrolls_sideways(lead, width, factor):
    theme.apply(QApplication.instance(), scheme="light", factor=factor)
    page = lead("ten-steps", width=width)
    page.ready.show_question.setChecked(True)
    page.begin()
    QTest.qWait(0)
    assert not page.frame.rail.isVisible()
    assert find(page, "session.menu").isVisible()
    area = page.frame._scroll
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_it_is_led_in_english_too(lead):
    text.use("en")
    page = lead()
    page.begin()
    assert "Step 1 of 5" in seen(page)
    assert page.side.face.words() == "10 minutes left"


def test_from_the_intervisie_page_and_back_and_the_lock_lets_it_go(open_window: MainWindow):
    store = open_window.store
    assert store is not None
    open_window.show_page("intervisie")
    click(open_window.shell.current(), "intervisie.session.without")
    page = open_window.shell.current()
    assert isinstance(page, SessionPage)
    page.begin()
    page.go(2)
    where = page.step_id()
    assert where.startswith("session ")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert open_window.shell.current().objectName() == "intervisie"
    store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id="balint")
    open_window.shell.current().refresh()
    click(open_window.shell.current(), "intervisie.session")
    page = open_window.shell.current()
    assert page.method.id == "balint"
    page.begin()
    page.go(1)
    open_window.lock()
    assert open_window.shell is None
    assert not [page for page in open_window.findChildren(SessionPage) if page.isVisible()]


def test_a_meeting_that_the_lock_came_between_goes_on_where_it_was(open_window: MainWindow):
    open_window.show_page("intervisie")
    click(open_window.shell.current(), "intervisie.session.without")
    page = open_window.shell.current()
    page.begin()
    page.go(1)
    place = open_window.shell.place()
    page.done_requested.emit()
    open_window.shell.return_to(place)
    page = open_window.shell.current()
    assert isinstance(page, SessionPage)
    assert page.clock is not None
    assert page.clock.step == 1


def test_from_the_end_of_the_meeting_one_goes_straight_to_the_harvest(open_window: MainWindow):
    store = open_window.store
    assert store is not None
    store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id="gossip")
    open_window.show_page("intervisie")
    click(open_window.shell.current(), "intervisie.session")
    page = open_window.shell.current()
    page.begin()
    page.go(5)
    click(page, "session.harvest")
    assert open_window.shell.name == "meeting"


def test_a_meeting_keeps_the_journal_open_and_the_lock_key_still_locks(open_window: MainWindow):
    open_window.show_page("intervisie")
    click(open_window.shell.current(), "intervisie.session.without")
    page = open_window.shell.current()
    page.begin()
    idle = open_window.furniture.idle
    idle._touched -= idle.minutes * 60
    page.tick()
    idle.look()
    assert open_window.shell is not None
    page.pause()
    idle._touched -= idle.minutes * 60
    page.tick()
    idle.look()
    assert open_window.shell is None


def test_the_lock_gives_the_window_back_as_it_was(open_window: MainWindow):
    open_window.show_page("intervisie")
    click(open_window.shell.current(), "intervisie.session.without")
    QTest.keyClick(open_window.shell.current(), Qt.Key.Key_F11)
    assert open_window.windowState() & Qt.WindowState.WindowFullScreen
    open_window.lock()
    QTest.qWait(0)
    assert not open_window.windowState() & Qt.WindowState.WindowFullScreen
