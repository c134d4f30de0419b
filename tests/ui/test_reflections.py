"""Reading back what was written."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from journal import guidance_files
from journal.domain.records import Depth, Who
from journal.storage import answers, entries, journeys, marks, places
from journal.storage.database import OpenJournal
from tests.conftest import Clock
from ui import theme
from ui.pages.reflections import ReflectionsPage
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.compared_text import ComparedText

GUIDANCE = guidance_files.guidance_for(guidance_files.shipped()[0])


class Reader:
    """Somebody who reads back; pages open on a real journal."""

    def __init__(self, journal: OpenJournal, clock: Clock, qtbot) -> None:
        self.journal, self.clock, self.qtbot = journal, clock, qtbot
        journey = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 19))
        self.store = Store(journal, GUIDANCE, journey, now=clock)

    def wrote(self, title: str, day: int, **texts: str) -> int:
        entry = self.journal.do(
            entries.start,
            self.store.journey_id,
            "reflection",
            on=dt.date(2026, 11, day),
            title=title,
            depth=Depth.STEPS,
        )
        for prompt_id, words in texts.items():
            self.journal.do(answers.write, entry, prompt_id.replace("__", "."), words)
        return entry

    def page(self, width: int = 1032) -> ReflectionsPage:
        page = ReflectionsPage(self.store)
        self.qtbot.addWidget(page)
        page.resize(width, 800)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page


@pytest.fixture
def reader(journal: OpenJournal, clock: Clock, qtbot) -> Reader:
    return Reader(journal, clock, qtbot)


def click(page: QWidget, name: str) -> None:
    QApplication.processEvents()
    found = next(widget for widget in page.findChildren(QAbstractButton, name) if widget.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def read(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [field.text() for field in page.findChildren(AnswerEdit) if field.isVisible()]


def title(page: QWidget) -> str:
    QApplication.processEvents()
    return next(label.text() for label in page.findChildren(QLabel, "reflections.title") if label.isVisible())


def rows(page: ReflectionsPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_before_anything_is_written_there_is_one_thing_to_do(reader: Reader) -> None:
    page = reader.page()
    said = next(label for label in page.findChildren(QLabel, "reflections.empty") if label.isVisible())
    assert said.text() == "Na je eerste tweedaagse staat hier wat je schreef."
    with reader.qtbot.waitSignal(page.note_requested, timeout=1000):
        click(page, "reflections.first")


def test_the_list_has_title_date_and_place_newest_first(reader: Reader) -> None:
    reader.wrote("Twintig mensen", 2)
    later = reader.wrote("Wandeling met Henk", 20)
    reader.journal.do(places.place, later, Who.ME, ["trials", "mentor"])
    reader.journal.do(entries.finish, later)
    assert rows(reader.page()) == ["Wandeling met Henk, 20 nov, plek 3 en 5", "Twintig mensen, 2 nov, nog niet af"]


def test_i_read_everything_that_i_wrote_whichever_form_it_was_in(reader: Reader) -> None:
    entry = reader.wrote("x", 20, moment__story="Het werd stil.", short__what="Kort.", theme__cooperation="Samen.")
    reader.journal.do(answers.write, entry, "an.unknown", "Uit een ander programma.")
    reader.journal.do(places.place, entry, Who.US, ["call"])
    reader.journal.do(places.notice, entry, Who.US, "call", "Het rammelt.")
    reader.journal.do(marks.mark, entry, "cooperation", 3)
    reader.journal.do(answers.settle, entry, "stage.call.me", settled=True)
    page = reader.page()
    assert read(page) == [
        "Het werd stil.",
        "1. De roep tot avontuur\nHet rammelt.",
        "Ik weet het niet",
        "Samen.",
        "Kort.",
        "Uit een ander programma.",
    ]
    assert any(label.text() == "Samenwerking: in beweging" for label in page.findChildren(QLabel))


def test_writing_on_is_one_key_or_click_away(reader: Reader) -> None:
    entry = reader.wrote("x", 20)
    page = reader.page()
    with reader.qtbot.waitSignal(page.entry_requested, timeout=1000) as asked:
        click(page, "reflections.write")
    assert asked.args == [entry]
    with reader.qtbot.waitSignal(page.entry_requested, timeout=1000):
        QTest.keyClick(page.list, Qt.Key.Key_Return)


def test_an_earlier_version_can_be_read_and_put_back_and_nothing_is_lost(reader: Reader) -> None:
    entry = reader.wrote("x", 20, moment__story="De eerste lange versie van mijn verhaal over Henk en de wandeling.")
    reader.clock.later(minutes=10)
    reader.journal.do(answers.write, entry, "moment.story", "Kort.")
    page = reader.page()
    assert read(page) == ["Kort."]
    click(page, "reflections.versions.moment.story")
    assert read(page)[1].startswith("De eerste lange versie")
    version = reader.journal.read(answers.versions, entry, "moment.story")[0].id
    click(page, f"reflections.versions.moment.story.back.{version}")
    assert read(page)[0].startswith("De eerste lange versie")
    kept = [found.text for found in reader.journal.read(answers.versions, entry, "moment.story")]
    assert "Kort." in kept


def test_what_differs_from_an_earlier_version_shows_word_by_word(reader: Reader) -> None:
    entry = reader.wrote("x", 20, moment__story="Ik wacht af wat Henk zegt in de vergadering van donderdag.")
    reader.clock.later(minutes=10)
    reader.journal.do(answers.write, entry, "moment.story", "Ik vraag wat Henk zegt in de vergadering van donderdag.")
    page = reader.page()
    click(page, "reflections.versions.moment.story")
    version = reader.journal.read(answers.versions, entry, "moment.story")[0].id
    click(page, f"reflections.versions.moment.story.compare.{version}")
    compared = page.findChild(ComparedText)
    assert compared.toPlainText() == "Ik wacht afvraag wat Henk zegt in de vergadering van donderdag."
    assert compared.accessibleDescription() == "Weg: wacht af. Nieuw: vraag"
    cursor = compared.textCursor()
    cursor.setPosition(5)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(13)
    assert cursor.charFormat().fontUnderline()
    click(page, f"reflections.versions.moment.story.compare.{version}")
    assert compared.isHidden()


def test_what_i_throw_away_i_can_fetch_back_at_once(reader: Reader) -> None:
    reader.wrote("Blijft", 2)
    reader.wrote("Gaat weg", 20)
    page = reader.page()
    click(page, "reflections.throw")
    assert [row.split(",")[0] for row in rows(page)] == ["Blijft"]
    click(page, "reflections.undo")
    assert title(page) == "Gaat weg"
    click(page, "reflections.throw")
    QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.split(",")[0] for row in rows(page)] == ["Gaat weg", "Blijft"]


def test_what_i_threw_away_long_ago_is_still_to_be_found(reader: Reader) -> None:
    entry = reader.wrote("Lang geleden", 2, moment__story="Toch bewaard.")
    reader.journal.do(entries.throw_away, entry)
    page = reader.page()
    click(page, "reflections.bin")
    assert read(page) == ["Toch bewaard."]
    click(page, "reflections.fetch")
    assert title(page) == "Lang geleden"
    assert reader.journal.read(entries.listed, reader.store.journey_id, ["reflection"])


def test_the_arrows_walk_the_list(reader: Reader) -> None:
    for day in (1, 2, 3):
        reader.wrote(f"Dag {day}", day)
    page = reader.page()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert title(page) == "Dag 2"
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert title(page) == "Dag 1"


def test_something_new_appears_and_my_choice_stays(reader: Reader) -> None:
    reader.wrote("Eerst", 2)
    page = reader.page()
    reader.store.do(entries.start, None, reader.store.journey_id, "note", on=dt.date(2026, 11, 20), title="Nieuw")
    assert [row.split(",")[0] for row in rows(page)] == ["Nieuw", "Eerst"]
    assert title(page) == "Eerst"


@pytest.mark.parametrize(("factor", "width"), [(2.0, 1280), (2.0, 960), (1.0, 800)])
def test_with_little_room_list_and_reading_are_two_pages(
    reader: Reader, qapp: QApplication, factor: float, width: int
) -> None:
    theme.apply(qapp, scheme="light", factor=factor)
    reader.wrote("Wandeling", 20, moment__story="Het werd stil.")
    page = reader.page(width)
    QApplication.processEvents()
    assert page.list.isVisible()
    assert not page.reading.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.reading.isVisible()
    assert not page.list.isVisible()
    assert page.minimumSizeHint().width() <= width
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert page.list.isVisible()


def test_thousands_of_entries_are_listed_without_making_a_row_for_each(reader: Reader) -> None:
    for number in range(300):
        reader.journal.do(
            entries.start, reader.store.journey_id, "note", on=dt.date(2026, 1, 1) + dt.timedelta(days=number)
        )
    page = reader.page()
    assert page.list.uniformItemSizes()
    assert len(rows(page)) == 300
    assert len(page.list.viewport().children()) < 10
