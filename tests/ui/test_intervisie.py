"""Intervisie on the screen: in charge of every line, and what you see is what you save."""

import datetime as dt
import json
import os
import stat
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QWidget,
)

from journal import text
from journal.domain.sharing import Recipient
from journal.errors import CannotWrite
from journal.storage import answers, entries, fragments, journeys, names, preparations, shares
from tests.export.reading import words as words_of
from tests.storage.intervisie_story import Story, tell
from ui import theme
from ui.pages.intervisie import IntervisiePage
from ui.store import Store
from ui.widgets.paper_large import LargePreview
from ui.widgets.pdf_preview import PagePicture, page_image

SIZE = (1032, 800)


@pytest.fixture
def story(journal) -> Story:
    return tell(journal)


@pytest.fixture
def store(story, clock) -> Store:
    clock.moment = dt.datetime(2026, 12, 1, 19, 0, tzinfo=dt.UTC)
    return Store(story.journal, story.guidance, story.journey_id, now=clock)


@pytest.fixture
def show(qtbot, store) -> Iterator:
    pages: list[IntervisiePage] = []
    windows: list[QMainWindow] = []

    def make(width: int = SIZE[0], height: int = SIZE[1]) -> IntervisiePage:
        window = QMainWindow()
        qtbot.addWidget(window)
        page = IntervisiePage(store)
        window.setCentralWidget(page)
        window.resize(width, height)
        window.show()
        pages.append(page)
        windows.append(window)
        qtbot.waitUntil(lambda: page.preview.paper is not None, timeout=10_000)
        return page

    yield make
    for page in pages:
        page.settle()


def find(page: QWidget, name: str, kind: type = QWidget):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def tick(page: QWidget, *ids: str) -> None:
    for id_ in ids:
        find(page, f"intervisie.tick.{id_}", QCheckBox).click()


def said(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def ticked(story: Story) -> frozenset[str]:
    return story.journal.read(preparations.ticks, story.preparation_id, Recipient.GROUP, story.guidance).held


def test_without_a_preparation_there_is_one_thing_to_do(qtbot, store, story):
    store.journey_id = story.journey_id + 1
    page = IntervisiePage(store)
    qtbot.addWidget(page)
    page.show()
    assert "Bereid je intervisie voor" in said(page)
    assert not page.export.isVisible()


def test_a_preparation_begins_with_one_click(qtbot, store, journal):
    store.journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 1))
    page = IntervisiePage(store)
    qtbot.addWidget(page)
    page.show()
    find(page, "intervisie.begin", QPushButton).click()
    assert find(page, "intervisie.count").text() == "0 van 1 aangevinkt"
    qtbot.waitUntil(lambda: page.preview.paper is not None, timeout=10_000)
    assert not find(page, "intervisie.save").isEnabled()
    page.settle()


def test_everything_begins_unticked_and_the_page_stays_blank(show):
    page = show()
    assert find(page, "intervisie.count").text() == "0 van 11 aangevinkt"
    assert not any(box.isChecked() for box in page.findChildren(QCheckBox) if "tick" in box.objectName())
    assert find(page, "intervisie.page", PagePicture).accessibleName() == "Vink links aan wat je wilt delen."
    assert not find(page, "intervisie.save").isEnabled()


def test_what_is_ticked_shows_in_the_preview_and_is_what_is_saved(show, story, qtbot, tmp_path):
    page = show()
    tick(page, "question", "case")
    qtbot.waitUntil(lambda: page.preview.paper.pages > 0, timeout=10_000)
    target = tmp_path / "Intervisie 8 december.pdf"
    assert page.save_to(target)
    assert target.read_bytes() == page.preview.paper.data
    shown = find(page, "intervisie.page", PagePicture).picture()
    assert shown == page_image(target.read_bytes(), 0, shown.width())
    words = words_of(target.read_bytes())
    for id_, markers in story.markers.items():
        for marker in markers:
            assert (marker in words) == ((".case." in id_ and "since" not in id_) or "question" in id_), marker


def test_saving_right_after_a_tick_saves_that_tick_too(show, tmp_path):
    page = show()
    tick(page, "question", "next_step")
    assert page.save_to(tmp_path / "a.pdf")
    assert "mXa" in words_of((tmp_path / "a.pdf").read_bytes())
    assert page.preview.paper.data == (tmp_path / "a.pdf").read_bytes()


def test_names_are_replaced_everywhere_in_the_pdf(show, story, tmp_path):
    page = show()
    story.journal.do(preparations.tick_all, story.preparation_id, story.markers, True, guidance=story.guidance)
    page.refresh()
    assert page.save_to(tmp_path / "a.pdf")
    words = words_of((tmp_path / "a.pdf").read_bytes())
    assert "Henk" not in words
    assert "Fatima" not in words
    assert "mKb met H." in words
    assert "Henk wordt H., Fatima wordt F." in find(page, "intervisie.names").accessibleName()


def test_a_name_gets_words_of_ones_own_and_keeps_them(show, story, qtbot, tmp_path):
    page = show()
    tick(page, "case")
    qtbot.waitUntil(lambda: page.preview.paper.pages > 0, timeout=10_000)
    look = find(page, "intervisie.names.look", QPushButton)
    assert look.text() == "Nakijken (1)"
    look.click()
    how = find(page, "intervisie.name.0.how", QComboBox)
    how.setCurrentIndex(1)
    how.activated.emit(1)
    own = find(page, "intervisie.name.0.words", QLineEdit)
    QTest.keyClicks(own, "een collega van de GGD")
    QTest.keyClick(own, Qt.Key.Key_Return)
    assert page.save_to(tmp_path / "a.pdf")
    assert "mKb met een collega van de GGD." in words_of((tmp_path / "a.pdf").read_bytes())
    assert story.journal.read(names.people, story.journey_id)["Henk"] == "een collega van de GGD"


def test_a_name_can_stay_and_a_missing_name_can_be_added(show, tmp_path):
    page = show()
    tick(page, "case", "question")
    page.paper()
    find(page, "intervisie.names.look", QPushButton).click()
    how = find(page, "intervisie.name.0.how", QComboBox)
    how.setCurrentIndex(2)
    how.activated.emit(2)
    QTest.keyClicks(find(page, "intervisie.names.new"), "mQb")
    find(page, "intervisie.names.add", QPushButton).click()
    assert page.save_to(tmp_path / "a.pdf")
    words = words_of((tmp_path / "a.pdf").read_bytes())
    assert "Henk" in words
    assert "mQb" not in words


def test_names_stay_when_the_switch_is_off(show, tmp_path):
    page = show()
    tick(page, "case")
    find(page, "intervisie.initials", QCheckBox).click()
    assert page.save_to(tmp_path / "a.pdf")
    assert "Henk" in words_of((tmp_path / "a.pdf").read_bytes())
    assert find(page, "intervisie.names.look").isHidden()


def test_the_own_name_prints_as_chosen(show, tmp_path):
    page = show()
    tick(page, "question")
    style = find(page, "intervisie.own_name.style", QComboBox)
    style.setCurrentIndex(2)
    style.activated.emit(2)
    assert page.save_to(tmp_path / "a.pdf")
    words = words_of((tmp_path / "a.pdf").read_bytes())
    assert "M. de W." in words
    assert "Marjan" not in words


def test_a_reflection_opens_into_its_pieces_and_is_partly_ticked(show, story):
    page = show()
    group, piece = f"reflection.{story.reflection_id}", f"piece.{story.reflection_id}.stage.trials.me"
    count = find(page, f"intervisie.open.{group}", QPushButton)
    assert count.text() == ", 3 stukken"
    assert page.findChild(QCheckBox, f"intervisie.tick.{piece}") is None
    count.click()
    assert find(page, f"intervisie.tick.{piece}").isVisible()
    tick(page, piece)
    assert ticked(story) == {piece}
    box = find(page, f"intervisie.tick.{group}", QCheckBox)
    assert box.checkState() == Qt.CheckState.PartiallyChecked
    assert count.text() == ", 1 van 3"
    box.click()
    assert len(ticked(story)) == 3
    assert box.checkState() == Qt.CheckState.Checked
    box.click()
    assert ticked(story) == frozenset()
    assert box.checkState() == Qt.CheckState.Unchecked


def test_of_ten_years_the_newest_reflections_are_shown_and_earlier_ones_on_request(show, story):
    first = story.journal.do(entries.start, story.journey_id, "reflection", on=dt.date(2016, 1, 1), title="Heel vroeg")
    story.journal.do(answers.write, first, "moment.story", "Toen begon het.")
    for day in range(fragments.MOST_REFLECTIONS):
        later = story.journal.do(entries.start, story.journey_id, "reflection", on=dt.date(2017, 1, 1 + day))
        story.journal.do(answers.write, later, "moment.story", "Weer een dag.")
    page = show()
    assert page.findChild(QCheckBox, f"intervisie.tick.reflection.{first}") is None
    earlier = find(page, "intervisie.earlier", QPushButton)
    assert earlier.text() == "Eerdere reflecties tonen"
    earlier.click()
    assert not earlier.isVisible()
    tick(page, f"reflection.{first}")
    assert "Toen begon het." in words_of(page.paper().data)
    again = show()  # what is ticked is always shown
    assert find(again, f"intervisie.tick.reflection.{first}", QCheckBox).isChecked()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told_and_nothing_is_remembered(show, story, tmp_path):
    page = show()
    tick(page, "question")
    place = tmp_path / "closed"
    place.mkdir()
    place.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert not page.save_to(place / "a.pdf")
    place.chmod(stat.S_IRWXU)
    assert page.export.note() == "Bewaren lukt hier niet. Kies een andere map."
    assert story.journal.read(preparations.whole, story.preparation_id).shares == ()


def test_a_place_that_does_not_exist_is_told(show, story, tmp_path):
    page = show()
    tick(page, "question")
    assert not page.save_to(tmp_path / "nowhere" / "a.pdf")
    assert page.export.note() == "Bewaren lukt hier niet. Kies een andere map."
    assert story.journal.read(preparations.whole, story.preparation_id).shares == ()
    assert page.save_to(tmp_path / "a.pdf")
    assert page.export.note() == "Bewaard als a.pdf"


def test_what_was_shared_is_remembered(show, story, tmp_path):
    page = show()
    tick(page, "question", "harvest")
    page.save_to(tmp_path / "Intervisie 8 december.pdf")
    share = story.journal.read(preparations.whole, story.preparation_id).shares[0]
    assert share.file_name == "Intervisie 8 december.pdf"
    assert {"harvest", "question"} <= set(json.loads(share.fragments))
    assert story.journal.read(shares.file, share.id) == (tmp_path / "Intervisie 8 december.pdf").read_bytes()
    assert share.digest == page.preview.paper.digest
    assert not find(page, "intervisie.folder").isHidden()
    again = show()
    assert again.export.note() == "Eerder gedeeld: 1 december"
    assert not find(again, "intervisie.new").isHidden()


def test_a_next_meeting_begins_anew(show, story, tmp_path):
    page = show()
    tick(page, "question")
    page.save_to(tmp_path / "a.pdf")
    find(page, "intervisie.new", QPushButton).click()
    assert find(page, "intervisie.count").text().startswith("0 van ")
    assert "Je hebt nog niets geschreven." in said(page)
    assert story.journal.read(preparations.current, story.journey_id).id != story.preparation_id


def test_group_and_day_change_where_they_stand(show, story):
    page = show()
    line = find(page, "intervisie.meeting", QAbstractButton)
    assert line.text() == "Groep Oost, dinsdag 8 december 2026"
    line.click()
    find(page, "intervisie.group", QLineEdit).setText("Groep West & Zuid")
    find(page, "intervisie.day").set_day(dt.date(2026, 12, 9))
    find(page, "intervisie.meeting.done", QPushButton).click()
    assert line.text() == "Groep West & Zuid, woensdag 9 december 2026"
    assert line.accessibleName().startswith("Groep West & Zuid")
    assert story.journal.read(preparations.current, story.journey_id).meeting_on == dt.date(2026, 12, 9)


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_a_long_name_of_a_group_wraps_and_nothing_scrolls_sideways(qapp, show, store, factor):
    theme.apply(qapp, scheme="light", factor=factor)
    store.do(journeys.set_names, None, store.journey_id, group_name="Samenwerkingsverbandzorgenwelzijnoost " * 5)
    page = show(860, 640)
    line = find(page, "intervisie.meeting", QAbstractButton)
    QApplication.processEvents()
    area = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(line))
    assert area.horizontalScrollBar().maximum() == 0
    assert line.height() >= line.heightForWidth(line.width()) > line.sizeHint().height()


def test_another_method_explains_itself(show, story):
    page = show()
    told = find(page, "intervisie.step")
    assert told.accessibleName() == "Roddelen, 15 minuten. Jij draait je stoel om en schrijft mee. Samen 60 minuten."
    find(page, "intervisie.step.bring", QWidget).click()
    assert told.accessibleName().startswith("Inbreng, 10 minuten.")
    combo = find(page, "intervisie.method", QComboBox)
    combo.setCurrentIndex(combo.findData("balint"))
    combo.activated.emit(combo.currentIndex())
    assert story.journal.read(preparations.current, story.journey_id).method_id == "balint"
    assert find(page, "intervisie.step.associations").isVisible()


def test_the_case_opens_its_form(show, story, qtbot):
    page = show()
    with qtbot.waitSignal(page.case_requested) as asked:
        find(page, "intervisie.case", QPushButton).click()
    assert asked.args == [story.journal.read(preparations.current, story.journey_id).case_entry_id]


def test_it_can_be_done_by_keyboard_alone(show, story, qtbot, monkeypatch, tmp_path):
    page = show()
    page.window().activateWindow()
    box = find(page, "intervisie.tick.question", QCheckBox)
    for _ in range(60):
        if page.window().focusWidget() is box:
            break
        QTest.keyClick(page.window().focusWidget() or page, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is box
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert ticked(story) == {id_ for id_ in story.markers if "question" in id_ and ".case." not in id_}
    harvest = find(page, "intervisie.tick.harvest", QCheckBox)
    harvest.setFocus()
    QTest.keyClick(harvest, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.preview.paper.pages == 2, timeout=10_000)
    QTest.keyClick(harvest, Qt.Key.Key_PageDown)
    assert find(page, "intervisie.page.number").text() == "pagina 2 van 2"
    QTest.keyClick(harvest, Qt.Key.Key_PageUp)
    assert find(page, "intervisie.page.number").text() == "pagina 1 van 2"
    target = tmp_path / "via de toetsen"
    asked: list[str] = []

    def choose(_parent, _title, proposed, _filter):
        asked.append(proposed)
        return str(target), ""

    monkeypatch.setattr("ui.pages.intervisie.sharing.QFileDialog.getSaveFileName", choose)
    QTest.keyClick(harvest, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert asked[0].endswith("Intervisie 8 december.pdf")
    assert (tmp_path / "via de toetsen.pdf").read_bytes() == page.preview.paper.data


def test_the_page_opens_large_and_esc_brings_back(show, qtbot):
    page = show()
    tick(page, "question", "harvest")
    qtbot.waitUntil(lambda: page.preview.paper.pages == 2, timeout=10_000)
    picture = find(page, "intervisie.page", PagePicture)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton)
    large = find(page.window(), "intervisie.large", LargePreview)
    assert large.size() == page.size()
    QTest.keyClick(large, Qt.Key.Key_PageDown)
    find(large, "intervisie.large.grey", QPushButton).click()
    for _ in range(6):
        QTest.keyClick(large, Qt.Key.Key_Tab)
        assert large.isAncestorOf(large.focusWidget())
    QTest.keyClick(large, Qt.Key.Key_Escape)
    assert large.isHidden()
    assert find(page, "intervisie.page.number").text() == "pagina 2 van 2"
    assert picture.picture().isGrayscale()
    assert find(page, "intervisie.grey", QPushButton).isChecked()


def test_nothing_of_the_paper_stays_over_the_lock(show, qtbot):
    page = show()
    tick(page, "question")
    qtbot.waitUntil(lambda: page.preview.paper.pages == 1, timeout=10_000)
    picture = find(page, "intervisie.page", PagePicture)
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Return)
    large = find(page.window(), "intervisie.large", LargePreview)
    assert large.isVisible()
    page.settle()
    page.hide()
    assert not large.isVisible()


def test_black_and_white_shows_greys_only(show, qtbot):
    page = show()
    tick(page, "places")
    qtbot.waitUntil(lambda: page.preview.paper.pages > 0, timeout=10_000)
    picture = find(page, "intervisie.page", PagePicture)
    assert not picture.picture().isGrayscale()
    find(page, "intervisie.grey", QPushButton).click()
    assert picture.picture().isGrayscale()


def test_a_journal_that_cannot_be_written_keeps_the_tick_off(show, store, monkeypatch):
    page = show()

    def full(*_args, **_named):
        raise CannotWrite(store.journal.folder, "disk full")

    told: list[Exception] = []
    store.failed.connect(told.append)
    monkeypatch.setattr(store.journal, "do", full)
    tick(page, "question")
    assert len(told) == 1
    assert not find(page, "intervisie.tick.question", QCheckBox).isChecked()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_at_double_text_size_there_are_tabs_and_nothing_is_cut(show, qapp, language):
    text.use(language)
    theme.apply(qapp, scheme="light", factor=2.0)
    page = show(960, 640)
    tabs = find(page, "intervisie.tabs")
    for tab in range(3):
        tabs.setCurrentIndex(tab)
        QTest.qWait(1)
        scroll = page._preparing
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width(), tab
        assert scroll.horizontalScrollBar().maximum() == 0
    assert page.preview.isVisible()
    assert find(page, "intervisie.save").isVisible()
    assert page.minimumSizeHint().width() <= 960


def test_a_narrow_window_gets_tabs_and_a_wide_one_gets_both_sides(show):
    page = show()
    assert not find(page, "intervisie.tabs").isVisible()
    page.window().resize(880, 640)
    assert find(page, "intervisie.tabs").isVisible()
    assert find(page, "intervisie.save").isVisible()
    page.window().resize(*SIZE)
    assert not find(page, "intervisie.tabs").isVisible()
    assert page.preview.isVisible()


def test_the_page_speaks_english_too(show):
    text.use("en")
    page = show()
    assert find(page, "intervisie.count").text() == "0 of 11 ticked"
    assert find(page, "intervisie.save").text() == "Save pdf…"


def test_every_control_has_a_name_for_a_screen_reader(show):
    page = show()
    for control in (
        each for kind in (QCheckBox, QPushButton, QLineEdit, QComboBox) for each in page.findChildren(kind)
    ):
        if control.objectName().startswith("intervisie"):
            assert control.accessibleName() or control.text(), control.objectName()
