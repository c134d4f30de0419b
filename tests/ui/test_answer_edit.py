"""A field that saves itself, whatever is typed or pasted into it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from journal.errors import CannotWrite
from journal.storage import answers, entries, journeys
from journal.storage.database import OpenJournal
from tests.conftest import Clock
from ui import theme
from ui.widgets import long_lines
from ui.widgets.answer_edit import AT_MOST_MS, REST_MS, AnswerEdit

PROMPT = "note.text"


class Written:
    """A field on a real answer of a real journal."""

    def __init__(self, journal: OpenJournal, clock: Clock, qtbot) -> None:
        self.journal, self.qtbot = journal, qtbot
        journey = journal.do(journeys.begin, "htc", began_on=clock.today())
        self.entry = journal.do(entries.start, journey, "note", on=clock.today())

    def field(self, text: str = "", **how: object) -> AnswerEdit:
        made = AnswerEdit(lambda said: self.journal.do(answers.write, self.entry, PROMPT, said), text, **how)
        self.qtbot.addWidget(made)
        made.resize(640, 300)
        made.show()
        QTest.qWaitForWindowActive(made)
        made.setFocus()
        return made

    def saved(self) -> str:
        whole = self.journal.read(entries.whole, self.entry)
        return whole.answers[PROMPT].text if PROMPT in whole.answers else ""


@pytest.fixture
def written(journal: OpenJournal, clock: Clock, qtbot) -> Written:
    return Written(journal, clock, qtbot)


def paste(field: AnswerEdit, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    field.insertFromMimeData(data)


def test_what_i_type_is_in_my_journal_after_a_short_rest(written: Written, qtbot) -> None:
    field = written.field()
    with qtbot.waitSignal(field.written, timeout=5 * REST_MS):
        QTest.keyClicks(field, "Het werd stil.")
    assert written.saved() == "Het werd stil."


def test_while_i_keep_typing_it_is_saved_within_two_seconds(written: Written, qtbot) -> None:
    field = written.field()
    assert AT_MOST_MS <= 2000
    with qtbot.waitSignal(field.written, timeout=2 * AT_MOST_MS):
        for sign in "abcdefgh" * 3:  # a rest is never reached
            QTest.keyClick(field, sign)
            qtbot.wait(REST_MS // 4)
            if written.saved():
                break
    assert written.saved()


def test_leaving_the_field_saves_it_at_once(written: Written) -> None:
    field = written.field()
    QTest.keyClicks(field, "Dag")
    field.clearFocus()
    assert written.saved() == "Dag"
    assert not field.is_dirty()


def test_when_the_disk_is_full_my_text_stays_and_is_tried_again(written: Written, monkeypatch, qtbot) -> None:
    field = written.field()
    QTest.keyClicks(field, "Niet kwijtraken")
    do = written.journal.do

    def full(*_args: object, **_named: object) -> object:
        raise CannotWrite(written.journal.folder, "full")

    monkeypatch.setattr(written.journal, "do", full)
    assert field.settle() is False
    assert field.is_dirty()
    assert field.text() == "Niet kwijtraken"
    monkeypatch.setattr(written.journal, "do", do)
    with qtbot.waitSignal(field.written, timeout=2 * AT_MOST_MS):
        pass  # without another key
    assert written.saved() == "Niet kwijtraken"


@pytest.mark.parametrize(
    "text",
    [
        "één twee\n\n\ndrie ",
        "een\u00a0vaste spatie en \t een tab",
        "مرحبا بالعالم\nשלום",
        "汉字 😀 👩‍👩‍👧 e\u0301",
        "#set page() $x$ <b>vet</b> {{ }} \\ & &amp;",
        "zero\u200bwidth\u200d\u2060 en \u0001 regelteken",
        "regel\n" * 50,
    ],
)
def test_whatever_i_write_is_saved_as_i_wrote_it(written: Written, text: str) -> None:
    field = written.field()
    paste(field, text)
    assert field.settle()
    assert written.saved() == text
    assert written.field(text).text() == text


def test_a_lone_surrogate_becomes_a_sign_that_one_can_see(written: Written) -> None:
    field = written.field("voor \ud800 na")
    assert field.text() == "voor \ufffd na"
    field.replace_text("nog \udfff een")
    assert field.settle()
    assert written.saved() == "nog \ufffd een"


def test_pasting_from_a_word_processor_gives_plain_words(written: Written) -> None:
    field = written.field()
    paste(field, "Vet en groot", html="<h1><b>Vet</b> en <i style='font-size:40pt'>groot</i></h1>")
    assert field.text() == "Vet en groot"
    assert not field.textCursor().charFormat().fontWeight() > field.font().weight()


@pytest.mark.parametrize("size", [long_lines.LONGEST + 1, 100_000])
@pytest.mark.parametrize("sign", ["woord ", "x", "😀", "e\u0301"])
def test_a_text_without_line_breaks_is_saved_without_line_breaks(written: Written, size: int, sign: str) -> None:
    text = (sign * (size // len(sign) + 1))[:size]
    field = written.field()
    paste(field, text)
    longest = max(
        len(field.document().findBlockByNumber(number).text()) for number in range(field.document().blockCount())
    )
    assert longest <= long_lines.LONGEST + len(long_lines.FOLD) + 2
    assert field.text() == text


def test_a_megabyte_without_line_breaks_is_saved_as_it_is(written: Written) -> None:
    text = "een heel lange zin " * 55_000
    field = written.field()
    paste(field, text)
    assert field.settle()
    assert written.saved() == text


def test_typing_in_the_middle_of_a_very_long_line_changes_only_that(written: Written) -> None:
    text = "woord " * 3_000
    field = written.field(text)
    cursor = field.textCursor()
    cursor.setPosition(9_000)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, "hier")
    after = field.text()
    assert len(after) == len(text) + 4
    assert after.replace("hier", "", 1) == text
    field.undo()
    assert field.text() == text


def test_a_long_line_that_grows_under_my_hands_stays_one_line(written: Written) -> None:
    text = "a" * (long_lines.LONGEST - 3)
    field = written.field(text)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "bcdefghij")
    assert field.document().blockCount() > 1
    assert field.text() == text + "bcdefghij"
    while field.document().isUndoAvailable():
        field.undo()
    assert field.text() == text
    while field.document().isRedoAvailable():
        field.redo()
    assert field.text() == text + "bcdefghij"


def test_backspace_and_delete_at_a_fold_take_away_a_sign_that_i_typed(written: Written) -> None:
    text = "".join(chr(97 + number % 26) for number in range(long_lines.LONGEST + 500))
    cut = long_lines.cuts(text)[0]
    field = written.field(text)
    cursor = field.textCursor()
    cursor.setPosition(field.document().findBlockByNumber(1).position())
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == text[: cut - 1] + text[cut:]
    field = written.field(text)
    cursor = field.textCursor()
    cursor.setPosition(cut)
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == text[:cut] + text[cut + 1 :]


def test_enter_in_a_folded_line_gives_exactly_one_line_break(written: Written) -> None:
    text = "x" * 10_000
    for place in (10, long_lines.cuts(text)[0], long_lines.cuts(text)[0] + 500):
        field = written.field(text)
        cursor = field.textCursor()
        cursor.setPosition(place)
        field.setTextCursor(cursor)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text().count("\n") == 1
        assert field.text().replace("\n", "") == text


def test_what_i_copy_from_a_folded_line_has_no_folds(written: Written) -> None:
    text = "woord " * 2_000
    field = written.field(text)
    field.selectAll()
    assert field.createMimeDataFromSelection().text() == text


def test_every_new_paragraph_has_the_line_height_of_its_role(written: Written) -> None:
    field = written.field("een")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Return)
    paste(field, "twee\ndrie")
    blocks = [field.document().findBlockByNumber(number) for number in range(3)]
    assert [block.blockFormat().lineHeight() for block in blocks] == [32.0] * 3
    assert [block.blockFormat().bottomMargin() for block in blocks] == [14.0] * 3


def test_the_field_grows_with_its_text_and_shrinks_again(written: Written, qapp: QApplication) -> None:
    field = written.field(min_lines=2)
    least = field.height()
    paste(field, "regel\n" * 20)
    qapp.processEvents()
    assert field.height() > 20 * 32
    field.replace_text("kort")
    qapp.processEvents()
    assert field.height() == least


def test_the_page_scrolls_along_with_the_caret(qtbot) -> None:
    page = QScrollArea()
    qtbot.addWidget(page)
    inside = QWidget()
    column = QVBoxLayout(inside)
    field = AnswerEdit(lambda _text: None, "regel\n" * 60)
    column.addWidget(field)
    page.setWidgetResizable(True)
    page.setWidget(inside)
    page.resize(700, 400)
    page.show()
    QTest.qWaitForWindowActive(page)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "einde")
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 60 * 32 - 500)
    caret = field.viewport().mapTo(page.viewport(), field.cursorRect().center())
    assert 0 < caret.y() < page.viewport().height()


def test_ctrl_enter_goes_on_and_tab_leaves_the_field(written: Written, qtbot) -> None:
    field = written.field()
    for asked, keys in (
        (field.advance_requested, Qt.KeyboardModifier.ControlModifier),
        (field.back_requested, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ):
        with qtbot.waitSignal(asked, timeout=1000):
            QTest.keyClick(field, Qt.Key.Key_Return, keys)
    assert field.text() == ""
    assert field.tabChangesFocus()


def test_a_line_has_no_line_breaks_and_enter_goes_on(written: Written, qtbot) -> None:
    field = written.field(one_line=True, min_lines=1)
    paste(field, "een\n  twee\n")
    with qtbot.waitSignal(field.advance_requested, timeout=1000):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "een twee"


def test_a_text_from_the_journal_never_replaces_what_i_have_not_saved_yet(written: Written) -> None:
    field = written.field("eerst")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " en meer")
    field.show_text("iets anders")
    assert field.text() == "eerst en meer"
    field.settle()
    field.show_text("iets anders")
    assert field.text() == "iets anders"
    assert not field.is_dirty()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_an_empty_field_says_what_to_do_in_the_colour_of_placeholders(
    written: Written, qapp: QApplication, factor: float
) -> None:
    theme.apply(qapp, scheme="light", factor=factor)
    field = written.field()
    field.setPlaceholderText("Schrijf hier…")
    image = field.grab().toImage()
    ink = theme.color("text3").rgb()
    assert any(image.pixel(x, y) == ink for x in range(200) for y in range(theme.px(40)))
    assert field.placeholderText() == "Schrijf hier…"


def test_folding_keeps_any_text() -> None:
    probes: list[Callable[[], str]] = [
        lambda: "",
        lambda: "\n" * 7_000,
        lambda: long_lines.FOLD.join(["a" * 4_000, "b" * 4_000]),
        lambda: "a\u0301" * 5_000,
        lambda: "x" * 6_001 + "\n" + "y" * 6_001,
    ]
    for probe in probes:
        text = probe()
        assert long_lines.unfold(long_lines.fold(text)) == text.replace(long_lines.FOLD, "")
