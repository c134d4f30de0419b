"""The first start, from the first screen to an open journal, as a new participant lives through it."""

import datetime as dt
import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QTextEdit

from journal import text
from journal.settings import Settings
from journal.storage import database, entries, journeys, keys, questions
from journal.storage.database import OpenJournal
from tests.conftest import CHEAP
from ui import theme
from ui.pages.start import StartPage
from ui.widgets import recovery_code
from ui.widgets.date_field import DateField

SENTENCE = "vier gele fietsen bij het water"
WELCOME, PROGRAMME, PASSPHRASE, QUESTION = range(4)


class Start:
    """The first start with the hands of a user on it."""

    def __init__(self, qtbot, folder, clock):
        self.page = StartPage(Settings(), folder, now=clock, cost=CHEAP)
        self.qtbot, self.opened = qtbot, []
        self.page.opened.connect(self.opened.append)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 800)
        self.page.show()
        QTest.qWaitForWindowActive(self.page)

    def find(self, kind, name):
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name):
        found = self.find(QAbstractButton, name)
        place = QPoint(10, found.height() // 2) if isinstance(found, QCheckBox) else found.rect().center()
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=place)

    def type(self, name, words):
        field = self.find(QLineEdit, name)
        field.clear()
        QTest.keyClicks(field, words)

    def keys(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def says(self, name):
        return self.find(QLabel, name).text()

    def set_day(self, name, day):
        self.find(DateField, name).set_day(dt.date.fromisoformat(day))

    def to_programme(self):
        self.click("start.next")

    def to_passphrase(self):
        self.to_programme()
        self.click("start.next")

    def fill_passphrase(self, words=SENTENCE):
        self.type("start.passphrase.first", words)
        self.type("start.passphrase.again", words)
        kept = self.find(QAbstractButton, "start.code.kept")
        if not kept.isChecked():
            kept.click()

    def to_question(self):
        self.to_passphrase()
        self.fill_passphrase()
        self.click("start.next")
        self.qtbot.waitUntil(lambda: self.page.place() == QUESTION, timeout=20_000)

    def write(self, step, words):
        QTest.keyClicks(self.find(QTextEdit, f"guide.text.{step}"), words)


@pytest.fixture
def start(qtbot, journal_folder, clock):
    made = Start(qtbot, journal_folder, clock)
    yield made
    made.page.shut()
    for journal in made.opened:
        if isinstance(journal, OpenJournal):
            journal.close()


def test_with_the_mouse_from_the_welcome_to_an_open_journal_with_a_question(start):
    start.to_question()
    start.write("busy", "Waarom doe ik dit eigenlijk? ")
    for _ in range(3):
        start.click("start.next")
    start.click("guide.starter.question.1")
    start.write("question", "alle partijen mee?")
    start.click("start.next")

    (journal,) = start.opened
    journey = journal.read(journeys.current)
    assert journal.read(questions.current, journey.id).text == "Hoe krijg ik alle partijen mee?"
    meetings = {meeting.session_id: meeting for meeting in journal.read(journeys.meetings, journey.id)}
    assert len(meetings) == 13
    assert meetings["two-day-1"].starts_on == dt.date(2026, 11, 26)
    assert meetings["webinar-1"].starts_on == dt.date(2026, 12, 8)


def test_with_the_keyboard_alone(start):
    start.page.setFocus()
    start.key(Qt.Key.Key_Return)  # Beginnen
    assert start.page.place() == PROGRAMME
    start.find(QAbstractButton, "start.next").setFocus(Qt.FocusReason.TabFocusReason)
    start.key(Qt.Key.Key_Return)
    assert start.page.place() == PASSPHRASE
    start.keys(SENTENCE)
    start.key(Qt.Key.Key_Return)
    start.keys(SENTENCE)
    for _ in range(10):
        if QApplication.focusWidget().objectName() == "start.code.kept":
            break
        start.key(Qt.Key.Key_Tab)
    start.key(Qt.Key.Key_Space)
    for _ in range(5):
        if QApplication.focusWidget().objectName() == "start.next":
            break
        start.key(Qt.Key.Key_Tab)
    start.key(Qt.Key.Key_Return)
    start.qtbot.waitUntil(lambda: start.page.place() == QUESTION, timeout=20_000)
    for _ in range(3):
        start.keys("Iets. ")
        start.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    start.keys("Hoe blijf ik rustig?")
    start.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert len(start.opened) == 1


def test_alt_left_goes_back_and_nothing_that_was_filled_in_is_lost(start):
    start.to_passphrase()
    start.fill_passphrase()

    QTest.keyClick(start.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert start.page.place() == PROGRAMME
    start.click("start.next")

    assert start.find(QLineEdit, "start.passphrase.first").text() == SENTENCE


def test_who_has_a_journal_already_is_shown_the_way(start):
    with start.qtbot.waitSignal(start.page.existing_requested):
        start.click("start.aside")


def test_webinars_follow_the_two_day_sessions_and_can_be_looked_at(start):
    start.to_programme()
    start.set_day("start.first.two-day-1", "2026-09-24")
    start.set_day("start.first.two-day-2", "2026-11-19")
    start.click("start.webinars.see")

    assert start.find(DateField, "start.last.two-day-1").day() == dt.date(2026, 9, 25)
    assert start.find(DateField, "start.first.webinar-2").day() == dt.date(2026, 10, 20)
    assert start.find(DateField, "start.first.webinar-2").isVisible()


def test_a_last_day_before_the_first_is_said_under_the_row_and_stops(start):
    start.to_programme()
    start.set_day("start.last.two-day-2", "2020-01-01")
    start.click("start.next")

    assert start.page.place() == PROGRAMME
    assert start.says("start.error.two-day-2") == "De laatste dag ligt voor de eerste."


def test_who_does_not_know_the_dates_yet_goes_on_without(start):
    start.to_programme()
    start.click("start.unknown")
    assert not start.find(DateField, "start.first.two-day-1").isEnabled()
    start.click("start.next")
    start.fill_passphrase()
    start.click("start.next")
    start.qtbot.waitUntil(lambda: start.page.place() == QUESTION, timeout=20_000)

    journal = start.page.journal
    journey = journal.read(journeys.current)
    meetings = journal.read(journeys.meetings, journey.id)
    assert len(meetings) == 13
    assert all(meeting.starts_on is None for meeting in meetings)


def test_a_wrong_programme_file_says_which_line_and_why(start, tmp_path):
    start.to_programme()
    wrong = tmp_path / "leergang.toml"
    wrong.write_text('format = 1\nid = "x"\nversion = "1"\nname.en = "Only English"\n', encoding="utf-8")
    start.find(QAbstractButton, "start.programme.other").click()

    start.page.findChild(object, "start.programme").read_file(wrong)

    said = start.says("start.programme.problem")
    assert said.startswith(
        "Dit bestand is geen programma voor Reisgezel. Vraag je programmamaker om een nieuw bestand."
    )
    assert "leergang.toml. Regel " in said
    assert not start.find(QAbstractButton, "start.next").isEnabled()


def test_a_programme_file_brings_its_own_meetings(start, tmp_path):
    start.to_programme()
    file = tmp_path / "leergang.toml"
    file.write_text(
        'format = 1\nid = "slt"\nversion = "1"\nname.nl = "Samen leren"\nsummary.nl = "Vier dagen"\n'
        '[[sessions]]\nid = "day-1"\nkind = "workshop"\nname.nl = "Dag 1"\n',
        encoding="utf-8",
    )
    start.find(QAbstractButton, "start.programme.other").click()

    start.page.findChild(object, "start.programme").read_file(file)
    start.click("start.next")
    start.fill_passphrase()
    start.click("start.next")
    start.qtbot.waitUntil(lambda: start.page.place() == QUESTION, timeout=20_000)

    journey = start.page.journal.read(journeys.current)
    assert (journey.programme_id, journey.programme_source) == ("slt", file.read_text(encoding="utf-8"))


def test_meetings_filled_in_by_hand_become_a_programme(start):
    start.to_programme()
    start.find(QAbstractButton, "start.programme.other").click()
    start.click("start.programme.own")
    start.click("start.next")
    assert start.says("start.own.error") == "Geef je programma een naam."
    start.type("start.own.name", "Leergang Noord")
    start.type("start.own.1.name", "Startweekend")
    start.set_day("start.own.1.last", "2027-01-01")
    start.set_day("start.own.1.first", "2026-12-31")
    start.click("start.own.add")
    start.type("start.own.2.name", "Slotdag")
    start.click("start.next")
    start.fill_passphrase()
    start.click("start.next")
    start.qtbot.waitUntil(lambda: start.page.place() == QUESTION, timeout=20_000)

    journey = start.page.journal.read(journeys.current)
    found = start.page.journal.read(journeys.meetings, journey.id)
    assert journey.programme_id == "own"
    assert [(meeting.kind, meeting.starts_on.isoformat()) for meeting in found] == [
        ("two_day", "2026-12-31"),
        ("workshop", "2027-01-29"),
    ]


def test_a_short_passphrase_or_one_that_differs_stops_with_the_reason(start):
    start.to_passphrase()
    start.type("start.passphrase.first", "fiets")
    assert start.says("start.passphrase.first.says") == "Nog kort"
    assert start.says("start.hint") == "Kies eerst een wachtzin van vier of meer woorden"
    start.type("start.passphrase.first", SENTENCE)
    assert start.says("start.passphrase.first.says") == "zes woorden"
    start.type("start.passphrase.again", SENTENCE + "s")
    assert start.says("start.passphrase.again.says") == "Nog niet hetzelfde"
    start.type("start.passphrase.again", SENTENCE)

    assert start.says("start.hint") == "Vink eerst aan dat je de code hebt bewaard"
    assert not start.find(QAbstractButton, "start.next").isEnabled()
    start.click("start.code.kept")
    assert start.find(QAbstractButton, "start.next").isEnabled()


def test_the_passphrase_can_be_looked_at(start):
    start.to_passphrase()
    start.type("start.passphrase.first", SENTENCE)
    start.click("start.passphrase.first.eye")

    assert start.find(QLineEdit, "start.passphrase.first").echoMode() == QLineEdit.EchoMode.Normal


def test_the_recovery_code_opens_the_journal_that_was_made(start, journal_folder):
    start.to_question()
    code = "-".join(start.says(f"start.code.{row}").replace(" ", "-") for row in (1, 2))
    start.page.shut()

    with database.unlock_with_recovery(journal_folder, code) as journal:
        assert journal.read(journeys.current).programme_id == "htc"
    assert len(code.replace("-", "")) == 40


def test_the_code_leaves_the_clipboard_after_a_minute_but_only_if_it_is_still_there(start):
    start.to_passphrase()
    clipboard = QGuiApplication.clipboard()
    timer = recovery_code.copy_for_a_minute("ABCDE")
    assert clipboard.text() == "ABCDE"
    timer.timeout.emit()
    assert clipboard.text() == ""

    timer = recovery_code.copy_for_a_minute("ABCDE")
    clipboard.setText("boodschappen")
    timer.timeout.emit()

    assert clipboard.text() == "boodschappen"
    assert timer.interval() == 60_000


def test_the_code_can_be_put_on_paper(tmp_path):
    paper = tmp_path / "code.pdf"

    recovery_code.print_code(QPdfWriter(str(paper)), keys.recovery_code(bytes(20)))

    assert paper.read_bytes().startswith(b"%PDF")


def test_stopping_after_the_passphrase_keeps_the_journal_and_what_was_written(start, journal_folder):
    start.to_question()
    start.write("busy", "Ik loop steeds vast.")
    start.page.hide()
    start.page.shut()

    with database.unlock(journal_folder, SENTENCE) as journal:
        journey = journal.read(journeys.current)
        assert journal.read(questions.current, journey.id) is None
        (line,) = journal.read(entries.listed, journey.id, ["question_guide"])
        assert journal.read(entries.whole, line.id).answers["guide.busy"].text == "Ik loop steeds vast."


def test_going_back_from_the_question_does_not_make_a_second_journal(start):
    start.to_question()
    journal = start.page.journal
    start.click("start.back")
    assert start.page.place() == PASSPHRASE
    assert not start.find(QLineEdit, "start.passphrase.first").isEnabled()
    start.click("start.back")
    start.set_day("start.first.two-day-1", "2026-12-03")
    start.click("start.next")
    start.click("start.next")

    assert (start.page.place(), start.page.journal) == (QUESTION, journal)
    journey = journal.read(journeys.current)
    first = journal.read(journeys.meetings, journey.id)[0]
    assert (first.session_id, first.starts_on) == ("two-day-1", dt.date(2026, 12, 3))


def test_putting_the_question_off_opens_the_journal(start):
    start.to_question()
    start.click("start.aside")

    assert len(start.opened) == 1
    assert start.page.journal is None


def test_where_something_is_already_the_reason_is_said_and_another_folder_helps(start, journal_folder, tmp_path):
    journal_folder.mkdir()
    (journal_folder / "brief.txt").write_text("van mij", encoding="utf-8")
    start.to_passphrase()
    start.fill_passphrase()
    start.click("start.next")
    trouble = start.find(QLabel, "start.trouble.words")
    start.qtbot.waitUntil(trouble.isVisible, timeout=20_000)

    assert trouble.text().startswith("In deze map staat al iets")
    assert start.find(QLineEdit, "start.passphrase.first").text() == SENTENCE
    start.page.findChild(object, "start.passphrase").folder_chosen.emit(tmp_path / "elders")
    start.qtbot.waitUntil(lambda: start.page.place() == QUESTION, timeout=20_000)
    assert start.page.journal.folder == tmp_path / "elders"
    assert (journal_folder / "brief.txt").read_text(encoding="utf-8") == "van mij"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_in_a_read_only_folder_nothing_is_lost(qtbot, tmp_path, clock):
    closed = tmp_path / "dicht"
    closed.mkdir(mode=0o500)
    start = Start(qtbot, closed / "journal", clock)
    start.to_passphrase()
    start.fill_passphrase()
    start.click("start.next")
    trouble = start.find(QLabel, "start.trouble.words")

    start.qtbot.waitUntil(trouble.isVisible, timeout=20_000)

    assert trouble.text().startswith("Je dagboek kan hier niet worden gemaakt.")


def test_a_file_in_the_way_of_the_folder_is_said_too(qtbot, tmp_path, clock):
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    start = Start(qtbot, tmp_path / "bestand" / "journal", clock)
    start.to_passphrase()
    start.fill_passphrase()
    start.click("start.next")
    trouble = start.find(QLabel, "start.trouble.words")

    start.qtbot.waitUntil(trouble.isVisible, timeout=20_000)

    assert trouble.text().startswith("Je dagboek kan hier niet worden gemaakt.")


@pytest.mark.parametrize(("language", "title"), [("nl", "Wat je hier schrijft"), ("en", "What you write here")])
def test_both_languages_speak(qtbot, journal_folder, clock, language, title):
    text.use(language)
    start = Start(qtbot, journal_folder, clock)

    assert any(label.text().startswith(title) for label in start.page.findChildren(QLabel))


def test_at_two_hundred_per_cent_the_panel_is_a_line_and_nothing_is_cut(qtbot, journal_folder, clock, qapp):
    theme.apply(qapp, scheme="light", factor=2.0)
    start = Start(qtbot, journal_folder, clock)
    start.page.resize(960, 640)

    def fits(name, line):
        qapp.processEvents()
        page = start.page.findChild(object, name)
        assert start.says("start.line") == line
        assert page.widget().width() <= page.viewport().width()

    assert not start.page.findChild(object, "start.panel").isVisible()
    fits("start.welcome", "Stap 1 van 4: Welkom")
    start.to_programme()
    start.find(QAbstractButton, "start.webinars.see").click()
    fits("start.programme", "Stap 2 van 4: Je programma")
    start.find(QAbstractButton, "start.programme.other").click()
    start.find(QAbstractButton, "start.programme.own").click()
    start.find(QAbstractButton, "start.own.add").click()
    fits("start.programme", "Stap 2 van 4: Je programma")
    start.find(QAbstractButton, "start.programme.shipped").click()
    start.click("start.next")
    fits("start.passphrase", "Stap 3 van 4: Je wachtzin")
    start.fill_passphrase()
    start.click("start.next")
    qtbot.waitUntil(lambda: start.page.place() == QUESTION, timeout=20_000)
    fits("start.question", "Stap 4 van 4: Je leervraag")
    start.page.shut()
