"""The story of the demo: a first start, then the sample participant's evening after two-day session 2."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from journal.storage import backups
from tools.demo import papers
from tools.demo.hand import Hand

ALLY = (
    (
        "Op de tweede ochtend liep ik naast Henk, van de zorgverzekeraar. In mijn hoofd had ik hem allang aan de "
        "andere kant van de tafel gezet. Onderweg vertelde hij dat hij elk kwartaal moet uitleggen waarom "
        "preventie nog niets oplevert, en hoe moe hij daarvan wordt."
    ),
    (
        "Toen werd het stil bij mij. Ik kom altijd met een plan en een planning. Hij had vooral iemand nodig die een "
        "halfuur zonder agenda met hem opliep. Dat gesprek hadden we twee jaar geleden al kunnen voeren. Ik heb hem"
    ),
)


def both_themes(hand: Hand, name: str) -> None:
    """A picture in light and one in dark; the window stays where it is."""
    hand.picture(f"{name}-light")
    _theme(hand, "dark")
    hand.picture(f"{name}-dark")
    _theme(hand, "light")


def _theme(hand: Hand, theme: str) -> None:
    window = hand.window
    window.take_settings(replace(window.settings, theme=theme))  # type: ignore[attr-defined]
    hand.settle(0.3)


def first_start(hand: Hand, folder: Path) -> None:
    """Trust, dates, passphrase and recovery code, and a first learning question."""
    both_themes(hand, "start-1-welcome")
    hand.click("start.next")
    hand.picture("start-2-programme-light")
    hand.click("start.next")
    hand.write("start.passphrase.first", "vijf ganzen op een natte dijk")
    hand.write("start.passphrase.again", "vijf ganzen op een natte dijk")
    hand.picture("start-3-passphrase-light")
    hand.click("start.code.kept")
    hand.click("start.next")
    hand.wait((folder / "journal.db").exists, "the journal to be made")
    hand.find("guide.text.busy")
    hand.picture("start-4-question-1-light")
    for step in ("busy", "different", "share"):
        hand.write(f"guide.text.{step}", {"busy": "Waarom doe ik dit eigenlijk, en van wie is dit plan?"}.get(step, ""))
        hand.click("start.next")
    hand.write("guide.text.question", "Hoe krijg ik alle partijen mee in ons preventieplan?")
    hand.picture("start-5-question-4-light")
    hand.click("start.next")
    hand.find("journey")
    both_themes(hand, "journey-begin")


def unlock(hand: Hand, passphrase: str) -> None:
    """A miss, and then the right passphrase."""
    hand.find("lock.passphrase")
    both_themes(hand, "lock")
    hand.write("lock.passphrase", "vier gele fietsen")
    hand.press(Qt.Key.Key_Return)
    hand.find("lock.recovery")
    hand.picture("lock-miss-light")
    hand.write("lock.passphrase", passphrase)
    hand.click("lock.open")
    hand.find("journey")
    both_themes(hand, "journey")


def reflect(hand: Hand) -> None:
    """Write on: one question of the reflection, and a look at every step."""
    hand.click("next_step.resume")
    hand.click("reflection.rail.step.stage")
    ally = "reflection.text.stage.trials.us"
    hand.find(ally).setFocus(Qt.FocusReason.TabFocusReason)
    for number, paragraph in enumerate(ALLY):
        if number:
            hand.press(Qt.Key.Key_Return)
        hand.write(ally, paragraph)
    hand.wait(lambda: not hand.find(ally).is_dirty(), "the text to be saved")  # type: ignore[attr-defined]
    both_themes(hand, "reflection-questions")
    draw(hand)
    for name in ("moment", "place", "themes", "next"):
        hand.click(f"reflection.rail.step.{name}")
        both_themes(hand, f"reflection-{name}")
    hand.click("reflection.close")
    hand.find("journey")


def draw(hand: Hand) -> None:
    """The drawing beside the reflection, and a model that begins."""
    hand.click("attachment.1")
    hand.find("drawing.sheet")
    both_themes(hand, "drawing")
    hand.click("drawing.done")
    hand.click("attachments.model")
    for name in ("Ik", "Henk, zorgverzekeraar", "Het preventieplan"):
        hand.click("model.box")
        hand.write("model.text", name)
        QTest.keyClick(hand.find("model.text"), Qt.Key.Key_Return)
    for _ in range(2):  # from each box back to the one before
        for key in (Qt.Key.Key_C, Qt.Key.Key_Backtab, Qt.Key.Key_Return):
            QTest.keyClick(hand.find("model.sheet"), key)
    hand.click("model.tidy")
    hand.write("model.caption", "Wie trekt er aan het plan?")
    both_themes(hand, "model")
    hand.click("model.done")
    hand.find("reflection.rail.step.moment")


def look_around(hand: Hand) -> None:
    """Every page of the navigation."""
    for name in ("reflections", "question", "webinars", "intervisie", "lookback", "settings"):
        hand.window.show_page(name)  # type: ignore[attr-defined]
        hand.settle(1.5 if name == "intervisie" else 0.3)
        both_themes(hand, name)
    hand.window.shell.search()  # type: ignore[attr-defined]
    hand.write("search.field", "gesprek")
    hand.settle(0.6)
    both_themes(hand, "search")


def export(hand: Hand, target: Path) -> Path:
    """The case, and the paper as a file."""
    hand.window.show_page("intervisie")  # type: ignore[attr-defined]
    hand.click("intervisie.case")
    hand.find("case")
    hand.click("case.ready")
    papers.save(hand, target)
    said = [label.text() for label in hand.find("intervisie").findChildren(QLabel) if target.name in label.text()]
    assert said, "the page says where the paper went"
    return target


def back_up(hand: Hand) -> None:
    """A backup, by hand."""
    hand.window.show_page("settings")  # type: ignore[attr-defined]
    hand.click("backups.now")
    hand.wait(lambda: bool(backups.of_folder(hand.window.folder)), "the backup")  # type: ignore[attr-defined]
    hand.settle(0.3)


def large_text(hand: Hand) -> None:
    """The same pages with letters of 200 %."""
    for name in ("journey", "reflections", "question", "webinars", "intervisie", "lookback", "settings"):
        hand.window.show_page(name)  # type: ignore[attr-defined]
        hand.settle(0.4)
        hand.picture(f"large-{name}-light")
    hand.window.show_page("journey")  # type: ignore[attr-defined]
    hand.click("next_step.resume")
    hand.settle(0.3)
    both_themes(hand, "large-reflection")
