"""Questions under each other: open, close, answer, leave in peace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from journal.errors import CannotWrite
from ui import theme
from ui.widgets.accordion import Accordion, Question

QUESTIONS = [
    Question("a", "Waar botste het?", "Bij de agenda."),
    Question("b", "Wie bleek een bondgenoot?", hint="Eén zin is genoeg."),
    Question("c", "Welk belang noemde je nog niet?"),
]


class Kept:
    """What the accordion saves; ``full`` makes it refuse, as a disk does."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.peace: dict[str, bool] = {}
        self.full = False

    def write(self, prompt_id: str, text: str) -> None:
        self._refuse()
        self.texts[prompt_id] = text

    def settle(self, prompt_id: str, settled: bool) -> None:
        self._refuse()
        self.peace[prompt_id] = settled

    def _refuse(self) -> None:
        if self.full:
            raise CannotWrite(__file__, "full")


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def accordion(kept: Kept, qtbot) -> Accordion:
    made = Accordion(QUESTIONS, kept.write, kept.settle, name="q")
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def peace(accordion: Accordion, prompt_id: str) -> QPushButton:
    found = accordion.findChild(QPushButton, f"q.peace.{prompt_id}")
    assert isinstance(found, QPushButton)
    return found


def test_one_question_is_open_at_a_time(accordion: Accordion) -> None:
    QTest.mouseClick(accordion.row("a"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(accordion.row("c"), Qt.MouseButton.LeftButton)
    assert accordion.open_now() == "c"
    assert not accordion.edit("a").isVisible()
    assert accordion.edit("c").hasFocus()
    QTest.mouseClick(accordion.row("c"), Qt.MouseButton.LeftButton)
    assert accordion.open_now() == ""


def test_it_opens_at_the_first_question_without_an_answer(accordion: Accordion) -> None:
    accordion.open_first()
    assert accordion.open_now() == "b"


def test_going_to_another_question_saves_this_one(accordion: Accordion, kept: Kept) -> None:
    accordion.open("b")
    QTest.keyClicks(accordion.edit("b"), "Henk")
    accordion.open("c")
    assert kept.texts == {"b": "Henk"}
    assert accordion.states() == {"a": "answered", "b": "answered", "c": ""}


def test_by_keyboard_from_the_first_to_past_the_last_and_back(accordion: Accordion, qtbot) -> None:
    accordion.open("a")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for here, there in (("a", "b"), ("b", "c")):
        QTest.keyClick(accordion.edit(here), Qt.Key.Key_Return, control)
        assert accordion.open_now() == there
    with qtbot.waitSignal(accordion.advance_requested, timeout=1000):
        QTest.keyClick(accordion.edit("c"), Qt.Key.Key_Return, control)
    QTest.keyClick(accordion.edit("c"), Qt.Key.Key_Return, control | shift)
    assert accordion.open_now() == "b"
    accordion.open("a")
    with qtbot.waitSignal(accordion.back_requested, timeout=1000):
        QTest.keyClick(accordion.edit("a"), Qt.Key.Key_Return, control | shift)


def test_enter_and_the_space_bar_open_a_row(accordion: Accordion) -> None:
    QTest.keyClick(accordion.row("b"), Qt.Key.Key_Return)
    assert accordion.open_now() == "b"
    QTest.keyClick(accordion.row("c"), Qt.Key.Key_Space)
    assert accordion.open_now() == "c"


def test_i_do_not_know_closes_a_question_in_peace_and_opens_the_next(accordion: Accordion, kept: Kept) -> None:
    accordion.open("b")
    peace(accordion, "b").click()
    assert kept.peace == {"b": True}
    assert accordion.states()["b"] == "settled"
    assert accordion.open_now() == "c"
    assert "met rust gelaten" in accordion.row("b").accessibleName()


def test_writing_after_all_takes_the_question_up_again(accordion: Accordion, kept: Kept) -> None:
    accordion.open("b")
    peace(accordion, "b").click()
    accordion.open("b")
    QTest.keyClicks(accordion.edit("b"), "Toch Fatima")
    accordion.settle()
    assert kept.peace == {"b": False}
    assert accordion.states()["b"] == "answered"


def test_an_answered_question_does_not_offer_i_do_not_know(accordion: Accordion) -> None:
    accordion.open("a")
    assert not peace(accordion, "a").isVisible()
    accordion.open("b")
    assert peace(accordion, "b").isVisible()


def test_when_saving_fails_the_words_stay_and_nothing_breaks(accordion: Accordion, kept: Kept) -> None:
    accordion.open("b")
    QTest.keyClicks(accordion.edit("b"), "Henk")
    kept.full = True
    accordion.open("c")
    peace(accordion, "c").click()
    assert accordion.states() == {"a": "answered", "b": "answered", "c": ""}
    assert accordion.settle() is False
    kept.full = False
    assert accordion.settle() is True
    assert kept.texts == {"b": "Henk"}


def test_a_screen_reader_hears_question_answer_and_whether_it_is_open(accordion: Accordion) -> None:
    assert accordion.row("a").accessibleName() == "Waar botste het?, beantwoord"
    assert accordion.row("a").accessibleDescription() == "dicht"
    accordion.open("a")
    assert accordion.row("a").accessibleDescription() == "open"
    assert accordion.edit("b").accessibleName() == "Wie bleek een bondgenoot?"
    assert accordion.edit("b").accessibleDescription() == "Eén zin is genoeg."


@pytest.mark.parametrize("compact", [True, False])
def test_a_long_question_in_large_letters_wraps(qapp: QApplication, qtbot, kept: Kept, compact: bool) -> None:
    theme.apply(qapp, scheme="light", factor=2.0)
    made = Accordion([Question("a", "Een heel lange vraag " * 8)], kept.write, compact=compact)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    assert made.row("a").height() > 3 * theme.line_height("read_s")
    assert made.minimumSizeHint().width() <= 500
