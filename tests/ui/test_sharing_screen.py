"""What is shared, with whom, and how names print: three levels, two readers, and everything can be taken back."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMainWindow, QPushButton, QTabBar, QWidget

from journal import synced_folders
from journal.domain.sharing import Recipient
from journal.storage import answers, journeys, names, preparations, shares
from journal.synced_folders import Synced, Why
from tests.export.reading import words as words_of
from tests.storage.intervisie_story import Story, tell
from tests.ui.test_intervisie import find, said, tick
from ui.pages.intervisie import IntervisiePage
from ui.store import Store

TEXT = "Eerst liep ik met Henk van Dijk. Toen belde GGD Zuid. Dat was in Zeist."


@pytest.fixture
def story(journal) -> Story:
    return tell(journal)


@pytest.fixture
def show(qtbot, story, clock) -> Iterator:
    clock.moment = dt.datetime(2026, 12, 1, 19, 0, tzinfo=dt.UTC)
    store = Store(story.journal, story.guidance, story.journey_id, now=clock)
    pages: list[IntervisiePage] = []
    windows: list[QMainWindow] = []

    def make() -> IntervisiePage:
        window = QMainWindow()
        qtbot.addWidget(window)
        page = IntervisiePage(store)
        window.setCentralWidget(page)
        window.resize(1032, 800)
        window.show()
        pages.append(page)
        windows.append(window)
        qtbot.waitUntil(lambda: page.preview.paper is not None, timeout=10_000)
        return page

    yield make
    for page in pages:
        page.settle()


def held(story, reader=Recipient.GROUP) -> frozenset[str]:
    return story.journal.read(preparations.ticks, story.preparation_id, reader, story.guidance).held


def matter(story, text=TEXT) -> str:
    """Write the case, and give the id of that answer."""
    case = story.journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id
    story.journal.do(answers.write, case, "case.matter", text)
    return f"piece.{case}.case.matter"


def opened(page, *ids: str) -> None:
    for id_ in ids:
        find(page, f"intervisie.open.{id_}", QPushButton).click()


def choose(page, at: int, text: str) -> None:
    how = find(page, f"intervisie.name.{at}.how", QComboBox)
    how.setCurrentIndex(how.findText(text))
    how.activated.emit(how.currentIndex())


def row_of(page, name: str) -> int:
    return next(n for n in range(20) if name in find(page, f"intervisie.name.{n}.how", QComboBox).accessibleName())


def test_an_answer_opens_into_sentences_and_one_of_them_can_be_shared(show, story, tmp_path):
    piece = matter(story)
    page = show()
    opened(page, "case", piece)
    tick(page, f"{piece}#1")
    assert held(story) == {f"{piece}#1"}
    partly = Qt.CheckState.PartiallyChecked
    assert find(page, f"intervisie.tick.{piece}", QCheckBox).checkState() == partly
    assert find(page, "intervisie.tick.case", QCheckBox).checkState() == partly
    assert find(page, f"intervisie.open.{piece}", QPushButton).text() == "1 van 3 zinnen"
    assert page.save_to(tmp_path / "a.pdf")
    words = words_of((tmp_path / "a.pdf").read_bytes())
    assert "Eerst liep ik met" in words
    assert "Zeist" not in words


def test_the_tree_is_walked_and_ticked_with_the_keyboard(show, story):
    piece = matter(story)
    page = show()
    group = find(page, "intervisie.tick.case", QCheckBox)
    group.setFocus()
    QTest.keyClick(group, Qt.Key.Key_Right)
    assert find(page, f"intervisie.tick.{piece}").isVisible()
    QTest.keyClick(group, Qt.Key.Key_Right)
    first = page.focusWidget()
    assert first.objectName().endswith("case.title")
    QTest.keyClick(first, Qt.Key.Key_Down)
    answer = find(page, f"intervisie.tick.{piece}", QCheckBox)
    assert answer.hasFocus()
    QTest.keyClick(answer, Qt.Key.Key_Right)
    QTest.keyClick(answer, Qt.Key.Key_Right)
    sentence = find(page, f"intervisie.tick.{piece}#1", QCheckBox)
    assert sentence.hasFocus()
    QTest.keyClick(sentence, Qt.Key.Key_Space)
    assert held(story) == {f"{piece}#1"}
    QTest.keyClick(sentence, Qt.Key.Key_Left)
    assert answer.hasFocus()
    QTest.keyClick(answer, Qt.Key.Key_Left)
    assert not sentence.isVisible()
    QTest.keyClick(answer, Qt.Key.Key_Left)
    assert group.hasFocus()
    QTest.keyClick(group, Qt.Key.Key_Left)
    assert not answer.isVisible()


def test_the_group_and_the_coach_have_ticks_and_a_paper_of_their_own(show, story):
    story.journal.do(journeys.set_names, story.journey_id, coach_name="Ellis")
    page = show()
    tick(page, "question")
    assert find(page, "intervisie.count").text() == "1 van 11 aangevinkt"
    readers = find(page, "intervisie.reader", QTabBar)
    assert [readers.tabText(n) for n in range(2)] == ["Voor de groep", "Voor de coach"]
    readers.setCurrentIndex(1)
    assert find(page, "intervisie.count").text() == "0 van 11 aangevinkt"
    tick(page, "next_step")
    assert held(story)
    assert held(story, Recipient.COACH)
    assert not held(story) & held(story, Recipient.COACH)
    paper = page.paper()
    assert paper.snapshot.recipient is Recipient.COACH
    assert paper.snapshot.recipient_name == "Ellis"
    assert "mQb" not in words_of(paper.data)
    readers.setCurrentIndex(0)
    assert find(page, "intervisie.count").text() == "1 van 11 aangevinkt"
    assert "mQb" in words_of(page.paper().data)


def test_all_is_unticked_at_once_and_can_be_taken_back(show, story):
    piece = matter(story)
    page = show()
    opened(page, "case", piece)
    tick(page, "question", f"{piece}#2")
    before = held(story)
    find(page, "intervisie.clear", QPushButton).click()
    assert held(story) == frozenset()
    assert not find(page, "intervisie.clear").isVisible()
    find(page, "intervisie.undo", QPushButton).click()
    assert held(story) == before


def test_ticks_are_undone_and_redone_with_the_keys_of_the_system(show, story):
    page = show()
    tick(page, "question")
    one = held(story)
    tick(page, "next_step")
    two = held(story)
    box = find(page, "intervisie.tick.question", QCheckBox)
    page.window().activateWindow()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert held(story) == one
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert held(story) == two


def test_what_was_changed_after_the_tick_is_not_shared_until_it_is_ticked_again(show, story):
    piece = matter(story)
    page = show()
    tick(page, "case")
    matter(story, "Heel andere woorden. En nog een zin.")
    page.refresh()
    assert piece not in held(story)
    told = find(page, "intervisie.lapsed")
    assert told.isVisible()
    assert "Je hebt dit veranderd nadat je het aanvinkte" in told.accessibleName()
    assert "Casus en mijn vraag" in told.accessibleName()
    assert "Je hebt dit veranderd nadat je het aanvinkte." in said(page)
    find(page, f"intervisie.again.{piece}", QPushButton).click()
    assert piece in held(story)
    assert not told.isVisible()


def test_names_are_listed_by_kind_and_print_as_chosen(show, story, qtbot, tmp_path):
    matter(story)
    page = show()
    tick(page, "case")
    qtbot.waitUntil(lambda: page.preview.paper.pages > 0, timeout=10_000)
    find(page, "intervisie.names.look", QPushButton).click()
    labels = " ".join(each for each in said(page) if each)
    assert all(each in labels for each in ("Mensen", "Organisaties", "Plaatsen"))
    choose(page, row_of(page, "GGD Zuid"), "een zorgorganisatie")
    find(page, "intervisie.names.place.all", QPushButton).click()
    choose(page, row_of(page, "Henk van Dijk"), "een collega")
    assert page.save_to(tmp_path / "a.pdf")
    words = words_of((tmp_path / "a.pdf").read_bytes())
    assert "Eerst liep ik met een collega." in words
    assert "Toen belde een zorgorganisatie." in words
    assert "Dat was in een plaats." in words


def test_a_word_that_is_no_name_goes_and_can_come_back(show, story, qtbot):
    matter(story, "Ik dacht aan Zonnehof. Dat was alles.")
    page = show()
    tick(page, "case")
    qtbot.waitUntil(lambda: page.preview.paper.pages > 0, timeout=10_000)
    find(page, "intervisie.names.look", QPushButton).click()
    choose(page, row_of(page, "Zonnehof"), "Dit is geen naam")
    assert story.journal.read(names.rules, story.journey_id)["Zonnehof"].kind == "none"
    assert "Zonnehof" in words_of(page.paper().data)
    find(page, "intervisie.names.back.Zonnehof", QPushButton).click()
    assert "Zonnehof" not in words_of(page.paper().data)


def test_the_name_of_the_coach_is_changed_where_the_meeting_is(show, story):
    page = show()
    find(page, "intervisie.meeting").click()
    QTest.keyClicks(find(page, "intervisie.coach", QLineEdit), "Ellis")
    find(page, "intervisie.meeting.done", QPushButton).click()
    journey = story.journal.read(journeys.current)
    assert journey.coach_name == "Ellis"
    assert journey.group_name == "Groep Oost"


def test_a_synced_folder_is_told_of_before_saving_and_nothing_is_blocked(show, story, tmp_path, monkeypatch):
    synced = {tmp_path: Synced("OneDrive", Why.SYNCED)}
    monkeypatch.setattr("ui.pages.intervisie.sharing.kind_of", synced.get)
    page = show()
    tick(page, "question")
    page.paper()
    target = tmp_path / "a.pdf"
    page.offer(target)
    assert not target.exists()
    told = "Deze map wordt gesynchroniseerd met OneDrive. Wat je daar bewaart, gaat ook van deze computer af."
    assert find(page, "intervisie.synced.words").text() == told
    find(page, "intervisie.synced.anyway", QPushButton).click()
    assert target.exists()
    assert find(page, "intervisie.save").isVisible()
    other = tmp_path / "b"
    other.mkdir()
    page.offer(other / "b.pdf")
    assert (other / "b.pdf").exists()
    assert len(story.journal.read(shares.listed, story.journey_id)) == 2


def test_this_folder_is_asked_for_real(tmp_path: Path):
    assert synced_folders.kind_of(tmp_path) is None


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Zorggroep"])
def test_a_real_folder_with_such_a_name_is_known(tmp_path: Path, folder):
    (tmp_path / folder).mkdir()
    assert synced_folders.kind_of(tmp_path / folder) == Synced(folder, Why.SYNCED)


def test_a_tick_that_says_nothing_alone_is_told_and_what_it_misses_is_one_click(show, story, tmp_path):
    page = show()
    told = find(page, "intervisie.waiting", QWidget)
    assert not told.isVisible()
    reason = next(id_ for id_ in story.markers if id_.endswith(".question.reason"))
    noticed = next(id_ for id_ in story.markers if ".place.me." in id_)
    story.journal.do(preparations.tick_all, story.preparation_id, [reason, noticed], True, guidance=story.guidance)
    page.refresh()
    assert told.isVisible()
    assert "je leervraag zoals die nu is" in told.text()
    assert "de plekken op de kaart" in told.text()
    assert page.paper().pages == 0
    find(page, "intervisie.along", QPushButton).click()
    assert held(story) == {reason, noticed, "question", "places"}
    assert not told.isVisible()
    assert page.save_to(tmp_path / "a.pdf")
    words = words_of((tmp_path / "a.pdf").read_bytes())
    assert all(mark in words for id_ in (reason, noticed) for mark in story.markers[id_])


def test_what_was_saved_for_the_coach_is_not_told_at_the_paper_of_the_group(show, tmp_path):
    page = show()
    readers = find(page, "intervisie.reader", QTabBar)
    readers.setCurrentIndex(1)
    tick(page, "question")
    assert page.save_to(tmp_path / "coach.pdf")
    assert "coach.pdf" in page.export.note()
    readers.setCurrentIndex(0)
    assert "coach.pdf" not in page.export.note()
    assert not find(page, "intervisie.folder").isVisible()
